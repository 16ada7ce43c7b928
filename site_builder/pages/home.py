"""The front page: what this is, how much of it there is, and the ways in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import ceil, sqrt
from typing import TypeVar

from site_builder import edtf, evidence, routes, wording
from site_builder.archive import Archive, Entry, Group, Place
from site_builder.archive.entries import date
from site_builder.data import table
from site_builder.evidence import Fact
from site_builder.locale import SOURCE, Language
from site_builder.pages import Page
from site_builder.slugs import slug
from site_builder.views import Address, Count, Link, Row, row
from site_builder.views.periods import Calendar, calendar, periods
from site_builder.views.stages import StageRow, stage_rows


@dataclass(frozen=True, slots=True)
class Figures:
    """Totals, which stand here and on the about page only."""

    reports: int
    outlets: int
    regions: int
    provinces: int
    people: int
    quotes: int
    span: str
    """From the first month to the last, in words; empty if no report is dated."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A fact with its words, to show what this archive does."""

    report: Link
    value: str
    words: str
    level: wording.Level
    share: str


@dataclass(frozen=True, slots=True)
class Meeting:
    """An event that several outlets report."""

    link: Link
    """Its text is the venue, or empty."""
    kind: str
    place: str
    when: str
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tile:
    """A province on the map of equal tiles."""

    link: Link
    """Its text is the short name; without ``href`` where there is no report."""
    name: str
    half: str
    """``west`` or ``east``: each has a grid of its own."""
    row: int
    column: int
    count: int
    heat: int
    """0 to 4: how many reports, against the province with most."""


@dataclass(frozen=True, slots=True)
class Gaps:
    """What the archive has no report of."""

    provinces: tuple[str, ...]
    stages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HomeView:
    figures: Figures
    sample: Sample | None
    newest: tuple[Row, ...]
    meetings: tuple[Meeting, ...]
    calendar: Calendar
    tiles: tuple[Tile, ...]
    """All provinces, by code."""
    stages: tuple[StageRow, ...]
    gaps: Gaps
    provinces: tuple[Count, ...]
    tags: tuple[Count, ...]
    outlets: tuple[Count, ...]
    speakers: tuple[Count, ...]
    """The most quoted."""


Noun = TypeVar("Noun", Group, Place)
NEWEST = 7
MEETINGS = 3
MOST = 10
"""So many of each way in are named."""
MOST_QUOTED = 6


def pages(archive: Archive) -> Iterator[Page]:
    yield Page(routes.HOME, "home.html", view(archive))


def view(archive: Archive) -> HomeView:
    here = Address(routes.HOME)
    found = periods(archive.articles)
    newest = [entry for entries in found.values() for entry in entries]
    provinces = _largest(place for place in archive.places if place.level in ("provinsi", "nasional"))
    tiles, stages = tuple(_tiles(archive, here)), stage_rows(archive, here)
    return HomeView(
        figures=figures(archive),
        sample=next(_samples(newest, here, archive.site.language), None),
        newest=tuple(row(archive, entry, here) for entry in newest[:NEWEST]),
        meetings=tuple(_meetings(archive, here)),
        calendar=calendar(found, {name: routes.articles(name) for name in found}, here, archive.site.language),
        tiles=tiles,
        stages=stages,
        gaps=Gaps(
            tuple(sorted(tile.name for tile in tiles if not tile.heat)),
            tuple(row.item.link.text for row in stages if not row.item.count),
        ),
        provinces=tuple(Count(here.named(_short(p.name), routes.place(p.slug)), len(p.articles)) for p in provinces),
        tags=tuple(Count(here.link(g.name, routes.tag(g.slug)), len(g.articles)) for g in _largest(archive.tags)),
        outlets=tuple(
            Count(here.named(g.name, routes.outlet(g.slug)), len(g.articles)) for g in _largest(archive.outlets)
        ),
        speakers=tuple(_speakers(archive, here)),
    )


def figures(archive: Archive) -> Figures:
    months = [edtf.period(day) for entry in archive.articles if (day := date(entry.article))]
    ends = dict.fromkeys([min(months), max(months)]) if months else {}
    quotes = sum(len(entry.article.quotes) for entry in archive.articles)
    levels = [place.level for place in archive.places]
    return Figures(
        reports=len(archive.articles),
        outlets=len(archive.outlets),
        regions=levels.count("kabupaten") + levels.count("kota"),
        provinces=levels.count("provinsi"),
        people=len(archive.people),
        quotes=quotes,
        span=" – ".join(edtf.words(month, archive.site.language) for month in ends),
    )


def _tiles(archive: Archive, here: Address) -> Iterator[Tile]:
    counts = {place.code: len(place.articles) for place in archive.places if place.level == "provinsi"}
    fullest = max(counts.values(), default=1)
    names = {row["code"]: row["name"] for row in table("regions") if row["level"] == "provinsi"}
    for cell in table("tiles"):
        count, name = counts.get(cell["code"], 0), names[cell["code"]]
        link = here.link(cell["short"], routes.place(slug(name))) if count else Link(cell["short"], "")
        heat, at = ceil(4 * sqrt(count / fullest)), (int(cell["row"]), int(cell["column"]))
        yield Tile(link, _short(name), cell["half"], *at, count, heat)


def _samples(entries: Iterable[Entry], here: Address, language: Language) -> Iterator[Sample]:
    """Dates that are surely read, and from other words than they are shown in."""
    for entry in entries:
        for fact in evidence.facts(entry, "event.date"):
            if fact.level == "sure" and _tells(fact):
                yield _sample(entry, fact, here, language)


def _tells(fact: Fact) -> bool:
    reading = fact.reading
    return reading is not None and reading.span is not None and reading.quote != edtf.words(str(fact.value), SOURCE)


def _sample(entry: Entry, fact: Fact, here: Address, language: Language) -> Sample:
    article = entry.article
    report = here.named(article.title, f"{routes.article(article.slug)}#bukti-event-date-1")
    words = fact.reading.quote if fact.reading else ""
    return Sample(report, edtf.words(article.event.date, language), words, fact.level, fact.share(language))


def _meetings(archive: Archive, here: Address) -> Iterator[Meeting]:
    for event in archive.events[: -MEETINGS - 1 : -1]:
        yield Meeting(
            link=here.named(event.venue or "", routes.event(event.slug)),
            kind=archive.tag_name(event.kind) if event.kind else "",
            place=event.place or "",
            when=edtf.words(event.date, archive.site.language) if event.date else "",
            outlets=tuple(dict.fromkeys(entry.article.outlet or entry.article.title for entry in event.reports)),
        )


def _largest(nouns: Iterable[Noun]) -> list[Noun]:
    return sorted(nouns, key=lambda noun: (-len(noun.articles), noun.name))[:MOST]


def _short(name: str) -> str:
    """A province without the word for one, in a list where all are provinces."""
    return name.removeprefix("Provinsi ")


def _speakers(archive: Archive, here: Address) -> Iterator[Count]:
    quoted = sorted(archive.people, key=lambda person: (-len(person.quotes), person.name, person.slug))
    for person in quoted[:MOST_QUOTED]:
        if person.quotes:
            offices = [wording.office(office) for office in person.offices]
            link = here.named(person.name, routes.person(person.slug))
            yield Count(link, len(person.quotes), (offices or [""])[-1], note_named=True)
