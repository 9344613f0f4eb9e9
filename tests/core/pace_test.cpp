// SPDX-License-Identifier: MIT
// Ranges walked together, one of them a one-shot source: what is left of them is the same after a break and a move.

#include <regius/core/pace.hpp>  // first, so the header must stand on its own

#include <regius/builtins/map.hpp>
#include <regius/builtins/zip.hpp>
#include <regius/itertools/chain.hpp>
#include <regius/itertools/zip_longest.hpp>
#include <regius/more_itertools/interleave.hpp>
#include <regius/more_itertools/spy.hpp>
#include <support/catch.hpp>
#include <support/sources.hpp>

#include <cstddef>
#include <tuple>
#include <utility>
#include <vector>

namespace {

using regius::tests::list;
using ints = std::vector<int>;
using source = regius::tests::one_shot<int>;

int joined(auto const& row) { return std::get<0>(row) * 10 + std::get<1>(row); }

/// The first n elements, then, of the view moved to another place, the others.
template <class V>
std::pair<ints, ints> parted(V view, std::size_t n) {
    ints before;
    for (auto&& x : view) {
        before.push_back(x);
        if (before.size() == n) break;
    }
    V moved(std::move(view));
    return {before, list(moved)};
}

const ints letters{5, 6, 7, 8};

/// 1, 2, ..., n, once.
source up_to(int n) {
    ints numbers;
    for (int i = 1; i <= n; ++i) numbers.push_back(i);
    return source(std::move(numbers));
}

TEST_CASE("pace: views over a one-shot source and a container go on when they are moved", "[core][pace]") {
    auto const row = regius::map([](auto const& r) { return joined(r); });
    CHECK(parted(regius::zip(letters, up_to(4)) | row, 2) == std::pair(ints{51, 62}, ints{73, 84}));
    CHECK(parted(regius::map([](int a, int b) { return a * 10 + b; }, up_to(4), letters), 1) ==
          std::pair(ints{15}, ints{26, 37, 48}));
    CHECK(parted(regius::zip_longest(0, letters, up_to(2)) | row, 3) == std::pair(ints{51, 62, 70}, ints{80}));
    auto const both = [] { return regius::chain(letters, up_to(3), letters); };
    CHECK(parted(both(), 2) == std::pair(ints{5, 6}, ints{7, 8, 1, 2, 3, 5, 6, 7, 8}));
    CHECK(parted(both(), 6) == std::pair(ints{5, 6, 7, 8, 1, 2}, ints{3, 5, 6, 7, 8}));
    CHECK(parted(both(), 11) == std::pair(list(both()), ints{}));
    CHECK(parted(regius::interleave(letters, up_to(3)), 2) == std::pair(ints{5, 1}, ints{6, 2, 7, 3}));
    CHECK(parted(regius::interleave_longest(letters, up_to(1)), 3) == std::pair(ints{5, 1, 6}, ints{7, 8}));
}

TEST_CASE("pace: moved in the middle of a turn, interleave goes on with the next turn", "[core][pace]") {
    CHECK(parted(regius::interleave(letters, up_to(3)), 3) == std::pair(ints{5, 1, 6}, ints{7, 3}));
    auto view = regius::interleave(letters, up_to(3));
    auto other = regius::interleave(letters, up_to(0));
    CHECK(*view.begin() == 5);
    other = std::move(view);
    CHECK(list(other) == ints{6, 2, 7, 3});
}

TEST_CASE("spy: of a container and a one-shot source after it, the whole", "[more_itertools][spy]") {
    auto [head, whole] = regius::spy(regius::chain(letters, up_to(3)), 2);
    CHECK(head == ints{5, 6});
    CHECK(list(whole) == ints{5, 6, 7, 8, 1, 2, 3});
}

}  // namespace
