// SPDX-License-Identifier: MIT
// Mirrors CPython, Lib/test/test_iter.py, test_iter_callable.

#include <regius/builtins/iter.hpp>  // first, so the header must stand on its own

#include <regius/itertools/islice.hpp>
#include <support/catch.hpp>
#include <support/sources.hpp>

#include <optional>
#include <string>
#include <vector>

namespace {

using namespace std::literals;
using regius::tests::list;
using regius::tests::one_shot;
using regius::tests::pushed;
using ints = std::vector<int>;
using regius::iter;

TEST_CASE("iter: calls until the sentinel comes, and never again", "[builtins][iter][oracle]") {
    int n = 0;
    auto calls = iter([&n] { return n++; }, 3);
    CHECK(list(calls) == ints{0, 1, 2});
    CHECK(list(calls).empty());
    CHECK(n == 4);
}

TEST_CASE("iter: a second loop goes on, and nothing is called before it is asked for", "[builtins][iter]") {
    int n = 0;
    auto calls = iter([&n] { return n++; }, 9);
    CHECK(n == 0);
    CHECK(list(calls | regius::islice(2)) == ints{0, 1});
    CHECK(n == 2);
    CHECK(pushed(calls) == ints{2, 3, 4, 5, 6, 7, 8});
    std::string text = "ab cd";
    std::size_t at = 0;
    CHECK(list(iter([&] { return text.substr(at++, 1); }, " ")) == std::vector<std::string>{"a", "b"});
}

static_assert(not std::invocable<decltype(iter), int, int>);
static_assert(not std::invocable<decltype(iter), std::string (*)(), int>);
static_assert([] {
    int n = 0;
    int total = 0;
    for (int x : iter([&n] { return ++n; }, 4)) total += x;
    return total;
}() == 6);

}  // namespace
