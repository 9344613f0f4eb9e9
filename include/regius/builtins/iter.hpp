// SPDX-License-Identifier: MIT
#ifndef REGIUS_BUILTINS_ITER_HPP
#define REGIUS_BUILTINS_ITER_HPP

#include <regius/core/box.hpp>
#include <regius/core/concepts.hpp>
#include <regius/core/invoke.hpp>
#include <regius/core/view.hpp>

#include <concepts>
#include <iterator>
#include <optional>
#include <ranges>
#include <type_traits>
#include <utility>

namespace regius {

template <class F, class Last>
class iter_view;

/// Call a function until it returns a certain value.
///
///     for (auto block : iter([&] { return file.read(4096); }, ""sv)) ...
///
/// Python    iter(callable, sentinel)
/// Accepts   a function without arguments and a value that its results compare with ==
/// Yields    the results, without the one that is equal to the sentinel
/// Category  input; one-shot, and exhausted once the sentinel has come
/// Cost      one call and one comparison an element
struct iter_fn {
    template <class F, class Last>
    requires std::invocable<std::decay_t<F>&> &&
             requires(std::invoke_result_t<std::decay_t<F>&> x, Last const& last_value) {
                 { x == last_value } -> std::convertible_to<bool>;
             }
    [[nodiscard]] constexpr auto operator()(F&& f, Last&& last_value) const {
        return iter_view<std::decay_t<F>, std::decay_t<Last>>(std::forward<F>(f), std::forward<Last>(last_value));
    }
};

inline constexpr iter_fn iter{};

template <class F, class Last>
class iter_view : public core::view_facade<iter_view<F, Last>> {
    using result = std::remove_cvref_t<std::invoke_result_t<F&>>;

    [[no_unique_address]] core::box<F> f_;
    [[no_unique_address]] core::box<Last> last_;
    std::optional<result> now_;
    bool ended_ = false;

    constexpr void pull() {
        if (ended_) return;
        now_.emplace(core::invoke(*f_));
        if (*now_ == *last_) {
            ended_ = true;
            now_.reset();
        }
    }

    class cursor {
        iter_view* view_;

    public:
        constexpr explicit cursor(iter_view& view) : view_(&view) { view.pull(); }
        constexpr result& read() const { return *view_->now_; }
        constexpr void next() { view_->pull(); }
        [[nodiscard]] constexpr bool done() const { return view_->ended_; }
    };

public:
    static constexpr bool simple = false;
    static constexpr bool rereadable = true;
    static constexpr bool restartable = false;

    constexpr iter_view(F f, Last last_value) : f_(std::move(f)), last_(std::move(last_value)) {}

    static constexpr auto first(iter_view& self) { return cursor(self); }
    static constexpr bool flow(iter_view& self, auto& sink) {
        for (self.pull(); !self.ended_; self.pull())
            if (!sink(*self.now_)) return false;
        return true;
    }
};

}  // namespace regius

#endif  // REGIUS_BUILTINS_ITER_HPP
