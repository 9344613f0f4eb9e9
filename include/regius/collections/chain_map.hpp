// SPDX-License-Identifier: MIT
#ifndef REGIUS_COLLECTIONS_CHAIN_MAP_HPP
#define REGIUS_COLLECTIONS_CHAIN_MAP_HPP

#include <regius/builtins/dict.hpp>
#include <regius/core/errors.hpp>
#include <regius/core/mapping_views.hpp>

#include <concepts>
#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <ranges>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>

namespace regius {

namespace detail {

template <class M>
concept chain_map_mapping = requires {
    typename std::remove_cvref_t<M>::key_type;
    typename std::remove_cvref_t<M>::mapped_type;
} && core::pair_range<M>;

}  // namespace detail

/// Several maps looked at as one: the first that has a key decides, and writing goes to the first.
///
///     chain_map settings(command_line, environment, defaults);
///     settings.at("colour")                   // of the first of the three that has it
///     settings["colour"] = "red";             // into command_line
///
/// Python    collections.ChainMap
/// Accepts   maps with one key and one mapped type: dict and its kin, std::map, std::unordered_map. An lvalue is
///           borrowed, so that the chain is live; an rvalue is owned
/// Yields    pairs of references to key and value, each key once, in Python's order: that of the last map, then what
///           the one before adds to it
/// Category  forward
/// Cost      a look-up asks the maps in turn, and so does each step of iteration; size is O(all entries)
/// Throws    key_error from at of a key that no map has; from pop and erase of a key that the first map does not have;
///           from popitem when the first map is empty
/// Lifetime  a borrowed map must outlive the chain; new_child, parents and copy borrow the maps of this chain
/// Differs   `[]` inserts V{} into the first map for a key that no map has, as dict does; of a key that only a later
///           map has it is that map's value, copied into the first. A defaultdict or a counter in a chain is asked
///           what it holds: it makes nothing up
template <class First, class... Rest>
class chain_map : public core::printed<chain_map<First, Rest...>> {
    template <class M>
    using map_t = std::remove_cvref_t<M>;

    static_assert((std::same_as<typename map_t<First>::key_type, typename map_t<Rest>::key_type> && ...) &&
                      (std::same_as<typename map_t<First>::mapped_type, typename map_t<Rest>::mapped_type> && ...),
                  "chain_map: the maps need one key type and one mapped type");

    std::tuple<First, Rest...> maps_;

public:
    using key_type = typename map_t<First>::key_type;
    using mapped_type = typename map_t<First>::mapped_type;
    using size_type = std::size_t;

    chain_map()
    requires std::default_initializable<std::tuple<First, Rest...>>
    = default;
    explicit chain_map(std::type_identity_t<First> start, std::type_identity_t<Rest>... rest)
        : maps_(std::forward<First>(start), std::forward<Rest>(rest)...) {}

    /// The maps themselves, the first of them first.
    [[nodiscard]] std::tuple<First, Rest...>& maps() noexcept { return maps_; }
    [[nodiscard]] std::tuple<First, Rest...> const& maps() const noexcept { return maps_; }

    /// A chain with one more map in front of these, which it borrows.
    template <class M = dict<key_type, mapped_type>>
    [[nodiscard]] auto new_child(M&& start = M()) {
        return in_front<M>(maps_, std::forward<M>(start));
    }
    template <class M = dict<key_type, mapped_type>>
    [[nodiscard]] auto new_child(M&& start = M()) const {
        return in_front<M>(maps_, std::forward<M>(start));
    }

    /// The chain without its first map, borrowed.
    [[nodiscard]] auto parents()
    requires(sizeof...(Rest) > 0)
    {
        return std::apply([](auto&, auto&... rest) { return chain_map<decltype(rest)...>(rest...); }, maps_);
    }
    [[nodiscard]] auto parents() const
    requires(sizeof...(Rest) > 0)
    {
        return std::apply([](auto&, auto&... rest) { return chain_map<decltype(rest)...>(rest...); }, maps_);
    }

    /// A chain with a copy of the first map in front of the others, which it borrows.
    [[nodiscard]] auto copy() const {
        return std::apply(
            [](auto const& start, auto&... rest) {
                return chain_map<map_t<First>, decltype(rest)...>(map_t<First>(start), rest...);
            },
            maps_);
    }

    // ---- looking up

    template <class Q = key_type>
    [[nodiscard]] core::optional_ref<mapped_type const> get(Q const& key) const {
        return core::optional_ref<mapped_type const>(value_at(key));
    }
    template <class Q = key_type, std::convertible_to<mapped_type> D = mapped_type>
    [[nodiscard]] mapped_type get(Q const& key, D&& otherwise) const {
        if (auto* const found = value_at(key)) return *found;
        return static_cast<mapped_type>(std::forward<D>(otherwise));
    }

    template <class Q = key_type>
    [[nodiscard]] mapped_type const& at(Q const& key) const {
        if (auto* const found = value_at(key)) return *found;
        detail::dict_throw_key_error(key);
    }

    template <class Q = key_type>
    [[nodiscard]] bool contains(Q const& key) const {
        return value_at(key) != nullptr;
    }

