"""Changing some values of a YAML text and nothing else."""

from __future__ import annotations

import textwrap
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.content.front_matter import parse
from site_builder.content.splice import changed, splice
from site_builder.content.yaml_text import Plain, dump

TEXT = textwrap.dedent("""\
    # by hand
    schema: 1
    title: 'It''s old'   # as printed
    deck:
    event:
      # when
      date: "2024-07-31"  # edtf
      time: null
    places: [Kota Baru]  # main first
    people:
      - {name: Siti Rahma, rank: AKP}
      - name: Budi
        rank: null
    quotes: []
    summary: |
      two
      lines
    # the end
    """)


def test_one_value_changes_and_every_other_byte_stays() -> None:
    assert splice(TEXT, {"title": "New"}) == TEXT.replace("'It''s old'", "New")
    assert splice(TEXT, {"deck": "x: y"}) == TEXT.replace("deck:", 'deck: "x: y"')
    assert splice(TEXT, {"event.date": None}) == TEXT.replace('"2024-07-31"', "null")
    assert splice(TEXT, {"places": []}) == TEXT.replace("[Kota Baru]", "[]")
    assert splice(TEXT, {"summary": "one"}) == TEXT.replace("|\n  two\n  lines", "one")


def test_lists_of_mappings_are_rewritten_an_item_a_line() -> None:
    after = splice(TEXT, {"quotes": [{"speaker": None, "text": "Aman."}], "people": []})
    assert after is not None
    assert "people: []\nquotes:\n  - {speaker: null, text: Aman.}\nsummary: |\n" in after


def test_a_comment_stays_beside_a_value_that_becomes_many_lines() -> None:
    after = splice("places: []  # none yet\nend: x\n", {"places": [{"name": "a"}]})
    assert after == "places:  # none yet\n  - {name: a}\nend: x\n"


def test_a_missing_field_is_added_where_its_mapping_ends() -> None:
    assert splice("a: b # c", {"d": "e"}) == "a: b # c\nd: e\n"
    assert splice("a: b\n", {"d": "e"}) == "a: b\nd: e\n"
    assert splice("", {"d": "e"}) == "d: e\n"
    assert splice("event:\n  date: x # y\nz: 1\n", {"event.venue": "v"}) == "event:\n  date: x # y\n  venue: v\nz: 1\n"
    assert splice("event: {date: x}\n", {"event.venue": "v"}) == "event: {date: x, venue: v}\n"
    assert splice("event: {}\n", {"event.venue": "v"}) == "event: {venue: v}\n"
    assert splice("event: null\n", {"event.venue": "v", "event.date": None}) == "event:\n  venue: v\n  date: null\n"


def test_windows_line_ends_stay() -> None:
    text = TEXT.replace("\n", "\r\n")
    after = splice(text, {"people": [{"name": "a"}, {"name": "b"}], "event.venue": "v", "new": "n"})
    assert after is not None
    assert after.count("\n") == after.count("\r\n")


def test_a_comment_inside_a_rewritten_list_is_not_lost() -> None:
    text = "people:\n  - {name: a}  # sure?\n  - {name: b}\n"
    assert splice(text, {"people": []}) is None
    assert splice("people:\n  - {name: a  # sure?\n    }\n", {"people": []}) is None
    assert splice("people:\n  # who\n  - {name: 'a # b'}\n", {"people": []}) is None
    assert splice("people:\n  - {name: 'a # b'}\n", {"people": []}) == "people: []\n"


def test_what_cannot_be_changed_alone_is_refused() -> None:
    assert splice("{a: b}\n", {"c": "d"}) is None


NAMES = ("title", "deck", "event.date", "event.venue", "places", "people")
WORDS = st.sampled_from(["a", "b: c", "# d", "it's", 'e"f', "2024", "null", "", "x\ny", "- z"]) | st.text(max_size=8)
ROWS = st.fixed_dictionaries({"name": WORDS, "rank": st.none() | WORDS})
VALUES: st.SearchStrategy[Any] = st.one_of(st.none(), WORDS, st.lists(WORDS, max_size=3), st.lists(ROWS, max_size=3))
CHANGES = st.dictionaries(st.sampled_from(NAMES), VALUES, min_size=1)
NOTES = st.lists(st.tuples(st.integers(0, 30), st.sampled_from(["# note", "", "  # deep note"])), max_size=4)


def _annotated(text: str, notes: list[tuple[int, str]]) -> tuple[str, list[str]]:
    """A text with comments of its own between lines or behind them."""
    lines = text.split("\n")
    for index, (at, note) in enumerate(notes):
        lines.insert(at % (len(lines) + 1), f"{note} {index}" if note else "")
    return "\n".join(lines), [f"{note} {index}".strip() for index, (_, note) in enumerate(notes) if note]


@given(CHANGES, CHANGES, NOTES)
def test_after_any_change_the_values_are_as_wanted_and_no_comment_is_lost(
    before: dict[str, Plain], after: dict[str, Plain], notes: list[tuple[int, str]]
) -> None:
    text, comments = _annotated(dump(changed({"title": "t", "end": "e"}, before)), notes)
    spliced = splice(text, after)
    if spliced is None:
        assert comments
    else:
        assert parse(spliced) == changed(parse(text), after)
        assert all(comment in spliced for comment in comments)


@pytest.mark.parametrize("name", ["title", "places", "people", "event.date", "summary"])
def test_the_same_value_changes_nothing_but_spelling(name: str) -> None:
    top, _, inner = name.partition(".")
    outer = parse(TEXT)[top]
    value = outer[inner] if isinstance(outer, dict) else outer
    after = splice(TEXT, {name: value})
    assert after is not None
    assert parse(after) == parse(TEXT)
