// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_EVERSEEN_HPP
#define REGIUS_CORE_EVERSEEN_HPP

#include <regius/core/box.hpp>
#include <regius/core/concepts.hpp>
#include <regius/core/flow.hpp>
#include <regius/core/hash_set.hpp>
#include <regius/core/invoke.hpp>
#include <regius/core/reading.hpp>
#include <regius/core/view.hpp>

#include <concepts>
#include <ranges>
#include <type_traits>
#include <utility>

namespace regius::core {

template <class F, class R>
concept hashable_key_of_the_elements =
    key_of_the_elements<F, R> &&
    hashable<kept_key<R, std::invoke_result_t<std::decay_t<F>&, std::ranges::range_reference_t<R>&>>>;

/// The elements of V whose key was not seen before; with Again, those whose key was.
template <std::ranges::view V, class Key, bool Again>
class everseen_view : public view_facade<everseen_view<V, Key, Again>> {
    using key_type = kept_key<V, std::invoke_result_t<Key&, std::ranges::range_reference_t<V>&>>;

    V base_;
    [[no_unique_address]] box<Key> key_;
    hash_set<key_type> seen_;

    [[nodiscard]] bool keeps(auto& x) { return seen_.insert(core::invoke(*key_, x)) != Again; }

    /// A range that can be walked again is new to whoever walks it again; a one-shot source goes on.
    void start() {
        if constexpr (core::restartable<V>) seen_.clear();
    }

    class cursor {
        held<V> at_;
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

}  // namespace regius::core

#endif  // REGIUS_CORE_EVERSEEN_HPP
