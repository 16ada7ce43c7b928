"""Raw file -> seeds. One file per format; each says which name endings it reads.

A reader module has ``SUFFIXES`` (lower case, with the dot) and
``read(stream: BinaryIO, path: str) -> Iterator[Seed | Problem]``; a file that cannot be read yields a Problem, never
an exception.  A reader takes no more of the stream than its own named limit: at once for one article, by pieces for
a container of many.  Readers are found by name: two that claim one suffix are an error.  One that is named like its
suffix (``html.py`` for ``.html``) is imported only when a file of that kind comes, with the libraries it needs.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from importlib import import_module
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import BinaryIO, Protocol, cast

from site_builder.content.front_matter import FrontMatterError, parse
from site_builder.edtf import is_date
from site_builder.errors import Problem
from site_builder.grammar.addresses import canonical, is_address
from site_builder.grammar.days import stated_day
from site_builder.model import Seed, Stated

MOST_LINES = 20_000
"""Of one article, blank ones counted; real pages have some hundred, and the labels look at each line many times."""
TEXT_FIELDS = frozenset({"title", "deck", "outlet", "url", "published", "republished_from"})
LIST_FIELDS = frozenset({"authors", "places", "organizations", "tags"})
SIDECAR_KEYS = TEXT_FIELDS | LIST_FIELDS | {"retrieved"}
"""What a person may state in ``NAME.yml``; ``retrieved`` is for people and gives no reading."""


class Reader(Protocol):
    SUFFIXES: tuple[str, ...]

    def read(self, stream: BinaryIO, path: str) -> Iterator[Seed | Problem]: ...


def seeds(stream: BinaryIO, path: str, sidecar: str | None) -> Iterator[Seed | Problem]:
    """The articles of one raw file, each with the facts of its sidecar, and what is wrong with either.

    ``path`` is relative to ``seeds/``; ``sidecar`` is the text of ``NAME.yml`` beside it, None if there is none.
    """
    reader = _reader(path)
    if reader is None:
        hint = f"the endings that can be read are {', '.join(sorted(claims()))}"
        yield Problem(path, "is of a kind that cannot be read", hint)
        return
    stated: list[Stated] = []
    for found in _stated(sidecar, f"{PurePosixPath(path).with_suffix('.yml')}") if sidecar is not None else ():
        if isinstance(found, Problem):
            yield found
        else:
            stated.append(found)
    by_hand = {fact.field for fact in stated}
    for item in reader.read(stream, path):
        if isinstance(item, Seed) and item.text.count("\n") > MOST_LINES:
            yield Problem(item.path, f"has more than {MOST_LINES:,} lines", "split it: one article a file")
        elif isinstance(item, Seed):
            by_page = [fact for fact in item.stated if fact.field not in by_hand]
            yield replace(item, stated=(*stated, *by_page))
        else:
            yield item


@cache
def claims() -> Mapping[str, str]:
    """Suffix -> name of the module that reads it, for every format; raises ValueError if two claim one suffix."""
    found: dict[str, str] = {}
    for module in pkgutil.iter_modules(__path__):
        for suffix in _load(module.name).SUFFIXES:
            if suffix in found:
                raise ValueError(f"readers {found[suffix]} and {module.name} both claim {suffix}")
            found[suffix] = module.name
    return MappingProxyType(found)


def _load(name: str) -> Reader:
    return cast(Reader, import_module(f"{__name__}.{name}"))


def ending(path: str) -> str | None:
    """The part of a file's name that says who reads it: ``.jsonl.gz``; None if nobody does."""
    endings = [suffix.lower() for suffix in PurePosixPath(path).suffixes]
    longest_first = ["".join(endings[start:]) for start in range(len(endings))]
    # All that can be told from names come first: only for the others must every reader be loaded.
    for known in (_named_like, _claimed):
        if found := next((suffix for suffix in longest_first if known(suffix)), None):
            return found
    return None


def _reader(path: str) -> Reader | None:
    """The reader of the longest ending of the name that anyone claims: ``.jsonl.gz`` before ``.gz``."""
    suffix = ending(path)
    return (_named_like(suffix) or _claimed(suffix)) if suffix else None


def _named_like(suffix: str) -> Reader | None:
    name = suffix.strip(".").partition(".")[0]
    if name not in {module.name for module in pkgutil.iter_modules(__path__)}:
        return None
    reader = _load(name)
    return reader if suffix in reader.SUFFIXES else None


def _claimed(suffix: str) -> Reader | None:
    name = claims().get(suffix)
    return _load(name) if name else None


def _stated(sidecar: str, where: str) -> Iterator[Stated | Problem]:
    try:
        facts = parse(sidecar)
    except FrontMatterError as error:
        yield Problem(f"{where}:{error.line}", error.what, error.hint)
        return
    for key, value in facts.items():
        yield from _fact(key, value, where)


def _fact(key: str, value: object, where: str) -> Iterator[Stated | Problem]:
    if key not in SIDECAR_KEYS:
        known = ", ".join(sorted(SIDECAR_KEYS))
        yield Problem(where, f"has the unknown key {key!r}", f"the keys are {known}")
    elif value is None or key == "retrieved":
        return
    elif isinstance(value, str) and key in TEXT_FIELDS:
        yield _text_fact(key, value, where)
    elif key in LIST_FIELDS:
        items = value if isinstance(value, list) else [value]
        if all(isinstance(item, str) for item in items):
            yield from (Stated(key, item, item, "sidecar") for item in items if isinstance(item, str))
        else:
            yield Problem(where, f"{key} must be a list of words", f"write {key}: [one, two]")
    else:
        yield Problem(where, f"{key} must be one line of text", f"write {key}: …")


def _text_fact(key: str, value: str, where: str) -> Stated | Problem:
    normal = _NORMAL.get(key, str.strip)(value)
    if normal is None:
        return Problem(where, f"{key} cannot be {value!r}", _WANTED[key])
    return Stated(key, normal, value, "sidecar")


def _day(value: str) -> str | None:
    return value if is_date(value) else stated_day(value)


def _url(value: str) -> str | None:
    return canonical(value) if is_address(value) else None


_NORMAL = MappingProxyType({"published": _day, "url": _url})
_WANTED = MappingProxyType(
    {
        "published": 'write a day or a day with its time: "2024-07-31", "2024-07-31T19:30+07:00"',
        "url": "write the whole address, beginning with https://",
    }
)
