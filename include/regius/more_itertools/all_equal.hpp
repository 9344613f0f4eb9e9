// SPDX-License-Identifier: MIT
#ifndef REGIUS_MORE_ITERTOOLS_ALL_EQUAL_HPP
#define REGIUS_MORE_ITERTOOLS_ALL_EQUAL_HPP

#include <regius/core/concepts.hpp>
#include <regius/core/flow.hpp>
#include <regius/core/invoke.hpp>
#include <regius/core/kept_key.hpp>
#include <regius/core/keyed_tool.hpp>

#include <concepts>
#include <optional>
#include <ranges>
#include <type_traits>
#include <utility>

namespace regius {

/// Whether all elements are equal, or their keys are.
///
///     all_equal("aaa"sv)              // true, as for an empty range
///     all_equal(words, lower)
///
/// Python    more_itertools.all_equal(iterable, key=None)
/// Cost      key once an element; stops at the first that differs
struct all_equal_fn : core::keyed_tool<all_equal_fn> {
    template <std::ranges::input_range R, core::key_of_the_elements<R> Key>
    [[nodiscard]] constexpr bool operator()(R&& source, Key&& key) const {
        std::optional<core::kept_key<R, std::invoke_result_t<Key&, std::ranges::range_reference_t<R>&>>> front;
        return core::for_each_while(source, [&](auto&& x) -> bool {
            auto&& k = core::invoke(key, x);
            if (front) return static_cast<bool>(*front == k);
            front.emplace(std::forward<decltype(k)>(k));
            return true;
        });
    }

    template <std::ranges::input_range R>
    [[nodiscard]] constexpr bool operator()(R&& source) const {
        return (*this)(std::forward<R>(source), std::identity{});
    }

    using keyed_tool::operator();
};

inline constexpr all_equal_fn all_equal{};

}  // namespace regius

#endif  // REGIUS_MORE_ITERTOOLS_ALL_EQUAL_HPP
