// SPDX-License-Identifier: MIT
// What more_itertools answers (tests/oracle/more_itertools_windows.py), over every kind of range.

#include <regius/builtins/filter.hpp>
#include <regius/builtins/map.hpp>
#include <regius/builtins/range.hpp>
#include <regius/builtins/to.hpp>
#include <regius/more_itertools/intersperse.hpp>
#include <regius/more_itertools/mark_ends.hpp>
#include <regius/more_itertools/ncycles.hpp>
#include <regius/more_itertools/padded.hpp>
#include <regius/more_itertools/sliding_window.hpp>
#include <regius/more_itertools/windowed.hpp>
#include <support/catch.hpp>
#include <support/sources.hpp>

#include <algorithm>
#include <cstddef>
#include <forward_list>
#include <list>
#include <ranges>
#include <string>
#include <tuple>
#include <vector>

namespace {

using regius::range;
using regius::tests::list;
using regius::tests::one_shot;
using regius::tests::pushed;
using ints = std::vector<int>;
using rows = std::vector<ints>;

struct sliding_window_answer {
    int size, n;
    rows windows;
};
struct windowed_answer {
    int size, n, step;
    rows windows;
    int steps;
    std::size_t pulled;
};
struct padded_answer {
    int size, n;
    bool next_multiple;
    ints elements;
};
struct intersperse_answer {
    int size, n;
    ints elements;
};
struct ncycles_answer {
    int size, n;
    ints elements;
};
struct mark_ends_answer {
    int size;
    rows elements;
};

#include <oracle/more_itertools_windows.inc>

constexpr auto same = [](int x) { return x; };
constexpr auto every = [](int) { return true; };

/// A tool over all kinds of ranges of the same elements: check(tool(range)) for each.
template <class Tool, class Check>
void over_all_ranges(int size, Tool tool, Check check) {
    auto numbers = regius::to<std::vector>(range(size));
    check(tool(numbers));
    check(tool(std::as_const(numbers)));
    check(tool(range(size)));
    check(tool(std::list(numbers.begin(), numbers.end())));
    check(tool(std::forward_list(numbers.begin(), numbers.end())));
    check(tool(one_shot(numbers)));
    check(tool(numbers | regius::filter(every)));
    check(tool(range(size) | regius::filter(every)));
    check(tool(numbers | regius::map(same)));
    check(tool(std::list(numbers.begin(), numbers.end()) | regius::map(same)));
    check(tool(one_shot(numbers) | regius::map(same)));
    check(tool(numbers | std::views::take_while(every)));
}

template <class T>
T as(auto&& x) {
    if constexpr (std::ranges::range<T>)
        return regius::to<T>(x);
    else
        return static_cast<T>(x);
}

/// By iterators, to and fro where the range can be walked so, and pushed; sized ranges know their size.
template <class R, class Answer>
void check_elements(R view, Answer const& answer) {
    using element = typename Answer::value_type;
    Answer all;
    auto const collect = [&all](auto&& x) {
        all.push_back(as<element>(x));
        return true;
    };
    if constexpr (std::ranges::sized_range<R>) CHECK(view.size() == answer.size());
    if constexpr (std::ranges::bidirectional_range<R>) {
        for (auto it = std::ranges::next(view.begin(), view.end()); it != view.begin();) collect(*--it);
        CHECK(all == Answer(answer.rbegin(), answer.rend()));
        all.clear();
    }
    if constexpr (std::ranges::random_access_range<R> && std::ranges::sized_range<R>) {
        for (std::size_t i = 0; i != answer.size(); ++i) {
            auto const n = static_cast<std::ranges::range_difference_t<R>>(i);
            CHECK(as<element>((view.begin() + n)[0]) == answer[i]);
            CHECK(as<element>(*(view.end() - (std::ranges::ssize(view) - n))) == answer[i]);
            CHECK(view.begin() + n - view.begin() == n);
            CHECK(view.end() - (view.begin() + n) == std::ranges::ssize(view) - n);
        }
    }
    if constexpr (std::ranges::forward_range<R const>) {
        for (auto&& x : std::as_const(view)) collect(x);
        CHECK(all == answer);
        all.clear();
    }
    if constexpr (regius::core::restartable<R>) {
        CHECK(view.for_each_while(collect));
        CHECK(all == answer);
        all.clear();
        for (std::size_t stop = 0; stop != answer.size(); ++stop) {
            std::size_t seen = 0;
            CHECK_FALSE(view.for_each_while([&](auto&&) { return seen++ != stop; }));
            CHECK(seen == stop + 1);
        }
    }
    for (auto&& x : view) collect(x);
    CHECK(all == answer);
}

/// A one-shot source, left after each number of elements by a loop or by a push and then gone on with.
template <class Tool, class Answer>
void check_going_on(int size, Tool tool, Answer const& answer) {
    using element = typename Answer::value_type;
    for (std::size_t stop = 0; stop <= answer.size(); ++stop)
        for (bool push : {false, true}) {
            CAPTURE(size, stop, push);
            one_shot source(regius::to<std::vector>(range(size)));
            auto view = tool(source);
            Answer all;
            if (push) {
                view.for_each_while([&](auto&& x) {
                    all.push_back(as<element>(x));
                    return all.size() <= stop;
                });
            } else {
                for (auto&& x : view) {
                    all.push_back(as<element>(x));
                    if (all.size() > stop) break;
                }
            }
            view.for_each_while([&](auto&& x) {
                all.push_back(as<element>(x));
                return false;
            });
            for (auto&& x : view) all.push_back(as<element>(x));
            CHECK(all == answer);
            CHECK(list(view).empty());
            CHECK(view.for_each_while([](auto&&) { return false; }));
        }
}

TEST_CASE("sliding_window: what more_itertools answers", "[more_itertools][sliding_window][oracle]") {
    for (auto const& row : sliding_window_answers) {
        CAPTURE(row.size, row.n);
        auto const tool = [&row](auto&& r) { return std::forward<decltype(r)>(r) | regius::sliding_window(row.n); };
        over_all_ranges(row.size, tool, [&row](auto view) { check_elements(std::move(view), row.windows); });
        if (row.size < 10) check_going_on(row.size, tool, row.windows);
    }
}

TEST_CASE("windowed: what more_itertools answers", "[more_itertools][windowed][oracle]") {
    for (auto const& row : windowed_answers) {
        CAPTURE(row.size, row.n, row.step);
        auto const tool = [&row](auto&& r) {
            return std::forward<decltype(r)>(r) | regius::windowed(row.n, -1, row.step);
        };
        over_all_ranges(row.size, tool, [&row](auto view) { check_elements(std::move(view), row.windows); });
        check_going_on(row.size, tool, row.windows);

        one_shot source(regius::to<std::vector>(range(row.size)));
        int steps = 0;
        for (auto window : tool(source)) {
            CHECK(std::ranges::ssize(window) == row.n);
            if (++steps == row.steps) break;
        }
        CHECK(static_cast<std::size_t>(row.size) - source.left().size() == row.pulled);
    }
}

TEST_CASE("padded: what more_itertools answers", "[more_itertools][padded][oracle]") {
    for (auto const& row : padded_answers) {
        CAPTURE(row.size, row.n, row.next_multiple);
        auto const tool = [&row](auto&& r) {
            return std::forward<decltype(r)>(r) | regius::padded(-1, row.n, row.next_multiple);
        };
        over_all_ranges(row.size, tool, [&row](auto view) { check_elements(std::move(view), row.elements); });
        check_going_on(row.size, tool, row.elements);
    }
}

TEST_CASE("intersperse: what more_itertools answers", "[more_itertools][intersperse][oracle]") {
    for (auto const& row : intersperse_answers) {
        CAPTURE(row.size, row.n);
        auto const tool = [&row](auto&& r) { return std::forward<decltype(r)>(r) | regius::intersperse(-1, row.n); };
        over_all_ranges(row.size, tool, [&row](auto view) { check_elements(std::move(view), row.elements); });
        check_going_on(row.size, tool, row.elements);
    }
}

TEST_CASE("ncycles: what more_itertools answers", "[more_itertools][ncycles][oracle]") {
    for (auto const& row : ncycles_answers) {
        CAPTURE(row.size, row.n);
        auto const tool = [&row](auto&& r) { return std::forward<decltype(r)>(r) | regius::ncycles(row.n); };
        over_all_ranges(row.size, tool, [&row](auto view) { check_elements(std::move(view), row.elements); });
    }
}

using marked = std::vector<std::tuple<bool, bool, int>>;

TEST_CASE("mark_ends: what more_itertools answers", "[more_itertools][mark_ends][oracle]") {
    for (auto const& row : mark_ends_answers) {
        CAPTURE(row.size);
        marked answer;
        for (auto const& x : row.elements) answer.emplace_back(x[0] != 0, x[1] != 0, x[2]);
        auto const tool = [](auto&& r) { return std::forward<decltype(r)>(r) | regius::mark_ends(); };
        over_all_ranges(row.size, tool, [&answer](auto view) { check_elements(std::move(view), answer); });
        check_going_on(row.size, tool, answer);
    }
}

}  // namespace
