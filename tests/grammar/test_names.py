"""Names: where they begin and end, and what around them is none of theirs."""

from __future__ import annotations

import pytest

from site_builder.grammar.names import name_at, skip_degrees
from site_builder.grammar.words import Words


@pytest.mark.parametrize(
    ("text", "name", "behind"),
    [
        ("Yakub L. Tana., S.E., M.H., saat", "Yakub L. Tana", ", saat"),
        ("Rusdi SIK MH mengatakan", "Rusdi", " mengatakan"),
        ("Hamid SIp MM, Ketua", "Hamid", ", Ketua"),
        ("Drs Burhan.", "Burhan", "."),
        ("H. M. Gazali Daud, menjelaskan", "M. Gazali Daud", ", menjelaskan"),
        ("Pdt. Yosef Lamani, S.Si.Teol, selaku", "Yosef Lamani", ", selaku"),
        ("Dr. Rudi Santoso, SIK., S.H., M.H Kapolres", "Rudi Santoso", " Kapolres"),
        ("I Made Suta. Made", "I Made Suta", ". Made"),
        ("I.S Hasibuan, personel", "I.S Hasibuan", ", personel"),
        ("Maruli B.Sinaga mengatakan", "Maruli B.Sinaga", " mengatakan"),
        ("Arman bin Usman, ditangkap", "Arman bin Usman", ", ditangkap"),
        ("Sahir bin Daud (alm), petani", "Sahir bin Daud", ", petani"),
        ("Yusuf Afrika (48), warga", "Yusuf Afrika", ", warga"),
        ("Rudi Santosomenerbitkan surat", "Rudi Santoso", "menerbitkan surat"),
        ("RUDI EKO SANTOSO, S.H. hadir", "RUDI EKO SANTOSO", " hadir"),
        ("Hamdan, Ketua KPU", "Hamdan", ", Ketua KPU"),
        ("Hamdan Rabu siang", "Hamdan", " Rabu siang"),
    ],
)
def test_a_name_ends_where_its_degrees_or_the_sentence_begin(text: str, name: str, behind: str) -> None:
    found = name_at(Words.of(text), 0)
    assert found is not None
    assert (found.text, text[found.end :]) == (name, behind)


@pytest.mark.parametrize("text", ["Kapolres hadir", "Senin malam", "KPU menggelar", "II Hamdan", "hamdan", "I tidak"])
def test_days_offices_bodies_numerals_and_small_letters_are_no_names(text: str) -> None:
    assert name_at(Words.of(text), 0) is None


def test_a_nickname_inside_a_name_is_kept_beside_it() -> None:
    found = name_at(Words.of("Munandar 'Nandar' Saleh berkata"), 0)
    assert found is not None
    assert (found.text, found.alias) == ("Munandar Saleh", "Nandar")


def test_an_alias_behind_a_name_is_kept_beside_it() -> None:
    found = name_at(Words.of("Zainudin alias Udin kabur"), 0)
    assert found is not None
    assert (found.text, found.alias) == ("Zainudin", "Udin")


def test_a_middle_initial_is_no_degree() -> None:
    assert skip_degrees("Leo S Ampera", 3) == 3
