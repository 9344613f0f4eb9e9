// SPDX-License-Identifier: MIT

#include <regius/contextlib/scoped_value.hpp>

#include <regius/contextlib/environment.hpp>
#include <support/catch.hpp>

#include <cstdlib>
#include <optional>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>

namespace {

using regius::environment;
using regius::scoped_value;

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("scoped_value: set now, restored at the end", "[contextlib][scoped_value]") {
    std::string name = "before";
    {
        scoped_value outer(name, "outer");
        CHECK(name == "outer");
        {
            scoped_value inner(name, std::string("inner"));
            CHECK(name == "inner");
            name = "changed meanwhile";
        }
        CHECK(name == "outer");
    }
    CHECK(name == "before");
    try {
        scoped_value guard(name, "inside");
        throw 1;
    } catch (int) {
    }
    CHECK(name == "before");
}

std::optional<std::string> variable(char const* name) {
    char const* const value = std::getenv(name);
    return value ? std::optional<std::string>(value) : std::nullopt;
}

TEST_CASE("environment: set now, restored at the end", "[contextlib][environment]") {
    char const* const name = "REGIUS_TEST_ENVIRONMENT";
    REQUIRE(variable(name) == std::nullopt);
    {
        environment outer(name, "outer");
        CHECK(variable(name) == "outer");
        {
            environment inner(name, std::nullopt);
            CHECK(variable(name) == std::nullopt);
            environment moved(std::move(inner));
            environment empty(name, "");
            CHECK(variable(name) == "");
        }
        CHECK(variable(name) == "outer");
    }
    CHECK(variable(name) == std::nullopt);
}

TEST_CASE("environment: a name that cannot be one is an error that shows it", "[contextlib][environment]") {
    CHECK_THROWS_WITH(environment("a=b", "c"), "illegal environment variable name: 'a=b'");
    CHECK_THROWS_AS(environment("", "c"), regius::value_error);
    CHECK_THROWS_WITH(environment("a", std::string("b\0c", 3)), "embedded null byte");
}

// ---------------------------------------------------------------- 3. what the types promise

static_assert(std::is_nothrow_destructible_v<scoped_value<std::string>>);
static_assert(!std::is_copy_constructible_v<scoped_value<int>>);
static_assert(!std::is_constructible_v<scoped_value<int>, int&, std::string>);

// ---------------------------------------------------------------- 4. lifetime and cost

struct refuses {
    int n = 1;
    refuses() = default;
    refuses(int) { throw std::runtime_error("no"); }
};

TEST_CASE("scoped_value: when the value cannot be made, the variable is as it was", "[contextlib][scoped_value]") {
    refuses r;
    CHECK_THROWS_AS(scoped_value(r, 5), std::runtime_error);
    CHECK(r.n == 1);
}

TEST_CASE("scoped_value: the value may be the variable's own", "[contextlib][scoped_value]") {
    std::string name = "a name too long to be kept in place";
    scoped_value guard(name, name);
    CHECK(name == "a name too long to be kept in place");
}

// ---------------------------------------------------------------- 5. at compile time

static_assert([] {
    int n = 1;
    int seen = 0;
    {
        scoped_value guard(n, 2);
        scoped_value moved(std::move(guard));
        seen = n;
    }
    return seen == 2 && n == 1;
}());

}  // namespace
