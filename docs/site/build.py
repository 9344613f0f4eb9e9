# SPDX-License-Identifier: MIT
"""Build the reference site: python3 docs/site/build.py FOLDER [--pages-only]

Writes the pages as Markdown to FOLDER/pages, from the headers and what lies in docs/, and the site to FOLDER/html, with
mkdocs where it is installed (Debian: mkdocs-material). Writes nothing anywhere else.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path

sys.dont_write_bytecode = True  # nothing is written beside the sources

import coming_from_python  # noqa: E402
import plots  # noqa: E402
from reference import MODULES, Reference  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"


def home():
    """The README, whose links lead to the pages made of what it points to."""
    text = (ROOT / "README.md").read_text()
    return re.sub(r"\]\(docs/", "](", text)


def linked(text, reference):
    """Each header or tool named in the first column leads to its page; on a phone a row becomes a paragraph."""

    def link(m):
        pages = [page for page in reference.pages.get(m[1], []) if page.entry.header == f"{m[1]}/{m[2]}.hpp"]
        own = [page for page in pages if page.entry.names[0] == m[2]] or pages
        return f"| [<code>{m[1]}/<wbr>{m[2]}</code>]({own[0].entry.file}) |" if own else m[0]

    def tools(m):
        return re.sub(r"`(\w+)`", lambda n: f"[{n[0]}]({reference.links[n[1]]})" if n[1] in reference.links else n[0], m[0])

    text = re.sub(r"(?m)^\| `(\w+)/(\w+)` \|", link, text)
    text = re.sub(r"(?m)^\| `[^|]*\|", tools, text)
    return f'<div class="stacked" markdown>\n\n{text}\n</div>\n'


def main(out, pages_only):
    pages = out / "pages"
    shutil.rmtree(pages, ignore_errors=True)
    pages.mkdir(parents=True)

    reference = Reference(ROOT)
    nav = ["nav:", "  - regius: index.md"]
    (pages / "index.md").write_text(home())
    (pages / "coming_from_python.md").write_text(coming_from_python.page(ROOT))
    nav += ["  - Coming from Python: coming_from_python.md", "  - Reference:"]
    for module in MODULES:
        (pages / module).mkdir()
        (pages / module / "index.md").write_text(reference.index(module))
        nav += [f"      - {module}:", f"          - {module}/index.md"]
        for page in reference.pages[module]:
            (pages / page.entry.file).write_text(reference.page(page))
            nav.append(f"          - \"{', '.join(page.entry.names)}\": {page.entry.file}")
    for title, name in [
        ("Generators", "generator"),
        ("Semantics", "semantics"),
        ("Differences", "differences"),
        ("Performance", "performance"),
        ("Design", "design"),
        ("Contributing", "contributing"),
        ("Changelog", "changelog"),
    ]:
        if (DOCS / f"{name}.md").exists():
            text = (DOCS / f"{name}.md").read_text()
            if name in ("differences", "semantics"):
                text = linked(text, reference)
            elif name == "performance":
                text = plots.add_to(text, ROOT / "benchmarks/results")
            (pages / f"{name}.md").write_text(text)
            nav.append(f"  - {title}: {name}.md")

    (pages / "site.css").write_text((DOCS / "site/site.css").read_text())
    version = re.search(r'VERSION_STRING "(.*)"', (ROOT / "include/regius/version.hpp").read_text())[1]
    config = (DOCS / "site/mkdocs.yml").read_text() + f"copyright: regius {version}, MIT licence\n"
    (out / "mkdocs.yml").write_text(config + "\n".join(nav) + "\n")
    print(f"{len(reference.all_pages())} pages of the reference written to {pages}")
    if pages_only:
        return 0
    if not shutil.which("mkdocs"):
        print("SKIPPED: mkdocs is not installed (Debian: mkdocs-material)")
        return 0
    return subprocess.run(["mkdocs", "build", "--strict", "--quiet", "--clean", "-f", out / "mkdocs.yml"]).returncode


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve(), "--pages-only" in sys.argv))
