// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_FUNCTION_FIRST_HPP
#define REGIUS_CORE_FUNCTION_FIRST_HPP

#include <regius/core/concepts.hpp>
#include <regius/core/invoke.hpp>
#include <regius/core/pipe.hpp>

#include <type_traits>
#include <utility>

namespace regius::core {

/// What stands to the right of `|` for a tool that takes a function before the range.
///
///     range | tool(f)                 // tool(f, range)
///
/// The tool derives from function_first<Tool> and says `using function_first::operator();`, last: compilers tell of the
/// overloads in this order, and the tool's own says best what a wrong call lacks.
template <class Tool>
struct function_first {
    template <function_like F>
    requires(!iterable<F>)
    [[nodiscard]] constexpr auto operator()(F&& f) const {
        return bind_back(range_first<Tool>{}, std::decay_t<F>(std::forward<F>(f)));
    }
};

}  // namespace regius::core

#endif  // REGIUS_CORE_FUNCTION_FIRST_HPP
