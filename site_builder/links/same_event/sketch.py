"""What an article says of its event, made ready to be compared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from site_builder import edtf
from site_builder.data import table
from site_builder.model import Article
from site_builder.slugs import slug

SLACK_DAY, SLACK_MONTH, SLACK_DOUBT = 3, 5, 7
"""Days by which ``~`` widens a day and a longer period, and ``?`` a day."""
NEWS_DAYS = 4
"""An article reports, when nothing else is said, what happened at most so many days before."""
NARROW = 9
"""Dates that leave fewer days open are compared by day, others by month."""
SPOKEN = 40
"""Letters of a quote that tell it from others."""

WORD = re.compile(r"[^\W_]+")
VENUE_NOISE = frozenset(
    {
        *(
            "dan",
            "desa",
            "di",
            "gedung",
            "i",
            "ii",
            "iii",
            "jalan",
            "jl",
            "kab",
            "kabupaten",
            "kantor",
            "kec",
            "kecamatan",
        ),
        *("kelurahan", "komando", "kota", "lantai", "lt", "mako", "markas", "provinsi", "ruang", "ruangan"),
    }
)
"""Words of a venue that reports leave out as they like."""
HEADQUARTERS = re.compile(r"\Ama(?:ko)?(?=pol(?:da|res|sek|ri)|ko(?:dim|rem|dam|ramil))")
"""``mapolres`` and ``makodim`` are the houses of ``polres`` and ``kodim``."""
ROOMS = frozenset({"alun", "aula", "balai", "halaman", "hotel", "lapangan", "lobi", "masjid", "pendopo", "posko"})
"""Words of a venue that many venues share."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """What an article says of its event, made ready to be compared."""

    article: Article
    days: tuple[int, int] | None
    """First and last day that the event may have been on, as ordinals; None if nothing is known."""
    exact: bool
    """The article states the very day, or days, of the event."""
    regencies: frozenset[str]
    """The places of the article that are regencies or cities."""
    provinces: frozenset[str]
    venue: frozenset[str]
    people: Mapping[str, str]
    """Slug -> name."""
    speech: Mapping[str, str]
    """The letters that a long quote begins with -> the quote."""

    def narrow(self) -> bool:
        return self.days is not None and self.days[1] - self.days[0] < NARROW

    def months(self) -> Iterator[int]:
        """Numbers of the thirty-day stretches that the days lie in; none for dates that leave a year open."""
        first, last = self.days or (1, 0)
        if last - first < 100:
            yield from range(first // 30, last // 30 + 1)


def sketch(article: Article) -> Sketch:
    date = article.event.date
    return Sketch(
        article=article,
        days=_days(article),
        exact=date is not None and edtf.parse(date).exact(),
        regencies=_regions(province=False).intersection(article.places),
        provinces=_regions(province=True).intersection(article.places),
        venue=venue_words(article.event.venue or "", article.places),
        people={slug(person.name): person.name for person in article.people},
        speech={key: quote.text for quote in article.quotes if len(key := _letters(quote.text)) == SPOKEN},
    )


@cache
def _regions(*, province: bool) -> frozenset[str]:
    return frozenset(row["name"] for row in table("regions") if (row["level"] == "provinsi") == province)


def _days(article: Article) -> tuple[int, int] | None:
    if article.event.date:
        parsed = edtf.parse(article.event.date)
        slack = _slack(parsed)
        return parsed.first().toordinal() - slack, parsed.last().toordinal() + slack
    if article.published:
        day = edtf.parse(article.published).first().toordinal()
        return day - NEWS_DAYS, day
    return None


def _slack(date: edtf.Date) -> int:
    """Days by which the marks of doubt widen a date."""
    if not date.doubtful():
        return 0
    if date.start.day is None:
        return SLACK_MONTH
    return SLACK_DAY if "~" in (date.start.qualifier, date.end.qualifier) else SLACK_DOUBT


def venue_words(venue: str, places: Iterable[str]) -> frozenset[str]:
    """The words that tell a venue from others of the region: ``aula wira pratama polresta``."""
    regions = {word for place in places for word in WORD.findall(place.casefold())}
    words = {HEADQUARTERS.sub("", word) for word in WORD.findall(venue.casefold())}
    return frozenset(words - regions - VENUE_NOISE)


def one_venue(mine: frozenset[str], yours: frozenset[str]) -> bool:
    """Whether two venues may be one, told with fewer words: ``aula polresta`` and ``aula wira pratama polresta``."""
    return mine <= yours or yours <= mine


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))[:SPOKEN]
