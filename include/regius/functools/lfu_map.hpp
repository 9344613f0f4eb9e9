// SPDX-License-Identifier: MIT
#ifndef REGIUS_FUNCTOOLS_LFU_MAP_HPP
#define REGIUS_FUNCTOOLS_LFU_MAP_HPP

#include <regius/core/cache_map.hpp>
#include <regius/core/lfu_order.hpp>

#include <utility>

namespace regius {

/// A map of bounded size, from which what has been used least often leaves; of several, what has been so for longest.
///
/// Python    cachetools.LFUCache(maxsize, getsizeof)
/// Accepts   and does as lru_map
template <core::hashable K, class V, class Weigh = count_entries>
class lfu_map : public core::cache_map<K, V, core::lfu_order, Weigh> {
    using base = core::cache_map<K, V, core::lfu_order, Weigh>;

public:
    explicit lfu_map(core::capacity maxsize, Weigh weigh = {}) : base({.maxsize = maxsize}, {}, std::move(weigh)) {}
    explicit lfu_map(cache_map_options<K, V> options, Weigh weigh = {})
        : base(std::move(options), {}, std::move(weigh)) {}
};

}  // namespace regius

#endif  // REGIUS_FUNCTOOLS_LFU_MAP_HPP
