// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_TABLE_HPP
#define REGIUS_CORE_TABLE_HPP

#include <regius/core/errors.hpp>
#include <regius/core/hash.hpp>
#include <regius/core/hash_index.hpp>
#include <regius/core/huge_pages.hpp>

#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <limits>
#include <new>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace regius::core {

// <string> is here for std::allocator and std::allocator_traits, which <memory> would bring at twice the price.

template <class Table, bool Const>
class table_iterator;

/// What a lookup takes: a std::string key is looked up by a string_view, so that no literal becomes a std::string.
template <class Key, class Hash, class Equal>
struct lookup_key {
    using type = Key const&;
};
template <class C, class Traits, class Alloc, class Key>
requires std::same_as<Key, std::basic_string<C, Traits, Alloc>>
struct lookup_key<std::basic_string<C, Traits, Alloc>, hash<Key>, equal<Key>> {
    using type = std::basic_string_view<C, Traits>;
};

/// A key of another type, where hash and equality of the user's own declare is_transparent.
template <class Q, class Key, class Hash, class Equal>
concept transparent_key = !std::same_as<Hash, hash<Key>> && requires {
    typename Hash::is_transparent;
    typename Equal::is_transparent;
} && std::invocable<Hash const&, Q const&> && std::predicate<Equal const&, Key const&, Q const&>;

/// A Hash and an Equal by which a Key can be found.
template <class Hash, class Equal, class Key>
concept hashes = (std::invocable<Hash const&, Key const&> || std::invocable<Hash const&, Key const&, std::uint64_t>) &&
                 std::predicate<Equal const&, Key const&, Key const&>;

namespace tables {

/// An entry that a memcpy moves. A pair with a const key is one too, whatever its assignment is.
template <class T>
inline constexpr bool bitwise = std::is_trivially_copyable_v<T>;
template <class A, class B>
inline constexpr bool bitwise<std::pair<A const, B>> = bitwise<A> && bitwise<B>;

template <class T>
inline constexpr bool moves_without_throwing = std::is_nothrow_move_constructible_v<T>;
template <class A, class B>
inline constexpr bool moves_without_throwing<std::pair<A const, B>> =
    moves_without_throwing<A> && moves_without_throwing<B>;

}  // namespace tables

/// The hash table under dict, counter and hash_set: entries in insertion order in one block of memory, and an
/// index of their positions beside it.
///
/// An erased entry leaves a hole, known by a bit; holes close when the block is full and a quarter of it is holes,
/// and never while something is erased. So:
///
/// Cost        one search reads one cache line and the entry; insertion amortised O(1), erase O(1)
/// Throws      every operation on one element leaves the table as it was when it throws, if Value can be copied or
///             moved without throwing; a throwing move of a Value that cannot be copied may lose elements
/// Invalidates insertion of a new key, reserve and shrink_to_fit: everything. Erase: iterators, and references
///             to what was erased
template <class Key, class Value, class Hash, class Equal, class Alloc, class Index = hash_index<>>
class table {
public:
    static constexpr bool is_set = std::same_as<Key, Value>;

    struct slot {
        union {
            Value value;
        };

        slot() noexcept {}
        ~slot() {}
    };

    using iterator = table_iterator<table, is_set>;
    using const_iterator = table_iterator<table, true>;
    using place = typename Index::place;

    constexpr table() = default;
    constexpr table(Hash hash, Equal equal, Alloc alloc) noexcept(std::is_nothrow_move_constructible_v<Hash> &&
                                                                  std::is_nothrow_move_constructible_v<Equal>)
        : alloc_(std::move(alloc)), hash_(std::move(hash)), equal_(std::move(equal)) {}

    table(table const& that)
        : table(that, std::allocator_traits<Alloc>::select_on_container_copy_construction(that.alloc_)) {}
    table(table const& that, Alloc const& alloc) : table(that.hash_, that.equal_, alloc) { copy(that); }

    table(table&& that) noexcept(std::is_nothrow_copy_constructible_v<Hash> &&
                                 std::is_nothrow_copy_constructible_v<Equal>)
        : table(that.hash_, that.equal_, that.alloc_) {
        swap_contents(that);
    }
    table(table&& that, Alloc const& alloc) : table(that.hash_, that.equal_, alloc) {
        if (alloc_ == that.alloc_) {
            swap_contents(that);
        } else {  // the memory cannot be taken over
            copy(that);
            that.clear();
        }
    }

