// SPDX-License-Identifier: MIT
#ifndef REGIUS_FUNCTOOLS_CACHE_HPP
#define REGIUS_FUNCTOOLS_CACHE_HPP

#include <regius/core/cache_order.hpp>
#include <regius/core/cached_function.hpp>
#include <regius/core/none.hpp>

#include <cstdint>
#include <utility>

namespace regius {

namespace detail {

/// Nothing ever goes.
struct cache_without_order {
    static constexpr bool expires = false;
    static constexpr std::int64_t now() noexcept { return 0; }
    static constexpr bool bounded = false;
    struct links {};

    static void prepare(auto const&) noexcept {}
    static void inserted(auto const&, core::cache_position, std::int64_t) noexcept {}
    static void touched(auto const&, core::cache_position) noexcept {}
    static void cleared() noexcept {}
};

}  // namespace detail

/// Remember every result of a function.
///
///     auto size = cache([](std::string const& path) { return file_size(path); });
///     size("a");  size("a");                                    // one call
///
///     auto fib = cache.as<std::uint64_t(int)>([](auto& self, int n) -> std::uint64_t {
///         return n < 2 ? n : self(n - 1) + self(n - 2);
///     });
///     fib(90);                                                  // 91 calls
///
/// Python    functools.cache(f); `memoize` is the same object
/// Accepts   a function with one signature, or any with as<R(Args...)>, also one that takes itself first; parameters
///           must be hashable. Tags before it: cache(single_flight)(f), cache(unsynchronized)(f)
/// Returns   the function, with cache_info(), cache_clear() and wrapped(). A result that is `T const&` is given as T
/// Cost      a hit: one hash, one lock, one search, one copy of the result; it allocates nothing, not even for a key
///           (text is looked up in place, as string_view). 24 bytes and the key and result for each entry
/// Throws    what the function throws, which is not remembered; std::bad_alloc
/// Lifetime  copies share one memory, as names do in Python; parameters that are string_view are remembered as text
/// Threads   any number may call, also recursively. The function, and what is yours in keys and results, runs under no
///           lock; two threads may compute the same result, and the first stored is what both get from then on. Hits of
///           different threads share no lock; a miss takes one for each thread so far, up to 16
/// Differs   keys are the arguments as the function takes them: 1 and 1.0 are the same to f(double)
struct cache_fn {
    // First, because compilers explain candidates in this order.
    template <core::cacheable F>
    [[nodiscard]] auto operator()(F&& f) const {
        return core::make_cache_decorator(none, detail::cache_without_order())(std::forward<F>(f));
    }

    template <core::cache_tag... Tags>
    [[nodiscard]] auto operator()(Tags const&... tags) const {
        return core::make_cache_decorator(none, detail::cache_without_order(), tags...);
    }

    template <core::hashable_signature Signature, class F>
    [[nodiscard]] auto as(F&& f) const {
        return (*this)().template as<Signature>(std::forward<F>(f));
    }
};

inline constexpr cache_fn cache{};
inline constexpr cache_fn const& memoize = cache;

}  // namespace regius

#endif  // REGIUS_FUNCTOOLS_CACHE_HPP
