"""Raw file -> seeds. One file per format; each says which name endings it reads.

A reader module has ``SUFFIXES`` (lower case, with the dot) and
``read(stream: BinaryIO, path: str) -> Iterator[Seed | Problem]``; a file that cannot be read yields a Problem, never
an exception.  A reader takes no more of the stream than its own named limit: at once for one article, by pieces for
a container of many.  Readers are found by name: two that claim one suffix are an error.  One that is named like its
suffix (``html.py`` for ``.html``) is imported only when a file of that kind comes, with the libraries it needs.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from functools import cache
from importlib import import_module
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import BinaryIO, Protocol, cast

from site_builder.content.sidecar import stated as stated_in
from site_builder.errors import Problem
from site_builder.model import LONGEST_READ, Seed, Stated

MOST_LINES = 20_000
"""Of one article, blank ones counted; real pages have some hundred, and the labels look at each line many times."""


class Reader(Protocol):
    SUFFIXES: tuple[str, ...]

    def read(self, stream: BinaryIO, path: str) -> Iterator[Seed | Problem]: ...


def seeds(stream: BinaryIO, path: str, sidecar: str | None, *, tags: Collection[str] = ()) -> Iterator[Seed | Problem]:
    """The articles of one raw file, each with the facts of its sidecar, and what is wrong with either.

    ``path`` is relative to ``seeds/``; ``sidecar`` is the text of ``NAME.yml`` beside it, None if there is none;
    ``tags`` are the slugs that it may name, without any it may name all.
    """
    reader = _reader(path)
    if reader is None:
        hint = f"the endings that can be read are {', '.join(sorted(claims()))}"
        yield Problem(path, "is of a kind that cannot be read", hint)
        return
    where = str(PurePosixPath(path).with_suffix(".yml"))
    facts = tuple(stated_in(sidecar, where=where, tags=tags)) if sidecar is not None else ()
    yield from (fact for fact in facts if isinstance(fact, Problem))
    stated = tuple(fact for fact in facts if isinstance(fact, Stated))
    by_hand = {fact.field for fact in stated}
    for item in reader.read(stream, path):
        if isinstance(item, Seed) and item.text.count("\n") > MOST_LINES:
            yield Problem(item.path, f"has more than {MOST_LINES:,} lines", "split it: one article a file")
        elif isinstance(item, Seed):
            by_page = [fact for fact in item.stated if fact.field not in by_hand]
            yield replace(item, stated=(*stated, *by_page))
            if len(item.text) > LONGEST_READ:
                what = f"is longer than an article: its facts are those of its first {LONGEST_READ:,} characters"
                yield Problem(item.path, what, "split it: one article a file")
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
