"""One event in several reports, side by side, with the reasons for taking them together; all such events."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Literal, TypeAlias

from site_builder import edtf, evidence, routes, wording
from site_builder.archive import Archive, Entry, SharedEvent, Tie
from site_builder.links.same_event.sketch import one_venue, venue_words
from site_builder.pages import Page
from site_builder.slugs import slug
from site_builder.views import Address, Because, Link, reasons, tag_link
from site_builder.views.events import all_events, event_months

Verdict: TypeAlias = Literal["same", "fits", "differs", "only"]
"""All reports say the same; not the same, but nothing that excludes the other; different things; some are silent."""


@dataclass(frozen=True, slots=True)
class Column:
    report: Link
    outlet: Link | None
    published: str
    """In words; empty if unknown."""
    copy_of: Link | None
    """Another report here whose text this one copies, or shares if nobody knows which was first: no second witness."""
    is_copy: bool
    """It is known that this one is the copy."""


@dataclass(frozen=True, slots=True)
class Line:
    """What each report says of one thing."""

    name: str
    """A field of the front matter for the template to name; or, with a link, a name of the archive."""
    link: Link | None
    cells: tuple[tuple[str, ...], ...]
    """One a report; an empty one: the report does not say."""
    verdict: Verdict
    named: bool = False
    """What the reports say stands in their own words."""


@dataclass(frozen=True, slots=True)
class Bond:
    one: str
    other: str
    """Titles of two reports."""
    reasons: tuple[Because, ...]
    level: wording.Level
    share: str


@dataclass(frozen=True, slots=True)
class EventView:
    kind: Link | None
    place: Link | None
    when: str
    venue: str
    columns: tuple[Column, ...]
    witnesses: int
    """How many of the reports are texts of their own."""
    facts: tuple[Line, ...]
    people: tuple[Line, ...]
    institutions: tuple[Line, ...]
    tags: tuple[Line, ...]
    speakers: tuple[Line, ...]
    """How often each report lets whom speak."""
    bonds: tuple[Bond, ...]


Say: TypeAlias = Callable[[Entry], tuple[str, ...]]


def pages(archive: Archive) -> Iterator[Page]:
    for event in archive.events:
        yield Page(routes.event(event.slug), "event.html", view(archive, event))
    yield Page(routes.EVENTS, "events.html", all_events(archive))
    for path, month in event_months(archive):
        yield Page(path, "events_part.html", month)


def view(archive: Archive, event: SharedEvent) -> EventView:
    here = Address(routes.event(event.slug))
    reports = event.reports
    return EventView(
        kind=_kind(archive, event, here),
        place=here.named(event.place, routes.place(archive.place(event.place).slug)) if event.place else None,
        when=edtf.words(event.date, archive.site.language) if event.date else "",
        venue=event.venue or "",
        columns=tuple(_column(archive, entry, reports, here) for entry in reports),
        witnesses=archive.witnesses(reports),
        facts=tuple(line for line in _facts_of(archive, reports) if any(line.cells)),
        people=tuple(_people(archive, reports, here)),
        institutions=tuple(_institutions(archive, reports, here)),
        tags=tuple(_tags(archive, reports, here)),
        speakers=tuple(_speakers(archive, reports, here)),
        bonds=tuple(_bond(archive, tie, reports) for tie in event.ties),
    )


def _kind(archive: Archive, event: SharedEvent, here: Address) -> Link | None:
    """The kind of event; it leads to the tag's page if a report bears the tag."""
    if event.kind is None:
        return None
    bearer = next((report for report in event.reports if event.kind in report.article.tags), event.reports[0])
    return tag_link(archive, event.kind, bearer.article, here)


def _column(archive: Archive, entry: Entry, reports: tuple[Entry, ...], here: Address) -> Column:
    article = entry.article
    here_too = {report.article.slug for report in reports}
    known = (twin for twin in archive.copies(entry) if twin.original is not False)
    twins = [twin for twin in known if twin.entry.article.slug in here_too]
    return Column(
        here.named(article.title, routes.article(article.slug)),
        here.named(article.outlet, routes.outlet(slug(article.outlet))) if article.outlet else None,
        edtf.words(article.published, archive.site.language) if article.published else "",
        _link(twins[0].entry, here) if twins else None,
        bool(twins and twins[0].original),
    )


def _link(entry: Entry, here: Address) -> Link:
    return here.named(entry.article.outlet or entry.article.title, routes.article(entry.article.slug))


def _facts(archive: Archive) -> tuple[tuple[str, Say], ...]:
    def kind(entry: Entry) -> tuple[str, ...]:
        return tuple(map(archive.tag_name, _some(entry.article.event.kind)))

    def time(entry: Entry) -> tuple[str, ...]:
        return tuple(wording.clock(time, archive.site.language) for time in _some(entry.article.event.time))

    return (
        ("event.time", time),
        ("event.kind", kind),
        ("places", lambda entry: entry.article.places),
    )


