// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_MAPPING_VIEWS_HPP
#define REGIUS_CORE_MAPPING_VIEWS_HPP

#include <regius/core/flow.hpp>
#include <regius/core/hash_set.hpp>
#include <regius/core/repr.hpp>

#include <compare>
#include <concepts>
#include <cstddef>
#include <iterator>
#include <ranges>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace regius::core {

// What keys(), values() and items() of a map give: live views, as in Python. Map is the map, const or not.

namespace mapping {

/// An iterator over one half of the pairs that It walks.
template <std::forward_iterator It, bool Keys>
class half_iterator {
    It at_{};

    static constexpr std::size_t half = Keys ? 0 : 1;

public:
    using iterator_concept =
        std::conditional_t<std::bidirectional_iterator<It>, std::bidirectional_iterator_tag, std::forward_iterator_tag>;
    using iterator_category = iterator_concept;
    using difference_type = std::ptrdiff_t;
    using reference = decltype(std::get<half>(std::declval<std::iter_reference_t<It>>()));
    using value_type = std::remove_cvref_t<reference>;

    half_iterator() = default;
    explicit half_iterator(It at) : at_(std::move(at)) {}

    reference operator*() const { return std::get<half>(*at_); }
    half_iterator& operator++() {
        ++at_;
        return *this;
    }
    half_iterator operator++(int) { return half_iterator(at_++); }
    half_iterator& operator--()
    requires std::bidirectional_iterator<It>
    {
        --at_;
        return *this;
    }
    half_iterator operator--(int)
    requires std::bidirectional_iterator<It>
    {
        return half_iterator(at_--);
    }
    friend bool operator==(half_iterator const& a, half_iterator const& b) { return a.at_ == b.at_; }
};

template <class Self, class T>
struct set_operations;

template <class R, class T>
concept set_view_of = std::derived_from<R, set_operations<R, T>>;

template <class T>
struct made_set;

/// What has the set operations.
struct set_like {};

/// What answers contains(T): that, and a set by itself, std::set too.
template <class R, class T>
concept set_of = std::derived_from<R, set_operations<R, T>> ||
                 (std::same_as<typename R::key_type, T> && std::same_as<typename R::value_type, T> &&
                  requires(R const& set, T const& x) { set.contains(x); });

template <class R, class T>
concept range_of = std::ranges::input_range<R> && std::constructible_from<T, std::ranges::range_reference_t<R>>;
template <class R, class T>
concept other_range_of = range_of<R, T> && !std::derived_from<std::remove_cvref_t<R>, set_like>;

/// The set operations of keys() and items(), and of what they make: with each other, and with any range of what they
/// hold on either side. A result keeps the order of the left side, then that of the right.
template <class Self, class T>
struct set_operations : set_like {
    template <range_of<T> R>
    [[nodiscard]] friend made_set<T> operator&(Self const& a, R&& b) {
        return chosen(a, b, true);
    }
    template <range_of<T> R>
    [[nodiscard]] friend made_set<T> operator-(Self const& a, R&& b) {
        return chosen(a, b, false);
    }
    template <range_of<T> R>
    [[nodiscard]] friend made_set<T> operator|(Self const& a, R&& b) {
        auto result = made(a);
        result.insert_all(std::forward<R>(b));
        return result;
    }
    template <range_of<T> R>
    [[nodiscard]] friend made_set<T> operator^(Self const& a, R&& b) {
        auto&& right = as_set(b);
        auto result = chosen(a, right, false);
        for (auto const& x : right)
            if (!a.contains(x)) result.insert(T(x));
        return result;
    }
    template <other_range_of<T> R>
    [[nodiscard]] friend made_set<T> operator&(R&& a, Self const& b) {
        return made(std::forward<R>(a)) & b;
    }
    template <other_range_of<T> R>
    [[nodiscard]] friend made_set<T> operator-(R&& a, Self const& b) {
        return made(std::forward<R>(a)) - b;
    }
    template <other_range_of<T> R>
    [[nodiscard]] friend made_set<T> operator|(R&& a, Self const& b) {
        return made(std::forward<R>(a)) | b;
    }
    template <other_range_of<T> R>
    [[nodiscard]] friend made_set<T> operator^(R&& a, Self const& b) {
        return made(std::forward<R>(a)) ^ b;
    }

    /// Whether the two have nothing in common.
    template <range_of<T> R>
    [[nodiscard]] bool isdisjoint(R&& that) const {
        auto const& self = static_cast<Self const&>(*this);
        return for_each_while(that, [&](auto&& x) { return !self.contains(T(std::forward<decltype(x)>(x))); });
    }

