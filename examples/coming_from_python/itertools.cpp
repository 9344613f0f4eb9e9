// SPDX-License-Identifier: MIT
// Lines of Python, and the lines of regius that say the same. A test runs both and compares what they print.

#include "print.hpp"

#include <regius/builtins.hpp>
#include <regius/itertools.hpp>
#include <regius/more_itertools.hpp>

#include <functional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

using namespace regius;
using namespace std::literals;

int main() {
    // == itertools

    // >>> from itertools import *
    // >>> print(list(map(sum, batched(range(7), 3))))
    print(batched(range(7), 3) | map(sum));

    // >>> rows = [[1, 2], [], [3]]
    // >>> print(list(chain([0], [9])), list(chain.from_iterable(rows)))
    std::vector<std::vector<int>> rows{{1, 2}, {}, {3}};
    print(chain(std::vector{0}, std::vector{9}),
          chain.from_iterable(rows));

    // >>> w = [3, 1, 4]
    // >>> print(list(accumulate(w)), list(accumulate(w, max)))
    std::vector w{3, 1, 4};
    print(accumulate(w), accumulate(w, max));

    // >>> print([b - a for a, b in pairwise(w)])
    auto step = [](int a, int b) { return b - a; };
    print(pairwise(w) | starmap(step));

    // >>> print([(k, len(list(g))) for k, g in groupby("AAABBA")])
    auto length = [](char key, auto group) {
        return std::pair(key, ilen(group));
    };
    print(groupby("AAABBA"sv) | starmap(length));

    // >>> print(list(islice(count(10, 5), 3)))
    print(islice(count(10, 5), 3));

    // >>> print(list(islice(cycle("ab"), 1, 5)))
    print(cycle("ab"sv) | islice(1, 5));

    // >>> small = lambda x: x < 5
    // >>> v = [1, 4, 6, 3]
    // >>> print(list(takewhile(small, v)), list(dropwhile(small, v)))
    auto small = [](int x) { return x < 5; };
    std::vector v{1, 4, 6, 3};
    print(takewhile(small, v), dropwhile(small, v));

    // >>> print(list(filterfalse(small, v)))
    print(filterfalse(small, v));

    // >>> print(list(compress("ABC", [1, 0, 1])))
    print(compress("ABC"sv, std::vector{1, 0, 1}));

    // >>> print(list(product("ab", range(2))))
    print(product("ab"sv, range(2)));

    // >>> print(list(combinations("ABC", 2)))
    print(combinations_n<2>("ABC"sv));

    // >>> print(max(map(sum, permutations(v, 2))))
    print(max(permutations(v, 2) | map(sum)));

    // >>> print(list(product("01", repeat=2)))
    print(product_n<2>("01"sv));

    // >>> print(list(map(sum, product([1, 5], repeat=2))))
    print(product_repeat(std::vector{1, 5}, 2) | map(sum));

    // >>> print(list(permutations("ABC", 2))[:2])
    print(permutations_n<2>("ABC"sv) | islice(2));

    // >>> print([a * b for a, b in batched([1, 2, 3, 4], 2)])
    print(batched_n<2>(range(1, 5)) | starmap(std::multiplies{}));

    // >>> print(list(zip_longest("abc", "xy", fillvalue="-")))
    print(zip_longest('-', "abc"sv, "xy"sv));

    // >>> evens, odds = tee(range(4))
    // >>> print(list(evens), [x + 1 for x in odds])
    auto [evens, odds] = tee_n<2>(range(4));
    print(evens, odds | map([](int x) { return x + 1; }));

    // >>> print(list(repeat("x", 3)))
    print(repeat('x', 3));

    // >>> print(list(starmap(divmod, zip([7, 9], [2, 4]))))
    auto divmod = [](int a, int b) {
        return std::pair(a / b, a % b);
    };
    print(
        starmap(divmod, zip(std::vector{7, 9}, std::vector{2, 4})));

    // == more_itertools

    // >>> from more_itertools import *
    // >>> print(first("spam"), last("spam"), last("", "-"))
    print(first("spam"sv), last("spam"sv), last(""sv, '-'));

    // >>> print(nth(range(9), 4), nth(range(3), 4), nth(range(3), 4, 0))
    print(nth(range(9), 4), nth(range(3), 4), nth(range(3), 4, 0));

    // >>> try:
    // >>>     print(one("spam"))
    // >>> except ValueError as error:
    // >>>     print(error)
    try {
        print(one("spam"sv));
    } catch (value_error const& error) {
        print(error.what());
    }

    // >>> print(take(2, count(1)), list(tail(2, range(9))))
    print(take(2, count(1)), tail(2, range(9)));

    // >>> print(ilen(x for x in range(9) if x % 3), all_equal("aaa"))
    auto no_third = [](int x) { return x % 3; };
    print(ilen(filter(no_third, range(9))), all_equal("aaa"sv));

    // >>> print(only([]), only([7]), all_unique("abca"))
    print(only(std::vector<int>{}), only(std::vector{7}),
          all_unique("abca"sv));

    // >>> print(list(locate([0, 1, 1])))
    print(locate(std::vector{0, 1, 1}));

    // >>> print(list(flatten([[0, 1], [2]])))
    print(flatten(std::vector<std::vector<int>>{{0, 1}, {2}}));

    // >>> print(list(interleave("ABC", "12")))
    print(interleave("ABC"sv, "12"sv));

    // >>> print(list(map(sum, windowed(range(5), 3))))
    print(windowed(range(5), 3) | map(sum));

    // >>> even, odd = partition(lambda x: x % 2, range(5))
    // >>> print(list(even), list(odd))
    auto [even, odd] =
        partition([](int x) { return x % 2; }, range(5));
    print(even, odd);

    // >>> print(list(split_at([1, 0, 2, 3], lambda x: x == 0)))
    auto is_zero = [](int x) { return x == 0; };
    print(split_at(std::vector{1, 0, 2, 3}, is_zero));

    // >>> print(dict(map_reduce(["a", "bb", "cc"], len)))
    print(map_reduce(std::vector{"a"s, "bb"s, "cc"s}, len));

    // >>> print(list(run_length.encode("aab")))
    print(run_length_encode("aab"sv));

    // >>> print(list(map(sum, powerset([1, 2]))))
    print(powerset(std::vector{1, 2}) | map(sum));

    // >>> print(list(unique_justseen("AABBA")))
    print(unique_justseen("AABBA"sv));

    // >>> print(list(unique_everseen("AABBCCDAABB")))
    print(unique_everseen("AABBCCDAABB"sv));
}

