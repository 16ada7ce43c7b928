"""The page for searching and narrowing down."""

from __future__ import annotations

from site_builder.pages import explore as kind
from site_builder.pages.explore import ExploreView
from site_builder.search.columns import FACETS
from tests.pages.sample import archive, article


def shown(**choices: object) -> ExploreView:
    (page,) = kind.pages(archive(article(), **choices))
    assert page.path == "explore.html"
    assert isinstance(page.view, ExploreView)
    return page.view


def test_the_page_offers_every_facet_of_the_index() -> None:
    assert shown().facets == tuple(FACETS)
    assert shown().searchable


def test_a_site_without_the_index_says_so() -> None:
    assert not shown(exports=("feed",)).searchable
    assert shown(exports=("feed", "search")).searchable


def test_the_page_is_the_same_whatever_is_in_the_archive() -> None:
    (one,), (other,) = (tuple(kind.pages(archive(*some))) for some in ([article()], [article(), article("lain")]))
    assert one == other
