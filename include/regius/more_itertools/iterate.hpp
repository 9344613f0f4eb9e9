// SPDX-License-Identifier: MIT
#ifndef REGIUS_MORE_ITERTOOLS_ITERATE_HPP
#define REGIUS_MORE_ITERTOOLS_ITERATE_HPP

#include <regius/core/box.hpp>
#include <regius/core/errors.hpp>
#include <regius/core/invoke.hpp>
#include <regius/core/view.hpp>
#include <regius/core/view_reader.hpp>

#include <concepts>
#include <optional>
#include <type_traits>
#include <utility>

namespace regius {

template <class F, class T>
class iterate_view;

namespace core {

/// What f makes of `start`: it has to be able to go on with it.
template <class F, class Start>
using iterated_t = std::remove_cvref_t<std::invoke_result_t<std::decay_t<F>&, std::decay_t<Start> const&>>;

template <class F, class Start>
concept function_of_its_results =
    std::invocable<std::decay_t<F>&, std::decay_t<Start> const&> &&
    std::constructible_from<iterated_t<F, Start>, Start> &&
    std::invocable<std::decay_t<F>&, iterated_t<F, Start> const&> &&
    std::convertible_to<std::invoke_result_t<std::decay_t<F>&, iterated_t<F, Start> const&>, iterated_t<F, Start>>;

}  // namespace core

/// start, f(start), f(f(start)), ...
///
///     iterate(twice, 1)                       // 1 2 4 8 ...
///
/// Python    more_itertools.iterate(func, start)
/// Accepts   a function of one value that takes its own results; `start` becomes what it returns
/// Yields    the values, by const reference, good until the next one is asked for; no end unless f throws stop_iteration
/// Category  input; one-shot: a second loop goes on where the first was left
/// Cost      one call an element but the first, when the element is asked for
/// Throws    what f throws; it ends the view, as in Python
struct iterate_fn {
    template <class F, class Start>
    requires core::function_of_its_results<F, Start>
    [[nodiscard]] constexpr auto operator()(F&& f, Start&& start) const {
        using value = core::iterated_t<F, Start>;
        return iterate_view<std::decay_t<F>, value>(std::forward<F>(f), static_cast<value>(std::forward<Start>(start)));
    }
};

inline constexpr iterate_fn iterate{};

template <class F, class T>
class iterate_view : public core::view_facade<iterate_view<F, T>> {
    using reader = core::view_reader<iterate_view>;
    using value_type = T;
    friend reader;

    [[no_unique_address]] core::box<F> f_;
    std::optional<T> now_;
    bool begun_ = false;

    constexpr void step() {
        if (!std::exchange(begun_, true) || !now_) return;
        auto const before = std::exchange(now_, std::nullopt);
        try {
            now_.emplace(core::invoke(*f_, *before));
        } catch (stop_iteration const&) {
        }
    }
    [[nodiscard]] constexpr bool done() const { return !now_; }
    constexpr T const& read() const { return *now_; }

public:
    static constexpr bool simple = false;
    static constexpr bool rereadable = true;
    static constexpr bool restartable = false;
    static constexpr bool infinite = true;

    constexpr iterate_view(F f, T start) : f_(std::move(f)), now_(std::move(start)) {}

    static constexpr auto first(iterate_view& self) {
        self.step();
        return reader(self);
    }
    static constexpr bool flow(iterate_view& self, auto& sink) {
        for (self.step(); !self.done(); self.step())
            if (!sink(self.read())) return false;
        return true;
    }
};

}  // namespace regius

#endif  // REGIUS_MORE_ITERTOOLS_ITERATE_HPP