// Output:
// [3, 12, 6]
// [0, 9] [1, 2, 3]
// [3, 4, 8] [3, 3, 4]
// [-2, 3]
// [('A', 3), ('B', 2), ('A', 1)]
// [10, 15, 20]
// ['b', 'a', 'b', 'a']
// [1, 4] [6, 3]
// [6]
// ['A', 'C']
// [('a', 0), ('a', 1), ('b', 0), ('b', 1)]
// [('A', 'B'), ('A', 'C'), ('B', 'C')]
// 10
// [('0', '0'), ('0', '1'), ('1', '0'), ('1', '1')]
// [2, 6, 6, 10]
// [('A', 'B'), ('A', 'C')]
// [2, 12]
// [('a', 'x'), ('b', 'y'), ('c', '-')]
// [0, 1, 2, 3] [1, 2, 3, 4]
// ['x', 'x', 'x']
// [(3, 1), (2, 1)]
// s m -
// 4 None 0
// Expected exactly one item in iterable, but got 's', 'p', and perhaps more.
// [1, 2] [7, 8]
// 6 True
// None 7 False
// [1, 2]
// [0, 1, 2]
// ['A', '1', 'B', '2']
// [3, 6, 9]
// [0, 2, 4] [1, 3]
// [[1], [2, 3]]
// {1: ['a'], 2: ['bb', 'cc']}
// [('a', 2), ('b', 1)]
// [0, 1, 2, 3]
// ['A', 'B', 'A']
// ['A', 'B', 'C', 'D']
