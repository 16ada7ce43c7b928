"""Lists of reports cut by month, and the calendar that leads through them.

A long list is cut by period and never by number, so that a new report changes one part of it; a month that is too full
is cut by day, and a day by outlet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sized
from dataclasses import dataclass, replace
from functools import partial
from math import ceil, sqrt
from typing import Generic, TypeAlias, TypeVar

from site_builder import edtf, routes, wording
from site_builder.archive import Archive, Entry, Group, period
from site_builder.archive.entries import date
from site_builder.locale import Language
from site_builder.slugs import slug
from site_builder.views import Address, Count, Link, Row, row

WHOLE = 60
"""A list of up to so many reports is shown whole; a longer one shows its newest month and leads to the others."""
CROWD = 200
"""A period of more reports is cut into finer ones."""


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
    """Its words are the count."""
    month: str
    """In words."""
    count: int
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


Shown = TypeVar("Shown")
"""What a page shows of a period: its reports (``Section``), or what was said in them."""
Show: TypeAlias = Callable[[Group, Address], Shown]


@dataclass(frozen=True, slots=True)
class Listing(Generic[Shown]):
    """A list of reports: whole, or its newest period with a calendar that leads to the others."""

    sections: tuple[Shown, ...]
    calendar: Calendar | None


@dataclass(frozen=True, slots=True)
class Part(Generic[Shown]):
    """One period of a long list, on a page of its own."""

    subject: Link
    """What the period is a part of; its text is empty if that is all reports."""
    section: Shown
    finer: tuple[Count, ...]
    """Of a period that is cut: its days, or the outlets of a day. Without words: the outlet is not known."""
    newer: Link | None
    older: Link | None


def period_name(period: str, language: Language) -> str:
    """A period in words; empty for the undated."""
    return "" if period == routes.UNDATED else edtf.words(period, language)


def periods(entries: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    """Reports by period, the newest first, the undated last; ``entries`` come in the archive's order."""
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        found[period(entry.article)].append(entry)
    names = sorted(found.keys() - {routes.UNDATED}, reverse=True) + [routes.UNDATED] * (routes.UNDATED in found)
    return {name: tuple(reversed(found[name])) for name in names}


def section(archive: Archive, group: Group, here: Address) -> Section:
    return Section(group.name, group.slug, tuple(row(archive, entry, here) for entry in group.articles))


def listing(archive: Archive, entries: tuple[Entry, ...], here: Address) -> Listing[Section]:
    """The reports of one subject, on the subject's own page."""
    return listed(entries, here, partial(section, archive), archive.site.language)


def listed(entries: tuple[Entry, ...], here: Address, show: Show[Shown], language: Language) -> Listing[Shown]:
    """A subject's reports, as ``show`` shows those of a period."""
    cuts = cut(entries)
    if not cuts:
        return Listing(tuple(show(group, here) for group in groups(periods(entries), language)), None)
    paths = {name: routes.part(here.path, name) for name in cuts}
    return Listing((show(newest(cuts, language), here),), calendar(cuts, paths, here, language))


def newest(found: Mapping[str, tuple[Entry, ...]], language: Language) -> Group:
    """The newest period, or its newest day if it is cut. There must be one."""
    group = groups(found, language)[0]
    while finer := _finer(group, language):
        group = finer[0]
    return group


def cut(entries: tuple[Entry, ...]) -> dict[str, tuple[Entry, ...]]:
    """The periods that get a page of their own below the subject's; none if its own page shows all."""
    found = periods(entries)
    return found if len(entries) > WHOLE and (len(found) > 1 or len(entries) > CROWD) else {}


def part_pages(archive: Archive, entries: tuple[Entry, ...], subject: Link) -> Iterator[tuple[str, Part[Section]]]:
    """The pages of the periods of a long list, with their paths; ``subject`` leads to the list from the site's root."""
    return parts_below(entries, subject, partial(section, archive), archive.site.language)


def parts_below(
    entries: tuple[Entry, ...], subject: Link, show: Show[Shown], language: Language
) -> Iterator[tuple[str, Part[Shown]]]:
    """As ``part_pages``, as ``show`` shows the reports of a period."""
    cuts = Cuts(subject, lambda part: routes.part(subject.href, part), language)
    return parts(groups(cut(entries), language), cuts, show)


