"""Where the page says that the text comes from; a site's name behind the title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_builder.grammar import datelines
from site_builder.grammar.outlets import DOMAIN, is_brand, is_press_office
from site_builder.labels import LONG, Line, Sheet, ends_sentence, fold, is_paragraph, opening
from site_builder.model import LineLabel, Span

LABEL: LineLabel = "source"

_is_source = opening(
    r"(?:sumber|source|sumber berita|sumber artikel|sumber data|sumber informasi|via|dikutip dari|dilansir dari) ?:",
    r"(?:artikel|berita|konten) ini (?:telah |sudah |pernah |pertama kali )*(?:tayang|terbit|dipublikasikan|"
    r"diterbitkan|ditayangkan|dimuat|disadur|diambil)",
    r"(?:artikel|berita) asli|original article|the post .{3,200}first appeared|the post .{3,200}appeared first",
    r"baca (?:berita|artikel) (?:asli|sumber)|read original",
)
_MOST_WORDS = 4
"""Of a site's name that no table knows."""
_SEPARATOR = re.compile(r"\s{0,3}(?:\s[-–—|»]\s|\|)\s{0,3}")
"""Between a headline and the site's name: ``… Damai - Kabar Palu``, ``… Damai | kabarpalu.com``."""
_BARRED = re.compile(r"\s[|«»]\s{1,3}(?P<site>[A-Z][\w.&]*(?:\s[A-Z][\w.&]*){0,3})\s?\Z")
"""``… Damai | Warta Lembah``: behind a bar stands the site, even one that nobody knows."""
_SIGNATURE = re.compile(rf"(?:[A-Z][\w ]{{2,30}}[,/-]\s?)?(?:{DOMAIN.pattern})", re.IGNORECASE)
"""``KABARPALU.COM``, ``PALU, KABARPALU.COM``"""
_RUBRICS = frozenset({
    "berita", "video", "foto", "opini", "kolom", "news", "nasional", "daerah", "pilkada", "pemilu", "politik", "hukum",
    "peristiwa", "regional", "home",
})  # fmt: skip


def lines(sheet: Sheet) -> Iterator[int]:
    return (index for index, line in sheet.short() if _is_source(line.words) or _signs(sheet, index))


def _signs(sheet: Sheet, index: int) -> bool:
    """A domain behind the last sentence, alone or with its town; one inside a sentence was broken off at its link."""
    line = sheet.lines[index]
    if "." not in line.text or index == 0 or _SIGNATURE.fullmatch(line.text) is None:
        return False
    behind = sheet.lines[index + 1].text if index + 1 < len(sheet.lines) else "A"
    above = sheet.lines[index - 1]
    parted = line.span[0] - above.span[1] > 1 or ends_sentence(above.text)
    starts_anew = behind[0].isalnum() and not behind[0].islower()
    return parted and starts_anew and (len(above.text) > LONG or is_paragraph(above.text))


def spans(sheet: Sheet) -> Iterator[tuple[int, Span]]:
    """The name of the site behind the title, with the mark before it."""
    for index, given in enumerate(sheet.labels):
        line = sheet.lines[index]
        if given == "title" and (start := _suffix(line.text) or _behind_repeated(sheet, line)) is not None:
            yield index, (line.span[0] + start, line.span[1])


def _suffix(title: str) -> int | None:
    """Where the run of site names at the end begins; the first piece of a title is always the headline."""
    start = None
    for mark in reversed(list(_SEPARATOR.finditer(title))):
        piece = _SEPARATOR.split(title[mark.end() :])[0]
        if mark.start() == 0 or not _is_site(piece):
            break
        start = mark.start()
    return _barred(title) if start is None else start


def _barred(title: str) -> int | None:
    found = _BARRED.search(title)
    if found is None or found["site"].split()[0].casefold() in _RUBRICS or datelines.is_town(found["site"]):
        return None
    return found.start()


def _behind_repeated(sheet: Sheet, title: Line) -> int | None:
    """Where the words begin that the page leaves out when it prints its headline again."""
    marks = list(_SEPARATOR.finditer(title.text))
    if not marks or len(title.text[marks[-1].end() :].split()) > _MOST_WORDS:
        return None
    headline = fold(title.text[: marks[-1].start()])
    again = any(
        given == "duplicate" and line.words == headline for line, given in zip(sheet.lines, sheet.labels, strict=True)
    )
    return marks[-1].start() if again else None


def _is_site(piece: str) -> bool:
    return DOMAIN.fullmatch(piece.strip()) is not None or is_brand(piece) or is_press_office(piece)
