"""An article: the card of its facts, its text, who said what, and the evidence for all of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from site_builder import citation, edtf, evidence, routes, wording
from site_builder.archive import Archive, Entry, Twin
from site_builder.archive.copies import Basis
from site_builder.archive.stages import stages_of
from site_builder.evidence import Fact, Proofs, Remainder, word_marks
from site_builder.linked_data import NewsArticle, Organization, Place
from site_builder.linked_data import Person as Author
from site_builder.links.copy_of import How
from site_builder.marking import marked
from site_builder.markup import Body, body
from site_builder.model import Article, Person
from site_builder.pages import Page
from site_builder.slugs import slug
from site_builder.views import Address, Because, Link, Row, because, row, tag_link
from site_builder.views.onward import Next, Related, of_event, onward
from site_builder.views.quoted import anchor
from site_builder.views.speeches import Speech, speech_marks, speeches


@dataclass(frozen=True, slots=True)
class Item:
    """A fact in the card."""

    text: str
    """Empty: not known."""
    href: str
    """Empty: it leads nowhere."""
    note: str
    """In the words of the reports."""
    level: wording.Level
    evidence: str
    """The anchor of its row in the evidence; empty if it has none."""
    named: bool = False
    """The text is in the words of the reports."""


@dataclass(frozen=True, slots=True)
class Facts:
    """A line of the card: a field and what is known of it."""

    field: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Lent:
    """A more exact date, from another report of the event."""

    date: str
    lender: Link


@dataclass(frozen=True, slots=True)
class Cited:
    """What a reference manager reads in the head of the page."""

    authors: tuple[str, ...]
    outlet: str
    date: str
    """Of publication: ``2024/07/31``, ``2024/07``; empty if the text does not say."""


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
    key: str
    """What the article is called in a bibliography."""
    cited: Cited
    data: NewsArticle
    title: str
    deck: str
    description: str
    kind: Link | None
    place: Link | None
    outlet: Link | None
    published: str
    event_date: str
    damaged: bool
    """The article's file is broken, and this is what can be read of it."""
    incomplete: str
    republished_from: str
    original: str
    """The address of the original; empty if unknown."""
    saved: tuple[Link, ...]
    """Web archives that may hold the original."""
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
    next: tuple[Next, ...]
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
    said = tuple(speeches(archive, entry, here)) if full else ()
    shown, marks = marked(text, [*speech_marks(entry, said), *word_marks(entry)]) if full else (None, {})
    older, newer = (_neighbour(beside, here) for beside in archive.neighbours(entry))
    return ArticleView(
        show="full" if full else "excerpt",
        key=article.slug,
        cited=_cited(archive, entry),
        data=_data(archive, entry),
        title=article.title,
        deck=article.deck or "",
        description=wording.beginning(words if full else wording.excerpt(words), DESCRIPTION),
        kind=tag_link(archive, kind, article, here) if kind else None,
        place=here.named(place[0], routes.place(archive.place(place[0]).slug)) if place else None,
        outlet=here.named(article.outlet, routes.outlet(slug(article.outlet))) if article.outlet else None,
        published=edtf.words(article.published, archive.site.language) if article.published else "",
        event_date=edtf.words(article.event.date, archive.site.language) if article.event.date else "",
        damaged=entry.damaged,
        incomplete=article.incomplete or "",
        republished_from=article.republished_from or "",
        original=article.url or "",
        saved=tuple(_saved(article)),
        seed=article.seed or "",
        reviewed=article.review == "reviewed",
        facts=tuple(_card(archive, entry, here)),
        lent=_lent(archive, entry, here),
        body=shown,
        excerpt="" if full else wording.excerpt(words),
        quotes=tuple(replace(speech, marked=anchor(speech.number) in marks) for speech in said),
        proofs=tuple(evidence.proofs(archive, entry, marks)),
        remainder=evidence.remainder(entry) if full else (),
        copies=tuple(_copied(archive, twin, here) for twin in archive.copies(entry)),
        event=here.link("", routes.event(event.slug)) if event else None,
        related=tuple(of_event(archive, event, entry, here)) if event else (),
        next=tuple(onward(archive, entry, here)),
        newer=newer,
        older=older,
        correct=_correct(archive, article),
    )


def _neighbour(beside: Entry | None, here: Address) -> Link | None:
    return here.named(beside.article.title, routes.article(beside.article.slug)) if beside else None


def _correct(archive: Archive, article: Article) -> str:
    site = archive.site
    path = f"{site.branch}/content/articles/{article.year}/{article.slug}.md"
    return f"{site.repository}/edit/{path}" if site.repository else ""


# What machines read --------------------------------------------------------------------------------------------------


def _cited(archive: Archive, entry: Entry) -> Cited:
    work = citation.work(archive, entry)
    date = [f"{part:02}" for part in citation.parts(work.issued)] if work.issued else []
    return Cited(tuple(map(citation.line, work.authors)), citation.line(work.outlet), "/".join(date))


def _data(archive: Archive, entry: Entry) -> NewsArticle:
    article, work = entry.article, citation.work(archive, entry)
    return NewsArticle(
        headline=citation.line(article.title),
        alternative_headline=citation.line(article.deck or ""),
        date_published=article.published.rstrip("~?%") if article.published else "",
        author=tuple(Author(citation.line(name)) for name in article.authors),
        publisher=Organization(citation.line(work.outlet)) if work.outlet else None,
        content_location=tuple(Place(citation.line(name)) for name in article.places),
        url=work.url,
        archived_at=work.page,
    )


def _saved(article: Article) -> Iterator[Link]:
    if article.url:
        day = edtf.earliest(article.published).replace("-", "") if article.published else "*"
        yield Link("Wayback Machine", f"https://web.archive.org/web/{day}/{article.url}")
        yield Link("archive.today", f"https://archive.today/newest/{article.url}")


# The card ------------------------------------------------------------------------------------------------------------


def _card(archive: Archive, entry: Entry, here: Address) -> Iterator[Facts]:
    for name in CARD:
        facts = evidence.facts(entry, name)
        known = any(fact.value is not None for fact in facts)
        if known or name not in OPTIONAL:
            items = tuple(_item(archive, entry, fact, number, here) for number, fact in enumerate(facts, 1))
            yield Facts(name, items or (Item("", "", "", "unknown", ""),))
        if name == "event.date" and (found := stages_of(entry.article)):
            language = archive.site.language
            links = (here.link(stage.name(language), routes.stage(stage.slug)) for stage in found)
            yield Facts("stage", tuple(Item(link.text, link.href, "", "sure", "") for link in links))


def _item(archive: Archive, entry: Entry, fact: Fact, number: int, here: Address) -> Item:
    link = evidence.leads(archive, entry, fact, here)
    note = wording.office(fact.value) if isinstance(fact.value, Person) else ""
    return Item(link.text, link.href, note, fact.level, evidence.anchor(fact, number), link.named)


def _lent(archive: Archive, entry: Entry, here: Address) -> Lent | None:
    lent = archive.lent_date(entry)
    if lent is None:
        return None
    lender = lent.lender.article
    link = here.named(lender.outlet or lender.title, routes.article(lender.slug))
    return Lent(edtf.words(lent.date, archive.site.language), link)


# Copies -------------------------------------------------------------------------------------------------------------


def _copied(archive: Archive, twin: Twin, here: Address) -> Copied:
    return Copied(
        row=row(archive, twin.entry, here),
        how=twin.how,
        share="" if twin.how == "curator" else wording.percent(twin.share),
        original=twin.original,
        basis=twin.basis,
        differences=tuple(because(archive, reason) for reason in twin.differences),
    )
