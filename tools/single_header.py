#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""tools/single_header.py [HEADER]: print regius as one header, or the part of it that HEADER needs.

    tools/single_header.py > regius.hpp
    tools/single_header.py regius/itertools.hpp > itertools.hpp

Every file keeps its guard, so that the result goes together with single headers of regius in one program.
"""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
INCLUDE = re.compile(r"#include <([^>]+)>")


def inline(name, seen, system, out):
    """Append the file NAME, after the files it includes, to OUT; what it needs of the system goes to SYSTEM."""
    if name in seen:
        return
    seen.add(name)
    body, depth = [], 0
    for line in (ROOT / "include" / name).read_text(encoding="utf-8").splitlines():
        directive = line.replace(" ", "").replace("\t", "")
        found = INCLUDE.match(line)
        if found and found[1].startswith("regius/"):
            inline(found[1], seen, system, out)
        elif found and depth == 1:  # inside the guard only, so it is wanted everywhere
            system.add(found[1])
        elif not line.startswith("// SPDX-License-Identifier:"):
            body.append(line)
        depth += directive.startswith("#if") - directive.startswith("#endif")

    text = re.sub(r"\n{3,}", "\n\n", "\n".join(body))
    bare = re.sub(r"(?m)^\s*(//.*|#ifndef \w+_HPP|#define \w+_HPP|#endif.*)?$", "", text)
    if bare.strip():  # an umbrella has nothing left to say
        out.append(text.strip())


def main():
    top = sys.argv[1] if len(sys.argv) > 1 else "regius/regius.hpp"
    if not (ROOT / "include" / top).is_file():
        sys.exit(f"{sys.argv[0]}: there is no include/{top}")

    system, out = set(), []
    inline(top, set(), system, out)
    version = (ROOT / "include/regius/version.hpp").read_text(encoding="utf-8")
    version = re.search(r'REGIUS_VERSION_STRING "([^"]+)"', version)[1]
    notice = (ROOT / "LICENSE").read_text(encoding="utf-8").strip()
    guard = "REGIUS_SINGLE_" + re.sub(r"\W", "_", top.removeprefix("regius/")).upper()

    head = [
        "// SPDX-License-Identifier: MIT",
        f"// <{top}> of regius {version}, made by tools/single_header.py.",
        "//",
        *(f"// {line}".rstrip() for line in notice.splitlines()),
    ]
    parts = [
        "\n".join(head),
        f"#ifndef {guard}\n#define {guard}",
        "\n".join(f"#include <{name}>" for name in sorted(system)),
        *out,
        f"#endif  // {guard}",
    ]
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    print("\n\n".join(parts))


if __name__ == "__main__":
    main()
