"""Patterns tried only where they can begin find what a search of the whole text finds."""

import re

from hypothesis import given
from hypothesis import strategies as st

from site_builder.grammar.scanning import matches_at

NUMBER = re.compile(r"\d+")
PAIR = re.compile(r"(?<![\w/])\d{1,2}(?: \d{1,2})?")
"""A number, with the next one if it stands beside it."""


def test_overlapping_matches_are_not_given_twice() -> None:
    text = "1 2 3 4/5 6"
    starts = [number.start() for number in NUMBER.finditer(text)]
    assert [match[0] for match in matches_at(starts, PAIR, text)] == ["1 2", "3 4", "6"]


@given(st.text(alphabet="19 /a", max_size=40))
def test_it_finds_what_a_search_of_every_character_finds(text: str) -> None:
    starts = [number.start() for number in NUMBER.finditer(text)]
    assert [m.span() for m in matches_at(starts, PAIR, text)] == [m.span() for m in PAIR.finditer(text)]
