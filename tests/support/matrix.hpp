// SPDX-License-Identifier: MIT
#ifndef REGIUS_TESTS_SUPPORT_MATRIX_HPP
#define REGIUS_TESTS_SUPPORT_MATRIX_HPP

#include <support/catch.hpp>
#include <support/sources.hpp>

#include <cstddef>
#include <tuple>
#include <utility>
#include <vector>

namespace regius::tests::matrix {

// Every adaptor of a tuple on top of every other, over a container, a one-shot source and computed elements: pulled and
// pushed alike must give what the upper one gives over a vector of what the lower one gave. Each takes a range of int and
// gives another.

using ints = std::vector<int>;

template <auto const& Adaptors, std::size_t I, class R>
auto adapt(R&& r) {
    auto view = std::get<I>(Adaptors)(std::forward<R>(r));
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

template <auto const& Adaptors, std::size_t Restarts, std::size_t Lower, std::size_t Upper>
void check_pair() {
    CAPTURE(Lower, Upper);
    ints const source{1, 2, 3, 5, 4, 7, 11, 0, 8, 2};
    auto const expected = by_pulling(adapt<Adaptors, Upper>(by_pulling(adapt<Adaptors, Lower>(source))));
    CHECK(by_pulling(adapt<Adaptors, Upper>(adapt<Adaptors, Lower>(source))) == expected);
    CHECK(by_pushing(adapt<Adaptors, Upper>(adapt<Adaptors, Lower>(source))) == expected);
    CHECK(by_pulling(adapt<Adaptors, Upper>(adapt<Adaptors, Lower>(one_shot<int>(source)))) == expected);
    CHECK(by_pushing(adapt<Adaptors, Upper>(adapt<Adaptors, Lower>(one_shot<int>(source)))) == expected);

    // Over a one-shot source one loop may take up where another stopped, pulled and pushed in turn.
    if constexpr (Lower != Restarts && Upper != Restarts) {
        auto view = adapt<Adaptors, Upper>(adapt<Adaptors, Lower>(one_shot<int>(source)));
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

/// Restarts is the number of the adaptor that begins anew where others would go on, if there is one.
template <auto const& Adaptors, std::size_t Restarts = static_cast<std::size_t>(-1)>
void check() {
    using every = std::make_index_sequence<std::tuple_size_v<std::remove_cvref_t<decltype(Adaptors)>>>;
    auto const row = []<std::size_t Lower, std::size_t... Upper>(std::integral_constant<std::size_t, Lower>,
                                                                 std::index_sequence<Upper...>) {
        (check_pair<Adaptors, Restarts, Lower, Upper>(), ...);
    };
    [&]<std::size_t... Lower>(std::index_sequence<Lower...>) {
        (row(std::integral_constant<std::size_t, Lower>(), every()), ...);
    }(every());
}

}  // namespace regius::tests::matrix

#endif  // REGIUS_TESTS_SUPPORT_MATRIX_HPP
