// SPDX-License-Identifier: MIT
// The random tests of the containers are only as good as this: what finds a difference, and makes it small.

#include <support/model.hpp>

#include <support/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace {

using regius::tests::random_steps;
using regius::tests::step;

TEST_CASE("random_steps: leaves of a failing sequence what it takes to fail", "[core][model]") {
    std::size_t runs = 0;
    auto const third_multiple = [&runs](std::vector<step> const& steps) {
        ++runs;
        return std::ranges::count_if(steps, [](step const& s) { return s.operation % 100 == 0; }) >= 3;
    };
    auto const found = random_steps(third_multiple, 50, 1000);
    CHECK(std::ranges::count(found, '{') == 3);
    CHECK(std::ranges::count(found, '0') >= 6);
    CHECK(runs < 200);
    CHECK(random_steps([](auto const&) { return false; }, 3, 10) == "");
}

TEST_CASE("ordered_model: keeps the order of insertion", "[core][model]") {
    regius::tests::ordered_model<int, char> m;
    m[3] = 'a';
    m[1] = 'b';
    m[3] = 'c';
    CHECK(m.listed() == std::vector<std::pair<int, char>>{{3, 'c'}, {1, 'b'}});
    CHECK(m.erase(3));
    CHECK_FALSE(m.erase(3));
    m[3] = 'd';
    CHECK(m.listed().back().second == 'd');
    CHECK(m.erase_last());
    CHECK(m.find(3) == nullptr);
    CHECK(*m.find(1) == 'b');
    CHECK(m.size() == 1);
}

}  // namespace
