// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_HASH_SET_HPP
#define REGIUS_CORE_HASH_SET_HPP

#include <regius/core/table.hpp>

#include <cstddef>
#include <string>
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

public:
    using key_type = Key;
    using value_type = Key;
    using size_type = std::size_t;
    using difference_type = std::ptrdiff_t;
    using iterator = typename table_type::const_iterator;
    using const_iterator = iterator;

    constexpr hash_set() = default;
    explicit hash_set(Hash hash, Equal equal = {}, Alloc alloc = {}) noexcept
        : table_(std::move(hash), std::move(equal), std::move(alloc)) {}

    /// Whether the key was new.
    template <class Q>
    requires std::constructible_from<Key, Q>
    bool insert(Q&& key) {
        return table_
            .find_or_insert(key,
                            [&](Alloc& alloc, Key* at) {
                                std::allocator_traits<Alloc>::construct(alloc, at, std::forward<Q>(key));
                            })
            .second;
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

    [[nodiscard]] friend bool operator==(hash_set const& a, hash_set const& b) {
        if (a.size() != b.size()) return false;
        for (auto const& key : a)
            if (!b.contains(key)) return false;
        return true;
    }
};

}  // namespace regius::core

#endif  // REGIUS_CORE_HASH_SET_HPP
