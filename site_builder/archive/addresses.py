"""Old addresses of people, events and institutions, each with the page that it leads to now.

Nothing has to remember a move: an address is made of what articles and their readings say, so every address that a page
had, or would have had with fewer articles, before a person's decision or a correction, can be made again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from site_builder import routes
from site_builder.archive.entries import Entry
from site_builder.archive.events import SharedEvent
from site_builder.archive.institutions import Institution
from site_builder.archive.people import Appearance, Identity, Namesakes, apart, scope
from site_builder.grammar.institutions import canonical
from site_builder.links import CURATOR
from site_builder.model import Decision, Person
from site_builder.slugs import slug

MOST = 200
"""Old addresses of one page: a person in a thousand articles has no more offices than these."""


@dataclass(frozen=True, slots=True)
class Moved:
    """An address that is no page's any more."""

    path: str
    """As ``routes`` spells it."""
    targets: tuple[tuple[str, str], ...]
    """Name and path of what was there; several, if it cannot be told which was."""


Lead = tuple[str, str, str]
"""An old path, and the name and path of what is meant."""


def moved(
    *,
    entries: Iterable[Entry],
    people: Collection[Identity],
    namesakes: Collection[Namesakes],
    events: Collection[SharedEvent],
    institutions: Collection[Institution],
    decisions: Iterable[Decision],
) -> tuple[Moved, ...]:
    """The old addresses, by path; none that is a page's own."""
    taken = {routes.person(one.slug) for one in people} | {routes.person(name.slug) for name in namesakes}
    taken |= {routes.event(event.slug) for event in events}
    taken |= {routes.institution(one.slug) for one in institutions}
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    leads = (
        *(lead for person in people for lead in _of_person(person)),
        *_of_events(events, entries, decisions),
        *(lead for one in institutions for lead in _of_institution(one)),
    )
    for path, name, target in leads:
        if path not in taken:
            found[path][target] = name
    return tuple(
        Moved(path, tuple(sorted((name, target) for target, name in found[path].items()))) for path in sorted(found)
    )


# People -------------------------------------------------------------------------------------------------------------


def _of_person(person: Identity) -> Iterator[Lead]:
    """Each name with each first office that fewer articles, or those before a correction, would have shown."""
    said = [earlier for own in person.appearances for earlier in (own, *_formerly(own))]
    names = dict.fromkeys((person.name, *person.other_names, *(own.person.name for own in said)))
    scopes = dict.fromkeys(scope([own]) for own in said)
    addresses = dict.fromkeys(slug(f"{name} {words}") for name in names for words in scopes)
    joined = CURATOR in person.reasons
    if joined or len(scopes) > 1:
        addresses |= dict.fromkeys(map(slug, names))
    if joined:
        addresses |= dict.fromkeys(apart(address, own) for address in tuple(addresses) for own in said)
    for address in [address for address in addresses if address != person.slug][:MOST]:
        yield routes.person(address), person.name, routes.person(person.slug)


def _formerly(own: Appearance) -> Iterator[Appearance]:
    """What the machine read before a person corrected it, as far as it is clear whom it said it of."""
    record, article = own.entry.record, own.entry.article
    if record is None:
        return
    main = record.field("places")
    places = tuple(str(reading.value) for reading in main.readings) if main.owner == "person" else article.places
    people = record.field("people")
    readings = people.readings if people.owner == "person" else ()
    before = [reading.value for reading in readings if isinstance(reading.value, Person)]
    then = replace(own.entry, article=replace(article, places=places))
    if places != article.places:
        yield Appearance(then, own.person)
    for person in before:
        if person not in article.people and _is(person, own, article.people):
            yield Appearance(then, person)
            yield Appearance(own.entry, person)


def _is(before: Person, own: Appearance, present: Collection[Person]) -> bool:
    """Whether a corrected person is this one: by the name; else as the only one of that office, or of such a name."""
    if any(slug(one.name) == slug(before.name) for one in present):
        return slug(own.person.name) == slug(before.name)
    words = set(slug(before.name).split("-"))
    alike = [one for one in present if before.role and one.role == before.role]
    alike = alike or [one for one in present if words & set(slug(one.name).split("-"))]
    return alike == [own.person]


# Events -------------------------------------------------------------------------------------------------------------


def _of_events(
    events: Iterable[SharedEvent], entries: Iterable[Entry], decisions: Iterable[Decision]
) -> Iterator[Lead]:
    """Each report may have been an event's first; of events that a person took apart the reports are left."""
    names = {}
    for event in events:
        for report in event.reports:
            names[report.article.slug] = event.reports[0].article.title, routes.event(event.slug)
    denied = {one for decision in decisions if decision.bond == "event" and not decision.same
              for _, one in decision.members}  # fmt: skip
    for entry in entries:
        own = entry.article.slug
        if own in denied:
            names.setdefault(own, (entry.article.title, routes.article(own)))
    for own, (name, target) in names.items():
        yield routes.event(own), name, target


# Institutions -------------------------------------------------------------------------------------------------------


def _of_institution(one: Institution) -> Iterator[Lead]:
    """What the rules make of its names, where a person said something else or the places of a report settled it."""
    own = {one.slug, *map(slug, one.other_names)}
    printed = ((name, entry.article.places) for entry in one.articles for name in entry.article.organizations)
    found = {slug(canonical(name, known)) for name, places in printed if slug(name) in own for known in (places, ())}
    for address in sorted(found - {one.slug}):
        yield routes.institution(address), one.name, routes.institution(one.slug)
