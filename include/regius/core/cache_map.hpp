// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_CACHE_MAP_HPP
#define REGIUS_CORE_CACHE_MAP_HPP

#include <regius/core/action.hpp>
#include <regius/core/cache_order.hpp>
#include <regius/core/hash.hpp>
#include <regius/core/linked_table.hpp>
#include <regius/core/looked_up.hpp>
#include <regius/core/optional_ref.hpp>
#include <regius/core/value_error.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <type_traits>
#include <utility>

namespace regius {

/// Why an entry left a cache.
enum class eviction {
    size,      ///< another one needed the room
    expired,   ///< its time was over
    replaced,  ///< its key got a new value
    erased,    ///< erase or clear
};

template <class K, class V>
struct cache_map_options {
    core::capacity maxsize;
    core::action<void(K const&, V&, eviction)> on_evict{};  ///< told of every entry that leaves, after it has left
};

/// Every entry takes one of maxsize.
struct count_entries {
    constexpr std::size_t operator()(auto const&, auto const&) const noexcept { return 1; }
};

namespace core {

// The links of the head, which has no weight of its own, keep the sum.
template <class Links>
struct weighed : Links {
    std::size_t weight = 0;
};

/// The maps behind the caches, for those who want the map and not the decorator. `Weigh`, called as
/// weigh(key, value), makes maxsize a limit on the sum of weights instead of the number of entries.
template <hashable K, class V, class Order, class Weigh>
class cache_map {
    static constexpr bool weighs = !std::same_as<Weigh, count_entries>;
    using links = std::conditional_t<weighs, weighed<typename Order::links>, typename Order::links>;
    using table = linked_table<K, V, links>;

    table table_;
    Order order_;
    std::size_t maxsize_;
    [[no_unique_address]] Weigh weigh_;
    action<void(K const&, V&, eviction)> on_evict_;

public:
    using key_type = K;
    using mapped_type = V;

    explicit cache_map(cache_map_options<K, V> options, Order order = {}, Weigh weigh = {})
        : order_(std::move(order)),
          maxsize_(options.maxsize.count),
          weigh_(std::move(weigh)),
          on_evict_(std::move(options.on_evict)) {}

    /// The value of a key, which counts as a use of it.
    template <finds_a_key<K> Q = K>
    [[nodiscard]] optional_ref<V> get(Q const& key) {
        auto const at = find(key);
        if (at == 0) return {};
        order_.touched(table_, at);
        return optional_ref<V>(&table_[at].value);
    }

    /// The same without counting as a use.
    template <finds_a_key<K> Q = K>
    [[nodiscard]] optional_ref<V const> peek(Q const& key) const {
        auto const at = find(key);
        return at == 0 ? optional_ref<V const>() : optional_ref<V const>(&table_[at].value);
    }
    template <finds_a_key<K> Q = K>
    [[nodiscard]] bool contains(Q const& key) const {
        return find(key) != 0;
    }

    /// Write a value, which counts as a use of the key; what must make room for it leaves.
    ///
    /// Throws    value_error if it alone is too large. Nothing is changed when it throws; a map that weighs may have
    ///           made room already
    void put(K key, V value) {
        auto const now = order_.now();
        auto const weight = static_cast<std::size_t>(weigh_(key, value));
        if (weight > maxsize_) throw value_error("value too large");
        drop_expired(now);
        auto const hash = core::hash<K>{}(key);
        if (auto const at = table_.find(hash, [&](K const& k) { return equal<K>{}(k, key); })) {
            // Its own weight makes room for it; the rest is the business of those not used lately.
            std::swap(table_[at].value, value);
            order_.written(table_, at, now);
            set_weight(at, weight);
            if (on_evict_) on_evict_(table_[at].key, value, eviction::replaced);
            while (weighs && currsize() > maxsize_) evict(order_.victim(table_), eviction::size);
            return;
        }
        order_.prepare(table_);
        cache_position victim = 0;
        if constexpr (weighs) {
            while (currsize() + weight > maxsize_) evict(order_.victim(table_), eviction::size);
        } else if (table_.size() >= maxsize_) {
            victim = order_.victim(table_);
        }
        auto const at = table_.emplace(hash, std::move(key), std::move(value));
        order_.inserted(table_, at, now);
        set_weight(at, weight);
        if (victim != 0) evict(victim, eviction::size);
    }

    /// Whether there was such an entry.
    template <finds_a_key<K> Q = K>
    bool erase(Q const& key) {
        auto const at = find(key);
        if (at != 0) evict(at, eviction::erased);
        return at != 0;
    }

    /// Drop what has expired; a put does so too.
    void expire()
    requires Order::expires
    {
        drop_expired(order_.now());
    }

    void clear() {
        while (on_evict_ && table_.size() != 0) evict(order_.victim(table_), eviction::erased);
        table_.clear();
        order_.cleared();
    }

    /// Entries held; in a map whose entries expire, those that have not.
    [[nodiscard]] std::size_t size() const {
        if constexpr (Order::expires) {
            auto const now = order_.now();
            std::size_t dead = 0;
            if (table_.size() != 0)
                for (auto at = order_.oldest(table_); at != 0 && !order_.alive(table_, at, now);
                     at = order_.younger(table_, at))
                    ++dead;
            return table_.size() - dead;
        } else {
            return table_.size();
        }
    }
    [[nodiscard]] bool empty() const { return size() == 0; }
    [[nodiscard]] std::size_t maxsize() const noexcept { return maxsize_; }
    /// What the entries take of maxsize.
    [[nodiscard]] std::size_t currsize() const {
        if constexpr (weighs)
            return table_.size() == 0 ? 0 : table_.links(0).weight;
        else
            return size();
    }

private:
    template <class Q>
    cache_position find(Q const& key) const {
        looked_up_t<K, Q const> const sought(key);
        auto const at = table_.find(core::hash<K>{}(sought), [&](K const& k) { return equal<K>{}(k, sought); });
        if constexpr (Order::expires)
            return at != 0 && order_.alive(table_, at, order_.now()) ? at : 0;
        else
            return at;
    }

    void set_weight([[maybe_unused]] cache_position at, [[maybe_unused]] std::size_t weight) noexcept {
        if constexpr (weighs) {
            auto& now = table_.links(at).weight;
            table_.links(0).weight += weight - now;
            now = weight;
        }
    }

    void evict(cache_position at, eviction cause) {
        order_.removed(table_, at);
        set_weight(at, 0);
        if (!on_evict_) return table_.erase(at);
        auto gone = table_.extract(at);
        on_evict_(gone.key, gone.value, cause);
    }

    void drop_expired([[maybe_unused]] std::int64_t now) {
        if constexpr (Order::expires)
            while (table_.size() != 0 && !order_.alive(table_, order_.oldest(table_), now))
                evict(order_.oldest(table_), eviction::expired);
    }
};

}  // namespace core

}  // namespace regius

#endif  // REGIUS_CORE_CACHE_MAP_HPP
