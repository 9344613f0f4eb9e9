// SPDX-License-Identifier: MIT
#ifndef REGIUS_TESTS_SUPPORT_BOMB_HPP
#define REGIUS_TESTS_SUPPORT_BOMB_HPP

#include <compare>
#include <cstddef>
#include <memory>
#include <stdexcept>
#include <type_traits>
#include <utility>

namespace regius::tests {

/// What a bomb throws.
struct explosion : std::runtime_error {
    explosion() : std::runtime_error("bomb") {}
};

/// The one fuse that all bombs share: the n-th operation from light(n) on throws.
struct fuse {
    static inline std::ptrdiff_t left = -1;
    static inline std::ptrdiff_t alive = 0;      // bombs constructed and not destroyed
    static inline std::ptrdiff_t allocated = 0;  // elements allocated through bomb_allocator and not given back

    static void light(std::ptrdiff_t n) { left = n; }
    static void put_out() { left = -1; }
    static void tick() {
        if (left == 0) throw explosion();
        if (left > 0) --left;
    }
};

/// A number whose copies, comparisons and hashes may throw; its moves too, if Move says so.
template <bool Move = false>
struct bomb {
    int value;

    bomb(int x) : value(x) { ++fuse::alive; }
    bomb(bomb const& that) : value(that.value) {
        fuse::tick();
        ++fuse::alive;
    }
    bomb(bomb&& that) noexcept(!Move) : value(that.value) {
        if constexpr (Move) fuse::tick();
        that.value = -1;
        ++fuse::alive;
    }
    bomb& operator=(bomb const& that) {
        fuse::tick();
        value = that.value;
        return *this;
    }
    bomb& operator=(bomb&& that) noexcept(!Move) {
        if constexpr (Move) fuse::tick();
        if (this != &that) value = std::exchange(that.value, -1);
        return *this;
    }
    ~bomb() { --fuse::alive; }

    friend bool operator==(bomb const& a, bomb const& b) {
        fuse::tick();
        return a.value == b.value;
    }
    friend auto operator<=>(bomb const& a, bomb const& b) {
        fuse::tick();
        return a.value <=> b.value;
    }
    friend std::size_t hash_value(bomb const& x) {
        fuse::tick();
        return static_cast<std::size_t>(x.value);
    }
};

/// An allocator that throws with the fuse, counts, and is equal only to those with its number.
template <class T, class Propagate = std::false_type>
struct bomb_allocator {
    using value_type = T;
    using propagate_on_container_copy_assignment = Propagate;
    using propagate_on_container_move_assignment = Propagate;
    using propagate_on_container_swap = Propagate;
    int number = 0;

    bomb_allocator() = default;
    explicit bomb_allocator(int n) : number(n) {}
    template <class U>
    bomb_allocator(bomb_allocator<U, Propagate> const& that) : number(that.number) {}

    T* allocate(std::size_t n) {
        fuse::tick();
        fuse::allocated += static_cast<std::ptrdiff_t>(n);
        return std::allocator<T>().allocate(n);
    }
    void deallocate(T* p, std::size_t n) noexcept {
        fuse::allocated -= static_cast<std::ptrdiff_t>(n);
        std::allocator<T>().deallocate(p, n);
    }
    friend bool operator==(bomb_allocator const&, bomb_allocator const&) = default;
};

/// Run `operation` again and again, with the first, the second, ... step of it failing, until none fails. `prepare`
/// makes the object, `check` looks at it after a failure.
template <class Prepare, class Operation, class Check>
void fail_every_step(Prepare prepare, Operation operation, Check check) {
    for (std::ptrdiff_t n = 0;; ++n) {
        auto subject = prepare();
        fuse::light(n);
        try {
            operation(subject);
        } catch (explosion const&) {
            fuse::put_out();
            check(subject, n);
            continue;
        }
        fuse::put_out();
        return;
    }
}

}  // namespace regius::tests

#endif  // REGIUS_TESTS_SUPPORT_BOMB_HPP
