"""Page kinds are found by name; each path has one owner."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from site_builder.archive import Archive
from site_builder.config import Site
from site_builder.errors import BuildError
from site_builder.model import Vocabulary
from site_builder.pages import Page, all_pages, claimed, kinds


class Kind:
    """A page kind that claims the given paths."""

    def __init__(self, *paths: str) -> None:
        self.paths = paths

    def pages(self, archive: Archive) -> Iterator[Page]:
        return (Page(path, "x.html", archive.site.title) for path in self.paths)


def archive(site: Site | None = None) -> Archive:
    return Archive.of([], site=site or Site(), vocabulary=Vocabulary())


def test_every_kind_has_pages_and_a_template_of_its_name() -> None:
    assert {"article", "home", "about", "not_found"} <= set(kinds())
    assert all(callable(kind.pages) for kind in kinds().values())


def test_two_claims_on_a_path_are_all_named() -> None:
    claims = {
        "place": Kind("a.html", "B.html"),
        "year": Kind("a.html", "b.html", "c.html"),
        "tag": Kind("d.html", "d.html"),
    }
    with pytest.raises(BuildError) as caught:
        list(claimed(archive(), claims))
    assert [(problem.where, problem.what, problem.fatal) for problem in caught.value.problems] == [
        ("a.html", "claimed by the page kinds place and year", True),
        ("b.html", "claimed by the page kinds place and year", True),
        ("d.html", "claimed by the page kinds tag and tag", True),
    ]


def test_a_site_may_choose_its_kinds() -> None:
    chosen = {page.path for page in all_pages(archive(Site(pages=("home", "not_found"))))}
    assert chosen == {"index.html", "404.html"}
    with pytest.raises(BuildError, match="no kind kalender"):
        list(all_pages(archive(Site(pages=("home", "kalender")))))
