"""A careful person's record decides what is right."""

import json
from typing import Any

import pytest

from site_builder.evaluation import evaluate
from site_builder.evaluation.gold import load
from site_builder.evaluation.verdict import Case
from site_builder.model import Block, Document, Person, Quote, Reading, Seed

TEXT = """Polres Sabu Gelar Rakor
Baca juga: Cuaca Hari Ini
Kapolres Sabu AKBP Rudi Hartawan memimpin rakor. "Kami siap menjaga Pilkada," ujarnya."""

RECORD: dict[str, Any] = {
    "id": "a.txt",
    "title": "Polres Sabu Gelar Rakor",
    "outlet": "Suara Sabu (suarasabu.id)",
    "url": None,
    "published": "2024-07-09T10:00+08:00",
    "event_date": "2024-07-09",
    "place": {"name": "Kabupaten Sabu Raijua"},
    "people": [{"name": "Rudi Hartawan", "rank": "AKBP", "role": "Kapolres Sabu"}],
    "orgs": ["Polres Sabu"],
    "quotes": [{"starts": "Kami siap", "ends": "menjaga Pilkada", "speaker": "Rudi Hartawan"}],
    "boilerplate": ["Baca juga:"],
    "tags": ["rakor"],
    "complete": True,
}


def document(*labels: str) -> Document:
    blocks, start = [], 0
    for line, label in zip(TEXT.split("\n"), labels, strict=True):
        blocks.append(Block((start, start + len(line)), label))  # type: ignore[arg-type]
        start += len(line) + 1
    return Document.of(Seed("a.txt", "0", TEXT), tuple(blocks))


def reading(field: str, value: str | Person | Quote, confidence: float = 0.95) -> Reading:
    return Reading(field, value, "", None, "test/1", confidence)


def perfect() -> dict[str, tuple[Reading, ...]]:
    return {
        "title": (reading("title", "Polres Sabu Gelar Rakor"),),
        "outlet": (reading("outlet", "suarasabu.id"),),
        "published": (reading("published", "2024-07-09"),),
        "event.date": (reading("event.date", "2024-07-09"),),
        "places": (reading("places", "Kabupaten Sabu Raijua"),),
        "people": (reading("people", Person("Rudi Hartawan", "AKBP", "Kapolres Sabu")),),
        "organizations": (reading("organizations", "Polres Sabu"),),
        "quotes": (reading("quotes", Quote("Rudi Hartawan", "Kami siap menjaga Pilkada,")),),
        "tags": (reading("tags", "rakor"), reading("tags", "a-tag-of-this-archive-only")),
    }


def case(readings: dict[str, tuple[Reading, ...]], record: dict[str, Any] | None = None, *labels: str) -> Case:
    return Case(load(json.dumps(record or RECORD)), document(*(labels or ("title", "related", "body"))), readings)


def test_readings_that_say_what_the_record_says_have_no_differences() -> None:
    report = evaluate([case(perfect())])

    assert report.differences == ()
    assert {score.f1 for score in report.scores} == {1.0}
    assert report.bands[0].readings == report.bands[0].right == 8


@pytest.mark.parametrize(
    ("field", "value", "scored"),
    [
        ("title", "Polres Sabu", "title"),
        ("outlet", "Suara Rote", "outlet"),
        ("published", "2024-07-10", "published"),
        ("published", "2024-07-09T11:00+08:00", "published"),
        ("event.date", "2024-07-09?", "event.date"),
        ("places", "Kabupaten Rote Ndao", "place"),
        ("people", Person("Rudi", "AKBP", "Kapolres Sabu"), "people"),
        ("people", Person("Rudi Hartawan", "Kompol", "Kapolres Sabu"), "rank and role"),
        ("quotes", Quote("Rudi Hartawan", "Kami siap"), "quotes"),
        ("quotes", Quote(None, "Kami siap menjaga Pilkada"), "quote speaker"),
        ("tags", "patroli", "tags"),
        ("url", "https://suarasabu.id/rakor", "url"),
        ("incomplete", "halaman 1 dari 2", "complete"),
    ],
)
def test_one_wrong_reading_lowers_its_own_field_alone(field: str, value: str | Person | Quote, scored: str) -> None:
    report = evaluate([case({**perfect(), field: (reading(field, value),)})])

    lowered = {score.field for score in report.scores if score.f1 < 1}
    assert scored in lowered
    assert lowered <= {scored, "rank and role"}
    assert report.differences


def test_what_the_text_does_not_say_and_the_record_does_is_missed() -> None:
    report = evaluate([case({})])

    missed = {score.field: score.missed for score in report.scores}
    assert missed["title"] == missed["place"] == missed["people"] == missed["quotes"] == 1
    assert missed["url"] == 0


def test_an_alternative_is_right_and_an_optional_item_is_neither() -> None:
    record = {**RECORD, "event_date_alt": ["2024-07-10"], "tags_optional": ["patroli"]}
    readings = {**perfect(), "event.date": (reading("event.date", "2024-07-10"),)}
    readings["tags"] = (*readings["tags"], reading("tags", "patroli"))

    assert evaluate([case(readings, record)]).differences == ()


def test_a_related_link_in_the_body_is_a_wrong_line_and_wrong_words() -> None:
    report = evaluate([case(perfect(), None, "title", "body", "body")])

    scores = {score.field: score for score in report.scores}
    assert scores["boilerplate"].missed == 1
    assert scores["body"].wrong == 5


def test_a_body_line_taken_for_boilerplate_is_lost_words() -> None:
    report = evaluate([case(perfect(), None, "title", "related", "caption")])

    scores = {score.field: score for score in report.scores}
    assert scores["boilerplate"].wrong == 1
    assert scores["body"].missed == 12


def test_a_name_in_capitals_is_the_same_name() -> None:
    shouted = {**RECORD, "people": [{"name": "RUDI HARTAWAN", "rank": "AKBP", "role": "Kapolres Sabu"}]}
    assert evaluate([case(perfect(), shouted)]).differences == ()
