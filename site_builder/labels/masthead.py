"""What stands above the headline and has no name of its own: rubrics, slogans, names of the site."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.labels import Sheet
from site_builder.model import LineLabel

LABEL: LineLabel = "navigation"


def lines(sheet: Sheet) -> Iterator[int]:
    title = sheet.first("title")
    return (i for i in sheet.open() if i < title < len(sheet.lines))
