// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_HASHABLE_KEY_HPP
#define REGIUS_CORE_HASHABLE_KEY_HPP

#include <regius/core/concepts.hpp>
#include <regius/core/hash.hpp>
#include <regius/core/reading.hpp>

#include <ranges>
#include <type_traits>

namespace regius::core {

/// A function of the elements of R whose results, as they are kept, have a hash.
template <class F, class R>
concept hashable_key_of_the_elements =
    key_of_the_elements<F, R> &&
    hashable<kept_key<R, std::invoke_result_t<std::decay_t<F>&, std::ranges::range_reference_t<R>&>>>;

}  // namespace regius::core

#endif  // REGIUS_CORE_HASHABLE_KEY_HPP
