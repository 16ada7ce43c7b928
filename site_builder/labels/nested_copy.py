"""Lines that are the join of the lines behind them: a page whose nested elements were each printed."""

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
        words = sheet.lines[index].words
        behind = [line.words for line in sheet.lines[index + 1 : index + _NEXT] if len(line.words) >= _SHORTEST_PIECE]
        if not behind or len(words) < SENTENCE:
            continue
        begins = len(behind[0]) >= SENTENCE and words.startswith(behind[0][:-1]) and len(behind[0]) < len(words)
        if (begins or sum(other in words for other in behind) >= _FEWEST_PIECES) and _is_covered(sheet, index):
            yield index


def _is_covered(sheet: Sheet, index: int) -> bool:
    """Each line behind that the line holds is cut out of it; what is left must be little."""
    rest = sheet.lines[index].words
    total = len(rest)
    for line in sheet.lines[index + 1 : index + _REACH]:
        if len(line.words) >= _SHORTEST_PIECE and line.words in rest:
            rest = rest.replace(line.words, "\n", 1)
    return len(rest) <= (1 - _ENOUGH) * total
