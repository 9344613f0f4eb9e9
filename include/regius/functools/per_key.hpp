// SPDX-License-Identifier: MIT
#ifndef REGIUS_FUNCTOOLS_PER_KEY_HPP
#define REGIUS_FUNCTOOLS_PER_KEY_HPP

#include <regius/core/action.hpp>
#include <regius/core/cache_lock.hpp>
#include <regius/core/looked_up.hpp>
#include <regius/core/shared.hpp>
#include <regius/functools/lru_map.hpp>

#include <concepts>
#include <type_traits>
#include <utility>

namespace regius {

/// A limiter for each key: each user, each address.
///
///     per_key<std::string, rate_limiter> limits(10'000, rate_limit_options{.rate = 5, .burst = 10});
///     if (!limits[user]->try_acquire()) return too_many_requests();
///
/// Accepts   how many keys to remember, and what each limiter is made from
/// Returns   a handle: the limiter lives while it is held, even when its key is forgotten meanwhile
/// Cost      a search under a short lock; a new key allocates, and when there are too many, the one not asked for the
///           longest time is forgotten: its limiter starts anew if it comes back
/// Lifetime  owns copies of what limiters are made from; std::ref(clock) lends a clock
/// Threads   any number; hash and comparison of Key run under the lock
template <core::hashable Key, class Limiter>
class per_key {
    core::cache_lock lock_;
    lru_map<Key, core::shared<Limiter>> limiters_;
    core::action<core::shared<Limiter>()> make_;

public:
    template <class... Args>
    requires std::constructible_from<Limiter, std::unwrap_reference_t<Args>&...>
    explicit per_key(core::capacity keys, Args... args)
        : limiters_(keys), make_([... args = std::move(args)]() mutable {
              return core::shared<Limiter>(std::in_place, static_cast<std::unwrap_reference_t<Args>&>(args)...);
          }) {}

    template <core::finds_a_key<Key> Q = Key>
    [[nodiscard]] core::shared<Limiter> operator[](Q const& key) {
        {
            core::lock_holder const held(lock_);
            if (auto found = limiters_.get(key)) return *found;
        }
        auto made = make_();
        core::lock_holder const held(lock_);
        if (auto found = limiters_.get(key)) return *found;
        limiters_.put(Key(key), made);
        return made;
    }

    /// How many keys are remembered.
    [[nodiscard]] std::size_t size() {
        core::lock_holder const held(lock_);
        return limiters_.size();
    }
};

}  // namespace regius

#endif  // REGIUS_FUNCTOOLS_PER_KEY_HPP
