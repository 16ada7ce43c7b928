"""Advertisement slots, and the words that stand where one was."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from site_builder.labels import Sheet, whole
from site_builder.model import LineLabel, Span

LABEL: LineLabel = "ad"

_is_slot = whole(
    r"(?:[-– ]*(?:advertisement|advertising|iklan|ads|sponsored|promoted|pasang iklan)[-– ]*)+",
    r"(?:advertisement )?(?:[-– ]*)scroll (?:to (?:continue|resume)|ke bawah|untuk|down).{0,60}",
    r"(?:lanjut(?:kan)? membaca|gulir ke bawah|geser ke bawah).{0,60}",
    r"adblock test.{0,20}|adsbygoogle.{0,60}|mgid|promoted content|konten bersponsor|space iklan|ruang iklan",
    r"baca (?:artikel|berita) tanpa iklan.{0,40}|.{0,20}gabung kompas\.com\+|hapus iklan.{0,30}",
)
_SLOT = re.compile(
    r"(?:ADVERTISEMENT\s+)?SCROLL TO (?:CONTINUE|RESUME)(?: WITH)? ?(?:CONTENT|READING)?|ADVERTISEMENT\b"
)
"""Inside a one-line body: ``… di Kupang. ADVERTISEMENT SCROLL TO CONTINUE WITH CONTENT Menurut …``"""

_SHOUTED = ("ADVERTISEMENT", "SCROLL TO ")
"""Without one of these there is no slot inside a line."""
_MOST_SPANS = 200
"""In one line; a real one has a few."""


def lines(sheet: Sheet) -> Iterator[int]:
    return (index for index, line in sheet.short() if _is_slot(line.words))


def spans(sheet: Sheet) -> Iterator[tuple[int, Span]]:
    for index, line in sheet.body():
        if not any(word in line.text for word in _SHOUTED):
            continue
        for found in islice(_SLOT.finditer(line.text), _MOST_SPANS):
            yield index, (line.span[0] + found.start(), line.span[0] + found.end())
