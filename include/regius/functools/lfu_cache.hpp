// SPDX-License-Identifier: MIT
#ifndef REGIUS_FUNCTOOLS_LFU_CACHE_HPP
#define REGIUS_FUNCTOOLS_LFU_CACHE_HPP

#include <regius/core/cached_function.hpp>
#include <regius/core/lfu_order.hpp>

namespace regius {

/// Remember the results that are used most often; of those used as often, the latest.
///
///     auto size = lfu_cache({.maxsize = 1000})(file_size);
///
/// Python    cachetools.func.lfu_cache(maxsize=128)
/// Accepts   and returns as cache; lfu_cache(f) holds 128 results
/// Cost      as cache, and O(1) moves of links on a hit
/// Threads   as cache; one lock
struct lfu_cache_fn : core::bounded_cache_fn<core::lfu_order> {};

inline constexpr lfu_cache_fn lfu_cache{};

}  // namespace regius

#endif  // REGIUS_FUNCTOOLS_LFU_CACHE_HPP
