// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_LFU_ORDER_HPP
#define REGIUS_CORE_LFU_ORDER_HPP

#include <regius/core/cache_order.hpp>

#include <cstddef>
#include <cstdint>
#include <utility>

namespace regius::core {

/// The entry read or written least often goes; of several, the one that has been so for the longest time.
class lfu_order {
public:
    static constexpr bool expires = false;
    static constexpr std::int64_t now() noexcept { return 0; }
    static constexpr bool bounded = true;
    struct links {
        cache_link peers;  // entries used as often; the list of bucket b is closed by 0 at both ends
        cache_position bucket = 0;
    };

    lfu_order() = default;
    lfu_order(lfu_order const&) noexcept {}  // the order of a cache to be: there are no entries yet
    lfu_order(lfu_order&& that) noexcept { swap(that); }
    lfu_order& operator=(lfu_order that) noexcept {
        swap(that);
        return *this;
    }
    ~lfu_order() { delete[] buckets_; }

    // There are never more buckets than entries, one in passing and the head, so that a hit needs no memory.
    void prepare(auto const& table) {
        auto const needed = table.size() + 3;
        if (needed <= capacity_) return;
        auto* const grown = new bucket[needed * 2];
        for (std::size_t i = 0; i < capacity_; ++i) grown[i] = buckets_[i];
        delete[] buckets_;
        buckets_ = grown;
        capacity_ = needed * 2;
    }

    void inserted(auto const& table, cache_position at, std::int64_t) noexcept { join(table, at, bucket_after(0, 1)); }
    void touched(auto const& table, cache_position at) noexcept {
        auto const from = table.links(at).bucket;
        auto const to = bucket_after(from, buckets_[from].uses + 1);
        leave(table, at);
        join(table, at, to);
    }
    void written(auto const& table, cache_position at, std::int64_t) noexcept { touched(table, at); }
    void removed(auto const& table, cache_position at) noexcept { leave(table, at); }
    cache_position victim(auto const&) const noexcept { return buckets_[buckets_[0].order.next].first; }
    void cleared() noexcept {
        if (buckets_) buckets_[0] = bucket{};
        made_ = 1;
        free_ = 0;
    }

private:
    struct bucket {
        std::uint64_t uses = 0;
        cache_link order;  // buckets by rising uses; bucket 0 is the head
        cache_position first = 0;
        cache_position last = 0;
    };

    bucket* buckets_ = nullptr;
    std::size_t capacity_ = 0;
    cache_position made_ = 1;
    cache_position free_ = 0;

    void swap(lfu_order& that) noexcept {
        std::swap(buckets_, that.buckets_);
        std::swap(capacity_, that.capacity_);
        std::swap(made_, that.made_);
        std::swap(free_, that.free_);
    }

    cache_position bucket_after(cache_position before, std::uint64_t uses) noexcept {
        auto const next = buckets_[before].order.next;
        if (next != 0 && buckets_[next].uses == uses) return next;
        auto const made = free_ != 0 ? free_ : made_++;
        if (free_ != 0) free_ = buckets_[free_].order.next;
        buckets_[made] = {.uses = uses, .order = {before, next}};
        buckets_[before].order.next = made;
        buckets_[next].order.prev = made;
        return made;
    }

    void join(auto const& table, cache_position at, cache_position into) noexcept {
        auto& in = buckets_[into];
        links& mine = table.links(at);
        mine = {.peers = {in.last, 0}, .bucket = into};
        (in.last != 0 ? table.links(in.last).peers.next : in.first) = at;
        in.last = at;
    }

    void leave(auto const& table, cache_position at) noexcept {
        links const& mine = table.links(at);
        auto const [peers, from] = mine;
        auto& in = buckets_[from];
        (peers.prev != 0 ? table.links(peers.prev).peers.next : in.first) = peers.next;
        (peers.next != 0 ? table.links(peers.next).peers.prev : in.last) = peers.prev;
        if (in.first != 0) return;
        buckets_[in.order.prev].order.next = in.order.next;
        buckets_[in.order.next].order.prev = in.order.prev;
        in.order.next = free_;
        free_ = from;
    }
};

}  // namespace regius::core

#endif  // REGIUS_CORE_LFU_ORDER_HPP
