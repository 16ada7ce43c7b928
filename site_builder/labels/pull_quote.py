"""Words of the story that the page prints a second time, large."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.labels import Sheet
from site_builder.model import LineLabel

LABEL: LineLabel = "pull-quote"

_FEWEST_WORDS = 6
_MOST_LINES = 400
"""A page with more lines is not searched: the search is quadratic."""
_MARKS = "\"“”'‘’.,… "


def lines(sheet: Sheet) -> Iterator[int]:
    story = [(i, line.words) for i, line in sheet.body()]
    if len(story) > _MOST_LINES:
        return
    for index, line in sheet.short():
        words = line.words.strip(_MARKS)
        if len(words.split()) >= _FEWEST_WORDS and any(
            words in other for i, other in story if i != index and len(other) > len(words) + 20
        ):
            yield index
