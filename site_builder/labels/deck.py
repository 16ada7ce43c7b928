"""The line under the headline that adds to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_builder.labels import Sheet, lead
from site_builder.model import LineLabel

LABEL: LineLabel = "deck"

_DASHED = re.compile(r"(?:-{1,3}|[–—])\s?\w")
"""``-- Polresta Siap Jaga Kondusivitas``"""
_FEWEST_WORDS = 5


def lines(sheet: Sheet) -> Iterator[int]:
    title, start = sheet.first("title"), lead(sheet)
    between = [i for i in sheet.open() if title < i < start]
    dashed = [i for i in between if _DASHED.match(sheet.lines[i].text)]
    plain = [
        i for i in between if len(sheet.lines[i].text.split()) >= _FEWEST_WORDS and sheet.lines[i].text[0].isupper()
    ]
    yield from (dashed or plain)[:1]
