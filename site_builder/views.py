"""What several page kinds show alike: links, counts, lists of reports cut by month, the calendar of a list.

A long list is cut by period and never by number, so that a new report changes one part of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from math import ceil, sqrt

from site_builder import edtf, routes, wording
from site_builder.archive import Archive, Entry
from site_builder.slugs import slug

WHOLE = 60
"""A list of up to so many reports is shown whole; a longer one shows its newest month and leads to the others."""


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere: ``href`` is relative to the page, or an absolute http(s) address."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class Count:
    """An item of an index: where it leads, what it is, and how much is there."""

    link: Link
    count: int
    note: str = ""
    """What tells it from others of its kind: an office, a province."""


@dataclass(frozen=True, slots=True)
class Row:
    """A report in a list."""

    link: Link
    when: str
    """In words; empty if no date is known."""
    of_event: bool
    """The date is the event's; else the publication's."""
    kind: Link | None
    place: Link | None
    outlet: Link | None
    incomplete: bool
    repost: bool


@dataclass(frozen=True, slots=True)
class Section:
    """The reports of one period."""

    name: str
    """In words; empty for the undated."""
    anchor: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A month of a calendar; without reports it has no link."""

    link: Link | None
    month: str
    """In words."""
    heat: int
    """0 to 4: how full, against the fullest month of this calendar."""


@dataclass(frozen=True, slots=True)
class Year:
    name: str
    cells: tuple[Cell, ...]
    """Twelve."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """Years by months, and what is dated less closely."""

    heads: tuple[str, ...]
    """Short names of the twelve months."""
    years: tuple[Year, ...]
    """The newest first."""
    rest: tuple[Count, ...]
    """Whole years, at last the undated (whose words are empty)."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of reports: whole, or its newest period with a calendar that leads to the others."""

    sections: tuple[Section, ...]
    calendar: Calendar | None


@dataclass(frozen=True, slots=True)
class Address:
    """Where the page is that holds the links."""

    path: str

    def link(self, text: str, to_path: str) -> Link:
        return Link(text, routes.relative(self.path, to_path))


def period(entry: Entry) -> str:
    """The part of a list that a report belongs to: ``2024-07``, ``2024`` or ``undated``."""
    date = entry.article.event.date or entry.article.published
    if not date:
        return routes.UNDATED
    first, last = edtf.earliest(date), edtf.latest(date)
    return first[:7] if first[:7] == last[:7] or "/" in date else first[:4]


def periods(entries: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    """Reports by period, the newest period first, in it the newest report first, the undated last."""
    ordered = sorted(entries, key=period, reverse=True)
    found = {name: tuple(group) for name, group in groupby(ordered, key=period)}
    undated = found.pop(routes.UNDATED, ())
    return {name: group[::-1] for name, group in found.items()} | ({routes.UNDATED: undated} if undated else {})


def row(archive: Archive, entry: Entry, here: Address) -> Row:
    article = entry.article
    date = article.event.date or article.published
    kind, place, outlet = article.event.kind, article.places[:1], article.outlet
    return Row(
        link=here.link(article.title, routes.article(article.slug)),
        when=edtf.words(date) if date else "",
        of_event=bool(article.event.date),
        kind=here.link(archive.tag_name(kind), routes.tag(kind)) if kind else None,
        place=here.link(place[0], routes.place(archive.place(place[0]).slug)) if place else None,
        outlet=here.link(outlet, routes.outlet(slug(outlet))) if outlet else None,
        incomplete=article.incomplete is not None,
        repost=article.republished_from is not None,
    )


def section(archive: Archive, name: str, entries: Iterable[Entry], here: Address) -> Section:
    words = "" if name == routes.UNDATED else wording.period(name)
    return Section(words, name, tuple(row(archive, entry, here) for entry in entries))


def listing(archive: Archive, entries: tuple[Entry, ...], here: Address) -> Listing:
    """The reports of one subject, on the subject's own page."""
    parts = cut(entries)
    if not parts:
        whole = periods(entries).items()
        return Listing(tuple(section(archive, name, part, here) for name, part in whole), None)
    newest = next(iter(parts))
    paths = {name: routes.part(here.path, name) for name in parts}
    return Listing((section(archive, newest, parts[newest], here),), calendar(parts, paths, here))


def cut(entries: tuple[Entry, ...]) -> dict[str, tuple[Entry, ...]]:
    """The periods that get a page of their own below the subject's; none if its own page shows all."""
    found = periods(entries)
    return found if len(entries) > WHOLE and len(found) > 1 else {}


def calendar(parts: Mapping[str, tuple[Entry, ...]], paths: Mapping[str, str], here: Address) -> Calendar:
    counts = {name: len(entries) for name, entries in parts.items()}
    months = {name: count for name, count in counts.items() if len(name) == len("2024-07")}
    fullest = max(months.values(), default=1)
    names = sorted({name[:4] for name in months}, reverse=True)
    years = tuple(Year(year, tuple(_cells(year, months, paths, fullest, here))) for year in names)
    return Calendar(wording.MONTHS_SHORT, years, tuple(_rest(counts, months, paths, here)))


def _cells(
    year: str, months: Mapping[str, int], paths: Mapping[str, str], fullest: int, here: Address
) -> Iterator[Cell]:
    for number in range(1, 13):
        name = f"{year}-{number:02}"
        count = months.get(name, 0)
        link = here.link(wording.number(count), paths[name]) if count else None
        yield Cell(link, wording.period(name), ceil(4 * sqrt(count / fullest)))


def _rest(
    counts: Mapping[str, int], months: Mapping[str, int], paths: Mapping[str, str], here: Address
) -> Iterator[Count]:
    for name, count in counts.items():
        if name not in months:
            yield Count(here.link("" if name == routes.UNDATED else name, paths[name]), count)
