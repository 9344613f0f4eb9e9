// SPDX-License-Identifier: MIT
#ifndef REGIUS_MORE_ITERTOOLS_UNIQUE_EVERSEEN_HPP
#define REGIUS_MORE_ITERTOOLS_UNIQUE_EVERSEEN_HPP

#include <regius/core/concepts.hpp>
#include <regius/core/everseen.hpp>
#include <regius/core/keyed_tool.hpp>

#include <concepts>
#include <ranges>
#include <type_traits>
#include <utility>

namespace regius {

/// Keep the first element of each kind, in the order in which they come.
///
///     unique_everseen("AAAABBBCCDAABBB"sv)            // A B C D
///     words | unique_everseen(lower)                  // one of each, whatever its case
///
/// Python    more_itertools.unique_everseen(iterable, key=None)
/// Accepts   a range and a function of one element (a member pointer too) whose results can be hashed
/// Yields    the elements of the range, as the range yields them
/// Category  input
/// Cost      key, one hash and about one comparison an element; one copy of each distinct key is kept
/// Throws    what key, hash, == and the copy of a key throw; the element that it happened at is not lost to a loop
///           that goes on
/// Lifetime  the keys are owned, so elements may be gone when the next one is read: a string_view is kept as std::string
///           unless the elements are stored string_views
struct unique_everseen_fn : core::keyed_tool<unique_everseen_fn> {
    template <core::iterable R, core::hashable_key_of_the_elements<R> Key = std::identity>
    [[nodiscard]] constexpr auto operator()(R&& source, Key key = {}) const {
        return core::everseen_view<core::all_t<R>, Key, false>(core::all(std::forward<R>(source)), std::move(key));
    }

    using keyed_tool::operator();
};

inline constexpr unique_everseen_fn unique_everseen{};

}  // namespace regius

#endif  // REGIUS_MORE_ITERTOOLS_UNIQUE_EVERSEEN_HPP
