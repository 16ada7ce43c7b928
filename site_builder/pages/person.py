"""A person across the archive: offices over time, reports, what they said; all people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from heapq import nsmallest
from itertools import groupby

from site_builder import edtf, routes, wording
from site_builder.archive import Archive, Identity, Office, Spoken
from site_builder.archive.entries import date
from site_builder.locale import Language
from site_builder.pages import Page
from site_builder.views import Address, Because, Count, Link, reasons
from site_builder.views.letters import Index, Letters
from site_builder.views.periods import Listing, Section, cut, listing, part_pages
from site_builder.views.quoted import Said, said


@dataclass(frozen=True, slots=True)
class Term:
    """An office as long as the reports show it."""

    title: str
    """Rank and role; empty if the reports give neither."""
    when: str
    """In words: ``9 Juli 2024 – 20 November 2024``; empty if no report is dated."""
    reports: tuple[Link, ...]
    """The first few that say so."""
    more: int
    """How many others say so."""


@dataclass(frozen=True, slots=True)
class PersonView:
    name: str
    other_names: tuple[str, ...]
    """What else the reports call the person."""
    office: str
    """The latest rank and role."""
    terms: tuple[Term, ...]
    quotes: tuple[Said, ...]
    all_quotes: Count | None
    """More was said than is shown here: to the rest. The link has no words."""
    reasons: tuple[Because, ...]
    namesakes: tuple[Count, ...]
    listing: Listing[Section]


@dataclass(frozen=True, slots=True)
class NamesakesView:
    """Who bears a name, if several do."""

    name: str
    people: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class PeopleView:
    named: tuple[Count, ...]
    """Of a list that is cut by letters: who stands in the most reports."""
    quoted: tuple[Count, ...]
    """And who is quoted most; the counts are of quotes."""
    letters: Letters


SHOWN = 20
"""Of somebody whose quotes fill pages of their own: so many are shown here."""
FIRST = 30
"""So many people stand before a list that is cut by letters."""
NAMED = 3
"""So many reports are named as the witnesses of an office."""


def pages(archive: Archive) -> Iterator[Page]:
    people = {person.slug: person for person in archive.people}
    for person in archive.people:
        path = routes.person(person.slug)
        entries = tuple(appearance.entry for appearance in person.appearances)
        yield Page(path, "person.html", view(archive, person, people))
        for part_path, part in part_pages(archive, entries, Link(person.name, path, named=True)):
            yield Page(part_path, "part.html", part)
    for name in archive.namesakes:
        here = Address(routes.person(name.slug))
        bearers = tuple(_count(people[slug], here) for slug in name.people)
        yield Page(here.path, "namesakes.html", NamesakesView(name.name, bearers))
    index = Index(routes.PEOPLE, archive.people, lambda person: person.name, _count)
    yield Page(routes.PEOPLE, "people.html", _all(archive, index.letters()))
    for letter_path, letter in index.pages("person"):
        yield Page(letter_path, "letter.html", letter)


def view(archive: Archive, person: Identity, people: Mapping[str, Identity]) -> PersonView:
    here = Address(routes.person(person.slug))
    entries = tuple(appearance.entry for appearance in person.appearances)
    more = _all_quotes(person, here)
    return PersonView(
        name=person.name,
        other_names=person.other_names,
        office=_office(person),
        terms=tuple(_term(office, here, archive.site.language) for office in person.offices),
        quotes=tuple(_said(archive, spoken, here) for spoken in _newest(person.quotes)[: SHOWN if more else None]),
        all_quotes=more,
        reasons=reasons(archive, person.reasons),
        namesakes=tuple(_count(people[slug], here) for slug in person.namesakes if slug in people),
        listing=listing(archive, entries, here),
    )


def _all(archive: Archive, letters: Letters) -> PeopleView:
    here = Address(routes.PEOPLE)
    people = archive.people if letters.pages else ()
    named = nsmallest(FIRST, people, key=lambda person: (-len(person.appearances), person.slug))
    quoted = nsmallest(FIRST, people, key=lambda person: (-len(person.quotes), person.slug))
    return PeopleView(
        tuple(_count(person, here) for person in named),
        tuple(replace(_count(person, here), count=len(person.quotes)) for person in quoted if person.quotes),
        letters,
    )


def _office(person: Identity) -> str:
    titles = [wording.office(office) for office in person.offices]
    return next((words for words in reversed(titles) if words), "")


def _term(office: Office, here: Address, language: Language) -> Term:
    reports = tuple(here.named(entry.article.title, routes.article(entry.article.slug)) for entry in office.articles)
    return Term(wording.office(office), _span(office, language), reports[:NAMED], len(reports[NAMED:]))


def _span(office: Office, language: Language) -> str:
    """From the first dated report to the last, each in its own words: a month stays a month."""
    dates = [words for entry in office.articles if (words := date(entry.article))]
    ends = dict.fromkeys(edtf.words(end, language) for end in (dates[0], dates[-1])) if dates else {}
    return " – ".join(ends)


def _newest(quotes: tuple[Spoken, ...]) -> list[Spoken]:
    """The quotes of the newest reports first, those of one report as it prints them."""
    reports = [list(found) for _, found in groupby(quotes, key=lambda spoken: spoken.entry.article.slug)]
    return [spoken for found in reversed(reports) for spoken in found]


def _said(archive: Archive, spoken: Spoken, here: Address) -> Said:
    """Without the speaker, whose page this is."""
    number = spoken.entry.article.quotes.index(spoken.quote) + 1
    return replace(said(archive, spoken.entry, number, here), speaker=None, office="")


def _all_quotes(person: Identity, here: Address) -> Count | None:
    """To all that somebody said whose quotes are too many for one page."""
    entries = tuple({spoken.entry.article.slug: spoken.entry for spoken in person.quotes}.values())
    path = routes.quotes_of("speaker", person.slug)
    return Count(here.link("", path), len(person.quotes)) if cut(entries) else None


def _count(person: Identity, here: Address) -> Count:
    link = here.named(person.name, routes.person(person.slug))
    return Count(link, len(person.appearances), _office(person), note_named=True)
