// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_CACHE_LOCK_HPP
#define REGIUS_CORE_CACHE_LOCK_HPP

#include <atomic>
#include <cstdint>

namespace regius::core {

/// A mutex of 4 bytes. It guards a few dozen instructions, so that a holder is soon done: a thread that finds it taken
/// looks again some times before it sleeps.
class cache_lock {
    std::atomic<std::uint32_t> state_{0};  // 0 free, 1 taken, 2 taken and perhaps waited for

public:
    cache_lock() = default;
    cache_lock(cache_lock const&) = delete;
    cache_lock& operator=(cache_lock const&) = delete;

    void lock() noexcept {
        std::uint32_t free = 0;
        if (state_.compare_exchange_strong(free, 1, std::memory_order_acquire, std::memory_order_relaxed)) [[likely]]
            return;
        wait();
    }
    void unlock() noexcept {
        if (state_.exchange(0, std::memory_order_release) == 2) [[unlikely]]
            state_.notify_one();
    }

private:
    void wait() noexcept {
        for (int spins = 0; spins < 100; ++spins) {
            std::uint32_t seen = state_.load(std::memory_order_relaxed);
            if (seen == 0 &&
                state_.compare_exchange_weak(seen, 1, std::memory_order_acquire, std::memory_order_relaxed))
                return;
            if (seen == 2) break;
        }
        while (state_.exchange(2, std::memory_order_acquire) != 0) state_.wait(2, std::memory_order_relaxed);
    }
};

/// No lock, for one thread at a time.
struct no_lock {
    static void lock() noexcept {}
    static void unlock() noexcept {}
};

/// Holds a lock until the end of the scope.
template <class Lock>
class lock_holder {
    Lock& lock_;
    bool held_ = true;

public:
    explicit lock_holder(Lock& l) noexcept : lock_(l) { lock_.lock(); }
    lock_holder(lock_holder const&) = delete;
    lock_holder& operator=(lock_holder const&) = delete;
    ~lock_holder() {
        if (held_) lock_.unlock();
    }

    void lock() noexcept {
        lock_.lock();
        held_ = true;
    }
    void unlock() noexcept {
        held_ = false;
        lock_.unlock();
    }
};

}  // namespace regius::core

#endif  // REGIUS_CORE_CACHE_LOCK_HPP
