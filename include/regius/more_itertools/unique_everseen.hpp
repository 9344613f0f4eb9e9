// SPDX-License-Identifier: MIT
#ifndef REGIUS_MORE_ITERTOOLS_UNIQUE_EVERSEEN_HPP
#define REGIUS_MORE_ITERTOOLS_UNIQUE_EVERSEEN_HPP

#include <regius/core/box.hpp>
#include <regius/core/concepts.hpp>
#include <regius/core/flow.hpp>
#include <regius/core/hash_set.hpp>
#include <regius/core/hashable_key.hpp>
#include <regius/core/held.hpp>
#include <regius/core/invoke.hpp>
#include <regius/core/keyed_tool.hpp>
#include <regius/core/reading.hpp>
#include <regius/core/view.hpp>

#include <concepts>
#include <ranges>
#include <type_traits>
#include <utility>

namespace regius {

template <std::ranges::view V, class Key, bool Again>
class everseen_view;

/// Keep the first element of each kind, in the order in which they come.
///
///     unique_everseen("AAAABBBCCDAABBB"sv)            // A B C D
///     words | unique_everseen(lower)                  // one of each, whatever its case
///
/// Python    more_itertools.unique_everseen(iterable, key=None)
/// Accepts   a range and a function of one element (a member pointer too) whose results can be hashed
/// Yields    the elements of the range, as the range yields them
/// Category  input
/// Cost      key, one hash and about one comparison an element; one copy of each distinct key is kept
/// Throws    what key, hash, == and the copy of a key throw; the element that it happened at is not lost to a loop
///           that goes on
/// Lifetime  the keys are owned, so elements may be gone when the next one is read: a string_view is kept as std::string
///           unless the elements are stored string_views
struct unique_everseen_fn : core::keyed_tool<unique_everseen_fn> {
    template <core::iterable R, core::hashable_key_of_the_elements<R> Key = std::identity>
    [[nodiscard]] constexpr auto operator()(R&& source, Key key = {}) const {
        return everseen_view<core::all_t<R>, Key, false>(core::all(std::forward<R>(source)), std::move(key));
    }

    using keyed_tool::operator();
};

inline constexpr unique_everseen_fn unique_everseen{};

/// The elements of V whose key was not seen before; with Again, those whose key was.
template <std::ranges::view V, class Key, bool Again>
class everseen_view : public core::view_facade<everseen_view<V, Key, Again>> {
    using key_type = core::hashed_key<V, std::invoke_result_t<Key&, std::ranges::range_reference_t<V>&>>;

    V base_;
    [[no_unique_address]] core::box<Key> key_;
    core::hash_set<key_type> seen_;

    [[nodiscard]] bool keeps(auto& x) { return seen_.insert(core::invoke(*key_, x)) != Again; }

    /// A range that can be walked again is new to whoever walks it again; a one-shot source goes on.
    void start() {
        if constexpr (core::restartable<V>) seen_.clear();
    }

    class cursor {
        core::held<V> at_;
        everseen_view* view_;

        void find() {
            while (!done() && !at_.ask([this](auto& x) { return view_->keeps(x); })) at_.step();
        }

    public:
        using value_type = std::ranges::range_value_t<V>;
        using difference_type = std::ranges::range_difference_t<V>;

        explicit cursor(everseen_view& view) : at_(std::ranges::begin(view.base_)), view_(&view) { find(); }
        decltype(auto) read() const { return at_.read(); }
        void next() {
            at_.step();
            find();
        }
        [[nodiscard]] bool done() const { return at_.base() == std::ranges::end(view_->base_); }
    };

public:
    static constexpr bool simple = false;
    static constexpr bool rereadable = true;
    static constexpr bool restartable = core::restartable<V>;
    static constexpr bool infinite = core::infinite<V>;

    constexpr everseen_view(V base, Key key) : base_(std::move(base)), key_(std::move(key)) {}

    static auto first(everseen_view& self) {
        self.start();
        return cursor(self);
    }
    static bool flow(everseen_view& self, auto& sink) {
        self.start();
        return core::for_each_while(
            self.base_, [&](auto&& x) -> bool { return self.keeps(x) ? sink(std::forward<decltype(x)>(x)) : true; });
    }
};

}  // namespace regius

#endif  // REGIUS_MORE_ITERTOOLS_UNIQUE_EVERSEEN_HPP
