// SPDX-License-Identifier: MIT
#ifndef REGIUS_FUNCTOOLS_TTL_CACHE_HPP
#define REGIUS_FUNCTOOLS_TTL_CACHE_HPP

#include <regius/core/cache_order.hpp>
#include <regius/core/cached_function.hpp>
#include <regius/core/clock.hpp>
#include <regius/core/ttl_order.hpp>

#include <chrono>
#include <utility>

namespace regius {

struct ttl_cache_options {
    core::capacity maxsize = 128;                ///< results held; 0 or less: none; `none`: no limit
    core::span ttl = std::chrono::seconds(600);  ///< a result is good while less than this has passed since it came
};

/// Remember results for a time.
///
///     auto rate = ttl_cache({.maxsize = 100, .ttl = 30s})(fetch_rate);
///     rate("EUR");                                    // fetched
///     rate("EUR");                                    // remembered, for 30 seconds from the fetch
///
///     ttl_cache({.ttl = 1min}, clock)(f)              // by another clock
///
/// Python    cachetools.func.ttl_cache(maxsize=128, ttl=600, timer=time.monotonic)
/// Accepts   and returns as cache; ttl_cache(f) holds 128 results for ten minutes
/// Cost      as lru_cache, and one clock read a call
/// Throws    value_error when built: a negative ttl
/// Lifetime  a clock passed as lvalue is borrowed
/// Threads   as cache; one lock
struct ttl_cache_fn {
    template <core::cache_tag... Tags>
    [[nodiscard]] auto operator()(ttl_cache_options options, Tags const&... tags) const {
        return (*this)(options, core::any_clock(), tags...);
    }

    template <core::cache_tag... Tags>
    [[nodiscard]] auto operator()(ttl_cache_options options, core::any_clock clock, Tags const&... tags) const {
        return core::make_cache_decorator(options.maxsize, core::ttl_order(options.ttl, std::move(clock)), tags...);
    }

    template <core::cacheable F>
    [[nodiscard]] auto operator()(F&& f) const {
        return (*this)(ttl_cache_options{})(std::forward<F>(f));
    }

    template <core::hashable_signature Signature, class F>
    [[nodiscard]] auto as(F&& f) const {
        return (*this)(ttl_cache_options{}).template as<Signature>(std::forward<F>(f));
    }
};

inline constexpr ttl_cache_fn ttl_cache{};

}  // namespace regius

#endif  // REGIUS_FUNCTOOLS_TTL_CACHE_HPP