@dataclass(frozen=True, slots=True)
class Cuts:
    """How the pages of a long list's periods are addressed and named."""

    subject: Link
    """What they are parts of, with its path from the root of the site."""
    path: Callable[[str], str]
    """Of a period's name."""
    language: Language

    def link(self, group: Group, here: Address) -> Link:
        """To the page of a period; the name of an outlet, if a day is cut by outlets."""
        return replace(here.link(group.name, self.path(group.slug)), named="_" in group.slug)


def parts(found: tuple[Group, ...], cuts: Cuts, show: Show[Shown]) -> Iterator[tuple[str, Part[Shown]]]:
    """A page for each of these periods, the newest first, and for the finer ones of a period that is too full."""
    for newer, own, older in zip([None, *found], found, [*found[1:], None], strict=False):
        here, finer = Address(cuts.path(own.slug)), _finer(own, cuts.language)
        rest = Group(own.slug, own.name, tuple(e for group in finer if group.slug == own.slug for e in group.articles))
        days = tuple(group for group in finer if group.slug != own.slug)
        yield (
            here.path,
            Part(
                replace(cuts.subject, href=routes.relative(here.path, cuts.subject.href)),
                show(rest if finer else own, here),
                tuple(Count(cuts.link(group, here), len(group.articles)) for group in days),
                cuts.link(newer, here) if newer else None,
                cuts.link(older, here) if older else None,
            ),
        )
        yield from parts(days, replace(cuts, subject=Link(own.name, here.path)), show)


def groups(found: Mapping[str, tuple[Entry, ...]], language: Language) -> tuple[Group, ...]:
    """Periods with their names in words."""
    return tuple(Group(name, period_name(name, language), entries) for name, entries in found.items())


def _finer(group: Group, language: Language) -> tuple[Group, ...]:
    """The days of a month that is too full, the newest first, with what is dated no closer under the month itself.

    Of a day, of a year without months and of the undated: the outlets. Empty if the period need not be cut further.
    """
    if len(group.articles) <= CROWD or "_" in group.slug:
        return ()
    if len(group.slug) == len("2024-11"):
        days = _split(group, lambda entry: _day(entry, group.slug))
        return tuple(Group(name, period_name(name, language), days[name]) for name in sorted(days, reverse=True))
    outlets = _split(group, lambda entry: f"{group.slug}_{slug(entry.article.outlet) if entry.article.outlet else ''}")
    return tuple(Group(name, outlets[name][0].article.outlet or "", outlets[name]) for name in sorted(outlets))


def _split(group: Group, key: Callable[[Entry], str]) -> dict[str, tuple[Entry, ...]]:
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in group.articles:
        found[key(entry)].append(entry)
    return {name: tuple(entries) for name, entries in found.items()}


def _day(entry: Entry, month: str) -> str:
    start = edtf.parse(date(entry.article) or month).start
    return f"{month}-{start.day:02}" if start.day else month


def calendar(parts: Mapping[str, Sized], paths: Mapping[str, str], here: Address, language: Language) -> Calendar:
    """The months of these periods, each with what it holds; ``paths`` leads to the page of each."""
    counts = {name: len(entries) for name, entries in parts.items()}
    months = {name: count for name, count in counts.items() if "-" in name}
    fullest = max(months.values(), default=1)
    names = sorted({name[:4] for name in months}, reverse=True)
    cells = {
        name: Cell(
            here.link(wording.number(months[name], language), paths[name]) if name in months else None,
            period_name(name, language),
            months.get(name, 0),
            ceil(4 * sqrt(months.get(name, 0) / fullest)),
        )
        for name in (f"{year}-{number:02}" for year in names for number in range(1, 13))
    }
    rest = (name for name in counts if name not in months)
    return Calendar(
        wording.months(language),
        tuple(Year(year, tuple(cell for name, cell in cells.items() if name[:4] == year)) for year in names),
        tuple(Count(here.link(period_name(name, language), paths[name]), counts[name]) for name in rest),
    )
