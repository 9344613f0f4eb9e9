# SPDX-License-Identifier: MIT
"""The pages of the reference: one a tool, from its header and its examples, and one a module."""

import html
import re
from dataclasses import dataclass, field, replace

import coming_from_python
import headers

MODULES = {
    "builtins": "What Python has without an import: lazy ranges, totals, dict and generators.",
    "itertools": "Lazy building blocks; what comes of one goes into the next.",
    "more_itertools": "Picking, counting and telling apart, after the package of that name.",
    "collections": "Counter, defaultdict, deque and their kin.",
    "functools": "Caches, retry, rate limits, and functions made of functions.",
    "heapq": "Heaps in any sequence, the n best, and merging what is sorted.",
    "contextlib": "Guards and contexts: what must happen at the end of a scope.",
    "io": "Files, line by line or chunk by chunk.",
    "text": "The methods of str, as functions.",
    "core": "What all of them share: errors, `none`, `repr`, clocks, the options of caches and of retry.",
}
CODE = re.compile(
    r"`(?P<quoted>[^`]+)`"
    r"|(?P<std>std::[\w:]*\w(?:<[^<>]*(?:<[^<>]*>[^<>]*)*>)?[&*]*)"
    r"|(?P<word>\b[a-z]\w*(?:::\w+)+|\b[a-z]+(?:_[a-z0-9]+)+\b(?:<\w+>)?(?:\(\w*\))?|\b\w+\(\))"
    r"|(?P<lead>\b(?:[Aa]s|see) )(?P<tool>[a-z_]+)\b(?!::)"
)


@dataclass
class Entry:
    """What one block documents: a tool under its names, a class, a concept."""

    module: str
    header: str
    names: list
    declaration: headers.Declaration
    doc: headers.Doc
    calls: list = field(default_factory=list)

    @property
    def file(self):
        return f"{self.module}/{self.names[0]}.md"


@dataclass
class Page:
    entry: Entry
    others: list  # what else its header documents, without labels


