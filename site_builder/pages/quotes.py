"""Who said what: by speaker, by office, by institution, by tag, and by the month of the report."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from site_builder import routes, wording
from site_builder.archive import Archive, Entry, Group, Identity
from site_builder.archive.roles import office_kind, speaks_for
from site_builder.grammar.institutions import canonical
from site_builder.model import Quote
from site_builder.pages import Page
from site_builder.slugs import slug
from site_builder.views import Address, Count, Link
from site_builder.views.letters import Index, Letters
from site_builder.views.periods import (
    Calendar,
    Cuts,
    Listing,
    calendar,
    cut,
    groups,
    listed,
    newest,
    parts,
    parts_below,
    periods,
)
from site_builder.views.quoted import QuoteSection, quote_section

MOST = 10
"""So many subjects of each kind are named on the first page."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way into the quotes: the most quoted of a kind, and all."""

    kind: str
    """``speaker``, ``role``, ``institution`` or ``tag``."""
    most: tuple[Count, ...]
    all: Link | None
    """None if all are here."""


@dataclass(frozen=True, slots=True)
class QuotesView:
    ways: tuple[Way, ...]
    newest: QuoteSection | None
    """None as long as nobody is quoted."""
    calendar: Calendar | None


@dataclass(frozen=True, slots=True)
class SubjectView:
    """What one office, institution or speaker said, or was said in reports of one tag."""

    kind: str
    subject: Link
    """Leads to the subject's own page; without ``href`` if it has none."""
    listing: Listing[QuoteSection]


@dataclass(frozen=True, slots=True)
class SubjectsView:
    kind: str
    letters: Letters


@dataclass(frozen=True, slots=True)
class Subject:
    """What quotes are gathered by."""

    kind: str
    slug: str
    name: str
    own: str
    """Path of its own page; empty if it has none."""
    quotes: int
    entries: tuple[Entry, ...]
    note: str
    """The latest office of a speaker."""
    names: frozenset[str]
    """Of its speakers; empty: whoever speaks in these reports."""
    has_page: bool

    @property
    def path(self) -> str:
        """Where its quotes are: on a page of their own, or on the subject's."""
        return routes.quotes_of(self.kind, self.slug) if self.has_page else self.own

    def link(self, here: Address, path: str) -> Link:
        """The subject's name; a tag has its own in the language of the site. It leads nowhere without a path."""
        href = here.link("", path).href if path else ""
        return Link(self.name, href, named=self.kind != "tag")

    def chosen(self, entry: Entry, quote: Quote) -> bool:
        return not self.names or f"{entry.article.slug}/{quote.speaker}" in self.names


Naming = Callable[[Entry, Quote], Iterable[str]]


def pages(archive: Archive) -> Iterator[Page]:
    quoted = tuple(entry for entry in archive.articles if entry.article.quotes and archive.show(entry) == "full")
    kinds = {kind: tuple(found) for kind, found in _subjects(archive, quoted).items()}
    yield Page(routes.QUOTES, "quotes.html", view(archive, quoted, kinds))
    show = partial(quote_section, archive, chosen=_any)
    cuts = Cuts(Link("", routes.QUOTES), routes.quotes, archive.site.language)
    for path, part in parts(groups(periods(quoted), cuts.language), cuts, show):
        yield Page(path, "quotes_part.html", part)
    for kind, subjects in kinds.items():
        if not subjects:
            continue
        index = _index(kind, subjects)
        yield Page(index.path, "subjects.html", SubjectsView(kind, index.letters()))
        for path, letter in index.pages(kind):
            yield Page(path, "letter.html", letter)
        for subject in subjects:
            yield from _subject_pages(archive, subject)


def _any(*_: object) -> bool:
    return True


def view(archive: Archive, quoted: tuple[Entry, ...], kinds: dict[str, tuple[Subject, ...]]) -> QuotesView:
    here, found, language = Address(routes.QUOTES), periods(quoted), archive.site.language
    paths = {name: routes.quotes(name) for name in found}
    return QuotesView(
        ways=tuple(_way(kind, subjects, here) for kind, subjects in kinds.items() if subjects),
        newest=quote_section(archive, newest(found, language), here, chosen=_any) if found else None,
        calendar=calendar(found, paths, here, language) if found else None,
    )


