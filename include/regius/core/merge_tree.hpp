// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_MERGE_TREE_HPP
#define REGIUS_CORE_MERGE_TREE_HPP

#include <bit>
#include <cstddef>
#include <vector>

namespace regius::core {

/// Sorted arrays of small values, merged stably into one by a tree of two-way merges. It reads ahead, a block a node,
/// and copies: for who wants all of the result, half the cost of asking for one element after the other.
///
/// A two-way merge waits most of its time for the comparison before. So each piece is cut in two where its middle
/// will be, and both halves are merged side by side.
template <class T, int Direction>
class merge_tree {
    struct stream {
        T const* at = nullptr;
        T const* end = nullptr;
        bool over = false;  // nothing comes after what is between at and end

        constexpr std::size_t size() const { return static_cast<std::size_t>(end - at); }
    };

    static constexpr bool less(T x, T y) { return Direction < 0 ? y < x : x < y; }

    std::vector<stream> streams_;  // of node i from those of 2 i and 2 i + 1; the arrays are the last ones
    std::vector<T> blocks_{};
    std::size_t leaves_;
    std::size_t block_;
    std::size_t inputs_ = 0;

    struct half {
        T const* a;
        T const* a_end;
        T const* b;
        T const* b_end;
        T* out;

        constexpr std::size_t safe() const {
            auto const left = a_end - a, right = b_end - b;
            return static_cast<std::size_t>(left < right ? left : right);
        }
        constexpr void rest() {
            while (a != a_end) *out++ = *a++;
            while (b != b_end) *out++ = *b++;
        }
    };

    /// How many of the first n elements of the merge come from a. Looks at nothing outside of the arrays even if they
    /// are not sorted.
    static constexpr std::size_t split(stream const& a, stream const& b, std::size_t n) {
        auto low = n > b.size() ? n - b.size() : 0;
        auto high = n < a.size() ? n : a.size();
        while (low < high) {
            auto const middle = low + (high - low) / 2;
            if (less(b.at[n - middle - 1], a.at[middle]))
                high = middle;
            else
                low = middle + 1;
        }
        return low;
    }

    static constexpr void step(half& h) {
        auto const x = *h.a;
        auto const y = *h.b;
        bool const right = less(y, x);  // becomes no jump, which nothing could predict
        *h.out++ = right ? y : x;
        h.b += right;
        h.a += !right;
    }

    static constexpr void merge_side_by_side(half one, half two) {
        for (;;) {
            auto const s = one.safe(), t = two.safe();
            auto n = s < t ? s : t;
            if (n == 0) break;
            for (; n != 0; --n) {
                step(one);
                step(two);
            }
        }
        for (half* h : {&one, &two}) {
            for (auto n = h->safe(); n != 0; n = h->safe())
                for (; n != 0; --n) step(*h);
            h->rest();
        }
    }

    /// Up to `room` elements of node i; fewer only when there are no more.
    constexpr std::size_t fill(std::size_t i, T* out, std::size_t room) {
        auto& a = streams_[2 * i];
        auto& b = streams_[2 * i + 1];
        auto* to = out;
        while (room != 0) {
            if (a.at == a.end && !a.over) refresh(2 * i);
            if (b.at == b.end && !b.over) refresh(2 * i + 1);
            auto const most = room < block_ ? room : block_;
            stream left{a.at, a.size() < most ? a.end : a.at + most};
            stream right{b.at, b.size() < most ? b.end : b.at + most};
            std::size_t n = left.size() + right.size();
            if (n == 0) break;
            if (left.at != left.end && right.at != right.end) {
                // Only as far as the one that ends first, unless it does not go on.
                if (less(right.end[-1], left.end[-1])) {
                    if (!b.over || right.end != b.end) n = right.size() + before(left, right.end[-1], true);
                } else {
                    if (!a.over || left.end != a.end) n = left.size() + before(right, left.end[-1], false);
                }
            }
            if (n > most) n = most;
            auto const end = split(left, right, n);
            left.end = left.at + end;
            right.end = right.at + (n - end);
            auto const from_left = split(left, right, n / 2);
            auto const* const a_middle = left.at + from_left;
            auto const* const b_middle = right.at + (n / 2 - from_left);
            merge_side_by_side({left.at, a_middle, right.at, b_middle, to},
                               {a_middle, left.end, b_middle, right.end, to + n / 2});
            a.at += end;
            b.at += n - end;
            to += n;
            room -= n;
        }
        return static_cast<std::size_t>(to - out);
    }

    /// How many elements of s come before x; those equal to it only if `equal`.
    static constexpr std::size_t before(stream const& s, T x, bool equal) {
        std::size_t low = 0, high = s.size();
        while (low < high) {
            auto const middle = low + (high - low) / 2;
            bool const is_before = equal ? !less(x, s.at[middle]) : less(s.at[middle], x);
            if (is_before)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    constexpr void refresh(std::size_t i) {
        auto* const block = blocks_.data() + (i - 2) * block_;
        auto const n = fill(i, block, block_);
        streams_[i] = {block, block + n, n < block_};
    }

public:
    /// For so many arrays with so many elements together. Takes a quarter of the memory of the result, or 64 elements an
    /// array.
    constexpr merge_tree(std::size_t inputs, std::size_t elements)
        : streams_(2 * std::bit_ceil(inputs < 2 ? std::size_t{2} : inputs)), leaves_(streams_.size() / 2) {
        constexpr std::size_t least = 64, most = 1024;
        auto const share = elements / (4 * leaves_);
        block_ = share < least ? least : share > most ? most : share;
        blocks_.resize((leaves_ - 2) * block_);
        for (std::size_t i = leaves_; i != 2 * leaves_; ++i) streams_[i].over = true;
    }

    constexpr void add(T const* data, std::size_t size) { streams_[leaves_ + inputs_++] = {data, data + size, true}; }

    /// The next elements, at most `size`: how many there were.
    constexpr std::size_t operator()(T* out, std::size_t size) { return fill(1, out, size); }
};

}  // namespace regius::core

#endif  // REGIUS_CORE_MERGE_TREE_HPP
