"""The page where readers search and narrow down; its answers come from the index, in the reader's browser."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from site_builder import routes
from site_builder.archive import Archive
from site_builder.pages import Page
from site_builder.search.columns import FACETS

MOST_AT_ONCE = 20_000
"""In a larger archive a facet is loaded when the reader opens it, and not before."""


@dataclass(frozen=True, slots=True)
class ExploreView:
    searchable: bool
    """The site has the index; else the page leads to the lists alone."""
    facets: tuple[str, ...]
    open: bool
    """The first facets may be open from the beginning."""


def pages(archive: Archive) -> Iterator[Page]:
    exports = archive.site.exports
    has_index = exports is None or "search" in exports
    yield Page(
        routes.EXPLORE,
        "explore.html",
        ExploreView(has_index, tuple(FACETS), len(archive.articles) <= MOST_AT_ONCE),
    )
