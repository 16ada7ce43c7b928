"""Dates of EDTF level 1: what they mean, how far they lie apart, how Indonesian says them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder import edtf

DATES = [
    # EDTF, earliest day, latest day, month, words
    ("2024-07-31", "2024-07-31", "2024-07-31", "2024-07", "31 Juli 2024"),
    ("2024-07", "2024-07-01", "2024-07-31", "2024-07", "Juli 2024"),
    ("2024-02~", "2024-02-01", "2024-02-29", "2024-02", "sekitar Februari 2024"),
    ("2024", "2024-01-01", "2024-12-31", "2024", "2024"),
    ("2023~", "2023-01-01", "2023-12-31", "2023", "sekitar 2023"),
    ("2025-06-08?", "2025-06-08", "2025-06-08", "2025-06", "8 Juni 2025 (tidak pasti)"),
    ("2024-11-20~", "2024-11-20", "2024-11-20", "2024-11", "sekitar 20 November 2024"),
    ("2024-08%", "2024-08-01", "2024-08-31", "2024-08", "sekitar Agustus 2024 (tidak pasti)"),
    ("2024-07-09/2024-07-10", "2024-07-09", "2024-07-10", "2024-07", "9–10 Juli 2024"),
    ("2024-07-30/2024-08-02", "2024-07-30", "2024-08-02", "2024-07", "30 Juli – 2 Agustus 2024"),
    ("2023-12-30/2024-01-02", "2023-12-30", "2024-01-02", "2023-12", "30 Desember 2023 – 2 Januari 2024"),
    ("2024-09/2024-11", "2024-09-01", "2024-11-30", "2024-09", "September – November 2024"),
    ("2024/2025", "2024-01-01", "2025-12-31", "2024", "2024 – 2025"),
    ("2024-07-09?/2024-07-10", "2024-07-09", "2024-07-10", "2024-07", "9 Juli 2024 (tidak pasti) – 10 Juli 2024"),
    ("2024-07-09/2024-07-09", "2024-07-09", "2024-07-09", "2024-07", "9 Juli 2024"),
    ("2024-07-31T19:30+07:00", "2024-07-31", "2024-07-31", "2024-07", "31 Juli 2024 pukul 19.30 WIB"),
    ("2024-07-31T08:05+08:00", "2024-07-31", "2024-07-31", "2024-07", "31 Juli 2024 pukul 08.05 WITA"),
    ("2024-07-31T08:05+05:30", "2024-07-31", "2024-07-31", "2024-07", "31 Juli 2024 pukul 08.05 UTC+05:30"),
    ("2024-07-31T08:05", "2024-07-31", "2024-07-31", "2024-07", "31 Juli 2024 pukul 08.05"),
]


@pytest.mark.parametrize(("text", "first", "last", "month", "words"), DATES, ids=[row[0] for row in DATES])
def test_a_date_means_its_days_and_says_so(text: str, first: str, last: str, month: str, words: str) -> None:
    assert (edtf.earliest(text), edtf.latest(text), edtf.period(text)) == (first, last, month)
    assert edtf.words(text, "id") == words


NO_DATES = (
    "", "kemarin", "2024-7-1", "2024-13", "2024-00", "2024-07-00", "2023-02-29", "2024-07-31T25:00", "2024-07-31T19:60",
    "31-07-2024", "2024-07-10/2024-07-09", "2024-07/", "a/b", "2024-07-01/2024-07-02/2024-07-03", "0000-01-01",
    "2024-07~~", "٢٠٢٤",
)  # fmt: skip


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date_is_refused_and_shown_as_it_is(text: str) -> None:
    assert not edtf.is_date(text)
    assert edtf.words(text, "id") == text
    with pytest.raises(ValueError, match=r"is not (?:a|an) |does not exist"):
        edtf.parse(text)


def test_a_missing_date_is_said_in_words() -> None:
    assert edtf.words(None, "id") == "tanggal tidak diketahui"
    assert edtf.words(None, "en") == "date not known"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2024-07~", "around July 2024"),
        ("2025-06-08?", "8 June 2025 (uncertain)"),
        ("2024-05%", "around May 2024 (uncertain)"),
        ("2024-07-09/2024-07-10", "9–10 July 2024"),
        ("2024-09-30/2024-10-02", "30 September – 2 October 2024"),
        ("2024-07-31T19:30+07:00", "31 July 2024 at 19:30 WIB"),
        ("2024", "2024"),
        ("lusa", "lusa"),
    ],
)
def test_a_date_is_said_in_english_too(text: str, words: str) -> None:
    assert edtf.words(text, "en") == words


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        ("2024-07-09", "2024-07-09", 0),
        ("2024-07-09", "2024-07", 0),
        ("2024-07-09/2024-07-11", "2024-07-11", 0),
        ("2024-07-09", "2024-07-12", 3),
        ("2024-08", "2024-07-09", 23),
    ],
)
def test_dates_lie_apart_by_the_days_between_them(one: str, other: str, days: int) -> None:
    assert edtf.days_apart(one, other) == edtf.days_apart(other, one) == days


def test_a_date_is_the_vaguer_the_more_days_it_leaves_open_and_vaguer_still_in_doubt() -> None:
    ladder = ["2024-07-09", "2024-07-09/2024-07-10", "2024-07-09~", "2024-07", "2024-07~", "2024"]
    assert [edtf.days_open(date) for date in ladder] == [0, 1, 7, 30, 37, 365]


@given(st.dates(), st.dates(), st.sampled_from(["", "~", "?", "%"]))
def test_every_interval_holds_its_days(one: date, other: date, mark: str) -> None:
    first, last = sorted((one, other))
    text = f"{first.isoformat()}{mark}/{last.isoformat()}"
    assert edtf.parse(text).first() == first
    assert edtf.parse(text).last() == last
    assert edtf.parse(text).exact() == (mark == "")


@given(st.text(max_size=30))
def test_no_text_breaks_the_words(text: str) -> None:
    assert isinstance(edtf.words(text, "en"), str)
