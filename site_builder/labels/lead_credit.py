"""Short lines between headline and story: names of writers, photographers, press offices."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_builder.labels import Sheet, lead, title_or_top
from site_builder.model import LineLabel

LABEL: LineLabel = "byline"

_NAME = re.compile(r"(?:[A-Z][\w.'’-]*,?\s?){1,5}")
"""``Andi Rahman,``, ``Tim Redaksi``, ``Humas Polres Sigi``"""


def lines(sheet: Sheet) -> Iterator[int]:
    title, start = title_or_top(sheet), lead(sheet)
    if start < len(sheet.lines):
        between = (i for i in sheet.open() if title < i < start)
        yield from (i for i in between if _NAME.fullmatch(sheet.lines[i].text))
