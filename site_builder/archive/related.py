"""Other reports that a reader of one may want next, and why: the same people, or the same place and subject."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from site_builder.archive import Archive, Entry

NEAR = 20
"""So many reports before and after this one are looked at, of a place and of a person: the work for one is bounded, and
a new report changes few others."""
PEOPLE = 4
"""Of the people of a report, so many are followed."""


@dataclass(frozen=True, slots=True)
class Alike:
    """A report and what it shares with another."""

    entry: Entry
    people: tuple[str, ...]
    """Names."""
    place: str | None
    """The main place, if both are about it."""
    tags: tuple[str, ...]

    @property
    def score(self) -> int:
        return 3 * len(self.people) + len(self.tags) + (self.place is not None)


def related(archive: Archive, entry: Entry, *, most: int) -> tuple[Alike, ...]:
    """The reports that share most with one, the nearest in time first among equals; none of the same event."""
    own = archive.event(entry)
    known = {report.article.slug for report in own.reports} if own else {entry.article.slug}
    near = {other.article.slug: other for other in _near(archive, entry) if other.article.slug not in known}
    found = [alike for other in near.values() if (alike := _alike(archive, entry, other))]
    here = archive.position(entry)
    found.sort(key=lambda alike: (-alike.score, abs(archive.position(alike.entry) - here), alike.entry.article.slug))
    return tuple(found[:most])


def _near(archive: Archive, entry: Entry) -> Iterator[Entry]:
    for name in entry.article.places[:1]:
        yield from _around(archive, entry, archive.place(name).articles)
    for person in entry.article.people[:PEOPLE]:
        if who := archive.identity(entry, person.name):
            yield from _around(archive, entry, tuple(appearance.entry for appearance in who.appearances))


def _around(archive: Archive, entry: Entry, entries: tuple[Entry, ...]) -> Iterable[Entry]:
    at = bisect_left(entries, archive.position(entry), key=archive.position)
    return entries[max(0, at - NEAR) : at + NEAR + 1]


def _alike(archive: Archive, one: Entry, other: Entry) -> Alike | None:
    """What they share; None if it is too little: a place alone is not enough."""
    mine, theirs = one.article, other.article
    people = _people(archive, one).keys() & _people(archive, other).keys()
    place = mine.places[0] if mine.places[:1] == theirs.places[:1] and mine.places else None
    tags = tuple(tag for tag in mine.tags if tag in theirs.tags)
    names = tuple(name for own, name in _people(archive, one).items() if own in people)
    return Alike(other, names, place, tags) if names or (place and tags) else None


@lru_cache(maxsize=4096)
def _people(archive: Archive, entry: Entry) -> dict[str, str]:
    """Slugs and names of the people of a report."""
    found = ((archive.identity(entry, person.name), person.name) for person in entry.article.people)
    return {who.slug: name for who, name in found if who}
