"""Events that several articles report, side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from site_builder import edtf
from site_builder.archive.entries import LAST, Entry, commonest
from site_builder.links import Cluster, Tie, same_event
from site_builder.links.copy_of import Copy
from site_builder.links.decided import NOTHING, Decided


@dataclass(frozen=True, slots=True)
class SharedEvent:
    """One event that several articles report."""

    slug: str
    """Of its first report."""
    date: str | None
    """EDTF, the most exact that a report states."""
    kind: str | None
    """Slug of a tag; the commonest among the reports."""
    venue: str | None
    """In the words of the report that says most."""
    place: str | None
    """Official name; the commonest main place."""
    reports: tuple[Entry, ...]
    """At least two, in the archive's order."""
    ties: tuple[Tie, ...]
    """Why these reports belong together; the surest first."""


@dataclass(frozen=True, slots=True)
class LentDate:
    """The more exact date that a report of the same event states; never a fact of the borrowing article."""

    date: str
    """EDTF."""
    lender: Entry


def shared(
    entries: Sequence[Entry], *, copies: Sequence[Copy] = (), decided: Decided = NOTHING
) -> tuple[SharedEvent, ...]:
    """The events with more than one report, by date. A copy is a report, though not a witness of its own."""
    clusters = same_event.clusters([entry.article for entry in entries], copies=copies, decided=decided)
    events = [_event([entries[i] for i in cluster.members], cluster) for cluster in clusters]
    return tuple(sorted(events, key=lambda event: (edtf.earliest(event.date) if event.date else LAST, event.slug)))


def _event(reports: Sequence[Entry], cluster: Cluster) -> SharedEvent:
    lender = most_exact(reports)
    date = lender.article.event.date if lender else None
    kind = _common([report.article.event.kind for report in reports])
    place = _common([next(iter(report.article.places), None) for report in reports])
    venues = [venue for report in reports if (venue := report.article.event.venue)]
    venue = max(venues, key=lambda words: (len(words), words), default=None)
    return SharedEvent(reports[0].article.slug, date, kind, venue, place, tuple(reports), cluster.ties)


def _common(values: Sequence[str | None]) -> str | None:
    known = Counter(value for value in values if value)
    return commonest(known) if known else None


def most_exact(reports: Sequence[Entry]) -> Entry | None:
    """The report whose event date leaves the fewest days open; of several, the first."""
    dated = [report for report in reports if report.article.event.date]
    return min(dated, key=lambda report: edtf.days_open(report.article.event.date or ""), default=None)


def lent(events: Sequence[SharedEvent]) -> Mapping[str, LentDate]:
    """Slug of an article -> the date lent to it, where its own is missing, vague or in doubt."""
    return {report.article.slug: loan for event in events for report, loan in _loans(event)}


def _loans(event: SharedEvent) -> Iterator[tuple[Entry, LentDate]]:
    lender = most_exact(event.reports)
    date = lender.article.event.date if lender else None
    if lender and date and edtf.parse(date).exact():
        for report in event.reports:
            own = report.article.event.date
            if own is None or not edtf.parse(own).exact():
                yield report, LentDate(date, lender)
