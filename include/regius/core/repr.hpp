// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_REPR_HPP
#define REGIUS_CORE_REPR_HPP

#include <regius/core/none.hpp>
#include <regius/core/utf8.hpp>

#include <charconv>
#include <compare>
#include <concepts>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace regius::core {

template <class T, class... Outer>
consteval bool is_reprable();

/// A value that `repr` can print.
template <class T>
concept reprable = core::is_reprable<std::remove_reference_t<T>>();

/// Append what Python would print for x to a string.
struct append_repr_fn {
    template <reprable T>
    constexpr void operator()(std::string& out, T&& x) const;
};

inline constexpr append_repr_fn append_repr{};

}  // namespace regius::core

namespace regius {

/// A value as Python would print it.
///
///     repr(std::vector{1.0, 1e16})            // [1.0, 1e+16]
///     repr(std::map<...>{{"it's", true}})     // {"it's": True}
///
/// Python    repr(x)
/// Accepts   bool, integers, enums (their number), floating point, char and strings, optional, variant, pairs and
///           tuples, ranges, and any type with a `std::string repr() const`; nested to any depth
/// Returns   std::string; sets and maps (key_type, mapped_type) in braces, every other range in brackets
/// Cost      O(length of the text); a one-shot range is used up
/// Throws    std::bad_alloc
/// Differs   char is a string of one character; signed char, unsigned char and the other character types are
///           numbers; a byte that is not valid UTF-8 prints as \xNN; None is nullptr, nullopt, monostate and a
///           null char const*; `operator<<` is not used, since finding it costs <ostream> everywhere
struct repr_fn {
    template <core::reprable T>
    [[nodiscard]] constexpr std::string operator()(T&& x) const {
        std::string out;
        core::append_repr(out, x);
        return out;
    }
};

inline constexpr repr_fn repr{};

}  // namespace regius

namespace regius::core {

/// A type of this library that streams, and std::format where builtins/format.hpp is included, print as repr does: a
/// base class of it.
template <class Self>
struct printed {
    template <class Stream>
    requires reprable<Self const&> && requires(Stream& out, std::string const& text) { out << text; }
    friend Stream& operator<<(Stream& out, Self const& x) {
        out << regius::repr(x);
        return out;
    }
};

/// A type of this library that stands for a T and becomes one when it is read; std::format prints that T, where
/// builtins/format.hpp is included: a base class of it.
template <class T>
struct stands_for {
    using read_as = T;
};

}  // namespace regius::core

