// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_TAP_HPP
#define REGIUS_CORE_TAP_HPP

#include <regius/core/concepts.hpp>
#include <regius/core/non_propagating.hpp>

#include <iterator>
#include <ranges>
#include <utility>

namespace regius::core {

/// One element after the other out of a range that the view walks by itself, as where it copies what it reads. The place
/// does not travel with a view that is copied or moved.
template <std::ranges::input_range V>
class tap {
    non_propagating<std::ranges::iterator_t<V>> it_;
    bool ended_ = false;

public:
    /// Go to the next element; whether there is one. What has ended is not asked again.
    constexpr bool pull(V& range) {
        if (ended_) return false;
        if (!it_)
            it_.emplace(std::ranges::begin(range));
        else
            ++*it_;
        ended_ = *it_ == std::ranges::end(range);
        return !ended_;
    }
    constexpr decltype(auto) read() const { return *std::as_const(*it_); }

    /// Start again, or go on with the next element of a one-shot source, which others may have read from meanwhile.
    constexpr void rewind() {
        it_.reset();
        if constexpr (restartable<V>) ended_ = false;
    }
};

}  // namespace regius::core

#endif  // REGIUS_CORE_TAP_HPP
