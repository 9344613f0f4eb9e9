// SPDX-License-Identifier: MIT

#include <regius/contextlib/scope.hpp>

#include <support/catch.hpp>

#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>

namespace {

using regius::scope_exit;
using regius::scope_fail;
using regius::scope_success;

struct thrown {
    int n;
};

// ---------------------------------------------------------------- 1. what Python says

// The answers are those of try/finally, try/except/raise and try/else.
std::string guards(bool fails) {
    std::string log;
    try {
        scope_exit a([&] { log += "finally "; });
        scope_fail b([&] { log += "except "; });
        scope_success c([&] { log += "else "; });
        log += "body ";
        if (fails) throw thrown{1};
    } catch (thrown const&) {
        log += "caught";
    }
    return log;
}

TEST_CASE("scope: finally, except and else", "[contextlib][scope]") {
    CHECK(guards(false) == "body else finally ");
    CHECK(guards(true) == "body except finally caught");
}

// ---------------------------------------------------------------- 2. properties

TEST_CASE("scope: a released guard does not call, and says so", "[contextlib][scope]") {
    int calls = 0;
    {
        scope_exit e([&] { ++calls; });
        scope_success s([&] { ++calls; });
        CHECK(e.armed());
        CHECK(s.armed());
        e.release();
        s.release();
        CHECK_FALSE(e.armed());
        CHECK_FALSE(s.armed());
    }
    try {
        scope_fail f([&] { ++calls; });
        f.release();
        throw thrown{1};
    } catch (thrown const&) {
    }
    CHECK(calls == 0);
}

TEST_CASE("scope: a guard that moves calls once, where it moved to", "[contextlib][scope]") {
    std::string log;
    {
        scope_exit inner([&] { log += "guard "; });
        {
            scope_exit outer(std::move(inner));
            CHECK_FALSE(inner.armed());
            log += "inner ";
        }
        log += "outer";
    }
    CHECK(log == "inner guard outer");
}

TEST_CASE("scope: guards work inside a destructor that runs while an exception unwinds", "[contextlib][scope]") {
    struct cleans_up {
        std::string& log;
        ~cleans_up() {
            scope_fail f([&] { log += "fail "; });
            scope_success s([&] { log += "success "; });
        }
    };
    std::string log;
    try {
        cleans_up c{log};
        throw thrown{1};
    } catch (thrown const&) {
    }
    CHECK(log == "success ");
}

// ---------------------------------------------------------------- 3. what the types promise

using quiet = decltype([]() noexcept {});
using loud = decltype([] {});

static_assert(std::is_nothrow_destructible_v<scope_exit<quiet>>);
static_assert(!std::is_nothrow_destructible_v<scope_exit<loud>>);
static_assert(!std::is_copy_constructible_v<scope_exit<quiet>>);
static_assert(std::is_nothrow_move_constructible_v<scope_exit<quiet>>);
static_assert(!std::is_move_assignable_v<scope_exit<quiet>>);
static_assert(std::is_same_v<decltype(scope_exit(std::declval<void (&)()>())), scope_exit<void (*)()>>);
static_assert(sizeof(scope_exit<void (*)()>) == 2 * sizeof(void*));

// ---------------------------------------------------------------- 4. lifetime and cost

TEST_CASE("scope: what a clean-up throws leaves a normal end", "[contextlib][scope]") {
    auto const at_exit = [] { scope_exit e([] { throw thrown{1}; }); };
    auto const at_success = [] { scope_success e([] { throw thrown{2}; }); };
    CHECK_THROWS_AS(at_exit(), thrown);
    CHECK_THROWS_AS(at_success(), thrown);
}

TEST_CASE("scope: the exception of the body wins over those of the clean-ups, and all of them run",
          "[contextlib][scope]") {
    int calls = 0;
    int caught = 0;
    try {
        scope_exit a([&] { throw thrown{++calls}; });
        scope_fail b([&] { throw thrown{++calls}; });
        scope_exit c([&] { throw thrown{++calls}; });
        throw thrown{42};
    } catch (thrown const& e) {
        caught = e.n;
    }
    CHECK(calls == 3);
    CHECK(caught == 42);
}

TEST_CASE("scope: a clean-up that throws at a normal end does not keep the others from running",
          "[contextlib][scope]") {
    int calls = 0;
    auto const body = [&] {
        scope_exit a([&] { ++calls; });
        scope_exit b([&]() -> void { throw thrown{++calls}; });
        scope_exit c([&] { ++calls; });
    };
    CHECK_THROWS_AS(body(), thrown);
    CHECK(calls == 3);
}

struct cannot_be_copied_now {
    int* calls;
    explicit cannot_be_copied_now(int* n) : calls(n) {}
    cannot_be_copied_now(cannot_be_copied_now const&) { throw std::runtime_error("copy"); }
    void operator()() const { ++*calls; }
};

TEST_CASE("scope: a clean-up that cannot be stored is called at once, unless it waits for success",
          "[contextlib][scope]") {
    int calls = 0;
    cannot_be_copied_now const f(&calls);
    CHECK_THROWS_AS(scope_exit<cannot_be_copied_now>(f), std::runtime_error);
    CHECK(calls == 1);
    CHECK_THROWS_AS(scope_fail<cannot_be_copied_now>(f), std::runtime_error);
    CHECK(calls == 2);
    CHECK_THROWS_AS(scope_success<cannot_be_copied_now>(f), std::runtime_error);
    CHECK(calls == 2);
    CHECK_THROWS_AS(scope_exit<cannot_be_copied_now>(cannot_be_copied_now(&calls)), std::runtime_error);
    CHECK(calls == 3);
}

// ---------------------------------------------------------------- 5. at compile time

static_assert([] {
    int n = 0;
    {
        scope_exit add_one([&] { n += 1; });
        n *= 10;
        scope_exit moved(std::move(add_one));
        scope_exit never([&] { n += 100; });
        never.release();
        n += 1;
    }
    return n;
}() == 2);

}  // namespace
