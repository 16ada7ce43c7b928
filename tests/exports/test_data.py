"""The whole archive as data: every format is read by a parser that did not write it, and says the same."""

from __future__ import annotations

import csv
import json
import re
import sqlite3
from contextlib import closing
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from site_builder.exports import csv_tables
from site_builder.tables.articles import time_precision
from site_builder.tables.every import TABLES
from site_builder.tables.source_scale import source_scale
from tests.exports.sample import HOSTILE, URL, everything, files

FILES = files(everything(url=URL))
NAMES = {table.name: [column.name for column in table.columns] for table in TABLES}


def rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(FILES[f"data/{name}.csv"].decode("utf-8"), newline="")))


def lines() -> list[dict[str, Any]]:
    return [json.loads(line) for line in FILES["data/articles.jsonl"].decode("utf-8").split("\n") if line]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "archive.db"
    path.write_bytes(FILES["data/archive.db"])
    return path


def found(path: Path, query: str, *values: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query, values).fetchall()


# The three formats of tables ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_every_table_has_the_columns_of_the_schema_and_a_unique_key(name: str) -> None:
    found = rows(name)
    table = next(table for table in TABLES if table.name == name)
    assert found
    assert list(found[0]) == NAMES[name]
    keys = [tuple(row[part] for part in table.key) for row in found]
    assert len(keys) == len(set(keys))
    assert not [row for row in found for column in table.columns if column.required and not row[column.name]]


def test_the_three_formats_hold_the_same_articles(database: Path) -> None:
    slugs = [row["id"] for row in rows("articles")]
    assert slugs == [line["id"] for line in lines()]
    assert slugs == [slug for (slug,) in found(database, "SELECT id FROM articles ORDER BY rowid")]
    assert "satu" in slugs
    assert "tarik" not in slugs


@pytest.mark.parametrize("name", ["people", "quotes"])
def test_the_three_formats_hold_the_same_rows_of_people_and_quotes(database: Path, name: str) -> None:
    keys = [(row["article_id"], int(row["number"])) for row in rows(name)]
    assert keys == [(line["id"], row["number"]) for line in lines() for row in line[name]]
    assert keys == found(database, f"SELECT article_id, number FROM {name} ORDER BY rowid")  # noqa: S608  # our name


@pytest.mark.parametrize("path", [path for path in FILES if path.startswith("data/")])
def test_nothing_withdrawn_and_no_more_than_the_excerpt_is_in_any_file(path: str) -> None:
    assert b"DITARIK" not in FILES[path]
    assert b"RAHASIA" not in FILES[path]


@pytest.mark.parametrize("path", ["feed.xml", "feed.json"])
def test_nothing_withdrawn_and_no_more_than_the_excerpt_is_in_any_feed(path: str) -> None:
    assert b"DITARIK" not in FILES[path]
    assert b"RAHASIA" not in FILES[path]


def test_of_an_excerpt_there_is_an_excerpt() -> None:
    (row,) = [row for row in rows("articles") if row["id"] == "cuplik"]
    assert row["show"] == "excerpt"
    assert row["text"].startswith("Kata Kata")
    assert row["text"].endswith("…")
    assert len(row["text"]) <= 102


def test_no_cell_is_a_formula() -> None:
    cells = [cell for name in NAMES for row in rows(name) for cell in row.values()]
    assert not [cell for cell in cells if re.match(r"[=+\-@\t\r＝＋－＠]", cell)]
    titles = {row["title"] for row in rows("articles")}
    assert {"'+62811", "'-1", "'@SUM(A1)"} <= titles


def test_a_cell_says_nothing_only_where_nothing_is_known() -> None:
    assert csv_tables.cell(None) == csv_tables.cell("") == csv_tables.cell(()) == ""
    assert csv_tables.cell(0) == "0"
    assert csv_tables.cell(0.5) == "0.5"
    assert csv_tables.cell(("=a", "b")) == "'=a; b"


def test_machines_get_hostile_text_as_it_is(database: Path) -> None:
    titles = {line["id"]: line["title"] for line in lines()}
    stored = dict(found(database, "SELECT id, title FROM articles"))
    for number, text in enumerate(HOSTILE):
        expected = text.encode("utf-8", "replace").decode()
        assert titles[f"jahat-{number:02}"] == stored[f"jahat-{number:02}"] == expected


def test_a_row_says_when_and_where_and_how_exactly() -> None:
    table = {row["id"]: row for row in rows("articles")}
    one = table["satu"]
    assert (one["event_date"], one["time_precision"], one["event_date_level"]) == ("2024-08-20", "1", "sure")
    assert (one["event_date_words"], one["event_date_confidence"]) == ("Selasa (20/8)", "0.97")
    assert (one["admin1"], one["admin2"], one["admin2_code"]) == (
        "Provinsi Sulawesi Selatan",
        "Kabupaten Wajo",
        "73.13",
    )
    assert (one["geo_precision"], table["riau"]["geo_precision"], table["negara"]["geo_precision"]) == ("1", "3", "4")
    assert (table["riau"]["admin1"], table["riau"]["admin2"]) == ("Provinsi Riau", "")
    assert table["kosong"]["event_date"] == table["kosong"]["time_precision"] == ""
    assert one["actors"] == "Daeng Mattawang; Siti Marhumah"
    assert one["text"] == "Alinea pertama & utama.\n\nAlinea kedua."
    assert one["event_id"] == table["dua"]["event_id"] != table["kosong"]["event_id"]
    assert (table["dua"]["event_date_first"], table["dua"]["event_date_last"]) == ("2024-08-01", "2024-08-31")


