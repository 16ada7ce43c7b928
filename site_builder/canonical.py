"""A value as bytes, to know it again."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any


def canonical(value: object) -> bytes:
    """The value as bytes: equal for equal values of equal types, different for all others.

    Takes str, bytes, int, float, bool, None, tuples, lists, mappings and dataclasses of these; raises TypeError
    for anything else, for it might hide what it holds.
    """
    parts: list[bytes] = []
    _feed(value, parts.append)
    return b"".join(parts)


def _feed(value: object, add: Callable[[bytes], None]) -> None:
    if type(value) is str:
        raw = value.encode("utf-8", "surrogatepass")
        add(b"s%d:%b" % (len(raw), raw))
    elif value is None or type(value) in (bool, int, float):
        add(b"%r;" % (value,))
    elif type(value) is bytes:
        add(b"b%d:%b" % (len(value), value))
    elif isinstance(value, tuple | list):
        add(b"(%d:" % len(value))
        for item in value:
            _feed(item, add)
    elif isinstance(value, Mapping):
        add(b"{%d:" % len(value))
        for item in sorted(canonical(key) + canonical(found) for key, found in value.items()):
            add(item)
    else:
        kind: Any = type(value)
        head, names = _fields(kind)
        add(b"<%b:" % head)
        for name in names:
            _feed(getattr(value, name), add)


@cache
def _fields(kind: type) -> tuple[bytes, tuple[str, ...]]:
    if not dataclasses.is_dataclass(kind):
        raise TypeError(f"{kind} has no canonical bytes")
    names = tuple(field.name for field in dataclasses.fields(kind))
    return f"{kind.__module__}.{kind.__qualname__} {len(names)}".encode(), names
