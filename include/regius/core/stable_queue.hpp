// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_STABLE_QUEUE_HPP
#define REGIUS_CORE_STABLE_QUEUE_HPP

#include <regius/core/turn.hpp>

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace regius::core {

/// A queue whose elements stay where they are until they are taken, however many come before and behind them, with
/// numbers, and at compile time too: std::deque is neither small nor constexpr. The place of an element that is gone is used
/// again, so that looking one ahead allocates once.
template <class T>
class stable_queue {
    using cell = std::optional<T>;

    std::vector<cell*> cells_;  // free ones, then first_ + size_ of the queue, then free ones
    std::size_t first_ = 0;
    std::size_t size_ = 0;

    template <class X>
    constexpr void put(std::size_t at, X&& x) {
        if (cells_[at] == nullptr) cells_[at] = new cell();
        cells_[at]->emplace(std::forward<X>(x));
    }

public:
    stable_queue() = default;
    constexpr stable_queue(stable_queue&& that) noexcept
        : cells_(std::exchange(that.cells_, {})),
          first_(std::exchange(that.first_, 0)),
          size_(std::exchange(that.size_, 0)) {}
    constexpr stable_queue& operator=(stable_queue&& that) noexcept {
        std::swap(cells_, that.cells_);
        std::swap(first_, that.first_);
        std::swap(size_, that.size_);
        return *this;
    }
    constexpr ~stable_queue() {
        for (auto* at : cells_) delete at;
    }

    [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
    [[nodiscard]] constexpr T& operator[](std::size_t n) const { return **cells_[first_ + n]; }

    template <class X>
    constexpr void push(X&& x) {
        if (first_ + size_ == cells_.size()) {
            if (first_ > size_) {
                core::turn_to(cells_.begin(), cells_.begin() + static_cast<std::ptrdiff_t>(first_), cells_.end());
                first_ = 0;
            } else {
                cells_.push_back(nullptr);
            }
        }
        put(first_ + size_, std::forward<X>(x));
        ++size_;
    }
    template <class X>
    constexpr void push_front(X&& x) {
        if (first_ == 0) {
            cells_.insert(cells_.begin(), nullptr);
            first_ = 1;
        }
        put(first_ - 1, std::forward<X>(x));
        --first_;
        ++size_;
    }
    [[nodiscard]] constexpr T pop() {
        cell& front = *cells_[first_];
        T x = std::move(*front);
        front.reset();
        ++first_;
        --size_;
        return x;
    }
};

}  // namespace regius::core

#endif  // REGIUS_CORE_STABLE_QUEUE_HPP
