"""Sites by domain and brand."""

from __future__ import annotations

import pytest

from site_builder.data import table
from site_builder.grammar.outlets import DOMAIN, derived_name, is_brand, known_name, site_key


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
        ("kabarentah.com", "Kabar Entah"),
        ("ENTAHPOST.CO.ID", "Entah Post"),
        ("suara-entah.id", "Suara Entah"),
        ("entah.net", "Entah"),
        ("www.entahnews.com", "Entah News"),
    ],
)
def test_an_unknown_domain_still_gives_a_decent_name(domain: str, name: str) -> None:
    assert derived_name(domain) == name


@pytest.mark.parametrize(
    ("words", "wanted"),
    [("RADAR ENTAH", True), ("ENTAH POST", True), ("KABARENTAH", True), ("KENDARI", False), ("Kota Palu", False)],
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
