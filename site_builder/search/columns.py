"""The facets: for each article, in order of the slots, the values that a list of reports can be narrowed by."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from site_builder import edtf, evidence, wording
from site_builder.archive import Archive, Entry, period
from site_builder.archive.entries import date
from site_builder.archive.places import regions
from site_builder.archive.stages import stages_of
from site_builder.search.codes import encoded
from site_builder.search.fields import places
from site_builder.slugs import slug

EPOCH = datetime.date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class Value:
    """One thing to narrow by."""

    key: str
    """In addresses of the page."""
    label: str
    """Empty if the page has the words itself."""
    above: str = ""
    """The key of the value that holds this one: a regency's province."""


Facet = Callable[[Archive, Entry], Iterable[Value]]


@dataclass(frozen=True, slots=True)
class Column:
    """A facet as the page reads it."""

    values: tuple[tuple[str, str, int], ...]
    """Key, label and the index of the value above, or -1; by key."""
    codes: str
    """For each article how many values it has, and their indexes."""


def column(archive: Archive, entries: Sequence[Entry], facet: Facet) -> Column:
    found = [tuple(facet(archive, entry)) for entry in entries]
    values = {value.key: value for several in found for value in several}
    index = {key: number for number, key in enumerate(sorted(values))}
    rows = (sorted({index[value.key] for value in several}) for several in found)
    return Column(
        tuple((key, values[key].label, index.get(values[key].above, -1)) for key in index),
        encoded(number for row in rows for number in (len(row), *row)),
    )


def days(numbered: Mapping[int, Entry]) -> str:
    """For each article the distance to the slot before, and its day: 0 if it has none, else counted from ``EPOCH``.

    Days after it are 1, 3, 5, …; those before it are 2, 4, 6, ….
    """
    return encoded(_days(numbered))


def _days(numbered: Mapping[int, Entry]) -> Iterator[int]:
    before = -1
    for slot, entry in numbered.items():
        yield slot - before - 1
        before = slot
        text = date(entry.article)
        number = (edtf.parse(text).start.first() - EPOCH).days if text else None
        yield 0 if number is None else 2 * number + 1 if number >= 0 else -2 * number


def _tag(archive: Archive, entry: Entry) -> Iterator[Value]:
    for tag in entry.article.tags:
        yield Value(slug(tag), archive.tag_name(tag))


def _place(_archive: Archive, entry: Entry) -> Iterator[Value]:
    known = regions()
    for own, name in places(entry.article).items():
        yield Value(own, name, (known[own].province or "") if own in known else "")


def _outlet(_archive: Archive, entry: Entry) -> Iterator[Value]:
    if entry.article.outlet:
        yield Value(slug(entry.article.outlet), entry.article.outlet)


def _institution(archive: Archive, entry: Entry) -> Iterator[Value]:
    found = (archive.institution(entry.article, name) for name in entry.article.organizations)
    for own, name in {one.slug: one.name for one in found}.items():
        yield Value(own, name)


def _person(archive: Archive, entry: Entry) -> Iterator[Value]:
    for person in entry.article.people:
        who = archive.identity(entry, person.name)
        if who:
            offices = [wording.office(office) for office in who.offices] if who.namesakes else []
            yield Value(who.slug, ", ".join(filter(None, (who.name, *offices[-1:]))))


def _kind(archive: Archive, entry: Entry) -> Iterator[Value]:
    kind = entry.article.event.kind
    if kind:
        yield Value(slug(kind), archive.tag_name(kind))


def _stage(archive: Archive, entry: Entry) -> Iterator[Value]:
    for stage in stages_of(entry.article):
        yield Value(stage.slug, stage.name(archive.site.language))


def _month(archive: Archive, entry: Entry) -> Iterator[Value]:
    name = period(entry.article)
    yield Value(name, edtf.words(name, archive.site.language) if name[0].isdigit() else "")


def _certainty(_archive: Archive, entry: Entry) -> Iterator[Value]:
    """How sure the date of the event is."""
    for fact in evidence.facts(entry, "event.date"):
        yield Value(fact.level, "")


FACETS: Mapping[str, Facet] = {
    "tag": _tag,
    "place": _place,
    "month": _month,
    "stage": _stage,
    "kind": _kind,
    "person": _person,
    "institution": _institution,
    "outlet": _outlet,
    "certainty": _certainty,
}
"""By name, in the order of the page."""
