#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""tools/module_interface.py: print the interface of the C++20 module regius, `import regius;`.

It exports every name that the headers declare in namespace regius, and the operators of regius::core, which are found
through their operands. clang-format sees to it that such a declaration begins at the start of a line; a line there that
is not understood is an error, so that no name can be missed.
"""

import re
import sys
from pathlib import Path

INCLUDE = Path(__file__).resolve().parent.parent / "include"

NAME = [  # how a declaration begins, with the name that it declares
    re.compile(r"(?:class|struct|union|enum class) (\w+)(?! *<|\w)"),
    re.compile(r"concept (\w+) ="),
    re.compile(r"using (\w+) ="),
    re.compile(r"inline constexpr [\w:]+(?:<.*>)?(?: const&)? (\w+)(?:\{|;| =)"),
    re.compile(r"(?:(?:inline|constexpr|consteval|auto|bool|void|decltype\(auto\)|[\w:]+(?:<.*>)?) )+(operator[^\w\s(]+|\w+)\("),
]
SPECIALIZED = [  # more of what was declared before, or part of it
    re.compile(r"(?:class|struct) \w+ ?<"),
    re.compile(r"inline constexpr [\w:]+ \w+(?:<|::)"),
    re.compile(r"template (?:class|struct) "),
    re.compile(r"\w+\(.*\) -> "),
    re.compile(r"(?:decltype\(auto\) )?[^(]*\w(?:<.*>)?::~?(?:operator\W+|\w+)\("),
    re.compile(r"(?:public|private|protected):"),
]


def without_prefix(line):
    """The line without attributes and, if it stands on one line, its template head."""
    line = re.sub(r"\[\[[^\]]*\]\] ", "", line)
    return "" if re.match(r"(template <|requires\b)", line) else line


def names(header, fault):
    """Yield (namespace, name) of what HEADER declares in a namespace."""
    spaces = []
    for number, line in enumerate(header.read_text(encoding="utf-8").splitlines(), 1):
        opened = re.match(r"(?:inline )?namespace ([\w:]+) \{$", line)
        closed = re.match(r"\}  // namespace ([\w:]+)$", line)
        if opened:
            spaces.append(opened[1])
        elif closed:
            if not spaces or spaces.pop() != closed[1]:
                fault(f"{header}:{number}: this namespace was not open: {line}")
        elif spaces and line and line[0] not in " \t/#}":
            space = "::".join(spaces)
            rest = without_prefix(line)
            if not rest or any(pattern.match(rest) for pattern in SPECIALIZED):
                continue
            found = next(filter(None, (pattern.match(rest) for pattern in NAME)), None)
            if found:
                yield space, found[1]
            elif space == "regius":
                fault(f"{header}:{number}: not understood: {line}")
    if spaces:
        fault(f"{header}: a namespace is not closed: {spaces}")


def main():
    faults = []
    exported = {"regius": set(), "regius::core": set()}
    for header in sorted(INCLUDE.rglob("*.hpp")):
        for space, name in names(header, faults.append):
            if space == "regius" or space == "regius::core" and name.startswith("operator"):
                exported[space].add(name)
    if faults:
        sys.exit("\n".join(faults))

    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    print("// SPDX-License-Identifier: MIT")
    print("// Made by tools/module_interface.py.")
    print("module;\n\n#include <regius/regius.hpp>\n\nexport module regius;")
    for space, found in exported.items():
        print(f"\nexport namespace {space} {{\n")
        for name in sorted(found):
            print(f"using {space}::{name};")
        print(f"\n}}  // namespace {space}")


if __name__ == "__main__":
    main()
