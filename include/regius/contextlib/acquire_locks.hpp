// SPDX-License-Identifier: MIT
#ifndef REGIUS_CONTEXTLIB_ACQUIRE_LOCKS_HPP
#define REGIUS_CONTEXTLIB_ACQUIRE_LOCKS_HPP

#include <regius/core/value_error.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <tuple>
#include <type_traits>
#include <utility>

namespace regius {

namespace core {

template <class M>
concept lockable = requires(M& m) {
    m.lock();
    { m.try_lock() } -> std::convertible_to<bool>;
    m.unlock();
};

template <class M>
concept shared_lockable = requires(M& m) {
    m.lock_shared();
    { m.try_lock_shared() } -> std::convertible_to<bool>;
    m.unlock_shared();
};

}  // namespace core

namespace detail {

template <class M>
struct lock_exclusive;
template <class M>
struct lock_shared;
template <class X>
struct lock_handle;
template <class R>
struct lock_handle_of_range;

/// A mutex (anything with lock, try_lock and unlock), or as_shared of a shared mutex.
template <class X>
concept lockable_argument = requires { typename lock_handle<X>::type; };

/// A range of mutexes, of pointers to them, of as_shared of them, or of lock_request.
template <class R>
concept range_of_lockables = !lockable_argument<R> && requires { typename lock_handle_of_range<R>::type; };

}  // namespace detail

/// Locks that are held: what `acquire_locks` gives. Released in reverse order at the end of the scope.
template <class Group>
class acquired_locks;

/// Lock any number of mutexes together, without deadlock, until the scope ends.
///
///     auto const both = acquire_locks(from.mutex, to.mutex);      // the same account twice: locked once
///     auto const all = acquire_locks(mutexes);                    // a range of mutexes, or of pointers to them
///     auto const some = acquire_locks(log, as_shared(table));     // exclusive and shared
///
///     std::vector<lock_request<std::shared_mutex>> wanted{log, as_shared(table)};    // the same, decided at run time
///     auto const these = acquire_locks(wanted);
///
/// Python    with a, b: ... for locks taken in any order
/// Accepts   N objects with `lock`, `try_lock` and `unlock`; or a range of them, of pointers or std::reference_wrappers
///           to them, of as_shared(m), or of lock_request. A mutex that occurs twice is locked once; exclusive wins
///           over shared
/// Returns   a guard that can be moved; `owns_locks()`
/// Cost      uncontended: N locks, and N^2 / 2 comparisons of addresses; a range of more than 16 allocates, and is sorted
/// Throws    what locking throws: all that were locked are released. value_error for a null pointer in a range
/// Threads   waits for one mutex only while it holds none of the others, so that locks the caller or others hold, in
///           whatever order, cannot close a circle; when one of the others is taken it lets go of all and waits for that
struct acquire_locks_fn {
    template <detail::lockable_argument... M>
    requires(sizeof...(M) != 0)
    [[nodiscard]] auto operator()(M&&... mutexes) const;
    template <detail::range_of_lockables R>
    [[nodiscard]] auto operator()(R&& mutexes) const;
};

inline constexpr acquire_locks_fn acquire_locks{};

/// Lock all of them if none is taken, without waiting; all or nothing.
///
///     if (auto const both = try_acquire_locks(a, b); both.owns_locks()) ...
///
/// All else is as for `acquire_locks`.
struct try_acquire_locks_fn {
    template <detail::lockable_argument... M>
    requires(sizeof...(M) != 0)
    [[nodiscard]] auto operator()(M&&... mutexes) const;
    template <detail::range_of_lockables R>
    [[nodiscard]] auto operator()(R&& mutexes) const;
};

inline constexpr try_acquire_locks_fn try_acquire_locks{};

/// Ask `acquire_locks` for shared ownership of a shared mutex.
struct as_shared_fn {
    template <core::shared_lockable M>
    [[nodiscard]] constexpr detail::lock_shared<M> operator()(M& mutex) const noexcept {
        return {&mutex};
    }
};

inline constexpr as_shared_fn as_shared{};

/// A shared mutex and how `acquire_locks` is to lock it: made of the mutex for exclusive ownership, and of
/// `as_shared(mutex)`; the element of a range in which some are shared.
template <class M>
struct lock_request;

namespace detail {

// A handle is a mutex and how to lock it.

template <class M>
struct lock_exclusive {
    using mutex = M;
    M* m;

