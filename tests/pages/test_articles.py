"""The list of all reports: a calendar, and a page a period."""

from __future__ import annotations

from site_builder.pages import Page
from site_builder.pages import articles as kind
from site_builder.pages.articles import ArticlesView
from site_builder.views.periods import Part
from tests.pages.sample import archive, article


def pages_of(*dates: str | None) -> dict[str, Page]:
    found = archive(*(article(f"a-{n}", published=date) for n, date in enumerate(dates)))
    return {page.path: page for page in kind.pages(found)}


def test_each_period_has_a_page_of_its_own() -> None:
    assert list(pages_of("2024-07-02", "2023-12", "2022", None)) == [
        "articles/index.html",
        "articles/2024-07.html",
        "articles/2023-12.html",
        "articles/2022.html",
        "articles/undated.html",
    ]


def test_the_entrance_shows_the_calendar_and_the_newest_period() -> None:
    view = pages_of("2024-07-02", "2024-07-09", "2023-12-01", "2022", None)["articles/index.html"].view
    assert isinstance(view, ArticlesView)
    july = view.calendar.years[0].cells[6]
    assert (july.month, july.heat) == ("Juli 2024", 4)
    assert july.link is not None
    assert (july.link.text, july.link.href) == ("2", "2024-07.html")
    assert [year.name for year in view.calendar.years] == ["2024", "2023"]
    assert [(item.link.text, item.link.href, item.count) for item in view.calendar.rest] == [
        ("2022", "2022.html", 1),
        ("", "undated.html", 1),
    ]
    assert view.newest is not None
    assert [row.when for row in view.newest.rows] == ["9 Juli 2024", "2 Juli 2024"]


def test_a_period_leads_to_its_neighbours() -> None:
    part = pages_of("2024-07-02", "2023-12-01", None)["articles/2023-12.html"].view
    assert isinstance(part, Part)
    assert part.section.name == "Desember 2023"
    assert (part.newer and part.newer.text, part.older and part.older.href) == ("Juli 2024", "undated.html")


def test_a_new_report_changes_no_page_of_another_period_that_is_not_its_neighbour() -> None:
    before = pages_of("2024-07-02", "2024-05-01", "2023-12-01")
    after = pages_of("2024-07-02", "2024-05-01", "2023-12-01", "2024-07-20")
    changed = {path for path in after if before.get(path) != after[path]}
    assert changed == {"articles/index.html", "articles/2024-07.html"}


def test_an_empty_archive_has_its_list() -> None:
    view = pages_of()["articles/index.html"].view
    assert isinstance(view, ArticlesView)
    assert (view.newest, view.calendar.years) == (None, ())
