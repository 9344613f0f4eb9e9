// SPDX-License-Identifier: MIT

#include <regius/contextlib/suppress.hpp>

#include <regius/contextlib/with.hpp>
#include <support/catch.hpp>

#include <concepts>
#include <exception>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using regius::suppress;

void index_error() { static_cast<void>(std::vector<int>().at(0)); }

// ---------------------------------------------------------------- 1. what Python says: TestSuppress

TEST_CASE("suppress: test_no_exception", "[contextlib][suppress]") {
    int n = 0;
    CHECK_FALSE(suppress<std::invalid_argument>([&] { n = 5; }));
    CHECK(n == 5);
}

TEST_CASE("suppress: test_exact_exception", "[contextlib][suppress]") {
    CHECK(suppress<std::out_of_range>(index_error));
}

TEST_CASE("suppress: test_exception_hierarchy", "[contextlib][suppress]") {
    CHECK(suppress<std::logic_error>(index_error));
    CHECK(suppress<std::exception>(index_error));
}

TEST_CASE("suppress: test_other_exception", "[contextlib][suppress]") {
    CHECK_THROWS_AS(suppress<std::runtime_error>(index_error), std::out_of_range);
}

TEST_CASE("suppress: test_no_args", "[contextlib][suppress]") {
    CHECK_THROWS_AS(suppress<>(index_error), std::out_of_range);
    CHECK_FALSE(suppress<>([] {}));
}

TEST_CASE("suppress: test_multiple_exception_args", "[contextlib][suppress]") {
    CHECK(suppress<std::runtime_error, std::logic_error>(index_error));
    CHECK(suppress<std::runtime_error, std::logic_error>([] { throw std::runtime_error("x"); }));
    CHECK(suppress<int, char const*>([] { throw "text"; }));
}

TEST_CASE("suppress: test_cm_is_reentrant", "[contextlib][suppress]") {
    auto const& ignore = suppress<std::logic_error>;
    CHECK_FALSE(ignore([] {}));
    CHECK(ignore(index_error));
    bool after_inner = false;
    CHECK(ignore([&] {
        CHECK(ignore(index_error));
        after_inner = true;
        index_error();
    }));
    CHECK(after_inner);
    bool skipped = true;
    CHECK(regius::with(ignore, [&] {
        CHECK(regius::with(ignore, index_error));
        index_error();
        skipped = false;
    }));
    CHECK(skipped);
}

TEST_CASE("suppress: test_no_result_from_enter", "[contextlib][suppress]") {
    CHECK_FALSE(regius::with(suppress<std::invalid_argument>, [] {}));  // it gives nothing to a body
    static_assert(!std::invocable<decltype(regius::with), decltype(suppress<int>), void (*)(int)>);
}

// ---------------------------------------------------------------- 2. properties

TEST_CASE("suppress: the class of the exception counts, not that of one nested in it", "[contextlib][suppress]") {
    auto const nested = [] {
        try {
            index_error();
        } catch (...) {
            std::throw_with_nested(std::runtime_error("outer"));
        }
    };
    CHECK(suppress<std::runtime_error>(nested));
    CHECK(suppress<std::nested_exception>(nested));
    CHECK_THROWS_AS(suppress<std::out_of_range>(nested), std::runtime_error);
}

TEST_CASE("suppress: a result is dropped", "[contextlib][suppress]") {
    CHECK_FALSE(suppress<std::exception>([] { return 5; }));
}

// ---------------------------------------------------------------- 3. what the types promise

static_assert(std::invocable<decltype(suppress<int>), void (*)()>);
static_assert(!std::invocable<decltype(suppress<int>), void (*)(int)>);
static_assert(std::same_as<std::invoke_result_t<decltype(suppress<int>), int (*)()>, bool>);

// ---------------------------------------------------------------- 5. at compile time

static_assert(!suppress<int>([] {}));

}  // namespace