    static constexpr bool exclusive() noexcept { return true; }

    void lock() const { m->lock(); }
    bool try_lock() const { return static_cast<bool>(m->try_lock()); }
    template <class Deadline>
    bool try_lock_until(Deadline const& deadline) const {
        return static_cast<bool>(m->try_lock_until(deadline));
    }
    void unlock() const noexcept { m->unlock(); }
};

template <class M>
struct lock_shared {
    using mutex = M;
    M* m;

    static constexpr bool exclusive() noexcept { return false; }

    void lock() const { m->lock_shared(); }
    bool try_lock() const { return static_cast<bool>(m->try_lock_shared()); }
    template <class Deadline>
    bool try_lock_until(Deadline const& deadline) const {
        return static_cast<bool>(m->try_lock_shared_until(deadline));
    }
    void unlock() const noexcept { m->unlock_shared(); }
};

template <class H>
inline constexpr bool is_lock_handle = false;
template <class M>
inline constexpr bool is_lock_handle<lock_shared<M>> = true;
template <class M>
inline constexpr bool is_lock_handle<lock_request<M>> = true;

template <class X>
concept lock_ready_handle = is_lock_handle<std::remove_cvref_t<X>>;

template <core::lockable M>
requires(!lock_ready_handle<M>)
struct lock_handle<M&> {
    using type = lock_exclusive<M>;
    static constexpr type of(M& mutex) noexcept { return {&mutex}; }
};
template <lock_ready_handle X>
struct lock_handle<X> {
    using type = std::remove_cvref_t<X>;
    static constexpr type of(type handle) noexcept { return handle; }
};

template <class X>
concept lock_pointer =
    !lockable_argument<X> && requires(X&& x) { requires core::lockable<std::remove_reference_t<decltype(*x)>>; };
template <class X>
concept lock_reference_wrapper =
    !lockable_argument<X> && requires(X&& x) { requires core::lockable<std::remove_reference_t<decltype(x.get())>>; };

template <lock_pointer X>
auto lock_element(X&& x) {
    if (!x) throw value_error("regius::acquire_locks: null pointer in the range");
    return lock_exclusive<std::remove_reference_t<decltype(*x)>>{&*x};
}
template <class X>
requires lock_reference_wrapper<X> && (!lock_pointer<X>)
auto lock_element(X&& x) {
    return lock_exclusive<std::remove_reference_t<decltype(x.get())>>{&x.get()};
}
template <lockable_argument X>
auto lock_element(X&& x) {
    return lock_handle<X>::of(x);
}

template <class T, std::size_t N>
T& lock_first_of(T (&array)[N]);
template <class R>
auto lock_first_of(R&& range) -> decltype(*range.begin());

template <class R>
requires requires(R&& range) { lock_element(lock_first_of(std::forward<R>(range))); }
struct lock_handle_of_range<R> {
    using type = decltype(lock_element(lock_first_of(std::declval<R>())));
};

// Try and back off. A group has size() handles, and lock(i), try_lock(i), unlock(i).
//
// One attempt: wait for the handle at first, which may give up, then try the others. Returns the handle that was busy, or
// size() when all are locked; in all other cases, and after an exception, none is.
template <class Group, class Wait>
std::size_t lock_attempt(Group& group, std::size_t first, Wait const& wait) {
    std::size_t const size = group.size();
    std::size_t held = 0;  // from first on, around the end
    auto const position = [&](std::size_t i) { return first + i < size ? first + i : first + i - size; };
    auto const release = [&] {
        while (held != 0) group.unlock(position(--held));
    };
    std::size_t busy = first;
    try {
        if (!wait(group, first)) return first;
        for (held = 1; held != size && group.try_lock(position(held)); ++held) {
        }
        if (held == size) return size;
        busy = position(held);
    } catch (...) {
        release();
        throw;
    }
    release();
    return busy;
}

template <class Group>
void lock_group(Group& group, std::size_t first) {
    auto const wait = [](Group& g, std::size_t i) {
        g.lock(i);
        return true;
    };
    while (first != group.size()) first = lock_attempt(group, first, wait);
}

template <class Group>
bool try_lock_group(Group& group) {
    auto const once = [](Group& g, std::size_t i) { return g.try_lock(i); };
    return group.size() == 0 || lock_attempt(group, 0, once) == group.size();
}

template <class... Handle>
class lock_pack {
    std::tuple<Handle...> handles_;  // of a mutex that occurs twice, all but one hold null