class Reference:
    def __init__(self, root):
        self.root = root
        self.structs, self.pages = {}, {}
        files = sorted((root / "include/regius").glob("*/*.hpp"))
        if unknown := {file.parent.name for file in files} - set(MODULES):
            raise ValueError(f"docs/site/reference.py does not know the modules {sorted(unknown)}")
        parsed = {file: headers.declarations(file.read_text().splitlines()) for file in files}
        for found in parsed.values():
            for d in found:
                if d.kind in ("struct", "class") and d.body:
                    self.structs.setdefault(d.name, d)
        for module in MODULES:
            own = [file for file in files if file.parent.name == module]
            pages = [page for file in own for page in self.pages_of(file, parsed[file])]
            self.pages[module] = sorted(pages, key=lambda p: p.entry.names[0])
        self.rows = coming_from_python.that_stand_alone(coming_from_python.all_rows(root))
        self.links = {}
        for page in self.all_pages():
            for name in page.entry.names + [n for o in page.others for n in o.names]:
                self.links.setdefault(name, page.entry.file)

    def all_pages(self):
        return [page for pages in self.pages.values() for page in pages]

    # ---- what there is

    def pages_of(self, file, found):
        """A block with labels or a sample is a page; one with neither is told on the page before it."""
        module, header = file.parent.name, f"{file.parent.name}/{file.name}"
        objects = {}  # the names under which the objects of a type are known
        using = [d for d in found if d.kind == "using" and " = " in d.head]
        aliases = {d.name: re.split(r"[< ]", d.head.split(" = ")[1])[0] for d in using}
        for d in found:
            if d.kind == "variable" and d.namespace == "regius":
                type_name = re.split(r"[< ]", d.head.replace("inline constexpr ", ""))[0]
                objects.setdefault(aliases.get(type_name, type_name), []).append(d.name)
        for d in found:
            for m in headers.declarations(d.body, 4) if d.name in objects else []:
                if m.kind == "variable" and m.head.startswith("static constexpr ") and "_fn " in m.head:
                    objects[m.head.split()[2]] = [f"{objects[d.name][0]}.{m.name}"]

        pages, others, calls, seen = [], [], [], set()
        for d in found:
            if d.namespace not in ("regius", "") or d.name in seen:
                continue
            if d.doc and "_fn::operator()" in d.head:  # one object for two tools, each in a header of its own
                pages.append(Page(self.half_of(d, module, header), []))
            if "operator" in d.name or module == "core" and d.name.endswith("_fn") and "/// Python" not in "".join(d.doc):
                continue
            if not d.doc and not any("///<" in line for line in d.body):
                if d.name in objects and d.name.endswith("_fn"):  # told on the page of the tool it belongs to
                    calls += self.calls(Entry(module, header, objects[d.name], d, headers.Doc()), found)
                continue
            seen.add(d.name)
            doc = headers.read_doc(d.doc)
            names = [file.stem] if d.name.startswith("std::") else objects.get(d.name, [d.name])
            entry = Entry(module, header, names, d, doc)
            entry.calls = self.calls(entry, found)
            if doc.labels or doc.sample:
                pages.append(Page(entry, []))
            elif not d.name.endswith(("_view", "_context")):
                others.append(entry)
        main = [page for page in pages if page.entry.names == [file.stem]] or pages
        if main and (len(others) < 3 or main[0].entry.names == [file.stem]):
            main[0].others = others
        elif others:  # a header of many small things is one page
            own = [o for o in others if o.names == [file.stem]]
            if not own:
                told = [d for d in found if d.name == file.stem and d.doc]
                doc = headers.read_doc(told[0].doc) if told else self.head_comment(file)
                own = [Entry(module, header, [file.stem], headers.Declaration([], "", file.stem, []), doc)]
            pages.append(Page(own[0], [o for o in others if o is not own[0]]))
            main = pages[-1:]
        if main:
            main[0].entry.calls += calls
        return pages

    @staticmethod
    def half_of(d, module, header):
        name = re.search(r"(\w+)_fn::operator", d.head)[1]
        parameters = headers.call_of(d.head)[1]
        range_name = "s" if module == "text" else "r"
        bound = [p for p in parameters if p != range_name]
        calls = [form_of(name, parameters), f"{range_name} | {form_of(name, bound)}"]
        return Entry(module, header, [name], d, headers.read_doc(d.doc), calls)

    @staticmethod
    def head_comment(file):
        """The comment of a header that is about all of it: the first one inside the namespace."""
        found = re.search(r"\nnamespace regius {\n\n((?://.*\n)+)", file.read_text())
        return headers.read_doc(["/" + line for line in found[1].splitlines()] if found else [])

    def calls(self, entry, found):
        """How a tool is written: the overloads of its operator(), with what is bound for `|` told as such."""
        d, forms = entry.declaration, []
        if d.kind == "function":
            overloads = [o for o in found if o.kind == "function" and o.name == d.name and o.namespace == "regius"]
            names = [f"{d.name}<{parameters_of(o.template)}>" for o in overloads]
        elif d.name.endswith("_fn"):
            overloads = [o for o in self.members(d) if o.name == "operator()"]
            arguments = f"<{parameters_of(d.template)}>" if d.template and len(entry.names) == 1 else ""
            names = [entry.names[0] + arguments] * len(overloads)
        elif d.kind in ("struct", "class"):
            members = headers.declarations(d.body, 4, d.kind == "struct")
            overloads = [m for m in members if m.public and m.name == d.name]
            copy = re.compile(rf"\({d.name}(<.*>)?( const)?&")
            overloads = [o for o in overloads if not copy.search(o.head)]
            names = [d.name] * len(overloads)
        else:
            return []
        for name, o in zip(names, overloads):
            if "= delete" in o.head:
                continue
            call = form_of(name, headers.call_of(o.head)[1])
            if "bind_back(" in " ".join(o.body) or "bind_text(" in " ".join(o.body):
                call = "r | " + call if entry.module != "text" else "s | " + call
            if call not in forms:
                forms.append(call)
        return sorted(forms, key=lambda form: " | " in form)

    def signature(self, entry):
        d = entry.declaration
        if d.kind not in ("struct", "class") or d.name.endswith("_fn"):
            return entry.calls
        calls = [call for call in entry.calls if call != f"{d.name}()"]
        template = [re.sub(r"\n", "\n          ", d.template)] if d.template else []
        return template + [f"{d.kind} {d.name};"] * bool(template) + [""] * bool(template and calls) + calls

    def members(self, d):
        """The public functions of a class and of the bases that are known, each once by its form."""
        found = [m for m in headers.declarations(d.body, 4, d.kind == "struct") if m.public]
        brought = {m.head.split("::")[-1] for m in found if m.kind == "using"}
        hidden = {m.name for m in found if m.kind != "using"} - brought
        for access, name in re.findall(r"(public |private |)([\w:]+)(?:<.*?>(?=,|$)|,|$)", d.head.partition(" : ")[2]):
            base = self.structs.get(name.split("::")[-1])
            if base and base is not d:
                private = not access and d.kind == "class"
                inherited = [m for m in self.members(base) if m.name not in hidden | {base.name}]
                found += [m for m in inherited if m.name in brought or not private]
        return found

    def examples(self, entry):
        """The programs that show a tool: of its own module first, the shortest first."""
        include, found = f"#include <regius/{entry.header}>", []
        for file in sorted((self.root / "examples").glob("*/*.cpp")):
            text = file.read_text()
            code = re.sub(r"(?m)^\s*(//|#).*", "", text)
            called = re.search(rf"\b({'|'.join(entry.names)})(_n)?\b", code)
            if include in text and called and file.parent.name != "coming_from_python":
                far, other = file.parent.name != entry.module, not file.name.startswith(entry.names[0])
                found.append((far, other, len(text), file))
        found.sort()
        near = [file for far, _, size, file in found if size < 3000 and not far]
        return (near or [file for _, _, size, file in found if size < 3000])[:3]

    # ---- how it is written

    def inline(self, text, page):
        """Plain text of a header as HTML, with code set as code and tools linked."""

        def marked(m):
            if m["tool"]:
                # "as sum", "as dict does" and "as lru_map" are about tools, "as with an iterator" is not.
                ends = re.match(r"$|[,;.:)]| does", m.string[m.end() :]) and m["tool"] in self.links
                if "_" not in m["tool"] and (not ends or m["tool"] in ("one", "none")):
                    return html.escape(m[0])
                return m["lead"] + self.link(m["tool"], page, html.escape(m["tool"]))
            code = m["quoted"] or m["std"] or m["word"]
            return self.link(re.split(r"[(<]", code)[0], page, html.escape(code))

        out, end = [], 0
        for m in CODE.finditer(text):
            out += [html.escape(text[end : m.start()]), marked(m)]
            end = m.end()
        return "".join(out + [html.escape(text[end:])])

    def link(self, name, page, shown):
        target, code = self.links.get(name), f"<code>{shown}</code>"
        if not target or target == page:
            return code
        return f'<a href="../{target.removesuffix(".md")}.html">{code}</a>'

    def label(self, name, text, page):
        if name == "Python" and "`" not in text:
            return "<br>".join(f"<code>{html.escape(line)}</code>" for line in text.split("\n"))
        return self.inline(text.replace("\n", " "), page)

    def page(self, page):
        entry, doc = page.entry, page.entry.doc
        file = entry.file
        out = [f"# {', '.join(entry.names)}", f"<p>{self.inline(doc.text, file)}</p>"]
        if doc.labels.get("Python"):
            out.append(f'<p class="python"><span>Python</span> {self.label("Python", doc.labels["Python"], file)}</p>')
        out.append("```cpp\n" + f"#include <regius/{entry.header}>\n\n{doc.sample}".strip() + "\n```")
        signature = self.signature(entry)
        if signature:
            out.append("## Calls\n\n```cpp\n" + "\n".join(signature) + "\n```")
        labels = [label for label in headers.LABELS[1:] if label in doc.labels]
        rows = [(label, self.label(label, doc.labels[label], file)) for label in labels]
        if rows:
            out.append("## Promises\n\n" + table(rows))
        if doc.notes:
            out.append(f"<p>{self.inline(doc.notes, file)}</p>")
        if entry.declaration.kind in ("struct", "class") and not entry.declaration.name.endswith("_fn"):
            out += self.member_list(entry, file)
        for other in page.others:
            out.append(f"## {', '.join(other.names)}\n\n<p>{self.inline(other.doc.text, file)}</p>")
            if other.calls:
                out.append("```cpp\n" + "\n".join(other.calls) + "\n```")
            if not other.declaration.name.endswith("_fn"):
                out += self.member_list(other, file)
        beside = [row for row in self.rows if re.search(rf"\b({'|'.join(map(re.escape, entry.names))})[<(]", row.cpp)]
        if beside:
            out.append("## Beside Python")
            out += [coming_from_python.shown(row) for row in beside[:2]]
        shown = replace(entry, names=entry.names + [name for other in page.others for name in other.names])
        for n, example in enumerate(self.examples(shown)):
            out += (["## Example" if n == 0 else ""]) + example_of(example, self.root)
        return "\n\n".join(part for part in out if part) + "\n"

    def member_list(self, entry, page):
        d, rows, bare = entry.declaration, {}, []
        if d.kind == "enum class":
            d_rows = [re.match(r"\s*(\w+).*?///< (.*)", line) for line in d.body]
            return [table([(f"<code>{m[1]}</code>", self.inline(m[2], page)) for m in d_rows if m])]
        for m in self.members(d) if d.kind in ("struct", "class") else []:
            if m.trailing:
                rows.setdefault(m.name, m.trailing)
            elif m.kind == "function" and "= delete" not in m.head and "private" not in m.name:
                name, parameters = headers.call_of(m.head)
                if name == d.name or name in HIDDEN:
                    continue
                form = form_of(name, parameters)
                text = headers.read_doc(m.doc).text if m.doc else ""
                if text:
                    rows.setdefault(form, text)
                elif form not in bare:
                    bare.append(form)
        out = []
        told = {}
        for form, text in rows.items():
            told.setdefault(text, []).append(f"<code>{html.escape(form)}</code>")
        if told:
            merged = [("<br>".join(forms), self.inline(text, page)) for text, forms in told.items()]
            out.append(table(merged, "members"))
        bare = [form for form in bare if form not in rows]
        if bare:
            also = " ".join(f"<code>{html.escape(form)}</code>" for form in bare)
            out.append(f'<p class="also">{"Also" if rows else ""} {also}</p>')
        return ["## Members"] + out if out and not entry.doc.sample == "" else out

    def index(self, module):
        out = [f"# {module}", self.inline(MODULES[module], "")]
        umbrella = self.root / f"include/regius/{module}.hpp"
        if umbrella.exists():
            out.append(f"```cpp\n#include <regius/{module}.hpp>\n```")
            out.append("or the single header of a tool, named on its page.")
        rows = []
        for page in self.pages[module]:
            e = page.entry
            names = " ".join(f'<a href="{e.names[0]}.html"><code>{html.escape(n)}</code></a>' for n in e.names)
            python = e.doc.labels.get("Python", "").replace("\n", " ")
            short = re.split(r";|, of|, (?=\w+\.)|: a ", python.replace("`", ""))[0]
            short = f"<code>{html.escape(short)}</code>" if short else ""
            rows.append((names, short, self.inline(e.doc.sentence, f"{module}/index.md")))
        out.append(table(rows, "index", ["tool", "Python", ""]))
        return "\n\n".join(out) + "\n"