    /// The same elements, in whatever order.
    template <set_of<T> That>
    [[nodiscard]] friend bool operator==(Self const& a, That const& b) {
        return a.size() == b.size() && within(a, b);
    }
    /// Less is a part of, and less or equal a part or all.
    template <set_of<T> That>
    [[nodiscard]] friend std::partial_ordering operator<=>(Self const& a, That const& b) {
        if (a == b) return std::partial_ordering::equivalent;
        if (a.size() < b.size() && within(a, b)) return std::partial_ordering::less;
        if (a.size() > b.size() && within(b, a)) return std::partial_ordering::greater;
        return std::partial_ordering::unordered;
    }

private:
    static bool within(auto const& a, auto const& b) {
        return for_each_while(a, [&b](auto const& x) { return b.contains(x); });
    }
    template <class R>
    static made_set<T> made(R&& range) {
        made_set<T> result;
        result.insert_all(std::forward<R>(range));
        return result;
    }
    template <class R>
    static decltype(auto) as_set(R& range) {
        if constexpr (set_of<std::remove_cv_t<R>, T>)
            return std::as_const(range);
        else
            return made(range);
    }
    // What of `from` is in the other, or what is not.
    template <class R>
    static made_set<T> chosen(Self const& from, R& other, bool in) {
        auto&& right = as_set(other);
        made_set<T> result;
        for_each(from, [&](T const& x) {
            if (right.contains(x) == in) result.insert(x);
        });
        return result;
    }
};

/// What a set operation makes.
template <class T>
struct made_set : hash_set<T>, set_operations<made_set<T>, T>, printed<made_set<T>> {};

/// What a view is called in print: after its map's name, and alone.
struct view_name {
    std::string_view after;
    std::string_view alone;
};
inline constexpr view_name keys_name{"_keys", "KeysView"};
inline constexpr view_name values_name{"_values", "ValuesView"};
inline constexpr view_name items_name{"_items", "ItemsView"};

/// The name of a map before its views: dict_keys(['a', 'b']). Views of a map without one print the map: KeysView({'a': 1}).
template <class Map>
inline constexpr std::string_view map_name{};

/// What all three views are.
template <class View, class Map, class Iterator, view_name const& Name>
class view_of : public std::ranges::view_interface<View>, public printed<View> {
    static constexpr bool named = !map_name<std::remove_const_t<Map>>.empty();

protected:
    Map* of_ = nullptr;

public:
    view_of() = default;
    explicit view_of(Map& of) noexcept : of_(&of) {}

    [[nodiscard]] Iterator begin() const { return Iterator(of_->begin()); }
    [[nodiscard]] Iterator end() const { return Iterator(of_->end()); }
    [[nodiscard]] std::size_t size() const noexcept { return of_->size(); }

    /// As Python prints it.
    [[nodiscard]] std::string repr() const
    requires reprable<std::conditional_t<named, std::iter_reference_t<Iterator>, Map const&>>
    {
        std::string out;
        if constexpr (named) {
            ((out += map_name<std::remove_const_t<Map>>) += Name.after) += '(';
            printing::append_range(out, static_cast<View const&>(*this));
        } else {
            (out += Name.alone) += '(';
            append_repr(out, std::as_const(*of_));
        }
        return out += ')';
    }
};

}  // namespace mapping

template <class Map>
class keys_view
    : public mapping::view_of<keys_view<Map>, Map const,
                              mapping::half_iterator<std::ranges::iterator_t<Map const>, true>, mapping::keys_name>,
      public mapping::set_operations<keys_view<Map>, typename Map::key_type> {
public:
    using keys_view::view_of::view_of;

    template <class Q = typename Map::key_type>
    [[nodiscard]] bool contains(Q const& key) const
    requires requires(Map const& map) { map.contains(key); }
    {
        return this->of_->contains(key);
    }

    template <class Sink>
    bool for_each_while(Sink&& sink) const {
        return core::for_each_while(*this->of_, [&sink](auto const& pair) { return sink(pair.first); });
    }
};

template <class Map>
class values_view
    : public mapping::view_of<values_view<Map>, Map, mapping::half_iterator<std::ranges::iterator_t<Map>, false>,
                              mapping::values_name> {
public:
    using values_view::view_of::view_of;

    template <class Sink>
    bool for_each_while(Sink&& sink) const {
        return core::for_each_while(*this->of_, [&sink](auto&& pair) { return sink(pair.second); });
    }
};

/// The pairs themselves: `for (auto& [key, value] : d.items())`. Set operations where the values can be hashed.
template <class Map>
class items_view
    : public mapping::view_of<items_view<Map>, Map, std::ranges::iterator_t<Map>, mapping::items_name>,
      public mapping::set_operations<items_view<Map>, std::pair<typename Map::key_type, typename Map::mapped_type>> {
public:
    using items_view::view_of::view_of;

    template <class Pair = std::pair<typename Map::key_type, typename Map::mapped_type>>
    [[nodiscard]] bool contains(Pair const& pair) const {
        auto const found = std::as_const(*this->of_).get(pair.first);
        return found.has_value() && *found == pair.second;
    }

    template <class Sink>
    bool for_each_while(Sink&& sink) const {
        return core::for_each_while(*this->of_, sink);
    }
};

}  // namespace regius::core

template <class Map>
inline constexpr bool std::ranges::enable_borrowed_range<regius::core::keys_view<Map>> = true;
template <class Map>
inline constexpr bool std::ranges::enable_borrowed_range<regius::core::values_view<Map>> = true;
template <class Map>
inline constexpr bool std::ranges::enable_borrowed_range<regius::core::items_view<Map>> = true;

#endif  // REGIUS_CORE_MAPPING_VIEWS_HPP
