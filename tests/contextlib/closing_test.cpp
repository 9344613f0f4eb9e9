// SPDX-License-Identifier: MIT

#include <regius/contextlib/closing.hpp>

#include <regius/contextlib/exit_stack.hpp>
#include <regius/contextlib/with.hpp>
#include <support/catch.hpp>

#include <stdexcept>
#include <type_traits>
#include <utility>
#include <vector>

namespace {

using regius::closing;

struct door {
    std::vector<int>* state;
    int value = 7;
    void close() { state->push_back(1); }
};

// ---------------------------------------------------------------- 1. what Python says: ClosingTestCase

TEST_CASE("closing: test_closing", "[contextlib][closing]") {
    std::vector<int> state;
    door x{&state};
    CHECK(state.empty());
    regius::with(closing(x), [&](door& y) { CHECK(&x == &y); });
    CHECK(state == std::vector{1});
}

TEST_CASE("closing: test_closing_error", "[contextlib][closing]") {
    std::vector<int> state;
    door x{&state};
    CHECK_THROWS_AS(regius::with(closing(x),
                                 [&](door& y) {
                                     CHECK(&x == &y);
                                     throw std::range_error("1/0");
                                 }),
                    std::range_error);
    CHECK(state == std::vector{1});
}

// ---------------------------------------------------------------- 2. properties

TEST_CASE("closing: closes once, at the end of the scope, however it ends", "[contextlib][closing]") {
    std::vector<int> state;
    {
        closing a(door{&state});
        CHECK(a->value == 7);
        CHECK((*a).value == 7);
        closing b(std::move(a));
        CHECK(state.empty());
    }
    CHECK(state == std::vector{1});
    try {
        closing c(door{&state});
        throw 1;
    } catch (int) {
    }
    CHECK(state == std::vector{1, 1});
}

TEST_CASE("closing: an exit_stack keeps it", "[contextlib][closing]") {
    std::vector<int> state;
    {
        regius::exit_stack stack;
        door& d = stack.enter_context(closing(door{&state}));
        CHECK(d.value == 7);
        CHECK(state.empty());
    }
    CHECK(state == std::vector{1});
}

// ---------------------------------------------------------------- 3. what the types promise

static_assert(std::is_same_v<decltype(closing(std::declval<door&>())), closing<door&>>);
static_assert(std::is_same_v<decltype(closing(std::declval<door>())), closing<door>>);

// ---------------------------------------------------------------- 4. lifetime and cost

TEST_CASE("closing: what close throws leaves a normal end, and yields to the exception of the body",
          "[contextlib][closing]") {
    struct stuck {
        void close() { throw std::runtime_error("close"); }
    };
    auto const ends_well = [] { closing c(stuck{}); };
    auto const ends_badly = [] {
        closing c(stuck{});
        throw std::logic_error("body");
    };
    CHECK_THROWS_AS(ends_well(), std::runtime_error);
    CHECK_THROWS_AS(ends_badly(), std::logic_error);
    CHECK_THROWS_AS(regius::with(closing(stuck{}), [] { throw std::logic_error("body"); }), std::runtime_error);
}

}  // namespace
