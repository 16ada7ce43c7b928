"""The front page."""

from __future__ import annotations

from site_builder.archive import Archive
from site_builder.model import Quote
from site_builder.pages import home as kind
from site_builder.pages.home import HomeView
from tests.pages.sample import CHIEF, archive, article, entry, meeting, reading


def shown(found: Archive) -> HomeView:
    (page,) = kind.pages(found)
    assert page.path == "index.html"
    assert isinstance(page.view, HomeView)
    return page.view


def test_figures_count_the_archive() -> None:
    found = archive(
        meeting("satu", quotes=(Quote(CHIEF.name, "a"),)),
        article("dua", places=("Kota Parepare",), published="2023-12-02", outlet="Kabar Tempe"),
    )
    figures = shown(found).figures
    assert (figures.reports, figures.outlets, figures.quotes, figures.people) == (2, 2, 1, 2)
    assert (figures.regions, figures.provinces) == (2, 1)
    assert figures.span == "Desember 2023 – Agustus 2024"


def test_one_month_is_a_span_of_one_month() -> None:
    assert shown(archive(meeting())).figures.span == "Agustus 2024"


def test_the_newest_reports_come_first_and_the_undated_last() -> None:
    found = archive(article("a"), article("b", published="2024-01-01"), article("c", published="2024-02-01"))
    assert [row.link.href for row in shown(found).newest] == ["article/c.html", "article/b.html", "article/a.html"]


def test_the_sample_is_a_sure_fact_read_from_other_words() -> None:
    plain = entry(meeting("satu", date="2024-09-01"), reading("event.date", "2024-09-01", "1 September 2024"))
    doubtful = entry(meeting("dua", date="2024-08-21"), reading("event.date", "2024-08-21", "besok", confidence=0.4))
    telling = entry(meeting("tiga"), reading("event.date", "2024-08-20", "Selasa (20/8/2024)"))
    sample = shown(archive(plain, doubtful, telling)).sample
    assert sample is not None
    assert (sample.words, sample.value, sample.level) == ("Selasa (20/8/2024)", "20 Agustus 2024", "sure")
    assert sample.report.href == "article/tiga.html#bukti-event-date-1"


def test_shared_events_and_speakers_are_ways_in() -> None:
    quotes = (Quote(CHIEF.name, "a"), Quote(CHIEF.name, "b"))
    view = shown(archive(meeting("satu", quotes=quotes), meeting("dua", outlet="Kabar Tempe")))
    assert [event.outlets for event in view.meetings] == [("Kabar Tempe", "Warta Teluk")]
    assert [(item.link.text, item.count, item.note) for item in view.speakers] == [
        ("Daeng Mattawang", 2, "AKBP, Kapolres Wajo")
    ]


def test_every_province_has_its_own_tile_and_leads_on_where_there_are_reports() -> None:
    view = shown(archive(meeting("satu"), meeting("dua"), article("tiga", places=("Kota Palu",))))
    assert len({(tile.half, tile.row, tile.column) for tile in view.tiles}) == len(view.tiles) == 38
    tiles = {tile.name: tile for tile in view.tiles}
    full, some, none = tiles["Sulawesi Selatan"], tiles["Sulawesi Tengah"], tiles["Riau"]
    assert (full.link.href, full.count, full.heat) == ("place/provinsi-sulawesi-selatan.html", 2, 4)
    assert (some.count, some.heat) == (1, 3)
    assert (none.link.href, none.count, none.heat) == ("", 0, 0)


def test_what_is_not_covered_is_named() -> None:
    gaps = shown(archive(meeting(date="2024-11-25"))).gaps
    assert "Riau" in gaps.provinces
    assert len(gaps.provinces) == 37
    assert "Masa tenang" not in gaps.stages
    assert "Pelaksanaan kampanye" in gaps.stages


def test_provinces_go_by_their_short_names() -> None:
    assert [item.link.text for item in shown(archive(meeting())).provinces] == ["Sulawesi Selatan"]


def test_an_empty_archive_has_a_front_page() -> None:
    view = shown(archive())
    assert (view.sample, view.newest, view.figures.span, view.figures.reports) == (None, (), "", 0)
