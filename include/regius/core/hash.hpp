// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_HASH_HPP
#define REGIUS_CORE_HASH_HPP

#include <regius/core/process_seed.hpp>

#include <array>
#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

namespace regius::core {

namespace hashing {

template <class T>
struct of;

}  // namespace hashing

/// A type that `core::hash` covers.
template <class T>
concept hashable = requires(hashing::of<T> const& hash, T const& x, std::uint64_t seed) {
    { hash(x, seed) } -> std::same_as<std::uint64_t>;
};

/// Hash a value: every bit of the result depends on every bit of the value and of the seed.
///
///     core::hash<std::string>{}("spam"sv)             // no std::string is made
///     core::hash<std::pair<int, int>>{}({1, 2}, 0)    // with a seed of one's own
///
/// Accepts   integers, enums, floating point, pointers, strings; pairs, tuples, arrays, optionals, variants and
///           sequences of what it accepts; whatever std::hash or a `hash_value(x)` found by ADL accepts
/// Returns   64 bits; equal values hash alike, 0.0 and -0.0 included, and a string like its string_view
/// Cost      one multiplication for a number, one for 16 bytes of text; allocates nothing
/// Throws    what the std::hash or hash_value it falls back to throws
/// Differs   values of different types (1 and 1.0) do not share a key: a C++ key has one type
template <class T>
struct hash {
    using is_transparent = void;

    template <class Q = T>
    requires hashable<T> && std::invocable<hashing::of<T> const&, Q const&, std::uint64_t>
    [[nodiscard]] constexpr std::uint64_t operator()(Q const& x, std::uint64_t seed = process_seed()) const
        noexcept(noexcept(hashing::of<T>{}(x, seed))) {
        return hashing::of<T>{}(x, seed);
    }
};

namespace hashing {

[[nodiscard]] inline bool same_bytes(void const* x, void const* y, std::size_t size) noexcept {
    auto const* a = static_cast<unsigned char const*>(x);
    auto const* b = static_cast<unsigned char const*>(y);
    if (size >= 8) {
        if (size > 64) return std::memcmp(a, b, size) == 0;
        for (std::size_t at = 0; at < size - 8; at += 8)
            if (load<std::uint64_t>(a + at) != load<std::uint64_t>(b + at)) return false;
        return load<std::uint64_t>(a + size - 8) == load<std::uint64_t>(b + size - 8);
    }
    if (size >= 4)
        return ((load<std::uint32_t>(a) ^ load<std::uint32_t>(b)) |
                (load<std::uint32_t>(a + size - 4) ^ load<std::uint32_t>(b + size - 4))) == 0;
    if (size == 0) return true;
    return ((a[0] ^ b[0]) | (a[size / 2] ^ b[size / 2]) | (a[size - 1] ^ b[size - 1])) == 0;
}

template <class T>
concept number = std::integral<T> || std::is_enum_v<T> || std::is_pointer_v<T> || std::same_as<T, std::nullptr_t> ||
                 std::same_as<T, float> || std::same_as<T, double>;

template <class T>
concept in_std = requires(T const& x) {
    { std::hash<T>{}(x) } -> std::convertible_to<std::size_t>;
};

template <class T>
concept by_hash_value = requires(T const& x) {
    { hash_value(x) } -> std::convertible_to<std::size_t>;
};

// A hash that others have written, which need not mix its bits.
template <class T>
concept coded = !number<T> && (in_std<T> || by_hash_value<T>);

// A container whose equality is that of its elements in order; an unordered one has a hasher.
template <class T>
concept sequence = !number<T> && !coded<T> && !requires { typename T::hasher; } && requires(T const& x) {
    { x.size() } -> std::convertible_to<std::size_t>;
    { x.begin() != x.end() } -> std::convertible_to<bool>;
} && hashable<typename T::value_type>;

// `dear`: hashing or comparing costs more than reading 8 bytes, so that a table had better keep the hash.
template <class T>
struct of {};

template <number T>
struct of<T> {
    static constexpr bool dear = false;

    constexpr std::uint64_t operator()(T x, std::uint64_t seed) const noexcept {
        if constexpr (std::is_pointer_v<T> || std::same_as<T, std::nullptr_t>) {
            return word(reinterpret_cast<std::uintptr_t>(x), seed);
        } else if constexpr (std::is_floating_point_v<T>) {
            return word(std::bit_cast<std::uint64_t>(x == 0 ? 0.0 : double{x}), seed);
        } else if constexpr (sizeof(T) > sizeof(std::uint64_t)) {
            return word(static_cast<std::uint64_t>(x), word(static_cast<std::uint64_t>(x >> 64), seed));
        } else {
            return word(static_cast<std::uint64_t>(x), seed);
        }
    }
};

template <class C, class Traits>
requires std::has_unique_object_representations_v<C>
struct of<std::basic_string_view<C, Traits>> {
    static constexpr bool dear = true;

