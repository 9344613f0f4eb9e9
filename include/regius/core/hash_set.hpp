// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_HASH_SET_HPP
#define REGIUS_CORE_HASH_SET_HPP

#include <regius/core/blocks.hpp>
#include <regius/core/flow.hpp>
#include <regius/core/table.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <ranges>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace regius::core {

/// Keys that were seen, in the order they were first seen: the set inside unique_everseen, all_unique and
/// the set operations of dict's views.
///
/// Accepts   any key that Hash accepts; for std::string keys also what a string_view can be made from
/// Cost      insert and contains O(1); a std::string is made only for a key that is new
/// Throws    what hash, comparison, copy and allocation throw; the set is then as it was
template <class Key, class Hash = hash<Key>, class Equal = equal<Key>, class Alloc = std::allocator<Key>>
class hash_set {
    using table_type = table<Key, Key, Hash, Equal, Alloc>;
    table_type table_;

    template <class Q>
    bool insert(Q&& key, std::uint64_t hash) {
        auto const make = [&](Alloc& alloc, Key* at) {
            std::allocator_traits<Alloc>::construct(alloc, at, std::forward<Q>(key));
        };
        return table_.find_or_insert(key, hash, make).second;
    }

public:
    using key_type = Key;
    using value_type = Key;
    using iterator = typename table_type::const_iterator;
    using const_iterator = iterator;

    constexpr hash_set() = default;
    explicit hash_set(Hash hash, Equal equal = {}, Alloc alloc = {}) noexcept
        : table_(std::move(hash), std::move(equal), std::move(alloc)) {}

    /// Whether the key was new.
    template <class Q>
    requires std::constructible_from<Key, Q>
    bool insert(Q&& key) {
        return insert(std::forward<Q>(key), table_.hash_of(key));
    }

    /// Insert the keys of a range, which are hashed and fetched ahead where they can wait.
    template <std::ranges::input_range R>
    void insert_all(R&& keys) {
        if constexpr (elements_wait<R> && std::same_as<std::remove_cvref_t<std::ranges::range_reference_t<R>>, Key>)
            for_each_block<Key const*, table_type::block_size>(keys, [this](Key const* const* waiting, std::size_t n) {
                auto const key_at = [waiting](std::size_t i) -> Key const& { return *waiting[i]; };
                table_.ahead(n, key_at, [&](std::size_t i, std::uint64_t hash, auto* found) {
                    if (found == nullptr) this->insert(*waiting[i], hash);
                });
            });
        else
            for_each(std::forward<R>(keys), [this](auto&& key) {
                using Q = decltype(key);
                constexpr bool looked_up_as_it_is =
                    std::same_as<std::remove_cvref_t<Q>, Key> || std::convertible_to<Q, std::string_view>;
                this->insert(static_cast<std::conditional_t<looked_up_as_it_is, Q&&, Key>>(std::forward<Q>(key)));
            });
    }

    template <class Q>
    [[nodiscard]] bool contains(Q const& key) const {
        return table_.find(key) != nullptr;
    }
    template <class Q>
    bool erase(Q const& key) {
        return table_.erase_key(key);
    }

    [[nodiscard]] std::size_t size() const noexcept { return table_.size(); }
    [[nodiscard]] bool empty() const noexcept { return size() == 0; }
    void reserve(std::size_t size) { table_.reserve(size); }
    void clear() noexcept { table_.clear(); }

    [[nodiscard]] iterator begin() const noexcept { return table_.begin(); }
    [[nodiscard]] iterator end() const noexcept { return table_.end(); }
};

}  // namespace regius::core

#endif  // REGIUS_CORE_HASH_SET_HPP
