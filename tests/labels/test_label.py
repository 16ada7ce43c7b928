"""What holds for the labels of any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.labels import INLINE, LINES, fold, label
from site_builder.model import BODY_LABELS, LABELS, Document, Seed

WORDS = st.sampled_from(
    ["PALU – ", "Kapolres", " memimpin ", "rapat.", "Baca juga:", "\n", "\n\n", "(*)", "“", "”", "Senin (9/6/2025)",
     " \xa0 ", "KABARPALU.COM", ", ", "Halaman 1 dari 2", "×", "-", "[Gambas:Video]", "Editor: Sari", "2071", "©",
     "(an/sd)", "\u200e", "tags:"]
)  # fmt: skip
TEXTS = st.lists(WORDS, max_size=40).map("".join)


def labelled(text: str) -> Document:
    return label(Seed("a.txt", "", text))


@given(TEXTS)
def test_every_line_with_words_has_exactly_one_label(text: str) -> None:
    document = labelled(text)
    assert [document.quote(block.span) for block in document.blocks] == [
        line.strip() for line in text.split("\n") if line.strip()
    ]
    assert all(block.label in LABELS for block in document.blocks)


@given(TEXTS)
def test_spans_inside_a_line_lie_in_it_in_order_and_apart(text: str) -> None:
    for block in labelled(text).blocks:
        ends = [block.span[0], *(place for inline in block.inline for place in inline.span), block.span[1]]
        assert ends == sorted(ends)
        assert all(inline.span[0] < inline.span[1] for inline in block.inline)


@given(TEXTS)
def test_the_prose_is_as_long_as_the_text(text: str) -> None:
    document = labelled(text)
    assert len(document.prose) == len(text)
    assert document.prose.count("\n") == text.count("\n")


@pytest.mark.parametrize("text", ["", "\n\n\n", "   ", "×", "\u200e\n\u200e", "-", ".", "(*)"])
def test_a_text_without_words_has_no_story(text: str) -> None:
    assert not any(any(map(str.isalnum, labelled(text).quote(b.span))) for b in labelled(text).body())


def test_a_page_of_furniture_alone_has_no_story() -> None:
    text = "Beranda\n\nSearch\n\nBagikan\n\n1849\n\nTinggalkan Balasan\n\nHalaman 1 dari 2\n\n© 2025 Kabar Palu"
    assert labelled(text).body() == ()


def test_a_very_long_line_is_one_paragraph() -> None:
    text = "Kapolres memimpin rapat di Palu. " * 30_000
    (block,) = labelled(text).blocks
    assert block.label in BODY_LABELS


def test_many_blank_lines_are_nothing() -> None:
    assert labelled("\n" * 500_000).blocks == ()


def test_words_are_compared_without_case_bullets_or_invisible_characters() -> None:
    assert fold("  • Baca\xa0JUGA\u200b :  ") == fold("baca juga :")


def test_the_orders_name_each_file_once() -> None:
    assert len(set(LINES)) == len(LINES)
    assert len(set(INLINE)) == len(INLINE)
