#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Ask more_itertools 11.1 what its windows, paddings and repetitions answer, and print it as C++ data.

    pip install more-itertools==11.1.0
    python3 -P tests/oracle/more_itertools_windows.py > tests/oracle/more_itertools_windows.inc
"""

from itertools import islice, product

import more_itertools


def number(x):
    return "true" if x is True else "false" if x is False else str(x)


def numbers(xs):
    return "{" + ", ".join(map(number, xs)) + "}"


def rows(xs):
    return "{" + ", ".join(map(numbers, xs)) + "}"


def table(name, struct, lines):
    print(f"inline const std::vector<{struct}> {name}{{")
    for line in lines:
        print("    {" + ", ".join(line) + "},")
    print("};\n")


def pulled(tool, size, steps):
    """How many elements have left the source when `steps` were asked for."""
    source = iter(range(size))
    for _ in islice(tool(source), steps):
        pass
    return str(size - len(list(source)))


def sliding_windows():
    for size, n in product((0, 1, 2, 5, 8, 30), (1, 2, 3, 4, 5, 7, 22)):
        yield str(size), str(n), rows(more_itertools.sliding_window(range(size), n))


def windows():
    for size, n, step in product(range(9), range(1, 6), range(1, 8)):
        answer = list(more_itertools.windowed(range(size), n, fillvalue=-1, step=step))
        steps = (size + step) % 3 + 1
        taken = pulled(lambda it: more_itertools.windowed(it, n, -1, step), size, steps)
        yield str(size), str(n), str(step), rows(answer), str(steps), taken


def paddings():
    for size, n, multiple in product(range(7), range(1, 6), (False, True)):
        answer = more_itertools.padded(range(size), -1, n, next_multiple=multiple)
        yield str(size), str(n), number(multiple), numbers(answer)


def interspersions():
    for size, n in product(range(9), range(1, 5)):
        yield str(size), str(n), numbers(more_itertools.intersperse(-1, range(size), n))


def repetitions():
    for size, n in product(range(4), range(-1, 4)):
        yield str(size), str(n), numbers(more_itertools.ncycles(range(size), n))


def ends():
    for size in range(5):
        yield str(size), rows(more_itertools.mark_ends(range(size)))


print("// SPDX-License-Identifier: MIT")
print("// Written by tests/oracle/more_itertools_windows.py: what more_itertools answers.\n")
print("// clang-format off")
table("sliding_window_answers", "sliding_window_answer", sliding_windows())
table("windowed_answers", "windowed_answer", windows())
table("padded_answers", "padded_answer", paddings())
table("intersperse_answers", "intersperse_answer", interspersions())
table("ncycles_answers", "ncycles_answer", repetitions())
table("mark_ends_answers", "mark_ends_answer", ends())
print("// clang-format on")
