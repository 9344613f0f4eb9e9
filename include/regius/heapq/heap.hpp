// SPDX-License-Identifier: MIT
#ifndef REGIUS_HEAPQ_HEAP_HPP
#define REGIUS_HEAPQ_HEAP_HPP

#include <regius/core/errors.hpp>
#include <regius/core/invoke.hpp>

#include <bit>
#include <concepts>
#include <cstddef>
#include <iterator>
#include <ranges>
#include <type_traits>
#include <utility>

namespace regius {

namespace core {

/// A sequence that can be kept as a heap: comp orders its elements after proj.
template <class C, class Comp, class Proj>
concept heapable =
    std::ranges::random_access_range<C> && std::ranges::sized_range<C> && std::permutable<std::ranges::iterator_t<C>> &&
    std::indirect_strict_weak_order<Comp, std::projected<std::ranges::iterator_t<C>, Proj>>;

/// A heap that can lose its last element.
template <class C, class Comp, class Proj>
concept shrinkable_heap = heapable<C, Comp, Proj> && requires(C& c) { c.pop_back(); };

/// A heap that takes an X.
template <class C, class X, class Comp, class Proj>
concept growable_heap = heapable<C, Comp, Proj> && requires(C& c, X&& x) { c.push_back(std::forward<X>(x)); };

}  // namespace core

// A heap is any random-access sequence (vector, deque, span, array) in which no element comes before its parent:
// heap[k] and heap[2k + 1], heap[2k + 2]. The smallest is heap[0]; with std::greater{} it is the largest. The elements
// lie in memory exactly as CPython's do.

/// Make a heap of a sequence, in place.
///
///     std::vector v{5, 1, 4};
///     heapify(v);                                             // v[0] == 1
///     heapify(people, {}, &person::age)                       // the youngest first
///
/// Python    heapq.heapify(x)
/// Accepts   a random-access sequence of N elements; comp and proj as in the std algorithms
/// Cost      O(N): at most 2 N comparisons; large heaps in blocks that fit the cache
/// Throws    what comp, proj and moves throw; no element is lost or doubled then, but the order is not a heap's
struct heapify_fn {
    template <class C, class Comp = std::ranges::less, class Proj = std::identity>
    requires core::heapable<C&, Comp, Proj>
    constexpr void operator()(C&& heap, Comp comp = {}, Proj proj = {}) const;
};

/// Add an element.
///
/// Python    heapq.heappush(heap, item)
/// Cost      O(log N), O(1) on average
/// Throws    what push_back, comp and proj throw; after comp or proj the element is in the container, out of order
struct heappush_fn {
    template <class C, class X = std::ranges::range_value_t<C>, class Comp = std::ranges::less,
              class Proj = std::identity>
    requires core::growable_heap<C, X, Comp, Proj>
    constexpr void operator()(C& heap, X&& x, Comp comp = {}, Proj proj = {}) const;
};

/// Remove the smallest element and return it.
///
/// Python    heapq.heappop(heap)
/// Cost      O(log N): about log2 N comparisons
/// Throws    index_error when the heap is empty; after comp or proj threw, every element is still there
struct heappop_fn {
    template <class C, class Comp = std::ranges::less, class Proj = std::identity>
    requires core::shrinkable_heap<C, Comp, Proj>
    constexpr std::ranges::range_value_t<C> operator()(C& heap, Comp comp = {}, Proj proj = {}) const;
};

/// Remove the smallest element, then add one: what is returned may be larger than what was added.
///
/// Python    heapq.heapreplace(heap, item)
/// Throws    index_error when the heap is empty; after comp or proj threw, the heap has the elements it had
struct heapreplace_fn {
    template <class C, class Comp = std::ranges::less, class Proj = std::identity>
    requires core::heapable<C&, Comp, Proj>
    constexpr std::ranges::range_value_t<C> operator()(C&& heap, std::ranges::range_value_t<C> x, Comp comp = {},
                                                       Proj proj = {}) const;
};

/// Add an element, then remove the smallest and return it: perhaps the same one.
///
/// Python    heapq.heappushpop(heap, item)
/// Throws    as heapreplace, but an empty heap is no error: x itself comes back
struct heappushpop_fn {
    template <class C, class Comp = std::ranges::less, class Proj = std::identity>
    requires core::heapable<C&, Comp, Proj>
    constexpr std::ranges::range_value_t<C> operator()(C&& heap, std::ranges::range_value_t<C> x, Comp comp = {},
                                                       Proj proj = {}) const;
};

inline constexpr heapify_fn heapify{};
inline constexpr heappush_fn heappush{};
inline constexpr heappop_fn heappop{};
inline constexpr heapreplace_fn heapreplace{};
inline constexpr heappushpop_fn heappushpop{};

namespace detail {

// An element on its way through the heap. It is lifted out and leaves a hole, into which others move; when it is
// done, or when a comparison throws, it falls into the hole. An element whose move may throw is not lifted out: it is
// swapped along, so that there is never one fewer in the heap. The place where it is lies with the caller, who may
// want to know it after an exception.

template <class I>
class heap_hole {
    I first_;
    std::iter_difference_t<I>& at_;
    std::iter_value_t<I> item_;

public:
    constexpr heap_hole(I first, std::iter_difference_t<I>& at)
        : first_(first), at_(at), item_(std::ranges::iter_move(first + at)) {}
    heap_hole(heap_hole&&) = delete;
    constexpr ~heap_hole() { first_[at_] = std::move(item_); }

