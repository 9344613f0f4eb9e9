# SPDX-License-Identifier: MIT
"""Write what CPython's heapq leaves in memory to tests/oracle/heaps.inc, which tests/heapq/heap_test.cpp checks."""

import contextlib
import heapq
import pathlib
import random


class Keyed:
    """Compares by the first of two numbers only, as a projection does."""

    def __init__(self, key, tag):
        self.key, self.tag = key, tag

    def __lt__(self, other):
        return self.key < other.key

    def __repr__(self):
        return "{%d, %d}" % (self.key, self.tag)


def table(items):
    return "{" + ", ".join(map(repr, items)) + "}"


def main():
    print("// SPDX-License-Identifier: MIT")
    print("// Written by heaps.py.")
    print()
    print("struct heap_answer {")
    print("    std::vector<std::pair<int, int>> items, heapified;")
    print("    std::pair<int, int> popped;")
    print("    std::vector<std::pair<int, int>> after_pop, after_push;")
    print("    std::pair<int, int> replaced;")
    print("    std::vector<std::pair<int, int>> after_replace;")
    print("    std::pair<int, int> pushpopped;")
    print("    std::vector<std::pair<int, int>> after_pushpop;")
    print("};")
    print()
    print("// clang-format off")
    print("std::vector<heap_answer> const heap_answers{")
    random.seed(1)
    for size in [1, 2, 3, 4, 5, 6, 7, 8, 9, 15, 16, 17, 31, 32, 33]:
        for keys in [3, 10, 100]:
            items = [Keyed(random.randrange(keys), i) for i in range(size)]
            heap = list(items)
            row = [table(items)]
            heapq.heapify(heap)
            row.append(table(heap))
            popped = heapq.heappop(heap)
            row += [repr(popped), table(heap)]
            heapq.heappush(heap, popped)
            row.append(table(heap))
            row += [repr(heapq.heapreplace(heap, Keyed(5, -1))), table(heap)]
            row += [repr(heapq.heappushpop(heap, Keyed(3, -2))), table(heap)]
            print("    {" + ", ".join(row) + "},")
    print("};")
    print()

    print("// After heapify of a linear congruential sequence: a polynomial of what lies where.")
    print("std::vector<std::pair<std::size_t, std::uint64_t>> const heapify_digests{")
    mask = (1 << 64) - 1
    for size in [100, 2500, 2501, 4096, 8191, 8192, 10000, 65536, 100001]:
        x = 12345
        heap = []
        for i in range(size):
            x = (x * 6364136223846793005 + 1442695040888963407) & mask
            heap.append(Keyed((x >> 33) % 1000, i))
        heapq.heapify(heap)
        digest = 0
        for item in heap:
            digest = (digest * 31 + (item.key << 32 | item.tag)) & mask
        print("    {%d, %dU}," % (size, digest))
    print("};")
    print("// clang-format on")


if __name__ == "__main__":
    answers = pathlib.Path(__file__).with_suffix(".inc")
    with answers.open("w") as file, contextlib.redirect_stdout(file):
        main()
