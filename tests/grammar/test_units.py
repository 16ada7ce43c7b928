"""Units that bear no region's name are known by their own, or by their number."""

from __future__ import annotations

import pytest

from site_builder.grammar import units


@pytest.mark.parametrize(
    ("text", "name", "region"),
    [
        ("Kapolresta Barelang hadir", "Polresta Barelang", "Kota Batam"),
        ("Polda Metro Jayamengamankan", "Polda Metro Jaya", "Provinsi DKI Jakarta"),
        ("Polres Pelabuhan Tanjung Perak siaga", "Polres Pelabuhan Tanjung Perak", "Kota Surabaya"),
        ("Korem 143/Halu Oleo siaga", "Korem Halu Oleo", "Provinsi Sulawesi Tenggara"),
    ],
)
def test_a_unit_with_a_name_of_its_own_has_a_region(text: str, name: str, region: str) -> None:
    assert [(unit.name, unit.region.name) for unit in units.own_named(text)] == [(name, region)]


@pytest.mark.parametrize("text", ["Polresta Jaya", "Kodam", "Polres Metro"])
def test_other_names_are_no_such_unit(text: str) -> None:
    assert [*units.own_named(text)] == []


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("Dandim 0910/Mln hadir", "Kodim 0910/Malinau"),
        ("Kodim 0910 siaga", "Kodim 0910/Malinau"),
        ("Danrem 132/Tdl hadir", "Korem 132/Tadulako"),
    ],
)
def test_a_number_gives_an_army_unit_its_name(text: str, full: str) -> None:
    assert [name for _, name, _ in units.numbered(text)] == [full]


def test_an_unknown_number_gives_nothing() -> None:
    assert [*units.numbered("Dandim 9999/Xyz")] == []
