"""Which day a printed date is, in EDTF level 1, and on what grounds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from site_builder.grammar.clock import clocks
from site_builder.grammar.dates import WEEKDAYS, Printed, is_day, printed_dates
from site_builder.grammar.dates import weekday as weekday_number
from site_builder.model import Span

Basis = Literal["explicit", "weekday+day/month", "relative", "none"]

_WEEKDAY = r"(?:senin|selasa|rabu|kamis|jum['’‘`]?at|sabtu|minggu|ahad)"
_PART = r"(?:pagi|siang|sore|petang|malam|dini\s+hari|subuh)"
_RELATIVE = re.compile(
    rf"\b(?:(?P<today>hari\s+ini|(?:pagi|siang|sore|malam)\s+(?:ini|tadi)|tadi\s+{_PART}|barusan)"
    rf"|(?P<yesterday>kemarin(?:\s+{_PART})?|semalam|tadi\s+malam)|(?P<tomorrow>besok(?:\s+{_PART})?|esok\s+hari)|(?P<after>lusa)"
    rf"|(?:hari\s+|pada\s+)?(?P<weekday>{_WEEKDAY})(?:\s+{_PART})?(?:\s+(?P<next>depan|mendatang|besok)|\s+(?:lalu|kemarin|ini))?)\b",
    re.IGNORECASE,
)
"""``hari ini``, ``kemarin``, ``Kamis malam``, ``Senin depan``."""
_DOTTED = re.compile(r"[)\s|,/–-]{1,4}(?P<hour>[01]?\d|2[0-3])\.(?P<minute>[0-5]\d)(?![\d/]|[.,]\d)")
"""``21 November 2024 | 20.15``: right behind a stamp's date a point is enough."""
_NAMED = "|".join(map(str.capitalize, WEEKDAYS))
CONTRADICTION: Final = re.compile(
    rf"(\d{{4}}-\d\d-\d\d) is a ({_NAMED}), the text says ({_NAMED})(?:; (\d{{4}}-\d\d-\d\d) would fit)?", re.ASCII
)
"""A warning as readings keep it: ``2024-08-01 is a Kamis, the text says Rabu; 2024-07-31 would fit``."""
_OFFSETS: Final = {"today": 0, "yesterday": -1, "tomorrow": 1, "after": 2}
_WINDOW, _BESIDE = 400, 45
"""Days around a known day in which a date without a year is looked for, and in which it surely is."""


@dataclass(frozen=True, slots=True)
class Day:
    """A resolved date; ``warning`` names both readings where the text contradicts itself."""

    edtf: str
    basis: Basis
    printed: str
    span: Span
    warning: str | None = None


@dataclass(frozen=True, slots=True)
class Relative:
    """A day named from the day of writing."""

    span: Span
    text: str
    offset: int | None
    weekday: int | None
    ahead: bool = False


def relative_dates(text: str) -> tuple[Relative, ...]:
    """All relative dates, in order; a weekday alone must be written with a capital (``minggu`` is a week)."""
    found = (_relative(match) for match in _RELATIVE.finditer(text))
    return tuple(relative for relative in found if relative is not None)


def _relative(match: re.Match[str]) -> Relative | None:
    name = match["weekday"]
    if name is not None:
        if not name[:1].isupper():
            return None
        return Relative(match.span(), match[0], None, weekday_number(name), match["next"] is not None)
    offset = next(days for key, days in _OFFSETS.items() if match[key])
    return Relative(match.span(), match[0], offset, None)


def from_relative(relative: Relative, written: date) -> Day:
    """The day that the words mean if they were written on the day given."""
    if relative.weekday is None:
        day = written + timedelta(days=relative.offset or 0)
    elif relative.ahead:
        day = written + timedelta(days=(relative.weekday - written.weekday() - 1) % 7 + 1)
    else:
        day = written - timedelta(days=(written.weekday() - relative.weekday) % 7)
    return Day(day.isoformat(), "relative", relative.text, relative.span)


