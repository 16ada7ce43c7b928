"""When the page appeared: a line with a date and hardly anything else, above the story or saying what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_builder.grammar.stamps import is_stamp
from site_builder.labels import Sheet, is_paragraph
from site_builder.model import LineLabel

LABEL: LineLabel = "date-line"

_SAYS_SO = re.compile(r"(?:tayang|terbit|publi|dipubli|posted|diposting|diperbarui|updated?|last updated|diunggah)")
_LONGEST_CAPTION = 100


def lines(sheet: Sheet) -> Iterator[int]:
    begun = False
    for index in sheet.open():
        line = sheet.lines[index]
        if is_stamp(line.text) and (not begun or _SAYS_SO.match(line.words)):
            yield index
        begun = begun or (len(line.text) > _LONGEST_CAPTION and is_paragraph(line.text))
