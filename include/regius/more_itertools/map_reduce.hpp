// SPDX-License-Identifier: MIT
#ifndef REGIUS_MORE_ITERTOOLS_MAP_REDUCE_HPP
#define REGIUS_MORE_ITERTOOLS_MAP_REDUCE_HPP

#include <regius/builtins/dict.hpp>
#include <regius/core/concepts.hpp>
#include <regius/core/flow.hpp>
#include <regius/core/hashable_key.hpp>
#include <regius/core/invoke.hpp>
#include <regius/core/kept_element.hpp>
#include <regius/core/pipe.hpp>
#include <regius/core/reading.hpp>

#include <concepts>
#include <ranges>
#include <type_traits>
#include <utility>
#include <vector>

namespace regius {

namespace core {

/// What map_reduce gathers: the elements themselves, or what a function makes of them.
template <class R, class Value>
struct gathered {
    using type = hashed_key<R, std::invoke_result_t<Value&, std::ranges::range_reference_t<R>&>>;
};
template <class R>
struct gathered<R, std::identity> {
    using type = kept_value_t<R>;
};
template <class R, class Value>
using gathered_t = typename gathered<R, std::decay_t<Value>>::type;

/// A function of what is gathered under one key.
template <class F, class R, class Value>
concept reduces_the_values = std::invocable<std::decay_t<F>&, std::vector<gathered_t<R, Value>>> ||
                             std::invocable<std::decay_t<F>&, std::vector<gathered_t<R, Value>>&>;

}  // namespace core

/// Gather elements under their keys; make a value of each; make one of all that is under a key.
///
///     map_reduce(people, &person::city)                       // dict: city -> std::vector<person>
///     map_reduce(people, &person::city, &person::age)         // city -> std::vector<int>
///     map_reduce(people, &person::city, &person::age, max)    // city -> the age of the oldest
///     words | map_reduce(length, {}, len)                     // length -> how many words have it
///
/// Python    more_itertools.map_reduce(iterable, keyfunc, valuefunc=None, reducefunc=None)
/// Accepts   a range with an end and functions of one element (member pointers too); the keys can be hashed, and reduce
///           takes a std::vector
/// Returns   a dict in the order in which the keys were first seen. Keys and values own their text
/// Cost      key and value once an element, reduce once a key, when the range has ended
struct map_reduce_fn {
    template <core::iterable R, core::hashable_key_of_the_elements<R> Key,
              core::key_of_the_elements<R> Value = std::identity, core::reduces_the_values<R, Value> Reduce>
    requires(!core::infinite<R>)
    [[nodiscard]] auto operator()(R&& source, Key key, Value value, Reduce reducer) const {
        auto groups = (*this)(std::forward<R>(source), std::move(key), std::move(value));
        using groups_type = decltype(groups);
        auto const reduced = [&reducer](typename groups_type::mapped_type& group) -> decltype(auto) {
            if constexpr (std::invocable<Reduce&, typename groups_type::mapped_type>)
                return core::invoke(reducer, std::move(group));
            else
                return core::invoke(reducer, group);
        };
        using result = std::decay_t<decltype(reduced(groups.begin()->second))>;
        dict<typename groups_type::key_type, result> results;
        results.reserve(groups.size());
        for (auto& [k, group] : groups) results.try_emplace(k, reduced(group));
        return results;
    }

    template <core::iterable R, core::hashable_key_of_the_elements<R> Key,
              core::key_of_the_elements<R> Value = std::identity>
    requires(!core::infinite<R>)
    [[nodiscard]] auto operator()(R&& source, Key key, Value value = {}) const {
        using key_type = core::hashed_key<R, std::invoke_result_t<Key&, std::ranges::range_reference_t<R>&>>;
        dict<key_type, std::vector<core::gathered_t<R, Value>>> groups;
        core::for_each(source, [&](auto&& x) {
            auto& group = groups[core::invoke(key, x)];
            if constexpr (std::same_as<Value, std::identity>)
                group.push_back(std::forward<decltype(x)>(x));
            else
                group.emplace_back(core::invoke(value, x));
        });
        return groups;
    }

    template <core::function_like Key>
    requires(!std::ranges::input_range<Key>)
    [[nodiscard]] constexpr auto operator()(Key key) const {
        return core::bind_back(*this, std::move(key));
    }
    template <core::function_like Key, core::function_like Value = std::identity>
    requires(!std::ranges::input_range<Key>)
    [[nodiscard]] constexpr auto operator()(Key key, Value value) const {
        return core::bind_back(*this, std::move(key), std::move(value));
    }
    template <core::function_like Key, core::function_like Value = std::identity, core::function_like Reduce>
    requires(!std::ranges::input_range<Key>)
    [[nodiscard]] constexpr auto operator()(Key key, Value value, Reduce reducer) const {
        return core::bind_back(*this, std::move(key), std::move(value), std::move(reducer));
    }
};

inline constexpr map_reduce_fn map_reduce{};

}  // namespace regius

#endif  // REGIUS_MORE_ITERTOOLS_MAP_REDUCE_HPP
