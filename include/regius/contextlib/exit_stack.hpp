// SPDX-License-Identifier: MIT
#ifndef REGIUS_CONTEXTLIB_EXIT_STACK_HPP
#define REGIUS_CONTEXTLIB_EXIT_STACK_HPP

#include <regius/contextlib/with.hpp>
#include <regius/core/exception_chain.hpp>
#include <regius/core/invoke.hpp>

#include <concepts>
#include <cstddef>
#include <cstring>
#include <exception>
#include <new>
#include <tuple>
#include <type_traits>
#include <utility>

namespace regius {

namespace detail {

/// Something an exit_stack can keep and enter: a context, or a temporary guard.
template <class C>
concept exit_stack_context = core::context<std::remove_reference_t<C>> ||
                             (!std::is_lvalue_reference_v<C> && std::is_class_v<C> && std::is_move_constructible_v<C>);

/// Something that can be told how a scope ended: a function of an std::exception_ptr, or an object with `exit`.
template <class X>
concept exit_stack_exit = std::invocable<std::decay_t<X>&, std::exception_ptr> ||
                          requires(std::remove_reference_t<X>& x, std::exception_ptr e) { x.exit(e); };

}  // namespace detail

/// What the exits of an exit_stack get when its scope is left by an exception that C++ does not show to destructors.
struct exception_in_flight : std::exception {
    [[nodiscard]] char const* what() const noexcept override { return "an exception is unwinding this exit_stack"; }
};

/// A stack of clean-ups, decided at run time, that runs last in, first out when its scope ends.
///
///     exit_stack stack;
///     for (auto const& name : names) files.push_back(&stack.enter_context(std::ifstream(name)));
///     stack.callback([&] { std::puts("done"); });
///
/// Python    contextlib.ExitStack
/// Cost      the first four callbacks of at most three words that move without throwing allocate nothing; any other
///           callback, and any context kept by value, one allocation each, so that a context keeps its address
/// Throws    from `close()`, and from the destructor at a normal end: what a clean-up threw last and no exit further out
///           suppressed, carrying what it replaced as `with` does. All others still run. While an exception unwinds
///           the scope, the destructor drops what the clean-ups throw
/// Lifetime  movable; what is moved from is empty, and can be used again. What a clean-up refers to must have been made
///           before the stack: what is made after it is gone when the stack runs
/// Differs   a dropped stack runs, where Python's does not. A destructor sees neither the exception on its way
///           nor can it stop it: exits get `exception_in_flight` then, and their answer counts for nothing. Use
///           `with_stack`, or `with(stack, body)`, where exits look at the exception, suppress it or replace it
class exit_stack {
    struct entry;
    struct operations {
        bool (*run)(entry&, std::exception_ptr const&);     // leaves the entry empty, before it calls
        void (*relocate)(entry& from, entry& to) noexcept;  // null: the bytes may be copied
        void (*destroy)(entry&) noexcept;                   // null: nothing to do
    };
    struct entry {
        operations const* kind;
        alignas(void*) unsigned char bytes[3 * sizeof(void*)];
    };
    static constexpr std::size_t few = 4;

    struct many {
        entry* entries = nullptr;
        ~many() { delete[] entries; }
    };

    std::size_t size_ = 0;
    std::size_t capacity_ = few;
    entry* entries_ = few_;
    int exceptions_before_ = 0;  // when the first exit was pushed: callbacks do not ask, and asking costs 5 ns
    bool has_exits_ = false;
    many many_;
    entry few_[few];

public:
    [[nodiscard]] exit_stack() noexcept {}
    exit_stack(exit_stack&& that) noexcept { take(that); }

    /// What this stack held runs, after it has taken over what the other holds.
    exit_stack& operator=(exit_stack&& that) {
        exit_stack old(std::move(*this));
        take(that);
        old.close();
        return *this;
    }

    ~exit_stack() noexcept(false);

    /// Call f(args...) at the end; both are copied or moved in now. When they cannot be stored, f is called at once.
    template <class F, class... Args>
    requires std::invocable<std::decay_t<F>, std::decay_t<Args>...>
    void callback(F&& f, Args&&... args);

