// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_READING_HPP
#define REGIUS_CORE_READING_HPP

#include <regius/core/concepts.hpp>
#include <regius/core/invoke.hpp>

#include <concepts>
#include <iterator>
#include <optional>
#include <ranges>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace regius::core {

// Each upstream element is computed once. A tool such as `filter` looks at an element before it hands it on; where
// reading means calling somebody's function (`map(f)` below it), reading twice would call it twice. Such a tool reads
// in place where reading costs nothing; elsewhere it reads once, keeps what it got, and is an input range.

/// Whether an element of R can be read again and again at no cost and with the same result. True of containers; a
/// view of ours says so by a member `static constexpr bool rereadable`; specialise it for a view of your own.
template <class R>
inline constexpr bool enable_rereadable = !std::ranges::view<R> || std::ranges::contiguous_range<R>;

template <class R>
requires requires {
    { R::rereadable } -> std::convertible_to<bool>;
}
inline constexpr bool enable_rereadable<R> = R::rereadable;

template <class R>
inline constexpr bool enable_rereadable<std::ranges::ref_view<R>> = enable_rereadable<R>;
template <class R>
inline constexpr bool enable_rereadable<std::ranges::owning_view<R>> = enable_rereadable<R>;
template <class I, class S, std::ranges::subrange_kind K>
requires std::forward_iterator<I> && std::is_lvalue_reference_v<std::iter_reference_t<I>>
inline constexpr bool enable_rereadable<std::ranges::subrange<I, S, K>> = true;
template <class W, class B>
inline constexpr bool enable_rereadable<std::ranges::iota_view<W, B>> = true;
template <class V>
inline constexpr bool enable_rereadable<std::ranges::take_view<V>> = enable_rereadable<V>;
template <class V>
inline constexpr bool enable_rereadable<std::ranges::drop_view<V>> = enable_rereadable<V>;
template <class V>
inline constexpr bool enable_rereadable<std::ranges::reverse_view<V>> = enable_rereadable<V>;
template <class V>
inline constexpr bool enable_rereadable<std::ranges::common_view<V>> = enable_rereadable<V>;

template <class R>
concept rereadable = std::ranges::input_range<R> && enable_rereadable<std::remove_cvref_t<R>>;

/// Whether walking over elements of R again computes nothing: true of containers and of what finds its next element by
/// counting. Walking over a filter again would ask its question again.
template <class R>
inline constexpr bool enable_rewalkable = std::ranges::random_access_range<R> || !std::ranges::view<R>;
template <class R>
inline constexpr bool enable_rewalkable<std::ranges::ref_view<R>> = enable_rewalkable<R>;
template <class R>
inline constexpr bool enable_rewalkable<std::ranges::owning_view<R>> = enable_rewalkable<R>;

template <class R>
concept rewalkable = std::ranges::forward_range<R> && enable_rewalkable<std::remove_cvref_t<R>>;

/// Elements can be walked over and read again and again, and nothing is computed.
template <class R>
concept revisitable = rewalkable<R> && rereadable<R>;

/// What may be kept of a key after its element is gone. Text that is not owned is kept as std::string: a string_view
/// may look into the element, and two equal texts may have two addresses. Only where the elements are string_views
/// themselves, stored and not computed, is a string_view safe as it is. An element that is its own key is kept as the
/// value that it stands for: a bit of vector<bool>, a row of references.
template <class V, class Key>
using kept_key = std::conditional_t<
    std::same_as<std::decay_t<Key>, char const*> || std::same_as<std::decay_t<Key>, char*> ||
        (std::same_as<std::decay_t<Key>, std::string_view> &&
         !(std::ranges::forward_range<V> && rereadable<V> &&
           std::same_as<std::ranges::range_value_t<V>, std::string_view>)),
    std::string,
    std::conditional_t<std::same_as<std::decay_t<Key>, std::remove_cvref_t<std::ranges::range_reference_t<V>>>,
                       std::ranges::range_value_t<V>, std::decay_t<Key>>>;

/// What an element of R, or the T made of it, is kept as when the walk goes on. A string_view that a one-shot source hands
/// out, such as a line of a file, may look at a buffer that the next one overwrites: it is kept as std::string.
template <class R, class T = std::ranges::range_value_t<R>>
using kept_value_t = std::conditional_t<std::same_as<T, std::string_view> && !core::restartable<R>, std::string, T>;

template <class T>
struct stored_value {
    using type = T;
};
template <class K, class V>
struct stored_value<std::pair<K const, V>> {
    using type = std::pair<K, V>;
};
template <class K, class V>
struct stored_value<std::pair<K const&, V const&>> {
    using type = std::pair<K, V>;
};

/// What an element of R is kept as where it must be moved about: the [key, value] of a map without const and references.
template <class R>
using stored_value_t = typename stored_value<std::ranges::range_value_t<R>>::type;

/// An optional that is assigned by making its value anew: assigning a row of references would write to what they refer to.
template <class T>
class remade : public std::optional<T> {
public:
    remade() = default;
    constexpr remade(remade const&) = default;
    constexpr remade(remade&&) = default;
    constexpr remade& operator=(remade const& that)
    requires std::copy_constructible<T>
    {
        if (this != &that) take(that);
        return *this;
    }
    constexpr remade& operator=(remade&& that) noexcept(std::is_nothrow_move_constructible_v<T>) {
        if (this != &that) take(std::move(that));
        return *this;
    }

private:
    template <class Other>
    constexpr void take(Other&& other) {
        if (other)
            this->emplace(*std::forward<Other>(other));
        else
            this->reset();
    }
};