    [[nodiscard]] std::size_t size() const {
        std::size_t n = 0;
        for (auto it = begin(); it != end(); ++it) ++n;
        return n;
    }
    [[nodiscard]] bool empty() const {
        return std::apply([](auto const&... mapping) { return (mapping.empty() && ...); }, maps_);
    }

    // ---- writing to the first map

    /// The value of the key in the first map.
    template <class Q = key_type>
    mapped_type& operator[](Q const& key) {
        auto& start = front();
        if (auto const found = find_in(start, key); found != start.end()) return found->second;
        if (auto* const found = value_at(key)) return start.insert_or_assign(key_type(key), *found).first->second;
        return start[key_type(key)];
    }

    /// The value of the key in the first map that has it; if none has, it is inserted into the first.
    template <class Q = key_type, class D = mapped_type>
    mapped_type const& setdefault(Q const& key, D&& value = D()) {
        if (auto* const found = value_at(key)) return *found;
        return front().insert_or_assign(key_type(key), std::forward<D>(value)).first->second;
    }

    /// Take over every pair of a range.
    template <core::pair_range R>
    void update(R&& pairs) {
        core::for_each(std::forward<R>(pairs), [&](auto&& pair) {
            using E = decltype(pair);
            front().insert_or_assign(key_type(core::key_of(std::forward<E>(pair))),
                                     core::value_of(std::forward<E>(pair)));
        });
    }
    void update(std::initializer_list<std::pair<key_type, mapped_type>> pairs) {
        for (auto const& [key, value] : pairs) front().insert_or_assign(key, value);
    }

    template <core::pair_range R>
    chain_map& operator|=(R&& pairs) {
        update(std::forward<R>(pairs));
        return *this;
    }
    chain_map& operator|=(std::initializer_list<std::pair<key_type, mapped_type>> pairs) {
        update(pairs);
        return *this;
    }

    /// A copy of the chain, with the pairs of the other map written to its first.
    template <detail::chain_map_mapping M>
    [[nodiscard]] friend auto operator|(chain_map const& left, M const& right) {
        auto result = left.copy();
        result.update(right);
        return result;
    }

    /// A chain of one new map: the pairs of the left map, then what the chain makes of them.
    template <detail::chain_map_mapping M>
    requires(!requires(M const& mapping) { mapping.maps(); })
    [[nodiscard]] friend auto operator|(M const& left, chain_map const& right) {
        dict<key_type, mapped_type> joined;
        joined.update(left);
        joined.update(right);
        return chain_map<dict<key_type, mapped_type>>(std::move(joined));
    }

    // ---- removing from the first map

    /// Remove a key from the first map and return its value.
    template <class Q = key_type>
    mapped_type pop(Q const& key) {
        auto const found = find_in(front(), key);
        if (found == front().end()) throw_not_in_first(key);
        return take_out(found);
    }
    template <class Q = key_type, std::convertible_to<mapped_type> D = mapped_type>
    mapped_type pop(Q const& key, D&& otherwise) {
        auto const found = find_in(front(), key);
        if (found == front().end()) return static_cast<mapped_type>(std::forward<D>(otherwise));
        return take_out(found);
    }

    /// Remove the last pair of the first map and return it; of a map that keeps no order, any pair.
    std::pair<key_type, mapped_type> popitem() {
        auto& start = front();
        if (start.empty()) throw key_error("'No keys found in the first mapping.'");
        if constexpr (requires { start.popitem(); }) {
            return start.popitem();
        } else {
            auto node = start.extract([&] {
                if constexpr (std::ranges::bidirectional_range<map_t<First>>)
                    return std::prev(start.end());
                else
                    return start.begin();
            }());
            return {std::move(node.key()), std::move(node.mapped())};
        }
    }

    template <class Q = key_type>
    void erase(Q const& key) {
        auto const found = find_in(front(), key);
        if (found == front().end()) throw_not_in_first(key);
        front().erase(found);
    }
    void clear() noexcept { front().clear(); }

    // ---- as a whole

    /// Views of this chain as it is when they are looked at; keys() and items() are sets.
    [[nodiscard]] auto keys() const { return core::keys_view<chain_map>(*this); }
    [[nodiscard]] auto values() const { return core::values_view<chain_map const>(*this); }
    [[nodiscard]] auto items() const { return core::items_view<chain_map const>(*this); }

    /// The same keys with the same values, in whatever order and however distributed.
    template <detail::chain_map_mapping M>
    [[nodiscard]] friend bool operator==(chain_map const& a, M const& b)
    requires std::equality_comparable<mapped_type>
    {
        return a.size() == b.size() && core::for_each_while(a, [&b](auto const& pair) {
                   auto* const other = in(b, pair.first);
                   return other != nullptr && *other == pair.second;
               });
    }

    class iterator;
    using const_iterator = iterator;

    [[nodiscard]] iterator begin() const { return iterator(*this); }
    [[nodiscard]] iterator end() const { return iterator(); }