    table& operator=(table const& that) {
        if (this == &that) return *this;
        constexpr bool propagate = std::allocator_traits<Alloc>::propagate_on_container_copy_assignment::value;
        table fresh(that, propagate ? that.alloc_ : alloc_);
        become<propagate>(fresh);
        return *this;
    }

    table& operator=(table&& that) noexcept(std::allocator_traits<Alloc>::is_always_equal::value &&
                                            std::is_nothrow_copy_constructible_v<Hash> &&
                                            std::is_nothrow_copy_constructible_v<Equal>) {
        if (this == &that) return *this;
        constexpr bool propagate = std::allocator_traits<Alloc>::propagate_on_container_move_assignment::value;
        table fresh(std::move(that), propagate ? that.alloc_ : alloc_);
        become<propagate>(fresh);
        return *this;
    }

    ~table() {
        static_assert(hashes<Hash, Equal, Key>,
                      "dict, counter: a key needs operator== and a hash (std::hash, or a "
                      "hash_value(key) found by ADL), or a Hash and an Equal of their own");
        release();
    }

    void swap(table& that) noexcept { become<std::allocator_traits<Alloc>::propagate_on_container_swap::value>(that); }

    Alloc const& allocator() const noexcept { return alloc_; }
    Hash const& hasher() const noexcept { return hash_; }
    Equal const& key_equal() const noexcept { return equal_; }

    std::size_t size() const noexcept { return live_; }
    std::size_t capacity() const noexcept { return capacity_; }

    iterator begin() noexcept { return iterator(this, head_); }
    const_iterator begin() const noexcept { return const_iterator(this, head_); }
    iterator end() noexcept { return iterator(this, used_); }
    const_iterator end() const noexcept { return const_iterator(this, used_); }

    iterator iterator_to(slot const* at) noexcept { return iterator(this, position_of(at)); }
    const_iterator iterator_to(slot const* at) const noexcept { return const_iterator(this, position_of(at)); }

    slot* first() const noexcept { return entries_ + head_; }
    slot* last() const noexcept {
        return entries_ + used_ - 1;
    }  // never a hole: erasing at the end gives the place back

    static Key const& key_of(slot const& of) noexcept {
        if constexpr (is_set)
            return of.value;
        else
            return of.value.first;
    }

    template <class Q>
    std::uint64_t hash_of(Q const& key) const noexcept(noexcept(hash_with(std::declval<Hash const&>(), key, 0))) {
        return hash_with(hash_, key, seed_);
    }

    template <class Q>
    slot* find(Q const& key) const {
        return find(key, hash_of(key));
    }

    template <class Q>
    [[gnu::always_inline]] slot* find(Q const& key, std::uint64_t hash) const {
        return index_.search(hash, [&](place, std::size_t position) -> slot* {
            auto* const candidate = entries_ + position;
            return matches(*candidate, key) ? candidate : nullptr;
        });
    }

    /// The entry with this key; a new one that `construct(Alloc&, Value*)` makes if there is none.
    template <class Q, class Construct>
    [[gnu::always_inline]] std::pair<slot*, bool> find_or_insert(Q const& key, std::uint64_t hash,
                                                                 Construct construct) {
        if (auto* const found = find(key, hash)) return {found, false};
        return {insert_missing(key, hash, construct), true};
    }
    template <class Q, class Construct>
    [[gnu::always_inline]] std::pair<slot*, bool> find_or_insert(Q const& key, Construct construct) {
        return find_or_insert(key, hash_of(key), std::move(construct));
    }

    template <class Q>
    bool erase_key(Q const& key) {
        auto const hash = hash_of(key);
        auto const found = index_.find(hash, [&](std::size_t position) { return matches(entries_[position], key); });
        if (!found) return false;
        remove(hash, found, entries_ + index_.position(found));
        return true;
    }

    /// Erase an entry that is there.
    void erase_at(slot* at) {
        auto const hash = hash_of(key_of(*at));
        remove(hash, place_of(hash, at), at);
    }