namespace regius::core::printing {

template <class T>
concept prints_itself = requires(T const& x) {
    { x.repr() } -> std::convertible_to<std::string_view>;
};

// vector<bool>::reference and std::true_type: their conversion is to bool itself, not to something that
// becomes bool, as a lambda's or a pointer's would.
template <class T>
concept stands_for_bool = std::is_class_v<T> && std::convertible_to<T const&, bool> && requires(T const& x) {
    { x.operator bool() } -> std::same_as<bool>;
};

template <class T>
concept tuple_like = requires { std::tuple_size<std::remove_const_t<T>>::value; };

// std::monostate is known by what it is, a type with one value: <variant> is not included for its name.
template <class T>
concept unit = std::is_empty_v<T> && std::is_trivially_default_constructible_v<T> && !tuple_like<T> &&
               !stands_for_bool<T> && requires(T const& x) {
                   { x <=> x } -> std::same_as<std::strong_ordering>;
               };

template <class T>
concept nothing =
    std::same_as<T, none_t> || std::same_as<T, std::nullptr_t> || std::same_as<T, std::nullopt_t> || unit<T>;

template <class T>
concept text = std::convertible_to<T const&, std::string_view>;

template <class T>
concept optional_like = requires(T& x) {
    { x.has_value() } -> std::same_as<bool>;
    *x;
} && !requires(T& x) { x.error(); };

template <class T>
concept variant_like = requires(T const& x) {
    { x.valueless_by_exception() } -> std::same_as<bool>;
    x.index();
};

template <class T>
concept range = requires(T& x) {
    std::begin(x) != std::end(x);
    ++std::declval<decltype(std::begin(x))&>();
    *std::begin(x);
};

template <class T>
using element_t = std::remove_reference_t<decltype(*std::begin(std::declval<T&>()))>;

template <class T>
concept set_like = requires { typename T::key_type; };

template <class T>
concept map_like = set_like<T> && requires { typename T::mapped_type; } && tuple_like<element_t<T>>;

template <class T>
struct alternatives {
    template <class... Outer>
    static consteval bool all_reprable() {
        return false;
    }
};
template <template <class...> class Variant, class... Ts>
struct alternatives<Variant<Ts...>> {
    template <class... Outer>
    static consteval bool all_reprable() {
        return (core::is_reprable<Ts const, Outer...>() && ...);
    }
};

template <class T, class... Outer, std::size_t... Is>
consteval bool elements_reprable(std::index_sequence<Is...>) {
    return (core::is_reprable<std::remove_reference_t<std::tuple_element_t<Is, T>>, Outer...>() && ...);
}

constexpr void append_number(std::string& out, auto value) {
    char digits[40];
    char* const last = digits + sizeof(digits);
    char* at = last;
    auto rest = value;
    do {
        int const digit = static_cast<int>(rest % 10);
        *--at = static_cast<char>('0' + (digit < 0 ? -digit : digit));
        rest = static_cast<decltype(value)>(rest / 10);
    } while (rest != 0);
    if (value < 0) *--at = '-';
    out.append(at, last);
}

// Python's layout of the shortest digits that read back as the same number: plain up to 1e16, and with an
// exponent of at least two digits beyond it and below 1e-4.
inline void append_floating(std::string& out, std::floating_point auto value) {
    if (value != value) {
        out += "nan";
        return;
    }
    char text[64];
    char const* const last = std::to_chars(text, text + sizeof(text), value, std::chars_format::scientific).ptr;
    std::string_view scientific(text, static_cast<std::size_t>(last - text));
    if (scientific.front() == '-') {
        out += '-';
        scientific.remove_prefix(1);
    }
    if (scientific.front() == 'i') {
        out += "inf";
        return;
    }
    auto const e = scientific.find('e');
    int exponent = 0;
    for (char const c : scientific.substr(e + 2)) exponent = 10 * exponent + (c - '0');
    if (scientific[e + 1] == '-') exponent = -exponent;
    if (exponent < -4 || exponent >= 16) {
        out += scientific;
        return;
    }
    std::string digits(1, scientific.front());
    if (e > 1) digits += scientific.substr(2, e - 2);
    auto const size = static_cast<int>(digits.size());
    if (exponent < 0) {
        out += "0.";
        out.append(static_cast<std::size_t>(-exponent - 1), '0');
        out += digits;
    } else if (exponent + 1 < size) {
        out += digits.insert(static_cast<std::size_t>(exponent + 1), 1, '.');
    } else {
        out += digits;
        out.append(static_cast<std::size_t>(exponent + 1 - size), '0');
        out += ".0";
    }
}

// The characters that str.isprintable() refuses and that text really contains: controls, spaces other than ' ',
// invisible formatting, private use. Python's table also has every unassigned code point.
constexpr bool printable(char32_t c) noexcept {
    if (c < 0x7F) return c >= ' ';
    return !(c <= 0xA0 || c == 0xAD || (c >= 0x600 && c <= 0x605) || c == 0x61C || c == 0x6DD || c == 0x70F ||
             c == 0x890 || c == 0x891 || c == 0x8E2 || c == 0x1680 || c == 0x180E || (c >= 0x2000 && c <= 0x200F) ||
             (c >= 0x2028 && c <= 0x202F) || (c >= 0x205F && c <= 0x206F) || c == 0x3000 ||
             (c >= 0xE000 && c <= 0xF8FF) || c == 0xFEFF || (c >= 0xFFF0 && c <= 0xFFFB) || (c & 0xFFFE) == 0xFFFE ||
             c == 0x110BD || c == 0x110CD || (c >= 0x13430 && c <= 0x1343F) || (c >= 0x1BCA0 && c <= 0x1BCA3) ||
             (c >= 0x1D173 && c <= 0x1D17A) || (c >= 0x40000 && !(c >= 0xE0100 && c <= 0xE01EF)));
}

constexpr void append_escape(std::string& out, char letter, char32_t code, int digits) {
    out += '\\';
    out += letter;
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4)
        out += "0123456789abcdef"[static_cast<std::size_t>(code >> shift & 0xFU)];
}

constexpr void append_text(std::string& out, std::string_view text) {
    bool const has_single = text.find('\'') != std::string_view::npos;
    char const quote = has_single && text.find('"') == std::string_view::npos ? '"' : '\'';
    out += quote;
    char const* const last = text.data() + text.size();
    for (char const* at = text.data(); at != last;) {
        auto const c = utf8_decode(at, last);
        if (c.code == static_cast<char32_t>(quote) || c.code == U'\\')
            (out += '\\') += *at;
        else if (c.code == U'\n')
            out += "\\n";
        else if (c.code == U'\r')
            out += "\\r";
        else if (c.code == U'\t')
            out += "\\t";
        else if (c.code == invalid_utf8)
            append_escape(out, 'x', byte_of(*at), 2);
        else if (printable(c.code))
            out.append(at, c.size);
        else if (c.code < 0x100)
            append_escape(out, 'x', c.code, 2);
        else if (c.code < 0x10000)
            append_escape(out, 'u', c.code, 4);
        else
            append_escape(out, 'U', c.code, 8);
        at += c.size;
    }
    out += quote;
}

