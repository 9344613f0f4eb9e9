// SPDX-License-Identifier: MIT
// Generators that change threads: one at a time, each resumption after the last (run this under ThreadSanitizer).

#include <regius/builtins/generator.hpp>  // first, so the header must stand on its own

#include <support/catch.hpp>

#include <cstddef>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

using regius::generator;
using regius::yield_from;

namespace {

generator<std::string> names(std::string prefix, int n) {
    for (int i = 0; i < n; ++i) co_yield prefix + std::to_string(i);
}

generator<std::string> nested(int depth) {
    if (depth > 0)
        co_yield yield_from(nested(depth - 1));
    else
        co_yield yield_from(names("x", 3));
}

generator<int> fails() {
    co_yield 1;
    throw std::domain_error("there");
}

}  // namespace

TEST_CASE("generator: made on one thread, continued and destroyed on others", "[builtins][generator][threads]") {
    auto g = nested(5);
    CHECK(g.next() == "x0");
    std::string second;
    std::thread([&] { second = g.next(); }).join();
    CHECK(second == "x1");
    std::thread([h = std::move(g)]() mutable { h = {}; }).join();

    auto failing = fails();
    failing.next();
    bool caught = false;
    std::thread([&] {
        try {
            failing.next();
        } catch (std::domain_error const&) {
            caught = true;
        }
    }).join();
    CHECK(caught);
    CHECK(failing.done());
}

TEST_CASE("generator: frames made on one thread and freed on another are not shared",
          "[builtins][generator][threads]") {
    constexpr std::size_t rounds = 20;
    std::vector<std::size_t> kept(4);
    auto const work = [&kept](std::size_t me) {
        for (std::size_t round = 0; round < rounds; ++round) {
            std::vector<generator<std::string>> batch;
            for (int i = 0; i < 200; ++i) {
                batch.push_back(nested(2));
                batch.back().next();
            }
            std::thread([taken = std::move(batch)]() mutable { taken.clear(); }).join();
        }
        kept[me] = regius::detail::generator_frames::of_this_thread().kept();
    };
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < kept.size(); ++i) threads.emplace_back(work, i);
    for (auto& t : threads) t.join();
    for (auto n : kept) CHECK(n <= 16 * 64);
}

TEST_CASE("generator: one that outlives its thread's free frames is freed all the same",
          "[builtins][generator][threads]") {
    std::thread([] {
        thread_local generator<std::string> last;  // destroyed after the frames that are recycled below
        {
            auto const first = names("a", 1);
        }
        last = nested(3);
        last.next();
    }).join();
    SUCCEED();
}
