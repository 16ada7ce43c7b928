"""Quotation marks: what stands between them, however they were set."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.grammar.quotations import quotations


def _inside(text: str) -> list[str]:
    return [text[found.start : found.end] for found in quotations(text)]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('"Kami siap," kata dia.', ["Kami siap,"]),
        ("“Kami siap,” kata dia.", ["Kami siap,"]),
        ('“Kami siap," kata dia. "Damai,” tambahnya.', ["Kami siap,", "Damai,"]),
        ("“ Kami siap ” ujar dia", ["Kami siap"]),
        ("“\xa0Kami siap\xa0” ujar dia", ["Kami siap"]),
        ("Ia datang.“Kami siap,” katanya.“Damai,” ujarnya.", ["Kami siap,", "Damai,"]),
        ("&ldquo;Kami siap,&rdquo; kata dia", ["Kami siap,"]),
        ("“Kami siap, “kata dia.", ["Kami siap,"]),
        ('"Kami siap.\nBesok juga," kata dia.', ["Kami siap.\nBesok juga,"]),
        ("“Tim “Elang” siap bergerak,” kata dia.", ["Tim “Elang” siap bergerak,"]),
        ("“Kami siap, kata dia.\nLalu pergi.", ["Kami siap,"]),
        ("Kami siap,” kata dia.", []),
        ("'Kami sudah siap mengawal tahapan,' kata dia.", ["Kami sudah siap mengawal tahapan,"]),
        ("“Kami siap.\n“Besok juga,” kata dia.", ["Kami siap.\n“Besok juga,"]),
    ],
)
def test_a_quotation_is_what_stands_between_its_marks(text: str, inside: list[str]) -> None:
    assert _inside(text) == inside


@given(st.text(alphabet=["“", "”", '"', "a", "A", " ", ".", ",", "\n", "'", "k"], max_size=120))
def test_quotations_never_overlap_and_stay_inside_the_text(text: str) -> None:
    found = quotations(text)
    assert all(0 <= q.open <= q.start <= q.end <= q.close <= len(text) for q in found)
    assert all(one.close <= other.open for one, other in pairwise(found))
