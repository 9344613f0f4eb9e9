// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_OWNED_TEXT_HPP
#define REGIUS_CORE_OWNED_TEXT_HPP

#include <regius/core/text.hpp>

#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace regius::core {

/// A std::string of its own; an owned one is moved.
template <text S>
constexpr std::string into_string(S&& s) {
    if constexpr (std::constructible_from<std::string, S> && !borrowed_text<S>)
        return std::string(std::forward<S>(s));
    else
        return std::string(core::view_of(s));
}

/// A part of s, as the tools that return text do: a window onto a borrowed text, a std::string where s is owned.
template <text S>
constexpr auto part_of(S&& s, std::string_view part) {
    if constexpr (borrowed_text<S>) {
        return part;
    } else if constexpr (std::same_as<S, std::string>) {
        auto const offset = part.empty() ? s.size() : static_cast<std::size_t>(part.data() - s.data());
        s.resize(offset + part.size());
        s.erase(0, offset);
        return std::string(std::move(s));
    } else {
        return std::string(part);
    }
}

}  // namespace regius::core

#endif  // REGIUS_CORE_OWNED_TEXT_HPP
