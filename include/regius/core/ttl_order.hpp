// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_TTL_ORDER_HPP
#define REGIUS_CORE_TTL_ORDER_HPP

#include <regius/core/cache_order.hpp>
#include <regius/core/clock.hpp>
#include <regius/core/value_error.hpp>

#include <cstdint>
#include <utility>

namespace regius::core {

/// As lru_order; and what was written `ttl` ago is as good as gone.
class ttl_order : public lru_order {
public:
    static constexpr bool expires = true;
    struct links : lru_order::links {
        cache_link age;
        std::int64_t until = 0;
    };

    ttl_order() = default;
    ttl_order(span ttl, any_clock time) : time_(std::move(time)), ttl_(ttl.count()) {
        if (ttl_ < 0) throw value_error("ttl_cache: ttl must not be negative");
    }

    std::int64_t now() const { return time_.now_ns(); }
    static bool alive(auto const& table, cache_position at, std::int64_t now) noexcept {
        return now < table.links(at).until;
    }

    void inserted(auto const& table, cache_position at, std::int64_t now) const noexcept {
        lru_order::inserted(table, at, now);
        by_age::push_back(table, at);
        table.links(at).until = add_saturated(now, ttl_);
    }
    void written(auto const& table, cache_position at, std::int64_t now) const noexcept {
        removed(table, at);
        inserted(table, at, now);
    }
    static void removed(auto const& table, cache_position at) noexcept {
        lru_order::removed(table, at);
        by_age::remove(table, at);
    }
    static cache_position oldest(auto const& table) noexcept { return by_age::front(table); }
    static cache_position younger(auto const& table, cache_position at) noexcept { return table.links(at).age.next; }

private:
    using by_age = cache_list<&links::age>;

    any_clock time_;
    std::int64_t ttl_ = 0;
};

}  // namespace regius::core

#endif  // REGIUS_CORE_TTL_ORDER_HPP
