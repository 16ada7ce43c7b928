"""The line under the headline that adds to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_builder.labels import Sheet, is_headline, lead, opens_with_dateline
from site_builder.model import LineLabel

LABEL: LineLabel = "deck"

_DASHED = re.compile(r"(?:-{1,3}|[–—])\s?\w")
"""``-- Polresta Siap Jaga Kondusivitas``"""
_FEWEST_WORDS = 5


def lines(sheet: Sheet) -> Iterator[int]:
    title, start = sheet.first("title"), lead(sheet)
    between = [i for i in sheet.open() if title < i < start]
    dashed = [i for i in between if _DASHED.match(sheet.lines[i].text)]
    sure = opens_with_dateline(sheet)
    plain = [i for i in between if _is_plain(sheet.lines[i].text) and (sure or _is_set_apart(sheet, i))]
    yield from (dashed or plain)[:1]


def _is_plain(text: str) -> bool:
    return len(text.split()) >= _FEWEST_WORDS and text[0].isupper()


def _is_set_apart(sheet: Sheet, index: int) -> bool:
    """Without a dateline: built like a headline, or parted from the story by a line of another kind."""
    below = sheet.labels[index + 1 : index + 2]
    return is_headline(sheet.lines[index].text) or below in (("byline",), ("date-line",), ("share",), ("caption",))
