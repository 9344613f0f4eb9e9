// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_ACTION_HPP
#define REGIUS_CORE_ACTION_HPP

#include <regius/core/shared.hpp>

#include <concepts>
#include <tuple>
#include <type_traits>
#include <utility>

namespace regius::core {

template <class Signature>
class action;

/// Any callable of one signature, or none: what an option holds when its type must not be a template.
/// Copies share the callable.
template <class R, class... Args>
class action<R(Args...)> {
    void* callable_ = nullptr;
    R (*call_)(void*, Args...) = nullptr;
    handle owner_;

public:
    action() = default;
    template <class F>
    requires(!std::same_as<std::decay_t<F>, action>) && std::is_invocable_r_v<R, std::decay_t<F>&, Args...>
    action(F&& f) {
        using held = std::decay_t<F>;
        shared<held> const made(std::in_place, std::forward<F>(f));
        callable_ = &*made;
        owner_ = made;
        call_ = [](void* callable, Args... args) -> R {
            // What std::invoke does, without <functional>: <tuple> is a fifth of it.
            return static_cast<R>(
                std::apply(*static_cast<held*>(callable), std::forward_as_tuple(std::forward<Args>(args)...)));
        };
    }

    explicit operator bool() const noexcept { return call_ != nullptr; }
    R operator()(Args... args) const { return call_(callable_, std::forward<Args>(args)...); }
};

}  // namespace regius::core

#endif  // REGIUS_CORE_ACTION_HPP
