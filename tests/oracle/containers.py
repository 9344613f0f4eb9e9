# SPDX-License-Identifier: MIT
"""Run random operations on the containers of Python and write what each answered, and what it held afterwards, to
tests/oracle/containers.inc, which tests/collections/oracle_test.cpp replays."""

import contextlib
import pathlib
import random
from collections import ChainMap, Counter, OrderedDict, defaultdict, deque


def key():
    return [random.randrange(8)]


def keys():
    return [random.randrange(8) for _ in range(random.randrange(6))]


def number():
    return [random.randrange(-3, 10)]


def pairs():
    return [x for k in keys() for x in (k, random.randrange(-4, 9))]


def nothing():
    return []


def both(*parts):
    return lambda: [x for part in parts for x in part()]


def paired(flat):
    return list(zip(flat[::2], flat[1::2]))


def assign(d, k, v):
    d[k] = v


def erase(d, k):
    """How many went: regius's erase does not mind a missing key."""
    before = len(d)
    d.pop(k, None)
    return before - len(d)


def ior(d, other):
    d |= other
    return list(d.items())


# What every kind of dict has: operation -> its arguments, and what it does.
MAPPING = {
    "[]=": (both(key, number), assign),
    "insert_or_assign": (both(key, number), assign),
    "at": (key, lambda d, k: d[k]),
    "get": (key, lambda d, k: d.get(k)),
    "get_or": (both(key, number), lambda d, k, v: d.get(k, v)),
    "contains": (key, lambda d, k: k in d),
    "setdefault": (both(key, number), lambda d, k, v: d.setdefault(k, v)),
    "pop": (key, lambda d, k: d.pop(k)),
    "pop_or": (both(key, number), lambda d, k, v: d.pop(k, v)),
    "popitem": (nothing, lambda d: d.popitem()),
    "erase": (key, erase),
    "update": (pairs, lambda d, *x: d.update(paired(x))),
    "|": (pairs, lambda d, *x: list((d | dict(paired(x))).items())),
    "|=": (pairs, lambda d, *x: ior(d, dict(paired(x)))),
    "== itself": (nothing, lambda d: d == d.copy()),
    "==": (pairs, lambda d, *x: d == dict(paired(x))),
    "keys": (nothing, lambda d: list(d.keys())),
    "values": (nothing, lambda d: list(d.values())),
    "items": (nothing, lambda d: list(d.items())),
    "keys &": (keys, lambda d, *x: sorted(d.keys() & x)),
    "keys |": (keys, lambda d, *x: sorted(d.keys() | x)),
    "keys -": (keys, lambda d, *x: sorted(d.keys() - set(x))),
    "keys ^": (keys, lambda d, *x: sorted(d.keys() ^ set(x))),
    "isdisjoint": (keys, lambda d, *x: d.keys().isdisjoint(x)),
    "len": (nothing, lambda d: len(d)),
    "clear": (lambda: [random.randrange(8)], lambda d, n: d.clear() if n == 0 else None),
}

REVERSED = {"reversed": (nothing, lambda d: list(reversed(d.items())))}


class Failing:
    """Counts its calls, and fails at every fourth."""

    def __init__(self):
        self.calls = 0

    def __call__(self):
        self.calls += 1
        if self.calls % 4 == 0:
            raise ValueError("no value")
        return self.calls


# In C++, d[k] = v reads d[k] first, and at() does not ask the factory.
DEFAULT = {
    **MAPPING,
    "[]": (key, lambda d, k: d[k]),
    "at": (key, lambda d, k: dict(d)[k]),
}
del DEFAULT["[]="]


def counted(c, op, k, n):
    if op == "=":
        c[k] = n
    elif op == "+":
        c[k] += n
    else:
        c[k] -= n
    return c[k]


def with_counts(f):
    """f(counter, counter of the arguments), shown in order."""
    return (pairs, lambda c, *x: list(f(c, Counter(dict(paired(x)))).items()))


def iadd(c, d):
    c += d
    return c


def isub(c, d):
    c -= d
    return c


def iand(c, d):
    c &= d
    return c


def ior_counter(c, d):
    c |= d
    return c


COUNTER = {
    "[]": (key, lambda c, k: c[k]),
    "[]=": (both(key, number), lambda c, k, n: counted(c, "=", k, n)),
    "++": (key, lambda c, k: counted(c, "+", k, 1)),
    "--": (key, lambda c, k: counted(c, "-", k, 1)),
    "[]+=": (both(key, number), lambda c, k, n: counted(c, "+", k, n)),
    "[]-=": (both(key, number), lambda c, k, n: counted(c, "-", k, n)),
    "update": (keys, lambda c, *x: c.update(x)),
    "update counts": (pairs, lambda c, *x: c.update(dict(paired(x)))),
    "subtract": (keys, lambda c, *x: c.subtract(x)),
    "subtract counts": (pairs, lambda c, *x: c.subtract(dict(paired(x)))),
    "total": (nothing, lambda c: sum(c.values())),
    "elements": (nothing, lambda c: list(c.elements())),
    "most_common": (nothing, lambda c: c.most_common()),
    "most_common n": (number, lambda c, n: c.most_common(n)),
    "+": with_counts(lambda c, d: c + d),
    "-": with_counts(lambda c, d: c - d),
    "|": with_counts(lambda c, d: c | d),
    "&": with_counts(lambda c, d: c & d),
    "+=": with_counts(iadd),
    "-=": with_counts(isub),
    "|=": with_counts(ior_counter),
    "&=": with_counts(iand),
    "unary +": (nothing, lambda c: list((+c).items())),
    "unary -": (nothing, lambda c: list((-c).items())),
    "compare": (
        pairs,
        lambda c, *x: (lambda d: [c == d, c != d, c <= d, c < d, c >= d, c > d])(Counter(dict(paired(x)))),
    ),
    "at": (key, lambda c, k: dict(c)[k]),
    **{
        name: MAPPING[name]
        for name in "get get_or contains setdefault pop pop_or popitem erase keys values items len clear".split()
    },
    "repr": (nothing, lambda c: repr(c).replace("Counter", "counter")),
}