    std::uint64_t operator()(std::basic_string_view<C, Traits> x, std::uint64_t seed) const noexcept {
        return bytes(x.data(), x.size() * sizeof(C), seed);
    }
};

template <class C, class Traits, class Alloc>
requires std::has_unique_object_representations_v<C>
struct of<std::basic_string<C, Traits, Alloc>> : of<std::basic_string_view<C, Traits>> {};

struct of_elements {
    constexpr std::uint64_t operator()(auto const& x, std::uint64_t seed) const {
        std::apply([&]<class... Ts>(Ts const&... elements) { ((seed = of<Ts>{}(elements, seed)), ...); }, x);
        return seed;
    }
};

template <class... Ts>
requires(hashable<std::remove_cvref_t<Ts>> && ...)
struct of<std::tuple<Ts...>> : of_elements {
    static constexpr bool dear = sizeof...(Ts) > 2 || (of<std::remove_cvref_t<Ts>>::dear || ...);
};

template <class A, class B>
struct of<std::pair<A, B>> : of<std::tuple<A, B>> {};

template <hashable T, std::size_t N>
struct of<std::array<T, N>> : of_elements {
    static constexpr bool dear = N > 2 || of<T>::dear;
};

template <hashable T>
struct of<std::optional<T>> {
    static constexpr bool dear = true;

    constexpr std::uint64_t operator()(std::optional<T> const& x, std::uint64_t seed) const {
        auto const side = word(x.has_value(), seed);
        return x ? of<T>{}(*x, side) : side;
    }
};

// std::variant is known by what it can do, and its alternatives by its parameters: <variant> is dear.
template <template <class...> class Variant, hashable... Ts>
requires requires(Variant<Ts...> const& x) {
    x.valueless_by_exception();
    x.index();
}
struct of<Variant<Ts...>> {
    static constexpr bool dear = true;

    constexpr std::uint64_t operator()(Variant<Ts...> const& x, std::uint64_t seed) const {
        auto result = word(x.index(), seed);
        [&]<std::size_t... Is>(std::index_sequence<Is...>) {
            static_cast<void>(((x.index() == Is && (result = of<Ts>{}(*get_if<Is>(&x), result), true)) || ...));
        }(std::index_sequence_for<Ts...>());
        return result;
    }
};

template <coded T>
struct of<T> {
    static constexpr bool dear = true;

    constexpr std::uint64_t operator()(T const& x, std::uint64_t seed) const {
        if constexpr (in_std<T>)
            return word(static_cast<std::size_t>(std::hash<T>{}(x)), seed);
        else
            return word(static_cast<std::size_t>(hash_value(x)), seed);
    }
};

template <sequence T>
struct of<T> {
    static constexpr bool dear = true;

    constexpr std::uint64_t operator()(T const& x, std::uint64_t seed) const {
        seed = word(x.size(), seed);
        for (auto const& element : x) seed = of<typename T::value_type>{}(element, seed);
        return seed;
    }
};

}  // namespace hashing

/// The equality that goes with `core::hash`. Strings are compared in place, a word at a time: a call of memcmp
/// costs more than most keys are long.
template <class T>
struct equal {
    using is_transparent = void;

    template <class A, class B>
    requires requires(A const& a, B const& b) { bool(a == b); }
    [[nodiscard]] constexpr bool operator()(A const& a, B const& b) const noexcept(noexcept(bool(a == b))) {
        return bool(a == b);
    }
};

template <class C, class Traits>
requires std::has_unique_object_representations_v<C>
struct equal<std::basic_string_view<C, Traits>> {
    using is_transparent = void;
    using text = std::basic_string_view<C, Traits>;

    [[nodiscard]] bool operator()(text a, text b) const noexcept {
        return a.size() == b.size() && hashing::same_bytes(a.data(), b.data(), a.size() * sizeof(C));
    }
};

template <class C, class Traits, class Alloc>
requires std::has_unique_object_representations_v<C>
struct equal<std::basic_string<C, Traits, Alloc>> : equal<std::basic_string_view<C, Traits>> {};

}  // namespace regius::core

#endif  // REGIUS_CORE_HASH_HPP
