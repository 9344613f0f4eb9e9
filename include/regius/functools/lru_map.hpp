// SPDX-License-Identifier: MIT
#ifndef REGIUS_FUNCTOOLS_LRU_MAP_HPP
#define REGIUS_FUNCTOOLS_LRU_MAP_HPP

#include <regius/core/cache_map.hpp>
#include <regius/core/cache_order.hpp>

#include <utility>

namespace regius {

/// A map of bounded size, from which what has not been used for the longest time leaves.
///
///     lru_map<std::string, image> images(100);
///     images.put("logo", load("logo"));
///     if (auto found = images.get("logo")) draw(*found);      // counts as a use; peek and contains do not
///
///     lru_map<std::string, image> told({.maxsize = 100, .on_evict = [](auto& name, auto& i, eviction why) { ... }});
///     lru_map<std::string, std::string, length> bytes(1'000'000, length());   // maxsize bounds the sum of weights
///
/// Python    cachetools.LRUCache(maxsize, getsizeof)
/// Cost      get, put, erase: O(1), one search; an entry takes 8 bytes more than key and value (16 with a kept hash)
/// Throws    value_error for a value heavier than maxsize; what the operations on key and value throw
/// Lifetime  a put of a new key invalidates references to values
/// Threads   one at a time; lru_cache is the one with a lock
template <core::hashable K, class V, class Weigh = count_entries>
class lru_map : public core::cache_map<K, V, core::lru_order, Weigh> {
    using base = core::cache_map<K, V, core::lru_order, Weigh>;

public:
    explicit lru_map(core::capacity maxsize, Weigh weigh = {}) : base({.maxsize = maxsize}, {}, std::move(weigh)) {}
    explicit lru_map(cache_map_options<K, V> options, Weigh weigh = {})
        : base(std::move(options), {}, std::move(weigh)) {}
};

}  // namespace regius

#endif  // REGIUS_FUNCTOOLS_LRU_MAP_HPP