    /// Erase an entry that is there, and return the Result that take(Value&) has made of it before. It is made where the
    /// caller wants it: a move after the erase could throw.
    template <class Result, class Take>
    Result extract(slot* at, std::uint64_t hash, Take take) {
        auto const in = place_of(hash, at);
        Result result(take(at->value));
        remove(hash, in, at);
        return result;
    }

    iterator erase(const_iterator at) {
        auto const position = position_of(at.at_);
        erase_at(const_cast<slot*>(at.at_));
        return iterator(this, next_live(position));
    }

    /// Erase what `wanted(Value&)` says; a `wanted` that throws has erased what it had said until then.
    template <class Predicate>
    std::size_t erase_if(Predicate wanted) {
        auto const before = live_;
        for (auto position = head_; position < used_; position = next_live(position + 1))
            if (wanted(entries_[position].value)) erase_at(entries_ + position);
        return before - live_;
    }

    /// Make an entry the last, or the first; amortised O(1). Invalidates references to it, and when there is no room
    /// at that end everything.
    void move_to_end(slot* at, bool last) {
        if (last ? position_of(at) == used_ - 1 : position_of(at) == head_) return;
        if (last ? used_ == capacity_ : head_ == 0) at = make_room_at_end(at, last);
        auto const hash = hash_of(key_of(*at));
        auto* const to = entries_ + (last ? used_ : head_ - 1);
        if constexpr (tables::bitwise<Value> || tables::moves_without_throwing<Value> ||
                      !std::is_copy_constructible_v<Value>)
            make_from(to, *at);
        else
            copy_entry(to, *at);
        index_.set_position(place_of(hash, at), position_of(to));
        destroy(at);
        ++live_;
        if (last)
            begin_next_group(++used_);
        else
            bring_back(--head_);
        vacate(position_of(at));
    }

    void clear() noexcept {
        if (capacity_ == 0) return;
        destroy_all();
        index_.clear();
        head_ = used_ = live_ = 0;
        holes_ = false;
        ++version_;
    }

    void reserve(std::size_t size) {
        if (size > capacity_ - (used_ - live_)) rebuild(size);
    }

    void shrink_to_fit() {
        if (live_ == 0)
            release();
        else if (live_ < capacity_)
            rebuild(live_);
    }

    /// Pass the values in order to `sink` until it returns false.
    template <class Self, class Sink>
    static bool visit(Self& self, Sink&& sink) {
        if constexpr (checked) {
            for (auto& value : self)
                if (!sink(value)) return false;
        } else if (!self.holes_) {
            for (auto *at = self.entries_ + self.head_, *last = self.entries_ + self.used_; at != last; ++at)
                if (!sink(passed<Self>(at))) return false;
        } else {
            for (std::size_t group = self.head_ / 64; group * 64 < self.used_; ++group) {
                auto* const base = self.entries_ + group * 64;
                auto bits = self.alive_[group].bits;
                if (self.used_ - group * 64 < 64) bits &= (std::uint64_t{1} << (self.used_ - group * 64)) - 1;
                for (; bits != 0; bits &= bits - 1)
                    if (!sink(passed<Self>(base + std::countr_zero(bits)))) return false;
            }
        }
        return true;
    }

    /// How many keys `ahead` takes at once: enough that the first line has come when the last is asked for.
    static constexpr std::size_t block_size = 64;

    /// Run visit(i, hash, slot) for the keys at(0), ..., at(n - 1), n <= block_size, in order; slot is null, or where the
    /// key is. All are hashed first, then the lines they live in are fetched, then the entries: the misses of a block
    /// overlap instead of adding up. `visit` may insert; a key whose slot is null may be there all the same.
    template <class At, class Visit>
    void ahead(std::size_t n, At at, Visit visit) {
        constexpr std::size_t in_cache = 8192;  // entries, for which looking ahead costs more than it saves
        start();
        if (live_ < in_cache) {
            for (std::size_t i = 0; i < n; ++i) {
                auto const hash = hash_of(at(i));
                visit(i, hash, find(at(i), hash));
            }
            return;
        }
        std::uint64_t hashes[block_size];
        std::size_t candidates[block_size];
        auto const index =
            index_;  // copies, as the arrays might lie over the members: with those it takes twice the time
        auto* const entries = entries_;
        for (std::size_t i = 0; i < n; ++i) {
            hashes[i] = hash_of(at(i));
            index.prefetch(hashes[i]);
        }
        for (std::size_t i = 0; i < n; ++i) {
            auto const candidate = index.first_candidate(hashes[i]);
            candidates[i] = candidate ? index.position(candidate) : ~std::size_t{0};
            if (candidate) probing::prefetch(entries + candidates[i]);
        }
        for (std::size_t i = 0; i < n; ++i) {
            // When an insertion has closed holes, a candidate is another entry: one that is there, and compares unequal.
            bool const there = candidates[i] < used_ && matches(entries_[candidates[i]], at(i));
            visit(i, hashes[i], there ? entries_ + candidates[i] : nullptr);
        }
    }

