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
class ttl_order {
public:
    static constexpr bool expires = true;
    static constexpr bool bounded = true;
    struct links {
        cache_link used;
        cache_link age;
        std::int64_t until = 0;
    };

    ttl_order() = default;
    ttl_order(span ttl, time_source time) : time_(std::move(time)), ttl_(ttl.count()) {
        if (ttl_ < 0) throw value_error("ttl_cache: ttl must not be negative");
    }

    std::int64_t now() const { return time_.now_ns(); }
    static bool alive(auto const& table, cache_position at, std::int64_t now) noexcept {
        return now < table.links(at).until;
    }

    static void prepare(auto const&) noexcept {}
    void inserted(auto const& table, cache_position at, std::int64_t now) const noexcept {
        used::push_back(table, at);
        age::push_back(table, at);
        table.links(at).until = add_saturated(now, ttl_);
    }
    void written(auto const& table, cache_position at, std::int64_t now) const noexcept {
        removed(table, at);
        inserted(table, at, now);
    }
    static void touched(auto const& table, cache_position at) noexcept {
        if (table.links(at).used.next == 0) return;
        used::remove(table, at);
        used::push_back(table, at);
    }
    static void removed(auto const& table, cache_position at) noexcept {
        used::remove(table, at);
        age::remove(table, at);
    }
    static cache_position victim(auto const& table) noexcept { return used::front(table); }
    static cache_position oldest(auto const& table) noexcept { return age::front(table); }
    static cache_position younger(auto const& table, cache_position at) noexcept { return table.links(at).age.next; }
    static void cleared() noexcept {}

private:
    using used = cache_list<&links::used>;
    using age = cache_list<&links::age>;

    time_source time_;
    std::int64_t ttl_ = 0;
};

}  // namespace regius::core

#endif  // REGIUS_CORE_TTL_ORDER_HPP
