// SPDX-License-Identifier: MIT
#ifndef REGIUS_BUILTINS_DICT_HPP
#define REGIUS_BUILTINS_DICT_HPP

#include <regius/core/blocks.hpp>
#include <regius/core/errors.hpp>
#include <regius/core/flow.hpp>
#include <regius/core/hash.hpp>
#include <regius/core/mapping_views.hpp>
#include <regius/core/optional_ref.hpp>
#include <regius/core/pairs.hpp>
#include <regius/core/repr.hpp>
#include <regius/core/table.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <ranges>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <version>

// In C++23 std::format prints every range by itself, and would print this one unlike repr.
#if defined(__cpp_lib_format_ranges)
#include <regius/builtins/format.hpp>
#endif

namespace regius {

namespace detail {

template <class Q>
[[noreturn]] void dict_throw_key_error(Q const& key) {
    if constexpr (core::reprable<Q const&>)
        throw key_error(repr(key));
    else
        throw key_error("the key, which cannot be printed");
}

}  // namespace detail

/// A map that keeps the order of insertion, through any number of erases.
///
///     dict<std::string, int> ages{{"Tom", 31}, {"Ann", 29}};
///     ages["Ann"] += 1;
///     for (auto& [name, age] : ages) ...                      // Tom, then Ann
///     if (auto age = ages.get("Bob")) ...                     // a look-up that does not insert
///
/// Python    dict
/// Accepts   keys that Hash (core::hash) and Equal accept; key and value may be move-only. Where the key is a
///           std::string, look-ups take anything that becomes a string_view and make no std::string; with a Hash
///           and an Equal of one's own that declare is_transparent, they take what those take
/// Yields    std::pair<K const, V>&, in order of first insertion; overwriting keeps the place, erasing and inserting
///           again moves it to the end
/// Category  bidirectional, sized
/// Cost      look-up O(1): one cache line and the entry; insert amortised O(1), erase O(1); iteration runs over one
///           block of memory. Two allocations, 7 to 13 bytes an entry beyond the entries
/// Throws    key_error from at, pop, popitem; a throwing hash, comparison, copy or allocation leaves the dict as it
///           was, in every operation on one element and in rehashing (move-only types whose move throws excepted)
/// Lifetime  inserting a new key, reserve and shrink_to_fit invalidate references and iterators; erase invalidates
///           iterators, and references to what it erased. Debug builds (without NDEBUG, or with REGIUS_CHECKED) throw
///           `invalidated` when a loop goes on after its dict has changed
/// Threads   any number may read while none writes
/// Differs   `d[k]` inserts V{} for a missing key, as C++ maps do: at() is Python's d[k]; iteration gives
///           [key, value] and keys() the keys; erase() of a missing key returns 0
template <class K, class V, class Hash = core::hash<K>, class Equal = core::equal<K>,
          class Alloc = std::allocator<std::pair<K const, V>>>
class dict : public core::printed<dict<K, V, Hash, Equal, Alloc>> {
protected:
    // Protected: for the dicts that are built on this one, counter and defaultdict.
    using table_type = core::table<K, std::pair<K const, V>, Hash, Equal, Alloc>;
    using key_arg = typename core::lookup_key<K, Hash, Equal>::type;

    template <class Q>
    static constexpr bool transparent = core::transparent_key<Q, K, Hash, Equal>;
    // Not asked about a dict itself, which may be part of the value type: that is not complete yet then.
    template <class R>
    static constexpr bool other_pairs = [] {
        if constexpr (std::derived_from<std::remove_cvref_t<R>, dict>)
            return false;
        else if constexpr (core::pair_range<R>)
            return core::makes_key<decltype(core::key_of(std::declval<std::ranges::range_reference_t<R>>())), K> &&
                   core::hashes<Hash, Equal, K>;
        else
            return false;
    }();

    using slot = typename table_type::slot;

    table_type table_;

    template <class Q>
    V* value_at(Q const& key) const {
        auto* const found = table_.find(key);
        return found != nullptr ? &found->value.second : nullptr;
    }

