"""Which unit stands below which."""

from __future__ import annotations

import pytest

from site_builder.archive.units import Units, units
from tests.pages.sample import archive, article


def tree(*names: str, places: tuple[str, ...] = ()) -> Units:
    return units(archive(article(organizations=names, places=places)).institutions)


@pytest.mark.parametrize(
    ("low", "high"),
    [
        ("Polres Wajo", "Polda Sulawesi Selatan"),
        ("Polresta Palu", "Polda Sulawesi Tengah"),
        ("Polrestabes Makassar", "Polda Sulawesi Selatan"),
        ("Polda Sulawesi Selatan", "Mabes Polri"),
        ("Polres Metro Bekasi", "Polda Metro Jaya"),
        ("Polres Metro", "Polda Lampung"),
        ("Polres Metro Jakarta Barat", "Polda Metro Jaya"),
        ("KPU Kabupaten Wajo", "KPU Provinsi Sulawesi Selatan"),
        ("Bawaslu Kabupaten Wajo", "Bawaslu RI"),
        ("Kejari Wajo", "Kejati Sulawesi Selatan"),
    ],
)
def test_a_unit_stands_below_that_of_the_area_around(low: str, high: str) -> None:
    found = tree(low, high)
    (own,) = found.above
    assert found.above[own] == next(name for name in found.units if name != own)
    assert found.line(own) == (found.above[own],)


def test_a_station_stands_below_the_unit_of_its_regency_if_it_is_clear_which() -> None:
    found = tree("Polda Sulawesi Selatan", "Polres Wajo", "Polsek Tempe", places=("Kabupaten Wajo",))
    assert found.line("polsek-tempe") == ("polda-sulawesi-selatan", "polres-wajo")
    assert found.below["polda-sulawesi-selatan"] == ("polres-wajo",)


@pytest.mark.parametrize(
    "names", [("Polres Wajo", "Polda Riau"), ("Polres Wajo", "KPU Provinsi Sulawesi Selatan"), ("Yayasan Wajo",)]
)
def test_no_unit_stands_below_a_stranger(names: tuple[str, ...]) -> None:
    assert not tree(*names).above