/// Keeps one element as it was read: a reference as an address, a value as itself.
///
/// What comes out is what went in, except that a value that is dear to copy comes out as an rvalue reference:
/// it can be looked at many times and moved from once.
template <class Reference>
class slot {
    // A row of references to const is trivially copyable where its assignment is deleted.
    static constexpr bool plain = std::is_trivially_copyable_v<Reference> && std::is_copy_assignable_v<Reference>;
    static constexpr bool cheap = plain && sizeof(Reference) <= 2 * sizeof(void*);

    mutable std::conditional_t<plain, std::optional<Reference>, remade<Reference>> value_;

public:
    using reference = std::conditional_t<cheap, Reference, Reference&&>;

    [[gnu::always_inline]] constexpr void load(auto const& it) { value_.emplace(*it); }
    [[gnu::always_inline]] constexpr reference read() const { return static_cast<reference>(*value_); }
    constexpr Reference& look() const { return *value_; }
};

template <class T>
class slot<T&> {
    T* address_ = nullptr;

public:
    using reference = T&;

    [[gnu::always_inline]] constexpr void load(auto const& it) { address_ = std::addressof(*it); }
    [[gnu::always_inline]] constexpr reference read() const { return *address_; }
    constexpr T& look() const { return *address_; }
};

template <class T>
class slot<T&&> {
    T* address_ = nullptr;

public:
    using reference = T&&;

    [[gnu::always_inline]] constexpr void load(auto const& it) {
        auto&& element = *it;
        address_ = std::addressof(element);
    }
    [[gnu::always_inline]] constexpr reference read() const { return static_cast<T&&>(*address_); }
    constexpr T& look() const { return *address_; }
};

/// An iterator of V together with the element it stands on, which is read at most once.
///
/// After a step that did not reach the end, call either ask(f), which reads the element and asks f about it, or
/// load(), which only reads it; read() hands it on.
template <std::ranges::input_range V>
class held {
    std::ranges::iterator_t<V> it_;
    slot<std::ranges::range_reference_t<V>> slot_;

public:
    static constexpr bool in_place = false;
    using reference = typename decltype(slot_)::reference;

    constexpr explicit held(std::ranges::iterator_t<V> it) : it_(std::move(it)) {}
    [[gnu::always_inline]] constexpr void load() { slot_.load(it_); }
    [[gnu::always_inline]] constexpr void step() { ++it_; }
    [[gnu::always_inline]] constexpr reference read() const { return slot_.read(); }

    /// What a predicate is asked about: f(element), with the element as an lvalue.
    template <class F>
    [[gnu::always_inline]] constexpr decltype(auto) ask(F&& f) {
        slot_.load(it_);
        return invoke(f, slot_.look());
    }
    [[gnu::always_inline]] constexpr auto& base() noexcept { return it_; }
    [[gnu::always_inline]] constexpr auto const& base() const noexcept { return it_; }
};

template <std::ranges::input_range V>
requires rereadable<V>
class held<V> {
    std::ranges::iterator_t<V> it_{};

public:
    static constexpr bool in_place = true;
    using reference = std::ranges::range_reference_t<V>;

    held()
    requires std::default_initializable<std::ranges::iterator_t<V>>
    = default;
    constexpr explicit held(std::ranges::iterator_t<V> it) : it_(std::move(it)) {}
    [[gnu::always_inline]] constexpr void step() { ++it_; }
    [[gnu::always_inline]] constexpr void load() noexcept {}
    [[gnu::always_inline]] constexpr reference read() const { return *it_; }
    template <class F>
    [[gnu::always_inline]] constexpr decltype(auto) ask(F&& f) {
        auto&& element = *it_;
        return invoke(f, element);
    }
    [[gnu::always_inline]] constexpr auto& base() noexcept { return it_; }
    [[gnu::always_inline]] constexpr auto const& base() const noexcept { return it_; }
};

/// The cursor of a view that leaves out elements of V: what filter and its kin share.
template <std::ranges::input_range V>
class held_cursor {
protected:
    held<V> at_;
    std::ranges::sentinel_t<V> last_{};

    /// Go to the first element, from this one on, of which `wanted` is true.
    constexpr void find(auto&& wanted) {
        while (!done() && !static_cast<bool>(at_.ask(wanted))) at_.step();
    }

public:
    using value_type = std::ranges::range_value_t<V>;
    using difference_type = std::ranges::range_difference_t<V>;

    held_cursor()
    requires std::default_initializable<held<V>>
    = default;
    constexpr held_cursor(std::ranges::iterator_t<V> it, std::ranges::sentinel_t<V> last)
        : at_(std::move(it)), last_(std::move(last)) {}

    constexpr decltype(auto) read() const { return at_.read(); }
    constexpr decltype(auto) move() const
    requires(held<V>::in_place)
    {
        return std::ranges::iter_move(at_.base());
    }
    [[nodiscard]] constexpr bool done() const { return at_.base() == last_; }
    [[nodiscard]] constexpr bool equal(held_cursor const& that) const
    requires(held<V>::in_place && std::ranges::forward_range<V>)
    {
        return at_.base() == that.at_.base();
    }
};

}  // namespace regius::core

#endif  // REGIUS_CORE_READING_HPP
