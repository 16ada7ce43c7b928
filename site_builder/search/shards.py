"""The dictionary of the index in small files.

A file holds the words that begin alike; where they fill more than ``FULL`` it is cut by their next letter, so that a
new word changes its own file and cuts at most that one.  A long posting has a file of its own.

A line of the dictionary is a word, a tab and its posting, or ``*`` for a long one; then, if there are any, a tab and
the other terms of its root.  ``word>term`` leads from a form that does not begin like its stem.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from site_builder.search.postings import Posting

LONG = 2048
"""Bytes of a posting that has a file of its own."""
FULL = 8 * 1024
"""Bytes of a file of short postings."""


@dataclass(frozen=True, slots=True)
class Line:
    """One word of the dictionary."""

    word: str
    text: str
    places: str = ""
    """Of a short posting: the line of the file of places."""


@dataclass(frozen=True, slots=True)
class Shard:
    """The words that begin with ``prefix``; or, where longer prefixes have shards too, that word alone."""

    prefix: str
    lines: tuple[Line, ...]


def is_long(posting: Posting) -> bool:
    return len(posting.articles) > LONG


def lines(found: Mapping[str, Posting], words: Mapping[str, str], kin: Mapping[str, tuple[str, ...]]) -> Iterator[Line]:
    """The dictionary, in no order; ``words`` are forms with their terms."""
    for term, posting in found.items():
        text = "*" if is_long(posting) else posting.articles.decode()
        more = "\t" + " ".join(kin[term]) if term in kin else ""
        places = "" if is_long(posting) else f"{term}\t{posting.places.decode()}"
        yield Line(term, f"{term}\t{text}{more}", places)
    for word, term in words.items():
        if not word.startswith(term) and term in found:
            yield Line(word, f"{word}>{term}")


def shards(dictionary: Iterable[Line]) -> Iterator[Shard]:
    """The dictionary cut into shards, in order."""
    ordered = sorted(dictionary, key=lambda line: (line.word, line.text))
    yield from _cut("", ordered)


def _cut(prefix: str, ordered: list[Line]) -> Iterator[Shard]:
    if sum(len(line.text) for line in ordered) <= FULL or all(line.word == prefix for line in ordered):
        yield Shard(prefix, tuple(ordered))
        return
    depth = len(prefix) + 1
    for longer, several in groupby(ordered, key=lambda line: line.word[:depth]):
        if longer == prefix:
            yield Shard(prefix, tuple(several))
        else:
            yield from _cut(longer, list(several))