HIDDEN = {
    "begin", "end", "cbegin", "cend", "rbegin", "rend", "crbegin", "crend", "operator=", "get_allocator", "max_size",
    "for_each_while", "swap", "operator<<", "flow", "first", "last", "size_limit", "for_each_marked", "for_each_block",
}  # fmt: skip


def form_of(name, parameters):
    parameters = [p for p in parameters if not p.startswith("alloc")]
    if name == "operator[]":
        return f"[{parameters[0]}]"
    if name == "operator()":
        return f"({', '.join(parameters)})"
    if name.startswith("operator"):
        symbol = name.removeprefix("operator")
        return f" {symbol} ".join(parameters) if len(parameters) == 2 else " ".join([symbol, *parameters])
    return f"{name}({', '.join(parameters)})"


def parameters_of(template):
    """Those parameters of a template with which it is called: template <std::size_t N, class R> -> N."""
    inner = re.sub(r"^template <(.*)>$", r"\1", template.replace("\n", " "))
    inner = re.sub(r"template <[^<>]*> class", "class", inner)
    names = [p.split(" = ")[0].split()[-1] + ("..." if "..." in p else "") for p in inner.split(", ") if p]
    return ", ".join(n for n in names if n not in ("R", "Rs", "F"))


def table(rows, kind="labels", head=None):
    out = [f'<table class="{kind}">']
    if head:
        out.append("<thead><tr>" + "".join(f"<th>{h}</th>" for h in head) + "</tr></thead>")
    out.append("<tbody>")
    out += ["<tr>" + f"<th>{row[0]}</th>" + "".join(f"<td>{c}</td>" for c in row[1:]) + "</tr>" for row in rows]
    return "\n".join(out + ["</tbody>", "</table>"])


def example_of(file, root):
    """An example as it stands: its comment, its code, its output."""
    text = file.read_text()
    said = re.search(r"SPDX.*\n((?:// .*\n)+)", text)
    code, _, output = re.sub(r"^// SPDX.*\n(?:// .*\n)*\n*", "", text).partition("\n// Output:\n")
    out = [f"<p>{html.escape(re.sub(r'(?m)^// ', '', said[1]).replace(chr(10), ' ').strip())}</p>"] if said else []
    out.append(f'```cpp title="{file.relative_to(root).as_posix()}"\n{code.strip()}\n```')
    if output.strip():
        out.append('```text title="Output"\n' + re.sub(r"(?m)^// ?", "", output).rstrip() + "\n```")
    return out
