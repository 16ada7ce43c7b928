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
_MARKS = frozenset(":/)]")
"""Without one of these there is no credit."""
_PHOTOGRAPHER = re.compile(
    r"(?:[A-Z][A-Z.]{2,30}(?:\.COM)?|[A-Z][\w.-]+\.(?:com|co\.id|id))\s?/\s?[A-Z][\w. '’-]{2,40}"
)
"""``SURYA/ANDI RAHMAN``"""
_BEHIND = re.compile(r"\s?[(\[][^()\[\]]{2,60}[)\]]\.?")
_LONGEST = 260


def lines(sheet: Sheet) -> Iterator[int]:
    for index, line in sheet.short():
        said = _is_caption(line.words) or (len(line.text) <= _LONGEST and _is_credited(line.text[-130:]))
        if said or _PHOTOGRAPHER.fullmatch(line.text) or _is_twin(sheet, index) or _is_twin(sheet, index - 1):
            yield index


def _is_credited(end: str) -> bool:
    return not _MARKS.isdisjoint(end) and _CREDIT.search(end) is not None


def _is_twin(sheet: Sheet, index: int) -> bool:
    """The line comes again right below, with a credit in brackets behind it."""
    if not 0 <= index < len(sheet.lines) - 1:
        return False
    first, second = sheet.lines[index].text, sheet.lines[index + 1].text
    return second.startswith(first) and _BEHIND.fullmatch(second, len(first)) is not None
