"""What several page kinds show alike: links, counts, lists of reports cut by month, the calendar of a list.

A long list is cut by period and never by number, so that a new report changes one part of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from math import ceil, sqrt

from site_builder import edtf, routes, wording
from site_builder.archive import Archive, Entry, Reason, period
from site_builder.archive.entries import date
from site_builder.model import Article
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

    @property
    def number(self) -> str:
        """The count as readers write it: ``1.849``."""
        return wording.number(self.count)


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter of an A–Z list; ``#`` gathers what starts with none."""

    name: str
    items: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class Because:
    """A reason that two reports, or two people, belong together."""

    kind: str
    one: str
    other: str
    """Empty if it is what the first says."""


@dataclass(frozen=True, slots=True)
class Row:
    """A report in a list."""

    link: Link
    when: str
    """In words; empty if no date is known."""
    of_event: bool
    """The date is the event's; else the publication's."""
    kind: Link | None
    """Without ``href`` if the kind is not among the report's tags."""
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
class Part:
    """One period of a long list, on a page of its own."""

    subject: Link
    section: Section
    newer: Link | None
    older: Link | None


@dataclass(frozen=True, slots=True)
class Address:
    """Where the page is that holds the links."""

    path: str

    def link(self, text: str, to_path: str) -> Link:
        return Link(text, routes.relative(self.path, to_path))


def because(archive: Archive, reason: Reason) -> Because:
    """A reason in words."""
    one, other = (_in_words(archive, reason.kind, text) for text in (reason.one, reason.other))
    return Because(reason.kind, one, "" if other == one else other)


def _in_words(archive: Archive, kind: str, text: str) -> str:
    if kind == "date":
        return edtf.words(text)
    return archive.tag_name(text) if kind in ("kind", "tag") else text


def by_letter(counts: Iterable[Count]) -> tuple[Letter, ...]:
    """An A–Z list, by the letters without regard to case."""
    ordered = sorted(counts, key=lambda item: (item.link.text.casefold(), item.link.href))
    ordered.sort(key=lambda item: wording.initial(item.link.text))
    groups = groupby(ordered, key=lambda item: wording.initial(item.link.text))
    return tuple(Letter(letter, tuple(items)) for letter, items in groups)


def period_name(period: str) -> str:
    """A period in words; empty for the undated."""
    return "" if period == routes.UNDATED else edtf.words(period)


def periods(entries: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    """Reports by period, the newest first, the undated last; ``entries`` come in the archive's order."""
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        found[period(entry.article)].append(entry)
    names = sorted(found.keys() - {routes.UNDATED}, reverse=True) + [routes.UNDATED] * (routes.UNDATED in found)
    return {name: tuple(reversed(found[name])) for name in names}


def row(archive: Archive, entry: Entry, here: Address) -> Row:
    article = entry.article
    when = date(article)
    kind, place, outlet = article.event.kind, article.places[:1], article.outlet
    return Row(
        link=here.link(article.title, routes.article(article.slug)),
        when=edtf.words(when) if when else "",
        of_event=when is not None and when == article.event.date,
        kind=tag_link(archive, kind, article, here) if kind else None,
        place=here.link(place[0], routes.place(archive.place(place[0]).slug)) if place else None,
        outlet=here.link(outlet, routes.outlet(slug(outlet))) if outlet else None,
        incomplete=article.incomplete is not None,
        repost=article.republished_from is not None or archive.original(entry) is not None,
    )


def tag_link(archive: Archive, tag: str, article: Article, here: Address) -> Link:
    """A tag by its label; it leads to the tag's page, which is there if the report bears the tag."""
    name = archive.tag_name(tag)
    return here.link(name, routes.tag(slug(tag))) if tag in article.tags else Link(name, "")


def section(archive: Archive, name: str, entries: Iterable[Entry], here: Address) -> Section:
    return Section(period_name(name), name, tuple(row(archive, entry, here) for entry in entries))


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


def part_pages(archive: Archive, entries: tuple[Entry, ...], path: str, name: str) -> Iterator[tuple[str, Part]]:
    """The pages of the periods of a long list, with their paths; ``path`` and ``name`` are the subject's own."""
    found = cut(entries)
    names = list(found)
    for newer, own, older in zip([None, *names], names, [*names[1:], None], strict=False):
        here = Address(routes.part(path, own))
        yield (
            here.path,
            Part(
                here.link(name, path),
                section(archive, own, found[own], here),
                _beside(newer, path, here),
                _beside(older, path, here),
            ),
        )


def _beside(name: str | None, path: str, here: Address) -> Link | None:
    return here.link(period_name(name), routes.part(path, name)) if name else None


def calendar(parts: Mapping[str, tuple[Entry, ...]], paths: Mapping[str, str], here: Address) -> Calendar:
    counts = {name: len(entries) for name, entries in parts.items()}
    months = {name: count for name, count in counts.items() if "-" in name}
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
        yield Cell(link, period_name(name), ceil(4 * sqrt(count / fullest)))


def _rest(
    counts: Mapping[str, int], months: Mapping[str, int], paths: Mapping[str, str], here: Address
) -> Iterator[Count]:
    for name, count in counts.items():
        if name not in months:
            yield Count(here.link(period_name(name), paths[name]), count)
