// SPDX-License-Identifier: MIT
#ifndef REGIUS_MORE_ITERTOOLS_TAKE_HPP
#define REGIUS_MORE_ITERTOOLS_TAKE_HPP

#include <regius/core/concepts.hpp>
#include <regius/core/flow.hpp>
#include <regius/core/islice_bound.hpp>
#include <regius/core/pipe.hpp>
#include <regius/core/smaller.hpp>
#include <regius/core/turn.hpp>
#include <regius/core/value_error.hpp>

#include <cstddef>
#include <ranges>
#include <utility>
#include <vector>

namespace regius {

/// The first n elements, collected.
///
///     take(3, lines(path))            // also lines(path) | take(3)
///
/// Python    more_itertools.take(n, iterable)
/// Returns   std::vector of at most n elements
/// Cost      n elements are taken from a one-shot source, no more
/// Throws    value_error when n is negative
struct take_fn {
    template <std::ranges::input_range R>
    [[nodiscard]] constexpr auto operator()(R&& source, core::integer auto n) const {
        (void)core::islice_stop(n);
        std::vector<std::ranges::range_value_t<R>> taken;
        if constexpr (std::ranges::sized_range<R>)
            taken.reserve(
                core::smaller(static_cast<std::size_t>(n), static_cast<std::size_t>(std::ranges::size(source))));
        if (n > 0)
            core::for_each_while(std::forward<R>(source), [&](auto&& x) {
                taken.emplace_back(std::forward<decltype(x)>(x));
                return --n > 0;
            });
        return taken;
    }

    template <std::ranges::input_range R>
    [[nodiscard]] constexpr auto operator()(core::integer auto n, R&& source) const {
        return (*this)(std::forward<R>(source), n);
    }

    [[nodiscard]] constexpr auto operator()(core::integer auto n) const { return core::bind_back(*this, n); }
};

inline constexpr take_fn take{};

/// The last n elements, collected.
///
///     tail(10, lines(path))           // also lines(path) | tail(10)
///
/// Python    more_itertools.tail(n, iterable)
/// Returns   std::vector of at most n elements
/// Cost      O(n) where the range can be walked from its end; else every element is read, n are kept
/// Throws    value_error when n is negative
struct tail_fn {
    template <std::ranges::input_range R>
    requires(!core::infinite<R>)
    [[nodiscard]] constexpr auto operator()(R&& source, core::integer auto n) const {
        if (n < 0) throw value_error("maxlen must be non-negative");
        auto const limit = static_cast<std::size_t>(n);
        std::vector<std::ranges::range_value_t<R>> kept;
        if (limit == 0) {
            core::for_each(std::forward<R>(source), [](auto&&) {});
        } else if constexpr (std::ranges::random_access_range<R> && std::ranges::sized_range<R>) {
            auto const size = static_cast<std::size_t>(std::ranges::size(source));
            auto const skipped = static_cast<std::ranges::range_difference_t<R>>(size - core::smaller(size, limit));
            kept.reserve(core::smaller(size, limit));
            for (auto it = std::ranges::begin(source) + skipped; it != std::ranges::end(source); ++it)
                kept.emplace_back(static_cast<core::passed_t<R>>(*it));
        } else {
            std::size_t oldest = 0;
            core::for_each(std::forward<R>(source), [&](auto&& x) {
                if (kept.size() < limit) {
                    kept.emplace_back(std::forward<decltype(x)>(x));
                } else {
                    kept[oldest] = std::ranges::range_value_t<R>(std::forward<decltype(x)>(x));
                    oldest = oldest + 1 == limit ? 0 : oldest + 1;
                }
            });
            core::turn_to(kept.begin(), kept.begin() + static_cast<std::ptrdiff_t>(oldest), kept.end());
        }
        return kept;
    }

    template <std::ranges::input_range R>
    [[nodiscard]] constexpr auto operator()(core::integer auto n, R&& source) const {
        return (*this)(std::forward<R>(source), n);
    }

    [[nodiscard]] constexpr auto operator()(core::integer auto n) const { return core::bind_back(*this, n); }
};

inline constexpr tail_fn tail{};

/// Read elements and forget them: all, or the next n.
///
///     consume(numbers, 3)             // a one-shot source is three elements further
///
/// Python    more_itertools.consume(iterator, n=None)
/// Cost      exactly n elements are taken from a one-shot source
/// Throws    value_error when n is negative
struct consume_fn {
    template <std::ranges::input_range R>
    requires(!core::infinite<R>)
    constexpr void operator()(R&& source) const {
        core::for_each(std::forward<R>(source), [](auto&&) {});
    }

    template <std::ranges::input_range R>
    constexpr void operator()(R&& source, core::integer auto n) const {
        (void)core::islice_stop(n);
        if (n > 0) core::for_each_while(std::forward<R>(source), [&](auto&&) { return --n > 0; });
    }

    [[nodiscard]] constexpr auto operator()() const { return core::bind_back(*this); }

    [[nodiscard]] constexpr auto operator()(core::integer auto n) const { return core::bind_back(*this, n); }
};

inline constexpr consume_fn consume{};

}  // namespace regius

#endif  // REGIUS_MORE_ITERTOOLS_TAKE_HPP
