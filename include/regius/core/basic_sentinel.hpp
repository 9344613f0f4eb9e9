// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_BASIC_SENTINEL_HPP
#define REGIUS_CORE_BASIC_SENTINEL_HPP

#include <regius/core/iterator.hpp>

#include <utility>

namespace regius::core {

/// The end of a range whose cursors do not know it: what they must reach, usually the sentinel of the source.
template <class Last>
struct basic_sentinel {
    [[no_unique_address]] Last last;

    template <class Cursor>
    requires requires(Cursor const& c, Last const& end) { c.done(end); }
    [[nodiscard, gnu::always_inline]] friend constexpr bool operator==(basic_iterator<Cursor> const& it,
                                                                       basic_sentinel const& end) {
        return it.cursor().done(end.last);
    }
    template <class Cursor>
    requires requires(Cursor const& c, Last const& end) { c.remaining(end); }
    [[nodiscard]] friend constexpr cursors::difference<Cursor> operator-(basic_sentinel const& end,
                                                                         basic_iterator<Cursor> const& it) {
        return static_cast<cursors::difference<Cursor>>(it.cursor().remaining(end.last));
    }
    template <class Cursor>
    requires requires(Cursor const& c, Last const& end) { c.remaining(end); }
    [[nodiscard]] friend constexpr cursors::difference<Cursor> operator-(basic_iterator<Cursor> const& it,
                                                                         basic_sentinel const& end) {
        return -(end - it);
    }
};

// A function, because `basic_sentinel(last)` would copy a `last` that is a basic_sentinel itself.
template <class Last>
[[nodiscard]] constexpr basic_sentinel<Last> sentinel_at(Last last) {
    return {std::move(last)};
}

}  // namespace regius::core

#endif  // REGIUS_CORE_BASIC_SENTINEL_HPP
