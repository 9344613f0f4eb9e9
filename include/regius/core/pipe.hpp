// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_PIPE_HPP
#define REGIUS_CORE_PIPE_HPP

#include <concepts>
#include <ranges>
#include <tuple>
#include <utility>

namespace regius::core {

/// A tool holding every argument but its range: what stands to the right of `|`.
///
///     range | tool(args...)           // tool(range, args...)
///
/// `Tool` takes the range first; `range_first` makes such a tool of one that takes it last.
///
/// Lifetime  owns copies of args, never references: a closure kept in a variable cannot dangle
/// Differs   two closures do not compose (`tool(a) | tool(b)`): C++20 has no common closure type
template <class Tool, class... Args>
struct [[nodiscard]] closure {
    [[no_unique_address]] Tool tool;
    [[no_unique_address]] std::tuple<Args...> args;

    template <class R>
    requires std::ranges::input_range<R> && std::invocable<Tool const&, R, Args const&...>
    [[nodiscard]] friend constexpr decltype(auto) operator|(R&& source, closure const& self) {
        auto const call = [&](Args const&... a) -> decltype(auto) { return self.tool(std::forward<R>(source), a...); };
        return std::apply(call, self.args);
    }

    template <class R>
    requires std::ranges::input_range<R> && std::invocable<Tool const&, R, Args...>
    [[nodiscard]] friend constexpr decltype(auto) operator|(R&& source, closure&& self) {
        auto const call = [&](Args&... a) -> decltype(auto) {
            return self.tool(std::forward<R>(source), std::move(a)...);
        };
        return std::apply(call, self.args);
    }
};

// An object, so that a std::function brings no std::bind_back of C++23 into the call.
inline constexpr auto bind_back = []<class Tool, class... Args>(Tool tool, Args... args) {
    return closure<Tool, Args...>{std::move(tool), std::tuple<Args...>(std::move(args)...)};
};

/// Puts the range in front for a tool whose Python spelling has it last: `map(f, r)`, `filter(pred, r)`.
template <class Tool>
struct range_first {
    template <class R, class... Args>
    requires std::invocable<Tool const&, Args..., R>
    constexpr decltype(auto) operator()(R&& source, Args&&... args) const {
        return Tool{}(std::forward<Args>(args)..., std::forward<R>(source));
    }
};

}  // namespace regius::core

#endif  // REGIUS_CORE_PIPE_HPP
