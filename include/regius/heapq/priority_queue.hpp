// SPDX-License-Identifier: MIT
#ifndef REGIUS_HEAPQ_PRIORITY_QUEUE_HPP
#define REGIUS_HEAPQ_PRIORITY_QUEUE_HPP

#include <regius/core/errors.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <ranges>
#include <stdexcept>
#include <type_traits>
#include <utility>
#include <vector>

namespace regius {

/// Tasks in the order of their priority, the smallest first; among equal ones, first in, first out. A task can be given
/// another priority, or be taken out, by the handle it came in with.
///
///     priority_queue<std::string> todo;
///     todo.push("write code", 5);
///     auto spec = todo.push("write spec", 1);
///     todo.update(spec, 9);
///     todo.pop();                                             // "write code"
///
/// Python    the recipe "Priority Queue Implementation Notes" of heapq: add_task, remove_task, pop_task
/// Accepts   values that can be moved; comp orders the priorities
/// Cost      push, update, remove and pop O(log N); nothing is left behind by update and remove. A handle takes 8 bytes
/// Throws    key_error from pop, top and top_priority when the queue is empty, and from update, remove, value and
///           priority when the handle's value is not in the queue any more. A comparison that throws leaves the queue
///           as it was, if moving priorities does not throw
/// Lifetime  a handle is good until its value leaves the queue; afterwards it is known to be stale (until its place was
///           used four billion times). References are invalidated by push
/// Differs   the recipe finds a task by its value; here two equal tasks are two tasks
template <class T, class Priority = std::int64_t, class Comp = std::ranges::less>
requires std::strict_weak_order<Comp&, Priority const&, Priority const&>
class priority_queue {
public:
    using value_type = T;
    using priority_type = Priority;
    using size_type = std::size_t;

    /// Names one value in one queue.
    class handle {
        friend priority_queue;
        std::uint32_t slot_ = std::numeric_limits<std::uint32_t>::max();
        std::uint32_t use_ = 0;
        constexpr handle(std::uint32_t at, std::uint32_t use) : slot_(at), use_(use) {}

    public:
        handle() = default;
        friend constexpr bool operator==(handle, handle) = default;
    };

    constexpr priority_queue() = default;
    constexpr explicit priority_queue(Comp comp) : comp_(std::move(comp)) {}

    [[nodiscard]] constexpr std::size_t size() const noexcept { return heap_.size(); }
    [[nodiscard]] constexpr bool empty() const noexcept { return heap_.empty(); }

    /// Add a value; it comes after those that have the same priority now.
    constexpr handle push(T value, Priority priority = Priority()) {
        auto const at = free_slot();
        auto& taken = slots_[at];
        taken.value.emplace(std::move(value));
        auto const stop = heap_.size();
        try {
            heap_.push_back({std::move(priority), next_order_, at});
            auto const place = place_above(heap_[stop], stop);
            free_ = taken.link;
            move_up(stop, place);
        } catch (...) {
            taken.value.reset();
            while (heap_.size() != stop) heap_.pop_back();
            throw;
        }
        ++next_order_;
        return handle(at, taken.use);
    }

    /// The value that pop would give.
    [[nodiscard]] constexpr T const& top() const { return *slots_[first().slot].value; }
    /// Its priority.
    [[nodiscard]] constexpr Priority const& top_priority() const { return first().priority; }

    /// Remove the value with the smallest priority and return it.
    constexpr T pop() {
        first();
        return take(0);
    }

    [[nodiscard]] constexpr bool contains(handle h) const noexcept {
        return h.slot_ < slots_.size() && slots_[h.slot_].use == h.use_ && slots_[h.slot_].value.has_value();
    }
    [[nodiscard]] constexpr T const& value(handle h) const { return *slots_[checked(h)].value; }
    [[nodiscard]] constexpr Priority const& priority(handle h) const { return heap_[slots_[checked(h)].link].priority; }

