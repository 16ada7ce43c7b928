"""What the page of an article says."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from site_builder.archive import Archive
from site_builder.evidence import Proof
from site_builder.model import Block, Event, Inline, Person, Quote
from site_builder.notes import Detail
from site_builder.pages import article as kind
from site_builder.pages.article import ArticleView, Facts, Item, WithdrawnView
from tests.links.texts import RELEASE
from tests.pages.sample import CHAIR, CHIEF, SPEECH, archive, article, entry, meeting, reading


def shown(found: Archive, slug: str = "rakor-di-wajo") -> ArticleView:
    view = next(page.view for page in kind.pages(found) if page.path == f"article/{slug}.html")
    assert isinstance(view, ArticleView)
    return view


def card(view: ArticleView, field: str) -> tuple[Item, ...]:
    return next((line.items for line in view.facts if line.field == field), ())


def proof(view: ArticleView, field: str) -> Proof:
    return next(group.rows[0] for group in view.proofs if group.field == field)


def test_the_card_says_each_fact_in_words_with_its_certainty_and_the_way_to_its_evidence() -> None:
    one = entry(
        meeting(event=Event("2024-08~", "09:00+08:00")), reading("event.date", "2024-08~", "kemarin", confidence=0.5)
    )
    view = shown(archive(one))
    assert card(view, "event.date") == (Item("sekitar Agustus 2024", "", "", "weak", "bukti-event-date-1"),)
    assert card(view, "event.time")[0].text == "09.00 WITA"
    assert proof(view, "event.date").anchor == "bukti-event-date-1"


def test_people_lead_to_their_pages_and_bear_rank_and_role() -> None:
    view = shown(archive(entry(meeting(), reading("people", CHIEF, "Kapolres Wajo AKBP Daeng Mattawang"))))
    assert card(view, "people")[0] == Item(
        "Daeng Mattawang",
        "../person/daeng-mattawang-kapolres-wajo.html",
        "AKBP, Kapolres Wajo",
        "sure",
        "bukti-people-1",
        named=True,
    )


def test_what_the_text_does_not_say_is_said_to_be_unknown() -> None:
    view = shown(archive(article("rakor-di-wajo")))
    assert card(view, "event.date") == (Item("", "", "", "unknown", "bukti-event-date-1"),)
    assert card(view, "places") == (Item("", "", "", "unknown", ""),)
    assert proof(view, "event.date").level == "unknown"


def test_lines_that_are_rarely_filled_are_left_out_when_empty() -> None:
    fields = [line.field for line in shown(archive(article("rakor-di-wajo"))).facts]
    assert "event.time" not in fields
    assert "authors" not in fields
    assert isinstance(shown(archive(meeting())).facts[1], Facts)


def test_evidence_shows_the_exact_words_on_one_line_the_rule_and_the_certainty() -> None:
    found = reading("event.venue", "aula Mapolres Wajo", "di aula\nMapolres  Wajo", by="venue/2", confidence=0.8)
    row = proof(shown(archive(entry(meeting(), found))), "event.venue")
    assert (row.value, row.words, row.rule) == ("aula Mapolres Wajo", "di aula Mapolres Wajo", "venue/2")
    assert (row.level, row.share, row.stated) == ("likely", "0,80", False)


def test_a_rule_that_read_all_values_of_a_field_is_named_once() -> None:
    both = (reading("people", CHIEF, "Daeng"), reading("people", CHAIR, "Siti"))
    view = shown(archive(entry(meeting(), *both)))
    assert [group.rule for group in view.proofs if group.field == "people"] == ["people/1"]
    view = shown(archive(entry(meeting(), both[0])))
    assert [group.rule for group in view.proofs if group.field == "people"] == [""]


def test_a_fact_stated_as_data_is_told_from_one_read_in_prose() -> None:
    found = reading("outlet", "Warta Teluk", "warta_teluk", span=None, by="sidecar", confidence=1.0)
    row = proof(shown(archive(entry(meeting(), found))), "outlet")
    assert row.stated
    assert row.share == "1,00"


def test_a_value_that_the_machine_did_not_read_is_a_persons() -> None:
    view = shown(archive(entry(meeting(), reading("outlet", "Teluk Warta", "TELUK WARTA"))))
    row = proof(view, "outlet")
    assert (row.value, row.words, row.rule, row.level) == ("Warta Teluk", "", "", "person")


def test_a_value_that_a_person_took_away_is_not_called_unknown() -> None:
    found = reading("event.venue", "aula Mapolres Wajo", "di aula Mapolres Wajo")
    view = shown(archive(entry(meeting(event=Event("2024-08-20")), found)))
    assert (card(view, "event.venue")[0].text, card(view, "event.venue")[0].level) == ("", "person")
    assert (proof(view, "event.venue").value, proof(view, "event.venue").level) == ("", "person")


def test_details_that_repeat_the_words_are_left_out() -> None:
    found = reading("event.date", "2024-08-20", "20/8/2024", detail={"printed": "20/8/2024", "basis": "explicit"})
    details = proof(shown(archive(entry(meeting(), found))), "event.date").details
    assert details == (Detail("dasar", "tanggal lengkap", named=False),)


def test_a_date_at_the_end_of_a_note_is_said_in_words() -> None:
    found = reading("event.date", "2024-08-20", "tiga bulan lagi", detail={"reason": "counted back, 2024-11-27"})
    details = proof(shown(archive(entry(meeting(), found))), "event.date").details
    assert details == (Detail("alasan", "counted back, 27 November 2024", named=False),)


def test_each_quote_has_its_speaker_with_office_and_certainty() -> None:
    anonymous = Quote(None, "Kami takut")
    office = Quote("Polres Wajo", "Tidak ada gangguan")
    one = entry(meeting(quotes=(SPEECH, anonymous, office)), reading("quotes", SPEECH, SPEECH.text, confidence=0.8))
    first, second, third = shown(archive(one)).quotes
    assert first.speaker is not None
    assert (first.speaker.href, first.office) == ("../person/daeng-mattawang-kapolres-wajo.html", "AKBP, Kapolres Wajo")
    assert (first.level, first.share) == ("likely", "0,80")
    assert second.speaker is None
    assert third.speaker is not None
    assert (third.speaker.text, third.speaker.href) == ("Polres Wajo", "")


def test_every_line_of_the_seed_that_is_not_body_is_shown_for_what_it_is() -> None:
    inline = (Inline((5, 8), "dateline"), Inline((16, 19), "sign-off", "(*)"))
    lines = (
        Block((0, 4), "navigation", quote="MENU"),
        Block((5, 19), "body", inline),
        Block((20, 27), "share", quote="Bagikan"),
    )
    view = shown(archive(entry(meeting(), lines=lines)))
    assert [(item.label, item.text) for item in view.remainder] == [
        ("navigation", "MENU"),
        ("sign-off", "(*)"),
        ("share", "Bagikan"),
    ]


def test_an_excerpt_shows_no_body_no_quotes_and_no_lines() -> None:
    words = "kata " * 200
    lines = (Block((0, 4), "navigation", quote="MENU"),)
    one = entry(meeting(body=words, show="excerpt", quotes=(SPEECH,)), lines=lines)
    view = shown(archive(one))
    assert (view.show, view.body, view.quotes, view.remainder) == ("excerpt", None, (), ())
    assert view.excerpt.startswith("kata kata")
    assert view.excerpt.endswith("…")
    assert len(view.excerpt) <= 300 + len(" …")


def test_an_excerpt_of_a_short_article_is_not_the_article() -> None:
    body = "Polres Wajo menggelar rapat bersama penyelenggara pemilu, dan semua pihak hadir."
    view = shown(archive(meeting(body=body, show="excerpt")))
    assert 0 < len(view.excerpt) <= len(body) // 3 + len(" …")
    assert len(view.description) <= len(body) // 3 + len(" …")


def test_the_sites_default_is_obeyed_too() -> None:
    assert shown(archive(meeting(), show="excerpt")).body is None


def test_a_withdrawn_article_leaves_only_a_tombstone() -> None:
    found = archive(meeting(show="withdrawn"), contact="redaksi@contoh.example")
    pages = list(kind.pages(found))
    assert [(page.path, page.template) for page in pages] == [("article/rakor-di-wajo.html", "withdrawn.html")]
    assert pages[0].view == WithdrawnView("redaksi@contoh.example")


def test_other_reports_of_the_event_are_named_with_the_reasons() -> None:
    view = shown(archive(meeting(), meeting("rapat-di-sengkang", outlet="Kabar Tempe")))
    assert view.event is not None
    assert view.event.href.startswith("../event/")
    (other,) = view.related
    assert other.row.link.href == "rapat-di-sengkang.html"
    assert {"venue", "person"} <= {reason.kind for reason in other.reasons}
    assert other.level in ("sure", "likely", "weak")


def test_a_date_lent_by_another_report_is_shown_as_lent() -> None:
    found = archive(meeting(), meeting("rapat-di-sengkang", date="2024-08~", outlet="Kabar Tempe"))
    view = shown(found, "rapat-di-sengkang")
    assert card(view, "event.date")[0].text == "sekitar Agustus 2024"
    assert view.lent is not None
    assert (view.lent.date, view.lent.lender.text) == ("20 Agustus 2024", "Warta Teluk")


def test_quotes_are_marked_where_the_body_has_them_with_their_speakers() -> None:
    body = "“Perahu kami siapkan empat,” kata Daeng Mattawang di Wajo."
    view = shown(archive(meeting(body=body, quotes=(SPEECH, Quote(None, "bukan di isi")))))
    assert view.body is not None
    speaker = ' <a class="by mark person" href="../person/daeng-mattawang-kapolres-wajo.html">Daeng Mattawang</a>'
    words = f'<span id="kutipan-1" class="said">{SPEECH.text}</span>,”{speaker} kata'
    assert words in view.body.html
    assert [quote.marked for quote in view.quotes] == [True, False]


def test_evidence_leads_to_its_words_in_the_body() -> None:
    lines = (Block((0, 5), "title"), Block((7, 32), "body"))
    found = reading("event.venue", "aula Mapolres Wajo", "aula Mapolres Wajo", span=(13, 31))
    view = shown(archive(entry(meeting(body="Rapat aula Mapolres Wajo."), found, lines=lines)))
    assert view.body is not None
    assert 'Rapat <span id="kd1">aula Mapolres Wajo</span>.' in view.body.html
    assert proof(view, "event.venue").place == "kd1"
    assert proof(view, "places").place == ""


def test_the_card_names_the_stage_of_the_election() -> None:
    assert [item.href for item in card(shown(archive(meeting(date="2024-11-25"))), "stage")] == [
        "../timeline/masa-tenang.html"
    ]
    assert card(shown(archive(meeting(date="2022-01-01"))), "stage") == ()


def test_reports_to_read_next_share_people_or_place_and_subject_and_say_so() -> None:
    other: dict[str, Any] = {"event": Event("2024-10-01"), "outlet": "Kabar Tempe", "organizations": ()}
    found = archive(
        meeting(),
        meeting("orang", places=("Kota Palu",), tags=(), **other),
        meeting("tempat", people=(), **other),
        meeting("asing", places=("Kota Palu",), people=(), **other),
    )
    reasons = {item.link.href: [reason.one for reason in item.reasons] for item in shown(found).next}
    assert reasons["tempat.html"] == ["Kabupaten Wajo", "Rapat koordinasi"]
    assert "asing.html" not in reasons


def test_neighbours_are_the_reports_before_and_after() -> None:
    found = archive(*(article(slug, published=f"2024-0{n}-01") for n, slug in enumerate(("a", "b", "c"), 1)))
    view = shown(found, "b")
    assert (view.older and view.older.href, view.newer and view.newer.href) == ("a.html", "c.html")


@pytest.mark.parametrize(
    ("choices", "address"),
    [
        ({}, ""),
        (
            {"repository": "https://github.com/x/arsip", "branch": "utama"},
            "https://github.com/x/arsip/edit/utama/content/articles/2024/rakor-di-wajo.md",
        ),
    ],
)
def test_the_way_to_correct_leads_to_the_file(choices: dict[str, Any], address: str) -> None:
    assert shown(archive(meeting(), **choices)).correct == address


def test_an_event_kind_without_its_tag_leads_nowhere() -> None:
    view = shown(archive(meeting(tags=())))
    assert view.kind is not None
    assert (view.kind.text, view.kind.href) == ("Rapat koordinasi", "")


def test_a_person_with_the_bare_name_has_no_note() -> None:
    view = shown(archive(meeting(people=(Person("Nurdin Colli"),))))
    assert card(view, "people")[0].note == ""


def test_a_copy_is_named_with_what_differs_and_which_was_first() -> None:
    release = {"body": RELEASE, "event": Event("2024-08-20"), "places": ("Kabupaten Wajo",)}
    first = article("asal", outlet="Warta Teluk", published="2024-08-20", people=(CHIEF,), **release)
    spun = dataclasses.replace(CHIEF, rank="Kompol")
    found = archive(first, article("salin", outlet="Kabar Bone", published="2024-08-21", people=(spun,), **release))
    (copied,) = shown(found, "salin").copies
    assert (copied.row.link.href, copied.how, copied.share) == ("asal.html", "same", "100%")
    assert (copied.original, copied.basis) == (True, "published")
    (rank,) = copied.differences
    assert (rank.kind, rank.one, rank.other) == ("rank", "Kompol Daeng Mattawang", "AKBP Daeng Mattawang")
    assert [other.original for other in shown(found, "asal").copies] == [False]
    assert copied.row.repost is False
    assert [other.row.repost for other in shown(found, "asal").copies] == [True]
    assert shown(archive(first), "asal").copies == ()