    // Any key: what is not K is looked up as it is if it may be, and becomes a K only when it is inserted.
    template <class Q, class... Args>
    [[gnu::always_inline]] std::pair<slot*, bool> place(Q&& key, Args&&... args) {
        if constexpr (std::same_as<std::remove_cvref_t<Q>, K> || std::convertible_to<Q const&, key_arg>) {
            key_arg wanted = key;
            return table_.find_or_insert(wanted, [&](Alloc& alloc, value_type* at) {
                std::allocator_traits<Alloc>::construct(alloc, at, std::piecewise_construct,
                                                        std::forward_as_tuple(std::forward<Q>(key)),
                                                        std::forward_as_tuple(std::forward<Args>(args)...));
            });
        } else {
            return place(core::make_key<K>(std::forward<Q>(key)), std::forward<Args>(args)...);
        }
    }

    std::pair<K, V> take_out_pair(slot* found) {
        auto const hash = table_.hash_of(found->value.first);
        return table_.template extract<std::pair<K, V>>(found, hash, [](auto& pair) {
            return std::pair<K, V>(std::move(const_cast<K&>(pair.first)), std::move(pair.second));
        });
    }

public:
    using key_type = K;
    using mapped_type = V;
    using value_type = std::pair<K const, V>;
    using size_type = std::size_t;
    using difference_type = std::ptrdiff_t;
    using hasher = Hash;
    using key_equal = Equal;
    using allocator_type = Alloc;
    using reference = value_type&;
    using const_reference = value_type const&;
    using iterator = typename table_type::iterator;
    using const_iterator = typename table_type::const_iterator;

    constexpr dict() = default;
    constexpr explicit dict(Alloc const& alloc) : table_(Hash(), Equal(), alloc) {}
    constexpr explicit dict(Hash hash, Equal equal = Equal(), Alloc const& alloc = Alloc())
        : table_(std::move(hash), std::move(equal), alloc) {}

    dict(std::initializer_list<std::pair<K, V>> pairs, Alloc const& alloc = Alloc()) : dict(alloc) {
        reserve(pairs.size());
        update(pairs);
    }

    template <class R>
    requires other_pairs<R>
    explicit dict(R&& pairs, Alloc const& alloc = Alloc()) : dict(alloc) {
        update(std::forward<R>(pairs));
    }

    template <class R>
    requires(!std::derived_from<std::remove_cvref_t<R>, dict>) && core::pair_range<R> && (!core::hashes<Hash, Equal, K>)
    explicit dict(R&&, Alloc const& = Alloc()) = delete;  // a key needs == and a hash

    dict(dict const&) = default;
    dict(dict&&) = default;
    dict(dict const& that, Alloc const& alloc) : table_(that.table_, alloc) {}
    dict(dict&& that, Alloc const& alloc) : table_(std::move(that.table_), alloc) {}
    dict& operator=(dict const&) = default;
    dict& operator=(dict&&) = default;

    /// A dict of these keys, each with a copy of one value.
    template <std::ranges::input_range R = std::initializer_list<K>>
    [[nodiscard]] static dict fromkeys(R&& keys, V const& value = V()) {
        dict result;
        core::for_each(std::forward<R>(keys),
                       [&](auto&& key) { result.assign(std::forward<decltype(key)>(key), value); });
        return result;
    }

    // ---- looking up

    /// The value of a key that must be there; Python's d[k].
    [[nodiscard]] V& at(key_arg key) { return present(key); }
    [[nodiscard]] V const& at(key_arg key) const { return present(key); }
    template <class Q>
    requires transparent<Q>
    [[nodiscard]] V& at(Q const& key) {
        return present(key);
    }
    template <class Q>
    requires transparent<Q>
    [[nodiscard]] V const& at(Q const& key) const {
        return present(key);
    }

    /// The value where it lies, or nothing.
    [[nodiscard]] core::optional_ref<V> get(key_arg key) { return core::optional_ref<V>(value_at(key)); }
    [[nodiscard]] core::optional_ref<V const> get(key_arg key) const {
        return core::optional_ref<V const>(value_at(key));
    }
    template <class Q>
    requires transparent<Q>
    [[nodiscard]] core::optional_ref<V> get(Q const& key) {
        return core::optional_ref<V>(value_at(key));
    }
    template <class Q>
    requires transparent<Q>
    [[nodiscard]] core::optional_ref<V const> get(Q const& key) const {
        return core::optional_ref<V const>(value_at(key));
    }

