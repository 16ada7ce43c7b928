"""The day of the event that the lead reports, in EDTF level 1, with the grounds of the reading.

Dates compete: one with a weekday near the top is what the story is about, one behind "sejak", "tertanggal" or
"lahir" is background.  A day without a year, "kemarin" or a weekday alone are resolved only against a known day.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from site_builder.data import table
from site_builder.grammar import datelines
from site_builder.grammar.dates import Printed, printed_dates
from site_builder.grammar.days import Day, Relative, from_relative, relative_dates, resolve
from site_builder.model import Document, Known, Reading

VERSION = 1

_BACKGROUND = re.compile(
    r"\b(?:sejak|tertanggal|lahir|kelahiran|hingga|sampai|menjelang|jelang|nomor|no\.?|peringatan|perayaan|"
    r"sebelumnya|terakhir|jalan|jl\.?|jalur|"
    r"periode|tahun|berakhir|deadline|batas|paling lambat|dibandingkan|dibanding|mulai dari)\s(?:pada\s|hari\s|"
    r"tanggal\s|\w{1,12}\s)?$",
    re.IGNORECASE,
)
"""Words right before a date that is not the day of the story."""
_STATEMENT = re.compile(
    r"(?:keterangan\w*(?: \w+){0,2}|dikonfirmasi|dihubungi|siaran pers\w*|rilis\w*),? (?:pada )?$", re.IGNORECASE
)
"""``… dalam keterangannya, Kamis (12/9)``: the day on which something was said, right if there is no better."""
_AHEAD_OF = re.compile(
    r"\b(?:sebelum|menjelang|jelang)\s(?:\w{1,20}\s){1,5}(?:pada\s|tanggal\s|hari\s){0,2}$", re.IGNORECASE
)
"""``dua pekan sebelum pendaftaran calon pada (27/8)``: the day of something that is still to come."""
_TOMORROW = re.compile(r"\bbesok(?:\s(?:pagi|siang|sore|malam))?[,(\s]{1,3}$", re.IGNORECASE)
"""``besok, 25 September 2024`` says on which day it was written, too."""
_PAST = re.compile(r"^[)\s]{0,3}(?:lalu|silam)\b", re.IGNORECASE)
_POLLING = re.compile(
    r"(?:pemungutan suara|pencoblosan|hari[ -]h\b|pilkada|pemilihan|pilgub|pilwali|pilbup|coblos)", re.IGNORECASE
)
_COUNTDOWN = re.compile(
    r"\b(?:tersisa|tinggal|kurang|menyisakan|sisa)\s(?:sekitar\s|kurang lebih\s|waktu\s)?(?P<count>\d{1,3}|se|satu|"
    r"dua|tiga|empat|lima|enam|tujuh|delapan|"
    r"sembilan|sepuluh)\s?(?P<unit>bulan|pekan|minggu|hari)(?:\slagi)?\b",
    re.IGNORECASE,
)
"""``tersisa empat bulan lagi``"""
_COUNTS = {
    w: n
    for n, w in enumerate(
        ["satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh"], 1
    )
} | {"se": 1}
_UNIT_DAYS = {"pekan": 7, "minggu": 7, "hari": 1}
_NEAR = 100
"""Code points around a countdown in which the election must be named."""
_YEAR = re.compile(r"(?<![\d./-])20\d\d(?![\d/])")
_AWAY = ((14, 0.0), (60, 0.12), (365, 0.3), (10**6, 0.4))
"""Days before publication, and what a date that far back loses."""
_LEAST = 0.38
"""A date of less weight is background: a birth, a decree, an anniversary."""
_BETTER_THAN_WORDS = 0.5
"""A date of this weight makes it needless to look for "kemarin"."""
_DONE = 0.93
"""The weight of "sore tadi" in the first paragraph: what happened there is over, so no other date is its day."""
_IN_LEAD, _FIRST_WORDS = 0.57, 3
"""The weight of "hari ini" in the first paragraph: above a date of something ahead, below one with a weekday."""
_BY = f"event_date/{VERSION}"


@dataclass(frozen=True, slots=True)
class _Candidate:
    day: Day
    weight: float


def extract(document: Document, known: Known) -> Iterator[Reading]:
    published = _iso(known.value("published") or "")
    candidates = [*_printed(document, published), *_dateline_day(document)]
    candidates += _in_lead(document, published or _day_before(document))
    if all(candidate.weight < _BETTER_THAN_WORDS for candidate in candidates):
        candidates += _relative(document, published)
    yield from (
        _reading(document, candidate)
        for candidate in sorted(candidates, key=lambda c: -c.weight)
        if candidate.weight >= _LEAST
    )
    yield from _countdown(document)


def _reading(document: Document, candidate: _Candidate) -> Reading:
    day = candidate.day
    detail = {"basis": day.basis, "printed": document.quote(day.span)} | (
        {"warning": day.warning} if day.warning else {}
    )
    return Reading(
        "event.date", day.edtf, document.quote(day.span), day.span, _BY, round(min(0.97, candidate.weight), 2), detail
    )


def _day_in_text(document: Document) -> date | None:
    """A day that the body prints in full, best one with its right weekday; polling day only if there is no other."""
    dates = [p for p in printed_dates(document.prose) if p.precise]
    days = [
        (p.weekday is None, _is_polling_day(day), day)
        for p in dates
        if (day := resolve(p, near=None)) and not day.warning
    ]
    best = min(days, key=lambda ranked: ranked[:2], default=None)
    return _iso(best[2].edtf) if best else None


def _iso(edtf: str) -> date | None:
    try:
        return date.fromisoformat(edtf[:10])
    except ValueError:
        return None


def _printed(document: Document, published: date | None) -> Iterator[_Candidate]:
    near = published or _day_in_text(document)
    hints = () if near else _years(document)
    found = [p for p in printed_dates(document.prose) if p.day is not None]
    for order, printed in enumerate(found):
        day = resolve(printed, near=near) or _by_weekday(printed, hints)
        if day:
            yield _Candidate(day, _weight(document.prose, printed, day, order) - _distance(day, published))


def _years(document: Document) -> tuple[int, ...]:
    """The year that the text names most often, with the years beside it."""
    counted = Counter(int(year) for year in _YEAR.findall(document.seed.text))
    return tuple(year + step for year, _ in counted.most_common(1) for step in (0, -1, 1))


def _by_weekday(printed: Printed, years: tuple[int, ...]) -> Day | None:
    """``Rabu (6/11)`` in a text about an election of 2024: of three years in a row, a weekday fits at most one."""
    if printed.weekday is None:
        return None
    days = (resolve(replace(printed, year=year), near=None) for year in years)
    fitting = next((day for day in days if day and not day.warning), None)
    return replace(fitting, basis="weekday+day/month", printed=printed.text) if fitting else None


def _weight(prose: str, printed: Printed, day: Day, order: int) -> float:
    """How likely the date is the day of the event."""
    before = prose[max(0, printed.span[0] - 90) : printed.span[0]].rstrip("( ") + " "
    weight = 0.9 if printed.weekday is not None else 0.75 if printed.precise else 0.5
    weight -= 0.02 * min(order, 10)
    if _BACKGROUND.search(before):
        weight -= 0.35
    if _AHEAD_OF.search(before):
        weight -= 0.4
    if _STATEMENT.search(before):
        weight -= 0.06
    if _PAST.match(prose, printed.span[1]):
        weight -= 0.15
    if _is_polling_day(day) and _POLLING.search(prose, max(0, printed.span[0] - 120), printed.span[1] + 40):
        weight -= 0.3
    return weight - (0.1 if day.warning else 0)


def _distance(day: Day, published: date | None) -> float:
    """A day far from publication is background; one that lies ahead is an announcement, or background too."""
    first = _iso(day.edtf)
    if published is None or first is None:
        return 0.0
    away = (published - first).days
    if away < 0:
        return 0.05 if away >= -31 else 0.25
    return next(loss for days, loss in _AWAY if away <= days)


def _is_polling_day(day: Day) -> bool:
    return any(row["stage"] == "pemungutan-suara" and day.edtf.startswith(row["start"]) for row in table("calendar"))


def _dateline_day(document: Document) -> Iterator[_Candidate]:
    """A date in the dateline is when the story was written: right if there is nothing better."""
    start = next((i.span[0] for block in document.blocks for i in block.inline if i.label == "dateline"), None)
    found = datelines.dateline(document.seed.text[start : start + datelines.REACH]) if start is not None else None
    if start is not None and found and found.date and (day := resolve(found.date, near=None)):
        yield _Candidate(
            Day(day.edtf, day.basis, day.printed, (start + found.date.span[0], start + found.date.span[1])), 0.45
        )


def _relative(document: Document, published: date | None) -> Iterator[_Candidate]:
    if published is not None:
        for order, relative in enumerate(relative_dates(document.prose)[:3]):
            yield _Candidate(from_relative(relative, published), _relative_weight(relative) - 0.03 * order)


def _in_lead(document: Document, written: date | None) -> Iterator[_Candidate]:
    """``sore tadi``, ``hari ini`` in the first paragraph: the day of writing, where that is known."""
    first = next(iter(document.body()), None)
    if written is None or first is None:
        return
    for relative in relative_dates(document.prose[: first.span[1]])[:_FIRST_WORDS]:
        if relative.offset == 0:
            done = "tadi" in relative.text.casefold()
            yield _Candidate(from_relative(relative, written), _DONE if done else _IN_LEAD)


def _day_before(document: Document) -> date | None:
    """The day of writing of a text that says ``besok, 25 September 2024``."""
    for printed in printed_dates(document.prose):
        if printed.precise and _TOMORROW.search(document.prose, max(0, printed.span[0] - 30), printed.span[0]):
            day = _iso(day_.edtf) if (day_ := resolve(printed, near=None)) else None
            return day - timedelta(days=1) if day else None
    return None


def _relative_weight(relative: Relative) -> float:
    return 0.42 if relative.weekday is not None else 0.44


def _countdown(document: Document) -> Iterator[Reading]:
    """``tersisa empat bulan lagi``, said of an election whose day is known: the month, marked as approximate."""
    for found in _COUNTDOWN.finditer(document.prose):
        around = document.prose[max(0, found.start() - _NEAR) : found.end() + _NEAR]
        polling = _polling_day(document) if _POLLING.search(around) else None
        if polling:
            value = _before(
                polling, _COUNTS.get(found["count"].casefold()) or int(found["count"]), found["unit"].casefold()
            )
            detail = {
                "basis": "relative",
                "printed": found[0],
                "reason": f"counted back from polling day, {polling.isoformat()}",
            }
            yield Reading("event.date", value, document.quote(found.span()), found.span(), _BY, 0.7, detail)


def _before(polling: date, count: int, unit: str) -> str:
    if unit == "bulan":
        months = polling.year * 12 + polling.month - 1 - count
        return f"{months // 12}-{months % 12 + 1:02}~"
    return f"{(polling - timedelta(days=count * _UNIT_DAYS[unit])).isoformat()}~"


def _polling_day(document: Document) -> date | None:
    """The polling day of a year that the text names with an election."""
    for row in table("calendar"):
        if row["stage"] == "pemungutan-suara" and row["start"][:4] in document.seed.text:
            return date.fromisoformat(row["start"])
    return None
