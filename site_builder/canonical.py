"""A value as bytes, to know it again."""

from __future__ import annotations

import dataclasses
import marshal
from collections.abc import Callable, Mapping
from functools import cache
from operator import attrgetter
from typing import Any

VERSION = 2
"""Of the form of ``marshal``: the last whose bytes tell nothing of how values lie in memory."""
PLAIN = frozenset({str, int, bool, float, bytes, type(None)})
"""Types that ``marshal`` writes as they are."""


def canonical(value: object) -> bytes:
    """The value as bytes: equal for equal values of equal types, different for all others.

    Takes str, bytes, int, float, bool, None, tuples, lists, mappings and dataclasses of these; raises TypeError
    for anything else, for it might hide what it holds.
    """
    return marshal.dumps(_form(value), VERSION)


def _form(value: Any) -> Any:
    """The value in tuples and lists: a tuple stands for itself, a list begins with what it stands for."""
    kind: Any = type(value)
    if kind in PLAIN:
        return value
    if kind is tuple or isinstance(value, tuple | list):
        return tuple([item if type(item) in PLAIN else _form(item) for item in value])
    if isinstance(value, Mapping):
        return [None, *sorted((canonical(key), canonical(found)) for key, found in value.items())]
    head, fields = _fields(kind)
    return [head, *[item if type(item) in PLAIN else _form(item) for item in fields(value)]]


@cache
def _fields(kind: type[Any]) -> tuple[str, Callable[[Any], tuple[Any, ...]]]:
    """The name of a dataclass, and what takes its fields out."""
    if not (isinstance(kind, type) and dataclasses.is_dataclass(kind)):
        raise TypeError(f"{kind} has no canonical bytes")
    names = [field.name for field in dataclasses.fields(kind)]
    get: Callable[[Any], Any] = attrgetter(*names) if names else lambda _: ()
    return f"{kind.__module__}.{kind.__qualname__}", (lambda own: (get(own),)) if len(names) == 1 else get
