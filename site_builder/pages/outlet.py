"""An outlet and what the archive holds of it; all outlets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from site_builder import routes
from site_builder.archive import Archive, Entry, Group
from site_builder.locale import Language
from site_builder.pages import Page
from site_builder.views import Address, Count, Link
from site_builder.views.periods import Listing, Section, listing, part_pages, period_name, periods


@dataclass(frozen=True, slots=True)
class OutletView:
    name: str
    reposts: int
    """How many of its reports copy another site."""
    copies: int
    """How many have their text from a report of another outlet that came before."""
    listing: Listing[Section]


@dataclass(frozen=True, slots=True)
class OutletsView:
    outlets: tuple[Count, ...]
    """By name; the note is the period of the newest report."""


def pages(archive: Archive) -> Iterator[Page]:
    for group in archive.outlets:
        path = routes.outlet(group.slug)
        yield Page(path, "outlet.html", view(archive, group))
        for part_path, part in part_pages(archive, group.articles, Link(group.name, path, named=True)):
            yield Page(part_path, "part.html", part)
    counts = tuple(_count(group, archive.site.language) for group in archive.outlets)
    yield Page(routes.OUTLETS, "outlets.html", OutletsView(counts))


def view(archive: Archive, group: Group) -> OutletView:
    reposts = sum(entry.article.republished_from is not None for entry in group.articles)
    copies = sum(_copied_elsewhere(archive, entry) for entry in group.articles)
    here = Address(routes.outlet(group.slug))
    return OutletView(group.name, reposts, copies, listing(archive, group.articles, here))


def _copied_elsewhere(archive: Archive, entry: Entry) -> bool:
    original = archive.original(entry)
    return original is not None and original.article.outlet != entry.article.outlet


def _count(group: Group, language: Language) -> Count:
    newest = next(iter(periods(group.articles)))
    link = Address(routes.OUTLETS).named(group.name, routes.outlet(group.slug))
    return Count(link, len(group.articles), period_name(newest, language))
