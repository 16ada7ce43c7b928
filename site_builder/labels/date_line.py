"""When the page appeared: a line with a date and hardly anything else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_builder.grammar.clock import clocks
from site_builder.grammar.dates import printed_dates
from site_builder.labels import Line, Sheet
from site_builder.model import LineLabel

LABEL: LineLabel = "date-line"

_FURNITURE = re.compile(
    r"\b(?:tayang|terbit|diterbitkan|dipublikasikan|dipublish|published|posted|publish|diposting|diperbarui|"
    r"updated?|last updated|terakhir diperbarui|"
    r"dibuat|tanggal|date|pada|on|at|by|oleh|admin|redaksi|jurnalis|pukul|jam|pkl|wib|wita|wit|views?|dibaca|kali|"
    r"komentar|comments?|"
    r"senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|hari|am|pm|x0000|min read|menit|tim|staff|editor|penulis|news|"
    r"berita|com|id|co)\b|[\d\W_]",
    re.IGNORECASE,
)
_REST = 28
"""Letters that may stand beside the date: an author, a rubric."""
_LONGEST = 120


def lines(sheet: Sheet) -> Iterator[int]:
    return (index for index, line in sheet.short() if is_date_line(line))


def is_date_line(line: Line) -> bool:
    if len(line.text) > _LONGEST or line.text.endswith((".", "”", '"')):
        return False
    dates = [date for date in printed_dates(line.text) if date.precise]
    if not dates or not any(mark.isdigit() for mark in line.text):
        return False
    taken = [date.span for date in dates] + [clock.span for clock in clocks(line.text)]
    rest = "".join(c for i, c in enumerate(line.text) if not any(a <= i < b for a, b in taken))
    return len(_FURNITURE.sub("", rest)) <= (_REST if len(dates) == 1 else _REST // 2)
