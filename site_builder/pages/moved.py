"""What stands at an old address: where the page is now, for browsers, search engines and people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from site_builder import routes
from site_builder.archive import Archive
from site_builder.pages import Page, made
from site_builder.views import Address, Link

TEMPLATE = "moved.html"


@dataclass(frozen=True, slots=True)
class MovedView:
    targets: tuple[Link, ...]
    """Browsers go to the only one by themselves; of several a reader chooses."""
    address: str
    """The full address of the only target, or relative to this page; empty if there are several."""


def pages(archive: Archive) -> Iterator[Page]:
    """Nothing leads to kinds of pages that the site has not: then there was nothing at the old address either."""
    kinds = made(archive.site)
    for moved in archive.moved:
        targets = [(name, path) for name, path in moved.targets if routes.kind(path) in kinds]
        if targets and routes.kind(moved.path) in kinds:
            here = Address(moved.path)
            links = tuple(here.named(name, path) for name, path in targets)
            yield Page(moved.path, TEMPLATE, MovedView(links, _address(archive, targets[0][1], links)))


def _address(archive: Archive, path: str, links: tuple[Link, ...]) -> str:
    if len(links) > 1:
        return ""
    return routes.absolute(archive.site.url, path) if archive.site.url else links[0].href
