"""An institution, its place among units, and the reports that name it; all institutions, A–Z and as a tree of units."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from heapq import nsmallest

from site_builder import routes
from site_builder.archive import Archive, Institution
from site_builder.archive.units import Units, units
from site_builder.pages import Page
from site_builder.views import Address, Count, Link
from site_builder.views.letters import Index, Letters
from site_builder.views.periods import Listing, Section, listing, part_pages


@dataclass(frozen=True, slots=True)
class InstitutionView:
    name: str
    other_names: tuple[str, ...]
    """How else the reports print it."""
    line: tuple[Link, ...]
    """The units above, the highest first."""
    below: tuple[Count, ...]
    together: tuple[Count, ...]
    """Institutions named in the same reports, the most frequent first."""
    listing: Listing[Section]


@dataclass(frozen=True, slots=True)
class Branch:
    """A unit with those below it."""

    item: Count
    below: tuple[Branch, ...]
    more: int
    """Units further below, which are shown on its own page."""


@dataclass(frozen=True, slots=True)
class Force:
    """The units of one force or electoral body: those that stand below no other."""

    name: str
    branches: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class InstitutionsView:
    named: tuple[Count, ...]
    """Of a list that is cut by letters: what stands in the most reports."""
    forces: tuple[Force, ...]
    letters: Letters


DEEPEST = 9
FIRST = 30
"""So many institutions stand before a list that is cut by letters."""
MOST = 8
"""So many neighbouring institutions are named."""
WHOLE = 200
"""With more units the tree shows its first level alone; the rest stands on the units' own pages."""


def pages(archive: Archive) -> Iterator[Page]:
    groups = {group.slug: group for group in archive.institutions}
    tree = units(archive.institutions)
    for group in archive.institutions:
        path = routes.institution(group.slug)
        yield Page(path, "institution.html", view(archive, group, groups, tree))
        for part_path, part in part_pages(archive, group.articles, Link(group.name, path, named=True)):
            yield Page(part_path, "part.html", part)
    index = Index(routes.INSTITUTIONS, archive.institutions, lambda group: group.name, _count)
    yield Page(routes.INSTITUTIONS, "institutions.html", _all(archive, _forces(groups, tree), index.letters()))
    for letter_path, letter in index.pages("institution"):
        yield Page(letter_path, "letter.html", letter)


def view(archive: Archive, group: Institution, groups: dict[str, Institution], tree: Units) -> InstitutionView:
    here = Address(routes.institution(group.slug))
    return InstitutionView(
        name=group.name,
        other_names=group.other_names,
        line=tuple(_count(groups[name], here).link for name in tree.line(group.slug)),
        below=tuple(_count(groups[name], here) for name in tree.below.get(group.slug, ())),
        together=_together(archive, group, groups, here),
        listing=listing(archive, group.articles, here),
    )


def _all(archive: Archive, forces: tuple[Force, ...], letters: Letters) -> InstitutionsView:
    groups = archive.institutions if letters.pages else ()
    named = nsmallest(FIRST, groups, key=lambda group: (-len(group.articles), group.slug))
    return InstitutionsView(tuple(_count(group, Address(routes.INSTITUTIONS)) for group in named), forces, letters)


def _count(group: Institution, here: Address) -> Count:
    return Count(here.named(group.name, routes.institution(group.slug)), len(group.articles))


def _together(archive: Archive, group: Institution, groups: dict[str, Institution], here: Address) -> tuple[Count, ...]:
    counts: dict[str, int] = {}
    for entry in group.articles:
        found = {archive.institution(entry.article, name).slug for name in entry.article.organizations}
        for name in found - {group.slug}:
            counts[name] = counts.get(name, 0) + 1
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:MOST]
    links = (_count(groups[name], here).link for name, _ in ranked)
    return tuple(Count(link, count) for link, (_, count) in zip(links, ranked, strict=True))


def _forces(groups: dict[str, Institution], tree: Units) -> tuple[Force, ...]:
    """The forces that have a unit below another; a list without levels is no tree."""
    tops = [own for own in tree.units if own not in tree.above]
    tops.sort(key=lambda own: (own not in tree.below, tree.units[own].area or "99", own))
    names = dict.fromkeys(tree.units[own].force for own in tops if own in tree.below)
    depth = 1 if len(tree.units) > WHOLE else DEEPEST
    return tuple(
        Force(name, tuple(_branch(own, groups, tree, depth) for own in tops if tree.units[own].force == name))
        for name in names
    )


def _branch(own: str, groups: dict[str, Institution], tree: Units, depth: int) -> Branch:
    below = tree.below.get(own, ())
    item = _count(groups[own], Address(routes.INSTITUTIONS))
    shown = tuple(_branch(name, groups, tree, depth - 1) for name in below) if depth > 1 else ()
    return Branch(item, shown, 0 if shown else len(below))
