"""What still stands between the headline and the story: mostly the words under its picture."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.labels import Sheet, is_prose, lead, opens_with_dateline, title_or_top
from site_builder.model import LineLabel

LABEL: LineLabel = "caption"


def lines(sheet: Sheet) -> Iterator[int]:
    title, start, sure = title_or_top(sheet), lead(sheet), opens_with_dateline(sheet)
    if start < len(sheet.lines):
        between = (i for i in sheet.open() if title < i < start)
        yield from (i for i in between if sure or not is_prose(sheet.lines[i].text))
