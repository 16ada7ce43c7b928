"""People across articles: their offices over time, their appearances, what they said."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from site_builder.archive.entries import Entry, commonest, day
from site_builder.grammar.institutions import canonical
from site_builder.links import Cluster, Reason, same_person
from site_builder.links.decided import NOTHING, Decided
from site_builder.links.same_person import Mention
from site_builder.links.same_person.profiles import names_region
from site_builder.model import Person, Quote
from site_builder.slugs import digest, slug


@dataclass(frozen=True, slots=True)
class Appearance:
    """A person as one article presents them."""

    entry: Entry
    person: Person


@dataclass(frozen=True, slots=True)
class Office:
    """A rank and role that a person bears in the articles, and from when to when."""

    rank: str | None
    role: str | None
    first: str | None
    """Earliest day of the articles that say so, ``2024-07-09``; None if none is dated."""
    last: str | None
    articles: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Spoken:
    """A quote and where it was printed."""

    entry: Entry
    quote: Quote


@dataclass(frozen=True, slots=True)
class Identity:
    """One person across articles, as far as the archive dares to say."""

    slug: str
    """From the name and the first office, or place, that the archive has of the person: nobody else can change it."""
    name: str
    """The fullest of the names that the articles give."""
    appearances: tuple[Appearance, ...]
    offices: tuple[Office, ...]
    """By their first day, the undated last."""
    quotes: tuple[Spoken, ...]
    """None from articles of which only an excerpt may be shown."""
    reasons: tuple[Reason, ...] = ()
    """Why the appearances are one person; empty if there is one appearance."""
    namesakes: tuple[str, ...] = ()
    """The slugs of the people of the same name who are, or may be, somebody else."""
    other_names: tuple[str, ...] = ()
    """What else the person is called."""


@dataclass(frozen=True, slots=True)
class Namesakes:
    """A name that several people bear."""

    slug: str
    name: str
    people: tuple[str, ...]
    """Their slugs."""


def identities(
    appearances: Sequence[Appearance], *, decided: Decided = NOTHING, quotable: frozenset[str]
) -> tuple[Identity, ...]:
    """All people by name. ``quotable``: the slugs of the articles whose quotes may be shown."""
    clusters = same_person.clusters(mentions(appearances), decided=decided)
    found = [_identity([appearances[i] for i in cluster.members], cluster, quotable) for cluster in clusters]
    bearers: defaultdict[str, list[str]] = defaultdict(list)
    for person in (found := list(_with_addresses(found))):
        for name in _names(person):
            bearers[name].append(person.slug)
    known = (replace(person, namesakes=_namesakes(person, bearers)) for person in found)
    return tuple(sorted(known, key=lambda person: (person.name.casefold(), person.slug)))


def _names(person: Identity) -> frozenset[str]:
    return frozenset(map(slug, (person.name, *person.other_names)))


def _namesakes(person: Identity, bearers: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    return tuple(sorted({other for name in _names(person) for other in bearers[name]} - {person.slug}))


def shared_names(people: Sequence[Identity]) -> tuple[Namesakes, ...]:
    """The names that several people bear, by slug."""
    bearers: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for person in people:
        for name in {slug(name): name for name in (*person.other_names, person.name)}.values():
            bearers[slug(name)].append((name, person.slug))
    taken = {person.slug for person in people}
    return tuple(
        Namesakes(own, min(name for name, _ in held_by), tuple(who for _, who in held_by))
        for own, held_by in sorted(bearers.items())
        if len(held_by) > 1 and own not in taken
    )


def appearances(entries: Iterable[Entry]) -> tuple[Appearance, ...]:
    return tuple(Appearance(entry, person) for entry in entries for person in entry.article.people)


def mentions(found: Iterable[Appearance]) -> tuple[Mention, ...]:
    """The appearances, as far as they help to know a person again."""
    return tuple(Mention(one.entry.article.slug, one.entry.article.places, one.person) for one in found)


def _identity(appearances: Sequence[Appearance], cluster: Cluster, quotable: frozenset[str]) -> Identity:
    names = Counter(appearance.person.name for appearance in appearances)
    words = max(len(name.split()) for name in names)
    name = commonest(Counter({own: count for own, count in names.items() if len(own.split()) == words}))
    others = sorted({slug(own): own for own in sorted(names) if slug(own) != slug(name)}.values())
    reasons = dict.fromkeys(reason for tie in cluster.ties for reason in tie.reasons)
    quotes = tuple(spoken for appearance in appearances for spoken in _spoken(appearance, quotable))
    address = slug(f"{name} {scope(appearances)}")
    return Identity(
        address, name, tuple(appearances), _offices(appearances), quotes, tuple(reasons), other_names=tuple(others)
    )


def _spoken(appearance: Appearance, quotable: frozenset[str]) -> Iterator[Spoken]:
    article = appearance.entry.article
    if article.slug in quotable:
        yield from (Spoken(appearance.entry, q) for q in article.quotes if q.speaker == appearance.person.name)


def _offices(appearances: Iterable[Appearance]) -> tuple[Office, ...]:
    found: defaultdict[tuple[str | None, str | None], list[Entry]] = defaultdict(list)
    for appearance in appearances:
        found[appearance.person.rank, _role(appearance)].append(appearance.entry)
    offices = [_office(rank, role, entries) for (rank, role), entries in found.items() if rank or role]
    return tuple(sorted(offices, key=lambda office: (office.first is None, office.first or "")))


def _role(appearance: Appearance) -> str | None:
    """With the one name of its body: ``Ketua KPUD Wajo`` and ``Ketua KPU Kabupaten Wajo`` are one office."""
    role = appearance.person.role
    return canonical(role, appearance.entry.article.places) if role else None


def _office(rank: str | None, role: str | None, entries: Sequence[Entry]) -> Office:
    days = [known for entry in entries if (known := day(entry.article))]
    return Office(rank, role, min(days, default=None), max(days, default=None), tuple(entries))


def scope(appearances: Sequence[Appearance]) -> str:
    """The first office that the archive has of a person, with its region; else the first place, else the article."""
    for appearance in appearances:
        places = appearance.entry.article.places
        if office := _role(appearance) or appearance.person.rank:
            return office if not places or names_region(office) else f"{office} {places[0]}"
    places = tuple(place for appearance in appearances for place in appearance.entry.article.places)
    return places[0] if places else digest(appearances[0].entry.article.slug)


def _with_addresses(people: Sequence[Identity]) -> Iterator[Identity]:
    """People with one address each: those of one name, office and place are told apart by their first appearance."""
    counts = Counter(person.slug for person in people)
    for person in people:
        own = apart(person.slug, min(person.appearances, key=_said))
        yield person if counts[person.slug] == 1 else replace(person, slug=own)


def apart(address: str, own: Appearance) -> str:
    """The address of a person who is told from others of that address by an appearance."""
    article, name, rank, role = _said(own)
    return slug(f"{address[:60]} {digest(f'{name} {article} {rank} {role}')}")


def _said(own: Appearance) -> tuple[str, str, str, str]:
    """The article and what it calls the person: one article may give one name to two people."""
    return own.entry.article.slug, own.person.name, own.person.rank or "", own.person.role or ""
