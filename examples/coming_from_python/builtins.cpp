// SPDX-License-Identifier: MIT
// Lines of Python, and the lines of regius that say the same. A test runs both and compares what they print.

#include "print.hpp"

#include <regius/builtins.hpp>

#include <string>
#include <string_view>
#include <vector>

using namespace regius;
using namespace std::literals;

int main() {
    // == Ranges and totals

    // >>> print(list(range(2, 11, 3)))
    print(range(2, 11, 3));

    // >>> print(sum(x * x for x in range(10) if x % 2))
    auto odd = [](int x) { return x % 2; };
    auto square = [](int x) { return x * x; };
    print(range(10) | filter(odd) | map(square) | sum());

    // >>> print(list(enumerate(["Ann", "Bob"], 1)))
    print(enumerate(std::vector{"Ann", "Bob"}, 1));

    // >>> print(list(zip("abc", range(9))))
    print(zip("abc"sv, range(9)));

    // >>> try:
    // >>>     print(list(zip("ab", range(9), strict=True)))
    // >>> except ValueError as error:
    // >>>     print(error)
    try {
        print(zip_strict("ab"sv, range(9)));
    } catch (value_error const& error) {
        print(error.what());
    }

    // >>> v = [10, 20, 30, 40]
    // >>> print(v[1:-1], v[::-1])
    std::vector v{10, 20, 30, 40};
    print(slice(v, 1, -1), slice(v, none, none, -1));

    // >>> print(list(map(max, [2, 9], [5, 1])))
    print(map(max, std::vector{2, 9}, std::vector{5, 1}));

    // >>> from math import prod
    // >>> print(prod(range(1, 6)))
    print(prod(range(1, 6)));

    // == Choosing and sorting

    // >>> words = ["pear", "fig", "apple", "kiwi"]
    // >>> print(sorted(words, key=len))
    std::vector words{"pear"s, "fig"s, "apple"s, "kiwi"s};
    print(sorted(words, {}, &std::string::size));

    // >>> print(sorted(words, reverse=True))
    print(sorted(words, std::ranges::greater{}));

    // >>> print(min(words), max(words, key=len), max(3, 7))
    print(min(words), max(words, {}, len), max(3, 7));

    // >>> print(any(n > 3 for n in range(5)), all(range(1, 4)))
    auto large = [](int n) { return n > 3; };
    print(any(range(5), large), all(range(1, 4)));

    // >>> print({w[0]: len(w) for w in words})
    auto entry = [](auto& w) { return std::pair(w[0], len(w)); };
    print(words | map(entry) | to<dict>());

    // == dict

    // >>> ages = {"Tom": 31, "Ann": 29}
    // >>> ages["Ann"] += 1
    // >>> print(ages, ages.get("Bob"), "Tom" in ages)
    dict<std::string, int> ages{{"Tom", 31}, {"Ann", 29}};
    ages["Ann"] += 1;
    print(ages, ages.get("Bob"), ages.contains("Tom"));

    // >>> ages |= {"Bob": 40}
    // >>> print(sorted(ages.items()), sum(ages.values()))
    ages |= {{"Bob", 40}};
    print(sorted(ages.items()), sum(ages.values()));

    // >>> try:
    // >>>     ages["Eve"]
    // >>> except KeyError as error:
    // >>>     print(error)
    try {
        (void)ages.at("Eve");
    } catch (key_error const& error) {
        print(error.what());
    }

    // == Generators

    // >>> def countdown(n):
    // >>>     while n > 0:
    // >>>         yield n
    // >>>         n -= 1
    // >>> print(list(countdown(3)))
    auto countdown = [](int n) -> generator<int> {
        for (; n > 0; --n) co_yield n;
    };
    print(countdown(3));

    // >>> def twice(n):
    // >>>     yield from countdown(n)
    // >>>     yield from range(n)
    // >>> print(list(twice(2)))
    auto twice = [&](int n) -> generator<int> {
        co_yield yield_from(countdown(n));
        co_yield yield_from(range(n));
    };
    print(twice(2));

    // >>> g = countdown(3)
    // >>> top = next(g)
    // >>> print(top, list(g), next(g, None))
    auto g = countdown(3);
    auto top = next(g);
    auto rest = to<std::vector>(g);
    print(top, rest, next(g, none));
}

// Output:
// [2, 5, 8]
// 165
// [(1, 'Ann'), (2, 'Bob')]
// [('a', 0), ('b', 1), ('c', 2)]
// zip() argument 2 is longer than argument 1
// [20, 30] [40, 30, 20, 10]
// [5, 9]
// 120
// ['fig', 'pear', 'kiwi', 'apple']
// ['pear', 'kiwi', 'fig', 'apple']
// apple apple 7
// True True
// {'p': 4, 'f': 3, 'a': 5, 'k': 4}
// {'Tom': 31, 'Ann': 30} None True
// [('Ann', 30), ('Bob', 40), ('Tom', 31)] 101
// 'Eve'
// [3, 2, 1]
// [2, 1, 0, 1]
// 3 [2, 1] None