ORDERED = {
    **MAPPING,
    **REVERSED,
    "move_to_end": (key, lambda d, k: d.move_to_end(k)),
    "move_to_front": (key, lambda d, k: d.move_to_end(k, last=False)),
    "popitem first": (nothing, lambda d: d.popitem(last=False)),
    "== reordered": (nothing, lambda d: d == OrderedDict(reversed(d.items()))),
}


def inserted(d, i, x):
    d.insert(i, x)


def extended(d, *x):
    d += x
    return list(d)


def erased(d, i):
    if -len(d) <= i < len(d):
        del d[i]


def repeated(d, n):
    d *= n
    return list(d)


DEQUE = {
    "append": (number, lambda d, x: d.append(x)),
    "appendleft": (number, lambda d, x: d.appendleft(x)),
    "pop": (nothing, lambda d: d.pop()),
    "popleft": (nothing, lambda d: d.popleft()),
    "extend": (keys, lambda d, *x: d.extend(x)),
    "extendleft": (keys, lambda d, *x: d.extendleft(x)),
    "extend itself": (lambda: [random.randrange(3)], lambda d, n: d.extend(d) if n == 0 else None),
    "rotate": (number, lambda d, n: d.rotate(n)),
    "insert": (both(number, number), inserted),
    "erase": (number, erased),
    "remove": (number, lambda d, x: d.remove(x)),
    "index": (number, lambda d, x: d.index(x)),
    "index between": (both(number, number, number), lambda d, x, i, j: d.index(x, i, j)),
    "count": (number, lambda d, x: d.count(x)),
    "contains": (number, lambda d, x: x in d),
    "reverse": (nothing, lambda d: d.reverse()),
    "clear": (lambda: [random.randrange(8)], lambda d, n: d.clear() if n == 0 else None),
    "[]": (number, lambda d, i: d[i]),
    "[]=": (both(number, number), assign),
    "+": (keys, lambda d, *x: list(d + deque(x))),
    "+=": (keys, extended),
    "*": (lambda: [random.randrange(-1, 4)], lambda d, n: list(d * n)),
    "*=": (lambda: [random.choice([1, 1, 1, 2, 0])], repeated),
    "compare": (
        keys,
        lambda d, *x: (lambda e: [d == e, d != e, d <= e, d < e, d >= e, d > e])(deque(x)),
    ),
    "reversed": (nothing, lambda d: list(reversed(d))),
    "maxlen": (nothing, lambda d: d.maxlen),
    "copy": (nothing, lambda d: repr(d.copy())),
    "len": (nothing, lambda d: len(d)),
}

CHAIN = {
    **{
        name: MAPPING[name]
        for name in (
            "[]= at get get_or contains setdefault pop pop_or popitem update | |= == keys values items len clear"
        ).split()
    },
    "== itself": MAPPING["== itself"],
    "keys &": MAPPING["keys &"],
    "keys -": MAPPING["keys -"],
    "erase": (key, lambda c, k: c.__delitem__(k)),
    "write below": (both(key, number), lambda c, k, v: assign(c.maps[1], k, v)),
    "erase below": (key, lambda c, k: erase(c.maps[2], k)),
    "parents": (nothing, lambda c: list(c.parents.items())),
    "new_child": (pairs, lambda c, *x: list(c.new_child(dict(paired(x))).items())),
    "copy": (both(key, number), lambda c, k, v: (lambda d: assign(d, k, v) or list(d.items()))(c.copy())),
}


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def answer(f, *arguments):
    try:
        said = f(*arguments)
        return said if isinstance(said, str) else repr(said)
    except (KeyError, IndexError, ValueError) as error:
        return f"{type(error).__name__}: {error}"


def table(name, container, operations, state, rounds):
    print("inline constexpr collections_step %s_steps[] = {" % name)
    for _ in range(rounds):
        deck = list(operations) * 2
        random.shuffle(deck)
        for operation in deck:
            make, f = operations[operation]
            arguments = make()
            said = answer(f, container, *arguments)
            row = [quoted(operation), "{%s}" % ", ".join(map(str, arguments)), quoted(said), quoted(state(container))]
            print("    {%d, " % len(arguments) + ", ".join(row) + "},")
    print("};")


def main():
    print("// SPDX-License-Identifier: MIT")
    print("// Written by tests/oracle/containers.py: what CPython answers.")
    print()
    print("// clang-format off")
    random.seed(5)
    items = lambda d: repr(dict(d.items()))
    table("dict", {}, {**MAPPING, **REVERSED}, items, 6)
    table("counter", Counter(), COUNTER, items, 5)
    table("defaultdict", defaultdict(Failing()), DEFAULT, items, 5)
    table("ordered_dict", OrderedDict(), ORDERED, items, 5)
    for bound in (None, 0, 1, 5):
        table("deque_" + str(bound).lower(), deque(maxlen=bound), DEQUE, lambda d: repr(list(d)), 4 if bound else 1)
    chain = ChainMap({}, {1: 2, 7: 3}, {1: 5, 3: 4, 2: 0})
    table("chain_map", chain, CHAIN, lambda c: repr(c.maps)[1:-1], 5)
    print("// clang-format on")


if __name__ == "__main__":
    answers = pathlib.Path(__file__).with_suffix(".inc")
    with answers.open("w") as file, contextlib.redirect_stdout(file):
        main()
