"""What rules note beside readings, in the language of the site."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from site_builder import notes
from site_builder.grammar.dates import WEEKDAYS, printed_dates
from site_builder.grammar.days import Basis, resolve
from site_builder.locale import LANGUAGES, Language
from site_builder.notes import Detail
from tests.pages.sample import reading


def said(language: Language, **detail: str) -> list[Detail]:
    return list(notes.details(reading("event.date", "2024-08-20", "kemarin", detail=detail), language))


def warning(text: str) -> str:
    """What the rule for dates notes of a date that contradicts itself."""
    day = resolve(next(iter(printed_dates(text))), near=date(2024, 8, 1))
    assert day is not None
    assert day.warning is not None
    return day.warning


def test_a_note_has_its_name_and_text_in_the_language_of_the_site() -> None:
    assert said("id", basis="relative") == [Detail("dasar", "penunjuk waktu nisbi", named=False)]
    assert said("en", basis="relative") == [Detail("basis", "a relative time", named=False)]


def test_printed_words_stay_as_they_are() -> None:
    assert said("en", printed="besok") == [Detail("printed", "besok", named=True)]


def test_what_repeats_the_words_of_the_fact_is_left_out() -> None:
    assert said("id", printed="kemarin", basis="") == []


def test_a_day_behind_a_comma_is_said_in_words() -> None:
    text = "counted back from polling day, 2024-11-27"
    assert said("id", reason=text)[0].text == "dihitung mundur dari hari pemungutan suara, 27 November 2024"
    assert said("en", reason=text)[0].text == "counted back from polling day, 27 November 2024"


def test_a_weekday_that_does_not_fit_its_date_is_told_in_both_languages() -> None:
    note = warning("Rabu, 1 Agustus 2024")
    assert said("en", warning=note)[0].text.startswith("1 August 2024 is a Thursday, but the text says Wednesday")
    assert said("id", warning=note)[0].text.startswith("1 Agustus 2024 adalah hari Kamis, sedangkan teks menyebut Rabu")


def test_a_day_that_would_fit_is_named() -> None:
    note = "2024-08-01 is a Kamis, the text says Rabu; 2024-07-31 would fit"
    assert said("en", warning=note)[0].text.endswith("; 31 July 2024 would fit")
    assert said("id", warning=note)[0].text.endswith("; yang cocok: 31 Juli 2024")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_ground_of_a_date_has_words(language: Language) -> None:
    for basis in set(get_args(Basis)) - {"none"}:
        assert said(language, basis=basis)[0].text == notes._known(basis, language) != basis


def test_the_days_stand_in_the_order_of_the_grammar() -> None:
    assert [day.lower() for day in notes.DAYS] == list(WEEKDAYS)


def test_a_note_that_nobody_foresaw_stays_as_it_is() -> None:
    assert said("en", whim="as it was") == [Detail("whim", "as it was", named=False)]