    static constexpr auto take = [](auto const& h) { return !h.m || (h.lock(), true); };
    static constexpr auto try_to_take = [](auto const& h) { return !h.m || h.try_lock(); };
    static constexpr auto give_back = [](auto const& h) noexcept { return !h.m || (h.unlock(), true); };

    // The first f(handle) that says false, or the number of handles.
    template <std::size_t From, class F>
    std::size_t first_not(F const& f) const {
        std::size_t at = From;
        [&]<std::size_t... I>(std::index_sequence<I...>) {
            static_cast<void>(((f(std::get<From + I>(handles_)) && (++at, true)) && ...));
        }(std::make_index_sequence<sizeof...(Handle) - From>());
        return at;
    }
    template <class F>
    auto visit(std::size_t i, F const& f) const {
        decltype(f(std::get<0>(handles_))) result{};
        [&]<std::size_t... I>(std::index_sequence<I...>) {
            static_cast<void>(((I == i && (result = f(std::get<I>(handles_)), true)) || ...));
        }(std::index_sequence_for<Handle...>());
        return result;
    }
    // Of two handles of one mutex the first is kept, or the exclusive one.
    template <class A, class B>
    static constexpr void keep_one(A& a, B& b) noexcept {
        if constexpr (std::is_same_v<typename A::mutex, typename B::mutex>) {
            if (a.m != b.m) return;
            if (b.exclusive() && !a.exclusive())
                a.m = nullptr;
            else
                b.m = nullptr;
        }
    }
    template <std::size_t I, std::size_t... J>
    void keep_one_of(std::index_sequence<J...>) noexcept {
        (keep_one(std::get<I>(handles_), std::get<I + 1 + J>(handles_)), ...);
    }

public:
    explicit lock_pack(Handle... handles) noexcept : handles_(handles...) {
        [&]<std::size_t... I>(std::index_sequence<I...>) {
            (keep_one_of<I>(std::make_index_sequence<sizeof...(Handle) - I - 1>()), ...);
        }(std::index_sequence_for<Handle...>());
    }

    static constexpr std::size_t size() noexcept { return sizeof...(Handle); }
    void lock(std::size_t i) const { visit(i, take); }
    bool try_lock(std::size_t i) const { return visit(i, try_to_take); }
    void unlock(std::size_t i) const noexcept { visit(i, give_back); }
    template <class Deadline>
    bool try_lock_until(std::size_t i, Deadline const& deadline) const {
        return visit(i, [&](auto const& h) { return !h.m || h.try_lock_until(deadline); });
    }

    // The first attempt of lock_group(*this, 0), which usually succeeds, with the loop unrolled.
    void lock_all() {
        take(std::get<0>(handles_));
        std::size_t busy = 0;
        std::size_t held = 1;
        try {
            busy = first_not<1>([&](auto const& h) { return try_to_take(h) && (++held, true); });
        } catch (...) {
            unlock_first(held);
            throw;
        }
        if (busy == size()) return;
        unlock_first(busy);
        lock_group(*this, busy);
    }
    void unlock_all() noexcept {
        [&]<std::size_t... I>(std::index_sequence<I...>) {
            (give_back(std::get<sizeof...(Handle) - 1 - I>(handles_)), ...);
        }(std::index_sequence_for<Handle...>());
    }

private:
    void unlock_first(std::size_t n) const noexcept {
        while (n != 0) unlock(--n);
    }
};

template <class Handle>
class lock_range {
    static constexpr std::size_t few = 16;
    static constexpr bool mixed = requires { requires Handle::mixed; };