    constexpr auto& item() { return item_; }
    constexpr void take(std::iter_difference_t<I> from) {
        first_[at_] = std::ranges::iter_move(first_ + from);
        at_ = from;
    }
};

template <class I>
class heap_swapper {
    I first_;
    std::iter_difference_t<I>& at_;

public:
    constexpr heap_swapper(I first, std::iter_difference_t<I>& at) : first_(first), at_(at) {}

    constexpr decltype(auto) item() { return first_[at_]; }
    constexpr void take(std::iter_difference_t<I> from) {
        std::ranges::iter_swap(first_ + at_, first_ + from);
        at_ = from;
    }
};

template <class I>
using heap_mover = std::conditional_t<std::is_nothrow_move_constructible_v<std::iter_value_t<I>> &&
                                          std::is_nothrow_move_assignable_v<std::iter_value_t<I>>,
                                      heap_hole<I>, heap_swapper<I>>;

template <std::random_access_iterator I, class Comp, class Proj>
class heap_order {
    using diff = std::iter_difference_t<I>;

    I first_;
    Comp& comp_;
    Proj& proj_;

    template <class A, class B>
    constexpr bool before(A&& a, B&& b) {
        return static_cast<bool>(
            core::invoke(comp_, core::invoke(proj_, std::forward<A>(a)), core::invoke(proj_, std::forward<B>(b))));
    }

    constexpr void prefetch([[maybe_unused]] diff at, [[maybe_unused]] diff size) const {
#if defined(__GNUC__)
        if constexpr (std::contiguous_iterator<I>)
            if (!std::is_constant_evaluated()) __builtin_prefetch(std::to_address(first_) + (at < size ? at : 0));
#endif
    }

    constexpr void climb(auto& moving, diff& at, diff top) {
        while (at > top) {
            auto const parent = (at - 1) / 2;
            if (!before(moving.item(), first_[parent])) break;
            moving.take(parent);
        }
    }

    // To the bottom first, and up from there, as in CPython: most elements that are put at the top come from the
    // bottom, and which child is smaller is found without a branch.
    template <bool Large = false>
    constexpr void sink(diff& at, diff size) {
        auto const top = at;
        heap_mover<I> moving(first_, at);
        auto child = 2 * top + 1;
        while (child + 1 < size) {
            if constexpr (Large) prefetch(8 * child + 11, size);  // three levels down, in the middle of the eight
            child += !before(first_[child], first_[child + 1]);
            moving.take(child);
            child = 2 * child + 1;
        }
        if (child < size) moving.take(child);
        climb(moving, at, top);
    }

    static constexpr bool small =
        std::is_trivially_copyable_v<std::iter_value_t<I>> && sizeof(std::iter_value_t<I>) <= 2 * sizeof(void*);

    /// As sink. Three of four parents have but one or two levels below them: there it is decided without a branch what
    /// goes where.
    constexpr void settle(diff at, diff size) {
        if constexpr (small) {
            auto const child = 2 * at + 1;
            if (auto const last = 2 * child + 4; last < size && 4 * child + 3 >= size) {
                auto const one = child + !before(first_[child], first_[child + 1]);
                auto const two = 2 * one + 1 + !before(first_[2 * one + 1], first_[2 * one + 2]);
                std::iter_value_t<I> const x = first_[at], y = first_[one], z = first_[two];
                bool const first = before(x, y);
                bool const second = before(x, z);
                first_[at] = first ? x : y;
                first_[one] = first ? y : (second ? x : z);
                first_[two] = second ? z : x;
                return;
            }
            if (child + 1 < size && 2 * child + 1 >= size) {
                auto const one = child + !before(first_[child], first_[child + 1]);
                std::iter_value_t<I> const x = first_[at], y = first_[one];
                bool const first = before(x, y);
                first_[at] = first ? x : y;
                first_[one] = first ? y : x;
                return;
            }
        }
        sink(at, size);
    }

public:
    constexpr heap_order(I first, Comp& comp, Proj& proj) : first_(first), comp_(comp), proj_(proj) {}

