"""What feeds of every format tell: the newest reports, when each appeared, and a few words of it."""

from __future__ import annotations

from collections.abc import Iterable

from site_builder import edtf, markup, wording
from site_builder.archive import Archive, Entry
from site_builder.archive.entries import day

SUMMARY = 300
"""In characters."""
NEVER = "1970-01-01T00:00:00Z"
"""Feeds demand a date; this one says that no report has any."""


def newest(entries: Iterable[Entry], most: int) -> list[Entry]:
    """The newest dated reports, the newest first."""
    dated = [entry for entry in entries if _date(entry)]
    return sorted(dated, key=lambda entry: (moment(entry), entry.article.slug), reverse=True)[:most]


def _date(entry: Entry) -> str | None:
    return entry.article.published or entry.article.event.date


def moment(entry: Entry) -> str:
    """The date of publication, else of the event, in RFC 3339; a day without a time begins at midnight."""
    start = edtf.parse(_date(entry) or "").start
    return f"{start.first().isoformat()}T{start.time or '00:00'}:00{start.zone or 'Z'}"


def updated(entries: Iterable[Entry]) -> str:
    """The newest moment of all."""
    return max(map(moment, entries), default=NEVER)


def span(entries: Iterable[Entry]) -> tuple[str, str] | None:
    """The first and the last day that reports are filed under; None if none is dated."""
    days = [known for entry in entries if (known := day(entry.article))]
    return (min(days), max(days)) if days else None


def summary(archive: Archive, entry: Entry) -> str:
    """The sub-heading, else the beginning of the text; no more than may be shown."""
    article = entry.article
    if article.deck:
        return wording.beginning(article.deck, SUMMARY)
    words = markup.words(markup.body(article.body))
    return wording.beginning(words if archive.show(entry) == "full" else wording.excerpt(words), SUMMARY)


def authors(entry: Entry) -> tuple[str, ...]:
    """Who wrote it; the outlet if no name is given."""
    article = entry.article
    return article.authors or ((article.outlet,) if article.outlet else ())
