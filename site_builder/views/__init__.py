"""What several page kinds show alike: links, counts, letters, rows of reports."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from posixpath import dirname, join, normpath

from site_builder import edtf, routes, wording
from site_builder.archive import Archive, Entry, Reason
from site_builder.archive.entries import date
from site_builder.model import Article
from site_builder.slugs import slug

SAID = ("date", "time", "kind", "tag", "text", "curator")
"""Kinds of reasons that the site says in its own words, or in figures; all others are in words of the reports."""


SHARED = 1 << 16
"""So many rows and quotes are kept for the next list that shows them."""


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere: ``href`` is relative to the page, or an absolute http(s) address."""

    text: str
    href: str
    named: bool = False
    """The words are a name or a headline, in the language of the reports whatever that of the site."""


@dataclass(frozen=True, slots=True)
class Count:
    """An item of an index: where it leads, what it is, and how much is there."""

    link: Link
    count: int
    note: str = ""
    """What tells it from others of its kind: an office, a province."""
    note_named: bool = False
    """The note is in the language of the reports, like a name."""


@dataclass(frozen=True, slots=True)
class Because:
    """A reason that two reports, or two people, belong together."""

    kind: str
    one: str
    other: str
    """Empty if it is what the first says."""
    named: bool = False
    """They are in the language of the reports."""


@dataclass(frozen=True, slots=True)
class Row:
    """A report in a list."""

    link: Link
    when: str
    """In words; empty if no date is known."""
    of_event: bool
    """The date is the event's; else the publication's."""
    kind: Link | None
    """Without ``href`` if the kind is not among the report's tags."""
    place: Link | None
    outlet: Link | None
    incomplete: bool
    repost: bool


@dataclass(frozen=True, slots=True)
class Address:
    """Where the page is that holds the links."""

    path: str

    @property
    def folder(self) -> str:
        """A folder where every page has the same links to articles and subjects as here: its own, where they may lead
        to a page beside this one (``tag/``), else any that is as deep (``_/_/``); empty for the root of the site."""
        depth = self.path.count("/")
        return self.path[: self.path.find("/") + 1] if depth == 1 else "_/" * depth

    def link(self, text: str, to_path: str) -> Link:
        """A link in words of the site's own language."""
        return Link(text, routes.relative(self.path, to_path))

    def named(self, text: str, to_path: str) -> Link:
        """A link whose words are a name or a headline."""
        return Link(text, routes.relative(self.path, to_path), named=True)

    def path_of(self, href: str) -> str:
        """Where a link from here leads, as ``routes`` spells it; the page itself for a link inside it."""
        file = href.partition("#")[0]
        return normpath(join(dirname(self.path), file)) if file else self.path


def because(archive: Archive, reason: Reason) -> Because:
    """A reason in words."""
    one, other = (_in_words(archive, reason.kind, text) for text in (reason.one, reason.other))
    return Because(reason.kind, one, "" if other == one else other, reason.kind not in SAID)


def reasons(archive: Archive, found: Iterable[Reason]) -> tuple[Because, ...]:
    """Reasons in words, those of one kind in one: ``Ani, Budi``; of several quotes the first, and how many more."""
    kinds: dict[tuple[str, bool], list[Because]] = {}
    for reason in (because(archive, reason) for reason in found):
        kinds.setdefault((reason.kind, bool(reason.other)), []).append(reason)
    return tuple(one for (kind, both), alike in kinds.items() for one in (alike if both else [_together(kind, alike)]))


def _together(kind: str, alike: list[Because]) -> Because:
    if kind == "quote" and len(alike) > 1:
        return replace(alike[0], one=f"{alike[0].one} (+{len(alike) - 1})")
    return replace(alike[0], one=", ".join(reason.one for reason in alike))


def _in_words(archive: Archive, kind: str, text: str) -> str:
    if kind == "date":
        return edtf.words(text, archive.site.language)
    if kind == "time":
        return wording.clock(text, archive.site.language)
    return archive.tag_name(text) if kind in ("kind", "tag") else text


def row(archive: Archive, entry: Entry, here: Address) -> Row:
    """A report as a list shows it; all pages of one folder share the row, which is then written once for them all."""
    return _row(archive, entry, here.folder)


@lru_cache(maxsize=SHARED)
def _row(archive: Archive, entry: Entry, folder: str) -> Row:
    here, article = Address(folder), entry.article
    when = date(article)
    kind, place, outlet = article.event.kind, article.places[:1], article.outlet
    return Row(
        link=here.named(article.title, routes.article(article.slug)),
        when=edtf.words(when.partition("T")[0], archive.site.language) if when else "",
        of_event=when is not None and when == article.event.date,
        kind=tag_link(archive, kind, article, here) if kind else None,
        place=here.named(place[0], routes.place(archive.place(place[0]).slug)) if place else None,
        outlet=here.named(outlet, routes.outlet(slug(outlet))) if outlet else None,
        incomplete=article.incomplete is not None,
        repost=article.republished_from is not None or archive.original(entry) is not None,
    )


def tag_link(archive: Archive, tag: str, article: Article, here: Address) -> Link:
    """A tag by its label; it leads to the tag's page, which is there if the report bears the tag."""
    name = archive.tag_name(tag)
    return here.link(name, routes.tag(slug(tag))) if tag in article.tags else Link(name, "")
