// SPDX-License-Identifier: MIT
#ifndef REGIUS_FUNCTOOLS_TTL_MAP_HPP
#define REGIUS_FUNCTOOLS_TTL_MAP_HPP

#include <regius/core/cache_map.hpp>
#include <regius/core/cache_order.hpp>
#include <regius/core/clock.hpp>
#include <regius/core/ttl_order.hpp>

#include <utility>

namespace regius {

/// A map of bounded size whose entries live for `ttl` after they were written; a read does not renew them.
///
///     ttl_map<std::string, token> tokens(100, 15min);
///     ttl_map<std::string, token> tested(100, 15min, clock);
///
/// Python    cachetools.TTLCache(maxsize, ttl, timer)
/// Accepts   and does as lru_map, by which the least recently used leaves when it is full
/// Throws    value_error for a negative ttl, and as lru_map
template <core::hashable K, class V, class Weigh = count_entries>
class ttl_map : public core::cache_map<K, V, core::ttl_order, Weigh> {
    using base = core::cache_map<K, V, core::ttl_order, Weigh>;

public:
    ttl_map(core::capacity maxsize, core::span ttl, core::any_clock clock = {})
        : base({.maxsize = maxsize}, core::ttl_order(ttl, std::move(clock))) {}
    ttl_map(cache_map_options<K, V> options, core::span ttl, Weigh weigh = {})
        : ttl_map(std::move(options), ttl, core::any_clock(), std::move(weigh)) {}
    ttl_map(cache_map_options<K, V> options, core::span ttl, core::any_clock clock, Weigh weigh = {})
        : base(std::move(options), core::ttl_order(ttl, std::move(clock)), std::move(weigh)) {}
};

}  // namespace regius

#endif  // REGIUS_FUNCTOOLS_TTL_MAP_HPP