def _way(kind: str, subjects: tuple[Subject, ...], here: Address) -> Way:
    most = sorted(subjects, key=lambda subject: (-subject.quotes, subject.name))[:MOST]
    return Way(kind, tuple(_count(subject, here) for subject in most), here.link("", routes.quotes_by(kind)))


def _count(subject: Subject, here: Address) -> Count:
    return Count(subject.link(here, subject.path), subject.quotes, subject.note, note_named=True)


def _index(kind: str, subjects: tuple[Subject, ...]) -> Index[Subject]:
    return Index(routes.quotes_by(kind), subjects, lambda subject: subject.name, _count)


def _subject_pages(archive: Archive, subject: Subject) -> Iterator[Page]:
    if not subject.has_page:
        return
    here, show = Address(subject.path), partial(quote_section, archive, chosen=subject.chosen)
    language = archive.site.language
    own = subject.link(here, subject.own)
    yield Page(here.path, "subject.html", SubjectView(subject.kind, own, listed(subject.entries, here, show, language)))
    for path, part in parts_below(subject.entries, replace(own, href=here.path), show, language):
        yield Page(path, "quotes_part.html", part)


def _subjects(archive: Archive, quoted: tuple[Entry, ...]) -> dict[str, list[Subject]]:
    institutions = {one.slug: one.name for one in archive.institutions}
    return {
        "speaker": [_speaker(person) for person in archive.people if person.quotes],
        "role": list(_gathered("role", quoted, _roles, {})),
        "institution": list(_gathered("institution", quoted, partial(_institutions, archive), institutions)),
        "tag": list(_tags(archive)),
    }


def _speaker(person: Identity) -> Subject:
    entries = tuple({spoken.entry.article.slug: spoken.entry for spoken in person.quotes}.values())
    names = frozenset(f"{spoken.entry.article.slug}/{spoken.quote.speaker}" for spoken in person.quotes)
    offices = [words for office in person.offices if (words := wording.office(office))]
    note = offices[-1] if offices else ""
    path, long = routes.person(person.slug), bool(cut(entries))
    return Subject("speaker", person.slug, person.name, path, len(person.quotes), entries, note, names, long)


def _roles(entry: Entry, quote: Quote) -> Iterator[str]:
    roles = {person.name: person.role for person in entry.article.people}
    if role := roles.get(quote.speaker or ""):
        yield office_kind(role)


def _institutions(archive: Archive, entry: Entry, quote: Quote) -> Iterator[str]:
    article = entry.article
    roles = {person.name: person.role for person in article.people}
    words = roles.get(quote.speaker or "") or quote.speaker
    named = [archive.institution(article, name).name for name in article.organizations] if words else []
    if words and (name := speaks_for(canonical(words, article.places), named)):
        yield name


def _gathered(kind: str, quoted: tuple[Entry, ...], names: Naming, own: dict[str, str]) -> Iterator[Subject]:
    """Subjects by name, from what ``names`` says of each quote; ``own``: those that have pages of their own."""
    members: defaultdict[str, dict[str, Entry]] = defaultdict(dict)
    speakers: defaultdict[str, set[str]] = defaultdict(set)
    spelt: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for entry in quoted:
        for quote in entry.article.quotes:
            for name in names(entry, quote):
                key = slug(name)
                spelt.setdefault(key, own.get(key, name))
                members[key][entry.article.slug] = entry
                speakers[key].add(f"{entry.article.slug}/{quote.speaker}")
                counts[key] += 1
    for key in sorted(members, key=lambda key: (spelt[key].casefold(), key)):
        path = routes.institution(key) if key in own else ""
        entries = tuple(members[key].values())
        yield Subject(kind, key, spelt[key], path, counts[key], entries, "", frozenset(speakers[key]), True)


def _tags(archive: Archive) -> Iterator[Subject]:
    for group in archive.tags:
        entries = _quoted(archive, group)
        count = sum(len(entry.article.quotes) for entry in entries)
        if count:
            yield Subject("tag", group.slug, group.name, routes.tag(group.slug), count, entries, "", frozenset(), True)


def _quoted(archive: Archive, group: Group) -> tuple[Entry, ...]:
    return tuple(entry for entry in group.articles if entry.article.quotes and archive.show(entry) == "full")