    /// A copy of the value, or of what stands for a missing one.
    template <std::convertible_to<V> D = V>
    [[nodiscard]] V get(key_arg key, D&& otherwise) const {
        if (auto* const found = value_at(key)) return *found;
        return static_cast<V>(std::forward<D>(otherwise));
    }
    template <class Q, std::convertible_to<V> D = V>
    requires transparent<Q>
    [[nodiscard]] V get(Q const& key, D&& otherwise) const {
        if (auto* const found = value_at(key)) return *found;
        return static_cast<V>(std::forward<D>(otherwise));
    }

    [[nodiscard]] bool contains(key_arg key) const { return table_.find(key) != nullptr; }
    template <class Q>
    requires transparent<Q>
    [[nodiscard]] bool contains(Q const& key) const {
        return table_.find(key) != nullptr;
    }

    [[nodiscard]] iterator find(key_arg key) { return iterator_at(*this, table_.find(key)); }
    [[nodiscard]] const_iterator find(key_arg key) const { return iterator_at(*this, table_.find(key)); }
    template <class Q>
    requires transparent<Q>
    [[nodiscard]] iterator find(Q const& key) {
        return iterator_at(*this, table_.find(key));
    }
    template <class Q>
    requires transparent<Q>
    [[nodiscard]] const_iterator find(Q const& key) const {
        return iterator_at(*this, table_.find(key));
    }

    [[nodiscard]] std::size_t size() const noexcept { return table_.size(); }
    [[nodiscard]] bool empty() const noexcept { return size() == 0; }

    // ---- inserting

    /// The value of the key, which is inserted with V{} if it is not there.
    V& operator[](key_arg key) { return place(key).first->value.second; }
    template <std::same_as<K> Q>
    V& operator[](Q&& key) {
        return place(std::move(key)).first->value.second;
    }

    /// The value of the key, which is inserted with this default if it is not there.
    template <class D = V>
    V& setdefault(key_arg key, D&& value = D()) {
        return place(key, std::forward<D>(value)).first->value.second;
    }
    template <std::same_as<K> Q, class D = V>
    V& setdefault(Q&& key, D&& value = D()) {
        return place(std::move(key), std::forward<D>(value)).first->value.second;
    }

    /// Insert V(args...) unless the key is there, in which case args are not touched.
    template <class... Args>
    std::pair<iterator, bool> try_emplace(key_arg key, Args&&... args) {
        return emplace(key, std::forward<Args>(args)...);
    }
    template <std::same_as<K> Q, class... Args>
    std::pair<iterator, bool> try_emplace(Q&& key, Args&&... args) {
        return emplace(std::move(key), std::forward<Args>(args)...);
    }

    template <class M = V>
    std::pair<iterator, bool> insert_or_assign(key_arg key, M&& value) {
        return assign(key, std::forward<M>(value));
    }
    template <std::same_as<K> Q, class M = V>
    std::pair<iterator, bool> insert_or_assign(Q&& key, M&& value) {
        return assign(std::move(key), std::forward<M>(value));
    }

    /// Insert a pair unless its key is there.
    std::pair<iterator, bool> insert(value_type const& pair) { return emplace(pair.first, pair.second); }
    template <class P>
    requires core::pair_like<P>
    std::pair<iterator, bool> insert(P&& pair) {
        return emplace(core::key_of(std::forward<P>(pair)), core::value_of(std::forward<P>(pair)));
    }

    /// Take over every pair of a range; a later value overwrites an earlier one in its place.
    template <core::pair_range R>
    void update(R&& pairs) {
        if constexpr (unique_keys<R>)
            if (empty()) reserve(static_cast<std::size_t>(std::ranges::size(pairs)));
        if constexpr (looks_ahead<R>)
            update_ahead<R>(pairs);
        else
            core::for_each(std::forward<R>(pairs), [this](auto&& pair) {
                using E = decltype(pair);
                this->assign(core::key_of(std::forward<E>(pair)), core::value_of(std::forward<E>(pair)));
            });
    }
    void update(std::initializer_list<std::pair<K, V>> pairs) {
        for (auto const& [key, value] : pairs) assign(key, value);
    }

