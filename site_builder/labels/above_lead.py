"""What still stands between the headline and the story: mostly the words under its picture."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.labels import Sheet, lead, title_or_top
from site_builder.model import LineLabel

LABEL: LineLabel = "caption"


def lines(sheet: Sheet) -> Iterator[int]:
    start = lead(sheet)
    if start < len(sheet.lines):
        yield from (i for i in sheet.open() if title_or_top(sheet) < i < start)
