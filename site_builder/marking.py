"""Marks on the words of a body: quotes with their speakers, and the words that facts were read from.

A mark is an element around words inside one run of text; nothing else of the body changes.  Words that are not there as
they stand, or that run across a link or a paragraph, get no mark: whoever asked is told which marks were made.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from site_builder.markup import Body

RUN = re.compile(r'[^<]+|<(?:[^">]|"[^"]*")*>')
"""A run of text, or a tag: ``Polres Wajo``, ``</p>``."""
PARAGRAPH = re.compile(r"<(?:p|h[2-6]|li|pre|blockquote)>")
"""What begins a block of the text."""
CLOSING = re.compile(r"[.,!?…]{0,3}[”\"’'»]{1,2}[.,]?")
"""What may close a quotation behind its words: ``,”``."""
SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Mark:
    """Words to be marked, and the name of the element around them."""

    name: str
    """The ``id``: ``kutipan-1``."""
    words: str
    kind: str
    """The ``class``; empty for none."""
    block: int | None = None
    """The block of the body that the words stand in, counted from 0; None: the first that has them."""
    offset: int = 0
    """About where in the block."""
    note: str = ""
    """Safe HTML behind the words."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mark goes: half-open, in characters of the HTML."""

    start: int
    end: int
    mark: Mark


@dataclass(frozen=True, slots=True)
class Run:
    start: int
    text: str
    block: int


def marked(body: Body, marks: Iterable[Mark]) -> tuple[Body, dict[str, str]]:
    """The body with the marks that fit, and for each of these its name and that of the element made.

    The two differ where several facts were read from the same words.  Of two marks that cross, the earlier is made.
    """
    runs = tuple(_runs(body.html))
    found = [place for mark in marks if (place := _place(runs, mark))]
    kept, names = _nested(sorted(found, key=lambda place: (place.start, -place.end)))
    return Body(_written(body.html, kept), body.plain), names


def _runs(text: str) -> Iterator[Run]:
    block = -1
    for match in RUN.finditer(text):
        if match[0][0] != "<":
            yield Run(match.start(), match[0], max(block, 0))
        elif PARAGRAPH.fullmatch(match[0]):
            block += 1


def _place(runs: tuple[Run, ...], mark: Mark) -> Place | None:
    pattern = _pattern(mark.words)
    own = [run for run in runs if run.block == mark.block] if mark.block is not None else []
    for among in (own, runs):
        found = [(run, match) for run in among for match in pattern.finditer(run.text)]
        if found:
            run, match = min(found, key=lambda at: abs(at[1].start() - mark.offset)) if among is own else found[0]
            return Place(run.start + match.start(), run.start + match.end(), mark)
    return None


def _pattern(words: str) -> re.Pattern[str]:
    """Words in safe HTML, with any white space between them, and not inside other words or ``&amp;``."""
    parts = (re.escape(html.escape(word, quote=False)) for word in SPACE.split(words.strip()))
    joined = r"\s+".join(parts)
    return re.compile(rf"(?<![\w&]){joined}(?!\w)" if words.strip() else r"(?!)")


def _nested(places: list[Place]) -> tuple[list[Place], dict[str, str]]:
    """Those that lie apart or one inside another; and which name became which."""
    kept: list[Place] = []
    names: dict[str, str] = {}
    open_: list[Place] = []
    for place in places:
        while open_ and open_[-1].end <= place.start:
            open_.pop()
        if open_ and (open_[-1].start, open_[-1].end) == (place.start, place.end):
            names[place.mark.name] = open_[-1].mark.name
        elif not open_ or place.end <= open_[-1].end:
            names[place.mark.name] = place.mark.name
            kept.append(place)
            open_.append(place)
    return kept, names


def _opening(mark: Mark) -> str:
    kind = f' class="{mark.kind}"' if mark.kind else ""
    return f'<span id="{mark.name}"{kind}>'


def _behind(text: str, end: int) -> int:
    """Behind the quotation mark that closes the words, if one does."""
    closing = CLOSING.match(text, end)
    return closing.end() if closing else end


def _written(text: str, places: list[Place]) -> str:
    """The text with an element around each place."""
    edges = [(place.start, 1, -place.end, _opening(place.mark)) for place in places]
    edges += [(place.end, 0, -place.start, "</span>") for place in places]
    edges += [(_behind(text, place.end), 2, 0, place.mark.note) for place in places if place.mark.note]
    parts, done = [], 0
    for at, _, _, tag in sorted(edges, key=lambda edge: edge[:3]):
        parts += [text[done:at], tag]
        done = at
    return "".join([*parts, text[done:]])
