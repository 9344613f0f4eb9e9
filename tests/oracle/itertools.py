#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Ask CPython what range, slices, sum and the tools of itertools answer, and print it as C++ data.

    python3 tests/oracle/itertools.py > tests/oracle/itertools.inc
"""

import itertools
import math
import random


def compensated(numbers, start):
    """sum() of floats as CPython computes it since 3.12, for an older python3."""
    high, low = float(start), 0.0
    for x in numbers:
        total = high + x
        low += (high - total) + x if abs(high) >= abs(x) else (x - total) + high
        high = total
    return high + low if low and math.isfinite(low) else high


def number(x):
    return "absent" if x is None else str(x)


def numbers(xs):
    return "{" + ", ".join(map(str, xs)) + "}"


def table(name, struct, rows):
    print(f"inline const std::vector<{struct}> {name}{{")
    for row in rows:
        print("    {" + ", ".join(row) + "},")
    print("};\n")


def ranges():
    for start, stop in itertools.product((-4, 0, 3), range(-5, 6, 2)):
        for step in (-7, -2, -1, 1, 3, 7):
            yield str(start), str(stop), str(step), numbers(range(start, stop, step))


def slices():
    bounds = (None, -6, -2, 0, 1, 4, 9)
    for n in (0, 1, 5):
        for start, stop, step in itertools.product(bounds, bounds, (None, -3, -1, 2)):
            yield str(n), number(start), number(stop), number(step), numbers(list(range(n))[start:stop:step])


def islices():
    for n, start, stop, step in itertools.product((0, 1, 3, 8), (0, 1, 3, 9), (None, 0, 1, 5, 8, 9), (1, 3)):
        source = iter(range(n))
        taken = list(itertools.islice(source, start, stop, step))
        yield str(n), str(start), number(stop), str(step), numbers(taken), numbers(source)


def selections(tool):
    for n in range(5):
        for k in range(n + 2 if tool is not None else 4):
            rows = list(tool(range(n), k)) if tool else list(itertools.product(range(n), repeat=k))
            yield str(n), str(k), str(len(rows)), numbers(x for row in rows for x in row)


def batches():
    for n, size in itertools.product(range(8), range(1, 5)):
        source = iter(range(n))
        rows = []
        while row := list(itertools.islice(source, size)):
            rows.append(row)
        yield str(n), str(size), "{" + ", ".join(map(numbers, rows)) + "}"


def sums():
    random.seed(1)
    for n in (0, 1, 2, 3, 10, 100):
        for scale in (0, 5, 300):
            xs = [random.uniform(-1, 1) * 10.0 ** random.uniform(-scale, scale) for _ in range(n)]
            yield "{" + ", ".join(x.hex() for x in xs) + "}", compensated(xs, 0.0).hex()
    for xs in ([0.1] * 10, [1e308, 1e308, -1e308], [1e100, 1.0, -1e100], [math.pi] * 7):
        answer = compensated(xs, 0.0)
        yield "{" + ", ".join(x.hex() for x in xs) + "}", "infinity" if math.isinf(answer) else answer.hex()


print("// SPDX-License-Identifier: MIT")
print("// Written by tests/oracle/itertools.py: what CPython answers.\n")
print("// clang-format off")
table("range_answers", "range_answer", ranges())
table("slice_answers", "slice_answer", slices())
table("islice_answers", "islice_answer", islices())
table("combinations_answers", "selection_answer", selections(itertools.combinations))
table("replacement_answers", "selection_answer", selections(itertools.combinations_with_replacement))
table("permutations_answers", "selection_answer", selections(itertools.permutations))
table("product_answers", "selection_answer", selections(None))
table("batched_answers", "batched_answer", batches())
table("sum_answers", "sum_answer", sums())
print("// clang-format on")