    template <core::pair_range R>
    dict& operator|=(R&& pairs) {
        update(std::forward<R>(pairs));
        return *this;
    }
    dict& operator|=(std::initializer_list<std::pair<K, V>> pairs) {
        update(pairs);
        return *this;
    }
    [[nodiscard]] friend dict operator|(dict left, dict const& right) {
        left.update(right);
        return left;
    }

    // ---- removing

    /// Remove a key that must be there and return its value.
    V pop(key_arg key) { return take_out(key); }
    template <class Q>
    requires transparent<Q>
    V pop(Q const& key) {
        return take_out(key);
    }

    /// Remove a key and return its value, or what stands for a missing one.
    template <std::convertible_to<V> D = V>
    V pop(key_arg key, D&& otherwise) {
        return take_out(key, std::forward<D>(otherwise));
    }
    template <class Q, std::convertible_to<V> D = V>
    requires transparent<Q>
    V pop(Q const& key, D&& otherwise) {
        return take_out(key, std::forward<D>(otherwise));
    }

    /// Remove the pair inserted last and return it.
    std::pair<K, V> popitem() {
        if (empty()) throw key_error("'popitem(): dictionary is empty'");
        return take_out_pair(table_.last());
    }

    /// How many were erased: 0 or 1.
    std::size_t erase(key_arg key) { return table_.erase_key(key) ? 1 : 0; }
    template <class Q>
    requires transparent<Q>
    std::size_t erase(Q const& key) {
        return table_.erase_key(key) ? 1 : 0;
    }
    iterator erase(const_iterator at) { return table_.erase(at); }
    iterator erase(iterator at) { return table_.erase(at); }

    /// Erase every pair for which wanted(pair) holds; how many there were.
    template <class Predicate>
    friend std::size_t erase_if(dict& from, Predicate wanted)
    requires std::predicate<Predicate&, value_type&>
    {
        return from.table_.erase_if(std::move(wanted));
    }

    void clear() noexcept { table_.clear(); }
    [[nodiscard]] dict copy() const { return *this; }

    // ---- the rest

    [[nodiscard]] iterator begin() noexcept { return table_.begin(); }
    [[nodiscard]] const_iterator begin() const noexcept { return table_.begin(); }
    [[nodiscard]] const_iterator cbegin() const noexcept { return table_.begin(); }
    [[nodiscard]] iterator end() noexcept { return table_.end(); }
    [[nodiscard]] const_iterator end() const noexcept { return table_.end(); }
    [[nodiscard]] const_iterator cend() const noexcept { return table_.end(); }

    template <class Sink>
    bool for_each_while(Sink&& sink) {
        return table_type::visit(table_, sink);
    }
    template <class Sink>
    bool for_each_while(Sink&& sink) const {
        return table_type::visit(table_, sink);
    }

    /// Views of this dict as it is when they are looked at. keys() and items() are sets: & | - ^ <= isdisjoint.
    [[nodiscard]] core::keys_view<dict> keys() const noexcept { return core::keys_view<dict>(*this); }
    [[nodiscard]] core::values_view<dict> values() noexcept { return core::values_view<dict>(*this); }
    [[nodiscard]] core::values_view<dict const> values() const noexcept { return core::values_view<dict const>(*this); }
    [[nodiscard]] core::items_view<dict> items() noexcept { return core::items_view<dict>(*this); }
    [[nodiscard]] core::items_view<dict const> items() const noexcept { return core::items_view<dict const>(*this); }

    /// Memory for this many entries, so that none of the insertions until then allocates.
    void reserve(std::size_t size) { table_.reserve(size); }
    void shrink_to_fit() { table_.shrink_to_fit(); }
    [[nodiscard]] std::size_t capacity() const noexcept { return table_.capacity(); }

    void swap(dict& that) noexcept { table_.swap(that.table_); }
    friend void swap(dict& a, dict& b) noexcept { a.swap(b); }

    [[nodiscard]] Alloc get_allocator() const noexcept { return table_.allocator(); }
    [[nodiscard]] Hash hash_function() const { return table_.hasher(); }
    [[nodiscard]] Equal key_eq() const { return table_.key_equal(); }

