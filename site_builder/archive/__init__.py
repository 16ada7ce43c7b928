"""All articles in one order, with indexes, people, places and events: built once, frozen.

Nothing is merged silently: a person or an event that several articles share is a noun of its own, which names
its articles and says why they belong together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from site_builder import markup
from site_builder.archive import addresses, copies, institutions, rulings
from site_builder.archive.addresses import Moved
from site_builder.archive.copies import Copies, Twin
from site_builder.archive.entries import Entry, Group, by_name, groups, ordered, period, periods
from site_builder.archive.events import LentDate, SharedEvent, lent, shared
from site_builder.archive.institutions import Institution
from site_builder.archive.people import (
    Appearance,
    Identity,
    Namesakes,
    Office,
    Spoken,
    appearances,
    identities,
    mentions,
    shared_names,
)
from site_builder.archive.places import Place, places
from site_builder.archive.places import problems as place_problems
from site_builder.config import Site
from site_builder.errors import Problem
from site_builder.links import Reason, Tie
from site_builder.model import Article, Vocabulary
from site_builder.slugs import slug

__all__ = [
    "Appearance",
    "Archive",
    "Entry",
    "Group",
    "Identity",
    "Institution",
    "LentDate",
    "Moved",
    "Namesakes",
    "Office",
    "Place",
    "Reason",
    "SharedEvent",
    "Spoken",
    "Tie",
    "Twin",
    "period",
]


@dataclass(frozen=True, slots=True)
class Archive:
    """All that pages and exports may know. Withdrawn articles are in no list and no index but ``withdrawn``."""

    site: Site
    vocabulary: Vocabulary
    articles: tuple[Entry, ...]
    """By the earliest day of the event's date, else of publication, undated last; then by slug."""
    withdrawn: tuple[Entry, ...]
    periods: tuple[Group, ...]
    """Months (``2024-07``), before them the year of articles dated no closer, at last ``undated``; named by slug."""
    tags: tuple[Group, ...]
    """By name, like the following two. A tag's slug is that of the vocabulary."""
    outlets: tuple[Group, ...]
    institutions: tuple[Institution, ...]
    places: tuple[Place, ...]
    """The country, then by code: a province comes right before its regencies; at last names that are in no table."""
    people: tuple[Identity, ...]
    """By name."""
    namesakes: tuple[Namesakes, ...]
    """The names that several people bear, by slug."""
    events: tuple[SharedEvent, ...]
    """By date, undated last; only those with at least two reports."""
    moved: tuple[Moved, ...]
    """The old addresses of people, events and institutions, by path."""
    problems: tuple[Problem, ...]
    """What a person should mend: bodies over a limit, names of places that are in no table, unknown tags, decisions
    that contradict each other or speak of what is not there."""
    _positions: Mapping[str, int]
    _places: Mapping[str, Place]
    _people: Mapping[tuple[str, str], Identity]
    _institutions: Mapping[tuple[str, str], Institution]
    _events: Mapping[str, SharedEvent]
    _lent: Mapping[str, LentDate]
    _copies: Copies
    _tag_names: Mapping[str, str]

    @classmethod
    def of(cls, entries: Iterable[Entry], *, site: Site, vocabulary: Vocabulary) -> Archive:
        """The archive of these articles, whatever order they come in. Slugs must differ."""
        every = ordered(entries)
        shown = tuple(entry for entry in every if entry.article.show != "withdrawn")
        quotable = frozenset(entry.article.slug for entry in shown if _show(entry, site) == "full")
        ties = _Ties.of(shown, vocabulary, quotable)
        people, events, regions, namesakes = ties.people, ties.events, places(shown), shared_names(ties.people)
        labels = _labels(site, vocabulary)
        tags, bodies = _tags(shown, labels), institutions.institutions(shown, vocabulary.institutions)
        return cls(
            site=site,
            vocabulary=vocabulary,
            articles=shown,
            withdrawn=tuple(entry for entry in every if entry.article.show == "withdrawn"),
            periods=periods(shown),
            tags=tags,
            outlets=by_name(groups(shown, _outlet)),
            institutions=bodies,
            places=regions,
            people=people,
            namesakes=namesakes,
            events=events,
            moved=addresses.moved(
                entries=shown,
                people=people,
                namesakes=namesakes,
                events=events,
                institutions=bodies,
                decisions=vocabulary.decisions,
            ),
            problems=(
                *_body_problems(shown),
                *place_problems(regions),
                *_tag_problems(tags, vocabulary),
                *rulings.problems(vocabulary.decisions, every),
                *ties.problems,
            ),
            _positions={entry.article.slug: position for position, entry in enumerate(shown)},
            _places={place.slug: place for place in regions},
            _people={(a.entry.article.slug, a.person.name): who for who in people for a in who.appearances},
            _institutions=institutions.by_name(bodies, vocabulary.institutions),
            _events={report.article.slug: event for event in events for report in event.reports},
            _lent=lent(events),
            _copies=ties.copies,
            _tag_names=labels,
        )

    def __hash__(self) -> int:
        """Quick, for what was made of an archive is looked up often, and there is seldom more than one."""
        return len(self.articles)

    def position(self, entry: Entry) -> int:
        """Where the article stands in the archive's order, from 0."""
        return self._positions[entry.article.slug]

    def neighbours(self, entry: Entry) -> tuple[Entry | None, Entry | None]:
        """The articles before and after this one in the archive's order."""
        position = self._positions[entry.article.slug]
        before, after = position - 1, position + 1
        return (
            self.articles[before] if before >= 0 else None,
            self.articles[after] if after < len(self.articles) else None,
        )

    def entry(self, article_slug: str) -> Entry:
        """The article of a slug. Raises KeyError if it is none, or withdrawn."""
        return self.articles[self._positions[article_slug]]

    def identity(self, entry: Entry, name: str) -> Identity | None:
        """Who a name is in an article; None if it is not among the article's people (an office, a document)."""
        return self._people.get((entry.article.slug, name))

    def institution(self, article: Article, name: str) -> Institution:
        """The institution that an article prints under a name. Raises KeyError for a name that it does not print."""
        return self._institutions[article.slug, name]

    def event(self, entry: Entry) -> SharedEvent | None:
        """The event that the article shares with others; None if it stands alone."""
        return self._events.get(entry.article.slug)

    def copies(self, entry: Entry) -> tuple[Twin, ...]:
        """The other articles of the same text, the original first; empty if there is none."""
        return self._copies.twins.get(entry.article.slug, ())

    def original(self, entry: Entry) -> Entry | None:
        """The article that this one is known to copy; None if it copies none, or nobody knows which was first."""
        return next((twin.entry for twin in self.copies(entry) if twin.original), None)

    def witnesses(self, entries: Iterable[Entry]) -> int:
        """How many of the articles are independent of each other: the copies of one text count once."""
        return self._copies.witnesses(entries)

    def place(self, name: str) -> Place:
        """The place of a name that some article bears. Raises KeyError for others."""
        return self._places[slug(name)]

    def tag_name(self, tag: str) -> str:
        """A tag's label in the language of the site; the slug itself if the vocabulary lacks it."""
        return self._tag_names.get(tag, tag)

    def lent_date(self, entry: Entry) -> LentDate | None:
        """A more exact date for the article's event, lent by another report of it."""
        return self._lent.get(entry.article.slug)

    def show(self, entry: Entry) -> Literal["full", "excerpt", "withdrawn"]:
        """How much of an article may be shown: what it says itself, else the site's default."""
        return _show(entry, self.site)


