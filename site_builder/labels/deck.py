"""The line under the headline that adds to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_builder.labels import LONG, Sheet, is_headline, lead
from site_builder.model import LineLabel

LABEL: LineLabel = "deck"

_DASHED = re.compile(r"(?:-{1,3}|[–—])\s?\w")
"""``-- Polresta Siap Jaga Kondusivitas``"""
_FEWEST_WORDS = 5


def lines(sheet: Sheet) -> Iterator[int]:
    title, start = sheet.first("title"), lead(sheet)
    between = [i for i in sheet.open() if title < i < start]
    dashed = [i for i in between if _DASHED.match(sheet.lines[i].text)]
    plain = [i for i in between if len(sheet.lines[i].text.split()) >= _FEWEST_WORDS and _is_deck(sheet.lines[i].text)]
    yield from (dashed or plain)[:1]


def _is_deck(text: str) -> bool:
    return len(text) <= LONG and (is_headline(text) or text[0].isupper())
