// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_LINKED_TABLE_HPP
#define REGIUS_CORE_LINKED_TABLE_HPP

#include <regius/core/hash.hpp>
#include <regius/core/hash_index.hpp>
#include <regius/core/huge_pages.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <new>
#include <stdexcept>
#include <type_traits>
#include <utility>

namespace regius::core {

/// The store under the caches: entries in one block of memory, found by their hash, and threaded on lists by 32-bit
/// positions kept inside them. The owner says which lists; position 0 holds no entry, and is the head of each.
///
/// Cost        a search reads one cache line of the index and the entry; a hit allocates nothing
/// Throws      emplace: nothing is changed when it throws, if Key and Value can be copied, or moved without throwing
/// Invalidates emplace: references; a position stays what it is until its entry is erased
template <class Key, class Value, class Links>
class linked_table {
public:
    using position = std::uint32_t;
    static constexpr position none = 0;
    // Beside an entry, unless it is known to be made again as cheaply as 8 bytes are read.
    static constexpr bool keeps_hash = !requires { requires hashable<Key> && !hashing::of<Key>::dear; };

    struct nothing {};

    struct entry {
        Key key;
        [[no_unique_address]] Value value;
    };
    struct slot {
        [[no_unique_address]] Links links{};
        union {
            entry held;
        };
        [[no_unique_address]] std::conditional_t<keeps_hash, std::uint64_t, nothing> hash{};

        slot() noexcept {}
        ~slot() {}
    };

    linked_table() = default;
    linked_table(linked_table&& that) noexcept { swap(that); }
    linked_table& operator=(linked_table that) noexcept {
        swap(that);
        return *this;
    }
    ~linked_table() {
        destroy_entries();
        ::operator delete(static_cast<void*>(slots_), alignment);
    }

    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    [[nodiscard]] entry& operator[](position at) const noexcept { return slots_[at].held; }
    [[nodiscard]] Links& links(position at) const noexcept { return slots_[at].links; }

    [[nodiscard]] std::uint64_t hash_of(position at) const noexcept {
        if constexpr (keeps_hash)
            return slots_[at].hash;
        else
            return hash<Key>{}(slots_[at].held.key);
    }

    /// The entry with this hash for whose key same(key) holds, or none.
    template <class Same>
    [[nodiscard, gnu::always_inline]] position find(std::uint64_t hash, Same same) const {
        return index_.search(hash, [&](index::place, std::size_t where) {
            auto const at = static_cast<position>(where);  // all that the index has of it
            if constexpr (keeps_hash)
                if (slots_[at].hash != hash) return none;
            return same(slots_[at].held.key) ? at : none;
        });
    }

    /// Add an entry that is not there yet; its links are for the owner to set.
    template <class K, class V>
    position emplace(std::uint64_t hash, K&& key, V&& value) {
        if (free_ == none && used_ + 1 >= capacity_) grow();
        auto const at = free_ != none ? free_ : used_ + 1;
        auto& place = slots_[at];
        position rest = none;
        if (free_ != none) std::memcpy(&rest, &place, sizeof rest);
        ::new (static_cast<void*>(&place.held)) entry{std::forward<K>(key), std::forward<V>(value)};
        place.links = Links{};
        if constexpr (keeps_hash) place.hash = hash;
        if (free_ != none)
            free_ = rest;
        else
            ++used_;
        index_.insert(hash, at);
        ++size_;
        return at;
    }

    /// Take an entry out of the index, which forgets it, and hand it over.
    entry extract(position at) {
        entry taken(std::move(slots_[at].held));
        erase(at);
        return taken;
    }

    void erase(position at) noexcept {
        auto const hash = hash_of(at);
        index_.erase(hash, index_.find(hash, [at](std::size_t other) { return other == at; }));
        auto& place = slots_[at];
        place.held.~entry();
        static_assert(sizeof(Links) >= sizeof free_, "an owner without links never erases");
        std::memcpy(static_cast<void*>(&place), &free_, sizeof free_);  // where its links were
        free_ = at;
        --size_;
    }

    void clear() noexcept {
        if (!slots_) return;
        destroy_entries();
        index_.clear();
        slots_[0].links = Links{};
        size_ = 0;
        used_ = 0;
        free_ = none;
    }

    void swap(linked_table& that) noexcept {
        std::swap(index_, that.index_);
        std::swap(slots_, that.slots_);
        std::swap(capacity_, that.capacity_);
        std::swap(used_, that.used_);
        std::swap(free_, that.free_);
        std::swap(size_, that.size_);
    }

private:
    using index = hash_index<>;
    using line = index::line;
    static constexpr std::align_val_t alignment{alignof(slot) > alignof(line) ? alignof(slot) : alignof(line)};

    index index_;
    slot* slots_ = nullptr;
    position capacity_ = 0;  // slots, the head among them
    position used_ = 0;      // slots that have ever held an entry since the last clear
    position free_ = none;   // one that holds none now, which tells the next
    std::size_t size_ = 0;

    void grow() {
        constexpr std::size_t most = 0xffffffffU;
        std::size_t const wanted = capacity_ == 0 ? 12 : capacity_ * std::size_t{2};
        if (capacity_ == most) throw std::length_error("regius: a cache of more than 2^32 entries");
        linked_table grown(wanted < most ? wanted : most);
        if (slots_) grown.slots_[0].links = slots_[0].links;
        // All slots are taken, or there would have been no need to grow.
        for (position at = 1; at <= used_; ++at) {
            auto const hash = hash_of(at);
            auto& place = grown.slots_[at];
            ::new (static_cast<void*>(&place.held)) entry(std::move_if_noexcept(slots_[at].held));
            place.links = slots_[at].links;
            if constexpr (keeps_hash) place.hash = hash;
            grown.index_.insert(hash, at);
        }
        grown.used_ = used_;
        grown.size_ = size_;
        swap(grown);
    }

    // One block: the slots, and behind them the lines of the index.
    explicit linked_table(std::size_t count) : capacity_(static_cast<position>(count)) {
        auto const line_count = index::lines_for(count);
        auto const slots_size = (count * sizeof(slot) + sizeof(line) - 1) / sizeof(line) * sizeof(line);
        auto const size = slots_size + index::memory(line_count) * sizeof(line);
        auto* const block = static_cast<unsigned char*>(::operator new(size, alignment));
        prefer_huge_pages(block, size);
        slots_ = reinterpret_cast<slot*>(block);
        index_ = index(reinterpret_cast<line*>(block + slots_size), line_count);
        index_.clear();
        for (std::size_t i = 0; i < count; ++i) ::new (static_cast<void*>(slots_ + i)) slot;
    }

    void destroy_entries() noexcept {
        if constexpr (!std::is_trivially_destructible_v<entry>) {
            auto const* const lines = index_.lines();
            for (std::size_t i = 0; i < index_.line_count(); ++i)
                for (unsigned lane = 0; lane < index::width; ++lane)
                    if (lines[i].tags[lane] != 0) slots_[lines[i].positions[lane]].held.~entry();
        }
    }
};

}  // namespace regius::core

#endif  // REGIUS_CORE_LINKED_TABLE_HPP
