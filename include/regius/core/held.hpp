// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_HELD_HPP
#define REGIUS_CORE_HELD_HPP

#include <regius/core/invoke.hpp>
#include <regius/core/reading.hpp>

#include <concepts>
#include <optional>
#include <ranges>
#include <type_traits>
#include <utility>

namespace regius::core {

/// An optional that is assigned by making its value anew: assigning a row of references would write to what they refer to.
template <class T>
class remade : public std::optional<T> {
public:
    remade() = default;
    constexpr remade(remade const&) = default;
    constexpr remade(remade&&) = default;
    constexpr remade& operator=(remade that) noexcept(std::is_nothrow_move_constructible_v<T>) {
        this->reset();
        if (that) this->emplace(*std::move(that));
        return *this;
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

#endif  // REGIUS_CORE_HELD_HPP
