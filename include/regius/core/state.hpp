// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_STATE_HPP
#define REGIUS_CORE_STATE_HPP

#include <type_traits>
#include <utility>

namespace regius::core {

/// What a tool remembers while it walks: a position, a total, whether it has ended. Over a source that can be walked
/// again each walk has its own, starting as a copy of the view's; over a one-shot source all share the view's, so that a
/// second loop goes on where the first was left.
template <class State, bool Shared>
class state_of {
    State* state_ = nullptr;

public:
    state_of() = default;
    constexpr explicit state_of(State& state) : state_(&state) {}
    constexpr State* operator->() const noexcept { return state_; }
    constexpr State& operator*() const noexcept { return *state_; }
};

template <class State>
class state_of<State, false> {
    State state_;

public:
    state_of() = default;
    constexpr explicit state_of(State const& state) : state_(state) {}
    constexpr State* operator->() noexcept { return &state_; }
    constexpr State& operator*() noexcept { return state_; }
    constexpr State const* operator->() const noexcept { return &state_; }
    constexpr State const& operator*() const noexcept { return state_; }
};

}  // namespace regius::core

#endif  // REGIUS_CORE_STATE_HPP
