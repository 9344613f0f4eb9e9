// SPDX-License-Identifier: MIT
// Mirrors CPython, Lib/test/test_builtin.py, BuiltinTest.test_len.

#include <regius/builtins/len.hpp>  // first, so the header must stand on its own

#include <regius/builtins/range.hpp>
#include <regius/builtins/zip.hpp>
#include <regius/itertools/chain.hpp>
#include <regius/itertools/islice.hpp>
#include <regius/itertools/pairwise.hpp>
#include <support/catch.hpp>
#include <support/sources.hpp>

#include <string>
#include <vector>

namespace {

using namespace std::literals;
using regius::tests::list;
using regius::tests::one_shot;
using regius::tests::pushed;
using ints = std::vector<int>;
using regius::len;
using regius::range;

TEST_CASE("len: what knows its size", "[builtins][len][oracle]") {
    CHECK(len("123"sv) == 3);
    CHECK(len(ints{}) == 0);
    CHECK((range(2, 11, 3) | len()) == 3);
    CHECK(len(regius::zip(range(3), range(9))) == 3);
    CHECK(len(regius::chain(range(3), ints{1})) == 4);
    CHECK(len(regius::islice(range(10), 1, 9, 3)) == 3);
    CHECK(len(regius::pairwise(range(3))) == 2);
    CHECK(len(regius::pairwise(range(0))) == 0);
    int const array[] = {1, 2};
    CHECK(len(array) == 2);
}

static_assert(not std::invocable<decltype(len), one_shot<int>>);
static_assert(not std::invocable<decltype(len), int>);
static_assert(len(range(4)) == 4);

}  // namespace
