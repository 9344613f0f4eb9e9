// SPDX-License-Identifier: MIT
// Lines of Python, and the lines of regius that say the same. A test runs both and compares what they print.

#include "print.hpp"

#include <regius/builtins.hpp>
#include <regius/contextlib.hpp>
#include <regius/functools.hpp>

#include <cstdint>
#include <functional>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

using namespace regius;
using namespace std::literals;

int main() {
    // == functools

    // >>> from functools import *
    // >>> @cache
    // >>> def fib(n):
    // >>>     return n if n < 2 else fib(n - 1) + fib(n - 2)
    // >>> print(fib(80))
    auto fib = cache.as<std::int64_t(int)>(
        [](auto& self, int n) -> std::int64_t {
            return n < 2 ? n : self(n - 1) + self(n - 2);
        });
    print(fib(80));

    // >>> square = lru_cache(maxsize=100)(lambda x: x * x)
    // >>> square(2), square(3), square(2)
    // >>> print(square.cache_info())
    auto square =
        lru_cache({.maxsize = 100})([](int x) { return x * x; });
    square(2), square(3), square(2);
    print(square.cache_info());

    // >>> import operator
    // >>> print(reduce(operator.mul, range(1, 6), 1))
    print(reduce(std::multiplies{}, range(1, 6), 1));

    // >>> print(list(map(partial(operator.sub, 10), [1, 2])))
    print(map(partial(std::minus{}, 10), std::vector{1, 2}));

    // == contextlib

    // >>> from contextlib import *
    // >>> prices = {"fig": 3}
    // >>> total = 1
    // >>> with suppress(KeyError):
    // >>>     total += prices["kiwi"]
    // >>> print(total)
    dict<std::string, int> prices{{"fig", 3}};
    int total = 1;
    suppress<key_error>([&] { total += prices.at("kiwi"); });
    print(total);

    // >>> log = []
    // >>> with ExitStack() as stack:
    // >>>     for i in range(3):
    // >>>         stack.callback(log.append, i)
    // >>> print(log)
    std::vector<int> log;
    {
        exit_stack stack;
        for (int i : range(3))
            stack.callback([&log, i] { log.push_back(i); });
    }
    print(log);

    // >>> import io
    // >>> text = io.StringIO()
    // >>> with redirect_stdout(text):
    // >>>     print("not seen", end="")
    // >>> print(len(text.getvalue()))
    std::ostringstream text;
    {
        redirect_stdout captured(text);
        std::cout << "not seen";
    }
    print(text.str().size());

    // >>> @contextmanager
    // >>> def tag(name):
    // >>>     print(f"<{name}>", end="")
    // >>>     yield name
    // >>>     print(f"</{name}>")
    // >>> with tag("b") as name:
    // >>>     print("in " + name, end="")
    auto tag = contextmanager(
        [](std::string name) -> generator<std::string const&> {
            std::printf("<%s>", name.c_str());
            co_yield name;
            std::printf("</%s>\n", name.c_str());
        });
    with(tag("b"),
         [](auto& name) { std::printf("in %s", name.c_str()); });
}

// Output:
// 23416728348467685
// CacheInfo(hits=1, misses=2, maxsize=100, currsize=2)
// 120
// [9, 8]
// 1
// [2, 1, 0]
// 8
// <b>in b</b>
