// SPDX-License-Identifier: MIT
#ifndef REGIUS_MORE_ITERTOOLS_DUPLICATES_EVERSEEN_HPP
#define REGIUS_MORE_ITERTOOLS_DUPLICATES_EVERSEEN_HPP

#include <regius/core/concepts.hpp>
#include <regius/core/hashable_key.hpp>
#include <regius/core/keyed_tool.hpp>
#include <regius/more_itertools/unique_everseen.hpp>

#include <concepts>
#include <ranges>
#include <type_traits>
#include <utility>

namespace regius {

/// Keep each element of a kind but the first: what unique_everseen leaves out.
///
///     duplicates_everseen("mississippi"sv)                        // s i s s i p i
///     names | duplicates_everseen() | unique_everseen()           // each name that is there more than once
///
/// Python    more_itertools.duplicates_everseen(iterable, key=None)
/// Accepts   a range and a function of one element (a member pointer too) whose results can be hashed
/// Yields    the elements of the range, as the range yields them
/// Category  input
/// Cost      as unique_everseen
/// Throws    what key, hash, == and the copy of a key throw
/// Lifetime  as unique_everseen: the keys are owned
struct duplicates_everseen_fn : core::keyed_tool<duplicates_everseen_fn> {
    template <core::iterable R, core::hashable_key_of_the_elements<R> Key = std::identity>
    [[nodiscard]] constexpr auto operator()(R&& source, Key key = {}) const {
        return everseen_view<core::all_t<R>, Key, true>(core::all(std::forward<R>(source)), std::move(key));
    }

    using keyed_tool::operator();
};

inline constexpr duplicates_everseen_fn duplicates_everseen{};

}  // namespace regius

#endif  // REGIUS_MORE_ITERTOOLS_DUPLICATES_EVERSEEN_HPP
