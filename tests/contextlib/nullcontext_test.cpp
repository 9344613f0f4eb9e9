// SPDX-License-Identifier: MIT

#include <regius/contextlib/nullcontext.hpp>

#include <regius/contextlib/with.hpp>
#include <support/catch.hpp>

#include <memory>
#include <stdexcept>
#include <type_traits>

namespace {

using regius::nullcontext;
using regius::with;

// ---------------------------------------------------------------- 1. what Python says: NullcontextTestCase

TEST_CASE("nullcontext: test_nullcontext", "[contextlib][nullcontext]") {
    struct C {
    } c;
    CHECK(with(nullcontext(c), [&](C& c_in) { return &c_in == &c; }));
}

// ---------------------------------------------------------------- 2. properties

TEST_CASE("nullcontext: without a value it gives none; it suppresses nothing", "[contextlib][nullcontext]") {
    CHECK(with(nullcontext(), [] { return 3; }) == 3);
    CHECK_THROWS_AS(with(nullcontext(), [] { throw std::runtime_error("x"); }), std::runtime_error);
}

// ---------------------------------------------------------------- 3. what the types promise

static_assert(std::is_same_v<decltype(nullcontext()), nullcontext<>>);
static_assert(std::is_same_v<decltype(nullcontext(1)), nullcontext<int>>);

// ---------------------------------------------------------------- 4. lifetime and cost

TEST_CASE("nullcontext: owns a temporary", "[contextlib][nullcontext]") {
    nullcontext n(std::make_unique<int>(4));
    CHECK(**n == 4);
    CHECK(*n->get() == 4);
}

}  // namespace
