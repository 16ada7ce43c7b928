"""Long lists, cut by month; a month that is too full by day; a day by outlet."""

from __future__ import annotations

import pytest

from site_builder.archive import Archive
from site_builder.pages import articles as kind
from site_builder.views import Address
from site_builder.views import periods as module
from site_builder.views.periods import Part, Section, cut, listing
from tests.pages.sample import archive, article


def parts(found: Archive) -> dict[str, Part[Section]]:
    return {page.path: page.view for page in kind.pages(found) if isinstance(page.view, Part)}


def titles(part: Part[Section]) -> list[str]:
    return [row.link.text for row in part.section.rows]


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CROWD", 2)


def test_a_month_that_is_too_full_is_cut_by_day_and_keeps_what_has_no_day() -> None:
    days = [article(f"a-{day}", published=f"2024-11-{day}") for day in (27, 27, 28)]
    days[1] = article("b-27", published="2024-11-27")
    shown = parts(archive(*days, article("kabur", published="2024-11")))
    month = shown["articles/2024-11.html"]
    assert titles(month) == ["Kabur"]
    assert [(item.link.text, item.link.href, item.count) for item in month.finer] == [
        ("28 November 2024", "2024-11-28.html", 1),
        ("27 November 2024", "2024-11-27.html", 2),
    ]
    day = shown["articles/2024-11-27.html"]
    assert titles(day) == ["B 27", "A 27"]
    assert (day.subject.text, day.subject.href) == ("November 2024", "2024-11.html")
    assert day.newer is not None
    assert day.newer.href == "2024-11-28.html"


def test_a_day_that_is_too_full_is_cut_by_outlet() -> None:
    one = [article(f"a-{n}", published="2024-11-27", outlet="Warta Teluk") for n in range(3)]
    shown = parts(archive(*one, article("tanpa", published="2024-11-27")))
    assert [item.link.text for item in shown["articles/2024-11-27.html"].finer] == ["", "Warta Teluk"]
    assert len(titles(shown["articles/2024-11-27_warta-teluk.html"])) == 3
    assert titles(shown["articles/2024-11-27_.html"]) == ["Tanpa"]


def test_a_new_report_changes_only_the_pages_of_its_own_time() -> None:
    old = [article(f"a-{day}", published=f"2024-11-{day}") for day in (25, 26, 27)]
    old += [article(f"c-{n}", published=f"2024-0{n}-01") for n in range(1, 6)]
    before, after = parts(archive(*old)), parts(archive(*old, article("baru", published="2024-11-26")))
    changed = {path for path in after if before.get(path) != after[path]}
    assert changed == {"articles/2024-11.html", "articles/2024-11-26.html"}


def test_a_subject_with_a_full_month_shows_its_newest_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "WHOLE", 2)
    found = archive(*(article(f"a-{day}", published=f"2024-11-{day}", tags=("rakor",)) for day in (25, 26, 27)))
    entries = found.tags[0].articles
    assert list(cut(entries)) == ["2024-11"]
    shown = listing(found, entries, Address("tag/rakor.html"))
    assert [row.link.text for row in shown.sections[0].rows] == ["A 27"]
    assert shown.calendar is not None
