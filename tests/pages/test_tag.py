"""The page of a tag, its periods, and the vocabulary as a tree."""

from __future__ import annotations

from site_builder.archive import Archive
from site_builder.model import Article
from site_builder.pages import tag as kind
from site_builder.pages.tag import TagsView, TagView
from site_builder.views.periods import WHOLE, Part
from tests.pages.sample import archive, article, many


def views(found: Archive) -> dict[str, object]:
    return {page.path: page.view for page in kind.pages(found)}


def tag_view(found: Archive, path: str) -> TagView:
    view = views(found)[path]
    assert isinstance(view, TagView)
    return view


def two() -> tuple[Article, Article]:
    return article("a", tags=("rakor", "kegiatan", "netralitas")), article("b", tags=("rakor", "netralitas"))


def test_a_tag_knows_its_place_in_the_vocabulary() -> None:
    found = archive(*two())
    rakor, above = tag_view(found, "tag/rakor.html"), tag_view(found, "tag/kegiatan.html")
    assert rakor.name == "Rapat koordinasi"
    assert rakor.broader is not None
    assert (rakor.broader.text, rakor.broader.href) == ("Kegiatan", "kegiatan.html")
    assert [(item.link.href, item.count) for item in above.narrower] == [("rakor.html", 2)]


def test_tags_that_stand_together_are_ranked() -> None:
    view = tag_view(archive(*two()), "tag/rakor.html")
    assert [(item.link.text, item.count) for item in view.together] == [("Netralitas", 2), ("Kegiatan", 1)]


def test_a_short_list_is_shown_whole_by_month() -> None:
    months = (article("a", tags=("rakor",), published="2024-07-01"), article("b", tags=("rakor",), published="2024-05"))
    view = tag_view(archive(*months), "tag/rakor.html")
    assert view.listing.calendar is None
    assert [(part.name, part.anchor) for part in view.listing.sections] == [
        ("Juli 2024", "2024-07"),
        ("Mei 2024", "2024-05"),
    ]


def test_a_long_list_shows_its_newest_month_and_leads_to_a_page_for_each() -> None:
    members = [*many(WHOLE, month="2024-07", tags=("rakor",)), *many(2, month="2024-08", tags=("rakor",))]
    found = archive(*members)
    view = tag_view(found, "tag/rakor.html")
    assert [part.name for part in view.listing.sections] == ["Agustus 2024"]
    assert view.listing.calendar is not None
    july = view.listing.calendar.years[0].cells[6].link
    assert july is not None
    assert july.href == "../tag/rakor/2024-07.html"
    part = views(found)["tag/rakor/2024-07.html"]
    assert isinstance(part, Part)
    assert (part.subject.text, part.subject.href, len(part.section.rows)) == (
        "Rapat koordinasi",
        "../../tag/rakor.html",
        WHOLE,
    )
    assert part.section.rows[0].link.href.startswith("../../article/")


def test_the_tree_leaves_out_what_nothing_bears_and_keeps_what_leads_on() -> None:
    view = views(archive(article("a", tags=("rakor", "asing"))))["tag/index.html"]
    assert isinstance(view, TagsView)
    top, strange = view.branches
    assert (top.item.link.text, top.has_page) == ("Kegiatan", False)
    assert [(below.item.link.text, below.item.count) for below in top.narrower] == [("Rapat koordinasi", 1)]
    assert (strange.item.link.text, strange.has_page) == ("asing", True)