    /// Is the element at this place before x's place in the order?
    template <class X>
    constexpr bool is_before(diff at, X& x) {
        return before(first_[at], x);
    }

    /// Move the element up to where it belongs.
    constexpr void up(diff at) {
        heap_mover<I> moving(first_, at);
        climb(moving, at, 0);
    }

    /// Move the element down to where it belongs, in a heap of this size.
    constexpr void down(diff at, diff size) { sink<true>(at, size); }

    /// Put x at the top and the top into x. If a comparison throws, x gets back what it was.
    constexpr void replace(std::iter_value_t<I>& x, diff size) {
        diff at = 0;
        std::ranges::swap(first_[0], x);
        try {
            sink<true>(at, size);
        } catch (...) {
            std::ranges::swap(first_[at], x);
            throw;
        }
    }

    /// All elements, from the last parent to the first: by subtrees that fit the cache, then what is above them.
    constexpr void all(diff size) {
        constexpr diff height = 12;  // of such a subtree
        auto const parents = size / 2;
        diff rows = 0;  // that have a parent in them
        while ((diff{1} << rows) - 1 < parents) ++rows;
        for (diff top = rows; top > 0;) {
            auto const bottom = top;
            top = top > height ? top - height : 0;
            // The subtrees whose roots are in row `top` and whose last parents are in row `bottom` - 1.
            for (auto root = (diff{2} << top) - 2; root >= (diff{1} << top) - 1; --root) {
                for (auto row = bottom - top; row-- > 0;) {
                    auto const begin = ((root + 1) << row) - 1;
                    auto end = begin + (diff{1} << row);
                    if (end > parents) end = parents;
                    for (auto i = end; i-- > begin;) settle(i, size);
                }
            }
        }
    }
};

template <class C, class Comp, class Proj>
constexpr auto heap_of(C& heap, Comp& comp, Proj& proj) {
    if constexpr (std::ranges::contiguous_range<C>)
        return heap_order(std::ranges::data(heap), comp, proj);
    else
        return heap_order(std::ranges::begin(heap), comp, proj);
}

}  // namespace detail

template <class C, class Comp, class Proj>
requires core::heapable<C&, Comp, Proj>
constexpr void heapify_fn::operator()(C&& heap, Comp comp, Proj proj) const {
    detail::heap_of(heap, comp, proj).all(std::ranges::distance(heap));
}

template <class C, class X, class Comp, class Proj>
requires core::growable_heap<C, X, Comp, Proj>
constexpr void heappush_fn::operator()(C& heap, X&& x, Comp comp, Proj proj) const {
    heap.push_back(std::forward<X>(x));
    detail::heap_of(heap, comp, proj).up(std::ranges::distance(heap) - 1);
}

template <class C, class Comp, class Proj>
requires core::shrinkable_heap<C, Comp, Proj>
constexpr std::ranges::range_value_t<C> heappop_fn::operator()(C& heap, Comp comp, Proj proj) const {
    auto const stop = std::ranges::distance(heap) - 1;
    if (stop < 0) throw index_error("index out of range");
    auto const start = std::ranges::begin(heap);
    if (stop > 0) {
        std::ranges::iter_swap(start, start + stop);
        detail::heap_of(heap, comp, proj).down(0, stop);
    }
    std::ranges::range_value_t<C> smallest(std::ranges::iter_move(start + stop));
    heap.pop_back();
    return smallest;
}

template <class C, class Comp, class Proj>
requires core::heapable<C&, Comp, Proj>
constexpr std::ranges::range_value_t<C> heapreplace_fn::operator()(C&& heap, std::ranges::range_value_t<C> x, Comp comp,
                                                                   Proj proj) const {
    auto const size = std::ranges::distance(heap);
    if (size == 0) throw index_error("index out of range");
    detail::heap_of(heap, comp, proj).replace(x, size);
    return x;
}

template <class C, class Comp, class Proj>
requires core::heapable<C&, Comp, Proj>
constexpr std::ranges::range_value_t<C> heappushpop_fn::operator()(C&& heap, std::ranges::range_value_t<C> x, Comp comp,
                                                                   Proj proj) const {
    auto const size = std::ranges::distance(heap);
    auto order = detail::heap_of(heap, comp, proj);
    if (size != 0 && order.is_before(0, x)) order.replace(x, size);
    return x;
}

}  // namespace regius

#endif  // REGIUS_HEAPQ_HEAP_HPP
