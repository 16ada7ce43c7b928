"""Keyword lists that say their name, and hashtags."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_builder.labels import Sheet, opening
from site_builder.model import LineLabel

LABEL: LineLabel = "tags"

_is_tags = opening(
    r"(?:tags?|topik|kata kunci|keywords?|labels?|topics?|tag berita|berita tag|tagar)(?: terkait)? ?(?::|$)"
)
_HASHTAGS = re.compile(r"(?:#\w[\w.-]*[\s,;|]*)+")
"""``#PilkadaDamai #Netralitas``"""


def lines(sheet: Sheet) -> Iterator[int]:
    for index, line in sheet.short():
        if _is_tags(line.words) or _HASHTAGS.fullmatch(line.text.strip()):
            yield index
