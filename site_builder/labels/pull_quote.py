"""Words of the story that the page prints a second time, large."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.labels import Sheet, lead
from site_builder.model import LineLabel

LABEL: LineLabel = "pull-quote"

_FEWEST_WORDS = 6
_MOST_LINES = 400
"""A page with more lines is not searched: the search is quadratic."""
_LONGER = 20
_MARKS = "\"“”'‘’.,… "


def lines(sheet: Sheet) -> Iterator[int]:
    story = [(i, line.words) for i, line in sheet.body()]
    if len(story) > _MOST_LINES:
        return
    start = lead(sheet)
    for index, line in sheet.short():
        words = line.words.strip(_MARKS)
        if len(words.split()) >= _FEWEST_WORDS and any(
            _quotes(other, words, i > index and index < start) for i, other in story
        ):
            yield index


def _quotes(other: str, words: str, above: bool) -> bool:
    """The words stand in a longer line; above the story, also in a line that has only them."""
    return words in other and (len(other) > len(words) + _LONGER or above)
