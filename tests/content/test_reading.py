"""The machine's account of an article."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.content.reading import BodyRecord, FieldRecord, Record, SeedReference, dumps, loads, value_of
from site_builder.errors import Problem
from site_builder.model import LABELS, LISTS, SCALARS, Block, Inline, Person, Quote, Reading

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
SPANS = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda pair: (min(pair), max(pair)))
OWNERS = st.sampled_from(["machine", "person"])
PEOPLE = st.builds(Person, TEXT, st.none() | TEXT, st.none() | TEXT)
QUOTES = st.builds(Quote, st.none() | TEXT, TEXT)
DETAIL = st.dictionaries(TEXT, TEXT, max_size=2)
INLINES = st.lists(st.builds(Inline, SPANS, st.sampled_from(LABELS)), max_size=2).map(tuple)
LINES = st.lists(st.builds(Block, SPANS, st.sampled_from(LABELS), INLINES), max_size=4).map(tuple)


VALUES: dict[str, st.SearchStrategy[Any]] = {"people": PEOPLE, "quotes": QUOTES}


def _values(name: str) -> st.SearchStrategy[Any]:
    return VALUES.get(name, TEXT)


def _readings(name: str) -> st.SearchStrategy[tuple[Reading, ...]]:
    one = st.builds(Reading, st.just(name), _values(name), TEXT, st.none() | SPANS, TEXT, st.floats(0, 1), DETAIL)
    return st.lists(one, max_size=3 if name in LISTS else 1).map(tuple)


def _fields(name: str) -> st.SearchStrategy[tuple[str, FieldRecord]]:
    value = st.lists(_values(name), max_size=2).map(tuple) if name in LISTS else st.none() | TEXT
    was = st.lists(value, max_size=1).map(tuple)
    found = st.builds(FieldRecord, _readings(name), OWNERS, st.none() | _readings(name), was)
    return st.tuples(st.just(name), found.filter(lambda field: field != FieldRecord()))


FIELDS = st.lists(st.sampled_from([*SCALARS, *LISTS, "dateline"]).flatmap(_fields), max_size=5).map(dict)
RECORDS = st.builds(
    Record,
    st.builds(SeedReference, TEXT, TEXT, TEXT),
    st.builds(BodyRecord, TEXT, OWNERS, st.none() | TEXT, st.none() | TEXT),
    LINES,
    FIELDS,
    st.booleans(),
)
SITI = Reading("people", Person("Siti", None, "Camat"), "Camat Siti", (10, 20), "people/1", 0.9)
TITLE = Reading("title", "Apel Siaga", "Apel Siaga", (0, 10), "title/1", 0.98)
DATE = Reading("event.date", "2024", "2024", None, "sidecar", 1.0, {"a": "b"})
RECORD = Record(
    SeedReference("a.txt", "aa", "bb"),
    BodyRecord("cc"),
    (
        Block((0, 7), "share", quote="Bagikan"),
        Block((10, 40), "body", (Inline((10, 16), "dateline"), Inline((37, 40), "sign-off", "(*)"))),
    ),
    {"title": FieldRecord((TITLE,)), "people": FieldRecord((SITI,)), "event.date": FieldRecord((), "person", (DATE,))},
)


@given(RECORDS)
def test_what_is_written_is_read_again(record: Record) -> None:
    assert loads(dumps(record), where="x") == record


def test_the_text_has_sorted_keys_and_one_field_a_line() -> None:
    text = dumps(RECORD)
    assert text.split("\n") == [
        '{"body": {"owner": "machine", "sha256": "cc"},',
        ' "fields": {',
        '  "event.date": {"owner": "person", "suggested": {"by": "sidecar", "confidence": 1.0, "detail": {"a": "b"}, '
        '"quote": "2024", "span": null, "value": "2024"}},',
        '  "people": {"items": [{"by": "people/1", "confidence": 0.9, "quote": "Camat Siti", "span": [10, 20], '
        '"value": {"name": "Siti", "rank": null, "role": "Camat"}}], "owner": "machine"},',
        '  "title": {"by": "title/1", "confidence": 0.98, "owner": "machine", "quote": "Apel Siaga", "span": [0, 10], '
        '"value": "Apel Siaga"}},',
        ' "lines": [',
        '  {"label": "share", "quote": "Bagikan", "span": [0, 7]},',
        '  {"inline": [{"label": "dateline", "span": [10, 16]}, {"label": "sign-off", "quote": "(*)", '
        '"span": [37, 40]}], "label": "body", "span": [10, 40]}],',
        ' "schema": 1,',
        ' "seed": {"path": "a.txt", "sha256": "aa", "text_sha256": "bb"}}',
        "",
    ]  # fmt: skip


def test_the_order_in_which_fields_were_read_does_not_show() -> None:
    shuffled = Record(RECORD.seed, RECORD.body, RECORD.lines, dict(reversed(list(RECORD.fields.items()))))
    assert dumps(shuffled) == dumps(RECORD)


def test_a_field_of_which_nothing_is_known_is_the_machines() -> None:
    assert RECORD.field("deck") == FieldRecord()
    assert value_of("deck", ()) is None
    assert value_of("tags", ()) == ()
    assert value_of("title", RECORD.field("title").readings) == "Apel Siaga"


def test_suggestions_are_found() -> None:
    assert RECORD.suggestions() == ("event.date",)


GOOD = json.loads(dumps(RECORD))
DAMAGE = {
    "not JSON": "{",
    "empty": "",
    "a conflict": "<<<<<<< HEAD\n" + dumps(RECORD),
    "another kind": "[]",
    "deep": "[" * 100_000,
    "a lone surrogate": dumps(RECORD).replace("Apel", "\\ud800"),
    "not a number": dumps(RECORD).replace("0.98", "NaN"),
    "huge number": dumps(RECORD).replace("0.98", "9" * 5_000),
    "no body": json.dumps({key: value for key, value in GOOD.items() if key != "body"}),
    "unknown key": json.dumps({**GOOD, "more": 1}),
    "another schema": json.dumps({**GOOD, "schema": 2}),
    "unknown field": json.dumps({**GOOD, "fields": {"colour": {"owner": "machine"}}}),
    "unknown owner": json.dumps({**GOOD, "body": {"owner": "nobody", "sha256": "x"}}),
    "no owner": json.dumps({**GOOD, "fields": {"title": {}}}),
    "unknown label": json.dumps({**GOOD, "lines": [{"span": [0, 1], "label": "x"}]}),
    "half a span": json.dumps({**GOOD, "lines": [{"span": [0], "label": "body"}]}),
    "span of words": json.dumps({**GOOD, "lines": [{"span": ["0", "1"], "label": "body"}]}),
    "span backwards": json.dumps({**GOOD, "lines": [{"span": [2, 1], "label": "body"}]}),
    "fields of another kind": json.dumps({**GOOD, "fields": []}),
    "value of another kind": json.dumps({**GOOD, "seed": {**GOOD["seed"], "path": 7}}),
    "too sure": dumps(RECORD).replace("0.98", "1.98"),
    "was of another kind": json.dumps({**GOOD, "fields": {"tags": {"owner": "machine", "was": 3}}}),
}


@pytest.mark.parametrize("text", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_reading_is_a_problem_and_never_an_error(text: str) -> None:
    found = loads(text, where="x.reading.json")
    assert isinstance(found, Problem)
    assert found.where == "x.reading.json"
    assert "damaged" in found.what


@given(st.integers(0, len(dumps(RECORD)) - 1), st.characters(exclude_categories=["Cs"]))
def test_any_one_character_changed_gives_a_record_or_a_problem(at: int, character: str) -> None:
    text = dumps(RECORD)
    assert isinstance(loads(text[:at] + character + text[at + 1 :], where="x"), Record | Problem)