    /// Call exit(e) at the end, with the exception or null; when it returns true, the exits further out see none.
    /// Of an object with `exit`, that member is called, without its `enter`; an lvalue of such an object is borrowed.
    template <detail::exit_stack_exit X>
    void push(X&& exit);

    /// Enter a context, keep it to exit it at the end, and give what it gives. A temporary is moved in, an lvalue
    /// borrowed; a guard that is no context is entered by existing and gives itself. When `enter` throws, nothing was
    /// pushed.
    template <detail::exit_stack_context C>
    decltype(auto) enter_context(C&& c);

    /// Move everything into another stack: this one will then run nothing.
    [[nodiscard]] exit_stack pop_all() noexcept { return std::move(*this); }

    /// Run everything now, as if the scope had ended well.
    void close() { exit(nullptr); }

    [[nodiscard]] bool empty() const noexcept { return size_ == 0; }

    exit_stack& enter() noexcept { return *this; }
    bool exit(std::exception_ptr e);

private:
    template <class T>
    static constexpr bool in_place =
        sizeof(T) <= sizeof(entry::bytes) && alignof(T) <= alignof(void*) && std::is_nothrow_move_constructible_v<T>;
    template <class T>
    struct kept_in_place;
    template <class T>
    struct kept_on_heap;
    template <class T>
    struct kept_guard;

    template <class T>
    static bool answer(T& call, std::exception_ptr const& e) {
        if constexpr (std::convertible_to<decltype(call(e)), bool>) {
            return static_cast<bool>(call(e));
        } else {
            static_cast<void>(call(e));
            return false;
        }
    }

    void count_exceptions() noexcept {
        if (!std::exchange(has_exits_, true)) exceptions_before_ = std::uncaught_exceptions();
    }
    [[gnu::cold, gnu::noinline]] void grow() {
        auto* const more = new entry[2 * capacity_];
        for (std::size_t i = 0; i < size_; ++i) relocate(entries_[i], more[i]);
        delete[] many_.entries;
        entries_ = many_.entries = more;
        capacity_ *= 2;
    }
    template <class Kept, class... From>
    entry& emplace(From&&... from);
    template <class T>
    using kept = std::conditional_t<in_place<T>, kept_in_place<T>, kept_on_heap<T>>;
    void forget(std::size_t position) noexcept;
    // Off the stack before it is called, so that what it calls may push onto it.
    bool run_top(std::exception_ptr const& e) {
        entry& top = entries_[--size_];
        return top.kind->run(top, e);
    }
    void take(exit_stack& that) noexcept;
    static void relocate(entry& from, entry& to) noexcept;
    // What a callback threw, until `end` takes it. It is null otherwise, and need not be destroyed.
    struct held_error {
        union {
            std::exception_ptr error;
        };
        held_error() noexcept : error() {}
        held_error(held_error const&) = delete;
        held_error& operator=(held_error const&) = delete;
        ~held_error() {}
        [[gnu::cold, gnu::noinline]] void hold_current() noexcept { error = std::current_exception(); }
    };
    // Not inlined, so that the way through the destructor that all take stays short.
    [[gnu::cold, gnu::noinline]] void end(held_error& held, int exceptions_before) {
        auto thrown = std::exchange(held.error, nullptr);
        bool const failing = std::uncaught_exceptions() > exceptions_before;
        if (failing && !thrown) thrown = std::make_exception_ptr(exception_in_flight());
        thrown = unwind(std::move(thrown), !failing);
        if (thrown && !failing) std::rethrow_exception(thrown);
    }
    std::exception_ptr unwind(std::exception_ptr pending, bool may_suppress);
    std::exception_ptr unwind_until_changed(std::exception_ptr const& pending, bool may_suppress);
};

/// Call a function with a fresh exit_stack, and run what it put there by Python's rules.
///
///     with_stack([&](exit_stack& stack) {
///         stack.push([](std::exception_ptr e) { return e != nullptr; });      // suppresses
///         throw value_error("lost");
///     });
///
/// Python    with ExitStack() as stack: ...
/// Returns   std::optional of the result, empty when an exception was suppressed; for a function without a
///           result, whether one was
/// Throws    what is left of the body's exception when every exit has seen it
/// Lifetime  the clean-ups run when the locals of the function are gone
struct with_stack_fn {
    template <std::invocable<exit_stack&> F>
    decltype(auto) operator()(F&& f) const {
        exit_stack stack;
        return with(stack, std::forward<F>(f));
    }
};

inline constexpr with_stack_fn with_stack{};

template <class T>
struct exit_stack::kept_in_place {
    static T& of(entry& e) noexcept { return *std::launder(reinterpret_cast<T*>(e.bytes)); }
    template <class... From>
    static void make(entry& e, From&&... from) {
        ::new (static_cast<void*>(e.bytes)) T{std::forward<From>(from)...};
    }
    static bool run(entry& e, std::exception_ptr const& error) {
        T call(std::move(of(e)));
        of(e).~T();
        return answer(call, error);
    }
    static void relocate(entry& from, entry& to) noexcept {
        make(to, std::move(of(from)));
        of(from).~T();
    }
    static void destroy(entry& e) noexcept { of(e).~T(); }