    /// The same keys with the same values, in whatever order.
    [[nodiscard]] friend bool operator==(dict const& a, dict const& b)
    requires std::equality_comparable<V>
    {
        if (a.size() != b.size()) return false;
        return a.for_each_while([&b](value_type const& pair) {
            auto* const other = b.value_at(pair.first);
            return other != nullptr && *other == pair.second;
        });
    }

private:
    // A map, which has each key once.
    template <class R>
    static constexpr bool unique_keys = std::ranges::sized_range<R> && requires {
        typename std::remove_cvref_t<R>::mapped_type;
        typename std::remove_cvref_t<R>::hasher;
    };
    // Elements that may wait, and a key that is looked up where it lies.
    template <class R>
    static constexpr bool looks_ahead = [] {
        if constexpr (core::elements_wait<R>) {
            using key = decltype(core::key_of(std::declval<std::ranges::range_reference_t<R>>()));
            if constexpr (std::same_as<key_arg, K const&>)
                return std::is_lvalue_reference_v<key> && std::same_as<std::remove_cvref_t<key>, K>;
            else
                return std::convertible_to<key, key_arg> &&
                       (std::is_lvalue_reference_v<key> || std::same_as<std::remove_cvref_t<key>, key_arg>);
        } else {
            return false;
        }
    }();

    template <class R>
    void update_ahead(std::remove_reference_t<R>& pairs) {
        using pair = core::passed_t<R>;
        using waiting_pair = std::remove_reference_t<pair>*;
        core::for_each_block<waiting_pair, table_type::block_size>(
            pairs, [this](waiting_pair const* waiting, std::size_t n) {
                auto const key_at = [waiting](std::size_t i) -> key_arg { return core::key_of(*waiting[i]); };
                table_.ahead(n, key_at, [&](std::size_t i, std::uint64_t hash, slot* found) {
                    if (found == nullptr) {
                        auto const make = [&](Alloc& alloc, value_type* at) {
                            std::allocator_traits<Alloc>::construct(
                                alloc, at, std::piecewise_construct,
                                std::forward_as_tuple(core::key_of(static_cast<pair>(*waiting[i]))),
                                std::forward_as_tuple(core::value_of(static_cast<pair>(*waiting[i]))));
                        };
                        auto const [at, inserted] = table_.find_or_insert(key_at(i), hash, make);
                        if (inserted) return;
                        found = at;
                    }
                    found->value.second = core::value_of(static_cast<pair>(*waiting[i]));
                });
            });
    }

    template <class Q>
    V& present(Q const& key) const {
        if (auto* const found = value_at(key)) return *found;
        detail::dict_throw_key_error(key);
    }

    template <class Self>
    static auto iterator_at(Self& self, typename table_type::slot const* found) noexcept {
        return found != nullptr ? self.table_.iterator_to(found) : self.end();
    }

    template <class Q, class... Args>
    std::pair<iterator, bool> emplace(Q&& key, Args&&... args) {
        auto const [at, inserted] = place(std::forward<Q>(key), std::forward<Args>(args)...);
        return {table_.iterator_to(at), inserted};
    }

    template <class Q, class M>
    std::pair<iterator, bool> assign(Q&& key, M&& value) {
        auto const [at, inserted] = place(std::forward<Q>(key), std::forward<M>(value));
        if (!inserted) at->value.second = std::forward<M>(value);
        return {table_.iterator_to(at), inserted};
    }

    template <class Q, class... D>
    V take_out(Q const& key, D&&... otherwise) {
        auto const hash = table_.hash_of(key);
        auto* const found = table_.find(key, hash);
        if (found == nullptr) {
            if constexpr (sizeof...(D) == 0)
                detail::dict_throw_key_error(key);
            else
                return static_cast<V>((std::forward<D>(otherwise), ...));
        }
        return table_.template extract<V>(found, hash, [](value_type& pair) -> V&& { return std::move(pair.second); });
    }
};

template <class K, class V>
dict(std::initializer_list<std::pair<K, V>>) -> dict<core::owned_key<K>, V>;

template <core::pair_range R, class E = std::ranges::range_value_t<R>>
dict(R&&) -> dict<core::key_from<R, decltype(core::key_of(std::declval<E>()))>,
                  std::decay_t<decltype(core::value_of(std::declval<E>()))>>;

// Of counter and defaultdict too, as in Python.
template <class... Ts>
inline constexpr std::string_view core::mapping::map_name<dict<Ts...>> = "dict";

}  // namespace regius

#endif  // REGIUS_BUILTINS_DICT_HPP
