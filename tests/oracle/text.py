# SPDX-License-Identifier: MIT
"""Write what CPython's str methods answer to tests/oracle/text.inc, which tests/text/oracle_test.cpp checks.

Each table has one number a text: a hash over the answers to every question of that table, asked about the text on
its own and between letters, so that searches meet it at every place of a 16-byte block. Text is bytes; what is not
valid UTF-8 goes through str as surrogateescape, one code point a byte.
"""

import itertools
import pathlib
import sys

PADDING = [(0, 0), (11, 3), (14, 0), (15, 16), (16, 5)]
LIMITS = [-1, 0, 1, 2, 3]


class Hash:
    def __init__(self):
        self.state = 0xCBF29CE484222325

    def byte(self, value):
        self.state = ((self.state ^ (value & 0xFF)) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF

    def text(self, s):
        data = s.encode("utf-8", "surrogateescape")
        self.byte(len(data))
        for value in data:
            self.byte(value)

    def texts(self, pieces):
        self.byte(len(pieces))
        for piece in pieces:
            self.text(piece)

    def value(self):
        return (self.state ^ (self.state >> 32)) & 0xFFFFFFFF


def words(h, s):
    for n in LIMITS:
        h.texts(s.split(None, n))
        h.texts(s.rsplit(None, n))
    h.text(s.strip())
    h.text(s.lstrip())
    h.text(s.rstrip())


def lines(h, s):
    h.texts(s.splitlines())
    h.texts(s.splitlines(True))


SEPARATORS = ["a", "b", "\u00e9", "aa", "ab", "aba", "bab", "a\u00e9", "aaa", "abba"]
REPLACEMENTS = ["", "a", "xy", "\u00e9b"]


def separators(h, s):
    for sep in SEPARATORS:
        for n in LIMITS:
            h.texts(s.split(sep, n))
            h.texts(s.rsplit(sep, n))
        h.texts(s.partition(sep))
        h.texts(s.rpartition(sep))
        h.byte(s.startswith(sep))
        h.byte(s.endswith(sep))
        h.text(s.removeprefix(sep))
        h.text(s.removesuffix(sep))


def replacements(h, s):
    for new in REPLACEMENTS:
        for n in LIMITS:
            for old in [""] + SEPARATORS[:6]:
                h.text(s.replace(old, new, n))
    h.text("-".join(s))


SETS = ["", "a", "ab", "\u00e9", "a\u00e9", "\u00a9", "b\u00e8a", "\udca9"]


def sets(h, s):
    for chars in SETS:
        h.text(s.strip(chars))
        h.text(s.lstrip(chars))
        h.text(s.rstrip(chars))


TABLES = [
    (words, ["a", " ", "\t", "\x1f", "\u0085", "\u3000", "\u00e9", "\udc85"], 4),
    (lines, ["a", "\n", "\r", "\x0b", "\x1e", "\x1f", "\u0085", "\u2028", "\udce2"], 4),
    (separators, ["a", "b", "\u00e9"], 6),
    (replacements, ["a", "b", "\u00e9", "\udcc3"], 4),
    (sets, ["a", "b", "\u00e9", "\u00e8", "\udca9"], 4),
]


def literal(s):
    return '"' + "".join(f"\\{value:03o}" for value in s.encode("utf-8", "surrogateescape")) + '"'


def array(kind, name, values, width):
    print(f"inline constexpr {kind} {name}[] = {{")
    for at in range(0, len(values), width):
        print("    " + ", ".join(values[at : at + width]) + ",")
    print("};")


def main():
    version = sys.version.split()[0]
    print("// SPDX-License-Identifier: MIT")
    print(f"// Written by tests/oracle/text.py with CPython {version}. Not to be edited.")
    print("// clang-format off")
    for name, values in (("text_separators", SEPARATORS), ("text_replacements", REPLACEMENTS), ("text_sets", SETS)):
        array("char const*", name, [literal(s) for s in values], 10)
    for questions, alphabet, longest in TABLES:
        name = "text_" + questions.__name__
        array("char const*", name + "_alphabet", [literal(s) for s in alphabet], 10)
        print(f"inline constexpr int {name}_longest = {longest};")
        answers = []
        for size in range(longest + 1):
            for letters in itertools.product(alphabet, repeat=size):
                h = Hash()
                for before, after in PADDING:
                    data = "".join(letters).encode("utf-8", "surrogateescape")
                    data = b"x" * before + data + b"y" * after
                    questions(h, data.decode("utf-8", "surrogateescape"))
                answers.append(f"0x{h.value():08x}")
        array("std::uint32_t", name + "_answers", answers, 10)


if __name__ == "__main__":
    with open(pathlib.Path(__file__).with_suffix(".inc"), "w") as sys.stdout:
        main()