    static constexpr operations kind{run, std::is_trivially_copyable_v<T> ? nullptr : relocate,
                                     std::is_trivially_destructible_v<T> ? nullptr : destroy};
};

template <class T>
struct exit_stack::kept_on_heap {
    static T*& of(entry& e) noexcept { return *std::launder(reinterpret_cast<T**>(e.bytes)); }
    template <class... From>
    static void make(entry& e, From&&... from) {
        ::new (static_cast<void*>(e.bytes)) T*(new T{std::forward<From>(from)...});
    }
    static bool run(entry& e, std::exception_ptr const& error) {
        struct owner {
            T* call;
            ~owner() { delete call; }
        };
        owner const kept{of(e)};
        return answer(*kept.call, error);
    }
    static void destroy(entry& e) noexcept { delete of(e); }

    static constexpr operations kind{run, nullptr, destroy};
};

// A guard that is no context: its end is its destructor, which may throw where a destroy must not.
template <class T>
struct exit_stack::kept_guard {
    static T*& of(entry& e) noexcept { return *std::launder(reinterpret_cast<T**>(e.bytes)); }
    static void make(entry& e, T&& from) { ::new (static_cast<void*>(e.bytes)) T*(new T(std::move(from))); }
    static bool run(entry& e, std::exception_ptr const&) {
        delete of(e);
        return false;
    }