    /// Take a seed of one's own instead of the process's; before the first insertion.
    void seed(std::uint64_t seed) noexcept {
        seed_ = seed;
        seeded_ = true;
    }

private:
    template <class, bool>
    friend class table_iterator;

#if !defined(NDEBUG) || defined(REGIUS_CHECKED)
    static constexpr bool checked = true;
#else
    static constexpr bool checked = false;
#endif

    // Which of 64 entries are there, and how many were before them when holes are closed. Bits from used_ on are
    // set, so that a walk from hole to hole ends at used_ without asking where that is.
    struct group {
        std::uint64_t bits;
        std::uint64_t before;
    };
    static constexpr std::uint64_t all = ~std::uint64_t{0};

    using line = typename Index::line;
    using slot_traits = typename std::allocator_traits<Alloc>::template rebind_traits<slot>;
    using line_traits = typename std::allocator_traits<Alloc>::template rebind_traits<line>;
    using traits = std::allocator_traits<Alloc>;

    template <class H, class Q>
    static std::uint64_t hash_with(H const& hash, Q const& key,
                                   std::uint64_t seed) noexcept(std::is_nothrow_invocable_v<H const&, Q const&>) {
        if constexpr (!hashes<Hash, Equal, Key>)
            return 0;  // the destructor says it
        else if constexpr (requires {
                               { hash(key, seed) } -> std::same_as<std::uint64_t>;
                           })
            return hash(key, seed);
        else
            return hashing::word(static_cast<std::uint64_t>(hash(key)), seed);
    }

    template <class Q>
    bool matches(slot const& candidate, Q const& key) const {
        if constexpr (hashes<Hash, Equal, Key>)
            return equal_(key_of(candidate), key);
        else
            return false;
    }

    place place_of(std::uint64_t hash, slot const* at) const noexcept {
        auto const wanted = position_of(at);
        return index_.find(hash, [wanted](std::size_t position) noexcept { return position == wanted; });
    }

    std::size_t position_of(slot const* at) const noexcept { return static_cast<std::size_t>(at - entries_); }

    bool alive(std::size_t position) const noexcept {
        return position >= head_ && (!holes_ || (alive_[position / 64].bits >> position % 64 & 1) != 0);
    }

    std::size_t next_live(std::size_t position) const noexcept {
        if (position < head_) return head_;
        if (!holes_ || position >= used_) return position < used_ ? position : used_;
        auto at = position / 64;
        auto bits = alive_[at].bits & all << position % 64;
        while (bits == 0) bits = alive_[++at].bits;
        return at * 64 + static_cast<std::size_t>(std::countr_zero(bits));
    }

    // ---- memory

    // The index and, behind it, the groups; counted in lines.
    static constexpr std::size_t all_lines(std::size_t lines) noexcept {
        return Index::memory(lines) +
               ((Index::capacity(lines) / 64 + 1) * sizeof(group) + sizeof(line) - 1) / sizeof(line);
    }

    // What an operation allocates before it changes anything; afterwards, the memory it replaced. An index that is big
    // enough may stay.
    struct block {
        Alloc& alloc;
        std::size_t capacity;
        bool const with_index;
        slot* entries = nullptr;
        Index index{};

        block(Alloc& from, std::size_t size, bool new_index) : alloc(from), capacity(size), with_index(new_index) {
            if (size > max_size()) throw std::length_error("dict: too many entries");
            entries = allocate<slot_traits>(alloc, size);
            if (!with_index) return;
            auto const lines = Index::lines_for(size);
            try {
                index = Index(allocate<line_traits>(alloc, all_lines(lines)), lines);
            } catch (...) {
                deallocate<slot_traits>(alloc, entries, size);
                throw;
            }
            index.clear();
        }
        block(block&&) = delete;
        ~block() {
            if (entries == nullptr) return;
            deallocate<slot_traits>(alloc, entries, capacity);
            if (with_index) deallocate<line_traits>(alloc, index.lines(), all_lines(index.line_count()));
        }
    };

