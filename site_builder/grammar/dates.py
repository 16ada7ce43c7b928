"""How Indonesian news prints a date: ``Rabu, 31 Juli 2024``, ``Selasa (26/11/2024)``, ``Jum'at (1/12)``, ``9-10 Juli``.

Finding is separate from understanding: a ``Printed`` is what stands in the text, ``days.resolve`` says which day it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Final

from site_builder.grammar.scanning import matches_at
from site_builder.model import Span

WEEKDAYS: Final = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")
"""In the order of ``date.weekday()``."""
_WEEKDAY_FORMS = {name: number for number, name in enumerate(WEEKDAYS)} | {
    "ahad": 6, "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
}  # fmt: skip
_MONTH_FORMS = {
    form: number
    for number, forms in enumerate(
        (
            "januari jan january", "februari pebruari feb peb february", "maret mar mrt march", "april apr",
            "mei may", "juni jun june", "juli jul july", "agustus agt agst ags agu aug august",
            "september sept sep", "oktober okt oct october", "november nopember nov nop", "desember des dec december",
        ),
        1,
    )
    for form in forms.split()
}  # fmt: skip

_WEEKDAY = r"(?:senin|selasa|rabu|kamis|jum['’‘`]?\s?at|sabtu|minggu|ahad|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
_PART = r"(?:pagi|siang|sore|petang|malam|dini\s+hari|subuh|tengah\s+malam)"
_PASARAN = r"(?:legi|pahing|paing|pon|wage|kliwon)"
"""The Javanese day beside the weekday: ``Kamis Pon, 21 November``."""
_MONTH = "|".join(sorted(_MONTH_FORMS, key=len, reverse=True))
_TO = r"\s{0,2}(?:-|–|—|s/d|s\.d\.?|hingga|sampai(?:\s+dengan)?|dan|&|to)\s{0,2}"

_NAMED = re.compile(
    rf"(?<![\w/.,-])(?P<day>\d{{1,2}})(?:{_TO}(?P<last>\d{{1,2}}))?(?:st|nd|rd|th)?"
    rf"[ \xa0]{{0,3}}(?:bulan )?(?P<month>{_MONTH})\b\.?"
    r"(?:,?[ \xa0]{0,3}(?:tahun )?(?P<year>(?:19|20)\d\d)(?!\d))?",
    re.IGNORECASE,
)
"""``31 Juli 2024``, ``9-10 Juli 2024``, ``27 dan 28 Nopember``."""
_ENGLISH = re.compile(
    rf"\b(?P<month>{_MONTH})[ \xa0](?P<day>\d{{1,2}})(?:st|nd|rd|th)?"
    r"(?:,[ \xa0]{0,2}|[ \xa0]{1,2})(?P<year>(?:19|20)\d\d)\Z",
    re.IGNORECASE,
)
"""``Juli 9, 2024``, ``Juli 9 2024``: the habit of blog software that was set up in English."""
_DIGITS = re.compile(
    r"(?<![\w/.,-])(?P<day>\d{1,2})(?:\s?[-–&]\s?(?P<last>\d{1,2}))?\s?(?P<mark>[/.-])\s?(?P<month>\d{1,2})"
    r"(?:\s?(?P=mark)\s?(?P<year>(?:19|20)\d\d|\d\d))?(?![\w/]|[.,-]\d)"
)
"""``31/7/2024``, ``(1/12)``, ``(9-10/7/24)``, ``01-12-2024``; many other things look like it, see ``_is_date``."""
_NUMBER = re.compile(r"\d+")
"""Where a date of figures can begin, and a year."""
_YEAR = re.compile(r"(?<=[ \xa0])(?:19|20)\d\d\b")
_ISO = re.compile(r"(?<![\w/-])(?P<year>(?:19|20)\d\d)(?P<mark>[/-])(?P<month>\d\d)(?P=mark)(?P<day>\d\d)(?!\d)")
"""``2025/06/25``, ``2025-06-25T11:15``."""
_MONTH_ALONE = re.compile(
    rf"(?<!\d[ \xa0])\b(?:(?P<part>awal|pertengahan|akhir)\s(?:bulan\s)?)?(?P<month>{_MONTH})\s"
    r"(?:tahun\s)?(?P<year>(?:19|20)\d\d)\Z",
    re.IGNORECASE,
)
"""``November 2024``, ``akhir bulan Juni 2025``."""
_BEFORE = re.compile(
    rf"\b(?:hari\s)?(?P<weekday>{_WEEKDAY})(?:{_TO}(?P<last>{_WEEKDAY}))?(?:\s{_PASARAN})?(?:\s{_PART})?[\s,]{{0,3}}"
    r"(?:tanggal\s|tgl\.?\s|pada\s)?[,(\[\s]{0,3}\Z",
    re.IGNORECASE,
)
"""A weekday that leads to a date: ``Kamis malam (``, ``hari Selasa, ``, ``Sabtu-Minggu (``."""
_LOOK_BACK = 48
_LEAP = 2024
"""Stands for a year that is not printed, so that 29 February can be a day."""
_WHOLE_MONTHS = frozenset(form for form in _MONTH_FORMS if len(form) > 4) | {"mei", "juni", "juli"}
_JOIN = re.compile(
    r"\s?\)?\s?(?:-|–|—|s/d|s\.d\.?|hingga|sampai(?:\s+dengan)?)\s?(?:tanggal\s|hari\s)?\(?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Printed:
    """One date as it stands in the text; ``year`` None if not printed, ``day`` None if only a month is."""

    span: Span
    text: str
    year: int | None
    month: int
    day: int | None
    weekday: int | None = None
    until: tuple[int | None, int, int] | None = None
    """Year, month and day of the last day, if the text gives a range."""

    @property
    def precise(self) -> bool:
        """True if day, month and year are all printed."""
        return self.year is not None and self.day is not None


@lru_cache(maxsize=256)
def printed_dates(text: str) -> tuple[Printed, ...]:
    """All dates in the text, in order, none overlapping another."""
    found = [printed for match in _matches(text) if (printed := _read(match, text))]
    ordered = sorted(found, key=lambda printed: (printed.span[0], -printed.span[1]))
    return tuple(_joined(_apart(ordered), text))


def _matches(text: str) -> Iterator[re.Match[str]]:
    """What may be a date. A month without a day before it is sought from its year: years are rare, words are many."""
    numbers = [number.start() for number in _NUMBER.finditer(text)]
    for pattern in (_NAMED, _DIGITS, _ISO):
        yield from matches_at(numbers, pattern, text)
    for year in matches_at(numbers, _YEAR, text):
        for pattern in (_ENGLISH, _MONTH_ALONE):
            if match := pattern.search(text, max(0, year.start() - _LOOK_BACK), year.end()):
                yield match


def weekday(word: str) -> int | None:
    """The number of a weekday's name, Monday 0: ``Jum'at`` -> 4."""
    return _WEEKDAY_FORMS.get(re.sub(r"[^a-z]", "", word.casefold()))


def is_day(year: int, month: int, day: int) -> bool:
    """True if the calendar has the day."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _read(match: re.Match[str], text: str) -> Printed | None:
    part = match.groupdict()
    month, year = _month(part["month"]), _year(part.get("year"))
    day = int(part["day"]) if part.get("day") else None
    before = _BEFORE.search(text, max(0, match.start() - _LOOK_BACK), match.start())
    if not is_day(year or _LEAP, month, day or 1) or not _is_meant(match, text, before is not None):
        return None
    start, end = (before.start() if before else match.start()), match.end()
    if text[end : end + 1] == ")" and "(" in text[start : match.start()]:
        end += 1
    number = weekday(before["weekday"]) if before else None
    return Printed((start, end), text[start:end], year, month, day, number, _until(part.get("last"), year, month, day))


def _until(last: str | None, year: int | None, month: int, day: int | None) -> tuple[int | None, int, int] | None:
    if not last or not day or int(last) <= day or not is_day(year or _LEAP, month, int(last)):
        return None
    return year, month, int(last)


def _month(form: str) -> int:
    return int(form) if form.isdigit() else _MONTH_FORMS[form.casefold()]


def _year(digits: str | None) -> int | None:
    if digits is None:
        return None
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _is_meant(match: re.Match[str], text: str, after_weekday: bool) -> bool:
    """Digits are a date with a full year, in brackets or behind a weekday; a clipped month with a year or a weekday."""
    year = match.groupdict().get("year")
    if after_weekday or (year is not None and len(year) == 4):
        return True
    if match.re is _NAMED:
        return match["month"].casefold() in _WHOLE_MONTHS
    bracketed = text.endswith("(", 0, match.start()) and text[match.end() : match.end() + 2].lstrip()[:1] in (")", ",")
    return match["mark"] == "/" and bracketed


def _apart(ordered: list[Printed]) -> Iterator[Printed]:
    end = -1
    for printed in ordered:
        if printed.span[0] >= end:
            yield printed
            end = printed.span[1]


def _joined(apart: Iterator[Printed], text: str) -> Iterator[Printed]:
    """``9 Juli - 10 Agustus 2024`` is one date with two ends."""
    held: Printed | None = None
    for printed in apart:
        if held and _is_range(held, printed, text):
            year = held.year or printed.year
            until = (printed.year, printed.month, printed.day or 1)
            held = replace(
                held,
                span=(held.span[0], printed.span[1]),
                text=text[held.span[0] : printed.span[1]],
                year=year,
                until=until,
            )
            continue
        if held:
            yield held
        held = printed
    if held:
        yield held


def _is_range(first: Printed, second: Printed, text: str) -> bool:
    return (
        first.until is None and second.until is None and first.day is not None and second.day is not None
        and _JOIN.fullmatch(text, first.span[1], second.span[0]) is not None
    )  # fmt: skip
