#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Ask more_itertools 11.1 what it answers about elements of a kind, and where they are, and print it as text for C++: an answer a line, its
fields behind each other with ";", its numbers with " ", its rows each with "|".

    pip install more-itertools==11.1.0
    python3 -P tests/oracle/more_itertools_kinds.py > tests/oracle/more_itertools_kinds.inc
"""

from itertools import islice
from random import Random

from more_itertools import (
    argmax, argmin, bucket, consecutive_groups, duplicates_everseen, filter_map, locate, map_reduce, minmax, powerset,
    unique_everseen, unique_justseen)

random = Random(1)


def kind(x):
    return x % 3


def tenfold(x):
    return 10 * x if x % 2 else None


def even_sum(*window):
    return sum(window) % 2 == 0


def numbers(xs):
    return " ".join(map(str, xs))


def rows(xs):
    return "".join(numbers(x) + "|" for x in xs)


def pulled(tool, xs, steps):
    """How many elements have left the source when `steps` were asked for."""
    source = iter(xs)
    for _ in islice(tool(source), steps):
        pass
    return len(xs) - len(list(source))


def answers(xs):
    lazy = (unique_everseen, unique_justseen, duplicates_everseen, locate, lambda it: filter_map(tenfold, it),
            lambda it: locate(it, even_sum, 3))
    gathered = map_reduce(xs, kind)
    yield numbers(xs)
    yield numbers(unique_everseen(xs, kind))
    yield numbers(unique_justseen(xs))
    yield numbers(unique_justseen(xs, kind))
    yield numbers(duplicates_everseen(xs))
    yield numbers(duplicates_everseen(xs, kind))
    yield numbers(locate(xs))
    yield numbers(locate(xs, even_sum, 3))
    yield numbers(filter_map(tenfold, xs))
    yield rows(consecutive_groups(xs))
    yield rows(consecutive_groups(xs, lambda x: -x))
    yield numbers(gathered)
    yield rows(gathered.values())
    yield numbers(map_reduce(xs, kind, lambda x: x + 1, sum).values())
    yield rows(powerset(xs[:4]))
    if xs:
        low, high = minmax(enumerate(xs), key=lambda p: kind(p[1]))
        yield numbers((low[0], high[0], argmin(xs, key=kind), argmax(xs, key=kind)))
    else:
        yield ""
    yield rows([pulled(tool, xs, steps) for steps in range(1, 5)] for tool in lazy)


def bucket_steps(xs):
    """Random looks into buckets: what came, or was there, and how many elements had been pulled by then."""
    left = len(xs)

    def source():
        nonlocal left
        for x in xs:
            left -= 1
            yield x

    b = bucket(source(), kind)
    steps = []
    for _ in range(8):
        key = random.randrange(4)
        if random.random() < 0.6:
            steps.append((0, key, next(b[key], -1), len(xs) - left))
        else:
            steps.append((1, key, int(key in b), len(xs) - left))
    keys = list(b)
    return rows(steps), numbers(keys), rows(list(b[key]) for key in keys)


print("// SPDX-License-Identifier: MIT")
print("// Written by tests/oracle/more_itertools_kinds.py: what more_itertools answers.\n")
print("// clang-format off")
lists = [[random.randrange(random.choice((2, 4, 9))) for _ in range(random.randrange(12))] for _ in range(60)]
print('constexpr char const* kinds_answers = R"(')
for xs in [[]] + lists:
    print("".join(field + ";" for field in answers(xs)))
print(')";\n')
print('constexpr char const* bucket_answers = R"(')
for xs in [[]] + lists:
    print("".join(field + ";" for field in (numbers(xs), *bucket_steps(xs))))
print(')";\n')
print("// clang-format on")
