// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_THREE_PARTS_HPP
#define REGIUS_CORE_THREE_PARTS_HPP

#include <regius/core/text.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>

namespace regius::core {

/// What stands before, in and behind [head, head + size) of a text: windows onto it, or strings where S is owned.
template <text S>
constexpr auto three_parts(std::string_view text, std::size_t head, std::size_t size) {
    using part = std::conditional_t<borrowed_text<S>, std::string_view, std::string>;
    return std::tuple<part, part, part>(text.substr(0, head), text.substr(head, size), text.substr(head + size));
}

}  // namespace regius::core

#endif  // REGIUS_CORE_THREE_PARTS_HPP
