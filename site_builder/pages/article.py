"""An article: the card of its facts, its text, who said what, and the evidence for all of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from site_builder import edtf, evidence, routes, wording
from site_builder.archive import Archive, Entry, SharedEvent, Twin
from site_builder.archive.copies import Basis
from site_builder.evidence import Fact, Proofs, Remainder
from site_builder.links.copy_of import How
from site_builder.markup import Body, body
from site_builder.model import Article, Person, Quote
from site_builder.pages import Page
from site_builder.slugs import slug
from site_builder.views import Address, Because, Link, Row, because, row, tag_link


@dataclass(frozen=True, slots=True)
class Item:
    """A fact in the card."""

    text: str
    """Empty: not known."""
    href: str
    """Empty: it leads nowhere."""
    note: str
    level: wording.Level
    evidence: str
    """The anchor of its row in the evidence; empty if it has none."""


@dataclass(frozen=True, slots=True)
class Facts:
    """A line of the card: a field and what is known of it."""

    field: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Speech:
    """A quote; its anchor is ``kutipan-`` and its number."""

    number: int
    text: str
    speaker: Link | None
    """None: the text does not say; without ``href`` if the speaker is an office or a document."""
    office: str
    level: wording.Level
    share: str
    rule: str


@dataclass(frozen=True, slots=True)
class Lent:
    """A more exact date, from another report of the event."""

    date: str
    lender: Link


@dataclass(frozen=True, slots=True)
class Related:
    """Another report of the same event, and why it is thought so."""

    row: Row
    reasons: tuple[Because, ...]
    level: wording.Level
    share: str


@dataclass(frozen=True, slots=True)
class Copied:
    """Another article with the same text, or most of it."""

    row: Row
    how: How
    share: str
    """Of the shorter text: ``88 %``; empty if a person says that it is a copy."""
    original: bool | None
    """The other was first; None if that is not known."""
    basis: Basis
    differences: tuple[Because, ...]


@dataclass(frozen=True, slots=True)
class ArticleView:
    show: Literal["full", "excerpt"]
    title: str
    deck: str
    description: str
    kind: Link | None
    place: Link | None
    outlet: Link | None
    published: str
    event_date: str
    incomplete: str
    republished_from: str
    original: str
    """The address of the original; empty if unknown."""
    seed: str
    reviewed: bool
    facts: tuple[Facts, ...]
    lent: Lent | None
    body: Body | None
    """None if only the excerpt may be shown."""
    excerpt: str
    quotes: tuple[Speech, ...]
    proofs: tuple[Proofs, ...]
    remainder: tuple[Remainder, ...]
    copies: tuple[Copied, ...]
    """The original first."""
    event: Link | None
    related: tuple[Related, ...]
    newer: Link | None
    older: Link | None
    correct: str
    """Where the article's file can be corrected; empty if the site does not say."""


@dataclass(frozen=True, slots=True)
class WithdrawnView:
    """What is left of an article that was withdrawn: that it was."""

    contact: str


CARD = (
    "event.date", "event.time", "event.kind", "event.venue", "places", "people", "organizations",
    "outlet", "published", "authors", "tags",
)  # fmt: skip
"""The lines of the card."""
OPTIONAL = ("event.time", "authors", "organizations", "tags")
"""Lines that are left out when nothing is known; of the others the card says so."""
DESCRIPTION = 160
"""Characters of the text that stand for a page in a list of results."""
EXCERPT = 300
EXCERPT_SHARE = 3
"""Of an article of which only an excerpt may be shown: so many characters, and not more than a third of it."""


def pages(archive: Archive) -> Iterator[Page]:
    for entry in archive.articles:
        yield Page(routes.article(entry.article.slug), "article.html", view(archive, entry))
    for entry in archive.withdrawn:
        gone = WithdrawnView(archive.site.contact or "")
        yield Page(routes.article(entry.article.slug), "withdrawn.html", gone)


