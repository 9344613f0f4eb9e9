// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_NON_PROPAGATING_HPP
#define REGIUS_CORE_NON_PROPAGATING_HPP

#include <optional>

namespace regius::core {

/// An optional that a copied or moved view does not take along: it holds iterators, which may point into the view
/// that they came from. The copy starts afresh, and so does what was moved from.
template <class T>
class non_propagating : public std::optional<T> {
public:
    non_propagating() = default;
    constexpr non_propagating(non_propagating const&) noexcept : std::optional<T>() {}
    constexpr non_propagating(non_propagating&& that) noexcept : std::optional<T>() { that.reset(); }
    constexpr non_propagating& operator=(non_propagating const& that) noexcept {
        if (this != &that) this->reset();
        return *this;
    }
    constexpr non_propagating& operator=(non_propagating&& that) noexcept {
        this->reset();
        that.reset();
        return *this;
    }
};

}  // namespace regius::core

#endif  // REGIUS_CORE_NON_PROPAGATING_HPP
