// SPDX-License-Identifier: MIT
#ifndef REGIUS_MORE_ITERTOOLS_PEEKABLE_HPP
#define REGIUS_MORE_ITERTOOLS_PEEKABLE_HPP

#include <regius/core/concepts.hpp>
#include <regius/core/errors.hpp>
#include <regius/core/kept_element.hpp>
#include <regius/core/pipe.hpp>
#include <regius/core/resumed.hpp>
#include <regius/core/stable_queue.hpp>
#include <regius/core/view.hpp>

#include <concepts>
#include <cstddef>
#include <optional>
#include <ranges>
#include <type_traits>
#include <utility>

namespace regius {

namespace core {

/// Elements that a tool can keep for itself.
template <class R>
concept keeps_its_elements =
    std::movable<kept_value_t<R>> && std::constructible_from<kept_value_t<R>, std::ranges::range_reference_t<R>>;

}  // namespace core

struct spy_fn;
template <std::ranges::view V>
requires core::keeps_its_elements<V>
class peekable_view;

/// A source whose next elements can be looked at before they are taken.
///
///     auto words = peekable(tokens);
///     while (words && words.peek() != ")") handle(next(words));
///
/// Python    more_itertools.peekable(iterable)
/// Accepts   a range whose elements can be kept by value
/// Yields    the elements, each handed over by rvalue: what is dear to copy may be moved from; a string_view from a
///           one-shot source, such as a line of a file, as the std::string that it was kept as
/// Category  input; one-shot, over containers too: each loop and each next() goes on where the last one was left. It can be
///           moved, not copied
/// Cost      an element is pulled when it is looked at or taken, and kept until it is taken
/// Throws    stop_iteration from peek() where nothing is left, index_error from p[i]
/// Lifetime  an lvalue range is borrowed, an rvalue is owned; what peek() and [] refer to lives until it is taken
struct peekable_fn {
    template <core::iterable R>
    requires core::keeps_its_elements<R>
    [[nodiscard]] constexpr auto operator()(R&& r) const {
        return peekable_view<core::all_t<R>>(core::all(std::forward<R>(r)));
    }
    [[nodiscard]] constexpr auto operator()() const { return core::bind_back(*this); }
};

inline constexpr peekable_fn peekable{};

namespace detail {

template <class View>
class peekable_cursor {
    View* view_;
    bool done_;

public:
    using value_type = typename View::element;

    constexpr explicit peekable_cursor(View& view) : view_(&view), done_(!view.pull()) {}
    constexpr value_type&& read() const { return std::move(*view_->now_); }
    constexpr void next() { done_ = !view_->pull(); }
    [[nodiscard]] constexpr bool done() const { return done_; }
};

}  // namespace detail

template <std::ranges::view V>
requires core::keeps_its_elements<V>
class peekable_view : public core::view_facade<peekable_view<V>> {
    using element = core::kept_value_t<V>;
    using cursor = detail::peekable_cursor<peekable_view>;
    friend cursor;
    friend spy_fn;

    [[no_unique_address]] V base_;
    core::resumed<V> place_;
    core::stable_queue<element> ahead_;  // pulled, not taken yet
    std::optional<element> now_;

    /// Whether n elements are left; they are pulled then.
    [[nodiscard]] constexpr bool reach(std::size_t n) {
        while (ahead_.size() < n) {
            if (!place_.next(base_)) return false;
            ahead_.push(place_.read());
        }
        return true;
    }
    /// Take the next element.
    [[nodiscard]] constexpr bool pull() {
        if (ahead_.size() != 0)
            now_.emplace(ahead_.pop());
        else if (place_.next(base_))
            now_.emplace(place_.read());
        else
            now_.reset();
        return now_.has_value();
    }

public:
    static constexpr bool simple = false;
    static constexpr bool rereadable = true;
    static constexpr bool restartable = false;
    static constexpr bool infinite = core::infinite<V>;

    constexpr explicit peekable_view(V base) : base_(std::move(base)) {}
    peekable_view(peekable_view&&) = default;
    peekable_view& operator=(peekable_view&&) = default;

    /// The element that comes next; it stays the next one.
    [[nodiscard]] constexpr element& peek() {
        if (!reach(1)) throw stop_iteration();
        return ahead_[0];
    }
    /// The same, or `otherwise` where nothing is left.
    template <std::convertible_to<element> T>
    [[nodiscard]] constexpr element peek(T&& otherwise)
    requires std::copy_constructible<element>
    {
        if (!reach(1)) return std::forward<T>(otherwise);
        return ahead_[0];
    }

    /// Whether nothing is left; pulls one element to know.
    [[nodiscard]] constexpr bool empty() { return !reach(1); }
    [[nodiscard]] constexpr explicit operator bool() { return reach(1); }

    /// The element that comes after n others; counted from the end, which pulls all, where n is negative.
    [[nodiscard]] constexpr element& operator[](core::integer auto n) {
        if (std::cmp_less(n, 0)) {
            while (reach(ahead_.size() + 1)) {
            }
            auto const from_end = static_cast<std::size_t>(-(n + 1));
            if (from_end < ahead_.size()) return ahead_[ahead_.size() - 1 - from_end];
        } else if (std::in_range<std::ptrdiff_t>(n) && reach(static_cast<std::size_t>(n) + 1)) {
            return ahead_[static_cast<std::size_t>(n)];
        }
        throw index_error("deque index out of range");
    }

    /// Put elements in front, the first of them to come next. A source that has ended goes on with them.
    template <std::convertible_to<element>... Ts>
    requires(sizeof...(Ts) > 0)
    constexpr void prepend(Ts&&... xs) {
        element fresh[]{static_cast<element>(std::forward<Ts>(xs))...};
        for (auto n = sizeof...(Ts); n != 0; --n) ahead_.push_front(std::move(fresh[n - 1]));
    }

    static constexpr auto first(peekable_view& self) { return cursor(self); }
    static constexpr bool flow(peekable_view& self, auto& sink) {
        while (self.pull())
            if (!sink(std::move(*self.now_))) return false;
        return true;
    }
};

}  // namespace regius

#endif  // REGIUS_MORE_ITERTOOLS_PEEKABLE_HPP
