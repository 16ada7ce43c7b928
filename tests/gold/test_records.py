"""The records of this folder fit the texts beside them: every anchor is printed where its record says it is."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from site_builder.evaluation import gold

Record: TypeAlias = dict[str, Any]

FOLDER = Path(__file__).parent
TAGS = {
    *("apel-pasukan", "debat-kandidat", "deklarasi-damai", "doa-bersama", "gakkumdu", "hoaks", "kampanye-damai"),
    *("logistik", "masa-tenang", "netralitas", "operasi-mantap-praja", "patroli", "penegakan-hukum", "pengamanan-tps"),
    *("politik-uang", "pungut-hitung", "rakor", "rekapitulasi", "sara", "sengketa"),
}
LEVELS = {"kabupaten": "Kabupaten ", "kota": "Kota ", "provinsi": "Provinsi ", "nasional": "Indonesia"}
ORDERS = {"quote-first", "speaker-first", "none"}
BASES = {"explicit", "weekday+day/month", "relative", "none"}
DAY = r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?([+]\d\d:\d\d)?)?)?)?[?~]?"  # 2024-11-27T08:00+09:00
EDTF = re.compile(f"{DAY}(/{DAY})?")
LINES = (FOLDER / "gold.jsonl").read_text(encoding="utf-8").splitlines()
RECORDS: list[Record] = [json.loads(line) for line in LINES]

each_record = pytest.mark.parametrize("record", RECORDS, ids=lambda record: record["id"])


def folded(text: str) -> str:
    return " ".join(text.split())


def content(record: Record) -> bytes:
    return (FOLDER / "raw" / str(record["id"])).read_bytes()


def printed(record: Record) -> str:
    return content(record).decode("utf-8")


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def quotes(record: Record) -> list[Record]:
    return [*record["quotes"], *record.get("quotes_optional", [])]


def persons(record: Record) -> list[Record]:
    return [*record["people"], *record.get("people_optional", [])]


def test_every_raw_file_has_one_record_and_every_record_its_file() -> None:
    assert sorted(record["id"] for record in RECORDS) == sorted(path.name for path in (FOLDER / "raw").iterdir())


def test_every_tag_is_represented_at_least_twice() -> None:
    counts = Counter(tag for record in RECORDS for tag in record["tags"])
    assert {tag for tag in TAGS if counts[tag] < 2} == set()


def test_at_least_twenty_provinces_are_represented() -> None:
    assert len({record["place"]["province"] for record in RECORDS} - {None}) >= 20


@pytest.mark.parametrize("line", LINES, ids=[record["id"] for record in RECORDS])
def test_a_record_has_the_shape_that_the_evaluation_reads(line: str) -> None:
    assert gold.load(line).id == json.loads(line)["id"]


@each_record
def test_the_bytes_are_those_that_were_annotated(record: Record) -> None:
    assert hashlib.sha256(content(record)).hexdigest() == record["sha256"]


@each_record
def test_tags_are_known_and_a_tag_is_either_required_or_optional(record: Record) -> None:
    tags = [*record["tags"], *record.get("tags_optional", [])]
    assert set(tags) <= TAGS
    assert len(tags) == len(set(tags))


@each_record
def test_title_and_names_are_printed(record: Record) -> None:
    text = folded(printed(record))
    titles = [title for title in (record["title"], *listed(record.get("title_alt"))) if title]
    names = [name for person in persons(record) for name in (person["name"], *person.get("name_alt", []))]
    assert [anchor for anchor in (*titles, *names) if anchor not in text] == []


@each_record
def test_quotes_begin_and_end_in_the_text_in_the_order_of_the_record(record: Record) -> None:
    text, position = folded(printed(record)), 0
    for quote in record["quotes"]:
        position = text.index(quote["starts"], position)
        assert text.find(quote["ends"], position) >= 0
    assert all(quote["starts"] in text and quote["ends"] in text for quote in quotes(record))


@each_record
def test_attributions_are_printed_and_name_somebody_of_the_record(record: Record) -> None:
    text = folded(printed(record))
    names = {None, *(person["name"] for person in persons(record))}
    for quote in quotes(record):
        assert quote["order"] in ORDERS
        assert quote["verb"] is None or quote["verb"] in text
        assert {quote["speaker"], *quote.get("speaker_alt", [])} & names


@each_record
def test_boilerplate_lines_begin_as_recorded_in_the_order_of_the_page(record: Record) -> None:
    lines = iter([folded(line) for line in printed(record).splitlines()])
    for anchor in record["boilerplate"]:
        assert any(line.startswith(anchor) for line in lines), anchor


@each_record
def test_boilerplate_inside_a_line_is_printed(record: Record) -> None:
    text = folded(printed(record))
    assert [anchor for anchor in record["boilerplate_inline"] if anchor not in text] == []


@each_record
def test_dates_are_edtf_and_a_wrong_one_stands_beside_what_was_printed(record: Record) -> None:
    keys = ("published", "published_alt", "event_date", "event_date_alt", "event_date_printed")
    dates = [date for key in keys for date in listed(record.get(key)) if date is not None]
    assert [date for date in dates if not EDTF.fullmatch(date)] == []
    assert record["event_date_basis"] in BASES
    assert "event_date_printed" not in record or record["event_date"].endswith("?")


@each_record
def test_place_has_the_official_name_of_its_level(record: Record) -> None:
    place = record["place"]
    assert place["name"].startswith(LEVELS[place["level"]])
    assert (place["province"] is None) == (place["level"] == "nasional")
