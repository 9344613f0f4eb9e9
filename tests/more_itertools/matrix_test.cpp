// SPDX-License-Identifier: MIT
// Every adaptor on top of every other: see support/matrix.hpp.

#include <regius/builtins/filter.hpp>
#include <regius/builtins/map.hpp>
#include <regius/itertools/chain.hpp>
#include <regius/itertools/pairwise.hpp>
#include <regius/more_itertools/consecutive_groups.hpp>
#include <regius/more_itertools/duplicates_everseen.hpp>
#include <regius/more_itertools/filter_map.hpp>
#include <regius/more_itertools/locate.hpp>
#include <regius/more_itertools/unique_everseen.hpp>
#include <regius/more_itertools/unique_justseen.hpp>

#include <support/catch.hpp>
#include <support/matrix.hpp>

#include <optional>
#include <tuple>
#include <utility>

namespace {

constexpr auto half = [](int x) { return x / 2; };
constexpr auto number = [](auto x) { return static_cast<int>(x); };
constexpr auto rising = [](auto const& window) { return window.size() == 2 && window[0] < window[1]; };

/// Each takes a range of int and gives another.
constexpr auto adaptors = std::tuple{
    [](auto&& r) { return regius::map(half, std::forward<decltype(r)>(r)); },
    [](auto&& r) { return regius::filter([](int x) { return x % 3 != 0; }, std::forward<decltype(r)>(r)); },
    [](auto&& r) { return regius::unique_everseen(std::forward<decltype(r)>(r), half); },
    [](auto&& r) { return regius::duplicates_everseen(std::forward<decltype(r)>(r), half); },
    [](auto&& r) { return regius::unique_justseen(std::forward<decltype(r)>(r)); },
    [](auto&& r) { return regius::unique_justseen(std::forward<decltype(r)>(r), half); },
    [](auto&& r) { return regius::locate(std::forward<decltype(r)>(r)) | regius::map(number); },
    [](auto&& r) { return regius::locate(std::forward<decltype(r)>(r), rising, 2) | regius::map(number); },
    [](auto&& r) {
        return regius::filter_map([](int x) { return x % 2 != 0 ? std::optional(x) : std::nullopt; },
                                  std::forward<decltype(r)>(r));
    },
    [](auto&& r) { return regius::consecutive_groups(std::forward<decltype(r)>(r)) | regius::chain.from_iterable(); },
};

TEST_CASE("every adaptor of more_itertools works on top of every other", "[more_itertools][matrix]") {
    regius::tests::matrix::check<adaptors>();
}

}  // namespace
