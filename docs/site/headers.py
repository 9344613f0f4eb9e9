# SPDX-License-Identifier: MIT
"""What the headers say: their documentation blocks, and the declarations these stand before.

No C++ parser: the sources are formatted by clang-format and checked for it, so that indentation tells the structure.
"""

import re
from dataclasses import dataclass, field

LABELS = ["Python", "Accepts", "Yields", "Returns", "Category", "Cost", "Throws", "Lifetime", "Threads", "Differs"]
LABEL = re.compile(r"(%s) +(\S.*)" % "|".join(LABELS))

@dataclass
class Doc:
    """A block of `///` lines: sentences, a sample, labels, and what is said after them."""

    text: str = ""
    sample: str = ""
    labels: dict = field(default_factory=dict)
    notes: str = ""

    @property
    def sentence(self):
        return re.split(r"(?<=[.;:]) ", self.text, 1)[0].rstrip(";:.") + "."


def read_doc(lines):
    doc, sample, label = Doc(), [], None
    for line in lines:
        line = line.strip().removeprefix("///").removeprefix(" ").rstrip()
        if found := LABEL.fullmatch(line):
            label = found[1]
            doc.labels[label] = found[2]
        elif label and line.startswith(" " * 10):
            doc.labels[label] += "\n" + line.strip()
        elif line.startswith("    ") or not line and sample and not doc.labels:
            label = None
            sample.append(line[4:])
        elif line:
            label = None
            where = "notes" if doc.labels else "text"
            setattr(doc, where, f"{getattr(doc, where)} {line}".strip())
        else:
            label = None
    doc.sample = "\n".join(sample).strip("\n")
    return doc


@dataclass
class Declaration:
    doc: list  # the `///` lines before it
    template: str  # template <...>, as it stands
    head: str  # all before the body or the semicolon, in one line
    body: list  # the lines of the body
    namespace: str = ""
    public: bool = True
    trailing: str = ""  # a `///<` comment

    @property
    def kind(self):
        found = re.match(r"(?:inline |constexpr )*(namespace|concept|enum class|struct|class|using)\b", self.head)
        before = re.sub(r"<[^<>]*>", "", self.head.split(" = ")[0])
        return found[1] if found else "function" if "(" in before else "variable"

    @property
    def name(self):
        if self.kind == "function":
            return call_of(self.head)[0]
        if self.kind == "variable":
            return re.split(r"\s*[={]", self.head)[0].split()[-1]
        return re.match(r"(?:inline |constexpr )*(?:concept|enum class|struct|class|using) ([\w:]+)", self.head)[1]


def without_literals(line):
    line = re.sub(r'"(?:\\.|[^"\\])*"|(?<!\w)\'(?:\\.|[^\'\\])*\'', "''", line)
    return re.sub(r"//.*", "", line)


def cut(text, stops):
    """The part of a text before the first of some characters that is in no bracket."""
    depth = 0
    for i, c in enumerate(text):
        if depth == 0 and c in stops:
            return text[:i]
        depth += (c in "([<{") - (c in ")]}" or c == ">" and text[i - 1] != "-")
    return text


def declarations(lines, indent=0, public=True):
    """The declarations of a scope whose lines begin at a column; namespaces are entered."""
    out, doc, spaces, i = [], [], [], 0
    while i < len(lines):
        line = lines[i]
        text = line.strip()
        if text in ("public:", "private:", "protected:"):
            public = text == "public:"
        elif not text or text.startswith(("#", "}")):
            doc = []
            if text.startswith("}  // namespace"):
                spaces.pop()
        elif text.startswith("///"):
            doc.append(text)
        elif text.startswith("//"):
            doc = []
        elif found := re.match(r"namespace ([\w:]+) {$", text):
            spaces.append(found[1])
        elif len(line) - len(line.lstrip()) == indent:
            end = i + length_of_declaration(lines[i:], indent)
            found = read_declaration(lines[i:end], indent)
            if found:
                found.doc, found.namespace, found.public = doc, "::".join(spaces), public
                if not doc and lines[i - 1].strip() and out and out[-1].name == found.name:
                    found.doc = out[-1].doc  # one block for overloads in a row
                out.append(found)
            doc = []
            i = end - 1
        i += 1
    return out


def length_of_declaration(lines, indent):
    depth, named = 0, False
    for n, line in enumerate(lines, 1):
        bare = without_literals(line).strip()
        if len(line) - len(line.lstrip()) == indent and bare and bare[0] not in "{}":
            named = named or not bare.startswith(("template", "requires"))
        depth += sum(bare.count(c) for c in "({[") - sum(bare.count(c) for c in ")}]")
        if depth == 0 and named and bare.endswith((";", "}")):
            return n
    return len(lines)


def read_declaration(lines, indent):
    template, head, rest, part = [], [], [], None
    for n, line in enumerate(lines):
        bare = line.strip()
        if len(line) - len(line.lstrip()) == indent and part is not head:
            part = template if bare.startswith("template") else [] if re.match(r"requires|[{}]", bare) else head
        part.append(re.sub(r" *//.*", "", bare) if part is head else bare)
        if part is head and re.search(r"[{;]$|{.*[};]$", without_literals(line).rstrip()):
            rest = lines[n:]
            break
    text = re.sub(r"\[\[.*?\]\] ?", "", " ".join(head))
    if not text:
        return None
    trailing = re.findall(r"///< (.*)", lines[-1] if len(lines) == 1 or len(head) == len(lines) else "")
    body = rest[1:-1] if len(rest) > 1 else rest
    return Declaration([], "\n".join(template), cut(text, "{;").strip(), body, trailing=trailing[0] if trailing else "")


def call_of(head):
    """The name that is called, and the names of the parameters."""
    head = head.replace("decltype(auto)", "auto")
    name = re.search(r"(operator\(\)|operator\S+|[\w]+)\(", head)
    if not name:
        return head, []
    depth, start, parameters = 0, name.end(), []
    for i in range(start - 1, len(head)):
        c = head[i]
        if c in ",)" and depth == 1:
            parameters.append(head[start:i].strip())
            start = i + 1
        depth += (c in "([<{") - (c in ")]}" or c == ">" and head[i - 1] != "-")
        if depth == 0:
            break
    return name[1], [parameter_name(p) for p in parameters if p]


def parameter_name(parameter):
    before, _, default = parameter.partition(" = ")
    words = re.findall(r"\w+", before)
    name = words[-1] + ("..." if "..." in before else "")
    if words[-1] in ("const", "auto") or not re.search(r"[\s&*.]\w+$", before):
        name = {"none_t": "none"}.get(words[0], before.strip("& ").removesuffix(" const").lower())
    return f"{name} = {default if len(default) < 16 else '...'}" if default else name
