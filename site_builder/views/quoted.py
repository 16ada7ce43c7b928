"""Quotes with their speakers, as pages list them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from site_builder import edtf, routes, wording
from site_builder.archive import Archive, Entry, Group
from site_builder.archive.entries import date
from site_builder.model import Quote
from site_builder.views import SHARED, Address, Link


@dataclass(frozen=True, slots=True)
class Said:
    """A quote with its speaker and the report that prints it."""

    text: str
    speaker: Link | None
    """None: the text does not say, or the page is the speaker's own. Without ``href``: an office or document."""
    office: str
    report: Link
    """Leads to the quote itself."""
    outlet: str
    when: str


@dataclass(frozen=True, slots=True)
class QuoteSection:
    """What was said in the reports of one period."""

    name: str
    """In words; empty for the undated."""
    anchor: str
    quotes: tuple[Said, ...]


Chosen: TypeAlias = Callable[[Entry, Quote], bool]
"""Which quotes of a report belong to a subject."""


def speaker(archive: Archive, entry: Entry, name: str, here: Address) -> Link:
    """Whoever speaks in a report: a person leads to their page, an office or a document nowhere."""
    who = archive.identity(entry, name)
    made = archive.site.pages is None or "person" in archive.site.pages  # in a body no link can be taken back
    return here.named(name, routes.person(who.slug)) if who and made else Link(name, "", named=True)


def said(archive: Archive, entry: Entry, number: int, here: Address) -> Said:
    """The quote of a report that bears the number, counted from 1; pages of one folder share it, as they do rows."""
    return _said(archive, entry, number, here.folder)


@lru_cache(maxsize=SHARED)
def _said(archive: Archive, entry: Entry, number: int, folder: str) -> Said:
    here, article = Address(folder), entry.article
    quote, when = article.quotes[number - 1], date(article)
    people = {person.name: person for person in article.people} if quote.speaker else {}
    by = people.get(quote.speaker or "")
    return Said(
        text=quote.text,
        speaker=speaker(archive, entry, quote.speaker, here) if quote.speaker else None,
        office=wording.office(by) if by else "",
        report=here.named(article.title, f"{routes.article(article.slug)}#{anchor(number)}"),
        outlet=article.outlet or "",
        when=edtf.words(when, archive.site.language) if when else "",
    )


def anchor(number: int) -> str:
    """The name of a quote on the page of its report."""
    return f"kutipan-{number}"


def quote_section(archive: Archive, group: Group, here: Address, *, chosen: Chosen) -> QuoteSection:
    """The quotes of a period that belong to a subject, the newest report first."""
    quotes = tuple(
        said(archive, entry, number, here)
        for entry in group.articles
        for number, quote in enumerate(entry.article.quotes, 1)
        if chosen(entry, quote)
    )
    return QuoteSection(group.name, group.slug, quotes)
