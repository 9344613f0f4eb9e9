// SPDX-License-Identifier: MIT
#ifndef REGIUS_FUNCTOOLS_LRU_CACHE_HPP
#define REGIUS_FUNCTOOLS_LRU_CACHE_HPP

#include <regius/core/cache_order.hpp>
#include <regius/core/cached_function.hpp>

namespace regius {

/// Remember the results that were used last.
///
///     auto size = lru_cache({.maxsize = 1000})(file_size);
///     size("a");  size("a");
///     size.cache_info();                    // CacheInfo(hits=1, misses=1, maxsize=1000, currsize=1)
///
/// Python    functools.lru_cache(maxsize=128)
/// Accepts   and returns as cache; lru_cache(f) holds 128 results
/// Cost      as cache, and a few moves of links on a hit
/// Threads   as cache; the order is exact, so that one lock guards it, for which hits wait too: many threads that do
///           nothing but hit are better served by `cache`
struct lru_cache_fn : core::bounded_cache_fn<core::lru_order> {};

inline constexpr lru_cache_fn lru_cache{};

}  // namespace regius

#endif  // REGIUS_FUNCTOOLS_LRU_CACHE_HPP
