// SPDX-License-Identifier: MIT
#ifndef REGIUS_BUILTINS_SORTED_HPP
#define REGIUS_BUILTINS_SORTED_HPP

#include <regius/core/concepts.hpp>
#include <regius/core/invoke.hpp>
#include <regius/core/pipe.hpp>
#include <regius/core/stored_value.hpp>
#include <regius/core/to_vector.hpp>

#include <algorithm>
#include <concepts>
#include <functional>
#include <ranges>
#include <type_traits>
#include <utility>
#include <vector>

namespace regius {

namespace core {

/// Elements of R, or what Proj makes of them, that Comp puts in order.
template <class Comp, class R, class Proj>
concept sorts_the_elements =
    std::invocable<Proj&, std::ranges::range_value_t<R>&> &&
    std::predicate<Comp&, std::decay_t<std::invoke_result_t<Proj&, std::ranges::range_value_t<R>&>>&,
                   std::decay_t<std::invoke_result_t<Proj&, std::ranges::range_value_t<R>&>>&>;

}  // namespace core

namespace detail {

/// A stable merge sort, bottom up. std::stable_sort is not constexpr in C++20.
template <class T, class Less>
class sorted_merge {
    static constexpr std::size_t run = 16;  // what insertion is faster for

    std::vector<T>& items_;
    std::vector<T> other_;
    Less& less_;

    constexpr void insertion_sort(std::size_t first, std::size_t last) {
        for (std::size_t i = first + 1; i < last; ++i) {
            if (!less_(items_[i], items_[i - 1])) continue;
            T item = std::move(items_[i]);
            std::size_t at = i;
            do {
                items_[at] = std::move(items_[at - 1]);
                --at;
            } while (at != first && less_(item, items_[at - 1]));
            items_[at] = std::move(item);
        }
    }
    constexpr void merge_into_other(std::size_t first, std::size_t middle, std::size_t last) {
        auto left = first;
        auto right = middle;
        if (middle != last && less_(items_[middle], items_[middle - 1]))
            while (left != middle && right != last)
                other_.push_back(std::move(less_(items_[right], items_[left]) ? items_[right++] : items_[left++]));
        for (; left != middle; ++left) other_.push_back(std::move(items_[left]));
        for (; right != last; ++right) other_.push_back(std::move(items_[right]));
    }

public:
    constexpr sorted_merge(std::vector<T>& items, Less& less) : items_(items), less_(less) {}

    constexpr void operator()() {
        auto const n = items_.size();
        for (std::size_t at = 0; at < n; at += run) insertion_sort(at, std::min(at + run, n));
        for (std::size_t width = run; width < n; width *= 2) {
            other_.clear();
            other_.reserve(n);
            for (std::size_t at = 0; at < n; at += 2 * width)
                merge_into_other(at, std::min(at + width, n), std::min(at + 2 * width, n));
            std::swap(items_, other_);
        }
    }
};

}  // namespace detail

/// The elements in a new vector, in order.
///
///     sorted(words)
///     sorted(people, {}, &person::age)        // those of one age stay in the order they came in
///     numbers | sorted(std::ranges::greater{})
///
/// Python    sorted(iterable, /, *, key=None, reverse=False)
/// Accepts   a range, an order and a projection (a member pointer too)
/// Returns   std::vector, sorted stably; elements that the argument made or owned are moved into it. The [key, value]
///           of a map come as std::pair<K, V>, whose key can be moved about
/// Cost      O(N log N) comparisons; the projection once an element, its results are kept meanwhile
struct sorted_fn {
    template <std::ranges::input_range R, class Comp = std::ranges::less, class Proj = std::identity>
    requires core::sorts_the_elements<Comp, R, Proj> && (!core::infinite<R>)
    [[nodiscard]] constexpr auto operator()(R&& r, Comp comp = {}, Proj proj = {}) const {
        using value = core::stored_value_t<R>;
        auto items = core::to_vector<std::vector<value>>(std::forward<R>(r));
        if constexpr (std::same_as<Proj, std::identity>) {
            sort(items, comp);
        } else {
            using key = std::decay_t<std::invoke_result_t<Proj&, value&>>;
            struct keyed {
                key k;
                value v;
            };
            std::vector<keyed> decorated;
            decorated.reserve(items.size());
            for (auto&& item : items) {
                key k = core::invoke(proj, item);
                decorated.push_back(keyed{std::move(k), std::move(item)});
            }
            auto less = [&comp](keyed const& a, keyed const& b) {
                return static_cast<bool>(core::invoke(comp, a.k, b.k));
            };
            detail::sorted_merge<keyed, decltype(less)>(decorated, less)();
            for (std::size_t i = 0; i != items.size(); ++i) items[i] = std::move(decorated[i].v);
        }
        return items;
    }

    template <core::function_like Comp, class Proj = std::identity>
    requires(!std::ranges::range<Comp>)
    [[nodiscard]] constexpr auto operator()(Comp comp, Proj proj = {}) const {
        return core::bind_back(*this, std::move(comp), std::move(proj));
    }
    [[nodiscard]] constexpr auto operator()() const { return core::bind_back(*this); }

private:
    template <class T, class Comp>
    static constexpr void sort(std::vector<T>& items, Comp& comp) {
        if constexpr (std::integral<T> && !std::same_as<T, bool> &&
                      (std::same_as<Comp, std::ranges::less> || std::same_as<Comp, std::ranges::greater>)) {
            std::ranges::sort(items, comp);  // equal integers cannot be told apart
        } else {
            auto less = [&comp](T const& a, T const& b) { return static_cast<bool>(core::invoke(comp, a, b)); };
            detail::sorted_merge<T, decltype(less)>(items, less)();
        }
    }
};

inline constexpr sorted_fn sorted{};

}  // namespace regius

#endif  // REGIUS_BUILTINS_SORTED_HPP
