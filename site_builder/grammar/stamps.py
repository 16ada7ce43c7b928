"""The stamp that a page puts on its article: ``Tayang: Selasa, 8 Oktober 2024 20:07 WIB``."""

from __future__ import annotations

import re

from site_builder.grammar.clock import clocks
from site_builder.grammar.dates import printed_dates
from site_builder.model import Span

_FURNITURE = re.compile(
    r"\b(?:tayang|terbit|diterbitkan|dipublikasikan|dipublish|published|posted|publish|diposting|diperbarui|updated?|"
    r"last updated|terakhir diperbarui|dibuat|tanggal|date|pada|on|at|by|oleh|"
    r"ditulis|diupload|diunggah|dikirim|"
    r"dirilis|created|admin|redaksi|jurnalis|pukul|jam|pkl|wib|"
    r"wita|wit|views?|dibaca|kali|komentar|comments?|senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|hari|am|pm|x0000|"
    r"min read|menit|tim|staff|editor|penulis|news|berita|com|id|co)\b|[\d\W_]",
    re.IGNORECASE,
)
_SAYS_SO = re.compile(
    r"\b(?:tayang|terbit|publi\w*|dipubli\w*|posted|posting|diposting|diperbarui|updated?|diunggah|ditulis|dirilis|created)\b|"
    r"\d[:.]\d\d\s?(?:wi[bt]a?)?\b",
    re.IGNORECASE,
)
"""A word of publishing, or a time of day."""
_PIECE = re.compile(r"[A-Z][\w.'’]*(?: [A-Z][\w.'’]*){0,2}|[a-z]{5,30}(?:\.[a-z]{2,6})?")
"""One name in a stamp with town and site: ``Kapanewon Wonosari, kabarsleman — Kamis Pon, 21 Nov 2024 | 00.15``."""
_DIGIT = re.compile(r"\d")
_MOST_PIECES = 4
_REST, _REST_OF_BARE = 28, 12
"""Letters that may stand beside the date: an author, a rubric; fewer if nothing says that it is a stamp."""
_LONGEST = 120


def is_stamp(line: str) -> bool:
    """True if the line has one full date, or two, and hardly anything else; ``- …`` is an item of a list."""
    if len(line) > _LONGEST or not _DIGIT.search(line):
        return False
    if line.endswith((".", "”", '"', ":")) or line.startswith(("- ", "• ")):
        return False
    dates = [date for date in printed_dates(line) if date.precise]
    if not dates:
        return False
    taken = [date.span for date in dates] + [clock.span for clock in clocks(line)]
    rest = _without(line, taken)
    room = _REST if len(dates) == 1 and _SAYS_SO.search(line) else _REST_OF_BARE
    return len(_FURNITURE.sub("", rest)) <= room or _is_listed(line, taken[0], taken[-1])


def _without(line: str, taken: list[Span]) -> str:
    """The line without the spans, some of which may lie over others."""
    pieces, end = [], 0
    for start, stop in sorted(taken):
        pieces.append(line[end:start])
        end = max(end, stop)
    return "".join([*pieces, line[end:]])


def _is_listed(line: str, date: Span, last: Span) -> bool:
    """Names alone stand before the date, parted by marks, and nothing but a time behind it."""
    names = [piece.strip() for piece in re.split(r"[,|–—]|\s-+\s", line[: date[0]]) if piece.strip()]
    behind = line[max(date[1], last[1]) :]
    return (
        0 < len(names) <= _MOST_PIECES
        and all(map(_PIECE.fullmatch, names))
        and line[: date[0]].rstrip().endswith(("|", "–", "—", "-"))
        and not any(map(str.isalpha, behind))
    )