def _some(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()


def _facts_of(archive: Archive, reports: tuple[Entry, ...]) -> Iterator[Line]:
    yield _dates(archive, reports)
    yield _venues(reports)
    for name, say in _facts(archive):
        yield _line(name, reports, say)


def _dates(archive: Archive, reports: tuple[Entry, ...]) -> Line:
    """What each report says of the day: a month fits every day of its own."""
    dates = [entry.article.event.date for entry in reports]
    language = archive.site.language
    line = _line(
        "event.date", reports, lambda entry: tuple(edtf.words(day, language) for day in _some(entry.article.event.date))
    )
    known = [date for date in dates if date and edtf.is_date(date)]
    fits = line.verdict == "differs" and all(edtf.days_apart(one, other) == 0 for one, other in combinations(known, 2))
    return replace(line, verdict="fits") if fits else line


def _venues(reports: tuple[Entry, ...]) -> Line:
    """Where each report puts the event: a hall fits its full name, and the house that it is in."""
    line = _line("event.venue", reports, lambda entry: _some(entry.article.event.venue))
    known = [venue_words(report.article.event.venue or "", report.article.places) for report in reports]
    fits = line.verdict == "differs" and all(one_venue(one, other) for one, other in combinations(known, 2))
    return replace(line, verdict="fits") if fits else line


def _line(name: str, reports: Iterable[Entry], say: Say) -> Line:
    cells = tuple(say(entry) for entry in reports)
    return Line(name, None, cells, _verdict(cells), named=name not in evidence.SAID)


def _verdict(cells: tuple[tuple[str, ...], ...]) -> Verdict:
    said = {cell for cell in cells if cell}
    if len(said) > 1:
        return "differs"
    return "same" if all(cells) else "only"


def _people(archive: Archive, reports: tuple[Entry, ...], here: Address) -> Iterator[Line]:
    everyone = (_person(archive, entry, person.name) for entry in reports for person in entry.article.people)
    for key, name in dict.fromkeys(everyone):
        cells = tuple(_presented(archive, entry, key) for entry in reports)
        yield Line(name, here.named(name, routes.person(key)), cells, _verdict(cells), named=True)


def _person(archive: Archive, entry: Entry, name: str) -> tuple[str, str]:
    identity = archive.identity(entry, name)
    return (identity.slug, identity.name) if identity else (slug(name), name)


def _presented(archive: Archive, entry: Entry, key: str) -> tuple[str, ...]:
    people = (person for person in entry.article.people if _person(archive, entry, person.name)[0] == key)
    return tuple(wording.office(person) or person.name for person in people)


def _institutions(archive: Archive, reports: tuple[Entry, ...], here: Address) -> Iterator[Line]:
    """By the name of the institution: whether a report prints "Kabupaten" is no difference."""
    named = [[archive.institution(one.article, name) for name in one.article.organizations] for one in reports]
    for own, name in {one.slug: one.name for found in named for one in found}.items():
        cells = tuple((name,) if any(one.slug == own for one in found) else () for found in named)
        yield Line(name, here.named(name, routes.institution(own)), cells, _verdict(cells), named=True)


def _tags(archive: Archive, reports: tuple[Entry, ...], here: Address) -> Iterator[Line]:
    for tag in dict.fromkeys(tag for entry in reports for tag in entry.article.tags):
        name = archive.tag_name(tag)
        cells = tuple((name,) if tag in entry.article.tags else () for entry in reports)
        yield Line(name, here.link(name, routes.tag(slug(tag))), cells, _verdict(cells))


def _speakers(archive: Archive, reports: tuple[Entry, ...], here: Address) -> Iterator[Line]:
    counts, language = [_spoken(archive, entry) for entry in reports], archive.site.language
    for key in dict.fromkeys(key for count in counts for key in count):
        path, name = key
        cells = tuple((wording.number(count[key], language),) if key in count else () for count in counts)
        link = here.named(name, path) if path else Link(name, "", named=True) if name else None
        yield Line(name, link, cells, "only" if not all(cells) else "same")


def _spoken(archive: Archive, entry: Entry) -> dict[tuple[str, str], int]:
    """How often each speaker is quoted, by the path of their page (empty for an office) and name."""
    counts: dict[tuple[str, str], int] = {}
    for quote in entry.article.quotes if archive.show(entry) == "full" else ():
        identity = archive.identity(entry, quote.speaker) if quote.speaker else None
        key = (routes.person(identity.slug), identity.name) if identity else ("", quote.speaker or "")
        counts[key] = counts.get(key, 0) + 1
    return counts


def _bond(archive: Archive, tie: Tie, reports: tuple[Entry, ...]) -> Bond:
    titles = {entry.article.slug: entry.article.outlet or entry.article.title for entry in reports}
    shared = reasons(archive, tie.reasons)
    share = wording.share(tie.confidence, archive.site.language)
    return Bond(titles[tie.one], titles[tie.other], shared, wording.level(tie.confidence), share)
