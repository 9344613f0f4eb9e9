// SPDX-License-Identifier: MIT
#ifndef REGIUS_MORE_ITERTOOLS_ALL_UNIQUE_HPP
#define REGIUS_MORE_ITERTOOLS_ALL_UNIQUE_HPP

#include <regius/core/concepts.hpp>
#include <regius/core/flow.hpp>
#include <regius/core/hash_set.hpp>
#include <regius/core/invoke.hpp>
#include <regius/core/kept_key.hpp>
#include <regius/core/keyed_tool.hpp>

#include <ranges>
#include <type_traits>
#include <utility>

namespace regius {

/// Whether no two elements are equal, or no two keys are.
///
///     all_unique(names)
///
/// Python    more_itertools.all_unique(iterable, key=None)
/// Cost      key and one hash an element; stops at the first that was there before
struct all_unique_fn : core::keyed_tool<all_unique_fn> {
    template <std::ranges::input_range R, core::key_of_the_elements<R> Key>
    [[nodiscard]] bool operator()(R&& source, Key&& key) const {
        core::hash_set<core::kept_key<R, std::invoke_result_t<Key&, std::ranges::range_reference_t<R>&>>> seen;
        return core::for_each_while(source, [&](auto&& x) { return seen.insert(core::invoke(key, x)); });
    }

    template <std::ranges::input_range R>
    [[nodiscard]] bool operator()(R&& source) const {
        return (*this)(std::forward<R>(source), std::identity{});
    }

    using keyed_tool::operator();
};

inline constexpr all_unique_fn all_unique{};

}  // namespace regius

#endif  // REGIUS_MORE_ITERTOOLS_ALL_UNIQUE_HPP
