"""The page's date, the clock, and the initials at the end."""

from __future__ import annotations

import pytest

from site_builder.grammar.clock import clocks
from site_builder.grammar.sign_offs import sign_off
from site_builder.grammar.stamps import is_stamp


@pytest.mark.parametrize(
    "line",
    [
        "Tayang: Selasa, 8 Oktober 2024 20:07 WIB",
        "Suarasigi.com- 09/10/2024, 13:41 WIB",
        ", Jurnalis-Jum'at, 11 Oktober 2024 |15:33 WIB",
        "Rabu   16 Okt 2024  22:05 WIB",
        "2024/10/17 10:26:31",
        "10 Jun 2025",
        "By Redaksi - Juli 9, 2024",
        "Andi Rahman - Sabtu, 5 Oktober 2024 | 10:12 WITA",
        "Diperbarui 18 Jun 2025, 19:05 WIB",
    ],
)
def test_a_stamp_is_known(line: str) -> None:
    assert is_stamp(line)


@pytest.mark.parametrize(
    "line",
    [
        "Tiket Murah pada 11-21 Mei 2025, Ini Rutenya",
        "- Berangkat dari Palu Kamis (19/6/2025) pukul 19.00",
        "Apel digelar Senin, 9 Juni 2025.",
        "Pilkada 2024",
        "Senin malam",
        "9 Juni",
    ],
)
def test_a_line_with_a_date_is_not_always_a_stamp(line: str) -> None:
    assert not is_stamp(line)


@pytest.mark.parametrize(
    ("line", "sign"),
    [
        ("… aman.(*)", "(*)"),
        ("… tegasnya. (b/an)", "(b/an)"),
        ("… kondusif.(AN/SD).", "(AN/SD)."),
        ("… pulang.***(rls)", "***(rls)"),
        ("… selesai.**", "**"),
        ("… damai.” (Kabarpalu.com/Andi Rahman)", "(Kabarpalu.com/Andi Rahman)"),
        ("… begitu. (OL-6)", "(OL-6)"),
        ("… tertib. (Andi Rahman/Sari Dewi)", "(Andi Rahman/Sari Dewi)"),
        ("… pemungutan suara ulang (PSU)", None),
        ("… hari Senin (9/6/2025)", None),
        ("… digelar Senin. (9/6/2025)", None),
        ("… kata dia.", None),
    ],
)
def test_a_line_may_be_signed_behind_its_full_stop(line: str, sign: str | None) -> None:
    found = sign_off(line)
    assert (line[slice(*found)] if found else None) == sign


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("pukul 19.30 wib", [("19:30", "+07:00")]),
        ("jam 09:05 WITA", [("09:05", "+08:00")]),
        ("21:18 WIT", [("21:18", "+09:00")]),
        ("pukul 8.00 pagi", [("08:00", None)]),
        ("Rp 12.30 dan 1.250 orang, pasal 3.15", []),
        ("25:70", []),
    ],
)
def test_a_time_of_day_is_read_with_its_zone(text: str, times: list[tuple[str, str | None]]) -> None:
    assert [(clock.time, clock.zone) for clock in clocks(text)] == times
