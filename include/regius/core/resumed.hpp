// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_RESUMED_HPP
#define REGIUS_CORE_RESUMED_HPP

#include <regius/core/concepts.hpp>

#include <cstddef>
#include <optional>
#include <ranges>

namespace regius::core {

/// A place in a range that is walked once, as an iterator in Python is: whoever asks gets the next element, also after the
/// view that holds the place was moved. The range is handed in each time; iterators may point into it, so they do not
/// move along, and the place is found again by counting.
template <std::ranges::input_range V>
class resumed {
    std::optional<std::ranges::iterator_t<V>> it_;
    std::size_t passed_ = 0;  // elements before the one that it_ stands on, where V can be walked again
    bool ended_ = false;

    constexpr void find(V& range) {
        it_.emplace(std::ranges::begin(range));
        if constexpr (core::restartable<V>) {
            auto const end = std::ranges::end(range);
            for (std::size_t left = passed_; left != 0 && *it_ != end; --left) ++*it_;
        }
    }

    constexpr bool end(V& range) {
        if (*it_ != std::ranges::end(range)) return false;
        return ended_ = true;
    }

public:
    resumed() = default;
    constexpr resumed(resumed const& that) : passed_(that.passed_ + that.it_.has_value()), ended_(that.ended_) {}
    constexpr resumed& operator=(resumed const& that) {
        it_.reset();
        passed_ = that.passed_ + that.it_.has_value();
        ended_ = that.ended_;
        return *this;
    }

    /// Step to the next element; whether there is one.
    [[nodiscard]] constexpr bool next(V& range) {
        if (ended_) return false;
        if (it_) [[likely]]
            return step(range);
        find(range);
        return !end(range);
    }
    /// The same, where next() has just found one.
    [[nodiscard]] constexpr bool step(V& range) {
        ++*it_;
        if constexpr (core::restartable<V>) ++passed_;
        return !end(range);
    }
    [[nodiscard]] constexpr auto const& operator*() const { return *it_; }
    [[nodiscard]] constexpr decltype(auto) read() const { return **it_; }
};

}  // namespace regius::core

#endif  // REGIUS_CORE_RESUMED_HPP
