"""An article's prose as attributions see it: its people, its sentences, and its verbs of speech outside quotations."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from site_builder.data import table
from site_builder.grammar.cast import Cast, Reference
from site_builder.grammar.quotations import Quotation
from site_builder.grammar.words import words

ENDS_SENTENCE = re.compile(r"[.!?\n](?:(?<=\n)|(?<=[.!?])['’)\]]*\s+(?=[A-ZÀ-Þ“\"(]))")
ABBREVIATION = re.compile(
    r"\b(?:Plt|Plh|Pj|Drs?|dr|Ir|Hj?|KH|Pdt|Prof|No|Jl|Kab|Prov|Kec|Muh|Moh|St|Kombes|Kol|Letkol|Brigjen|Irjen|[A-Z])$"
)
"""A full stop behind one of these ends no sentence."""


@dataclass(frozen=True)
class Scene:
    """An article's prose as attributions see it."""

    text: str
    masked: str
    """The text with spaces for what is quoted, as long as before."""
    cast: Cast
    breaks: tuple[int, ...]
    """The offsets at which sentences begin."""
    verbs: tuple[Verb, ...]
    """The verbs of speech outside quotations."""

    @classmethod
    def of(cls, text: str, people: Cast, found: tuple[Quotation, ...]) -> Scene:
        """The scene of an article with its people and quotations."""
        masked = _masked(text, found)
        return cls(text, masked, people, tuple(_breaks(masked, people)), tuple(_verbs_of(text, masked)))

    def sentence(self, offset: int) -> int:
        """Where the sentence that holds the character before the offset begins."""
        index = bisect_left(self.breaks, offset)
        return self.breaks[index - 1] if index else 0

    def sentences(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The sentences, or parts of them, between two offsets."""
        inner = self.breaks[bisect_left(self.breaks, start + 1) : bisect_left(self.breaks, end)]
        edges = [start, *inner, end]
        return ((left, right) for left, right in pairwise(edges) if left < right)

    def spoken(self, start: int, end: int) -> tuple[Verb, ...]:
        """The verbs of speech between two offsets."""
        low = bisect_left(self.verbs, start, key=lambda verb: verb.start)
        return self.verbs[low : bisect_left(self.verbs, end, key=lambda verb: verb.start)]

    def references(self, start: int, end: int) -> Iterator[Reference]:
        """The references outside quotations that begin between two offsets."""
        index = bisect_left(self.cast.references, start, key=lambda reference: reference.start)
        for reference in self.cast.references[index:]:
            if reference.start >= end:
                return
            if not self.masked[reference.start].isspace():
                yield reference


@cache
def verbs(*kinds: str) -> frozenset[str]:
    """The verbs of speech of some kinds: ``inverted`` (kata X), ``direct`` (X mengatakan), ``passive``."""
    return frozenset(row["verb"] for row in table("speech_verbs") if row["kind"] in kinds)


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of speech outside quotations; with ``nya`` behind it, ``possessed``."""

    start: int
    end: int
    root: str
    possessed: bool


def _verbs_of(text: str, masked: str) -> Iterator[Verb]:
    known, forms = verbs("inverted", "direct", "passive"), _forms()
    found = words(text)
    for index, word in enumerate(found.folded):
        if word in forms and not masked[found.starts[index]].isspace():
            root = word if word in known else word.removesuffix("nya")
            yield Verb(found.starts[index], found.ends[index], root, word not in known)


@cache
def _forms() -> frozenset[str]:
    """Every verb of speech, also with the possessive behind it."""
    known = verbs("inverted", "direct", "passive")
    return known | {f"{verb}nya" for verb in known}


def _masked(text: str, found: tuple[Quotation, ...]) -> str:
    parts, end = [], 0
    for quotation in found:
        inside = text[quotation.start : quotation.end]
        parts += [text[end : quotation.start], "\n".join(" " * len(line) for line in inside.split("\n"))]
        end = quotation.end
    return "".join([*parts, text[end:]])


def _breaks(masked: str, people: Cast) -> Iterator[int]:
    """Where sentences begin; never inside a reference, nor behind an abbreviation."""
    inside = [(reference.start, reference.end) for reference in people.references]
    index = 0
    for match in ENDS_SENTENCE.finditer(masked):
        while index < len(inside) and inside[index][1] <= match.start():
            index += 1
        within = index < len(inside) and inside[index][0] < match.start() < inside[index][1] - 1
        shortened = match.group() != "\n" and ABBREVIATION.search(masked[max(0, match.start() - 8) : match.start()])
        if not within and not shortened:
            yield match.end()