    template <class Traits>
    static auto* allocate(Alloc& alloc, std::size_t n) {
        typename Traits::allocator_type rebound(alloc);
        auto* const block = std::to_address(Traits::allocate(rebound, n));
        using T = typename Traits::value_type;
        if constexpr (std::same_as<typename Traits::allocator_type, std::allocator<T>>)
            prefer_huge_pages(block, n * sizeof(T));
        return block;
    }

    template <class Traits, class T>
    static void deallocate(Alloc& alloc, T* p, std::size_t n) noexcept {
        typename Traits::allocator_type rebound(alloc);
        Traits::deallocate(rebound, std::pointer_traits<typename Traits::pointer>::pointer_to(*p), n);
    }

    static constexpr std::size_t max_size() noexcept {
        return static_cast<std::size_t>(std::numeric_limits<std::ptrdiff_t>::max()) / (2 * sizeof(slot) + 64);
    }

    void adopt(block& fresh, std::size_t entries) noexcept {
        std::swap(entries_, fresh.entries);
        std::swap(capacity_, fresh.capacity);
        if (fresh.with_index) {
            std::swap(index_, fresh.index);
            alive_ = reinterpret_cast<group*>(index_.lines() + Index::memory(index_.line_count()));
        }
        head_ = 0;
        used_ = live_ = entries;
        holes_ = false;
        ++version_;
    }

    void release() noexcept {
        if (capacity_ == 0) return;
        destroy_all();
        deallocate<slot_traits>(alloc_, entries_, capacity_);
        deallocate<line_traits>(alloc_, index_.lines(), all_lines(index_.line_count()));
        entries_ = nullptr;
        index_ = Index();
        capacity_ = head_ = used_ = live_ = 0;
        holes_ = false;
        ++version_;
    }

    void destroy_all() noexcept {
        if constexpr (!std::is_trivially_destructible_v<Value>)
            for (auto position = head_; position < used_; position = next_live(position + 1))
                destroy(entries_ + position);
    }

    void swap_contents(table& that) noexcept {
        std::swap(entries_, that.entries_);
        std::swap(index_, that.index_);
        std::swap(alive_, that.alive_);
        std::swap(capacity_, that.capacity_);
        std::swap(head_, that.head_);
        std::swap(used_, that.used_);
        std::swap(live_, that.live_);
        std::swap(holes_, that.holes_);
        std::swap(seed_, that.seed_);
        std::swap(seeded_, that.seeded_);
        ++version_;
        ++that.version_;
    }

    template <bool WithAllocator>
    void become(table& that) noexcept {
        using std::swap;
        if constexpr (WithAllocator) swap(alloc_, that.alloc_);
        swap(hash_, that.hash_);
        swap(equal_, that.equal_);
        swap_contents(that);
    }

    // ---- entries

    template <class... Args>
    void make(slot* at, Args&&... args) {
        traits::construct(alloc_, &(*::new (static_cast<void*>(at)) slot).value, std::forward<Args>(args)...);
    }

    void destroy(slot* at) noexcept { traits::destroy(alloc_, &at->value); }

    // An entry that will be destroyed at once may be moved from, its const key too.
    void make_from(slot* at, slot& old) {
        if constexpr (is_set)
            make(at, std::move(old.value));
        else
            make(at, std::move(const_cast<Key&>(old.value.first)), std::move(old.value.second));
    }

    void relocate(slot* to, slot* from) noexcept {
        if constexpr (tables::bitwise<Value>) {
            std::memcpy(static_cast<void*>(to), static_cast<void const*>(from), sizeof(slot));
        } else {
            make_from(to, *from);
            destroy(from);
        }
    }

    void copy_entry(slot* to, slot const& from) { make(to, from.value); }

    // Runs f(position of a live entry, how many live ones came before it).
    template <class F>
    void each(F f) const {
        std::size_t n = 0;
        for (auto position = head_; position < used_; position = next_live(position + 1)) f(position, n++);
    }

