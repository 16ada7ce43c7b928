"""One event in several reports, side by side."""

from __future__ import annotations

from typing import Any

from site_builder.model import Event, Person, Quote
from site_builder.pages import event as kind
from site_builder.pages.event import EventView, Line
from site_builder.views.events import EventsView
from tests.links.texts import RELEASE
from tests.pages.sample import CHAIR, CHIEF, archive, meeting

SECOND: dict[str, Any] = {
    "date": "2024-08~",
    "outlet": "Kabar Tempe",
    "people": (CHIEF, Person("Siti Marhumah", None, "Ketua KPU Wajo"), Person("Nurdin Colli")),
    "organizations": ("Polres Wajo", "KPU"),
    "tags": ("rakor", "patroli"),
    "quotes": (Quote(CHIEF.name, "satu"),),
}
FIRST: dict[str, Any] = {"quotes": (Quote(CHIEF.name, "dua"), Quote(CHIEF.name, "tiga"), Quote(CHAIR.name, "empat"))}
VIEWS = [page.view for page in kind.pages(archive(meeting("satu", **FIRST), meeting("dua", **SECOND)))]


def shown() -> EventView:
    assert isinstance(VIEWS[0], EventView)
    return VIEWS[0]


def line(lines: tuple[Line, ...], name: str) -> Line:
    return next(found for found in lines if found.name == name)


def test_the_page_names_the_event_by_its_most_exact_facts() -> None:
    view = shown()
    assert (view.when, view.venue) == ("20 Agustus 2024", "aula Mapolres Wajo")
    assert [column.outlet and column.outlet.text for column in view.columns] == ["Kabar Tempe", "Warta Teluk"]


def test_a_month_fits_a_day_of_its_own_and_one_day_is_the_same() -> None:
    assert line(shown().facts, "event.date").cells == (("sekitar Agustus 2024",), ("20 Agustus 2024",))
    assert line(shown().facts, "event.date").verdict == "fits"
    view = next(page.view for page in kind.pages(archive(meeting("satu"), meeting("dua"))))
    assert isinstance(view, EventView)
    assert line(view.facts, "event.date").verdict == "same"


def test_a_hall_fits_its_full_name_and_another_hall_does_not() -> None:
    def verdict(venue: str) -> str:
        other = meeting("dua", event=Event("2024-08-20", None, "rakor", venue))
        view = next(page.view for page in kind.pages(archive(meeting("satu"), other)))
        assert isinstance(view, EventView)
        return line(view.facts, "event.venue").verdict

    assert verdict("Aula Sipakatau Mapolres Wajo") == "fits"
    assert verdict("aula Mapolres Wajo") == "same"
    assert verdict("Pendopo Bupati") == "differs"


def test_each_report_says_who_people_are_in_its_own_words() -> None:
    people = shown().people
    assert line(people, "Daeng Mattawang").verdict == "same"
    assert line(people, "Siti Marhumah").cells == (("Ketua KPU Wajo",), ("Ketua KPU Kabupaten Wajo",))
    assert line(people, "Siti Marhumah").verdict == "differs"
    assert line(people, "Nurdin Colli").cells == (("Nurdin Colli",), ())
    assert line(people, "Nurdin Colli").verdict == "only"


def test_what_one_report_names_and_the_other_does_not_is_visible() -> None:
    assert line(shown().institutions, "KPU").cells == (("KPU",), ())
    assert line(shown().tags, "Patroli").verdict == "only"
    assert line(shown().tags, "Rapat koordinasi").verdict == "same"


def test_speakers_are_counted_in_each_report() -> None:
    assert line(shown().speakers, "Daeng Mattawang").cells == (("1",), ("2",))
    assert line(shown().speakers, "Siti Marhumah").cells == ((), ("1",))


def test_the_reasons_are_given_in_words() -> None:
    (bond,) = shown().bonds
    assert {bond.one, bond.other} == {"Warta Teluk", "Kabar Tempe"}
    reasons = {reason.kind: reason for reason in bond.reasons}
    assert reasons["venue"].one == "aula Mapolres Wajo"
    assert reasons["venue"].other == ""
    assert reasons["kind"].one == "Rapat koordinasi"
    assert {reasons["date"].one, reasons["date"].other} == {"20 Agustus 2024", "sekitar Agustus 2024"}


def test_the_index_names_each_event_once() -> None:
    index = VIEWS[-1]
    assert isinstance(index, EventsView)
    (month,) = index.months
    (row,) = month.events
    assert (row.kind, row.place, row.outlets) == ("Rapat koordinasi", "Kabupaten Wajo", ("Kabar Tempe", "Warta Teluk"))


def test_an_archive_without_shared_events_has_the_index_alone() -> None:
    pages = list(kind.pages(archive(meeting())))
    assert [(page.path, page.view) for page in pages] == [("event/index.html", EventsView((), None))]


def test_a_copy_among_the_reports_says_so_and_is_no_witness() -> None:
    facts: dict[str, Any] = {"body": RELEASE, "people": (CHIEF,)}
    found = archive(
        meeting("satu", published="2024-08-20", **facts),
        meeting("dua", published="2024-08-21", outlet="Kabar Tempe", **facts),
        meeting("tiga", outlet="Suara Danau"),
    )
    view = next(page.view for page in kind.pages(found))
    assert isinstance(view, EventView)
    assert view.witnesses == 2
    told = {column.report.text: column for column in view.columns}
    copied = told["Dua"].copy_of
    assert copied is not None
    assert (copied.text, copied.href, told["Dua"].is_copy) == ("Warta Teluk", "../article/satu.html", True)
    assert told["Satu"].copy_of is told["Tiga"].copy_of is None
    assert "text" in {reason.kind for bond in view.bonds for reason in bond.reasons}


def test_where_nobody_knows_which_text_was_first_both_say_that_they_are_alike() -> None:
    found = archive(*(meeting(slug, outlet=slug.title(), body=RELEASE) for slug in ("satu", "dua")))
    view = next(page.view for page in kind.pages(found))
    assert isinstance(view, EventView)
    assert [(column.is_copy, bool(column.copy_of)) for column in view.columns] == [(False, True), (False, True)]
