# SPDX-License-Identifier: MIT
"""Let GDB show the containers and generators of regius as what they hold.

    (gdb) source PREFIX/share/regius/gdb/regius_printers.py     # once a session, or in ~/.gdbinit
    (gdb) print seen
    $1 = regius::counter of 2 = {["spam"] = 2, ["eggs"] = 1}
"""

import re

import gdb
import gdb.printing


def name_of(value):
    """regius::dict for a regius::dict<...>."""
    return re.match(r"[\w:]+", gdb.types.get_basic_type(value.type).name)[0]


class Dict:
    """dict and what is built on it: the entries stand in a row in their order, perhaps with holes."""

    def __init__(self, value):
        self.value = value
        self.table = value["table_"]

    def to_string(self):
        return f"{name_of(self.value)} of {int(self.table['live_'])}"

    def display_hint(self):
        return "map"

    def children(self):
        table = self.table
        holes = bool(table["holes_"])
        for at in range(int(table["head_"]), int(table["used_"])):
            if holes and not int(table["alive_"][at // 64]["bits"]) >> at % 64 & 1:
                continue
            pair = table["entries_"][at]["value"]
            yield f"key {at}", pair["first"]
            yield f"value {at}", pair["second"]


class Deque:
    """A ring, its size a power of two."""

    def __init__(self, value):
        self.value = value

    def to_string(self):
        bound = int(self.value["bound_"])
        unbounded = bound == 2 ** (8 * self.value["bound_"].type.sizeof) - 1
        return f"{name_of(self.value)} of {int(self.value['size_'])}" + ("" if unbounded else f", maxlen {bound}")

    def display_hint(self):
        return "array"

    def children(self):
        head, mask = int(self.value["head_"]), int(self.value["mask_"])
        for i in range(int(self.value["size_"])):
            yield f"[{i}]", self.value["slots_"][(head + i) & mask]


class Generator:
    """Which function it is, and where that waits: read from the coroutine's frame, which GCC and Clang lay out alike."""

    def __init__(self, value):
        self.value = value
        self.frame = value["frame_"]["at_"]

    def to_string(self):
        name = name_of(self.value)
        if not int(self.frame):
            return f"{name}, taken by a yield_from" if self.value["lent_"] else f"{name}, empty"

        kind = gdb.types.get_basic_type(self.value.type)
        arguments = [kind.template_argument(i) for i in range(3)]
        promise = gdb.lookup_type(f"regius::detail::generator_promise<{', '.join(map(str, arguments))}>")
        pointer = gdb.lookup_type("void").pointer()
        resume = self.frame.cast(pointer.pointer()).dereference()
        here = int(self.frame) + max(2 * pointer.sizeof, promise.alignof)
        frame = gdb.Value(here).cast(promise.pointer()).dereference()

        state = str(frame["state"]).rpartition("::")[2]
        if state == "finished":
            return f"{name}, finished"
        body = gdb.block_for_pc(int(resume))
        while body and not body.function:
            body = body.superblock
        who = f"{name} of {re.match(r'[^([]*', body.function.name)[0]}" if body else name
        if state == "unstarted":
            return f"{who}, not started"
        if state == "runs":
            return f"{who}, running"
        element = frame["element"]
        at = element["kept_"] if any(f.name is None for f in element.type.fields()) else element["at_"].dereference()
        return f"{who}, waiting at {at}"


def printers():
    known = gdb.printing.RegexpCollectionPrettyPrinter("regius")
    for name in ("dict", "counter", "defaultdict", "ordered_dict"):
        known.add_printer(name, f"^regius::{name}<.*>$", Dict)
    known.add_printer("deque", "^regius::deque<.*>$", Deque)
    known.add_printer("generator", "^regius::generator<.*>$", Generator)
    return known


gdb.printing.register_pretty_printer(gdb.current_objfile(), printers(), replace=True)
