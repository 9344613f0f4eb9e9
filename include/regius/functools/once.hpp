// SPDX-License-Identifier: MIT
#ifndef REGIUS_FUNCTOOLS_ONCE_HPP
#define REGIUS_FUNCTOOLS_ONCE_HPP

#include <regius/core/invoke.hpp>
#include <regius/core/once_cell.hpp>
#include <regius/core/shared.hpp>

#include <concepts>
#include <type_traits>
#include <utility>

namespace regius {

namespace detail {

struct once_done {};

template <class F>
class once_call {
    using result = std::invoke_result_t<F&>;
    static constexpr bool silent = std::is_void_v<result>;
    using value =
        std::conditional_t<silent, once_done,
                           std::conditional_t<std::is_reference_v<result>, std::add_pointer_t<result>, result>>;

    struct state {
        F f;
        core::once_cell<value> cell;
        explicit state(F&& g) : f(std::move(g)) {}
    };
    core::shared<state> state_;

public:
    explicit once_call(F f) : state_(std::in_place, std::move(f)) {}

    decltype(auto) operator()() const {
        auto& made = state_->cell.get([&]() -> value {
            if constexpr (silent)
                return core::invoke(state_->f), once_done{};
            else if constexpr (std::is_reference_v<result>)
                return &core::invoke(state_->f);
            else
                return core::invoke(state_->f);
        });
        if constexpr (silent)
            return;
        else if constexpr (std::is_reference_v<result>)
            return static_cast<result>(*made);
        else
            return std::as_const(made);
    }

    [[nodiscard]] F const& wrapped() const noexcept { return state_->f; }
};

}  // namespace detail

/// Call a function the first time, and give its result every time.
///
///     auto settings = once(read_settings);
///     settings().port;  settings().host;              // read once
///
/// Python    functools.cache of a function without parameters
/// Accepts   a callable without arguments
/// Returns   a callable that gives a const reference to the result
/// Cost      one atomic load when it is there
/// Throws    what the callable throws; the next call tries again
/// Lifetime  copies share the result, which lives as long as one of them
/// Threads   any number may call: one computes, the others wait. A callable that calls itself waits for ever
struct once_fn {
    template <class F>
    requires std::invocable<std::decay_t<F>&>
    [[nodiscard]] auto operator()(F&& f) const {
        return detail::once_call<std::decay_t<F>>(std::forward<F>(f));
    }
};

inline constexpr once_fn once{};

}  // namespace regius

#endif  // REGIUS_FUNCTOOLS_ONCE_HPP
