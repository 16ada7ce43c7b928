"""Words under a picture that say so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_builder.labels import Sheet, opening
from site_builder.model import LineLabel

LABEL: LineLabel = "caption"

_is_caption = opening(
    r"(?:ket(?:erangan)?\.? ?(?:foto|gambar|photo)|caption|foto|photo|gambar|ilustrasi|illustrasi|"
    r"dok(?:umentasi)?\.?|teks foto|photo by|image|foto ilustrasi|foto bersama) ?[:|/(]",
    r"(?:ilustrasi|foto|gambar) (?:ilustrasi|dok|istimewa|\w+ \(|: )|(?:dok|foto)\.? (?:istimewa|pribadi|humas|"
    r"polres|polda|ist)\b",
)
_CREDIT = re.compile(
    r"[\[(][^()\[\]\n]{0,60}?(?:\bfoto\b|\bfotografer\b|\bphoto\b|\bdok\b|\bdokumentasi\b|\bistimewa\b|\bist\b|"
    r"\bhumas\b|\btangkapan layar\b|\bscreenshot\b|"
    r"\bantara foto\b|\bilustrasi\b|\bsumber\b)[^()\[\]\n]{0,60}[\])]\.?\s?$|(?:\bFoto|\bPhoto|\bDok\.?|\bSumber|"
    r"\bIst)\s?[:/]\s?.{2,60}$",
    re.IGNORECASE,
)
"""``Kapolres memimpin apel (Foto: Humas Polres)``, ``… (dok Istimewa)``"""
_LONGEST = 260


def lines(sheet: Sheet) -> Iterator[int]:
    for index, line in sheet.short():
        if _is_caption(line.words) or (len(line.text) <= _LONGEST and _CREDIT.search(line.text[-130:])):
            yield index
