// SPDX-License-Identifier: MIT

#include <regius/contextlib/acquire_locks.hpp>

#include <regius/contextlib/acquire_locks_for.hpp>
#include <support/catch.hpp>

#include <array>
#include <atomic>
#include <chrono>
#include <concepts>
#include <condition_variable>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <random>
#include <shared_mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

namespace {

using namespace std::chrono_literals;
using regius::acquire_locks;
using regius::acquire_locks_for;
using regius::as_shared;
using regius::try_acquire_locks;

// A mutex of one thread that logs what happens to it, and may be taken by "another", or throw.
struct logged {
    std::string* log;
    char name;
    bool taken = false;
    int throws_after = -1;  // calls that succeed before one throws
    int frees_after = -1;   // attempts after which the "other" lets go
    int held = 0;

    void lock() {
        act('L');
        taken = false;
        ++held;
    }
    bool try_lock() {
        act(taken || held ? 'f' : 't');
        if (taken && frees_after >= 0 && frees_after-- == 0) taken = false;
        if (taken || held) return false;
        ++held;
        return true;
    }
    template <class T>
    bool try_lock_until(T const&) {
        act('u');
        if (taken || held) return false;
        ++held;
        return true;
    }
    void unlock() {
        *log += 'U';
        *log += name;
        --held;
    }

private:
    void act(char c) {
        if (throws_after >= 0 && throws_after-- == 0) throw std::runtime_error("lock");
        *log += c;
        *log += name;
    }
};

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("acquire_locks: all are locked, and released in reverse", "[contextlib][acquire_locks]") {
    std::string log;
    logged a{&log, 'a'};
    logged b{&log, 'b'};
    logged c{&log, 'c'};
    {
        auto const guard = acquire_locks(a, b, c);
        CHECK(guard.owns_locks());
        CHECK(log == "Latbtc");
        log.clear();
    }
    CHECK(log == "UcUbUa");
}

TEST_CASE("acquire_locks: a range is locked whatever its order, duplicates once", "[contextlib][acquire_locks]") {
    std::string log;
    std::array<logged, 3> m{logged{&log, 'a'}, logged{&log, 'b'}, logged{&log, 'c'}};
    for (auto const& order : std::vector<std::vector<std::size_t>>{{0, 1, 2}, {2, 1, 0}, {1, 1, 2, 0, 1}}) {
        std::vector<logged*> pointers;
        std::string expected;
        for (auto i : order) {
            if (expected.find(m[i].name) == std::string::npos)
                expected += std::string(expected.empty() ? "L" : "t") + m[i].name;
            pointers.push_back(&m[i]);
        }
        for (auto i = expected.size(); i != 0; i -= 2) expected += std::string("U") + expected[i - 1];
        log.clear();
        {
            auto const guard = acquire_locks(pointers);
            CHECK(guard.owns_locks());
        }
        CHECK(log == expected);
    }
}

// ---------------------------------------------------------------- 2. properties

TEST_CASE("acquire_locks: lets go of all when one is taken, and waits for that", "[contextlib][acquire_locks]") {
    std::string log;
    logged a{&log, 'a'};
    logged b{&log, 'b'};
    logged c{.log = &log, .name = 'c', .taken = true};
    {
        auto const guard = acquire_locks(a, b, c);
    }
    CHECK(log == "LatbfcUbUaLctatbUcUbUa");

    log.clear();
    c.taken = true;
    std::vector<std::reference_wrapper<logged>> range{c, b, a};
    a.name = 'a';
    {
        auto const guard = acquire_locks(range);
        CHECK(a.held + b.held + c.held == 3);
    }
    CHECK(a.held + b.held + c.held == 0);
}

TEST_CASE("acquire_locks: duplicates of a pack are locked once, exclusive wins", "[contextlib][acquire_locks]") {
    std::string log;
    logged a{&log, 'a'};
    logged b{&log, 'b'};
    {
        auto const guard = acquire_locks(a, a, b, a, b);
    }
    CHECK(log == "LatbUbUa");

    std::shared_mutex m;
    {
        auto const guard = acquire_locks(as_shared(m), m, as_shared(m));
        CHECK_FALSE(m.try_lock_shared());
    }
    {
        auto const guard = acquire_locks(as_shared(m), as_shared(m));
        CHECK(m.try_lock_shared());
        m.unlock_shared();
        CHECK_FALSE(m.try_lock());
    }
    CHECK(m.try_lock());
    m.unlock();
}

TEST_CASE("acquire_locks: a range in which some are shared, decided at run time", "[contextlib][acquire_locks]") {
    using request = regius::lock_request<std::shared_mutex>;
    std::array<std::shared_mutex, 2> m;
    auto const held = [](std::shared_mutex& mutex) -> std::string {
        if (mutex.try_lock()) return mutex.unlock(), "free";
        if (mutex.try_lock_shared()) return mutex.unlock_shared(), "shared";
        return "exclusive";
    };
    auto const states = [&](auto const& guard) {
        CHECK(guard.owns_locks());
        return std::pair(held(m[0]), held(m[1]));
    };
    using result = std::pair<std::string, std::string>;

    std::vector<request> wanted{m[0], as_shared(m[1])};
    CHECK(states(acquire_locks(wanted)) == result("exclusive", "shared"));
    CHECK(states(acquire_locks(std::array<request, 2>{as_shared(m[1]), as_shared(m[0])})) ==
          result("shared", "shared"));
    CHECK(states(try_acquire_locks(wanted)) == result("exclusive", "shared"));
    CHECK(states(acquire_locks(wanted[1], wanted[0])) == result("exclusive", "shared"));
    CHECK(states(acquire_locks(wanted[1], m[1])) == result("free", "exclusive"));
    CHECK(states(acquire_locks(request())) == result("free", "free"));
    CHECK(result(held(m[0]), held(m[1])) == result("free", "free"));

    // exclusive wins over shared, whichever comes first, and also among so many that they are sorted
    for (std::size_t n : {1u, 3u, 20u}) {
        CAPTURE(n);
        std::vector<request> twice(n, as_shared(m[0]));
        twice.push_back(m[0]);
        twice.insert(twice.end(), n, as_shared(m[1]));
        twice.insert(twice.end(), n, as_shared(m[0]));
        CHECK(states(acquire_locks(twice)) == result("exclusive", "shared"));
    }

    // one that another holds: readers get through beside a reader, a writer does not
    m[1].lock_shared();
    CHECK(acquire_locks(wanted).owns_locks());
    CHECK_FALSE(try_acquire_locks(std::vector<request>{m[1], m[0]}).owns_locks());
    m[1].unlock_shared();
    CHECK(result(held(m[0]), held(m[1])) == result("free", "free"));

    std::shared_timed_mutex timed;
    CHECK(acquire_locks_for(1h, std::vector<regius::lock_request<std::shared_timed_mutex>>{as_shared(timed), timed})
              .owns_locks());
}

TEST_CASE("acquire_locks: an exception while locking releases all", "[contextlib][acquire_locks]") {
    for (int call = 0; call < 8; ++call) {
        CAPTURE(call);
        std::string log;
        // b is taken once, so that there are two attempts to fail in.
        std::array<logged, 3> m{logged{&log, 'a'}, logged{&log, 'b'}, logged{&log, 'c'}};
        for (std::size_t which = 0; which < 3; ++which) {
            CAPTURE(which);
            for (auto& x : m) x.taken = false;
            m[1].taken = true;
            m[which].throws_after = call;
            try {
                auto const guard = acquire_locks(m[0], m[1], m[2]);
            } catch (std::runtime_error const&) {
            }
            for (auto& x : m) CHECK(x.held == 0);
            m[1].taken = true;
            m[which].throws_after = call;
            try {
                auto const guard = acquire_locks(m);
            } catch (std::runtime_error const&) {
            }
            for (auto& x : m) CHECK(x.held == 0);
            m[which].throws_after = -1;
        }
    }
}

TEST_CASE("try_acquire_locks: all or nothing, without waiting", "[contextlib][acquire_locks]") {
    std::string log;
    logged a{&log, 'a'};
    logged b{&log, 'b'};
    logged c{.log = &log, .name = 'c', .taken = true};
    CHECK_FALSE(try_acquire_locks(a, b, c).owns_locks());
    CHECK(log == "tatbfcUbUa");
    CHECK_FALSE(try_acquire_locks(std::vector{&a, &c}).owns_locks());
    CHECK(a.held + b.held == 0);
    log.clear();
    {
        auto const guard = try_acquire_locks(a, b);
        CHECK(guard.owns_locks());
    }
    CHECK(log == "tatbUbUa");
    CHECK(try_acquire_locks(std::vector<logged*>()).owns_locks());
}

TEST_CASE("acquire_locks_for: gives up when the time is over, with nothing locked", "[contextlib][acquire_locks]") {
    std::string log;
    logged a{&log, 'a'};
    logged b{.log = &log, .name = 'b', .taken = true};
    CHECK_FALSE(acquire_locks_for(1h, a, b).owns_locks());
    CHECK(log == "tafbUauafbUaub");
    CHECK(a.held + b.held == 0);

    log.clear();
    CHECK_FALSE(acquire_locks_for(0s, a, b).owns_locks());
    CHECK_FALSE(acquire_locks_for(-1s, a, b).owns_locks());
    CHECK(log == "tafbUatafbUa");

    b.taken = false;
    CHECK(acquire_locks_for(std::chrono::hours::max(), a, b).owns_locks());
    CHECK(acquire_locks_for(0.5s, std::vector{&b, &a}).owns_locks());
    b.taken = true;
    b.frees_after = 0;
    CHECK(acquire_locks_for(std::chrono::hours::max(), a, b).owns_locks());
}

TEST_CASE("acquire_locks_for: a timed mutex held by another thread", "[contextlib][acquire_locks]") {
    std::timed_mutex a;
    std::timed_mutex b;
    std::vector<bool> owned;
    {
        std::lock_guard const hold(b);
        std::thread([&] {
            owned.push_back(acquire_locks_for(1ms, a, b).owns_locks());
            owned.push_back(acquire_locks_for(0ms, std::vector{&a, &b}).owns_locks());
        }).join();
    }
    owned.push_back(acquire_locks_for(1h, a, b).owns_locks());
    CHECK(owned == std::vector{false, false, true});
    CHECK(a.try_lock());
    a.unlock();
}

TEST_CASE("acquire_locks: takes what holds mutexes, and what points to them", "[contextlib][acquire_locks]") {
    std::array<std::mutex, 3> array;
    std::deque<std::mutex> deque(2);
    std::mutex plain[2];
    std::vector<std::unique_ptr<std::mutex>> owners;
    owners.push_back(std::make_unique<std::mutex>());
    owners.push_back(std::make_unique<std::mutex>());
    std::vector<std::reference_wrapper<std::mutex>> references{array[0], plain[0]};
    std::vector<std::shared_mutex> shared(3);
    std::vector shared_requests{as_shared(shared[2]), as_shared(shared[0]), as_shared(shared[2])};
    {
        auto const guard = acquire_locks(array);
        CHECK(guard.owns_locks());
    }
    CHECK(acquire_locks(deque).owns_locks());
    CHECK(acquire_locks(plain).owns_locks());
    CHECK(acquire_locks(owners).owns_locks());
    CHECK(acquire_locks(references).owns_locks());
    CHECK(acquire_locks(shared).owns_locks());
    CHECK(acquire_locks(shared_requests).owns_locks());
    CHECK(acquire_locks(std::vector<std::mutex*>()).owns_locks());
    owners.push_back(nullptr);
    CHECK_THROWS_AS(acquire_locks(owners), regius::value_error);
    CHECK(try_acquire_locks(*owners[0], *owners[1]).owns_locks());
}

TEST_CASE("acquire_locks: a range longer than the guard's own room, in random order with duplicates",
          "[contextlib][acquire_locks]") {
    std::string log;
    std::mt19937 random(7);
    for (std::size_t n : {15u, 16u, 17u, 100u, 1000u}) {
        CAPTURE(n);
        std::deque<logged> m;
        for (std::size_t i = 0; i < n; ++i) m.push_back(logged{&log, 'x'});
        std::vector<logged*> pointers;
        for (std::size_t i = 0; i < 2 * n; ++i) pointers.push_back(&m[random() % n]);
        {
            auto guard = acquire_locks(pointers);
            auto const moved = std::move(guard);
            CHECK_FALSE(guard.owns_locks());
            CHECK(moved.owns_locks());
            for (auto* p : pointers) REQUIRE(p->held == 1);
        }
        for (auto& x : m) REQUIRE(x.held == 0);
    }
}

// ---------------------------------------------------------------- 3. what the types promise

using acquire = regius::acquire_locks_fn;

static_assert(std::invocable<acquire, std::mutex&, std::recursive_mutex&>);
static_assert(std::invocable<acquire, std::vector<std::mutex>&>);
static_assert(!std::invocable<acquire>);
static_assert(!std::invocable<acquire, int&>);
static_assert(!std::invocable<acquire, std::mutex>);  // a temporary mutex guards nothing
static_assert(!std::invocable<acquire, std::vector<int>&>);
static_assert(!std::constructible_from<regius::lock_request<std::mutex>, std::mutex&>);  // never shared
static_assert(!std::constructible_from<regius::lock_request<std::shared_mutex>, std::shared_mutex>);
static_assert(!std::copy_constructible<decltype(acquire_locks(std::declval<std::mutex&>()))>);
static_assert(std::is_nothrow_move_constructible_v<decltype(acquire_locks(std::declval<std::mutex&>()))>);

// ---------------------------------------------------------------- 4. lifetime and cost

TEST_CASE("acquire_locks: a guard moves", "[contextlib][acquire_locks]") {
    std::string log;
    logged a{&log, 'a'};
    logged b{&log, 'b'};
    {
        auto guard = acquire_locks(a, b);
        auto const moved = std::move(guard);
        CHECK_FALSE(guard.owns_locks());
        CHECK(moved.owns_locks());
    }
    CHECK(log == "LatbUbUa");
}

/// Ends the program when a count stands still: nobody could join threads that wait for each other.
class watchdog {
    std::mutex mutex_;
    std::condition_variable over_;
    bool ended_ = false;
    std::thread thread_;

public:
    explicit watchdog(std::atomic<int> const& progress)
        : thread_([this, &progress] {
              std::unique_lock lock(mutex_);
              for (int before = progress; !over_.wait_for(lock, 60s, [this] { return ended_; }); before = progress) {
                  if (progress != before) continue;
                  std::fputs("no thread got on for a minute: a deadlock\n", stderr);
                  std::abort();
              }
          }) {}
    ~watchdog() {
        {
            std::lock_guard const lock(mutex_);
            ended_ = true;
        }
        over_.notify_one();
        thread_.join();
    }
};

// Threads take random subsets of the mutexes, in random order, and move money between what they guard.
template <class Mutex, class Lock>
void move_money(unsigned threads, int rounds, Lock const& lock) {
    struct account {
        Mutex mutex;
        long balance = 100;
    };
    std::array<account, 8> accounts;
    std::vector<std::thread> crew;
    std::atomic<int> done = 0;
    watchdog const watch(done);
    for (unsigned t = 0; t < threads; ++t) {
        crew.emplace_back([&, t] {
            std::minstd_rand random(t + 1);
            for (int round = 0; round < rounds; ++round) {
                std::vector<Mutex*> chosen;
                std::vector<account*> touched;
                for (unsigned i = 0, n = 2 + random() % 4; i < n; ++i) {
                    touched.push_back(&accounts[random() % accounts.size()]);
                    chosen.push_back(&touched.back()->mutex);
                }
                auto const guard = lock(chosen);
                touched[0]->balance -= 1;
                touched[1]->balance += 1;
                ++done;
            }
        });
    }
    for (auto& thread : crew) thread.join();
    long total = 0;
    for (auto& a : accounts) total += a.balance;
    CHECK(total == 800);
    CHECK(done == static_cast<int>(threads) * rounds);
    CHECK(try_acquire_locks(std::vector{&accounts[0].mutex, &accounts[7].mutex}).owns_locks());
}

TEST_CASE("acquire_locks: 2 to 8 threads that take random subsets all get through", "[contextlib][acquire_locks]") {
    for (unsigned threads : {2u, 4u, 8u}) {
        CAPTURE(threads);
        move_money<std::mutex>(threads, 2000, [](auto const& m) { return acquire_locks(m); });
        move_money<std::mutex>(threads, 2000, [](auto const& m) { return acquire_locks(*m[0], *m[1]); });
        move_money<std::timed_mutex>(threads, 1000, [](auto const& m) { return acquire_locks_for(1h, m); });
    }
}

TEST_CASE("acquire_locks: readers and writers of shared mutexes all get through", "[contextlib][acquire_locks]") {
    std::array<std::shared_mutex, 3> m;
    std::array<long, 3> values{};
    std::vector<std::thread> crew;
    std::atomic<bool> torn = false;
    std::atomic<int> done = 0;
    watchdog const watch(done);
    for (unsigned t = 0; t < 4; ++t) {
        crew.emplace_back([&, t] {
            std::minstd_rand random(t + 1);
            for (int round = 0; round < 2000; ++round) {
                std::size_t const i = random() % 3;
                std::size_t const j = (i + 1) % 3;
                auto const kind = random() % 3;
                if (kind == 2) {  // what one reads decides what the other becomes
                    std::vector<regius::lock_request<std::shared_mutex>> const some{as_shared(m[j]), m[i]};
                    auto const guard = acquire_locks(some);
                    values[i] += values[j] - values[i];
                } else if (kind == 0) {
                    auto const guard = acquire_locks(m[j], m[i], m[3 - i - j]);
                    for (auto& v : values) ++v;
                } else {
                    auto const guard = acquire_locks(as_shared(m[j]), as_shared(m[i]));
                    if (values[i] != values[j]) torn = true;
                }
                ++done;
            }
        });
    }
    for (auto& thread : crew) thread.join();
    CHECK_FALSE(torn.load());
    CHECK(values[0] == values[2]);
}

TEST_CASE("acquire_locks: a lock that the caller holds already closes no circle", "[contextlib][acquire_locks]") {
    // One thread holds the higher mutex and then takes the lower; the other takes both together. Waiting for the
    // higher while holding the lower would deadlock.
    std::array<std::mutex, 2> m;
    std::thread nested([&] {
        for (int i = 0; i < 3000; ++i) {
            std::lock_guard const high(m[1]);
            std::lock_guard const low(m[0]);
        }
    });
    for (int i = 0; i < 3000; ++i) {
        auto const guard = acquire_locks(m);
        auto const owns = guard.owns_locks();
        if (!owns) FAIL("not locked");
    }
    nested.join();
    SUCCEED();
}

}  // namespace
