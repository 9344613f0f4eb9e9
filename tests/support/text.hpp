// SPDX-License-Identifier: MIT
#ifndef REGIUS_TESTS_SUPPORT_TEXT_HPP
#define REGIUS_TESTS_SUPPORT_TEXT_HPP

#include <string>
#include <string_view>
#include <vector>

namespace regius::tests {

using strings = std::vector<std::string>;

/// Pieces of text, each kept as a string of its own.
strings texts(auto&& views) {
    strings out;
    for (std::string_view view : views) out.emplace_back(view);
    return out;
}

/// What "".join(chars) is in Python.
std::string joined(auto&& chars) {
    std::string out;
    for (char c : chars) out += c;
    return out;
}

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

}  // namespace regius::tests

#endif  // REGIUS_TESTS_SUPPORT_TEXT_HPP
