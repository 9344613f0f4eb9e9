// SPDX-License-Identifier: MIT
// Every adaptor on top of every other: see support/matrix.hpp.

#include <regius/builtins/enumerate.hpp>
#include <regius/builtins/filter.hpp>
#include <regius/builtins/map.hpp>
#include <regius/builtins/range.hpp>
#include <regius/builtins/sum.hpp>
#include <regius/builtins/zip.hpp>
#include <regius/itertools/accumulate.hpp>
#include <regius/itertools/batched.hpp>
#include <regius/itertools/chain.hpp>
#include <regius/itertools/compress.hpp>
#include <regius/itertools/cycle.hpp>
#include <regius/itertools/dropwhile.hpp>
#include <regius/itertools/groupby.hpp>
#include <regius/itertools/islice.hpp>
#include <regius/itertools/pairwise.hpp>
#include <regius/itertools/product.hpp>
#include <regius/itertools/takewhile.hpp>
#include <regius/itertools/tee.hpp>
#include <regius/itertools/zip_longest.hpp>

#include <support/catch.hpp>
#include <support/matrix.hpp>

#include <tuple>
#include <utility>
#include <vector>

namespace {

using ints = std::vector<int>;

constexpr auto second = [](auto const& row) { return static_cast<int>(std::get<1>(row)); };
constexpr auto total = [](auto const& group) { return regius::sum(group.second, 0); };
constexpr auto difference = [](auto const& row) { return static_cast<int>(std::get<1>(row) - std::get<0>(row)); };

/// Each takes a range of int and gives another.
constexpr auto adaptors = std::tuple{
    [](auto&& r) { return regius::map([](int x) { return 2 * x + 1; }, std::forward<decltype(r)>(r)); },
    [](auto&& r) { return regius::filter([](int x) { return x % 3 != 0; }, std::forward<decltype(r)>(r)); },
    [](auto&& r) { return regius::enumerate(std::forward<decltype(r)>(r)) | regius::map(second); },
    [](auto&& r) { return regius::zip(regius::range(6), std::forward<decltype(r)>(r)) | regius::map(second); },
    [](auto&& r) {
        return regius::zip_longest(9, regius::range(3), std::forward<decltype(r)>(r)) | regius::map(second);
    },
    [](auto&& r) { return regius::islice(std::forward<decltype(r)>(r), 1, 9, 2); },
    [](auto&& r) { return regius::chain(regius::range(2), std::forward<decltype(r)>(r)); },
    [](auto&& r) { return regius::batched(std::forward<decltype(r)>(r), 3) | regius::chain.from_iterable(); },
    [](auto&& r) { return regius::pairwise(std::forward<decltype(r)>(r)) | regius::map(difference); },
    [](auto&& r) { return regius::accumulate(std::forward<decltype(r)>(r)); },
    [](auto&& r) { return regius::takewhile([](int x) { return x < 40; }, std::forward<decltype(r)>(r)); },
    [](auto&& r) { return regius::dropwhile([](int x) { return x < 3; }, std::forward<decltype(r)>(r)); },
    [](auto&& r) { return regius::compress(std::forward<decltype(r)>(r), ints{1, 0, 1, 1, 0, 1, 1, 1}); },
    [](auto&& r) { return regius::cycle(std::forward<decltype(r)>(r)) | regius::islice(11); },
    [](auto&& r) { return regius::tee_n<1>(std::forward<decltype(r)>(r)); },
    [](auto&& r) {
        return regius::groupby(std::forward<decltype(r)>(r), [](int x) { return x / 4; }) | regius::map(total);
    },
};

TEST_CASE("every adaptor works on top of every other", "[itertools][matrix]") {
    regius::tests::matrix::check<adaptors, 13>();  // cycle
}

}  // namespace
