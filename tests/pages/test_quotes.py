"""Who said what."""

from __future__ import annotations

from typing import Any

import pytest

from site_builder.archive import Archive
from site_builder.archive.roles import office_kind, speaks_for
from site_builder.model import Quote
from site_builder.pages import quotes as kind
from site_builder.pages.quotes import QuotesView, SubjectView
from site_builder.views import periods
from tests.pages.sample import CHAIR, CHIEF, archive, article, meeting

QUOTES = (Quote(CHIEF.name, "satu"), Quote(CHAIR.name, "dua"), Quote(None, "tiga"), Quote("Polres Wajo", "empat"))


def views(found: Archive) -> dict[str, Any]:
    return {page.path: page.view for page in kind.pages(found)}


def said(view: SubjectView) -> list[str]:
    return [quote.text for section in view.listing.sections for quote in section.quotes]


def test_quotes_are_gathered_by_speaker_office_institution_and_tag() -> None:
    shown = views(archive(meeting(quotes=QUOTES)))
    ways = shown["quotes/index.html"]
    assert isinstance(ways, QuotesView)
    most = {way.kind: [(item.link.text, item.link.href, item.count) for item in way.most] for way in ways.ways}
    assert most["speaker"] == [
        ("Daeng Mattawang", "../person/daeng-mattawang-kapolres-wajo.html", 1),
        ("Siti Marhumah", "../person/siti-marhumah-ketua-kpu-kabupaten-wajo.html", 1),
    ]
    assert ("Kapolres", "../quotes/role/kapolres.html", 1) in most["role"]
    assert most["institution"] == [("Polres Wajo", "../quotes/institution/polres-wajo.html", 2)]
    assert most["tag"] == [("Rapat koordinasi", "../quotes/tag/rakor.html", 4)]


def test_an_institution_is_quoted_by_its_head_and_in_its_own_name() -> None:
    view = views(archive(meeting(quotes=QUOTES)))["quotes/institution/polres-wajo.html"]
    assert said(view) == ["satu", "empat"]
    assert view.subject.href == "../../institution/polres-wajo.html"


def test_an_office_gathers_only_its_holders() -> None:
    assert said(views(archive(meeting(quotes=QUOTES)))["quotes/role/kapolres.html"]) == ["satu"]


def test_a_tag_gathers_whatever_was_said_in_its_reports() -> None:
    assert said(views(archive(meeting(quotes=QUOTES)))["quotes/tag/rakor.html"]) == ["satu", "dua", "tiga", "empat"]


def test_a_quote_leads_to_its_place_in_the_report() -> None:
    newest = views(archive(meeting(quotes=QUOTES)))["quotes/index.html"].newest
    assert newest.quotes[1].report.href == "../article/rakor-di-wajo.html#kutipan-2"
    assert (newest.quotes[0].office, newest.quotes[2].speaker) == ("AKBP, Kapolres Wajo", None)


@pytest.mark.parametrize("show", ["excerpt", "withdrawn"])
def test_what_may_not_be_shown_is_not_quoted(show: str) -> None:
    shown = views(archive(meeting(quotes=QUOTES, show=show)))
    assert shown["quotes/index.html"].newest is None
    assert not [path for path in shown if path.startswith("quotes/tag/rakor")]


def test_somebody_who_said_much_has_pages_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(periods, "WHOLE", 1)
    two = [meeting(f"r{month}", date=f"2024-0{month}-10", quotes=QUOTES[:1]) for month in (3, 4)]
    shown = views(archive(*two))
    assert "quotes/speaker/daeng-mattawang-kapolres-wajo/2024-03.html" in shown
    assert said(shown["quotes/speaker/daeng-mattawang-kapolres-wajo.html"]) == ["satu"]


def test_an_archive_without_quotes_says_so() -> None:
    assert views(archive(article()))["quotes/index.html"] == QuotesView((), None, None)


@pytest.mark.parametrize(
    ("role", "kind"),
    [
        ("Kapolres Wajo", "Kapolres"),
        ("Ketua KPU Kabupaten Wajo", "Ketua KPU"),
        ("Gubernur Sulawesi Selatan", "Gubernur"),
        ("Juragan perahu", "Juragan"),
    ],
)
def test_an_office_is_named_without_its_place(role: str, kind: str) -> None:
    assert office_kind(role) == kind


@pytest.mark.parametrize(
    ("role", "institution"),
    [
        ("Kapolres Wajo", "Polres Wajo"),
        ("Wakapolres Wajo", "Polres Wajo"),
        ("Ketua KPU Kabupaten Wajo", "KPU Kabupaten Wajo"),
        ("Kapolda Sulawesi Selatan", None),
        ("Petani", None),
    ],
)
def test_whoever_heads_an_institution_speaks_for_it(role: str, institution: str | None) -> None:
    assert speaks_for(role, ("Polres Wajo", "KPU Kabupaten Wajo", "Kodim 1406/Wajo")) == institution
