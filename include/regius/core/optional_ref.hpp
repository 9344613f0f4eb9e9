// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_OPTIONAL_REF_HPP
#define REGIUS_CORE_OPTIONAL_REF_HPP

#include <concepts>
#include <cstddef>
#include <optional>
#include <type_traits>
#include <utility>

namespace regius::core {

/// What a lookup that may fail gives: the value where it lies, or nothing. Neither copies nor throws.
///
///     if (auto found = d.get("spam")) use(*found);
///     d.get("spam").value_or(0)
///
/// Python    dict.get(k), with None for nothing
/// Throws    std::bad_optional_access from value() when there is nothing
/// Lifetime  as long as a reference to the value; a copy of it is one conversion away: std::optional<V> v = d.get(k)
template <class T>
class optional_ref {
    T* at_ = nullptr;

public:
    constexpr optional_ref() noexcept = default;
    constexpr optional_ref(std::nullopt_t) noexcept {}
    constexpr explicit optional_ref(T* at) noexcept : at_(at) {}

    [[nodiscard]] constexpr bool has_value() const noexcept { return at_ != nullptr; }
    constexpr explicit operator bool() const noexcept { return has_value(); }
    [[nodiscard]] constexpr T& operator*() const noexcept { return *at_; }
    [[nodiscard]] constexpr T* operator->() const noexcept { return at_; }

    [[nodiscard]] constexpr T& value() const {
        if (at_ == nullptr) throw std::bad_optional_access();
        return *at_;
    }

    template <class U = std::remove_cv_t<T>>
    requires std::convertible_to<U, std::remove_cv_t<T>> && std::copy_constructible<std::remove_cv_t<T>>
    [[nodiscard]] constexpr std::remove_cv_t<T> value_or(U&& otherwise) const {
        return at_ != nullptr ? *at_ : static_cast<std::remove_cv_t<T>>(std::forward<U>(otherwise));
    }

    constexpr operator std::optional<std::remove_cv_t<T>>() const
    requires std::copy_constructible<std::remove_cv_t<T>>
    {
        if (at_ == nullptr) return std::nullopt;
        return *at_;
    }

    friend constexpr bool operator==(optional_ref a, std::nullopt_t) noexcept { return a.at_ == nullptr; }
    friend constexpr bool operator==(optional_ref a, std::nullptr_t) noexcept { return a.at_ == nullptr; }

    friend constexpr bool operator==(optional_ref a, T const& b)
    requires std::equality_comparable<T>
    {
        return a.at_ != nullptr && *a.at_ == b;
    }
};

}  // namespace regius::core

#endif  // REGIUS_CORE_OPTIONAL_REF_HPP
