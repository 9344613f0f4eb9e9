// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_ONCE_CELL_HPP
#define REGIUS_CORE_ONCE_CELL_HPP

#include <atomic>
#include <cstdint>
#include <new>
#include <stdexcept>
#include <type_traits>
#include <utility>

namespace regius::core {

/// A value that is computed by whoever asks first, while others wait for it.
///
/// Throws    what the computation throws; the next to ask computes again
/// Threads   any number may get(); no lock is held while the value is computed
template <class T>
class once_cell {
    enum : std::uint32_t { empty, busy, ready };

    std::atomic<std::uint32_t> state_{empty};
    union {
        T value_;
    };

public:
    once_cell() noexcept {}
    once_cell(once_cell const&) = delete;
    once_cell& operator=(once_cell const&) = delete;
    ~once_cell() { reset(); }

    /// The value, or null if there is none yet.
    [[nodiscard]] T* peek() noexcept { return state_.load(std::memory_order_acquire) == ready ? &value_ : nullptr; }
    [[nodiscard]] T const* peek() const noexcept { return const_cast<once_cell*>(this)->peek(); }

    template <class Compute>
    T& get(Compute&& compute) {
        if (state_.load(std::memory_order_acquire) == ready) [[likely]]
            return value_;
        return wait_or_make(std::forward<Compute>(compute));
    }

    /// Forget the value; nobody may be asking for it meanwhile.
    void reset() noexcept {
        if (state_.load(std::memory_order_acquire) == ready) value_.~T();
        state_.store(empty, std::memory_order_relaxed);
    }

private:
    template <class Compute>
    T& wait_or_make(Compute&& compute) {
        for (;;) {
            std::uint32_t seen = empty;
            if (state_.compare_exchange_strong(seen, busy, std::memory_order_acquire)) break;
            if (seen == ready) return value_;
            state_.wait(busy, std::memory_order_acquire);
        }
        struct announce {
            once_cell& self;
            std::uint32_t outcome = empty;
            ~announce() {
                self.state_.store(outcome, std::memory_order_release);
                self.state_.notify_all();
            }
        } end{*this};
        ::new (static_cast<void*>(&value_)) T(std::forward<Compute>(compute)());
        end.outcome = ready;
        return value_;
    }
};

}  // namespace regius::core

#endif  // REGIUS_CORE_ONCE_CELL_HPP
