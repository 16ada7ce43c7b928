"""Archive -> pages. One file per page kind.

A page module has ``pages(archive: Archive) -> Iterator[Page]`` and defines its own view; it is found by name.
A view is a closed, frozen dataclass of str, int, bool, None, tuple, ``views.Link``, ``markup.Body`` and nested views of
these: all that the page may say, with every choice, order, count and date already made.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, Protocol, cast

from site_builder import routes
from site_builder.archive import Archive
from site_builder.config import Site
from site_builder.errors import BuildError, Problem
from site_builder.views import Address


@dataclass(frozen=True, slots=True)
class Page:
    """One file of the site: where it goes, and the template and the view that make it."""

    path: str
    """As ``routes`` spells it."""
    template: str
    """A file of ``templates/``: ``article.html``."""
    view: object
    """The page kind's closed dataclass; the template's only knowledge of the archive."""


class PageKind(Protocol):
    """What every module in this folder looks like."""

    def pages(self, archive: Archive) -> Iterator[Page]: ...


def kinds() -> dict[str, PageKind]:
    """The page modules by name, in alphabetical order."""
    names = sorted(module.name for module in iter_modules(__path__))
    return {name: cast(PageKind, import_module(f"{__name__}.{name}")) for name in names}


def all_pages(archive: Archive) -> Iterator[Page]:
    """Every page of the site, of the kinds that the site chose.

    Raises BuildError at once for a kind that does not exist, and after the last page if two pages claim one path:
    for each such path, naming both kinds.
    """
    found = kinds()
    chosen = list(found) if archive.site.pages is None else archive.site.pages
    if unknown := [name for name in chosen if name not in found]:
        hint = f"the page kinds are {', '.join(found)}"
        raise BuildError(
            *(Problem("site.yml", f"pages: there is no kind {name}", hint, fatal=True) for name in unknown)
        )
    for page in claimed(archive, {name: found[name] for name in chosen}):
        yield page if archive.site.pages is None else replace(page, view=without_dead_links(page, frozenset(chosen)))


def made(site: Site) -> frozenset[str]:
    """The page kinds that the site has."""
    return frozenset(kinds() if site.pages is None else site.pages)


def without_dead_links(page: Page, chosen: frozenset[str]) -> object:
    """A page's view in which links to page kinds that are not made are words alone."""
    return _unlinked(page.view, Address(page.path), chosen)


def _unlinked(value: Any, here: Address, chosen: frozenset[str]) -> Any:
    if isinstance(value, tuple):
        return tuple(_unlinked(item, here, chosen) for item in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    own = {field.name: getattr(value, field.name) for field in fields(value)}
    new = {name: _unlinked(item, here, chosen) for name, item in own.items()}
    if own.get("href") and _is_dead(own["href"], here, chosen):
        new["href"] = ""
    return value if new == own else replace(value, **new)


def _is_dead(href: str, here: Address, chosen: frozenset[str]) -> bool:
    kind = None if ":" in href else routes.kind(here.path_of(href))
    return kind is not None and kind not in chosen


def claimed(archive: Archive, kinds: Mapping[str, PageKind]) -> Iterator[Page]:
    """The pages of these kinds; raises BuildError as ``all_pages`` does if two claim one path."""
    owners: dict[str, str] = {}
    problems: list[Problem] = []
    for name, kind in kinds.items():
        for page in kind.pages(archive):
            key = page.path.casefold()  # some file systems do not tell the cases apart
            if key in owners:
                problems.append(_conflict(page.path, owners[key], name))
            owners[key] = name
            yield page
    if problems:
        raise BuildError(*problems)


def _conflict(path: str, one: str, other: str) -> Problem:
    hint = "give one of them another address in site_builder/routes.py, or rename what is shown there"
    return Problem(path, f"claimed by the page kinds {one} and {other}", hint, fatal=True)
