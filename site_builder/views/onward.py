"""Where a reader of one report goes next: other reports of the event, and reports alike, with the reasons."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from site_builder import edtf, routes, wording
from site_builder.archive import Archive, Entry, SharedEvent
from site_builder.archive.entries import date
from site_builder.archive.related import Alike, related
from site_builder.views import Address, Because, Link, Row, reasons, row

NEXT = 4
"""So many reports to read next are named."""


@dataclass(frozen=True, slots=True)
class Related:
    """Another report of the same event, and why it is thought so."""

    row: Row
    reasons: tuple[Because, ...]
    level: wording.Level
    share: str


@dataclass(frozen=True, slots=True)
class Next:
    """A report to read next, and what it shares with this one."""

    link: Link
    when: str
    outlet: str
    reasons: tuple[Because, ...]


def of_event(archive: Archive, event: SharedEvent, entry: Entry, here: Address) -> Iterator[Related]:
    """The other reports of an event."""
    own = entry.article.slug
    ties = {tie.one if tie.other == own else tie.other: tie for tie in event.ties if own in (tie.one, tie.other)}
    for report in event.reports:
        tie = ties.get(report.article.slug)
        if report.article.slug != own:
            shared = reasons(archive, tie.reasons) if tie else ()
            level = wording.level(tie.confidence) if tie else "unknown"
            share = wording.share(tie.confidence, archive.site.language) if tie else ""
            yield Related(row(archive, report, here), shared, level, share)


def onward(archive: Archive, entry: Entry, here: Address) -> Iterator[Next]:
    """The reports that share most with one."""
    return (_next(archive, alike, here) for alike in related(archive, entry, most=NEXT))


def _next(archive: Archive, alike: Alike, here: Address) -> Next:
    article = alike.entry.article
    when = date(article)
    shared = (
        *(Because("person", name, "", named=True) for name in alike.people),
        *((Because("place", alike.place, "", named=True),) if alike.place else ()),
        *(Because("tag", archive.tag_name(tag), "") for tag in alike.tags),
    )
    link = here.named(article.title, routes.article(article.slug))
    return Next(link, edtf.words(when, archive.site.language) if when else "", article.outlet or "", shared)