    // Enter the live entries under the positions they will have without holes.
    void fill(Index& index, std::size_t from = 0) const {
        constexpr std::size_t ahead_by = 16;
        std::uint64_t hashes[ahead_by];
        std::size_t waiting = 0, next = from;
        auto const flush = [&] {
            for (std::size_t i = 0; i < waiting; ++i) index.insert(hashes[i], next++);
            waiting = 0;
        };
        each([&](std::size_t position, std::size_t) {
            hashes[waiting] = hash_of(key_of(entries_[position]));
            index.prefetch(hashes[waiting]);
            if (++waiting == ahead_by) flush();
        });
        flush();
    }

    // Bring all entries to `to`, without holes; what throws leaves them where they are.
    void move_all(slot* to) {
        if constexpr (tables::bitwise<Value>) {
            if (!holes_) {
                if (live_ != 0)
                    std::memcpy(static_cast<void*>(to), static_cast<void const*>(entries_ + head_),
                                live_ * sizeof(slot));
                return;
            }
        }
        if constexpr (tables::bitwise<Value> || tables::moves_without_throwing<Value>) {
            each([&](std::size_t position, std::size_t n) { relocate(to + n, entries_ + position); });
        } else {
            make_all(to, *this, [this](slot* at, slot& old) {
                if constexpr (std::is_copy_constructible_v<Value>)
                    copy_entry(at, old);
                else
                    make_from(at, old);
            });
            destroy_all();
        }
    }

    void rebuild(std::size_t size, std::size_t gap = 0) {
        start();
        block fresh(alloc_, size + gap, true);
        fill(fresh.index, gap);
        move_all(fresh.entries + gap);
        adopt(fresh, live_);
        head_ = gap;
        used_ += gap;
    }

    // Where an entry will be when the holes are closed.
    auto numbered() noexcept {
        if (holes_) {
            std::uint64_t before = 0;
            for (std::size_t at = 0; at * 64 < used_; ++at) {
                alive_[at].before = before;
                before += static_cast<std::uint64_t>(std::popcount(alive_[at].bits));
            }
        }
        return [this](std::size_t position) noexcept {
            if (!holes_) return position - head_;
            auto const& in = alive_[position / 64];
            auto const below = in.bits & ~(all << position % 64);
            return static_cast<std::size_t>(in.before) + static_cast<std::size_t>(std::popcount(below));
        };
    }

    // Make an entry at `to` for each of a table, without holes, by make(slot*, slot& old); what throws leaves none there.
    template <class Make>
    void make_all(slot* to, table const& from, Make make) {
        std::size_t made = 0;
        try {
            from.each([&](std::size_t position, std::size_t n) {
                make(to + n, from.entries_[position]);
                ++made;
            });
        } catch (...) {
            while (made > 0) destroy(to + --made);
            throw;
        }
    }

    // Become like an other table: of a const one the entries are copied, else moved.
    template <class Table>
    void copy(Table& that) {
        seed_ = that.seed_;
        seeded_ = that.seeded_;
        if (that.live_ == 0) return;
        block fresh(alloc_, that.live_, true);
        if (that.live_ == that.used_ && fresh.index.line_count() == that.index_.line_count())
            std::memcpy(static_cast<void*>(fresh.index.lines()), static_cast<void const*>(that.index_.lines()),
                        Index::memory(that.index_.line_count()) * sizeof(line));
        else
            that.fill(fresh.index);
        make_all(fresh.entries, that, [this](slot* at, slot& old) {
            if constexpr (std::is_const_v<Table>)
                copy_entry(at, old);
            else
                make_from(at, old);
        });
        adopt(fresh, that.live_);
    }

    // ---- insertion

    // An empty table has no seed yet, so that a table can be constant-initialised; the first insertion takes it.
    void start() noexcept {
        if (!seeded_) seed(process_seed());
    }

    // Not inlined, so that what finds a key can be, wherever a dict is indexed.
    template <class Q, class Construct>
    [[gnu::noinline]] slot* insert_missing(Q const& key, std::uint64_t hash, Construct& construct) {
        if (!seeded_) [[unlikely]] {
            start();
            hash = hash_of(key);
        }
        return insert_new(hash, construct);
    }

    template <class Construct>
    slot* insert_new(std::uint64_t hash, Construct& construct) {
        if (used_ == capacity_) [[unlikely]]
            return insert_into_full(hash, construct);
        auto* const at = entries_ + used_;
        construct(alloc_, &(*::new (static_cast<void*>(at)) slot).value);
        add(hash);
        return at;
    }