    std::size_t size_ = 0;
    std::size_t capacity_ = few;
    Handle* handles_ = few_;
    Handle few_[few];

public:
    template <class R>
    explicit lock_range(R&& mutexes) : lock_range() {
        // A few are compared with each other, without a branch to mispredict, and stay in the caller's order; of many,
        // the duplicates meet when they are sorted.
        std::size_t n = 0;
        for (auto&& m : mutexes) {
            Handle const handle = lock_element(std::forward<decltype(m)>(m));
            if (n < few) {
                bool duplicate = false;
                for (std::size_t i = 0; i != n; ++i) duplicate |= few_[i].m == handle.m;
                if (!duplicate)
                    few_[n++] = handle;
                else if constexpr (mixed)
                    for (std::size_t i = 0; i != n; ++i)
                        if (few_[i].m == handle.m) strengthen(few_[i], handle);
            } else {
                size_ = n;
                push(handle);
                n = size_;
            }
        }
        size_ = n;
        if (n > few) sort_and_drop_duplicates();
    }
    lock_range(lock_range&& that) noexcept : size_(that.size_), capacity_(that.capacity_) {
        if (that.handles_ == that.few_) {
            for (std::size_t i = 0; i != size_; ++i) few_[i] = that.few_[i];
        } else {
            handles_ = std::exchange(that.handles_, that.few_);
        }
        that.size_ = 0;
        that.capacity_ = few;
    }
    ~lock_range() {
        if (handles_ != few_) delete[] handles_;
    }

    std::size_t size() const noexcept { return size_; }
    void lock(std::size_t i) const { handles_[i].lock(); }
    bool try_lock(std::size_t i) const { return handles_[i].try_lock(); }
    void unlock(std::size_t i) const noexcept { handles_[i].unlock(); }
    template <class Deadline>
    bool try_lock_until(std::size_t i, Deadline const& deadline) const {
        return handles_[i].try_lock_until(deadline);
    }

    // The first attempt of lock_group(*this, 0), which usually succeeds, in a straight line.
    void lock_all() {
        if (size_ == 0) return;
        auto const* const handles = handles_;
        auto const size = size_;
        handles[0].lock();
        std::size_t held = 1;
        try {
            while (held != size && handles[held].try_lock()) ++held;
        } catch (...) {
            unlock_first(held);
            throw;
        }
        if (held != size) [[unlikely]]
            start_with(held);
    }
    void unlock_all() noexcept { unlock_first(size_); }

private:
    lock_range() noexcept {}

    [[gnu::noinline]] void start_with(std::size_t busy) {
        unlock_first(busy);
        lock_group(*this, busy);
    }
    void unlock_first(std::size_t n) const noexcept {
        auto const* const handles = handles_;
        while (n != 0) handles[--n].unlock();
    }

    [[gnu::noinline]] void push(Handle handle) {
        if (size_ == capacity_) {
            auto* const more = new Handle[2 * capacity_];
            for (std::size_t i = 0; i != size_; ++i) more[i] = handles_[i];
            if (handles_ != few_) delete[] handles_;
            handles_ = more;
            capacity_ *= 2;
        }
        handles_[size_++] = handle;
    }

    // Shell's sort, because <algorithm> is four times this header.
    void sort_and_drop_duplicates() noexcept {
        auto const before = [](Handle const& a, Handle const& b) {
            return reinterpret_cast<std::uintptr_t>(a.m) < reinterpret_cast<std::uintptr_t>(b.m);
        };
        std::size_t gap = 1;
        while (gap < size_ / 9) gap = 3 * gap + 1;
        for (; gap != 0; gap /= 3) {
            for (std::size_t i = gap; i < size_; ++i) {
                auto const x = handles_[i];
                std::size_t j = i;
                for (; j >= gap && before(x, handles_[j - gap]); j -= gap) handles_[j] = handles_[j - gap];
                handles_[j] = x;
            }
        }
        std::size_t distinct = 1;
        for (std::size_t i = 1; i != size_; ++i) {
            if (handles_[i].m != handles_[distinct - 1].m)
                handles_[distinct++] = handles_[i];
            else if constexpr (mixed)
                strengthen(handles_[distinct - 1], handles_[i]);
        }
        size_ = distinct;
    }