def view(archive: Archive, entry: Entry) -> ArticleView:
    article = entry.article
    here = Address(routes.article(article.slug))
    full = archive.show(entry) == "full"
    kind, place, event, text = article.event.kind, article.places, archive.event(entry), body(article.body)
    words = wording.plain(text.html)
    older, newer = (_neighbour(beside, here) for beside in archive.neighbours(entry))
    return ArticleView(
        show="full" if full else "excerpt",
        title=article.title,
        deck=article.deck or "",
        description=wording.beginning(words, DESCRIPTION if full else _excerpt(words)),
        kind=tag_link(archive, kind, article, here) if kind else None,
        place=here.link(place[0], routes.place(archive.place(place[0]).slug)) if place else None,
        outlet=here.link(article.outlet, routes.outlet(slug(article.outlet))) if article.outlet else None,
        published=edtf.words(article.published) if article.published else "",
        event_date=edtf.words(article.event.date) if article.event.date else "",
        incomplete=article.incomplete or "",
        republished_from=article.republished_from or "",
        original=article.url or "",
        seed=article.seed or "",
        reviewed=article.review == "reviewed",
        facts=tuple(_card(archive, entry, here)),
        lent=_lent(archive, entry, here),
        body=text if full else None,
        excerpt="" if full else wording.beginning(words, _excerpt(words)),
        quotes=tuple(_quotes(archive, entry, here)) if full else (),
        proofs=tuple(evidence.proofs(archive, entry)),
        remainder=evidence.remainder(entry) if full else (),
        copies=tuple(_copied(archive, twin, here) for twin in archive.copies(entry)),
        event=here.link("", routes.event(event.slug)) if event else None,
        related=tuple(_related(archive, event, entry, here)) if event else (),
        newer=newer,
        older=older,
        correct=_correct(archive, article),
    )


def _excerpt(words: str) -> int:
    return min(EXCERPT, len(words) // EXCERPT_SHARE)


def _neighbour(beside: Entry | None, here: Address) -> Link | None:
    return here.link(beside.article.title, routes.article(beside.article.slug)) if beside else None


def _correct(archive: Archive, article: Article) -> str:
    site = archive.site
    path = f"{site.branch}/content/articles/{article.year}/{article.slug}.md"
    return f"{site.repository}/edit/{path}" if site.repository else ""


# The card ------------------------------------------------------------------------------------------------------------


def _card(archive: Archive, entry: Entry, here: Address) -> Iterator[Facts]:
    for name in CARD:
        facts = evidence.facts(entry, name)
        known = any(fact.value is not None for fact in facts)
        if known or name not in OPTIONAL:
            items = tuple(_item(archive, entry, fact, number, here) for number, fact in enumerate(facts, 1))
            yield Facts(name, items or (Item("", "", "", "unknown", ""),))


def _item(archive: Archive, entry: Entry, fact: Fact, number: int, here: Address) -> Item:
    link = evidence.leads(archive, entry, fact, here)
    note = wording.office(fact.value) if isinstance(fact.value, Person) else ""
    return Item(link.text, link.href, note, fact.level, evidence.anchor(fact, number))


def _lent(archive: Archive, entry: Entry, here: Address) -> Lent | None:
    lent = archive.lent_date(entry)
    if lent is None:
        return None
    lender = lent.lender.article
    return Lent(edtf.words(lent.date), here.link(lender.outlet or lender.title, routes.article(lender.slug)))


# Who said what -------------------------------------------------------------------------------------------------------


def _quotes(archive: Archive, entry: Entry, here: Address) -> Iterator[Speech]:
    people = {person.name: person for person in entry.article.people}
    for number, fact in enumerate(evidence.facts(entry, "quotes"), 1):
        if isinstance(fact.value, Quote):
            speaker = fact.value.speaker
            yield Speech(
                number=number,
                text=fact.value.text,
                speaker=_speaker(archive, entry, speaker, here) if speaker else None,
                office=wording.office(people[speaker]) if speaker in people else "",
                level=fact.level,
                share=fact.share,
                rule=fact.reading.by if fact.reading else "",
            )


def _speaker(archive: Archive, entry: Entry, name: str, here: Address) -> Link:
    who = archive.identity(entry, name)
    return here.link(name, routes.person(who.slug)) if who else Link(name, "")


# Copies, and other reports of the event ------------------------------------------------------------------------------


def _copied(archive: Archive, twin: Twin, here: Address) -> Copied:
    return Copied(
        row=row(archive, twin.entry, here),
        how=twin.how,
        share="" if twin.how == "curator" else wording.percent(twin.share),
        original=twin.original,
        basis=twin.basis,
        differences=tuple(because(archive, reason) for reason in twin.differences),
    )


def _related(archive: Archive, event: SharedEvent, entry: Entry, here: Address) -> Iterator[Related]:
    own = entry.article.slug
    ties = {tie.one if tie.other == own else tie.other: tie for tie in event.ties if own in (tie.one, tie.other)}
    for report in event.reports:
        tie = ties.get(report.article.slug)
        if report.article.slug != own:
            reasons = tuple(because(archive, reason) for reason in tie.reasons) if tie else ()
            level, share = (wording.level(tie.confidence), wording.share(tie.confidence)) if tie else ("unknown", "")
            yield Related(row(archive, report, here), reasons, level, share)
