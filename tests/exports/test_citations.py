"""Bibliographies: each is read by the parser that reference managers' users would use."""

from __future__ import annotations

import json
from typing import Any

import pytest
import rispy
from bibtexparser.entrypoint import parse_string

from site_builder import citation, edtf
from site_builder.citation import Work
from tests.exports.sample import HOSTILE, URL, everything, files

ARCHIVE = everything(url=URL)
FILES = files(ARCHIVE)
WORKS = {entry.article.slug: citation.work(ARCHIVE, entry) for entry in ARCHIVE.articles}
SEEN = [citation.line(text) for text in HOSTILE]


def bib() -> dict[str, dict[str, str]]:
    library = parse_string(FILES["data/articles.bib"].decode("utf-8"))
    assert not library.failed_blocks
    return {entry.key: {name: field.value for name, field in entry.fields_dict.items()} for entry in library.entries}


def ris() -> dict[str, dict[str, Any]]:
    records = rispy.loads(FILES["data/articles.ris"].decode("utf-8"))
    assert len(records) == len(WORKS)
    return dict(zip(WORKS, records, strict=True))


def csl() -> dict[str, dict[str, Any]]:
    return {item["id"]: item for item in json.loads(FILES["data/articles.csl.json"])}


def test_every_shown_article_is_in_every_bibliography() -> None:
    assert list(bib()) == list(ris()) == list(csl()) == list(WORKS)
    assert "tarik" not in WORKS


def test_an_article_is_cited_by_its_author_title_outlet_and_day() -> None:
    one = bib()["satu"]
    assert one["author"] == "{Rahma Daud} and {Siti}"
    assert (one["title"], one["journal"]) == ("{Satu}", "Warta Teluk")
    assert (one["year"], one["month"], one["day"]) == ("2024", "aug", "21")
    assert one["url"] == "https://wartateluk.example/satu"
    assert one["note"] == f"Arsip Pilkada: {URL}article/satu.html"
    record = ris()["satu"]
    assert (record["type_of_reference"], record["title"], record["authors"]) == ("NEWS", "Satu", ["Rahma Daud", "Siti"])
    assert (record["secondary_title"], record["date"], record["year"]) == ("Warta Teluk", "2024/08/21/", "2024")
    assert record["urls"] == ["https://wartateluk.example/satu"]
    assert csl()["satu"] == {
        "id": "satu",
        "type": "article-newspaper",
        "title": "Satu",
        "author": [{"literal": "Rahma Daud"}, {"literal": "Siti"}],
        "container-title": "Warta Teluk",
        "issued": {"date-parts": [[2024, 8, 21]]},
        "language": "id",
        "URL": "https://wartateluk.example/satu",
        "archive": "Arsip Pilkada",
        "archive_location": f"{URL}article/satu.html",
    }


def test_the_day_of_the_event_is_not_a_date_of_publication() -> None:
    assert "year" not in bib()["dua"]
    assert "year" not in ris()["dua"]
    assert "issued" not in csl()["dua"]


def test_what_is_not_known_is_left_out() -> None:
    assert csl()["kosong"] == {
        "id": "kosong",
        "type": "article",
        "title": "Kosong",
        "language": "id",
        "URL": f"{URL}article/kosong.html",
    }
    assert ris()["kosong"]["type_of_reference"] == "GEN"
    assert set(bib()["kosong"]) == {"title", "langid", "url"}


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_hostile_text_stays_one_value(number: int) -> None:
    key, text = f"jahat-{number:02}", SEEN[number]
    assert csl()[key]["title"] == text
    assert csl()[key]["author"] == [{"literal": text}]
    assert ris()[key]["title"] == text
    assert set(bib()[key]) == {"author", "title", "journal", "year", "month", "day", "langid", "url", "note"}
    assert bib()[key]["url"] == "https://contoh.id/?a=%7Bb%7D%5Cc"


@pytest.mark.parametrize(
    ("published", "bibtex", "ris_date", "parts"),
    [
        ("2024", {"year": "2024"}, "2024///", [2024]),
        ("2024-07~", {"year": "2024", "month": "jul"}, "2024/07//", [2024, 7]),
        ("2024-07-31T19:30+07:00", {"year": "2024", "month": "jul", "day": "31"}, "2024/07/31/", [2024, 7, 31]),
    ],
)
def test_a_date_is_cited_as_far_as_it_is_known(
    published: str, bibtex: dict[str, str], ris_date: str, parts: list[int]
) -> None:
    cited = Work("k", "T", (), "Koran", edtf.parse(published).start, "", "Arsip", "")
    (entry,) = parse_string(citation.bibtex(cited)).entries
    dated = {name: field.value for name, field in entry.fields_dict.items() if name in ("year", "month", "day")}
    assert dated == bibtex
    assert rispy.loads(citation.ris(cited))[0]["date"] == ris_date
    assert citation.csl(cited)["issued"] == {"date-parts": [parts]}


def test_the_archive_itself_is_a_data_set_of_its_newest_day() -> None:
    whole = citation.whole(ARCHIVE)
    (entry,) = parse_string(citation.bibtex(whole)).entries
    assert (entry.entry_type, entry["title"], entry["year"], entry["url"]) == ("misc", "{Arsip Pilkada}", "2024", URL)
    assert citation.csl(whole)["type"] == "dataset"
    assert rispy.loads(citation.ris(whole))[0]["type_of_reference"] == "DATA"
