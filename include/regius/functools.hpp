// SPDX-License-Identifier: MIT
#ifndef REGIUS_FUNCTOOLS_HPP
#define REGIUS_FUNCTOOLS_HPP

// import functools

#include <regius/functools/cache.hpp>
#include <regius/functools/cached_property.hpp>
#include <regius/functools/compose.hpp>
#include <regius/functools/decorate.hpp>
#include <regius/functools/lfu_cache.hpp>
#include <regius/functools/lfu_map.hpp>
#include <regius/functools/lru_cache.hpp>
#include <regius/functools/lru_map.hpp>
#include <regius/functools/once.hpp>
#include <regius/functools/partial.hpp>
#include <regius/functools/per_key.hpp>
#include <regius/functools/rate_limit.hpp>
#include <regius/functools/reduce.hpp>
#include <regius/functools/retry.hpp>
#include <regius/functools/retry_strategies.hpp>
#include <regius/functools/sliding_window_limiter.hpp>
#include <regius/functools/timed.hpp>
#include <regius/functools/ttl_cache.hpp>
#include <regius/functools/ttl_map.hpp>

#endif  // REGIUS_FUNCTOOLS_HPP
