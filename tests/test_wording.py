"""Numbers, times and certainty in words."""

from __future__ import annotations

import pytest

from site_builder import wording
from site_builder.model import Person


@pytest.mark.parametrize(
    ("count", "words"), [(0, "0"), (999, "999"), (1849, "1.849"), (100_000, "100.000"), (1_234_567, "1.234.567")]
)
def test_thousands_are_parted_as_the_language_does(count: int, words: str) -> None:
    assert wording.number(count, "id") == words
    assert wording.number(count, "en") == words.replace(".", ",")


@pytest.mark.parametrize(
    ("confidence", "words"), [(1.0, "1,00"), (0.999, "0,99"), (0.95, "0,95"), (0.7, "0,70"), (0.0, "0,00")]
)
def test_only_certainty_itself_is_one(confidence: float, words: str) -> None:
    assert wording.share(confidence, "id") == words
    assert wording.share(confidence, "en") == words.replace(",", ".")


@pytest.mark.parametrize(("part", "words"), [(1.0, "100%"), (0.999, "99%"), (0.5, "50%"), (0.0, "0%")])
def test_only_the_whole_is_a_hundred_per_cent(part: float, words: str) -> None:
    assert wording.percent(part) == words


@pytest.mark.parametrize(
    ("confidence", "level"),
    [(1.0, "sure"), (0.9, "sure"), (0.89, "likely"), (0.75, "likely"), (0.74, "weak"), (0, "weak")],
)
def test_certainty_has_three_words(confidence: float, level: str) -> None:
    assert wording.level(confidence) == level


@pytest.mark.parametrize(
    ("time", "words"),
    [
        ("19:30+07:00", "19.30 WIB"),
        ("09:00+08:00", "09.00 WITA"),
        ("07:05+09:00", "07.05 WIT"),
        ("07:05", "07.05"),
        ("07:05+02:00", "07:05+02:00"),
        ("lusa", "lusa"),
        ("", ""),
    ],
)
def test_a_time_of_day_bears_the_name_of_its_zone(time: str, words: str) -> None:
    assert wording.clock(time, "id") == words


def test_english_parts_hours_and_minutes_by_a_colon() -> None:
    assert wording.clock("19:30+07:00", "en") == "19:30 WIB"


def test_html_becomes_words_on_one_line() -> None:
    assert wording.plain("<p>Satu &amp;\n dua</p><h2>Tiga</h2>") == "Satu & dua Tiga"


@pytest.mark.parametrize(
    ("limit", "words"),
    [(100, "Polres Wajo menggelar rapat."), (22, "Polres Wajo menggelar …"), (12, "Polres Wajo …"), (3, "Pol …")],
)
def test_a_beginning_ends_between_words(limit: int, words: str) -> None:
    assert wording.beginning("Polres Wajo menggelar rapat.", limit) == words


@pytest.mark.parametrize(
    ("person", "words"),
    [
        (Person("A", "AKBP", "Kapolres Wajo"), "AKBP, Kapolres Wajo"),
        (Person("A", None, "Bupati"), "Bupati"),
        (Person("A", "Iptu"), "Iptu"),
        (Person("A"), ""),
    ],
)
def test_an_office_is_rank_and_role(person: Person, words: str) -> None:
    assert wording.office(person) == words


@pytest.mark.parametrize(
    ("name", "letter"), [("siti", "S"), ("“Gus” Ali", "G"), ("2 Pemuda", "#"), ("…", "#"), ("", "#")]
)
def test_a_name_stands_under_its_first_letter(name: str, letter: str) -> None:
    assert wording.initial(name) == letter
