// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_FUNCTION_OR_TRUTH_FIRST_HPP
#define REGIUS_CORE_FUNCTION_OR_TRUTH_FIRST_HPP

#include <regius/core/concepts.hpp>
#include <regius/core/function_first.hpp>
#include <regius/core/pipe.hpp>
#include <regius/core/truth.hpp>

#include <ranges>
#include <utility>

namespace regius::core {

/// function_first for a tool that, without a function, asks the elements whether they are true: tool(range), range | tool().
template <class Tool>
struct function_or_truth_first : function_first<Tool> {
    using function_first<Tool>::operator();

    template <iterable R>
    requires has_truth_value<std::ranges::range_reference_t<R>>
    [[nodiscard]] constexpr auto operator()(R&& r) const {
        return Tool{}(truth, std::forward<R>(r));
    }
    [[nodiscard]] constexpr auto operator()() const { return bind_back(Tool{}); }
};

}  // namespace regius::core

#endif  // REGIUS_CORE_FUNCTION_OR_TRUTH_FIRST_HPP
