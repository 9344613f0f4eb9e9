#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Ask more_itertools 11.1 what the tools answer that cut a range into pieces, and print it as C++ data.

    pip install more-itertools==11.1.0
    python3 -P tests/oracle/more_itertools_pieces.py > tests/oracle/more_itertools_pieces.inc
"""

import itertools

import more_itertools


class Source:
    """An iterator that counts what is taken from it."""

    def __init__(self, elements):
        self.iterator = iter(elements)
        self.taken = 0

    def __iter__(self):
        return self

    def __next__(self):
        item = next(self.iterator)
        self.taken += 1
        return item


class Calls:
    def __init__(self, predicate):
        self.predicate = predicate
        self.count = 0

    def __call__(self, *args):
        self.count += 1
        return self.predicate(*args)


def text(x):
    return '"' + "".join(x) + '"'


def listing(xs):
    return "{" + ", ".join(xs) + "}"


def table(name, struct, rows):
    print(f"inline const std::vector<{struct}> {name}{{")
    for row in rows:
        print("    {" + ", ".join(row) + "},")
    print("};\n")


def texts(longest):
    for n in range(longest + 1):
        yield from map("".join, itertools.product("ab", repeat=n))


def splits(tool, predicate, *keep):
    for word, maxsplit in itertools.product(texts(4), (-1, 0, 1, 2)):
        source, calls = Source(word), Calls(predicate)
        pieces, taken = [], []
        for piece in tool(source, calls, maxsplit, *keep):
            pieces.append(text(piece))
            taken.append(str(source.taken))
        yield text(word), str(maxsplit), listing(pieces), listing(taken), str(calls.count)


def is_b(x):
    return x == "b"


if __name__ == "__main__":
    print("// SPDX-License-Identifier: MIT")
    print("// Written by tests/oracle/more_itertools_pieces.py: what more_itertools answers.\n")
    print("// clang-format off")
    table("split_at_answers", "split_answer", splits(more_itertools.split_at, is_b))
    table("split_at_keeping_answers", "split_answer", splits(more_itertools.split_at, is_b, True))
    table("split_before_answers", "split_answer", splits(more_itertools.split_before, is_b))
    table("split_after_answers", "split_answer", splits(more_itertools.split_after, is_b))
    table("split_when_answers", "split_answer", splits(more_itertools.split_when, lambda x, y: x < y))
    print("// clang-format on")
