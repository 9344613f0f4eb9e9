// SPDX-License-Identifier: MIT
#ifndef REGIUS_MORE_ITERTOOLS_NTH_HPP
#define REGIUS_MORE_ITERTOOLS_NTH_HPP

#include <regius/core/concepts.hpp>
#include <regius/core/flow.hpp>
#include <regius/core/islice_bound.hpp>
#include <regius/core/picked.hpp>
#include <regius/core/pipe.hpp>

#include <concepts>
#include <ranges>
#include <utility>

namespace regius {

/// The element at position n, counted from 0.
///
///     nth(split(line), 8, "-")        // the ninth word, or "-"
///     if (auto word = nth(split(line), 8)) use(*word);
///
/// Python    more_itertools.nth(iterable, n, default=None)
/// Returns   without a default, an optional: of a reference where the element outlives the call (an lvalue
///           container), else of a value; with one, a value
/// Cost      O(1) over random access, else O(n); n + 1 elements are taken from a one-shot source
/// Throws    value_error when n is negative
struct nth_fn {
    template <std::ranges::input_range R>
    constexpr core::picked_or_none_t<R> operator()(R&& source, core::integer auto n) const {
        core::picker<R> found;
        find(source, n, found);
        return found.get_or_none();
    }

    template <std::ranges::input_range R, std::convertible_to<std::ranges::range_value_t<R>> T>
    constexpr std::ranges::range_value_t<R> operator()(R&& source, core::integer auto n, T&& otherwise) const {
        core::picker<R> found;
        find(source, n, found);
        if (!found) return std::forward<T>(otherwise);
        return found.get();
    }

    [[nodiscard]] constexpr auto operator()(core::integer auto n) const { return core::bind_back(*this, n); }

    template <class T>
    [[nodiscard]] constexpr auto operator()(core::integer auto n, T otherwise) const {
        return core::bind_back(*this, n, std::move(otherwise));
    }

private:
    template <class R>
    static constexpr void find(R& source, auto n, auto& found) {
        (void)core::islice_start(n);
        if constexpr (std::ranges::random_access_range<R> && std::ranges::sized_range<R>) {
            if (std::cmp_less(n, std::ranges::size(source)))
                found(std::ranges::begin(source)[static_cast<std::ranges::range_difference_t<R>>(n)]);
        } else {
            core::for_each_while(source, [&](auto&& x) {
                if (n-- > 0) return true;
                found(std::forward<decltype(x)>(x));
                return false;
            });
        }
    }
};

inline constexpr nth_fn nth{};

}  // namespace regius

#endif  // REGIUS_MORE_ITERTOOLS_NTH_HPP
