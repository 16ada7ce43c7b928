"""Printed dates, in the many ways of Indonesian news."""

from __future__ import annotations

from datetime import date

import pytest

from site_builder.grammar.dates import printed_dates, weekday
from site_builder.grammar.days import from_relative, relative_dates, resolve, stated_day

NEAR = date(2024, 11, 12)


@pytest.mark.parametrize(
    ("text", "printed", "edtf"),
    [
        ("rapat pada Rabu, 31 Juli 2024.", "Rabu, 31 Juli 2024", "2024-07-31"),
        ("Selasa (12/11/2024) pagi", "Selasa (12/11/2024)", "2024-11-12"),
        ("Selasa (12/11/ 2024)", "Selasa (12/11/ 2024)", "2024-11-12"),
        ("pada Jum’at (8/11).", "Jum’at (8/11)", "2024-11-08"),
        ("Jum'at, (8/11)", "Jum'at, (8/11)", "2024-11-08"),
        ("Jumat malam (8/11/24)", "Jumat malam (8/11/24)", "2024-11-08"),
        ("Minggu 01 Desember 2024", "Minggu 01 Desember 2024", "2024-12-01"),
        ("tertanggal 8 Nopember 2024", "8 Nopember 2024", "2024-11-08"),
        ("Kamis, 15 Agt 2024", "Kamis, 15 Agt 2024", "2024-08-15"),
        ("Senin 7 Okt 2024", "Senin 7 Okt 2024", "2024-10-07"),
        ("12-11-2024", "12-11-2024", "2024-11-12"),
        ("12.11.2024", "12.11.2024", "2024-11-12"),
        ("2024/11/12 11:15:48", "2024/11/12", "2024-11-12"),
        ("2024-11-12T09:00", "2024-11-12", "2024-11-12"),
        ("November 12, 2024", "November 12, 2024", "2024-11-12"),
        ("9-10 Juli 2024", "9-10 Juli 2024", "2024-07-09/2024-07-10"),
        ("27 hingga 29 Agustus 2024", "27 hingga 29 Agustus 2024", "2024-08-27/2024-08-29"),
        ("Sabtu-Minggu (2-3/11/2024)", "Sabtu-Minggu (2-3/11/2024)", "2024-11-02/2024-11-03"),
        (
            "25 September sampai dengan 23 November 2024",
            "25 September sampai dengan 23 November 2024",
            "2024-09-25/2024-11-23",
        ),
        ("pada November 2024", "November 2024", "2024-11"),
        ("akhir bulan Juni 2024", "akhir bulan Juni 2024", "2024-06"),
        ("Kamis 29 Februari 2024", "Kamis 29 Februari 2024", "2024-02-29"),
    ],
)
def test_a_date_is_found_and_understood(text: str, printed: str, edtf: str) -> None:
    (found,) = printed_dates(text)
    day = resolve(found, near=NEAR)
    assert day is not None
    assert (found.text, day.edtf, text[slice(*found.span)]) == (printed, edtf, printed)


@pytest.mark.parametrize(
    "text",
    ["24/7", "pasal 1/2", "Rp12.000.000", "nomor 51/PA.03/2024", "1849", "31/2/2024", "30 Februari 2024", "skor 3-1",
     "03.51 WIB", "12.30", "Kodim 0910/11", "Pemilu 2024", "versi 1.2.3", "IPv4 10.11.2024.1", "2 mar"],
)  # fmt: skip
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert printed_dates(text) == ()


def test_two_dates_stay_two() -> None:
    assert [p.text for p in printed_dates("Senin (11/11/2024) dan Selasa (12/11/2024)")] == [
        "Senin (11/11/2024)",
        "Selasa (12/11/2024)",
    ]


@pytest.mark.parametrize(
    ("text", "near", "edtf", "warning"),
    [
        ("Senin (12/8/2024)", NEAR, "2024-08-12", None),
        (
            "Selasa (12/8/2024)",
            NEAR,
            "2024-11-12?",
            "2024-08-12 is a Senin, the text says Selasa; 2024-11-12 would fit",
        ),
        (
            "Selasa (13/11/2024)",
            NEAR,
            "2024-11-12?",
            "2024-11-13 is a Rabu, the text says Selasa; 2024-11-12 would fit",
        ),
        ("Selasa (13/11/2024)", None, "2024-11-13?", "2024-11-13 is a Rabu, the text says Selasa"),
        ("Jumat (12/11/2021)", NEAR, "2021-11-12", None),
    ],
)
def test_a_weekday_that_contradicts_its_date_is_a_warning(
    text: str, near: date | None, edtf: str, warning: str | None
) -> None:
    (found,) = printed_dates(text)
    day = resolve(found, near=near)
    assert day is not None
    assert (day.edtf, day.warning) == (edtf, warning)


@pytest.mark.parametrize(
    ("text", "near", "edtf"),
    [
        ("Selasa (31/12)", date(2025, 1, 2), "2024-12-31"),
        ("Rabu (1/1)", date(2024, 12, 28), "2025-01-01"),
        ("Jumat (1/12)", date(2023, 12, 2), "2023-12-01"),
        ("5 Juni", date(2025, 6, 9), "2025-06-05"),
    ],
)
def test_a_missing_year_comes_from_a_known_day(text: str, near: date, edtf: str) -> None:
    (found,) = printed_dates(text)
    day = resolve(found, near=near)
    assert day is not None
    assert (day.edtf, day.basis) == (edtf, "weekday+day/month")
    assert resolve(found, near=None) is None


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("rapat digelar hari ini", "hari ini", "2024-11-12"),
        ("rapat, kemarin.", "kemarin", "2024-11-11"),
        ("apel digelar besok", "besok", "2024-11-13"),
        ("Kamis malam", "Kamis malam", "2024-11-07"),
        ("pada Selasa", "pada Selasa", "2024-11-12"),
        ("Senin depan", "Senin depan", "2024-11-18"),
        ("Selasa mendatang", "Selasa mendatang", "2024-11-19"),
    ],
)
def test_a_relative_day_is_counted_from_the_day_of_writing(text: str, words: str, edtf: str) -> None:
    (found,) = relative_dates(text)
    assert found.text == words
    assert from_relative(found, NEAR).edtf == edtf


def test_a_week_is_not_a_sunday() -> None:
    assert relative_dates("dua minggu ini, setiap minggu") == ()


@pytest.mark.parametrize(("word", "number"), [("Senin", 0), ("Jum’at", 4), ("jumat", 4), ("Ahad", 6), ("Pon", None)])
def test_weekdays_have_several_spellings(word: str, number: int | None) -> None:
    assert weekday(word) == number


def test_a_stated_day_may_have_a_time() -> None:
    assert stated_day("Rabu, 31 Juli 2024 - 19:30 WIT") == "2024-07-31T19:30+09:00"
    assert stated_day("31 Juli 2024") == "2024-07-31"
    assert stated_day("pekan lalu") is None
