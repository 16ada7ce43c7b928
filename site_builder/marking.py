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
WIDE = re.compile(r"\s{2,}")
ODD = re.compile(r"[^\S ]|  ")
"""White space that is not one space."""


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
    """Text between two tags, searched without patterns: each mark would need one of its own, and making it takes
    longer than all the searching."""

    start: int
    text: str
    """One space wherever the HTML has white space."""
    block: int
    spaces: tuple[tuple[int, int], ...]
    """Where the HTML has more than that one space: the place behind it in ``text``, and how much it lags from there."""

    def finds(self, words: str) -> Iterator[tuple[int, int]]:
        """Where the words stand as whole words: half-open, in characters of the HTML from ``start``."""
        at = self.text.find(words) if words else -1
        while at >= 0:
            end = at + len(words)
            if _is_apart(self.text, at, end):
                yield self._in_html(at), self._in_html(end)
                at = self.text.find(words, end)
            else:
                at = self.text.find(words, at + 1)

    def _in_html(self, at: int) -> int:
        return at + sum(lag for place, lag in self.spaces if place <= at) if self.spaces else at


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
            yield _run(match.start(), match[0], max(block, 0))
        elif PARAGRAPH.fullmatch(match[0]):
            block += 1


def _run(start: int, text: str, block: int) -> Run:
    if not ODD.search(text):
        return Run(start, text, block, ())
    lags, lag = [], 0
    for match in WIDE.finditer(text):
        extra = len(match[0]) - 1
        lags.append((match.end() - extra - lag, extra))
        lag += extra
    return Run(start, SPACE.sub(" ", text), block, tuple(lags))


def _place(runs: tuple[Run, ...], mark: Mark) -> Place | None:
    words = " ".join(html.escape(mark.words, quote=False).split())
    own = [(run, at) for run in runs if run.block == mark.block and words in run.text for at in run.finds(words)]
    if own:
        run, (start, end) = min(own, key=lambda found: abs(found[1][0] - mark.offset))
        return Place(run.start + start, run.start + end, mark)
    everywhere = ((run, at) for run in runs if words in run.text for at in run.finds(words))
    for run, (start, end) in everywhere:
        return Place(run.start + start, run.start + end, mark)
    return None


def _is_apart(text: str, start: int, end: int) -> bool:
    """Whether words are whole words, and not inside ``&amp;``."""
    before, behind = text[start - 1 : start], text[end : end + 1]
    return not (before == "&" or _is_letter(before) or _is_letter(behind))


def _is_letter(char: str) -> bool:
    return char == "_" or char.isalnum()


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
