# SPDX-License-Identifier: MIT
"""Lines of Python beside lines of regius: python3 docs/site/coming_from_python.py runs the Python side and compares.

The rows are the paragraphs of examples/coming_from_python/*.cpp that begin with `// >>> `: Python in the comment, C++
below it. Each prints one line, and these are the `// Output:` of the file, which a test compares with what the program
prints.
"""

import ast
import contextlib
import html
import io
import itertools
import os
import re
import sys
import textwrap
from dataclasses import dataclass
from pathlib import Path

FILES = ["builtins", "itertools", "collections", "functools", "text"]
HEAD = """# Coming from Python

On the left the line you would write in Python, on the right the line of regius, below what both of them print. The table is
made of `examples/coming_from_python/`, which the tests compile, run and compare with Python.

The C++ side begins with

```cpp
#include <regius/regius.hpp>  // or single headers
using namespace regius;
using namespace std::literals;
```

`print` is a function of the examples: text as it is, everything else as [`repr`](core/repr.md) shows it, a lazy range as a list.
"""


@dataclass
class Row:
    section: str
    python: str
    cpp: str
    output: str


def rows_of(file):
    code, _, output = file.read_text().partition("\n// Output:\n")
    answers = iter(re.sub(r"(?m)^// ?", "", output).splitlines())
    section, rows = "", []
    body = code[code.index("int main() {\n") + 13 : code.rindex("\n}")]
    for paragraph in re.split(r"\n\s*\n", body):
        lines = textwrap.dedent(paragraph).strip("\n").splitlines()
        titles = [line for line in lines if line.lstrip().startswith("// == ")]
        section = titles[0].partition("== ")[2] if titles else section
        python = [line.removeprefix("// >>> ") for line in lines if line.startswith("// >>> ")]
        if python:
            cpp = [line for line in lines if not line.startswith(("// >>> ", "// == "))]
            rows.append(Row(section, "\n".join(python), "\n".join(cpp), next(answers)))
    if left := list(answers):
        raise ValueError(f"{file} prints lines that no row stands for: {left}")
    return rows


def all_rows(root):
    return [row for name in FILES for row in rows_of(root / f"examples/coming_from_python/{name}.cpp")]


def shown(row):
    return (
        f'<div class="pair" markdown>\n\n```python\n{row.python}\n```\n\n```cpp\n{row.cpp}\n```\n\n'
        f'<p class="answer"><code>{html.escape(row.output)}</code></p>\n\n</div>'
    )


def page(root):
    out, section = [HEAD], ""
    for row in all_rows(root):
        if row.section != section:
            section = row.section
            out.append(f"## {section}")
        out.append(shown(row))
    return "\n\n".join(out) + "\n"


def that_stand_alone(rows):
    """The rows that use nothing which a row before them has made."""
    made, alone = set(), []
    for row in rows:
        names = [node for node in ast.walk(ast.parse(row.python)) if isinstance(node, ast.Name)]
        own = {node.id for node in names if isinstance(node.ctx, ast.Store)}
        own |= {node.name for node in ast.walk(ast.parse(row.python)) if isinstance(node, ast.FunctionDef)}
        if not {node.id for node in names} & (made - own):
            alone.append(row)
        made |= own
    return alone


def batched(iterable, n):
    """What the documentation of itertools.batched says it is, where Python is older than 3.12."""
    iterator = iter(iterable)
    while batch := tuple(itertools.islice(iterator, n)):
        yield batch


def main(root):
    if not hasattr(itertools, "batched"):
        itertools.batched = batched
    os.chdir(root / "examples")
    compared, wrong, left_out = 0, 0, ""
    for name in FILES:
        names = {}
        for row in rows_of(root / f"examples/coming_from_python/{name}.cpp"):
            if row.section == left_out:
                continue
            said = io.StringIO()
            try:
                with contextlib.redirect_stdout(said):
                    exec(row.python, names)
            except ImportError as error:
                left_out = row.section
                print(f"left out: {row.section}, because of {error}")
                continue
            compared += 1
            if said.getvalue() != row.output + "\n":
                wrong += 1
                print(f"{row.python}\nprints  {said.getvalue().rstrip()}\nand not {row.output}\n")
    print(f"{compared} rows compared with Python {sys.version.split()[0]}, {wrong} differ")
    return 1 if wrong or not compared else 0


if __name__ == "__main__":
    sys.exit(main(Path(__file__).resolve().parents[2]))
