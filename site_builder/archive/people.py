"""People across articles: their offices over time, their appearances, what they said."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from site_builder.archive.entries import Entry, commonest, day
from site_builder.links import Cluster, Reason, same_person
from site_builder.links.same_person import Mention
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
    name: str
    appearances: tuple[Appearance, ...]
    offices: tuple[Office, ...]
    """By their first day, the undated last."""
    quotes: tuple[Spoken, ...]
    """None from articles of which only an excerpt may be shown."""
    reasons: tuple[Reason, ...] = ()
    """Why the appearances are one person; empty if there is one appearance."""
    namesakes: tuple[str, ...] = ()
    """The slugs of the people of the same name who are, or may be, somebody else."""


def identities(entries: Sequence[Entry], quotable: frozenset[str]) -> tuple[Identity, ...]:
    """All people by name. ``quotable``: the slugs of the articles whose quotes may be shown."""
    appearances = [Appearance(entry, person) for entry in entries for person in entry.article.people]
    mentions = [_mention(appearance) for appearance in appearances]
    families: defaultdict[str, list[Identity]] = defaultdict(list)
    for cluster in same_person.clusters(mentions):
        person = _identity([appearances[i] for i in cluster.members], cluster, quotable)
        families[person.slug].append(person)
    found = [person for family in families.values() for person in _told_apart(family, taken=families.keys())]
    return tuple(sorted(found, key=lambda person: (person.name.casefold(), person.slug)))


def _mention(appearance: Appearance) -> Mention:
    article = appearance.entry.article
    return Mention(article.slug, article.places, appearance.person)


def _identity(appearances: Sequence[Appearance], cluster: Cluster, quotable: frozenset[str]) -> Identity:
    name = commonest(Counter(appearance.person.name for appearance in appearances))
    reasons = dict.fromkeys(reason for tie in cluster.ties for reason in tie.reasons)
    quotes = tuple(spoken for appearance in appearances for spoken in _spoken(appearance, quotable))
    return Identity(slug(name), name, tuple(appearances), _offices(appearances), quotes, tuple(reasons))


def _spoken(appearance: Appearance, quotable: frozenset[str]) -> Iterator[Spoken]:
    article = appearance.entry.article
    if article.slug in quotable:
        yield from (Spoken(appearance.entry, q) for q in article.quotes if q.speaker == appearance.person.name)


def _offices(appearances: Iterable[Appearance]) -> tuple[Office, ...]:
    found: defaultdict[tuple[str | None, str | None], list[Entry]] = defaultdict(list)
    for appearance in appearances:
        found[appearance.person.rank, appearance.person.role].append(appearance.entry)
    offices = [_office(rank, role, entries) for (rank, role), entries in found.items() if rank or role]
    return tuple(sorted(offices, key=lambda office: (office.first is None, office.first or "")))


def _office(rank: str | None, role: str | None, entries: Sequence[Entry]) -> Office:
    days = [known for entry in entries if (known := day(entry.article))]
    return Office(rank, role, min(days, default=None), max(days, default=None), tuple(entries))


def _told_apart(family: Sequence[Identity], *, taken: Container[str]) -> Iterator[Identity]:
    """People of one name get addresses of their own, from what they are; these do not depend on the order.

    No address is ``taken``, the name of somebody else.
    """
    if len(family) == 1:
        yield family[0]
        return
    slugs = [slug(f"{person.name} {_mark(person)}") for person in family]
    plain = [name not in taken and slugs.count(name) == 1 for name in slugs]
    own = [slugs[i] if fine else f"{slugs[i]}-{_digest(family[i])}" for i, fine in enumerate(plain)]
    for person, name in zip(family, own, strict=True):
        yield replace(person, slug=name, namesakes=tuple(sorted(other for other in own if other != name)))


def _mark(person: Identity) -> str:
    """What tells a person from others of the name: the office that most articles give, else the place."""
    office = max(person.offices, key=lambda o: (len(o.articles), o.role or o.rank or ""), default=None)
    if office:
        return office.role or office.rank or ""
    first = person.appearances[0].entry.article
    return next(iter(first.places), "") or digest(first.slug)


def _digest(person: Identity) -> str:
    return digest(min(appearance.entry.article.slug for appearance in person.appearances))