    [[nodiscard]] std::string repr() const
    requires core::reprable<First const&> && (core::reprable<Rest const&> && ...)
    {
        std::string out = "chain_map(";
        std::apply(
            [&](auto const&... mapping) {
                char const* separator = "";
                ((out += std::exchange(separator, ", "), core::append_repr(out, mapping)), ...);
            },
            maps_);
        return out += ')';
    }

private:
    template <class, class...>
    friend class chain_map;

    auto& front() noexcept { return std::get<0>(maps_); }

    template <class M, class Maps>
    static auto in_front(Maps& maps, M&& start) {
        return std::apply(
            [&](auto&... rest) { return chain_map<M, decltype(rest)...>(std::forward<M>(start), rest...); }, maps);
    }

    template <class M, class Q>
    static auto find_in(M& mapping, Q const& key) {
        if constexpr (requires { mapping.find(key); })
            return mapping.find(key);
        else
            return mapping.find(key_type(key));
    }

    template <class M, class Q>
    static mapped_type const* in(M const& mapping, Q const& key) {
        if constexpr (requires { mapping.value_at(key); }) {
            return mapping.value_at(key);
        } else {
            auto const found = find_in(mapping, key);
            return found != mapping.end() ? &found->second : nullptr;
        }
    }

    mapped_type take_out(auto found) {
        mapped_type result = std::move(found->second);
        front().erase(found);
        return result;
    }

    template <class Q>
    mapped_type const* value_at(Q const& key) const {
        return std::apply(
            [&](auto const&... mapping) {
                mapped_type const* found = nullptr;
                static_cast<void>(((found = in(mapping, key)) || ...));
                return found;
            },
            maps_);
    }

    template <class Q>
    [[noreturn]] static void throw_not_in_first(Q const& key) {
        std::string text = "Key not found in the first mapping";
        if constexpr (core::reprable<Q const&>) text += ": " + regius::repr(key);
        throw key_error(core::reprable<std::string> ? regius::repr(text) : text);
    }
};

/// Walks the last map, then of each map before it the keys that no later one has.
template <class First, class... Rest>
class chain_map<First, Rest...>::iterator {
    static constexpr std::size_t count = 1 + sizeof...(Rest);

    chain_map const* of_ = nullptr;
    std::size_t left_ = 0;  // maps yet to be walked, the current one among them
    std::tuple<std::ranges::iterator_t<std::remove_reference_t<First> const>,
               std::ranges::iterator_t<std::remove_reference_t<Rest> const>...>
        at_{};

    // Runs f with the number of the current map.
    template <class F>
    auto here(F f) const {
        using result = std::invoke_result_t<F, std::integral_constant<std::size_t, 0>>;
        return [&]<std::size_t... Is>(std::index_sequence<Is...>) {
            result answer{};
            static_cast<void>(
                ((Is + 1 == left_ && (answer = f(std::integral_constant<std::size_t, Is>()), true)) || ...));
            return answer;
        }(std::make_index_sequence<count>());
    }

    bool at_end() const {
        return here(
            [&](auto i) { return std::get<i>(at_) == std::ranges::end(std::as_const(std::get<i>(of_->maps_))); });
    }
    bool is_later() const {
        auto const& key = *here([&](auto i) { return std::addressof((*std::get<i>(at_)).first); });
        return [&]<std::size_t... Is>(std::index_sequence<Is...>) {
            return ((Is >= left_ && in(std::get<Is>(of_->maps_), key) != nullptr) || ...);
        }(std::make_index_sequence<count>());
    }
    void step() {
        [&]<std::size_t... Is>(std::index_sequence<Is...>) {
            static_cast<void>(((Is + 1 == left_ && (++std::get<Is>(at_), true)) || ...));
        }(std::make_index_sequence<count>());
    }
    void settle() {
        for (; left_ != 0; --left_)
            for (; !at_end(); step())
                if (!is_later()) return;
    }

public:
    using iterator_concept = std::forward_iterator_tag;
    using iterator_category = std::input_iterator_tag;  // operator* returns a prvalue
    using reference = std::pair<key_type const&, mapped_type const&>;
    using value_type = reference;
    using difference_type = std::ptrdiff_t;

    iterator() = default;
    explicit iterator(chain_map const& of)
        : of_(&of),
          left_(count),
          at_(std::apply([](auto const&... mapping) { return std::tuple(std::ranges::begin(mapping)...); }, of.maps_)) {
        settle();
    }

    reference operator*() const {
        auto const& key = *here([&](auto i) { return std::addressof((*std::get<i>(at_)).first); });
        return {key, *of_->value_at(key)};
    }
    iterator& operator++() {
        step();
        settle();
        return *this;
    }
    iterator operator++(int) {
        auto const before = *this;
        ++*this;
        return before;
    }
    friend bool operator==(iterator const& a, iterator const& b) {
        return a.left_ == b.left_ && (a.left_ == 0 || a.at_ == b.at_);
    }
};

template <class... Maps>
chain_map(Maps&&...) -> chain_map<Maps...>;

}  // namespace regius

#endif  // REGIUS_COLLECTIONS_CHAIN_MAP_HPP
