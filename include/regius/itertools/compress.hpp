// SPDX-License-Identifier: MIT
#ifndef REGIUS_ITERTOOLS_COMPRESS_HPP
#define REGIUS_ITERTOOLS_COMPRESS_HPP

#include <regius/builtins/filter.hpp>
#include <regius/builtins/zip.hpp>
#include <regius/core/concepts.hpp>
#include <regius/core/mapped.hpp>
#include <regius/core/pipe.hpp>
#include <regius/core/truth.hpp>

#include <concepts>
#include <ranges>
#include <tuple>
#include <utility>

namespace regius {

namespace detail {

struct compress_selects {
    template <class Row>
    constexpr bool operator()(Row const& row) const {
        return core::truth(std::get<1>(row));
    }
};

struct compress_element {
    static constexpr bool picks = true;
    template <class Row>
    constexpr auto operator()(Row&& row) const -> std::tuple_element_t<0, std::remove_cvref_t<Row>> {
        return std::get<0>(std::forward<Row>(row));
    }
};

}  // namespace detail

/// The elements whose selector is true.
///
///     compress("ABCDEF"sv, std::array{1, 0, 1, 0, 1, 1})      // A C E F, as "ABCDEF"sv | compress(std::array{...})
///
/// Python    itertools.compress(data, selectors)
/// Accepts   a range and a range of truth values: numbers, pointers, optionals, containers (an empty one is false); the
///           shorter one ends it
/// Yields    the elements of the range, as the range yields them
/// Category  forward at most, where both can be read in place; else input
/// Cost      each element of both is read once; allocates nothing
/// Lifetime  lvalue ranges are borrowed, rvalues are owned, selectors behind a `|` too
struct compress_fn {
    template <core::iterable R, core::iterable Selectors>
    requires core::has_truth_value<std::ranges::range_reference_t<Selectors>>
    [[nodiscard]] constexpr auto operator()(R&& r, Selectors&& selectors) const {
        auto kept = filter(detail::compress_selects(), zip(std::forward<R>(r), std::forward<Selectors>(selectors)));
        return core::mapped_view<decltype(kept), detail::compress_element>(std::move(kept), detail::compress_element());
    }

    template <core::iterable Selectors>
    requires core::has_truth_value<std::ranges::range_reference_t<Selectors>>
    [[nodiscard]] constexpr auto operator()(Selectors&& selectors) const {
        return core::bind_back(*this, core::all(std::forward<Selectors>(selectors)));
    }
};

inline constexpr compress_fn compress{};

}  // namespace regius

#endif  // REGIUS_ITERTOOLS_COMPRESS_HPP
