"""About the archive: counts by certainty, gaps, ways to correct."""

from __future__ import annotations

from site_builder.archive import Archive
from site_builder.data import table
from site_builder.pages import about as kind
from site_builder.pages.about import AboutView, Certainty
from tests.pages.sample import CHAIR, CHIEF, archive, article, entry, meeting, reading


def shown(found: Archive) -> AboutView:
    (page,) = kind.pages(found)
    assert isinstance(page.view, AboutView)
    return page.view


def certainty(view: AboutView, field: str) -> Certainty:
    return next(line for line in view.certainty if line.field == field)


def test_facts_are_counted_by_certainty() -> None:
    found = archive(
        entry(
            meeting("satu"), reading("event.date", "2024-08-20", "20/8"), reading("people", CHIEF, "D", confidence=0.8)
        ),
        entry(meeting("dua"), reading("event.date", "2024-08-20", "Selasa", confidence=0.3)),
        article("tiga"),
    )
    view = shown(found)
    assert certainty(view, "event.date") == Certainty("event.date", 1, 0, 1, 0, 1)
    assert certainty(view, "people") == Certainty("people", 0, 1, 0, 3, 1)
    assert CHAIR in found.articles[0].article.people


def test_gaps_are_counted() -> None:
    found = archive(
        article("a", incomplete="halaman 1 dari 2", review="reviewed"),
        article("b", republished_from="Blog Kampung", published="2024-01-01", places=("Negeri Antah",)),
        article("c", show="withdrawn"),
    )
    view = shown(found)
    assert (view.reports, view.reviewed, view.incomplete, view.reposts, view.withdrawn) == (2, 1, 1, 1, 1)
    assert view.missing == ("Negeri Antah",)
    assert view.undated is not None
    assert (view.undated.count, view.undated.link.href) == (1, "articles/undated.html")


def test_without_undated_reports_nothing_leads_to_them() -> None:
    assert shown(archive(meeting())).undated is None


def test_the_ways_to_correct_are_the_sites() -> None:
    view = shown(archive(contact="redaksi@contoh.example", repository="https://github.com/x/arsip"))
    assert (view.contact, view.repository) == ("redaksi@contoh.example", "https://github.com/x/arsip")
    assert (view.sure_from, view.likely_from) == ("0,90", "0,75")


def test_accuracy_is_shown_as_it_was_measured() -> None:
    view = shown(archive())
    measured = table("accuracy")
    assert [line.field for line in view.accuracy] == [row["field"] for row in measured]
    assert view.accuracy[0].precision == f"{100 * float(measured[0]['precision']):.0f}"
    assert str(view.measured) == measured[0]["documents"]
