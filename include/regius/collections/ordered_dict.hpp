// SPDX-License-Identifier: MIT
#ifndef REGIUS_COLLECTIONS_ORDERED_DICT_HPP
#define REGIUS_COLLECTIONS_ORDERED_DICT_HPP

#include <regius/builtins/dict.hpp>
#include <regius/core/errors.hpp>
#include <regius/core/mapping_views.hpp>

#include <concepts>
#include <initializer_list>
#include <ranges>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace regius {

/// A dict whose order is part of its value, and can be changed at both ends.
///
///     ordered_dict<std::string, int> d{{"a", 1}, {"b", 2}, {"c", 3}};
///     d.move_to_end("a");                     // b c a
///     d.move_to_end("c", false);              // c b a
///     d.popitem(false);                       // {"c", 3}
///
/// Python    collections.OrderedDict
/// Accepts   what dict accepts
/// Cost      that of dict; move_to_end and popitem are amortised O(1) at both ends
/// Throws    key_error from move_to_end of a missing key, at, pop, popitem
/// Lifetime  that of dict; move_to_end invalidates what an insertion does
/// Differs   two ordered_dicts are equal in the same order only; an ordered_dict and a dict in any
template <class K, class V, class Hash = core::hash<K>, class Equal = core::equal<K>,
          class Alloc = std::allocator<std::pair<K const, V>>>
class ordered_dict : public dict<K, V, Hash, Equal, Alloc>,
                     public core::printed<ordered_dict<K, V, Hash, Equal, Alloc>> {
    using base = dict<K, V, Hash, Equal, Alloc>;
    using typename base::key_arg;

public:
    using base::base;

    ordered_dict() = default;
    ordered_dict(std::initializer_list<std::pair<K, V>> pairs) : base(pairs) {}
    explicit ordered_dict(base pairs) : base(std::move(pairs)) {}

    /// An ordered_dict of these keys, each with a copy of one value.
    template <std::ranges::input_range R = std::initializer_list<K>>
    [[nodiscard]] static ordered_dict fromkeys(R&& keys, V const& value = V()) {
        return ordered_dict(base::fromkeys(std::forward<R>(keys), value));
    }

    [[nodiscard]] ordered_dict copy() const { return *this; }

    /// Make a key that is there the last, or the first.
    void move_to_end(key_arg key, bool at_the_end = true) { move(key, at_the_end); }
    template <class Q>
    requires core::transparent_key<Q, K, Hash, Equal>
    void move_to_end(Q const& key, bool at_the_end = true) {
        move(key, at_the_end);
    }

    /// Remove the last pair, or the first, and return it.
    std::pair<K, V> popitem(bool at_the_end = true) {
        if (this->empty()) throw key_error("'dictionary is empty'");
        return this->take_out_pair(at_the_end ? this->table_.last() : this->table_.first());
    }

    // Those of dict, but for their name.
    [[nodiscard]] core::keys_view<ordered_dict> keys() const noexcept { return core::keys_view<ordered_dict>(*this); }
    [[nodiscard]] core::values_view<ordered_dict> values() noexcept { return core::values_view<ordered_dict>(*this); }
    [[nodiscard]] core::values_view<ordered_dict const> values() const noexcept {
        return core::values_view<ordered_dict const>(*this);
    }
    [[nodiscard]] core::items_view<ordered_dict> items() noexcept { return core::items_view<ordered_dict>(*this); }
    [[nodiscard]] core::items_view<ordered_dict const> items() const noexcept {
        return core::items_view<ordered_dict const>(*this);
    }

    [[nodiscard]] friend ordered_dict operator|(ordered_dict left, base const& right) {
        left.update(right);
        return left;
    }

    [[nodiscard]] friend bool operator==(ordered_dict const& a, ordered_dict const& b)
    requires std::equality_comparable<V>
    {
        if (a.size() != b.size()) return false;
        auto other = b.begin();
        for (auto const& [key, value] : a) {
            if (!a.key_eq()(key, other->first) || !(value == other->second)) return false;
            ++other;
        }
        return true;
    }

    [[nodiscard]] std::string repr() const
    requires core::reprable<base const&>
    {
        if (this->empty()) return "ordered_dict()";
        return "ordered_dict(" + regius::repr(static_cast<base const&>(*this)) + ')';
    }

private:
    template <class Q>
    void move(Q const& key, bool at_the_end) {
        auto* const found = this->table_.find(key);
        if (found == nullptr) detail::dict_throw_key_error(key);
        this->table_.move_to_end(found, at_the_end);
    }
};

template <class K, class V>
ordered_dict(std::initializer_list<std::pair<K, V>>) -> ordered_dict<core::owned_key<K>, V>;

template <core::pair_range R, class E = std::ranges::range_value_t<R>>
ordered_dict(R&&) -> ordered_dict<core::key_from<R, decltype(core::key_of(std::declval<E>()))>,
                                  std::decay_t<decltype(core::value_of(std::declval<E>()))>>;

template <class... Ts>
inline constexpr std::string_view core::mapping::map_name<ordered_dict<Ts...>> = "odict";

}  // namespace regius

#endif  // REGIUS_COLLECTIONS_ORDERED_DICT_HPP
