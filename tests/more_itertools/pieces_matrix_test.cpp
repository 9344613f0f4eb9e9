// SPDX-License-Identifier: MIT
// What takes ranges apart on top of what puts them together, and the other way round: see support/matrix.hpp.

#include <regius/builtins/map.hpp>
#include <regius/builtins/range.hpp>
#include <regius/more_itertools/distribute.hpp>
#include <regius/more_itertools/flatten.hpp>
#include <regius/more_itertools/interleave.hpp>
#include <regius/more_itertools/partition.hpp>
#include <regius/more_itertools/run_length_decode.hpp>
#include <regius/more_itertools/run_length_encode.hpp>
#include <regius/more_itertools/split_after.hpp>
#include <regius/more_itertools/split_at.hpp>
#include <regius/more_itertools/split_when.hpp>

#include <support/catch.hpp>
#include <support/matrix.hpp>

#include <tuple>
#include <utility>

namespace {

constexpr auto half = [](int x) { return x / 2; };
constexpr auto odd = [](int x) { return x % 2 != 0; };
constexpr auto falls = [](int x, int y) { return y < x; };

/// Each takes a range of int and gives another.
constexpr auto adaptors = std::tuple{
    [](auto&& r) { return regius::map(half, std::forward<decltype(r)>(r)); },
    [](auto&& r) { return regius::interleave(std::forward<decltype(r)>(r), regius::range(20, 26)); },
    [](auto&& r) { return regius::interleave_longest(regius::range(20, 23), std::forward<decltype(r)>(r)); },
    [](auto&& r) { return regius::split_at(std::forward<decltype(r)>(r), odd, 2, true) | regius::flatten(); },
    [](auto&& r) { return regius::split_at(std::forward<decltype(r)>(r), odd) | regius::flatten(); },
    [](auto&& r) { return regius::split_when(std::forward<decltype(r)>(r), falls) | regius::flatten(); },
    [](auto&& r) {
        return regius::split_after(std::forward<decltype(r)>(r), odd) |
               regius::map([](auto const& piece) { return static_cast<int>(piece.size()); });
    },
    [](auto&& r) { return regius::run_length_encode(std::forward<decltype(r)>(r)) | regius::run_length_decode(); },
    [](auto&& r) { return regius::partition(odd, std::forward<decltype(r)>(r)).second; },
    [](auto&& r) { return std::move(regius::distribute(2, std::forward<decltype(r)>(r))[1]); },
};

TEST_CASE("what takes ranges apart and puts them together works on top of each other", "[more_itertools][matrix]") {
    regius::tests::matrix::check<adaptors>();
}

}  // namespace