    static constexpr operations kind{run, nullptr, nullptr};
};

inline void exit_stack::relocate(entry& from, entry& to) noexcept {
    if (from.kind->relocate) {
        to.kind = from.kind;
        from.kind->relocate(from, to);
    } else {
        std::memcpy(&to, &from, sizeof(entry));
    }
}

inline void exit_stack::take(exit_stack& that) noexcept {
    if (!that.many_.entries) {
        for (std::size_t i = 0; i < that.size_; ++i) relocate(that.few_[i], few_[i]);
    } else {
        entries_ = many_.entries = std::exchange(that.many_.entries, nullptr);
        capacity_ = std::exchange(that.capacity_, few);
        that.entries_ = that.few_;
    }
    size_ = std::exchange(that.size_, 0);
    that.exceptions_before_ = 0;
    if (std::exchange(that.has_exits_, false)) count_exceptions();
}

template <class Kept, class... From>
exit_stack::entry& exit_stack::emplace(From&&... from) {
    auto const position = size_;
    if (position == capacity_) [[unlikely]]
        grow();
    auto& top = entries_[position];
    Kept::make(top, std::forward<From>(from)...);
    top.kind = &Kept::kind;
    size_ = position + 1;
    return top;
}

// What was pushed above it meanwhile stays.
inline void exit_stack::forget(std::size_t position) noexcept {
    auto& gone = entries_[position];
    if (gone.kind->destroy) gone.kind->destroy(gone);
    if (position + 1 == size_) {
        --size_;
    } else {
        auto const nothing = [](std::exception_ptr const&) {};
        gone.kind = &kept_in_place<std::remove_const_t<decltype(nothing)>>::kind;
    }
}

namespace detail {

template <class F, class... Args>
struct exit_stack_callback {
    F f;
    std::tuple<Args...> args;
    void operator()(std::exception_ptr const&) {
        std::apply([this](Args&... a) { static_cast<void>(core::invoke(std::move(f), std::move(a)...)); }, args);
    }
};

template <class F>
struct exit_stack_callback<F> {
    F f;
    void operator()(std::exception_ptr const&) { static_cast<void>(core::invoke(std::move(f))); }
};

template <class C>
struct exit_stack_borrowed {
    C* c;
    decltype(auto) operator()(std::exception_ptr const& e) { return c->exit(e); }
};

template <class C>
struct exit_stack_owned {
    C c;
    decltype(auto) operator()(std::exception_ptr const& e) { return c.exit(e); }
};

}  // namespace detail

template <class F, class... Args>
requires std::invocable<std::decay_t<F>, std::decay_t<Args>...>
void exit_stack::callback(F&& f, Args&&... args) {
    using call = detail::exit_stack_callback<std::decay_t<F>, std::decay_t<Args>...>;
    try {
        if constexpr (sizeof...(Args) == 0)
            emplace<kept<call>>(std::forward<F>(f));
        else
            emplace<kept<call>>(std::forward<F>(f), std::tuple<std::decay_t<Args>...>(std::forward<Args>(args)...));
    } catch (...) {
        static_cast<void>(core::invoke(std::forward<F>(f), std::forward<Args>(args)...));
        throw;
    }
}

template <detail::exit_stack_exit X>
void exit_stack::push(X&& exit) {
    using object = std::remove_reference_t<X>;
    count_exceptions();
    if constexpr (std::invocable<std::decay_t<X>&, std::exception_ptr>)
        emplace<kept<std::decay_t<X>>>(std::forward<X>(exit));
    else if constexpr (std::is_lvalue_reference_v<X>)
        emplace<kept<detail::exit_stack_borrowed<object>>>(&exit);
    else
        emplace<kept<detail::exit_stack_owned<object>>>(std::move(exit));
}

template <detail::exit_stack_context C>
decltype(auto) exit_stack::enter_context(C&& c) {
    using object = std::remove_reference_t<C>;
    auto const position = size_;
    if constexpr (!core::context<object>) {
        return *kept_guard<object>::of(emplace<kept_guard<object>>(std::move(c)));
    } else {
        auto* entered = &c;
        count_exceptions();
        if constexpr (std::is_lvalue_reference_v<C>) {
            emplace<kept<detail::exit_stack_borrowed<object>>>(&c);
        } else {
            using owned = kept_on_heap<detail::exit_stack_owned<object>>;
            entered = &owned::of(emplace<owned>(std::move(c)))->c;
        }
        try {
            return entered->enter();
        } catch (...) {
            forget(position);
            throw;
        }
    }
}

inline std::exception_ptr exit_stack::unwind_until_changed(std::exception_ptr const& pending, bool may_suppress) {
    while (size_ != 0) {
        try {
            if (run_top(pending) && pending && may_suppress) return nullptr;
        } catch (...) {
            auto newer = std::current_exception();
            if (newer != pending) return core::chain_exceptions(std::move(newer), pending);
        }
    }
    return pending;
}

// Clean-ups run inside the handler of what is pending, so that std::throw_with_nested there nests it.
inline std::exception_ptr exit_stack::unwind(std::exception_ptr pending, bool may_suppress) {
    while (size_ != 0) {
        if (!pending) {
            pending = unwind_until_changed(pending, may_suppress);
        } else {
            try {
                std::rethrow_exception(pending);
            } catch (...) {
                pending = unwind_until_changed(pending, may_suppress);
            }
        }
    }
    return pending;
}

inline bool exit_stack::exit(std::exception_ptr e) {
    auto const left = unwind(e, true);
    if (left && left != e) std::rethrow_exception(left);
    return e && !left;
}

inline exit_stack::~exit_stack() noexcept(false) {
    int const before = exceptions_before_;
    held_error thrown;
    try {
        // Callbacks do not ask whether there is an exception. The position is counted beside size_, which a callback may
        // change: a chain of stores and loads would cost more than the calls.
        auto at = size_;
        while (at != 0 && !has_exits_) {
            size_ = --at;
            entries_[at].kind->run(entries_[at], thrown.error);
            if (size_ != at) break;
        }
        if (size_ == 0) return;
    } catch (...) {
        thrown.hold_current();
    }
    end(thrown, before);
}

}  // namespace regius

#endif  // REGIUS_CONTEXTLIB_EXIT_STACK_HPP
