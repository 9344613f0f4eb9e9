// SPDX-License-Identifier: MIT

#include <regius/contextlib/with.hpp>

#include <regius/contextlib/suppress.hpp>
#include <support/catch.hpp>

#include <concepts>
#include <exception>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>

namespace {

using regius::suppress;
using regius::with;

struct thrown {
    int n;
};

// Logs what happens to it; may be told to suppress, or to throw.
struct logged {
    std::string* log;
    char name;
    bool suppresses = false;
    bool enter_throws = false;
    bool exit_throws = false;

    logged& enter() {
        if (enter_throws) throw thrown{name};
        *log += '+';
        *log += name;
        return *this;
    }
    bool exit(std::exception_ptr e) {
        *log += e ? '!' : '-';
        *log += name;
        if (exit_throws) throw std::runtime_error(std::string("exit of ") + name);
        return suppresses;
    }
};

// Does not suppress, and gives nothing.
struct silent {
    std::string* log;
    void enter() { *log += "("; }
    void exit(std::exception_ptr e) { *log += e ? "!)" : ")"; }
};

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("with: enters in order, exits in reverse", "[contextlib][with]") {
    std::string log;
    with(logged{&log, 'a'}, logged{&log, 'b'}, [&](logged& a, logged& b) {
        log += a.name;
        log += b.name;
    });
    CHECK(log == "+a+bab-b-a");
}

TEST_CASE("with: an exit that returns true suppresses, and those further out see a normal end", "[contextlib][with]") {
    std::string log;
    CHECK(with(logged{&log, 'a'}, logged{.log = &log, .name = 'b', .suppresses = true}, logged{&log, 'c'},
               [] { throw thrown{1}; }));
    CHECK(log == "+a+b+c!c!b-a");
}

TEST_CASE("with: without a suppressing exit the exception goes on", "[contextlib][with]") {
    std::string log;
    CHECK_THROWS_AS(with(logged{&log, 'a'}, silent{&log}, [] { throw thrown{1}; }), thrown);
    CHECK(log == "+a(!)!a");
}

TEST_CASE("with: when entering fails, those entered before exit with the exception", "[contextlib][with]") {
    std::string log;
    CHECK_THROWS_AS(
        with(logged{&log, 'a'}, logged{.log = &log, .name = 'b', .enter_throws = true}, [&] { log += "body"; }),
        thrown);
    CHECK(log == "+a!a");
}

TEST_CASE("with: an exception of an exit replaces that of the body, and carries it", "[contextlib][with]") {
    std::string log;
    try {
        with(logged{.log = &log, .name = 'a', .exit_throws = true}, [] { throw std::out_of_range("body"); });
        FAIL("nothing was thrown");
    } catch (std::runtime_error const& e) {
        CHECK(e.what() == std::string("exit of a"));
        CHECK_THROWS_AS(std::rethrow_if_nested(e), std::out_of_range);
    }
}

TEST_CASE("with: an exception of an exit after a good body is thrown alone", "[contextlib][with]") {
    std::string log;
    try {
        with(logged{.log = &log, .name = 'a', .exit_throws = true}, [] {});
        FAIL("nothing was thrown");
    } catch (std::runtime_error const& e) {
        CHECK_NOTHROW(std::rethrow_if_nested(e));
    }
    CHECK(log == "+a-a");
}

// ---------------------------------------------------------------- 2. properties

TEST_CASE("with: gives what the body returns, in an optional where it may be suppressed", "[contextlib][with]") {
    std::string log;
    CHECK(with(silent{&log}, [] { return 5; }) == 5);
    CHECK(with(suppress<thrown>, [] { return 5; }) == std::optional(5));
    CHECK(with(suppress<thrown>, []() -> int { throw thrown{1}; }) == std::nullopt);
    CHECK_FALSE(with(suppress<thrown>, [] {}));

    int n = 1;
    with(silent{&log}, [&]() -> int& { return n; }) = 7;
    CHECK(n == 7);
    CHECK(*with(silent{&log}, [] { return std::make_unique<int>(3); }) == 3);
}

TEST_CASE("with: nested calls mean the same as one", "[contextlib][with]") {
    for (bool fails : {false, true}) {
        for (bool inner : {false, true}) {
            CAPTURE(fails, inner);
            std::string one;
            std::string two;
            auto const body = [&] {
                if (fails) throw thrown{1};
            };
            logged a{.log = &one, .name = 'a', .suppresses = !inner};
            logged b{.log = &one, .name = 'b', .suppresses = inner};
            bool const suppressed = with(a, b, body);
            a.log = b.log = &two;
            bool outer_suppressed = false;
            bool inner_suppressed = false;
            outer_suppressed = with(a, [&] { inner_suppressed = with(b, body); });
            CHECK(one == two);
            CHECK(suppressed == (outer_suppressed || inner_suppressed));
        }
    }
}

// ---------------------------------------------------------------- 3. what the types promise

static_assert(std::invocable<regius::with_fn, silent&, void (*)()>);
static_assert(std::invocable<regius::with_fn, logged&, void (*)(logged&)>);
static_assert(!std::invocable<regius::with_fn, logged&, void (*)(int)>);
static_assert(!std::invocable<regius::with_fn, void (*)()>);
static_assert(std::is_void_v<std::invoke_result_t<regius::with_fn, silent&, void (*)()>>);
static_assert(std::same_as<std::invoke_result_t<regius::with_fn, logged&, void (*)()>, bool>);
static_assert(std::same_as<std::invoke_result_t<regius::with_fn, logged&, int& (*)()>, std::optional<int>>);

// ---------------------------------------------------------------- 4. lifetime and cost

struct guard {
    std::string* log;
    explicit guard(std::string* l) : log(l) {}
    guard(guard&& that) noexcept : log(std::exchange(that.log, nullptr)) {}
    ~guard() {
        if (log) *log += "~";
    }
};

TEST_CASE("with: a guard that is no context is entered by existing, and gives itself", "[contextlib][with]") {
    std::string log;
    with(logged{&log, 'a'}, guard(&log), logged{&log, 'b'}, [&](logged&, guard& g, logged&) { *g.log += "body"; });
    CHECK(log == "+a+bbody-b~-a");

    log.clear();
    guard mine(&log);
    with(mine, [&](guard& g) { CHECK(&g == &mine); });
    CHECK(log.empty());
}

TEST_CASE("with: a lock that cannot be moved can be borrowed", "[contextlib][with]") {
    struct fixed {
        fixed() = default;
        fixed(fixed&&) = delete;
    };
    fixed f;
    with(f, [&](fixed& g) { CHECK(&g == &f); });
    CHECK(with(fixed(), [](fixed&) { return 1; }) == 1);
}

}  // namespace