template <class T>
constexpr void append_array_of_char(std::string& out, T const& array) {
    std::string_view const whole(array, std::extent_v<T>);
    append_text(out, whole.substr(0, whole.find('\0')));
}

template <class T>
constexpr void append_tuple(std::string& out, T& x) {
    constexpr std::size_t size = std::tuple_size_v<std::remove_const_t<T>>;
    out += '(';
    [&]<std::size_t... Is>(std::index_sequence<Is...>) {
        using std::get;
        ((out += Is == 0 ? "" : ", ", core::append_repr(out, get<Is>(x))), ...);
    }(std::make_index_sequence<size>());
    out += size == 1 ? ",)" : ")";
}

template <class T>
constexpr void append_range(std::string& out, T& x) {
    constexpr bool in_braces = set_like<T>;
    auto it = std::begin(x);
    auto const last = std::end(x);
    if (in_braces && !map_like<T> && !(it != last)) {
        out += "set()";
        return;
    }
    out += in_braces ? '{' : '[';
    for (bool first = true; it != last; ++it, first = false) {
        if (!first) out += ", ";
        auto&& element = *it;
        if constexpr (map_like<T>) {
            auto&& [key, value] = element;
            core::append_repr(out, key);
            out += ": ";
            core::append_repr(out, value);
        } else {
            core::append_repr(out, element);
        }
    }
    out += in_braces ? '}' : ']';
}

}  // namespace regius::core::printing

namespace regius::core {

// Outer is what T was found inside: a type that contains itself (a map of names to maps of names) is printable
// when everything else in it is. A range that is its own element (std::filesystem::path) would print for ever.
template <class T, class... Outer>
consteval bool is_reprable() {
    using U = std::remove_cv_t<T>;
    if constexpr ((std::same_as<U, Outer> || ...) || printing::prints_itself<U> || printing::nothing<U> ||
                  std::is_arithmetic_v<U> || std::integral<U> || std::is_enum_v<U> || printing::text<U> ||
                  printing::stands_for_bool<U>)
        return true;
    else if constexpr (printing::variant_like<U>)
        return printing::alternatives<U>::template all_reprable<U, Outer...>();
    else if constexpr (printing::optional_like<T>)
        return core::is_reprable<std::remove_reference_t<decltype(*std::declval<T&>())>, U, Outer...>();
    else if constexpr (printing::range<T>) {
        if constexpr (std::same_as<std::remove_cv_t<printing::element_t<T>>, U>)
            return false;
        else
            return core::is_reprable<printing::element_t<T>, U, Outer...>();
    } else if constexpr (printing::tuple_like<T>)
        return printing::elements_reprable<U, U, Outer...>(std::make_index_sequence<std::tuple_size_v<U>>());
    else
        return false;
}

template <reprable T>
constexpr void append_repr_fn::operator()(std::string& out, T&& x) const {
    using R = std::remove_reference_t<T>;
    using U = std::remove_cv_t<R>;
    if constexpr (printing::prints_itself<U>) {
        out += x.repr();
    } else if constexpr (printing::nothing<U>) {
        out += "None";
    } else if constexpr (std::same_as<U, bool> || printing::stands_for_bool<U>) {
        out += static_cast<bool>(x) ? "True" : "False";
    } else if constexpr (std::same_as<U, char>) {
        printing::append_text(out, std::string_view(&x, 1));
    } else if constexpr (std::floating_point<U>) {
        printing::append_floating(out, x);
    } else if constexpr (std::is_enum_v<U>) {
        printing::append_number(out, +static_cast<std::underlying_type_t<U>>(x));
    } else if constexpr (std::integral<U>) {
        printing::append_number(out, +x);
    } else if constexpr (std::is_array_v<U> && printing::text<U>) {
        printing::append_array_of_char(out, x);
    } else if constexpr (std::is_pointer_v<U>) {
        if (x)
            printing::append_text(out, x);
        else
            out += "None";
    } else if constexpr (printing::text<U>) {
        printing::append_text(out, static_cast<U const&>(x));
    } else if constexpr (printing::variant_like<U>) {
        visit([&out, this](auto const& value) { (*this)(out, value); }, x);
    } else if constexpr (printing::optional_like<R>) {
        if (x.has_value())
            (*this)(out, *x);
        else
            out += "None";
    } else if constexpr (printing::range<R>) {
        printing::append_range(out, x);
    } else {
        printing::append_tuple(out, x);
    }
}

}  // namespace regius::core

#endif  // REGIUS_CORE_REPR_HPP
