"""The coverage over the election's calendar; each stage with its reports."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from site_builder import edtf, routes
from site_builder.archive import Archive, Entry
from site_builder.archive.entries import date, day
from site_builder.archive.stages import Stage, by_stage, stages, stages_of
from site_builder.locale import Language
from site_builder.pages import Page
from site_builder.views import Address, Link
from site_builder.views.periods import Listing, Section, listing, part_pages
from site_builder.views.stages import StageRow, axis, begin, stage_rows


@dataclass(frozen=True, slots=True)
class Week:
    """A bar of the chart: where it stands, in days, and how high it is, of ``HEIGHT``."""

    x: int
    height: int
    count: int
    name: str
    """Its first day, in words."""


@dataclass(frozen=True, slots=True)
class TimelineView:
    stages: tuple[StageRow, ...]
    weeks: tuple[Week, ...]
    axis: int
    busiest: Week | None
    before: int
    """Reports from before the calendar."""
    after: int
    vague: int
    """Reports that are not dated closely enough for any stage, or fall between two; and those without a date."""


@dataclass(frozen=True, slots=True)
class StageView:
    name: str
    when: str
    regulation: str
    days: int
    earlier: Link | None
    later: Link | None
    together: tuple[Link, ...]
    """Stages that overlap with it."""
    listing: Listing[Section]


HEIGHT = 60
WEEK = 7


def pages(archive: Archive) -> Iterator[Page]:
    found = by_stage(archive.articles)
    yield Page(routes.TIMELINE, "timeline.html", view(archive))
    for stage in stages():
        path, entries = routes.stage(stage.slug), found[stage.slug]
        yield Page(path, "stage.html", stage_view(archive, stage, entries))
        for part_path, part in part_pages(archive, entries, Link(stage.name(archive.site.language), path)):
            yield Page(part_path, "part.html", part)


def view(archive: Archive) -> TimelineView:
    weeks = tuple(_weeks(archive.articles, archive.site.language))
    rest = Counter(_outside(entry) for entry in archive.articles if not stages_of(entry.article))
    busiest = max(weeks, key=lambda week: week.count, default=None)
    return TimelineView(
        stages=stage_rows(archive, Address(routes.TIMELINE)),
        weeks=weeks,
        axis=axis(),
        busiest=busiest if busiest and busiest.count else None,
        before=rest["before"],
        after=rest["after"],
        vague=rest["vague"],
    )


def _outside(entry: Entry) -> str:
    when = date(entry.article)
    if when is None:
        return "vague"
    if edtf.latest(when) < min(stage.first for stage in stages()):
        return "before"
    return "after" if edtf.earliest(when) > max(stage.last for stage in stages()) else "vague"


def _weeks(entries: Iterable[Entry], language: Language) -> Iterator[Week]:
    """Weeks with reports, from the calendar's first day on; a report counts on the first day that its date may mean."""
    days = (datetime.date.fromisoformat(known) - begin() for entry in entries if (known := _day(entry)))
    counts = Counter(passed.days // WEEK for passed in days if 0 <= passed.days < axis())
    most = max(counts.values(), default=1)
    for number, count in sorted(counts.items()):
        name = edtf.words((begin() + timedelta(WEEK * number)).isoformat(), language)
        yield Week(WEEK * number, max(1, round(HEIGHT * count / most)), count, name)


def _day(entry: Entry) -> str | None:
    """The day of a report whose date names one."""
    when = date(entry.article)
    return day(entry.article) if when and edtf.parse(when).start.day else None


def stage_view(archive: Archive, stage: Stage, entries: tuple[Entry, ...]) -> StageView:
    here, order = Address(routes.stage(stage.slug)), stages()
    place = order.index(stage)
    beside = [other for other in order if other.first <= stage.last and stage.first <= other.last and other != stage]
    return StageView(
        name=stage.name(archive.site.language),
        when=edtf.words(stage.span, archive.site.language),
        regulation=stage.regulation,
        days=stage.days,
        earlier=_link(archive, order[place - 1], here) if place else None,
        later=_link(archive, order[place + 1], here) if place + 1 < len(order) else None,
        together=tuple(_link(archive, other, here) for other in beside),
        listing=listing(archive, entries, here),
    )


def _link(archive: Archive, stage: Stage, here: Address) -> Link:
    return here.link(stage.name(archive.site.language), routes.stage(stage.slug))
