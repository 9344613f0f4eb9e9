// SPDX-License-Identifier: MIT
// Every adaptor on top of every other, over a container, a one-shot source and computed elements: pulled and pushed
// alike must give what the upper one gives over a vector of what the lower one gave.

#include <regius/builtins/enumerate.hpp>
#include <regius/builtins/filter.hpp>
#include <regius/builtins/map.hpp>
#include <regius/builtins/range.hpp>
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
#include <support/sources.hpp>

#include <tuple>
#include <utility>
#include <vector>

namespace {

using regius::tests::list;
using regius::tests::one_shot;
using ints = std::vector<int>;

constexpr auto second = [](auto const& row) { return static_cast<int>(std::get<1>(row)); };
constexpr auto difference = [](auto const& row) { return static_cast<int>(std::get<1>(row) - std::get<0>(row)); };

/// Each takes a range of int and gives another.
auto const adaptors = std::tuple{
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
};

template <std::size_t I, class R>
auto adapt(R&& r) {
    auto view = std::get<I>(adaptors)(std::forward<R>(r));
    if constexpr (requires { std::tuple_size<decltype(view)>::value; })
        return std::get<0>(std::move(view));
    else
        return view;
}

template <class R>
ints by_pulling(R&& r) {
    ints out;
    for (auto&& x : r) out.push_back(static_cast<int>(x));
    return out;
}
template <class R>
ints by_pushing(R&& r) {
    ints out;
    r.for_each_while([&out](auto&& x) {
        out.push_back(static_cast<int>(x));
        return true;
    });
    return out;
}

template <std::size_t Lower, std::size_t Upper>
void check_pair() {
    CAPTURE(Lower, Upper);
    ints const source{1, 2, 3, 5, 4, 7, 11, 0, 8, 2};
    auto const expected = by_pulling(adapt<Upper>(by_pulling(adapt<Lower>(source))));
    CHECK(by_pulling(adapt<Upper>(adapt<Lower>(source))) == expected);
    CHECK(by_pushing(adapt<Upper>(adapt<Lower>(source))) == expected);
    CHECK(by_pulling(adapt<Upper>(adapt<Lower>(one_shot<int>(source)))) == expected);
    CHECK(by_pushing(adapt<Upper>(adapt<Lower>(one_shot<int>(source)))) == expected);

    // Over a one-shot source one loop may take up where another stopped, pulled and pushed in turn.
    if constexpr (Lower != 13 && Upper != 13) {
        auto view = adapt<Upper>(adapt<Lower>(one_shot<int>(source)));
        ints out;
        for (std::size_t n = 0; n <= expected.size(); ++n) {
            if (n % 2 == 0) {
                for (auto&& x : view) {
                    out.push_back(static_cast<int>(x));
                    break;
                }
            } else {
                view.for_each_while([&out](auto&& x) { return out.push_back(static_cast<int>(x)), false; });
            }
        }
        CHECK(out == expected);
    }
}

constexpr auto count_of_adaptors = std::tuple_size_v<decltype(adaptors)>;

template <std::size_t Lower>
void check_row() {
    [&]<std::size_t... Upper>(std::index_sequence<Upper...>) {
        (check_pair<Lower, Upper>(), ...);
    }(std::make_index_sequence<count_of_adaptors>());
}

TEST_CASE("every adaptor works on top of every other", "[itertools][matrix]") {
    [&]<std::size_t... Lower>(std::index_sequence<Lower...>) {
        (check_row<Lower>(), ...);
    }(std::make_index_sequence<count_of_adaptors>());
}

}  // namespace
