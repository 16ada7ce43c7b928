"""Plain text in whatever encoding it came."""

from __future__ import annotations

import hashlib
from io import BytesIO

import pytest

from site_builder.errors import Problem
from site_builder.model import Seed
from site_builder.readers.txt import LARGEST, read

ARTICLE = "Kapolres Pimpin Rakor\n\n“Kami netral,” kata Kapolres Sigi – singkat.\n"


def only_seed(raw: bytes) -> Seed:
    (seed,) = read(BytesIO(raw), "a.txt")
    assert isinstance(seed, Seed)
    return seed


def only_problem(raw: bytes) -> Problem:
    (problem,) = read(BytesIO(raw), "a.txt")
    assert isinstance(problem, Problem)
    return problem


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_every_encoding_gives_the_same_text(encoding: str) -> None:
    assert only_seed(ARTICLE.encode(encoding)).text == ARTICLE


def test_the_digest_is_of_the_raw_bytes() -> None:
    raw = ARTICLE.encode("utf-16")
    assert only_seed(raw).sha256 == hashlib.sha256(raw).hexdigest()


def test_all_line_ends_become_one_kind() -> None:
    assert only_seed(b"a\r\nb\rc\x0cd\ne").text == "a\nb\nc\nd\ne"


def test_letters_with_marks_are_composed() -> None:
    assert only_seed("Andre\u0301".encode()).text == "André"


def test_control_and_invisible_characters_are_dropped() -> None:
    assert (
        only_seed("Kapol\u00adres\u200b Sigi\u200e pukul 18.00_x0000_\ufeff".encode()).text
        == "Kapolres Sigi pukul 18.00"
    )


def test_non_breaking_spaces_and_tabs_stay() -> None:
    assert only_seed("AKBP\u00a0Andi\tRahman".encode()).text == "AKBP\u00a0Andi\tRahman"


def test_mojibake_is_repaired_and_reported() -> None:
    garbled = ARTICLE.encode("utf-8").decode("latin-1").replace("\x80", "€").replace("\x9c", "œ").replace("\x93", "“")
    seed, problem = read(BytesIO(garbled.encode("utf-8")), "a.txt")
    assert isinstance(seed, Seed)
    assert seed.text == ARTICLE
    assert isinstance(problem, Problem)
    assert "3 garbled characters" in problem.what


def test_real_accents_and_quotes_are_no_mojibake() -> None:
    text = "“Désirée” – ‘Ångström’ … Café”“ ©«»"
    assert only_seed(text.encode()).text == text


def test_escaped_markup_is_shown_as_the_page_would() -> None:
    escaped = (
        "&lt;p&gt;Kapolres &amp;ldquo;netral&amp;rdquo;&lt;/p&gt;&lt;p&gt;Selesai&amp;nbsp;sudah &amp; aman.&lt;/p&gt;"
    )
    text = only_seed(escaped.replace("&amp;ldquo;", "&ldquo;").replace("&amp;rdquo;", "&rdquo;").encode()).text
    assert "Kapolres “netral”\n" in text
    assert "<" not in text


def test_one_ampersand_is_left_alone() -> None:
    assert only_seed(b"Kapolres &amp; Dandim a < b").text == "Kapolres &amp; Dandim a < b"


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"", "is empty"),
        (b" \n\t\r\n ", "is empty"),
        (b"\x00" * 500, "is not a text file"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 4, "is not a text file"),
        (b"... --- ...\n*** !!!", "holds no words"),
        (b"abc \xff\xfe\x81\x8d\xff" * 9, "is not text in UTF-8, UTF-16 or a Western encoding"),
        (b"<!DOCTYPE html><html><body><p>Kapolres</p></body></html>", "holds a web page, not its text"),
        (b"x" * (LARGEST + 1), f"is larger than {LARGEST:,} bytes"),
    ],
)
def test_what_is_not_an_article_is_a_problem_with_a_hint(raw: bytes, what: str) -> None:
    problem = only_problem(raw)
    assert (problem.where, problem.what) == ("a.txt", what)
    assert problem.hint


def test_a_truncated_utf16_file_is_a_problem() -> None:
    assert "not text" in only_problem(ARTICLE.encode("utf-16")[:-1]).what
