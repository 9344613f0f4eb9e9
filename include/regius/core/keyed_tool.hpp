// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_KEYED_TOOL_HPP
#define REGIUS_CORE_KEYED_TOOL_HPP

#include <regius/core/invoke.hpp>
#include <regius/core/pipe.hpp>

#include <ranges>
#include <type_traits>
#include <utility>

namespace regius::core {

/// What stands to the right of `|` for a tool that takes a range and perhaps a function of its elements.
///
///     range | tool()                  // tool(range)
///     range | tool(key)               // tool(range, key)
///
/// The tool derives from keyed_tool<Tool> and says `using keyed_tool::operator();`.
template <class Tool>
struct keyed_tool {
    template <function_like Key>
    requires(!std::ranges::input_range<Key>)
    [[nodiscard]] constexpr auto operator()(Key&& key) const {
        return bind_back(Tool{}, std::decay_t<Key>(std::forward<Key>(key)));
    }
    [[nodiscard]] constexpr auto operator()() const { return bind_back(Tool{}); }
};

}  // namespace regius::core

#endif  // REGIUS_CORE_KEYED_TOOL_HPP
