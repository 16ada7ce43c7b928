"""All articles in one order, with indexes, people, places and events: built once, frozen.

Nothing is merged silently: a person or an event that several articles share is a noun of its own, which names
its articles and says why they belong together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from site_builder.config import Site
from site_builder.errors import Problem
from site_builder.model import Article, Person, Quote, Vocabulary
from site_builder.reading import Record


@dataclass(frozen=True, slots=True)
class Entry:
    """An article with the machine's account of it."""

    article: Article
    record: Record | None
    """None if the reading is missing or damaged."""
    where: str
    """The article's file as the user spells it: ``content/articles/2024/x.md``."""


@dataclass(frozen=True, slots=True)
class Group:
    """The articles that share one term: a tag, an institution, an outlet, a month."""

    slug: str
    name: str
    """As readers should see it."""
    articles: tuple[Entry, ...]
    """In the archive's order, like all articles of all nouns here."""


@dataclass(frozen=True, slots=True)
class Place:
    """A regency, city, province or the country, with its articles; a province has those of its regencies too."""

    slug: str
    name: str
    """The official name: ``Kota Parepare``."""
    code: str | None
    """As the ministry gives it: ``73.72``; None for a name that is not in the table of regions."""
    level: str
    """``kabupaten``, ``kota``, ``provinsi``, ``nasional``; ``unknown`` for a name that is not in the table."""
    province: str | None
    """The official name of the province that a regency or city belongs to."""
    articles: tuple[Entry, ...]
    children: tuple[str, ...] = ()
    """Of a province: the names of its regencies and cities that have articles."""


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
    """By their first day."""
    quotes: tuple[Spoken, ...]
    """None from articles of which only an excerpt may be shown."""
    reasons: tuple[Reason, ...] = ()
    """Why the appearances are one person; empty if there is one appearance."""
    namesakes: tuple[str, ...] = ()
    """The slugs of the people of the same name who are, or may be, somebody else."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One piece of evidence that two articles have something in common."""

    kind: str
    """``date``, ``place``, ``venue``, ``person``, ``kind``, ``tag``, ``organization``, ``name``, ``role``, ..."""
    one: str
    """As the first article has it."""
    other: str
    """As the second has it."""


@dataclass(frozen=True, slots=True)
class Tie:
    """Two articles that belong together, and why."""

    one: str
    """Slug of the article that comes first in the archive."""
    other: str
    reasons: tuple[Reason, ...]
    """The strongest first."""
    confidence: float
    """0 to 1."""


@dataclass(frozen=True, slots=True)
class SharedEvent:
    """One event that several articles report."""

    slug: str
    date: str | None
    """EDTF, the most exact that a report states."""
    kind: str | None
    """Slug of a tag."""
    venue: str | None
    """In the words of the report that says most."""
    place: str | None
    """Official name."""
    reports: tuple[Entry, ...]
    """At least two."""
    ties: tuple[Tie, ...]


@dataclass(frozen=True, slots=True)
class LentDate:
    """The more exact date that a report of the same event states; never a fact of the borrowing article."""

    date: str
    """EDTF."""
    lender: Entry


@dataclass(frozen=True, slots=True)
class Archive:
    """All that pages and exports may know. Withdrawn articles are in no list and no index but ``withdrawn``."""

    site: Site
    vocabulary: Vocabulary
    articles: tuple[Entry, ...]
    """By the earliest day of the event's date, else of publication, undated last; then by slug."""
    withdrawn: tuple[Entry, ...]
    periods: tuple[Group, ...]
    """Months (``2024-07``), years of articles dated no closer, at last ``undated``; slug and name are the same."""
    tags: tuple[Group, ...]
    """By name, like the following."""
    outlets: tuple[Group, ...]
    institutions: tuple[Group, ...]
    places: tuple[Place, ...]
    """By code: a province comes right before its regencies."""
    people: tuple[Identity, ...]
    events: tuple[SharedEvent, ...]
    """By date."""
    problems: tuple[Problem, ...]
    _position: Mapping[str, int]
    _people: Mapping[tuple[str, str], Identity]
    _events: Mapping[str, SharedEvent]
    _places: Mapping[str, Place]
    _lent: Mapping[str, LentDate]

    @classmethod
    def of(cls, entries: Iterable[Entry], *, site: Site, vocabulary: Vocabulary) -> Archive:
        """The archive of these articles, whatever their order."""
        raise NotImplementedError

    def neighbours(self, entry: Entry) -> tuple[Entry | None, Entry | None]:
        """The articles before and after this one in the archive's order."""
        raise NotImplementedError

    def identity(self, entry: Entry, name: str) -> Identity | None:
        """Who a name is in an article; None if it is not among the article's people (an office, a document)."""
        raise NotImplementedError

    def event(self, entry: Entry) -> SharedEvent | None:
        """The event that the article shares with others; None if it stands alone."""
        raise NotImplementedError

    def place(self, name: str) -> Place:
        """The place of an official name that some article bears."""
        raise NotImplementedError

    def tag_name(self, slug: str) -> str:
        """A tag's label in the language of the site; the slug itself if the vocabulary lacks it."""
        raise NotImplementedError

    def lent_date(self, entry: Entry) -> LentDate | None:
        """A more exact date for the article's event, lent by another report of it."""
        raise NotImplementedError

    def show(self, entry: Entry) -> str:
        """``full``, ``excerpt`` or ``withdrawn``: what the article says, else the site's default."""
        raise NotImplementedError