    void add(std::uint64_t hash) noexcept {
        index_.insert(hash, used_);
        begin_next_group(++used_);
        ++live_;
        ++version_;
    }

    void begin_next_group(std::size_t used) noexcept {
        if (holes_ && used % 64 == 0) alive_[used / 64].bits = all;
    }

    // The positions of the entries change, but not their order: `at` is as far from the first as it was.
    [[gnu::noinline]] slot* make_room_at_end(slot* at, bool last) {
        std::size_t before = 0;
        each([&](std::size_t position, std::size_t n) {
            if (position == position_of(at)) before = n;
        });
        auto const gap = last ? std::size_t{0} : live_ / 2 + 2;
        if constexpr (tables::bitwise<Value> || tables::moves_without_throwing<Value>) {
            if (last && used_ != live_ && used_ - live_ >= capacity_ / 4) {
                close_holes();
                return entries_ + before;
            }
        }
        rebuild(Index::capacity(Index::lines_for(live_ + live_ / 2 + 2)), gap);
        return entries_ + head_ + before;
    }

    // The new value is made before anything moves: its arguments may lie in this table.
    template <class Construct>
    [[gnu::noinline]] slot* insert_into_full(std::uint64_t hash, Construct& construct) {
        if constexpr (tables::bitwise<Value> || tables::moves_without_throwing<Value>) {
            auto const dead = used_ - live_;
            if (dead != 0 && dead >= capacity_ / 4) {
                slot made;
                construct(alloc_, &made.value);
                close_holes();
                auto* const at = entries_ + used_;
                relocate(at, &made);
                add(hash);
                return at;
            }
        }
        auto const size = next_capacity();
        block fresh(alloc_, size, Index::lines_for(size) != index_.line_count() || capacity_ == 0);
        if (fresh.with_index) fill(fresh.index);
        auto* const at = fresh.entries + live_;
        construct(alloc_, &(*::new (static_cast<void*>(at)) slot).value);
        try {
            move_all(fresh.entries);
        } catch (...) {
            destroy(at);
            throw;
        }
        if (!fresh.with_index && (holes_ || head_ != 0)) index_.renumber(numbered());
        adopt(fresh, live_);
        add(hash);
        return at;
    }

    // By a half or a third: entries are cheap to move, and the index, which is not, doubles every second time. Few holes
    // count as entries, or each insertion after an erase in a full table would move them all.
    std::size_t next_capacity() const noexcept {
        auto const more_than = used_ - live_ >= capacity_ / 4 ? live_ + live_ / 2 : used_;
        if (more_than < 4) return 4;
        if (more_than < Index::width) return Index::width;
        auto const full = Index::capacity(Index::lines_for(more_than + 1));
        return more_than < full / 4 * 3 ? full / 4 * 3 : full;
    }

    void close_holes() noexcept {
        index_.renumber(numbered());
        each([this](std::size_t position, std::size_t n) {
            if (position != n) relocate(entries_ + n, entries_ + position);
        });
        head_ = 0;
        used_ = live_;
        holes_ = false;
        ++version_;
    }

    // ---- removal

    void remove(std::uint64_t hash, place in, slot* at) noexcept {
        index_.erase(hash, in);
        destroy(at);
        vacate(position_of(at));
    }

    // There is no entry at this position any more.
    void vacate(std::size_t position) noexcept {
        --live_;
        ++version_;
        if (live_ == 0) {
            head_ = used_ = 0;
            holes_ = false;
        } else if (position == used_ - 1) {
            --used_;
            while (!alive(used_ - 1)) bring_back(--used_);
        } else if (position == head_ && !holes_) {
            ++head_;
        } else {
            make_hole(position);
            if (position == head_) head_ = next_live(head_ + 1);
        }
    }

    void bring_back(std::size_t position) noexcept {
        if (holes_) alive_[position / 64].bits |= std::uint64_t{1} << position % 64;
    }

