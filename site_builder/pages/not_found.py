"""The page for an address that leads nowhere. The host shows it anywhere, so its links need the site's address."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from site_builder import routes
from site_builder.archive import Archive
from site_builder.pages import Page


@dataclass(frozen=True, slots=True)
class NotFoundView:
    anywhere: bool
    """The links are full addresses; else they work only where the page stands in the site's own folder."""


def pages(archive: Archive) -> Iterator[Page]:
    yield Page(routes.NOT_FOUND, "not_found.html", NotFoundView(archive.site.url is not None))
