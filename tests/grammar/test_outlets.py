"""Sites by domain and brand."""

from __future__ import annotations

import pytest

from site_builder.data import table
from site_builder.grammar.outlets import (
    DOMAIN,
    derived_name,
    is_brand,
    is_press_office,
    known_name,
    site_key,
    spelled_name,
)


@pytest.mark.parametrize(
    ("token", "name"),
    [
        ("TRIBUNPONTIANAK.CO.ID", "Tribun Pontianak"),
        ("pontianak.tribunnews.com", "Tribun Pontianak"),
        ("BACAPESAN. COM", "Bacapesan"),
        ("www.kompas.com", "Kompas.com"),
        ("nasional.kompas.com", "Kompas.com"),
        ("KENDARIPOS.FAJAR.CO.ID", "Kendari Pos"),
        ("MALANGTIMES", "Malang Times"),
        ("VIVA", "VIVA"),
        ("humas.polri.go.id", "Divisi Humas Polri"),
        ("kabar-entah.com", None),
    ],
)
def test_a_site_is_known_by_domain_subdomain_or_brand(token: str, name: str | None) -> None:
    assert known_name(token, {}) == name


def test_the_vocabulary_stands_over_the_table() -> None:
    assert known_name("news.kompas.com", {"kompas.com": "Harian Kompas"}) == "Harian Kompas"


@pytest.mark.parametrize(
    ("domain", "name"),
    [
        ("kabarpalu.com", "Kabar Palu"),
        ("RADARBANGKASELATAN.CO.ID", "Radar Bangka Selatan"),
        ("tribunmuaraenimonline.id", "Tribun Muara Enim Online"),
        ("suara-entah.id", "Suara Entah"),
    ],
)
def test_a_domain_gives_a_name_if_each_of_its_words_is_known(domain: str, name: str) -> None:
    assert derived_name(domain) == name


@pytest.mark.parametrize(
    ("domain", "name"),
    [
        ("kabarentah.com", "Kabarentah.com"),
        ("ENTAHPOST.CO.ID", "Entahpost.co.id"),
        ("BAROMETERPALU. COM", "Barometerpalu.com"),
        ("entah.net", "Entah.net"),
        ("www.entahnews.com", "Entahnews.com"),
        ("SIGI.ENTAHNEWS.COM", "Entahnews.com"),
        ("EntahNews.com", "EntahNews.com"),
        ("selidik.today", "Selidik.today"),
        ("kabardigital.com", "Kabardigital.com"),
        ("wargasigi.blogspot.com", "Wargasigi.blogspot.com"),
    ],
)
def test_any_other_domain_stays_as_it_is_printed(domain: str, name: str) -> None:
    assert derived_name(domain) == name


@pytest.mark.parametrize(
    ("domain", "name"),
    [
        ("kota-palu.kpu.go.id", "KPU Kota Palu"),
        ("sigi.bawaslu.go.id", "Bawaslu Kabupaten Sigi"),
        ("kpu-sigikab.go.id", "KPU Kabupaten Sigi"),
        ("sigikab.go.id", "Pemerintah Kabupaten Sigi"),
        ("diskominfo.palukota.go.id", "Pemerintah Kota Palu"),
        ("sultengprov.go.id", "Pemerintah Provinsi Sulawesi Tengah"),
        ("tribratanewspolressigi.com", "Tribratanews Polres Sigi"),
        ("polres-morowali.id", "Polres Morowali"),
        ("entahkab.go.id", None),
        ("entah.go.id", None),
    ],
)
def test_an_office_is_known_by_its_domain_if_the_region_is(domain: str, name: str | None) -> None:
    assert known_name(domain, {}) == name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("KABARPALU", "Kabar Palu"),
        ("Entahraya", "Entahraya"),
        ("ENTAHRAYA", "Entahraya"),
        ("KRX", "KRX"),
        ("KPU KOTA PALU", "KPU Kota Palu"),
        ("Badan Pengawas Pemilihan Umum Kabupaten Sigi", "Bawaslu Kabupaten Sigi"),
        ("Bawaslu Babar", "Bawaslu Bangka Barat"),
    ],
)
def test_a_name_in_words_is_given_in_the_letters_of_a_name(words: str, name: str) -> None:
    assert spelled_name(words) == name


@pytest.mark.parametrize(
    ("words", "wanted"),
    [("Humas Polres Sigi", True), ("KPU Kota Palu", True), ("Kapolres Sigi", False), ("Kota Palu", False)],
)
def test_a_press_office_is_known_by_its_region(words: str, wanted: bool) -> None:
    assert is_press_office(words) is wanted


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("RADAR ENTAH", True),
        ("ENTAH POST", True),
        ("KABARENTAH", True),
        ("KENDARI", False),
        ("Kota Palu", False),
        ("Tribratanews Polda Sulteng", True),
        ("Tribratanews Damai", False),
    ],
)
def test_a_newspapers_name_is_known_by_its_build(words: str, wanted: bool) -> None:
    assert is_brand(words) is wanted


@pytest.mark.parametrize(
    "text", ["AKBP Andi S.H. dan", "pukul 10.30 wib", "Drs. Andi", "a@kabarpalu.com", "Rp1.000.000"]
)
def test_not_every_word_with_a_point_is_a_domain(text: str) -> None:
    assert DOMAIN.search(text) is None


def test_every_row_of_the_table_is_in_the_form_that_is_looked_up() -> None:
    rows = table("outlets")
    assert all(row["token"] == site_key(row["token"]) and row["name"] for row in rows)
    assert len({row["token"] for row in rows}) == len(rows)
