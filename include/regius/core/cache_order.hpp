// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_CACHE_ORDER_HPP
#define REGIUS_CORE_CACHE_ORDER_HPP

#include <regius/core/none.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>

namespace regius::core {

// Which entry of a cache goes first. An order keeps its lists in the links of a linked_table, and is told what happens
// to each entry:
//
//     prepare(table)               room for one more; the only one that may throw
//     inserted(table, at, now)     written for the first time
//     written(table, at, now)      its value replaced
//     touched(table, at)           read
//     removed(table, at)           about to be erased
//     victim(table)                the entry to go; the table is not empty
//     cleared()                    all are gone
//     now()                        the time, which only an order that `expires` asks for

using cache_position = std::uint32_t;

/// A doubly linked list through the entries of a table; the head is position 0, which no entry has.
struct cache_link {
    cache_position prev = 0;
    cache_position next = 0;
};

template <auto Link>
struct cache_list {
    template <class Table>
    static void push_back(Table const& table, cache_position at) noexcept {
        auto& head = table.links(0).*Link;
        table.links(at).*Link = {head.prev, 0};
        (table.links(head.prev).*Link).next = at;
        head.prev = at;
    }
    template <class Table>
    static void remove(Table const& table, cache_position at) noexcept {
        auto const [prev, next] = table.links(at).*Link;
        (table.links(prev).*Link).next = next;
        (table.links(next).*Link).prev = prev;
    }
    template <class Table>
    static cache_position front(Table const& table) noexcept {
        return (table.links(0).*Link).next;
    }
};

/// The entry neither read nor written for the longest time goes.
struct lru_order {
    static constexpr bool expires = false;
    static constexpr std::int64_t now() noexcept { return 0; }
    static constexpr bool bounded = true;
    struct links {
        cache_link used;
    };
    using list = cache_list<&links::used>;

    static void prepare(auto const&) noexcept {}
    static void inserted(auto const& table, cache_position at, std::int64_t) noexcept { list::push_back(table, at); }
    static void touched(auto const& table, cache_position at) noexcept {
        if (table.links(at).used.next == 0) return;  // the latest already
        list::remove(table, at);
        list::push_back(table, at);
    }
    static void written(auto const& table, cache_position at, std::int64_t) noexcept { touched(table, at); }
    static void removed(auto const& table, cache_position at) noexcept { list::remove(table, at); }
    static cache_position victim(auto const& table) noexcept { return list::front(table); }
    static void cleared() noexcept {}
};

/// How many entries: any integer, where a negative one is 0 as in Python, or `none` for no limit.
struct capacity {
    std::size_t count;

    constexpr capacity(none_t) noexcept : count(std::numeric_limits<std::size_t>::max()) {}
    template <std::integral N>
    constexpr capacity(N n) noexcept : count(std::cmp_less(n, 0) ? 0 : static_cast<std::size_t>(n)) {}
};

}  // namespace regius::core

#endif  // REGIUS_CORE_CACHE_ORDER_HPP
