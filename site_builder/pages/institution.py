"""An institution and the reports that name it; all institutions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from site_builder import routes
from site_builder.archive import Archive, Group
from site_builder.pages import Page
from site_builder.slugs import slug
from site_builder.views import Address, Count, Letter, Listing, by_letter, listing, part_pages


@dataclass(frozen=True, slots=True)
class InstitutionView:
    name: str
    together: tuple[Count, ...]
    """Institutions named in the same reports, the most frequent first."""
    listing: Listing


@dataclass(frozen=True, slots=True)
class InstitutionsView:
    letters: tuple[Letter, ...]


MOST = 8
"""So many neighbouring institutions are named."""


def pages(archive: Archive) -> Iterator[Page]:
    groups = {group.slug: group for group in archive.institutions}
    for group in archive.institutions:
        path = routes.institution(group.slug)
        yield Page(path, "institution.html", view(archive, group, groups))
        for part_path, part in part_pages(archive, group.articles, path, group.name):
            yield Page(part_path, "part.html", part)
    here = Address(routes.INSTITUTIONS)
    counts = [_count(group, len(group.articles), here) for group in archive.institutions]
    yield Page(routes.INSTITUTIONS, "institutions.html", InstitutionsView(by_letter(counts)))


def view(archive: Archive, group: Group, groups: dict[str, Group]) -> InstitutionView:
    here = Address(routes.institution(group.slug))
    return InstitutionView(group.name, _together(group, groups, here), listing(archive, group.articles, here))


def _count(group: Group, count: int, here: Address) -> Count:
    return Count(here.link(group.name, routes.institution(group.slug)), count)


def _together(group: Group, groups: dict[str, Group], here: Address) -> tuple[Count, ...]:
    counts: dict[str, int] = {}
    for entry in group.articles:
        for name in {slug(name) for name in entry.article.organizations} - {group.slug}:
            counts[name] = counts.get(name, 0) + 1
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:MOST]
    return tuple(_count(groups[name], count, here) for name, count in ranked)
