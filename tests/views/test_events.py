"""Lists of events: whole, and cut by month."""

from __future__ import annotations

import pytest

from site_builder.archive import Archive
from site_builder.model import Event
from site_builder.views import events as module
from site_builder.views.events import all_events, event_months
from tests.pages.sample import archive, meeting

DATES = ("2024-07-09", "2024-08-20", "2024-08-21", None)


def sample() -> Archive:
    """An event for each date, in two reports."""
    reports = (
        meeting(f"{number}-{copy}", event=Event(date, None, "rakor", f"Hotel Bunga {number}"), published=None)
        for number, date in enumerate(DATES)
        for copy in ("a", "b")
    )
    return archive(*reports)


def test_a_short_list_is_whole_by_month_the_newest_first() -> None:
    found = all_events(sample())
    assert [month.name for month in found.months][:2] == ["Agustus 2024", "Juli 2024"]
    assert [row.when for row in found.months[0].events] == ["21 Agustus 2024", "20 Agustus 2024"]
    assert found.calendar is None
    assert list(event_months(sample())) == []


def test_events_without_a_date_come_last() -> None:
    names = [month.name for month in all_events(sample()).months]
    assert "" not in names[:-1]


def test_a_long_list_shows_its_newest_month_and_the_way_to_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "WHOLE", 2)
    found = all_events(sample())
    assert [month.name for month in found.months] == ["Agustus 2024"]
    assert found.calendar is not None
    links = {cell.link.href: cell.count for year in found.calendar.years for cell in year.cells if cell.link}
    assert links == {"../event/month/2024-07.html": 1, "../event/month/2024-08.html": 2}

    pages = dict(event_months(sample()))
    assert list(pages)[:2] == ["event/month/2024-08.html", "event/month/2024-07.html"]
    august, july = list(pages.values())[:2]
    assert august.newer is None
    assert august.older is not None
    assert august.older.href == "2024-07.html"
    assert july.newer is not None
    assert july.newer.text == "Agustus 2024"
    assert july.index.href == "../../event/index.html"
    assert [row.href for row in july.month.events] == ["../../event/0-a.html"]
