"""The dateline at the start of the story; it stays part of the body."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.grammar.datelines import REACH, dateline
from site_builder.labels import SENTENCE, Sheet
from site_builder.model import LineLabel, Span

LABEL: LineLabel = "dateline"

_REACH = 4
"""Body lines among which it may stand."""


def spans(sheet: Sheet) -> Iterator[tuple[int, Span]]:
    body = [i for i, given in enumerate(sheet.labels) if given == "body"][:_REACH]
    for position in range(len(body)):
        pieces = _pieces(sheet, body, position)
        found = dateline("\n".join(text for _, text in pieces))
        if found:
            yield from _parts(sheet, pieces, found.span[1])
            return


def _pieces(sheet: Sheet, body: list[int], position: int) -> list[tuple[int, str]]:
    """A line, with the lines behind it if it is so short that its dateline may have been broken at links."""
    first = sheet.lines[body[position]].text
    count = 1 if len(first) >= SENTENCE else 3
    return [(i, sheet.lines[i].text[:REACH]) for i in body[position : position + count]]


def _parts(sheet: Sheet, pieces: list[tuple[int, str]], end: int) -> Iterator[tuple[int, Span]]:
    for index, text in pieces:
        if end > 0:
            start = sheet.lines[index].span[0]
            width = len(text[:end].rstrip())
            if width:
                yield index, (start, start + width)
        end -= len(text) + 1
