// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_FIND_TEXT_HPP
#define REGIUS_CORE_FIND_TEXT_HPP

#include <regius/core/find.hpp>

#include <string_view>

namespace regius::core {

/// Where `text` starts first in [at, last), or last; `text` is not empty.
constexpr char const* find_text(char const* at, char const* last, std::string_view text) noexcept {
    whole_text const what(text);
    if (last - at < what.size()) return last;
    auto const end = last - (what.size() - 1);
    auto const place = scanner(at, end, what).next();
    return place == end ? last : place;
}

/// Where `text` starts last in [first, at), or at; `text` is not empty.
constexpr char const* find_last_text(char const* first, char const* at, std::string_view text) noexcept {
    // Not string_view::rfind, which in libc++ looks at the whole text each time.
    whole_text const what(text);
    for (auto left = at - first - what.size(); left >= 0; --left)
        if (what(first + left)) return first + left;
    return at;
}

}  // namespace regius::core

#endif  // REGIUS_CORE_FIND_TEXT_HPP
