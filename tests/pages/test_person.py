"""The page of a person: offices over time, quotes, reports; all people from A to Z."""

from __future__ import annotations

import pytest

from site_builder.archive import Archive
from site_builder.model import Person, Quote
from site_builder.pages import person as kind
from site_builder.pages.person import NamesakesView, PeopleView, PersonView
from site_builder.views import letters
from tests.pages.sample import CHAIR, CHIEF, archive, meeting

FORMER = Person("Daeng Mattawang", "Kompol", "Wakapolres Wajo")


def view(found: Archive, slug: str = "daeng-mattawang-kapolres-wajo") -> PersonView:
    made = {page.path: page.view for page in kind.pages(found)}[f"person/{slug}.html"]
    assert isinstance(made, PersonView)
    return made


def test_offices_follow_time_and_name_their_witnesses() -> None:
    found = archive(
        meeting("lama", date="2023-05", people=(FORMER,)), meeting("baru"), meeting("lagi", date="2024-09~")
    )
    shown = view(found, "daeng-mattawang-wakapolres-wajo")
    assert shown.office == "AKBP, Kapolres Wajo"
    assert [(term.title, term.when) for term in shown.terms] == [
        ("Kompol, Wakapolres Wajo", "Mei 2023"),
        ("AKBP, Kapolres Wajo", "20 Agustus 2024 – sekitar September 2024"),
    ]
    assert [link.href for link in shown.terms[0].reports] == ["../article/lama.html"]
    assert shown.terms[0].more == 0


def test_an_office_with_many_witnesses_names_the_first_few() -> None:
    found = archive(*(meeting(f"laporan-{n}", date=f"2024-08-{n + 10}") for n in range(5)))
    (term,) = view(found).terms
    assert (len(term.reports), term.more) == (3, 2)


def test_quotes_stand_newest_report_first_in_the_order_of_the_report() -> None:
    old = meeting("lama", date="2024-01-01", quotes=(Quote(CHIEF.name, "satu"),))
    new = meeting("baru", quotes=(Quote(CHIEF.name, "dua"), Quote(CHAIR.name, "lain"), Quote(CHIEF.name, "tiga")))
    shown = view(archive(old, new))
    assert [quote.text for quote in shown.quotes] == ["dua", "tiga", "satu"]
    assert shown.quotes[1].report.href == "../article/baru.html#kutipan-3"
    assert shown.all_quotes is None


def test_an_article_shown_as_excerpt_lends_no_quotes() -> None:
    assert view(archive(meeting(quotes=(Quote(CHIEF.name, "satu"),), show="excerpt"))).quotes == ()


def test_one_person_in_two_reports_is_so_for_stated_reasons() -> None:
    shown = view(archive(meeting("lama", date="2024-01-01"), meeting("baru")))
    assert "name" in {reason.kind for reason in shown.reasons}
    assert view(archive(meeting())).reasons == ()


def test_namesakes_are_named_and_told_apart() -> None:
    other = Person("Daeng Mattawang", None, "Ketua DPRD Kota Tual")
    found = archive(meeting(), meeting("tual", places=("Kota Tual",), people=(other,)))
    views = [page.view for page in kind.pages(found) if page.template == "person.html"]
    told = {shown.office: shown.namesakes for shown in views if isinstance(shown, PersonView)}
    assert [item.note for item in told["AKBP, Kapolres Wajo"]] == ["Ketua DPRD Kota Tual"]
    assert [item.note for item in told["Ketua DPRD Kota Tual"]] == ["AKBP, Kapolres Wajo"]


def test_all_people_stand_from_a_to_z_with_their_latest_office() -> None:
    index = {page.path: page.view for page in kind.pages(archive(meeting()))}["person/index.html"]
    assert isinstance(index, PeopleView)
    assert [letter.name for letter in index.letters.whole] == ["D", "S"]
    assert index.letters.whole[0].items[0].note == "AKBP, Kapolres Wajo"


def test_a_name_that_several_bear_has_a_page_that_leads_to_each() -> None:
    other = Person("Daeng Mattawang", None, "Ketua DPRD Kota Tual")
    found = archive(meeting(), meeting("tual", places=("Kota Tual",), people=(other,)))
    view = {page.path: page.view for page in kind.pages(found)}["person/daeng-mattawang.html"]
    assert isinstance(view, NamesakesView)
    assert {(item.link.href, item.note) for item in view.people} == {
        ("daeng-mattawang-kapolres-wajo.html", "AKBP, Kapolres Wajo"),
        ("daeng-mattawang-ketua-dprd-kota-tual.html", "Ketua DPRD Kota Tual"),
    }


def test_a_list_that_is_cut_by_letters_begins_with_the_most_named_and_the_most_quoted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = archive(meeting("a", quotes=(Quote(CHAIR.name, "satu"),)), meeting("b", people=(CHIEF,)))
    whole = next(page.view for page in kind.pages(found) if page.path == "person/index.html")
    assert isinstance(whole, PeopleView)
    assert (whole.named, whole.quoted) == ((), ())

    monkeypatch.setattr(letters, "WHOLE", 1)
    view = next(page.view for page in kind.pages(found) if page.path == "person/index.html")
    assert isinstance(view, PeopleView)
    assert [(item.link.text, item.count) for item in view.named] == [(CHIEF.name, 2), (CHAIR.name, 1)]
    assert [(item.link.text, item.count) for item in view.quoted] == [(CHAIR.name, 1)]
