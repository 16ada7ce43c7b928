"""Short lines between headline and story: names of writers, photographers, press offices."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.labels import SENTENCE, Sheet, lead
from site_builder.model import LineLabel

LABEL: LineLabel = "byline"


def lines(sheet: Sheet) -> Iterator[int]:
    title, start = sheet.first("title"), lead(sheet)
    if start == len(sheet.lines):
        return
    yield from (i for i in sheet.open() if title < i < start and len(sheet.lines[i].text) < SENTENCE)
