// SPDX-License-Identifier: MIT
// Lines of Python, and the lines of regius that say the same. A test runs both and compares what they print.

#include "print.hpp"

#include <regius/builtins.hpp>
#include <regius/collections/counter.hpp>
#include <regius/io.hpp>
#include <regius/more_itertools/first.hpp>
#include <regius/more_itertools/ilen.hpp>
#include <regius/text.hpp>

#include <string>
#include <string_view>
#include <tuple>
#include <vector>

using namespace regius;
using namespace std::literals;

int main() {
    // == str

    // >>> print(" a  b\tc ".split(), "a,b,,c".split(","))
    print(split(" a  b\tc "), split("a,b,,c", ','));

    // >>> print("a b c".split(None, 1), "a.b.c".rsplit(".", 1))
    print(split("a b c", none, 1), rsplit("a.b.c", '.', 1));

    // >>> print("one\r\ntwo\n".splitlines())
    print(splitlines("one\r\ntwo\n"));

    // >>> print(", ".join(["Ann", "Bob"]), "-".join("abc"))
    print(join(", ", std::vector{"Ann", "Bob"}),
          "abc"sv | join("-"));

    // >>> print("  x ".strip(), "xxaxx".rstrip("x"))
    print(strip("  x "), rstrip("xxaxx", "x"));

    // >>> print("a=b=c".partition("="), "a=b=c".rpartition("="))
    print(partition("a=b=c", "="), rpartition("a=b=c", "="));

    // >>> print("--on".removeprefix("--"), "a.py".removesuffix(".py"))
    print(removeprefix("--on", "--"), removesuffix("a.py", ".py"));

    // >>> print("banana".replace("an", "AN"), "banana".replace("a", "", 1))
    print(replace("banana", "an", "AN"),
          replace("banana", "a", "", 1));

    // >>> print("spam.py".endswith(".py"), "spam".startswith("x"))
    print(endswith("spam.py", ".py"), startswith("spam", "x"));

    // >>> print(repr("it's"), [1.0, 1e16], (True, None, "\t"))
    std::vector numbers{1.0, 1e16};
    print(repr("it's"), numbers, std::tuple(true, none, '\t'));

    // == Files

    // >>> print(sum(1 for line in open("data/secure.log")))
    print(ilen(lines("data/secure.log")));

    // >>> from collections import Counter
    // >>> log = open("data/secure.log")
    // >>> failed = lambda line: "Failed password" in line
    // >>> user = lambda line: line.partition(" for ")[2].split()[0]
    // >>> users = Counter(map(user, filter(failed, log)))
    // >>> print(users.most_common(2))
    auto log = lines("data/secure.log");
    auto failed = [](auto line) {
        return line.find("Failed password") != line.npos;
    };
    auto user = [](auto line) {
        return split(std::get<2>(partition(line, " for "))).front();
    };
    auto users = counter(map(user, filter(failed, log)));
    print(users.most_common(2));

    // >>> from functools import partial
    // >>> with open("data/web.log", "rb") as file:
    // >>>     parts = iter(partial(file.read, 10_000), b"")
    // >>>     print([len(part) for part in parts])
    print(chunks("data/web.log", 10'000) | map(len));
}

// Output:
// ['a', 'b', 'c'] ['a', 'b', '', 'c']
// ['a', 'b c'] ['a.b', 'c']
// ['one', 'two']
// Ann, Bob a-b-c
// x xxa
// ('a', '=', 'b=c') ('a=b', '=', 'c')
// on a
// bANANa bnana
// True False
// "it's" [1.0, 1e+16] (True, None, '\t')
// 400
// [('admin', 39), ('oracle', 32)]
// [10000, 10000, 10000, 5805]
