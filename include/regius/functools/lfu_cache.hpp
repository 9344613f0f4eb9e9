// SPDX-License-Identifier: MIT
#ifndef REGIUS_FUNCTOOLS_LFU_CACHE_HPP
#define REGIUS_FUNCTOOLS_LFU_CACHE_HPP

#include <regius/functools/cache_order.hpp>
#include <regius/functools/cached_function.hpp>

#include <utility>

namespace regius {

struct lfu_cache_options {
    core::capacity maxsize = 128;  ///< results held; 0 or less: none, and calls are still counted; `none`: no limit
};

/// Remember the results that are used most often; of those used as often, the latest.
///
///     auto size = lfu_cache({.maxsize = 1000})(file_size);
///
/// Python    cachetools.func.lfu_cache(maxsize=128)
/// Accepts   and returns as cache; lfu_cache(f) holds 128 results
/// Cost      as cache, and O(1) moves of links on a hit
/// Threads   as cache; one lock
struct lfu_cache_fn {
    template <core::cache_tag... Tags>
    [[nodiscard]] auto operator()(lfu_cache_options options, Tags const&... tags) const {
        return core::make_cache_decorator(options.maxsize, core::lfu_order(), tags...);
    }

    template <core::cacheable F>
    [[nodiscard]] auto operator()(F&& f) const {
        return (*this)(lfu_cache_options{})(std::forward<F>(f));
    }

    template <core::hashable_signature Signature, class F>
    [[nodiscard]] auto as(F&& f) const {
        return (*this)(lfu_cache_options{}).template as<Signature>(std::forward<F>(f));
    }
};

inline constexpr lfu_cache_fn lfu_cache{};

}  // namespace regius

#endif  // REGIUS_FUNCTOOLS_LFU_CACHE_HPP
