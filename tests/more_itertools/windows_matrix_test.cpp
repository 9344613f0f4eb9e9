// SPDX-License-Identifier: MIT
// Every adaptor on top of every other: see support/matrix.hpp.

#include <regius/builtins/filter.hpp>
#include <regius/builtins/map.hpp>
#include <regius/itertools/chain.hpp>
#include <regius/more_itertools/before_and_after.hpp>
#include <regius/more_itertools/intersperse.hpp>
#include <regius/more_itertools/mark_ends.hpp>
#include <regius/more_itertools/padded.hpp>
#include <regius/more_itertools/peekable.hpp>
#include <regius/more_itertools/side_effect.hpp>
#include <regius/more_itertools/sliding_window.hpp>
#include <regius/more_itertools/spy.hpp>
#include <regius/more_itertools/windowed.hpp>

#include <support/catch.hpp>
#include <support/matrix.hpp>

#include <tuple>
#include <utility>

namespace {

constexpr auto half = [](int x) { return x / 2; };
constexpr auto rise = [](auto const& window) { return static_cast<int>(window[1] - window[0]); };
constexpr auto weighed = [](auto const& row) {
    auto const& [is_first, is_last, x] = row;
    return 4 * static_cast<int>(x) + 2 * is_first + is_last;
};
constexpr auto ignore = [](auto const&) {};

/// Each takes a range of int and gives another.
constexpr auto adaptors = std::tuple{
    [](auto&& r) { return regius::map(half, std::forward<decltype(r)>(r)); },
    [](auto&& r) { return regius::filter([](int x) { return x % 3 != 0; }, std::forward<decltype(r)>(r)); },
    [](auto&& r) { return regius::sliding_window(std::forward<decltype(r)>(r), 2) | regius::map(rise); },
    [](auto&& r) { return regius::windowed(std::forward<decltype(r)>(r), 3, 9, 2) | regius::chain.from_iterable(); },
    [](auto&& r) { return regius::intersperse(-1, std::forward<decltype(r)>(r), 2); },
    [](auto&& r) { return regius::padded(std::forward<decltype(r)>(r), 7, 12); },
    [](auto&& r) { return regius::mark_ends(std::forward<decltype(r)>(r)) | regius::map(weighed); },
    [](auto&& r) { return regius::peekable(std::forward<decltype(r)>(r)); },
    [](auto&& r) { return regius::spy(std::forward<decltype(r)>(r), 3).second | regius::map(half); },
    [](auto&& r) { return regius::side_effect(ignore, std::forward<decltype(r)>(r)); },
    [](auto&& r) { return regius::before_and_after([](int x) { return x < 9; }, std::forward<decltype(r)>(r)); },
};

TEST_CASE("windows and their like work on top of each other", "[more_itertools][matrix]") {
    regius::tests::matrix::check<adaptors>();
}

}  // namespace
