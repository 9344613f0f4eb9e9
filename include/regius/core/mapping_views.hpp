// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_MAPPING_VIEWS_HPP
#define REGIUS_CORE_MAPPING_VIEWS_HPP

#include <regius/core/flow.hpp>
#include <regius/core/hash_set.hpp>

#include <concepts>
#include <cstddef>
#include <iterator>
#include <ranges>
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

    using pair = std::iter_reference_t<It>;

public:
    using iterator_concept =
        std::conditional_t<std::bidirectional_iterator<It>, std::bidirectional_iterator_tag, std::forward_iterator_tag>;
    using iterator_category = iterator_concept;
    using difference_type = std::ptrdiff_t;
    using reference =
        std::conditional_t<Keys, decltype((std::declval<pair>().first)), decltype((std::declval<pair>().second))>;
    using value_type = std::remove_cvref_t<reference>;

    half_iterator() = default;
    explicit half_iterator(It at) : at_(std::move(at)) {}

    reference operator*() const {
        if constexpr (Keys)
            return (*at_).first;
        else
            return (*at_).second;
    }
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

/// The set operations of keys() and items(): with each other, and with any range of what they hold. A result keeps
/// the order of the left side, then that of the right.
template <class Self, class T>
struct set_operations {
    template <std::ranges::input_range R>
    requires std::constructible_from<T, std::ranges::range_reference_t<R>>
    [[nodiscard]] friend hash_set<T> operator&(Self const& a, R&& b) {
        auto const right = set_of(std::forward<R>(b));
        return chosen(a, [&](T const& x) { return right.contains(x); });
    }
    template <std::ranges::input_range R>
    requires std::constructible_from<T, std::ranges::range_reference_t<R>>
    [[nodiscard]] friend hash_set<T> operator-(Self const& a, R&& b) {
        auto const right = set_of(std::forward<R>(b));
        return chosen(a, [&](T const& x) { return !right.contains(x); });
    }
    template <std::ranges::input_range R>
    requires std::constructible_from<T, std::ranges::range_reference_t<R>>
    [[nodiscard]] friend hash_set<T> operator|(Self const& a, R&& b) {
        auto result = set_of(a);
        for_each(std::forward<R>(b), [&](auto&& x) { add(result, std::forward<decltype(x)>(x)); });
        return result;
    }
    template <std::ranges::input_range R>
    requires std::constructible_from<T, std::ranges::range_reference_t<R>>
    [[nodiscard]] friend hash_set<T> operator^(Self const& a, R&& b) {
        auto const left = set_of(a), right = set_of(std::forward<R>(b));
        auto result = chosen(left, [&](T const& x) { return !right.contains(x); });
        for (auto const& x : right)
            if (!left.contains(x)) result.insert(x);
        return result;
    }

    /// Whether the two have nothing in common.
    template <std::ranges::input_range R>
    requires std::constructible_from<T, std::ranges::range_reference_t<R>>
    [[nodiscard]] bool isdisjoint(R&& that) const {
        auto const& self = static_cast<Self const&>(*this);
        return for_each_while(that, [&](auto&& x) { return !self.contains(T(std::forward<decltype(x)>(x))); });
    }

    /// The same elements, in whatever order.
    [[nodiscard]] friend bool operator==(Self const& a, Self const& b) { return a.size() == b.size() && a <= b; }
    [[nodiscard]] friend bool operator<=(Self const& a, Self const& b) {
        return a.size() <= b.size() && for_each_while(a, [&b](auto const& x) { return b.contains(x); });
    }
    [[nodiscard]] friend bool operator>=(Self const& a, Self const& b) { return b <= a; }
    [[nodiscard]] friend bool operator<(Self const& a, Self const& b) { return a.size() < b.size() && a <= b; }
    [[nodiscard]] friend bool operator>(Self const& a, Self const& b) { return b < a; }

private:
    template <class X>
    static void add(hash_set<T>& to, X&& x) {
        if constexpr (std::same_as<std::remove_cvref_t<X>, T> || std::convertible_to<X, std::string_view>)
            to.insert(std::forward<X>(x));
        else
            to.insert(T(std::forward<X>(x)));
    }

    template <class R>
    static hash_set<T> set_of(R&& range) {
        hash_set<T> result;
        for_each(std::forward<R>(range), [&](auto&& x) { add(result, std::forward<decltype(x)>(x)); });
        return result;
    }
    template <class R, class Predicate>
    static hash_set<T> chosen(R const& from, Predicate wanted) {
        hash_set<T> result;
        for_each(from, [&](T const& x) {
            if (wanted(x)) result.insert(x);
        });
        return result;
    }
};

}  // namespace mapping

template <class Map>
class keys_view : public std::ranges::view_interface<keys_view<Map>>,
                  public mapping::set_operations<keys_view<Map>, typename Map::key_type> {
    Map const* of_ = nullptr;
    using iterator = mapping::half_iterator<std::ranges::iterator_t<Map const>, true>;

public:
    keys_view() = default;
    explicit keys_view(Map const& of) noexcept : of_(&of) {}

    [[nodiscard]] iterator begin() const { return iterator(of_->begin()); }
    [[nodiscard]] iterator end() const { return iterator(of_->end()); }
    [[nodiscard]] std::size_t size() const noexcept { return of_->size(); }

    template <class Q = typename Map::key_type>
    [[nodiscard]] bool contains(Q const& key) const
    requires requires(Map const& map) { map.contains(key); }
    {
        return of_->contains(key);
    }

    template <class Sink>
    bool for_each_while(Sink&& sink) const {
        return core::for_each_while(*of_, [&sink](auto const& pair) { return sink(pair.first); });
    }
};

template <class Map>
class values_view : public std::ranges::view_interface<values_view<Map>> {
    Map* of_ = nullptr;
    using iterator = mapping::half_iterator<std::ranges::iterator_t<Map>, false>;

public:
    values_view() = default;
    explicit values_view(Map& of) noexcept : of_(&of) {}

    [[nodiscard]] iterator begin() const { return iterator(of_->begin()); }
    [[nodiscard]] iterator end() const { return iterator(of_->end()); }
    [[nodiscard]] std::size_t size() const noexcept { return of_->size(); }

    template <class Sink>
    bool for_each_while(Sink&& sink) const {
        return core::for_each_while(*of_, [&sink](auto& pair) { return sink(pair.second); });
    }
};

/// The pairs themselves: `for (auto& [key, value] : d.items())`. Set operations where the values can be hashed.
template <class Map>
class items_view
    : public std::ranges::view_interface<items_view<Map>>,
      public mapping::set_operations<items_view<Map>, std::pair<typename Map::key_type, typename Map::mapped_type>> {
    Map* of_ = nullptr;

public:
    items_view() = default;
    explicit items_view(Map& of) noexcept : of_(&of) {}

    [[nodiscard]] auto begin() const { return of_->begin(); }
    [[nodiscard]] auto end() const { return of_->end(); }
    [[nodiscard]] std::size_t size() const noexcept { return of_->size(); }

    template <class Pair>
    [[nodiscard]] bool contains(Pair const& pair) const {
        auto const found = std::as_const(*of_).get(pair.first);
        return found.has_value() && *found == pair.second;
    }

    template <class Sink>
    bool for_each_while(Sink&& sink) const {
        return core::for_each_while(*of_, sink);
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