    /// Give a value another priority, as if it had been removed and pushed again.
    constexpr void update(handle h, Priority priority) {
        auto const at = slots_[checked(h)].link;
        entry changed{std::move(priority), next_order_, h.slot_};
        auto const place = place_of(changed, at, heap_.size());
        ++next_order_;
        heap_[at] = std::move(changed);
        move(at, place);
    }

    /// Take a value out and return it.
    constexpr T remove(handle h) { return take(slots_[checked(h)].link); }

    constexpr void clear() noexcept {
        for (auto const& gone : heap_) release(gone.slot);
        heap_.clear();
    }

private:
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

    struct entry {
        Priority priority;
        std::uint64_t order;  // when it came, which decides among equal priorities
        std::uint32_t slot;
    };
    struct slot {
        std::optional<T> value{};
        std::uint32_t use = 0;      // how many values have been here before
        std::uint32_t link = none;  // the value's place in the heap, or the next free slot
    };

    constexpr entry const& first() const {
        if (heap_.empty()) throw key_error("'pop from an empty priority queue'");
        return heap_.front();
    }
    constexpr std::uint32_t checked(handle h) const {
        if (!contains(h)) throw key_error("the handle of a value that is not in the priority queue");
        return h.slot_;
    }

    constexpr std::uint32_t free_slot() {
        if (free_ == none) {
            if (slots_.size() == none) throw std::length_error("priority_queue: too many values");
            slots_.emplace_back();
            free_ = static_cast<std::uint32_t>(slots_.size() - 1);
        }
        return free_;
    }
    constexpr void release(std::uint32_t at) noexcept {
        slots_[at].value.reset();
        ++slots_[at].use;
        slots_[at].link = std::exchange(free_, at);
    }

    constexpr T take(std::size_t at) {
        auto const stop = heap_.size() - 1;
        auto const place = at == stop ? at : place_of(heap_[stop], at, stop);
        auto const from = heap_[at].slot;
        T value(std::move(*slots_[from].value));
        if (at != stop) {
            heap_[at] = std::move(heap_[stop]);
            move(at, place);
        }
        heap_.pop_back();
        release(from);
        return value;
    }

    // Where an entry belongs is found by comparisons alone, before anything moves: so one that throws changes nothing.

    constexpr bool before(entry const& a, entry const& b) {
        return a.order < b.order ? !static_cast<bool>(comp_(b.priority, a.priority))
                                 : static_cast<bool>(comp_(a.priority, b.priority));
    }
    constexpr std::size_t place_above(entry const& moving, std::size_t at, std::size_t top = 0) {
        while (at > top && before(moving, heap_[(at - 1) / 2])) at = (at - 1) / 2;
        return at;
    }
    constexpr std::size_t place_of(entry const& moving, std::size_t at, std::size_t size) {
        if (auto const above = place_above(moving, at); above != at) return above;
        auto leaf = at;
        for (auto child = 2 * at + 1; child < size; child = 2 * leaf + 1)
            leaf = child + 1 < size && !before(heap_[child], heap_[child + 1]) ? child + 1 : child;
        while (leaf != at && before(moving, heap_[leaf])) leaf = (leaf - 1) / 2;
        return leaf;
    }

    constexpr void settle(std::size_t at) { slots_[heap_[at].slot].link = static_cast<std::uint32_t>(at); }
    constexpr void move_up(std::size_t from, std::size_t to) {
        for (; from != to; from = (from - 1) / 2) {
            std::ranges::swap(heap_[from], heap_[(from - 1) / 2]);
            settle(from);
        }
        settle(to);
    }
    constexpr void move(std::size_t from, std::size_t to) {
        if (to <= from) return move_up(from, to);
        auto moving = std::move(heap_[from]);
        for (; to != from; to = (to - 1) / 2) {
            std::ranges::swap(heap_[to], moving);
            settle(to);
        }
        heap_[from] = std::move(moving);
        settle(from);
    }

    std::vector<entry> heap_;
    std::vector<slot> slots_;
    std::uint32_t free_ = none;
    std::uint64_t next_order_ = 0;
    [[no_unique_address]] Comp comp_{};
};

}  // namespace regius

#endif  // REGIUS_HEAPQ_PRIORITY_QUEUE_HPP
