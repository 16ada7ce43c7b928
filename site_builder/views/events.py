"""Lists of events: all of them, or the newest month with a calendar that leads to the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from site_builder import edtf, routes
from site_builder.archive import Archive, SharedEvent
from site_builder.views import Address, Link
from site_builder.views.periods import Calendar, calendar, period_name

WHOLE = 100
"""So many events stand in one list."""


@dataclass(frozen=True, slots=True)
class EventRow:
    kind: str
    place: str
    when: str
    venue: str
    href: str
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """The events of a month, or of a year if no month is known; ``name`` is empty for the undated."""

    name: str
    events: tuple[EventRow, ...]
    """The newest first."""


@dataclass(frozen=True, slots=True)
class EventsView:
    months: tuple[Month, ...]
    """The newest first, the undated last; of a long list the newest alone."""
    calendar: Calendar | None
    """The way to all months of a long list."""


@dataclass(frozen=True, slots=True)
class EventsPart:
    """One month of a long list, on a page of its own."""

    month: Month
    index: Link
    """All events; its text is for the template to say."""
    newer: Link | None
    older: Link | None


def all_events(archive: Archive) -> EventsView:
    here = Address(routes.EVENTS)
    months = _months(archive)
    if len(archive.events) <= WHOLE:
        return EventsView(tuple(_month(archive, name, events, here) for name, events in months.items()), None)
    paths = {name: routes.events(name) for name in months}
    name, newest = next(iter(months.items()))
    language = archive.site.language
    return EventsView((_month(archive, name, newest, here),), calendar(months, paths, here, language))


def event_months(archive: Archive) -> Iterator[tuple[str, EventsPart]]:
    """The pages of the months of a long list, with their paths."""
    months = list(_months(archive).items()) if len(archive.events) > WHOLE else []
    names = [name for name, _ in months]
    for newer, (name, events), older in zip([None, *names], months, [*names[1:], None], strict=False):
        here = Address(routes.events(name))
        yield (
            here.path,
            EventsPart(
                _month(archive, name, events, here),
                here.link("", routes.EVENTS),
                _beside(archive, newer, here),
                _beside(archive, older, here),
            ),
        )


def _months(archive: Archive) -> Mapping[str, tuple[SharedEvent, ...]]:
    found: defaultdict[str, list[SharedEvent]] = defaultdict(list)
    for event in archive.events:
        found[edtf.period(event.date) if event.date else routes.UNDATED].append(event)
    names = sorted(found, key=lambda name: (name != routes.UNDATED, name), reverse=True)
    return {name: tuple(reversed(found[name])) for name in names}


def _month(archive: Archive, name: str, events: tuple[SharedEvent, ...], here: Address) -> Month:
    return Month(period_name(name, archive.site.language), tuple(_row(archive, event, here) for event in events))


def _beside(archive: Archive, name: str | None, here: Address) -> Link | None:
    return here.link(period_name(name, archive.site.language), routes.events(name)) if name else None


def _row(archive: Archive, event: SharedEvent, here: Address) -> EventRow:
    outlets = dict.fromkeys(entry.article.outlet or entry.article.title for entry in event.reports)
    return EventRow(
        kind=archive.tag_name(event.kind) if event.kind else "",
        place=event.place or "",
        when=edtf.words(event.date, archive.site.language) if event.date else "",
        venue=event.venue or "",
        href=here.link("", routes.event(event.slug)).href,
        outlets=tuple(outlets),
    )
