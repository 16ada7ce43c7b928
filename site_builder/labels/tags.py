"""Keyword lists that say their name, and hashtags."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_builder.grammar.stamps import is_stamp
from site_builder.labels import Sheet, opening, whole
from site_builder.model import LineLabel

LABEL: LineLabel = "tags"

_is_tags = opening(
    r"(?:tags?|topik|kata kunci|keywords?|labels?|topics?|tag berita|berita tag|tagar)(?: terkait)? ?(?::|$)"
)
_TAGS = r"(?:tags?|topik|kata kunci|keywords?|topics?|labels?|tag berita|tagar)"
_is_heading = whole(rf"{_TAGS}(?: terkait)?(?: ?[/|&] ?{_TAGS})?")
_MOST_WORDS = 5
"""Of one keyword on a line of its own."""
_HASHTAGS = re.compile(r"(?:#\w[\w.-]*[\s,;|]*)+")
"""``#PilkadaDamai #Netralitas``"""


def lines(sheet: Sheet) -> Iterator[int]:
    heading = False
    for index, line in sheet.short():
        said = _is_tags(line.words) or _is_heading(line.words) or bool(_HASHTAGS.fullmatch(line.text))
        if said or (heading and _is_keyword(line.text)):
            yield index
        else:
            heading = False
        heading = heading or _is_heading(line.words)


def _is_keyword(text: str) -> bool:
    return len(text.split()) <= _MOST_WORDS and text[-1].isalnum() and not is_stamp(text)