    static void strengthen(Handle& kept, Handle const& dropped) noexcept {
        if (dropped.exclusive()) kept = dropped;
    }
};

}  // namespace detail

template <class M>
struct lock_request {
    using mutex = M;
    static constexpr bool mixed = true;
    M* m = nullptr;
    bool shared = false;

    lock_request() = default;
    constexpr lock_request(M& exclusively) noexcept
    requires core::lockable<M> && core::shared_lockable<M>
        : m(&exclusively) {}
    constexpr lock_request(detail::lock_shared<M> request) noexcept : m(request.m), shared(true) {}

    [[nodiscard]] constexpr bool exclusive() const noexcept { return !shared; }
    void lock() const {
        if (m) as_it_is([](auto const& h) { h.lock(); });
    }
    bool try_lock() const {
        return !m || as_it_is([](auto const& h) { return h.try_lock(); });
    }
    template <class Deadline>
    bool try_lock_until(Deadline const& deadline) const {
        return !m || as_it_is([&](auto const& h) { return h.try_lock_until(deadline); });
    }
    void unlock() const noexcept {
        if (m) as_it_is([](auto const& h) { h.unlock(); });
    }

private:
    template <class F>
    decltype(auto) as_it_is(F const& f) const {
        return shared ? f(detail::lock_shared<M>{m}) : f(detail::lock_exclusive<M>{m});
    }
};

template <class Group>
class [[nodiscard]] acquired_locks {
    Group group_;
    bool owns_ = false;

public:
    /// acquire(group) locks all or nothing, and says which.
    template <class Acquire, class... From>
    explicit acquired_locks(Acquire const& acquire, From&&... from)
    requires std::is_invocable_r_v<bool, Acquire const&, Group&>
        : group_(std::forward<From>(from)...), owns_(acquire(group_)) {}
    acquired_locks(acquired_locks&& that) noexcept
        : group_(std::move(that.group_)), owns_(std::exchange(that.owns_, false)) {}
    ~acquired_locks() {
        if (owns_) group_.unlock_all();
    }

    /// Whether the locks are held; false after a move, and when trying failed.
    [[nodiscard]] bool owns_locks() const noexcept { return owns_; }
};

namespace detail {

// The guard of a pack or of a range, locked by acquire.
template <class Acquire, class... M>
requires(lockable_argument<M&> && ...)
auto acquired(Acquire const& acquire, M&... mutexes) {
    return acquired_locks<lock_pack<typename lock_handle<M&>::type...>>(acquire, lock_handle<M&>::of(mutexes)...);
}
template <class Acquire, class R>
requires range_of_lockables<R&>
auto acquired(Acquire const& acquire, R& mutexes) {
    return acquired_locks<lock_range<typename lock_handle_of_range<R&>::type>>(acquire, mutexes);
}

struct lock_wait {
    template <class Group>
    bool operator()(Group& group) const {
        group.lock_all();
        return true;
    }
};

struct lock_try {
    template <class Group>
    bool operator()(Group& group) const {
        return try_lock_group(group);
    }
};

}  // namespace detail

template <detail::lockable_argument... M>
requires(sizeof...(M) != 0)
auto acquire_locks_fn::operator()(M&&... mutexes) const {
    return detail::acquired(detail::lock_wait(), mutexes...);
}

template <detail::range_of_lockables R>
auto acquire_locks_fn::operator()(R&& mutexes) const {
    return detail::acquired(detail::lock_wait(), mutexes);
}

template <detail::lockable_argument... M>
requires(sizeof...(M) != 0)
auto try_acquire_locks_fn::operator()(M&&... mutexes) const {
    return detail::acquired(detail::lock_try(), mutexes...);
}

template <detail::range_of_lockables R>
auto try_acquire_locks_fn::operator()(R&& mutexes) const {
    return detail::acquired(detail::lock_try(), mutexes);
}

}  // namespace regius

#endif  // REGIUS_CONTEXTLIB_ACQUIRE_LOCKS_HPP