def resolve(printed: Printed, *, near: date | None) -> Day | None:
    """The day of a printed date; ``near`` is a day that is known to be close to it. None if the year stays open."""
    if printed.day is None:
        return Day(f"{printed.year}-{printed.month:02}", "explicit", printed.text, printed.span)
    year, basis = (printed.year, "explicit") if printed.year else (_year(printed, near), "weekday+day/month")
    if year is None or not is_day(year, printed.month, printed.day):
        return None
    first = date(year, printed.month, printed.day)
    if printed.weekday is not None and printed.weekday != first.weekday():
        return _contradiction(printed, first, near)
    basis_: Basis = "explicit" if basis == "explicit" else "weekday+day/month"
    return Day(first.isoformat() + _until(printed, first), basis_, printed.text, printed.span)


def _until(printed: Printed, first: date) -> str:
    if printed.until is None:
        return ""
    year, month, day = printed.until
    year = year or first.year + (month < first.month)
    if not is_day(year, month, day) or date(year, month, day) <= first:
        return ""
    return f"/{date(year, month, day).isoformat()}"


def _year(printed: Printed, near: date | None) -> int | None:
    """The year that puts it right beside the known day; else one that the printed weekday fits; else the nearest."""
    if near is None or printed.day is None:
        return None
    years = [y for y in (near.year - 1, near.year, near.year + 1) if is_day(y, printed.month, printed.day)]
    days = [date(y, printed.month, printed.day) for y in years]
    close = sorted((d for d in days if abs((d - near).days) <= _WINDOW), key=lambda d: abs((d - near).days))
    beside = [d for d in close if abs((d - near).days) <= _BESIDE]
    fitting = [d for d in close if printed.weekday in (None, d.weekday())]
    return (beside or fitting or close)[0].year if close else None


def _contradiction(printed: Printed, first: date, near: date | None) -> Day:
    """The weekday and the date disagree: the likely day, marked as uncertain, with the reason."""
    likely = _likely(printed, first, near)
    says = WEEKDAYS[first.weekday()].capitalize()
    warning = f"{first.isoformat()} is a {says}, the text says {WEEKDAYS[printed.weekday or 0].capitalize()}"
    if likely != first:
        warning += f"; {likely.isoformat()} would fit"
    return Day(
        f"{likely.isoformat()}?",
        "explicit" if printed.year else "weekday+day/month",
        printed.text,
        printed.span,
        warning,
    )


def _likely(printed: Printed, first: date, near: date | None) -> date:
    """One slip of the pen away, on the printed weekday, shortly before the known day; else as printed."""
    if near is None:
        return first
    slips = [(first.year, month, first.day) for month in range(1, 13)]
    slips += [(year, first.month, first.day) for year in (first.year - 1, first.year + 1)]
    slips += [(first.year, first.month, first.day + step) for step in (-1, 1)]
    days = [date(*slip) for slip in slips if is_day(*slip)]
    fitting = [d for d in days if d.weekday() == printed.weekday and 0 <= (near - d).days <= 10]
    return min(fitting, key=lambda d: (near - d).days, default=first)


def stated_day(text: str) -> str | None:
    """The day, with its time if one is printed, that a short text states: ``Rabu, 31 Juli 2024 19:30 WIB``."""
    printed = next((p for p in printed_dates(text) if p.precise), None)
    day = resolve(printed, near=None) if printed else None
    return with_time(day.edtf, text, printed.span[1])[0] if printed and day else None


def with_time(day: str, text: str, start: int) -> tuple[str, int]:
    """The day with the time that is printed behind a place in the text, and where that ends; a range loses its end."""
    first = day.partition("/")[0]
    clock = next((c for c in clocks(text) if c.span[0] >= start), None)
    if first.endswith("?"):
        return first, start
    if clock is None:
        dotted = _DOTTED.match(text, start)
        return (f"{first}T{int(dotted['hour']):02}:{dotted['minute']}", dotted.end()) if dotted else (first, start)
    return f"{first}T{clock.time}{clock.zone or ''}", clock.span[1]