@pytest.mark.parametrize(
    ("written", "precision"),
    [
        ("2024-08-20", 1),
        ("2024-08-20/2024-08-22", 1),
        ("2024-08-20?", 2),
        ("2024-08~", 3),
        ("2024-08", 3),
        ("2024", 4),
        (None, None),
    ],
)
def test_precision_says_how_many_days_a_date_leaves_open(written: str | None, precision: int | None) -> None:
    assert time_precision(written) == precision


@pytest.mark.parametrize(
    ("outlet", "scale"),
    [
        ("Kompas.com", "national"),
        ("ANTARA", "national"),
        ("ANTARA Aceh", "subnational"),
        ("Kendari Pos", "subnational"),
        ("Radar Banyuwangi", "subnational"),
        ("Kabar Sultra", "subnational"),
        ("Polda Riau", "official"),
        ("Bawaslu Kota Palu", "official"),
        ("Warta Teluk", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_an_outlets_name_tells_its_reach_or_nothing(outlet: str | None, scale: str) -> None:
    assert source_scale(outlet) == scale


# SQLite ---------------------------------------------------------------------------------------------------------------


def test_the_database_is_whole_and_its_references_hold(database: Path) -> None:
    assert found(database, "PRAGMA integrity_check") == [("ok",)]
    assert found(database, "PRAGMA foreign_key_check") == []


def test_full_text_search_finds_words_names_and_phrases(database: Path) -> None:
    query = "SELECT id FROM articles WHERE rowid IN (SELECT rowid FROM articles_fts WHERE articles_fts MATCH ?)"
    assert found(database, query, "alinea") == [("satu",)]
    assert found(database, query, '"pertama utama"') == [("satu",)]
    assert found(database, query, "tidakada") == []
    spoken = "SELECT text FROM quotes WHERE rowid IN (SELECT rowid FROM quotes_fts WHERE quotes_fts MATCH ?)"
    assert found(database, spoken, "perahu") == [("Perahu kami siapkan empat",)]


def test_datasette_finds_the_indexes() -> None:
    statement = "SELECT count(*) FROM sqlite_master WHERE sql LIKE ?"
    connection = sqlite3.connect(":memory:")
    with closing(connection):
        connection.deserialize(FILES["data/archive.db"])
        for table in ("articles", "quotes"):
            pattern = f'%VIRTUAL TABLE%USING FTS%content="{table}"%'  # the pattern of datasette.utils.detect_fts_sql
            assert connection.execute(statement, (pattern,)).fetchone() == (1,)


def test_a_list_is_a_json_array_that_can_be_counted(database: Path) -> None:
    query = "SELECT value, count(*) FROM articles, json_each(articles.tags) WHERE value = 'rakor' GROUP BY value"
    assert found(database, query) == [("rakor", 3)]


def test_the_same_content_gives_the_same_bytes() -> None:
    again = files(everything(url=URL))
    assert {path for path in FILES if FILES[path] != again[path]} == set()


# Data package, codebook -----------------------------------------------------------------------------------------------


def package() -> dict[str, Any]:
    made: dict[str, Any] = json.loads(FILES["data/datapackage.json"])
    return made


def test_the_data_package_keeps_the_rules_of_its_profile() -> None:
    described = package()
    assert described["profile"] == "tabular-data-package"
    for named in (described, *described["resources"]):
        assert re.fullmatch(r"[-a-z0-9._/]+", named["name"])
    assert [resource["path"] for resource in described["resources"]] == [f"{name}.csv" for name in NAMES]
    for resource in described["resources"]:
        assert resource["profile"] == "tabular-data-resource"
        assert f"data/{resource['path']}" in FILES
        fields = [field["name"] for field in resource["schema"]["fields"]]
        assert {*resource["schema"]["primaryKey"]} <= {*fields}
        for foreign in resource["schema"].get("foreignKeys", []):
            assert foreign["reference"]["resource"] in NAMES
            assert {*foreign["fields"]} <= {*fields}
            assert {*foreign["reference"]["fields"]} <= {*NAMES[foreign["reference"]["resource"]]}


CASTS: dict[str, Any] = {"string": str, "integer": int, "number": float, "date": date.fromisoformat}


def test_every_cell_is_of_the_type_that_the_data_package_says() -> None:
    articles = {row["id"] for row in rows("articles")}
    for resource in package()["resources"]:
        schema = resource["schema"]
        for row in rows(resource["name"]):
            assert list(row) == [field["name"] for field in schema["fields"]]
            for field in schema["fields"]:
                value = row[field["name"]]
                assert value not in schema["missingValues"] or not field.get("constraints", {}).get("required")
                if value not in schema["missingValues"]:
                    CASTS[field["type"]](value)
            if "foreignKeys" in schema:
                assert row["article_id"] in articles


def test_the_codebook_explains_every_column_in_both_languages() -> None:
    explained = list(csv.DictReader(StringIO(FILES["data/codebook.csv"].decode("utf-8"), newline="")))
    assert [(row["table"], row["column"]) for row in explained] == [
        (name, column) for name, columns in NAMES.items() for column in columns
    ]
    assert not [row for row in explained if not row["description_id"] or not row["description_en"]]
    english = json.loads(files(everything(language="en"))["data/datapackage.json"])
    assert english["resources"][0]["schema"]["fields"][0]["description"].startswith("Identifier")


def test_a_package_describes_only_files_that_are_made() -> None:
    assert "data/datapackage.json" not in files(everything(exports=("datapackage",)))
