"""A tag: where it stands in the vocabulary, and the reports that bear it; the vocabulary as a tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from site_builder import routes
from site_builder.archive import Archive, Group
from site_builder.model import Tag
from site_builder.pages import Page
from site_builder.slugs import slug
from site_builder.views import Address, Count, Link
from site_builder.views.periods import Listing, Section, listing, part_pages


@dataclass(frozen=True, slots=True)
class TagView:
    name: str
    broader: Link | None
    narrower: tuple[Count, ...]
    together: tuple[Count, ...]
    """Tags that stand beside this one in its reports, the most frequent first."""
    listing: Listing[Section]


@dataclass(frozen=True, slots=True)
class Branch:
    """A tag with the narrower ones below it; ``count`` is of its own reports."""

    item: Count
    has_page: bool
    """False for a tag that only gathers others: nothing bears it, so it has no page."""
    narrower: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class TagsView:
    branches: tuple[Branch, ...]


MOST = 8
"""So many neighbouring tags are named."""


def pages(archive: Archive) -> Iterator[Page]:
    groups = {group.slug: group for group in archive.tags}
    terms = {tag.slug: tag for tag in archive.vocabulary.tags}
    for group in archive.tags:
        path = routes.tag(group.slug)
        yield Page(path, "tag.html", view(archive, group, groups, terms))
        for part_path, part in part_pages(archive, group.articles, Link(group.name, path)):
            yield Page(part_path, "part.html", part)
    yield Page(routes.TAGS, "tags.html", TagsView(_branches(archive, None, groups, terms)))


def view(archive: Archive, group: Group, groups: dict[str, Group], terms: dict[str, Tag]) -> TagView:
    here = Address(routes.tag(group.slug))
    term = terms.get(group.slug)
    broader = groups.get(term.broader) if term and term.broader else None
    below = (groups[name] for name, tag in terms.items() if tag.broader == group.slug and name in groups)
    return TagView(
        name=group.name,
        broader=here.link(broader.name, routes.tag(broader.slug)) if broader else None,
        narrower=tuple(_count(found, here) for found in below),
        together=_together(group, groups, here),
        listing=listing(archive, group.articles, here),
    )


def _count(group: Group, here: Address) -> Count:
    return Count(here.link(group.name, routes.tag(group.slug)), len(group.articles))


def _together(group: Group, groups: dict[str, Group], here: Address) -> tuple[Count, ...]:
    counts: dict[str, int] = {}
    for entry in group.articles:
        for name in {slug(tag) for tag in entry.article.tags} - {group.slug}:
            counts[name] = counts.get(name, 0) + 1
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:MOST]
    return tuple(Count(here.link(groups[name].name, routes.tag(name)), count) for name, count in ranked)


def _branches(
    archive: Archive, broader: str | None, groups: dict[str, Group], terms: dict[str, Tag]
) -> tuple[Branch, ...]:
    """The tags below one; at the top also those that the vocabulary lacks."""
    strange = [name for name in groups if name not in terms] if broader is None else []
    names = [*(name for name, tag in terms.items() if tag.broader == broader), *strange]
    found = (_branch(archive, name, groups, terms) for name in names)
    return tuple(branch for branch in found if branch.has_page or branch.narrower)


def _branch(archive: Archive, name: str, groups: dict[str, Group], terms: dict[str, Tag]) -> Branch:
    group = groups.get(name)
    link = Address(routes.TAGS).link(archive.tag_name(name), routes.tag(name))
    below = _branches(archive, name, groups, terms)
    return Branch(Count(link, len(group.articles) if group else 0), group is not None, below)
