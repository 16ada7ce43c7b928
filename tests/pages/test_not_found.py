"""The page for an address that leads nowhere."""

from __future__ import annotations

import pytest

from site_builder.pages import not_found as kind
from site_builder.pages.not_found import NotFoundView
from tests.pages.sample import archive


@pytest.mark.parametrize(("url", "anywhere"), [(None, False), ("https://example.org/arsip/", True)])
def test_it_says_whether_its_links_hold_from_everywhere(url: str | None, anywhere: bool) -> None:
    (page,) = kind.pages(archive(url=url))
    assert (page.path, page.view) == ("404.html", NotFoundView(anywhere))