@dataclass(frozen=True, slots=True)
class _Ties:
    """What binds articles, by evidence and by what people decided."""

    people: tuple[Identity, ...]
    events: tuple[SharedEvent, ...]
    copies: Copies
    problems: tuple[Problem, ...]

    @classmethod
    def of(cls, shown: tuple[Entry, ...], vocabulary: Vocabulary, quotable: frozenset[str]) -> _Ties:
        said = {bond: [one for one in vocabulary.decisions if one.bond == bond] for bond in ("event", "copy", "person")}
        found = appearances(shown)
        who = rulings.of_people(said["person"], mentions(found))
        what, whence = (rulings.of_articles(said[bond], shown) for bond in ("event", "copy"))
        pairs = copies.found(shown, whence)
        return cls(
            people=identities(found, decided=who, quotable=quotable),
            events=shared(shown, copies=pairs, decided=what),
            copies=copies.linked(shown, pairs, said["copy"]),
            problems=(*who.problems, *what.problems, *whence.problems),
        )


def _show(entry: Entry, site: Site) -> Literal["full", "excerpt", "withdrawn"]:
    return entry.article.show or site.show


def _outlet(article: Article) -> tuple[str, ...]:
    return (article.outlet,) if article.outlet else ()


def _labels(site: Site, vocabulary: Vocabulary) -> dict[str, str]:
    return {tag.slug: tag.label_en if site.language == "en" else tag.label for tag in vocabulary.tags}


def _tags(entries: Iterable[Entry], labels: Mapping[str, str]) -> tuple[Group, ...]:
    found = groups(entries, lambda article: article.tags)
    return by_name(Group(group.slug, labels.get(group.slug, group.name), group.articles) for group in found)


def _body_problems(entries: Iterable[Entry]) -> Iterator[Problem]:
    for entry in entries:
        yield from markup.problems(entry.article.body, where=entry.where)


def _tag_problems(tags: Iterable[Group], vocabulary: Vocabulary) -> Iterator[Problem]:
    known = {tag.slug for tag in vocabulary.tags}
    for group in tags:
        if group.slug not in known:
            hint = "add it to content/vocabulary/tags.yml, or take it from the article's tags"
            yield Problem(group.articles[0].where, f"tags: {group.name!r} is not in the vocabulary", hint)
