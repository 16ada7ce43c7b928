"""The page of an outlet, and all outlets."""

from __future__ import annotations

from site_builder.pages import outlet as kind
from site_builder.pages.outlet import OutletsView, OutletView
from tests.links.texts import RELEASE
from tests.pages.sample import archive, article

FOUND = archive(
    article("a", outlet="Warta Teluk", published="2024-07-01"),
    article("b", outlet="Warta Teluk", published="2024-05-01", republished_from="Blog Kampung"),
    article("c", outlet="Kabar Tempe"),
)
VIEWS = {page.path: page.view for page in kind.pages(FOUND)}


def test_an_outlet_says_how_many_of_its_reports_are_copies() -> None:
    view = VIEWS["outlet/warta-teluk.html"]
    assert isinstance(view, OutletView)
    assert (view.name, view.reposts) == ("Warta Teluk", 1)
    assert [row.repost for section in view.listing.sections for row in section.rows] == [False, True]


def test_an_outlet_says_how_many_of_its_texts_another_had_first() -> None:
    found = archive(
        article("asal", outlet="Warta Teluk", body=RELEASE, published="2024-07-01"),
        article("salin", outlet="Kabar Tempe", body=RELEASE, published="2024-07-02"),
        article("ulang", outlet="Warta Teluk", body=RELEASE, published="2024-07-03"),
    )
    views = {page.path: page.view for page in kind.pages(found)}
    copies = [views[f"outlet/{slug}.html"] for slug in ("warta-teluk", "kabar-tempe")]
    assert [view.copies for view in copies if isinstance(view, OutletView)] == [0, 1]


def test_the_index_says_how_new_each_outlets_newest_report_is() -> None:
    view = VIEWS["outlet/index.html"]
    assert isinstance(view, OutletsView)
    assert [(item.link.text, item.count, item.note) for item in view.outlets] == [
        ("Kabar Tempe", 1, ""),
        ("Warta Teluk", 2, "Juli 2024"),
    ]
