"""The coverage over the election's calendar."""

from __future__ import annotations

import pytest

from site_builder.archive import Archive
from site_builder.archive.stages import stage_of, stages
from site_builder.model import Event
from site_builder.pages import timeline as kind
from site_builder.pages.timeline import HEIGHT, StageView, TimelineView
from tests.pages.sample import archive, article


def shown(found: Archive) -> TimelineView:
    view = next(page.view for page in kind.pages(found))
    assert isinstance(view, TimelineView)
    return view


@pytest.mark.parametrize(
    ("date", "stage"),
    [
        ("2024-11-25", "masa-tenang"),
        ("2024-11-27", "pemungutan-suara"),
        ("2024-10", "kampanye"),
        ("2024-11-20/2024-11-25", None),
        ("2024", None),
        ("2023-05-01", None),
    ],
)
def test_a_report_is_of_the_shortest_stage_that_holds_its_whole_date(date: str, stage: str | None) -> None:
    found = stage_of(article(event=Event(date)))
    assert (found.slug if found else None) == stage


def test_every_stage_is_in_the_chart_and_counts_its_reports() -> None:
    found = archive(article("a", published="2024-11-25"), article("b", published="2024-10-01"))
    view = shown(found)
    assert len(view.stages) == len(stages())
    counts = {row.item.link.text: row.item.count for row in view.stages}
    assert (counts["Masa tenang"], counts["Pelaksanaan kampanye"]) == (1, 1)
    assert all(0 <= row.x < row.x + row.width <= row.axis for row in view.stages)


def test_weeks_stand_where_their_days_are_and_the_fullest_is_highest() -> None:
    found = archive(article("a", published="2024-04-17"), *(article(f"b{n}", published="2024-04-24") for n in (1, 2)))
    first, second = shown(found).weeks
    assert (first.x, first.count, second.x, second.count, second.height) == (0, 1, 7, 2, HEIGHT)
    assert first.height == HEIGHT // 2


def test_what_is_outside_the_calendar_is_counted_beside_it() -> None:
    days = {"a": "2023-01-01", "b": "2025-03-01", "c": None, "d": "2024"}
    view = shown(archive(*(article(slug, published=day) for slug, day in days.items())))
    assert (view.before, view.after, view.vague, view.busiest) == (1, 1, 2, None)


def test_a_stage_has_its_reports_and_its_neighbours() -> None:
    pages = {page.path: page.view for page in kind.pages(archive(article("a", published="2024-11-25")))}
    view = pages["timeline/masa-tenang.html"]
    assert isinstance(view, StageView)
    assert [row.link.text for section in view.listing.sections for row in section.rows] == ["A"]
    assert view.days == 3
    assert view.later is not None
    assert view.later.href == "pemungutan-suara.html"
