// SPDX-License-Identifier: MIT
// Mirrors the recipe "Priority Queue Implementation Notes" of CPython's Doc/library/heapq.rst.

#include <regius/heapq/priority_queue.hpp>

#include <support/bomb.hpp>
#include <support/catch.hpp>
#include <support/model.hpp>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace {

using namespace std::literals;
using regius::priority_queue;
using namespace regius::tests;

template <class Queue>
auto drain(Queue& queue) {
    std::vector<typename Queue::value_type> all;
    while (!queue.empty()) all.push_back(queue.pop());
    return all;
}

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("priority_queue: the recipe", "[heapq][priority_queue][oracle]") {
    priority_queue<std::string> todo;
    todo.push("write code", 5);
    todo.push("release product", 7);
    auto const spec = todo.push("write spec", 1);
    auto const tests = todo.push("create tests", 3);
    CHECK(todo.top() == "write spec");
    todo.update(spec, 6);
    CHECK(todo.remove(tests) == "create tests");
    CHECK(drain(todo) == std::vector{"write code"s, "write spec"s, "release product"s});
    CHECK_THROWS_AS(todo.pop(), regius::key_error);
    CHECK_THROWS_WITH(todo.top(), "'pop from an empty priority queue'"s);
}

TEST_CASE("priority_queue: first in, first out among equals, and an update goes to the end",
          "[heapq][priority_queue]") {
    priority_queue<int> queue;
    std::vector<priority_queue<int>::handle> handles;
    for (int i = 0; i != 10; ++i) handles.push_back(queue.push(i, i % 2));
    queue.update(handles[0], 0);
    queue.update(handles[1], 0);
    CHECK(drain(queue) == std::vector{2, 4, 6, 8, 0, 1, 3, 5, 7, 9});
}

// ---------------------------------------------------------------- 2. properties

bool disagrees_with_a_list(std::vector<step> const& steps) {
    struct row {
        int priority;
        int order;
        int value;
        priority_queue<int, int>::handle handle;
        auto operator<=>(row const& that) const {
            return std::pair(priority, order) <=> std::pair(that.priority, that.order);
        }
        bool operator==(row const& that) const { return order == that.order; }
    };
    priority_queue<int, int> queue;
    std::vector<row> model;
    std::vector<priority_queue<int, int>::handle> gone;
    int order = 0;
    for (auto const& [operation, number] : steps) {
        auto const priority = static_cast<int>(number % 10);
        auto const at =
            model.empty() ? model.end() : model.begin() + static_cast<std::ptrdiff_t>(number % model.size());
        switch (operation % 6) {
            case 0:
            case 1: model.push_back({priority, order, order, queue.push(order, priority)}), ++order; break;
            case 2:
                if (!model.empty()) {
                    auto const least = std::ranges::min_element(model);
                    if (queue.top_priority() != least->priority || queue.pop() != least->value) return true;
                    gone.push_back(least->handle);
                    model.erase(least);
                }
                break;
            case 3:
                if (!model.empty()) {
                    queue.update(at->handle, priority);
                    at->priority = priority;
                    at->order = order++;
                }
                break;
            case 4:
                if (!model.empty()) {
                    if (queue.priority(at->handle) != at->priority || queue.remove(at->handle) != at->value)
                        return true;
                    gone.push_back(at->handle);
                    model.erase(at);
                }
                break;
            case 5:
                if (number % 50 == 0) {
                    for (auto const& r : model) gone.push_back(r.handle);
                    queue.clear();
                    model.clear();
                }
                break;
        }
        if (queue.size() != model.size()) return true;
    }
    for (auto const& r : model)
        if (!queue.contains(r.handle) || queue.value(r.handle) != r.value) return true;
    for (auto const& h : gone)
        if (queue.contains(h)) return true;
    std::ranges::sort(model);
    for (auto const& r : model)
        if (queue.pop() != r.value) return true;
    return false;
}

TEST_CASE("priority_queue: a million random operations against a sorted list", "[heapq][priority_queue]") {
    CHECK(random_steps(disagrees_with_a_list, 4000, 250) == "");
}

// ---------------------------------------------------------------- 3. what the types promise

static_assert(std::copyable<priority_queue<int>>);
static_assert(std::movable<priority_queue<std::unique_ptr<int>>>);
static_assert(sizeof(priority_queue<int>::handle) == 8);
struct unordered {};
template <class P>
concept can_order = requires { typename priority_queue<int, P>; };
static_assert(can_order<std::string>);
static_assert(!can_order<unordered>);

// ---------------------------------------------------------------- 4. lifetime and cost

TEST_CASE("priority_queue: a stale handle is refused", "[heapq][priority_queue]") {
    priority_queue<std::unique_ptr<int>, double, std::ranges::greater> queue;
    auto const first = queue.push(std::make_unique<int>(1), 0.5);
    auto const second = queue.push(std::make_unique<int>(2), 1.5);
    CHECK(*queue.pop() == 2);
    CHECK(!queue.contains(second));
    CHECK_THROWS_AS(queue.update(second, 3.0), regius::key_error);
    auto const third = queue.push(std::make_unique<int>(3), 9.0);
    CHECK_THROWS_AS(queue.remove(second), regius::key_error);
    CHECK(third != second);
    CHECK(queue.contains(first));
    CHECK_THROWS_AS(queue.remove({}), regius::key_error);
}

TEST_CASE("priority_queue: an operation that throws leaves it as it was, whichever step fails",
          "[heapq][priority_queue]") {
    using subject = priority_queue<int, bomb<>>;
    subject::handle middle;
    auto const prepare = [&] {
        subject queue;
        for (int i = 0; i != 12; ++i) {
            auto const h = queue.push(i, bomb<>(i * 5 % 12));
            if (i == 6) middle = h;
        }
        return queue;
    };
    auto expected_queue = prepare();
    auto const expected = drain(expected_queue);
    auto const same = [&](subject& queue, std::ptrdiff_t n) {
        CAPTURE(n);
        CHECK(queue.contains(middle));
        CHECK(drain(queue) == expected);
    };
    fail_every_step(prepare, [](subject& queue) { queue.push(99, bomb<>(0)); }, same);
    fail_every_step(prepare, [](subject& queue) { (void)queue.pop(); }, same);
    fail_every_step(prepare, [&](subject& queue) { queue.update(middle, bomb<>(0)); }, same);
    fail_every_step(prepare, [&](subject& queue) { queue.update(middle, bomb<>(20)); }, same);
    fail_every_step(prepare, [&](subject& queue) { (void)queue.remove(middle); }, same);
}

// ---------------------------------------------------------------- 5. at compile time

static_assert([] {
    priority_queue<int> queue;
    queue.push(1, 3);
    auto const two = queue.push(2, 4);
    queue.push(3, 2);
    queue.update(two, 1);
    int digits = 0;
    while (!queue.empty()) digits = digits * 10 + queue.pop();
    return digits;
}() == 231);

}  // namespace
