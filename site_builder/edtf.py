"""EDTF level 1 dates: what the archive needs of ISO 8601-2.

A day ``2024-07-31``, month or year, each perhaps with ``~`` (approximate), ``?`` (uncertain) or ``%`` (both);
an interval of two such, ``2024-07-09/2024-07-10``; a day with its time, ``2024-07-31T19:30+07:00``.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from site_builder.locale import Language, catalogue, msgid

PART = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T(?P<time>\d\d:\d\d)(?P<zone>Z|[+-]\d\d:\d\d)?)?)?)?"
    r"(?P<qualifier>[~?%]?)",
    re.ASCII,
)
"""One end of an interval, or a whole date: ``2024-07~``."""

MONTHS = (
    msgid("Januari"), msgid("Februari"), msgid("Maret"), msgid("April"), msgid("Mei"), msgid("Juni"),
    msgid("Juli"), msgid("Agustus"), msgid("September"), msgid("Oktober"), msgid("November"), msgid("Desember"),
)  # fmt: skip
ZONES = {"+07:00": "WIB", "+08:00": "WITA", "+09:00": "WIT", "Z": "UTC"}
DOUBT = 7
"""Days by which ``~``, ``?`` or ``%`` makes a date vaguer, for comparing how vague two dates are."""


@dataclass(frozen=True, slots=True)
class Part:
    """A year, month or day, or a day with its time."""

    year: int
    month: int | None = None
    day: int | None = None
    time: str | None = None
    """``19:30``."""
    zone: str | None = None
    """``+07:00``; None if it is not stated."""
    qualifier: str = ""
    """``~`` approximate, ``?`` uncertain, ``%`` both, or empty."""

    def first(self) -> date:
        return date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)

    def last(self) -> date:
        month = 12 if self.month is None else self.month
        return date(self.year, month, monthrange(self.year, month)[1] if self.day is None else self.day)


@dataclass(frozen=True, slots=True)
class Date:
    """A parsed date; ``start`` and ``end`` are the same unless it is an interval."""

    start: Part
    end: Part

    def first(self) -> date:
        """The earliest day that it may mean, as printed: ``~`` does not widen it."""
        return self.start.first()

    def last(self) -> date:
        return self.end.last()

    def exact(self) -> bool:
        """True if it names its day or days, without doubt."""
        return all(part.day and not part.qualifier for part in (self.start, self.end))

    def doubtful(self) -> bool:
        return any(part.qualifier for part in (self.start, self.end))


@lru_cache(maxsize=20_000)
def parse(text: str) -> Date:
    """The date that a text states. Raises ValueError, with a sentence for the user, if it states none."""
    ends = [_part(part, text) for part in text.split("/")]
    if len(ends) > 2 or (len(ends) == 2 and ends[0].first() > ends[1].last()):
        raise ValueError(f"{text!r} is not an interval from an earlier to a later date")
    return Date(ends[0], ends[-1])


def _part(part: str, whole: str) -> Part:
    match = PART.fullmatch(part)
    if not match:
        raise ValueError(f"{whole!r} is not a date such as 2024-07-31, 2024-07~ or 2024-07-09/2024-07-10")
    year, month, day = (int(found) if (found := match[name]) else None for name in ("year", "month", "day"))
    parsed = Part(year or 0, month, day, match["time"], match["zone"], match["qualifier"])
    if not _exists(parsed):
        raise ValueError(f"{whole!r} names a day or a time that does not exist")
    return parsed


def _exists(part: Part) -> bool:
    try:
        part.first(), part.last()
    except ValueError:
        return False
    return part.time is None or (part.time[:2] < "24" and part.time[3:] < "60")


def is_date(text: str) -> bool:
    """Whether ``parse`` would accept the text."""
    try:
        parse(text)
    except ValueError:
        return False
    return True


def earliest(text: str) -> str:
    """The earliest day that the date may mean: ``2024-07~`` -> ``2024-07-01``. Raises ValueError if it is no date."""
    return parse(text).first().isoformat()


def latest(text: str) -> str:
    """The latest day that the date may mean: ``2024-07~`` -> ``2024-07-31``. Raises ValueError if it is no date."""
    return parse(text).last().isoformat()


def period(text: str) -> str:
    """The month that the date begins in, ``2024-07``, or its year if it names no month. Raises ValueError."""
    start = parse(text).start
    return f"{start.year:04}" if start.month is None else f"{start.year:04}-{start.month:02}"


def days_apart(one: str, other: str) -> int:
    """How many days lie at least between two dates: 0 if they may be the same day. Raises ValueError."""
    a, b = parse(one), parse(other)
    return max(0, (b.first() - a.last()).days, (a.first() - b.last()).days)


def days_open(text: str) -> int:
    """How many days besides the first a date may mean; a mark of doubt counts as a week. Raises ValueError."""
    parsed = parse(text)
    return (parsed.last() - parsed.first()).days + (DOUBT if parsed.doubtful() else 0)


def words(text: str | None, language: Language) -> str:
    """The date as readers say it: ``sekitar Juli 2024``, ``9–10 Juli 2024``, ``8 June 2025 (uncertain)``.

    None gives ``tanggal tidak diketahui``; a text that is no date is given back as it is.
    """
    if text is None:
        return catalogue(language).gettext("tanggal tidak diketahui")
    return _words(text, language) if is_date(text) else text


@lru_cache(maxsize=20_000)  # an archive names few dates, each of them often
def _words(text: str, language: Language) -> str:
    parsed = parse(text)
    if parsed.start == parsed.end:
        return _part_words(parsed.start, language)
    return _interval_words(parsed, language)


def _part_words(part: Part, language: Language) -> str:
    say, said = catalogue(language).gettext, _day(part, language)
    if part.time:
        said = say("%(day)s pukul %(time)s") % {"day": said, "time": clock(part.time, language) + _zone(part)}
    if part.qualifier in {"~", "%"}:
        said = say("sekitar %(date)s") % {"date": said}
    return say("%(date)s (tidak pasti)") % {"date": said} if part.qualifier in {"?", "%"} else said


def _day(part: Part, language: Language) -> str:
    month = catalogue(language).gettext(MONTHS[part.month - 1]) if part.month else None
    return " ".join(str(word) for word in (part.day, month, part.year) if word is not None)


def clock(time: str, language: Language) -> str:
    """A time of day without its zone: ``19:30`` -> ``19.30``, as the language writes it."""
    return catalogue(language).gettext("%(hour)s.%(minute)s") % {"hour": time[:2], "minute": time[3:5]}


def _zone(part: Part) -> str:
    return f" {ZONES.get(part.zone, 'UTC' + part.zone)}" if part.zone else ""


def _interval_words(interval: Date, language: Language) -> str:
    start, end = interval.start, interval.end
    if _shortens(start, end):
        if start.month == end.month:
            return f"{start.day}–{_day(end, language)}"
        return f"{_day(start, language).removesuffix(f' {start.year}')} – {_day(end, language)}"
    return f"{_part_words(start, language)} – {_part_words(end, language)}"


def _shortens(start: Part, end: Part) -> bool:
    """Whether the year, and perhaps the month, need to be said only once."""
    same_form = bool(start.month and end.month) and bool(start.day) == bool(end.day)
    plain = not (start.qualifier or end.qualifier or start.time or end.time)
    return same_form and plain and start.year == end.year and (start.month != end.month or bool(start.day))
