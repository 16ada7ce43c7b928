"""Lines that the page prints again: the headline, or whole paragraphs."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.grammar.datelines import dateline
from site_builder.labels import Sheet, fold, lead
from site_builder.model import LineLabel

LABEL: LineLabel = "duplicate"

_SHORTEST = 25
"""Code points; shorter lines may be said twice."""
_DATELINE = 60
"""Code points that a dateline before the headline has at most."""
_ALIKE = 0.6
"""The share of the headline that a shortened repetition has at least."""


def lines(sheet: Sheet) -> Iterator[int]:
    title = sheet.first("title")
    headline = sheet.lines[title].words if title < len(sheet.lines) else ""
    start = lead(sheet)
    seen = {headline}
    for index in sheet.open():
        words = sheet.lines[index].words
        again = len(words) >= _SHORTEST and words in seen
        short = index < start and _shortens(words, headline)
        if again or short or (index <= start and _repeats(sheet.lines[index].text, headline)):
            yield index
        if index >= start:
            seen.add(words)


def _repeats(text: str, headline: str) -> bool:
    """The headline again, behind the name of the site: ``KABARPALU.COM -- Kapolres Pimpin Apel``."""
    found = dateline(text) if headline and len(text) <= len(headline) + _DATELINE else None
    return found is not None and fold(text[found.span[1] :]) == headline


def _shortens(words: str, headline: str) -> bool:
    long, short = (headline, words) if len(headline) >= len(words) else (words, headline)
    return len(short) >= _SHORTEST and len(short) >= _ALIKE * len(long) and short in long
