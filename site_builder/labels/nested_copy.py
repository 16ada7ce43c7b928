"""Text that a page printed once whole and once in pieces, because each of its nested elements was copied.

If the pieces have all of the long line, it is the copy; if they have only a part of it, they are.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.labels import SENTENCE, Sheet
from site_builder.model import LineLabel

LABEL: LineLabel = "duplicate"

_ENOUGH = 0.8
"""The share of a line's characters that stand in the lines behind it."""
_NEXT, _FEWEST_PIECES, _SHORTEST_PIECE = 8, 2, 20
"""A line that holds two of the next seven, of some length, may be their join."""
_REACH = 200
"""Lines that are looked at behind a line."""


def lines(sheet: Sheet) -> Iterator[int]:
    for index in sheet.open():
        if _holds_others(sheet, index):
            pieces = _pieces(sheet, index)
            if _is_covered(sheet, index, pieces):
                yield index
            else:
                yield from (i for i in pieces if len(sheet.lines[i].words) >= SENTENCE)


def _holds_others(sheet: Sheet, index: int) -> bool:
    words = sheet.lines[index].words
    behind = [line.words for line in sheet.lines[index + 1 : index + _NEXT] if len(line.words) >= _SHORTEST_PIECE]
    if not behind or len(words) < SENTENCE:
        return False
    begins = SENTENCE <= len(behind[0]) < len(words) and words.startswith(behind[0][:-1])
    return begins or sum(other in words for other in behind if len(other) < len(words)) >= _FEWEST_PIECES


def _pieces(sheet: Sheet, index: int) -> list[int]:
    """The lines behind that stand in the line word for word."""
    words = sheet.lines[index].words
    behind = range(index + 1, min(index + _REACH, len(sheet.lines)))
    return [
        i for i in behind if _SHORTEST_PIECE <= len(sheet.lines[i].words) < len(words) and sheet.lines[i].words in words
    ]


def _is_covered(sheet: Sheet, index: int, pieces: list[int]) -> bool:
    """Each piece is cut out of the line; what is left must be little."""
    rest = sheet.lines[index].words
    for i in pieces:
        rest = rest.replace(sheet.lines[i].words, "\n", 1)
    return len(rest) <= (1 - _ENOUGH) * len(sheet.lines[index].words)