    void make_hole(std::size_t position) noexcept {
        if (!holes_) {
            for (std::size_t at = 0; at <= used_ / 64; ++at) alive_[at].bits = all;
            for (std::size_t at = 0; at < head_ / 64; ++at) alive_[at].bits = 0;
            if (head_ % 64 != 0) alive_[head_ / 64].bits = all << head_ % 64;
            holes_ = true;
        }
        alive_[position / 64].bits &= ~(std::uint64_t{1} << position % 64);
    }

    template <class Self>
    static auto& passed(slot* at) noexcept {
        if constexpr (is_set || std::is_const_v<Self>)
            return std::as_const(at->value);
        else
            return at->value;
    }

    slot* entries_ = nullptr;
    Index index_;
    std::uint64_t seed_ = 0;
    std::size_t used_ = 0;      // entries and holes
    std::size_t capacity_ = 0;  // memory for so many
    std::size_t live_ = 0;      // entries
    std::size_t head_ = 0;      // the first entry; before it there are only holes
    group* alive_ = nullptr;    // behind the index's lines; says something while holes_
    std::uint32_t version_ = 0;
    bool holes_ = false;
    bool seeded_ = false;
    [[no_unique_address]] Alloc alloc_{};
    [[no_unique_address]] Hash hash_{};
    [[no_unique_address]] Equal equal_{};
};

/// Walks a table in insertion order. In debug builds (without NDEBUG) and with REGIUS_CHECKED, a step after the
/// table has changed throws `invalidated`.
template <class Table, bool Const>
class table_iterator {
    using slot = typename Table::slot;
    using owner = std::conditional_t<Const, Table const, Table>;

    slot* at_ = nullptr;
    std::uint64_t later_ = 0;  // with holes: which of the group's entries after this one are there, from bit 0 on
    Table const* table_ = nullptr;
    std::uint32_t version_ = 0;
    bool holes_ = false;

    friend Table;
    friend class table_iterator<Table, !Const>;

    table_iterator(Table const* table, std::size_t position) noexcept
        : at_(table->entries_ + position), table_(table), version_(table->version_), holes_(table->holes_) {
        if (holes_) look_ahead(position);
    }

    void look_ahead(std::size_t position) noexcept {
        later_ = (table_->alive_[position / 64].bits >> position % 64) >> 1;
    }

    void check() const {
        if constexpr (Table::checked)
            if (table_ == nullptr || version_ != table_->version_)
                throw invalidated("dictionary changed size during iteration");
    }

    // By value: a loop whose iterator has no address keeps it in registers.
    static table_iterator in_next_group(table_iterator it) noexcept {
        auto const position = it.table_->next_live(it.table_->position_of(it.at_) + 1);
        it.at_ = it.table_->entries_ + position;
        it.look_ahead(position);
        return it;
    }

public:
    using iterator_concept = std::bidirectional_iterator_tag;
    using iterator_category = std::bidirectional_iterator_tag;
    using value_type = std::remove_cvref_t<decltype(std::declval<slot&>().value)>;
    using difference_type = std::ptrdiff_t;
    using reference = std::conditional_t<Const, value_type const&, value_type&>;
    using pointer = std::remove_reference_t<reference>*;

    table_iterator() = default;
    template <bool Other>
    requires(Const && !Other)
    table_iterator(table_iterator<Table, Other> const& that) noexcept
        : at_(that.at_), later_(that.later_), table_(that.table_), version_(that.version_), holes_(that.holes_) {}

    reference operator*() const noexcept { return at_->value; }
    pointer operator->() const noexcept { return &at_->value; }

    table_iterator& operator++() {
        check();
        if (!holes_) {
            ++at_;
        } else if (later_ != 0) {
            auto const skipped = std::countr_zero(later_);
            at_ += skipped + 1;
            later_ = (later_ >> skipped) >> 1;
        } else {
            *this = in_next_group(*this);
        }
        return *this;
    }
    table_iterator operator++(int) {
        auto const before = *this;
        ++*this;
        return before;
    }

    table_iterator& operator--() {
        check();
        do --at_;
        while (holes_ && !table_->alive(table_->position_of(at_)));
        if (holes_) look_ahead(table_->position_of(at_));
        return *this;
    }
    table_iterator operator--(int) {
        auto const before = *this;
        --*this;
        return before;
    }

    friend bool operator==(table_iterator const& a, table_iterator const& b) noexcept { return a.at_ == b.at_; }
};

}  // namespace regius::core

#endif  // REGIUS_CORE_TABLE_HPP
