// SPDX-License-Identifier: MIT
#ifndef REGIUS_COLLECTIONS_CHAIN_MAP_HPP
#define REGIUS_COLLECTIONS_CHAIN_MAP_HPP

#include <regius/builtins/dict.hpp>

#include <concepts>
#include <cstddef>
#include <iterator>
#include <ranges>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>

namespace regius {

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
/// Throws    key_error from at, pop and erase of a key that the first map does not have
/// Lifetime  a borrowed map must outlive the chain
/// Differs   `[]` inserts V{} into the first map for a key that no map has, as dict does; of a key that only a later
///           map has it is that map's value, copied into the first
template <class First, class... Rest>
class chain_map {
    template <class M>
    using map_t = std::remove_cvref_t<M>;

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
        return std::apply(
            [&](auto&... rest) { return chain_map<M, decltype(rest)...>(std::forward<M>(start), rest...); }, maps_);
    }

    /// The chain without its first map, borrowed.
    [[nodiscard]] auto parents()
    requires(sizeof...(Rest) > 0)
    {
        return std::apply([](auto&, auto&... rest) { return chain_map<decltype(rest)...>(rest...); }, maps_);
    }

    template <class Q = key_type>
    [[nodiscard]] core::optional_ref<mapped_type const> get(Q const& key) const {
        return core::optional_ref<mapped_type const>(find(key));
    }
    template <class Q = key_type, std::convertible_to<mapped_type> D = mapped_type>
    [[nodiscard]] mapped_type get(Q const& key, D&& otherwise) const {
        if (auto* const found = find(key)) return *found;
        return static_cast<mapped_type>(std::forward<D>(otherwise));
    }

    template <class Q = key_type>
    [[nodiscard]] mapped_type const& at(Q const& key) const {
        if (auto* const found = find(key)) return *found;
        detail::dict_throw_key_error(key);
    }

    template <class Q = key_type>
    [[nodiscard]] bool contains(Q const& key) const {
        return find(key) != nullptr;
    }

    /// The value of the key in the first map.
    template <class Q = key_type>
    mapped_type& operator[](Q const& key) {
        auto& start = std::get<0>(maps_);
        if (!in(start, key))
            if (auto* const found = find(key)) return start[key_type(key)] = *found;
        return start[key_type(key)];
    }

    /// Remove a key from the first map.
    template <class Q = key_type>
    mapped_type pop(Q const& key) {
        auto* const found = const_cast<mapped_type*>(in(std::get<0>(maps_), key));
        if (found == nullptr) throw_not_in_first(key);
        mapped_type result = std::move(*found);
        std::get<0>(maps_).erase(key_type(key));
        return result;
    }
    template <class Q = key_type>
    void erase(Q const& key) {
        if (!in(std::get<0>(maps_), key)) throw_not_in_first(key);
        std::get<0>(maps_).erase(key_type(key));
    }
    void clear() noexcept { std::get<0>(maps_).clear(); }

    [[nodiscard]] std::size_t size() const {
        std::size_t n = 0;
        for (auto it = begin(); it != end(); ++it) ++n;
        return n;
    }
    [[nodiscard]] bool empty() const {
        return std::apply([](auto const&... mapping) { return (mapping.empty() && ...); }, maps_);
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

    template <class Stream>
    requires requires(Stream& out, chain_map const& c) { out << c.repr(); }
    friend Stream& operator<<(Stream& out, chain_map const& c) {
        out << c.repr();
        return out;
    }

private:
    template <class M, class Q>
    static mapped_type const* in(M const& mapping, Q const& key) {
        auto const found = [&] {
            if constexpr (requires { mapping.find(key); })
                return mapping.find(key);
            else
                return mapping.find(key_type(key));
        }();
        return found != mapping.end() ? &found->second : nullptr;
    }

    template <class Q>
    mapped_type const* find(Q const& key) const {
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
        auto const& key = *here([&](auto i) { return &std::get<i>(at_)->first; });
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
        auto const& key = *here([&](auto i) { return &std::get<i>(at_)->first; });
        return {key, *of_->find(key)};
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
