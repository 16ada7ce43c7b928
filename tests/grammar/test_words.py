"""Words keep their places, and phrases are found by them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.grammar.words import Phrases, Words


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("KapoldaBantenIrjen Pol", ("Kapolda", "Banten", "Irjen", "Pol")),
        ("KPUKota", ("KPU", "Kota")),
        ("KontraS", ("KontraS",)),
        ("Asy'ari 0910/Mln", ("Asy'ari", "0910", "Mln")),
        ("masing-masing", ("masing", "masing")),
        (
            "Kapolda Budi Hartonomenyebut Polresta Palubelum",
            ("Kapolda", "Budi", "Hartono", "menyebut", "Polresta", "Palu", "belum"),
        ),
    ],
)
def test_glued_words_come_apart_at_a_capital(text: str, items: tuple[str, ...]) -> None:
    assert Words.of(text).items == items


@given(st.text())
def test_a_word_is_what_stands_at_its_span(text: str) -> None:
    found = Words.of(text)
    spans = zip(found.items, found.starts, found.ends, strict=True)
    assert all(text[start:end] == item for item, start, end in spans)
    assert list(found.starts) == sorted(found.starts)


def test_the_longest_phrase_wins_and_marks_between_its_words_end_it() -> None:
    table = Phrases.of([("wali kota", 1), ("wali kota administrasi", 2)])
    assert table.at(Words.of("Wali Kota Administrasi"), 0) == (3, 2)
    assert table.at(Words.of("Wali Kota, Administrasi"), 0) == (2, 1)
    assert table.at(Words.of("Wali, Kota"), 0) is None
