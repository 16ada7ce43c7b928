"""The first line of a copy, if the page's date stands right below it: a headline, whatever words it begins with."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.grammar.stamps import is_stamp
from site_builder.labels import SHORT, Sheet, is_bar
from site_builder.model import LineLabel

LABEL: LineLabel = "title"

_FEWEST_WORDS = 3


def lines(sheet: Sheet) -> Iterator[int]:
    if len(sheet.lines) < 2 or not is_stamp(sheet.lines[1].text):
        return
    first = sheet.lines[0].text
    if (
        len(first) <= SHORT
        and len(first.split()) >= _FEWEST_WORDS
        and first[:1] not in '"“'
        and first[-1] != "."
        and not is_bar(first)
    ):
        yield 0
