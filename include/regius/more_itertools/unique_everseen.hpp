// SPDX-License-Identifier: MIT
#ifndef REGIUS_MORE_ITERTOOLS_UNIQUE_EVERSEEN_HPP
#define REGIUS_MORE_ITERTOOLS_UNIQUE_EVERSEEN_HPP

#include <regius/core/box.hpp>
#include <regius/core/concepts.hpp>
#include <regius/core/flow.hpp>
#include <regius/core/hash_set.hpp>
#include <regius/core/invoke.hpp>
#include <regius/core/pipe.hpp>
#include <regius/core/reading.hpp>
#include <regius/core/view.hpp>

#include <concepts>
#include <iterator>
#include <ranges>
#include <type_traits>
#include <utility>

namespace regius {

namespace core {

template <class F, class R>
concept hashable_key_of_the_elements =
    key_of_the_elements<F, R> &&
    hashable<kept_key<R, std::invoke_result_t<std::decay_t<F>&, std::ranges::range_reference_t<R>&>>>;

}  // namespace core

template <std::ranges::view V, class Key>
class unique_everseen_view;

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
struct unique_everseen_fn {
    template <core::iterable R, core::hashable_key_of_the_elements<R> Key>
    [[nodiscard]] constexpr auto operator()(R&& source, Key&& key) const {
        return unique_everseen_view<core::all_t<R>, std::decay_t<Key>>(core::all(std::forward<R>(source)),
                                                                       std::forward<Key>(key));
    }
    template <core::iterable R>
    requires core::hashable_key_of_the_elements<std::identity, R>
    [[nodiscard]] constexpr auto operator()(R&& source) const {
        return (*this)(std::forward<R>(source), std::identity{});
    }

    template <core::function_like Key>
    requires(!core::iterable<Key>)
    [[nodiscard]] constexpr auto operator()(Key&& key) const {
        return core::bind_back(*this, std::decay_t<Key>(std::forward<Key>(key)));
    }
    [[nodiscard]] constexpr auto operator()() const { return core::bind_back(*this); }
};

inline constexpr unique_everseen_fn unique_everseen{};

template <std::ranges::view V, class Key>
class unique_everseen_view : public core::view_facade<unique_everseen_view<V, Key>> {
    using key_type = core::kept_key<V, std::invoke_result_t<Key&, std::ranges::range_reference_t<V>&>>;

    V base_;
    [[no_unique_address]] core::box<Key> key_;
    core::hash_set<key_type> seen_;

    [[nodiscard]] bool is_new(auto& x) { return seen_.insert(core::invoke(*key_, x)); }

    /// A range that can be walked again is new to whoever walks it again; a one-shot source goes on.
    void start() {
        if constexpr (core::restartable<V>) seen_.clear();
    }

    class cursor {
        core::held<V> at_;
        unique_everseen_view* view_;

        void find() {
            while (!done() && !at_.ask([this](auto& x) { return view_->is_new(x); })) at_.step();
        }

    public:
        using value_type = std::ranges::range_value_t<V>;
        using difference_type = std::ranges::range_difference_t<V>;

        explicit cursor(unique_everseen_view& view) : at_(std::ranges::begin(view.base_)), view_(&view) { find(); }
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

    constexpr unique_everseen_view(V base, Key key) : base_(std::move(base)), key_(std::move(key)) {}

    static auto first(unique_everseen_view& self) {
        self.start();
        return cursor(self);
    }
    static bool flow(unique_everseen_view& self, auto& sink) {
        self.start();
        return core::for_each_while(
            self.base_, [&](auto&& x) -> bool { return self.is_new(x) ? sink(std::forward<decltype(x)>(x)) : true; });
    }
};

}  // namespace regius

#endif  // REGIUS_MORE_ITERTOOLS_UNIQUE_EVERSEEN_HPP
