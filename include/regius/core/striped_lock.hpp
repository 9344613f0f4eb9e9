// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_STRIPED_LOCK_HPP
#define REGIUS_CORE_STRIPED_LOCK_HPP

#include <regius/core/cache_lock.hpp>

#include <atomic>
#include <cstddef>
#include <cstdint>

namespace regius::core {

/// A small number for each thread, given out in turn, at the price of no header.
[[nodiscard]] inline std::uint32_t this_thread_number() noexcept {
    static std::atomic<std::uint32_t> given{0};
    static thread_local std::uint32_t number = 0;
    while (number == 0) number = given.fetch_add(1, std::memory_order_relaxed) + 1;
    return number - 1;
}

/// A lock that is read through a stripe of one's own, so that threads that read write to no common cache line, and
/// written by taking every stripe that is in use. With one stripe it is a lock.
template <class Lock, std::size_t N>
class striped_lock {
public:
    struct alignas(64) stripe {
        Lock lock;
        std::uint64_t hits = 0;
        std::uint64_t misses = 0;
    };

    /// The stripe of this thread; who holds its lock may read, and count.
    stripe& mine() noexcept {
        if constexpr (N == 1) {
            return stripes_[0];
        } else {
            auto const at = this_thread_number() % N;
            if (at >= used_.load(std::memory_order_acquire)) [[unlikely]]
                use(at);
            return stripes_[at];
        }
    }

    void lock() noexcept {
        stripes_[0].lock.lock();
        for (std::size_t i = 1; i < used(); ++i) stripes_[i].lock.lock();
    }
    void unlock() noexcept {
        for (auto i = used(); i > 1; --i) stripes_[i - 1].lock.unlock();
        stripes_[0].lock.unlock();
    }

    /// f(stripe) for each; the lock is held.
    template <class F>
    void for_each(F f) noexcept {
        for (auto& s : stripes_) f(s);
    }

private:
    stripe stripes_[N];
    std::atomic<std::size_t> used_{1};  // changes only while stripe 0, the first that a writer takes, is held

    std::size_t used() const noexcept { return N == 1 ? 1 : used_.load(std::memory_order_relaxed); }

    void use(std::size_t at) noexcept {
        lock_holder const held(stripes_[0].lock);
        if (at >= used()) used_.store(at + 1, std::memory_order_release);
    }
};

}  // namespace regius::core

#endif  // REGIUS_CORE_STRIPED_LOCK_HPP
