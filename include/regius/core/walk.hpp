// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_WALK_HPP
#define REGIUS_CORE_WALK_HPP

#include <concepts>
#include <optional>
#include <ranges>
#include <type_traits>

namespace regius::core {

/// Where one range is walked. An iterator of a one-shot source, or one that cannot be made from nothing, is there only
/// from the first element on.
template <class V>
class walk {
    static constexpr bool plain =
        std::default_initializable<std::ranges::iterator_t<V>> && std::ranges::forward_range<V>;
    std::conditional_t<plain, std::ranges::iterator_t<V>, std::optional<std::ranges::iterator_t<V>>> it_{};

public:
    constexpr void start(V& range) {
        if constexpr (plain)
            it_ = std::ranges::begin(range);
        else
            it_.emplace(std::ranges::begin(range));
    }
    constexpr auto& at() { return there(it_); }
    constexpr auto const& at() const { return there(it_); }

private:
    [[gnu::always_inline]] static constexpr auto& there(auto& it) {
        if constexpr (plain)
            return it;
        else
            return *it;
    }
};

}  // namespace regius::core

#endif  // REGIUS_CORE_WALK_HPP
