// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_INVOKE_HPP
#define REGIUS_CORE_INVOKE_HPP

#include <concepts>
#include <type_traits>
#include <utility>

namespace regius::core {

/// What may turn out to be callable once the arguments are known: an object, a function, a pointer to a member.
/// It keeps `r | filter(3)` and `filter(3)` from meaning anything.
template <class F>
concept function_like = std::is_class_v<std::decay_t<F>> || std::is_member_pointer_v<std::decay_t<F>> ||
                        std::is_function_v<std::remove_pointer_t<std::decay_t<F>>>;

/// Call anything callable: a function, a function object, a pointer to a member.
///
///     invoke(&person::name, p)        // p.name
///
/// Differs   std::invoke is the same; `<functional>` adds 14,000 lines to a header that has <ranges>
struct invoke_fn {
// A parameter narrower than the argument is the function's choice: std::invoke, a system header's, is silent about it.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#pragma GCC diagnostic ignored "-Wfloat-conversion"
    template <class F, class... Args>
    requires std::invocable<F, Args...>
    [[gnu::always_inline]] constexpr std::invoke_result_t<F, Args...> operator()(F&& f, Args&&... args) const
        noexcept(std::is_nothrow_invocable_v<F, Args...>) {
        if constexpr (std::is_member_pointer_v<std::remove_cvref_t<F>>)
            return through_member(f, std::forward<Args>(args)...);
        else
            return std::forward<F>(f)(std::forward<Args>(args)...);
    }
#pragma GCC diagnostic pop

private:
    template <class C, class M, class Object, class... Args>
    static constexpr decltype(auto) through_member(M C::* member, Object&& object, Args&&... args) {
        if constexpr (std::is_base_of_v<C, std::remove_cvref_t<Object>>) {
            if constexpr (std::is_function_v<M>)
                return (std::forward<Object>(object).*member)(std::forward<Args>(args)...);
            else
                return std::forward<Object>(object).*member;
        } else if constexpr (requires {
                                 { object.get() } -> std::convertible_to<C const volatile&>;
                             }) {
            return through_member(member, object.get(), std::forward<Args>(args)...);
        } else {
            return through_member(member, *std::forward<Object>(object), std::forward<Args>(args)...);
        }
    }
};

inline constexpr invoke_fn invoke{};

}  // namespace regius::core

#endif  // REGIUS_CORE_INVOKE_HPP
