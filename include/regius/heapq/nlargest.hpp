// SPDX-License-Identifier: MIT
#ifndef REGIUS_HEAPQ_NLARGEST_HPP
#define REGIUS_HEAPQ_NLARGEST_HPP

#include <regius/core/concepts.hpp>
#include <regius/core/flow.hpp>
#include <regius/core/invoke.hpp>
#include <regius/core/stored_value.hpp>

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <iterator>
#include <ranges>
#include <type_traits>
#include <utility>
#include <vector>

namespace regius {

namespace core {

/// A range that is not known to go on for ever.
template <class R>
concept ending_range = std::ranges::input_range<R> && !infinite<R> &&
                       !std::same_as<std::ranges::sentinel_t<R>, std::unreachable_sentinel_t>;

/// comp orders the elements of R after proj, and they can be kept.
template <class R, class Comp, class Proj>
concept rankable =
    std::movable<stored_value_t<R>> && std::constructible_from<stored_value_t<R>, std::ranges::range_reference_t<R>> &&
    std::invocable<Proj&, std::remove_reference_t<std::ranges::range_reference_t<R>>&> &&
    std::predicate<Comp&, std::invoke_result_t<Proj&, std::remove_reference_t<std::ranges::range_reference_t<R>>&>,
                   std::invoke_result_t<Proj&, std::remove_reference_t<std::ranges::range_reference_t<R>>&>>;

}  // namespace core

/// The n largest elements, the largest first.
///
///     nlargest(3, std::vector{1, 8, 2, 23, 7})                // {23, 8, 7}
///     nlargest(10, people, {}, &person::age)                  // the ten oldest
///
/// Python    heapq.nlargest(n, iterable, key=None)
/// Accepts   any range of N elements, one-shot ones too; n <= 0 means none
/// Returns   std::vector of min(n, N) elements: what a stable descending sort begins with, so equal elements come in
///           the order of the input
/// Cost      one pass, O(N + n log n), one or two comparisons for an element that does not make it; memory for
///           2 n + 512 elements (for a reference to each, where the range is multi-pass and they are large); proj once
///           an element
/// Throws    what the range, comp and proj throw
struct nlargest_fn {
    template <std::integral N, core::ending_range R, class Comp = std::ranges::less, class Proj = std::identity>
    requires core::rankable<R, Comp, Proj>
    [[nodiscard]] constexpr auto operator()(N n, R&& source, Comp comp = {}, Proj proj = {}) const;
};

/// The n smallest elements, the smallest first.
///
/// Python    heapq.nsmallest(n, iterable, key=None)
/// Returns   what a stable sort begins with; for the rest see nlargest
struct nsmallest_fn {
    template <std::integral N, core::ending_range R, class Comp = std::ranges::less, class Proj = std::identity>
    requires core::rankable<R, Comp, Proj>
    [[nodiscard]] constexpr auto operator()(N n, R&& source, Comp comp = {}, Proj proj = {}) const;
};

inline constexpr nlargest_fn nlargest{};
inline constexpr nsmallest_fn nsmallest{};

namespace detail {

// The candidates so far: when there are 2 n of them, the better half stays, and its worst becomes what an element must
// beat to be looked at any further. So the order of the input matters little: even where every element beats all before
// it, each halving is shared by the n elements since the last one.

/// A candidate is kept by its address where it stays and copying it would be dear.
template <class R, class Ref = std::ranges::range_reference_t<R>>
inline constexpr bool nbest_points =
    std::ranges::forward_range<R> && std::is_lvalue_reference_v<Ref> &&
    !(std::is_trivially_copyable_v<std::remove_cvref_t<Ref>> && sizeof(std::remove_cvref_t<Ref>) <= 2 * sizeof(void*));

template <class Item>
struct nbest_item {
    Item item;
    std::size_t order;
    constexpr Item& key() { return item; }
};

template <class Item, class Key>
struct nbest_keyed {
    Item item;
    std::size_t order;
    Key kept;
    constexpr auto& key() {
        if constexpr (std::is_pointer_v<Item> && std::is_pointer_v<Key>)
            return *kept;
        else
            return kept;
    }
};

template <bool Largest, class R, class Comp, class Proj>
class nbest {
    using ref = std::ranges::range_reference_t<R>;
    using value = core::stored_value_t<R>;
    using projected = std::invoke_result_t<Proj&, std::remove_reference_t<ref>&>;
    static constexpr bool points = nbest_points<R>;
    static constexpr bool points_to_keys = points && std::is_lvalue_reference_v<projected>;
    static constexpr bool item_is_key = !points && std::same_as<Proj, std::identity>;

    using item = std::conditional_t<points, std::remove_reference_t<ref>*, value>;
    using key = std::conditional_t<points_to_keys, std::remove_reference_t<projected>*, std::remove_cvref_t<projected>>;
    using candidate = std::conditional_t<item_is_key, nbest_item<value>, nbest_keyed<item, key>>;

