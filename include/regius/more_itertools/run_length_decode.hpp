// SPDX-License-Identifier: MIT
#ifndef REGIUS_MORE_ITERTOOLS_RUN_LENGTH_DECODE_HPP
#define REGIUS_MORE_ITERTOOLS_RUN_LENGTH_DECODE_HPP

#include <regius/core/concepts.hpp>
#include <regius/core/flattened.hpp>
#include <regius/core/pipe.hpp>
#include <regius/itertools/repeat.hpp>
#include <regius/itertools/starmap.hpp>

#include <cstddef>
#include <ranges>
#include <tuple>
#include <type_traits>
#include <utility>

namespace regius {

namespace core {

/// A range of pairs of a value and how many times it is there.
template <class R>
concept values_with_counts = function_of_the_parts<repeat_fn, R> &&
                             std::tuple_size_v<std::remove_cvref_t<std::ranges::range_reference_t<R>>> == 2;

}  // namespace core

/// Each value as often as the number beside it says.
///
///     run_length_decode(runs)                 // {{'a', 1}, {'b', 2}}: a b b
///     text | run_length_encode() | run_length_decode()
///
/// Python    more_itertools.run_length.decode(iterable)
/// Accepts   a range of pairs of a value and an integer
/// Yields    const references to the value, nothing where the number is 0 or negative
/// Category  input
/// Cost      one copy of each value; allocates nothing. Terminal tools run one loop for each run
/// Lifetime  an lvalue range is borrowed, an rvalue is owned; a reference lives until the next run
struct run_length_decode_fn {
    template <core::iterable R>
    requires core::values_with_counts<R>
    [[nodiscard]] constexpr auto operator()(R&& r) const {
        auto runs = starmap(repeat, std::forward<R>(r));
        return core::flattened_view<decltype(runs)>(std::move(runs));
    }
    [[nodiscard]] constexpr auto operator()() const { return core::bind_back(*this); }
};

inline constexpr run_length_decode_fn run_length_decode{};

}  // namespace regius

#endif  // REGIUS_MORE_ITERTOOLS_RUN_LENGTH_DECODE_HPP