    std::size_t n_;
    std::size_t most_;  // candidates
    Comp& comp_;
    Proj& proj_;
    std::vector<candidate> candidates_{};
    candidate* worst_ = nullptr;  // of the n that stayed
    std::size_t accepted_ = 0;

    template <class A, class B>
    constexpr bool better(A& a, B& b) {
        if constexpr (Largest)
            return static_cast<bool>(core::invoke(comp_, b, a));
        else
            return static_cast<bool>(core::invoke(comp_, a, b));
    }
    constexpr auto by_rank() {
        return [this](auto& a, auto& b) {
            if (this->better(a.key(), b.key())) return true;
            return a.order < b.order && !this->better(b.key(), a.key());
        };
    }

    template <class X, class K>
    constexpr void add(X&& x, K&& k) {
        auto const order = accepted_++;
        if constexpr (item_is_key) {
            candidates_.push_back({static_cast<value>(std::forward<X>(x)), order});
        } else if constexpr (points_to_keys) {
            candidates_.push_back({std::addressof(x), order, std::addressof(k)});
        } else {
            key kept(std::forward<K>(k));  // before x is moved from: the key may be a part of it
            if constexpr (points)
                candidates_.push_back({std::addressof(x), order, std::move(kept)});
            else
                candidates_.push_back({static_cast<value>(std::forward<X>(x)), order, std::move(kept)});
        }
        if (candidates_.size() == most_) halve();
    }

    constexpr void halve() {
        auto const end = candidates_.begin() + static_cast<std::ptrdiff_t>(n_);
        std::nth_element(candidates_.begin(), end - 1, candidates_.end(), by_rank());
        candidates_.erase(end, candidates_.end());
        worst_ = std::addressof(candidates_.back());  // and stays there: the memory is enough from now on
    }

    // Small elements side by side: many are looked at before one branch, with the threshold in a register. Two sums, as
    // adding the carry of a comparison is one instruction, and half of them need not wait for the others.
    template <class X>
    constexpr void scan(X* at, std::size_t left) {
        constexpr std::size_t block = 16;
        for (; left != 0 && worst_ == nullptr; --left, ++at) add(*at, *at);
        while (left != 0) {
            auto threshold = worst_->key();
            while (left >= block) {
                unsigned even = 0, odd = 0;
                for (std::size_t i = 0; i != block; i += 2) {
                    even += better(at[i], threshold);
                    odd += better(at[i + 1], threshold);
                }
                if ((even | odd) != 0) break;
                at += block;
                left -= block;
            }
            auto const here = left < block ? left : block;
            for (std::size_t i = 0; i != here; ++i)
                if (better(at[i], worst_->key())) add(at[i], at[i]);
            at += here;
            left -= here;
        }
    }

public:
    constexpr nbest(std::size_t n, Comp& comp, Proj& proj) : n_(n), comp_(comp), proj_(proj) {
        constexpr std::size_t least = 512;  // a halving is paid for by more elements when n is small
        auto const limit = candidates_.max_size();
        most_ = n_ < limit / 2 - least ? 2 * n_ + least : limit;
    }

    constexpr std::vector<value> operator()(R& range) {
        std::vector<value> result;
        if (n_ == 0) return result;
        if constexpr (item_is_key && std::ranges::contiguous_range<R> && std::ranges::sized_range<R>) {
            scan(std::ranges::data(range), std::ranges::size(range));
        } else {
            core::for_each(range, [this](auto&& x) {
                decltype(auto) k = core::invoke(proj_, x);
                if (worst_ != nullptr && !better(k, worst_->key())) return;
                using X = decltype(x);
                using K = decltype(k);
                add(std::forward<X>(x), static_cast<std::conditional_t<std::is_reference_v<K>, K, K&&>>(k));
            });
        }
        if (candidates_.size() > n_) halve();
        std::sort(candidates_.begin(), candidates_.end(), by_rank());
        result.reserve(candidates_.size());
        for (auto& chosen : candidates_) {
            if constexpr (points)
                result.emplace_back(*chosen.item);
            else
                result.push_back(std::move(chosen.item));
        }
        return result;
    }
};

template <bool Largest, class N, class R, class Comp, class Proj>
constexpr auto nbest_of(N n, R& range, Comp& comp, Proj& proj) {
    auto const wanted = n > 0 ? static_cast<std::size_t>(n) : std::size_t{0};
    return nbest<Largest, R, Comp, Proj>(wanted, comp, proj)(range);
}

}  // namespace detail

template <std::integral N, core::ending_range R, class Comp, class Proj>
requires core::rankable<R, Comp, Proj>
constexpr auto nlargest_fn::operator()(N n, R&& source, Comp comp, Proj proj) const {
    return detail::nbest_of<true>(n, source, comp, proj);
}

template <std::integral N, core::ending_range R, class Comp, class Proj>
requires core::rankable<R, Comp, Proj>
constexpr auto nsmallest_fn::operator()(N n, R&& source, Comp comp, Proj proj) const {
    return detail::nbest_of<false>(n, source, comp, proj);
}

}  // namespace regius

#endif  // REGIUS_HEAPQ_NLARGEST_HPP
