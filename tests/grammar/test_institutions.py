"""One body, one name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.data import table
from site_builder.grammar.institutions import canonical
from site_builder.grammar.region_names import Region, regions

ONE_BODY = [
    ("Forkopimda Kabupaten Malinau", ["Forkopimda Malinau", "Forkompinda Kab. Malinau", "FORKOPIMDA MALINAU",
                                      "Forum Koordinasi Pimpinan Daerah Kabupaten Malinau"]),
    ("KPU Kabupaten Banyumas", ["KPU Banyumas", "KPUD Banyumas", "KPUD Kabupaten Banyumas", "KPU Kab Banyumas",
                                "Komisi Pemilihan Umum Daerah Banyumas", "Komisi  Pemilihan Umum Kab. Banyumas"]),
    ("Polres Malinau", ["Kepolisian Resor Malinau", "Polres Kabupaten Malinau", "POLRES MALINAU"]),
    ("Polres Batu", ["Polres Kota Batu"]),
    ("Polres Bogor Kota", ["Polres Kota Bogor", "POLRES BOGOR KOTA"]),
    ("Polrestabes Surabaya", ["Kepolisian Resor Kota Besar Surabaya", "Polrestabes Kota Surabaya"]),
    ("Polda Sulawesi Selatan", ["Polda Sulsel", "Kepolisian Daerah Sulawesi Selatan", "Polda Provinsi Sulsel"]),
    ("Bawaslu Kabupaten Wajo", ["Bawaslu Kab. Wajo", "Bawaslu Wajo", "Badan Pengawas Pemilu Kabupaten Wajo"]),
    ("Bawaslu Provinsi Sulawesi Selatan", ["Bawaslu Sulsel", "Bawaslu Prov. Sulawesi Selatan"]),
    ("KPU Provinsi Daerah Istimewa Yogyakarta", ["KPU Daerah Istimewa Yogyakarta", "KPU DIY"]),
    ("KPU RI", ["KPU Republik Indonesia", "KPU Pusat", "Komisi Pemilihan Umum RI"]),
    ("Pemerintah Kabupaten Malinau", ["Pemkab Malinau", "Pemda Malinau", "Pemerintah Daerah Kabupaten Malinau"]),
    ("Pemerintah Kota Bogor", ["Pemkot Bogor", "Pemko Bogor"]),
    ("Pemerintah Kabupaten", ["Pemkab"]),
    ("Kodim 0910/Malinau", ["Kodim 0910", "Kodim 0910/Mln", "Kodim 0910 Malinau", "Kodim Malinau",
                            "Komando Distrik Militer Kabupaten Malinau"]),
    ("Korem 132/Tadulako", ["Korem 132/Tdl", "Korem Tadulako", "Komando Resor Militer 132/Tadulako"]),
    ("Kodam Hasanuddin", ["Kodam XIV/Hasanuddin"]),
    ("Kejari Wajo", ["Kejaksaan Negeri Wajo", "Kejaksaan Negeri Kabupaten Wajo"]),
    ("Satlantas Polres Malinau", ["Satlantas Kepolisian Resor Malinau"]),
    ("Ketua KPU Kabupaten Banyumas", ["Ketua KPUD Banyumas", "Ketua KPU Banyumas"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("printed", "name"), [(printed, name) for name, several in ONE_BODY for printed in (name, *several)]
)
def test_every_spelling_of_a_body_gives_its_one_name(printed: str, name: str) -> None:
    assert canonical(printed) == name


@pytest.mark.parametrize(
    "name",
    ["KPU", "Polri", "Polda Metro Jaya", "Polres Metro", "Polsek Tempe", "Koramil 1406-02/Tempe", "Kapolres Wajo",
     "Lanud Silas Papare", "Pengadilan Negeri Cibinong", "Polresta Bandara Soekarno-Hatta", "Forum Warga Rindang",
     "Asosiasi Pemerintah Kabupaten Seluruh Indonesia", "KPU Kota Malinau", "Polres Metro Bekasi Kota",
     "KPU Mura", "Polres Mura", "KPU Provinsi Daerah Istimewa Yogyakarta"],
)  # fmt: skip
def test_a_name_that_says_all_there_is_stays(name: str) -> None:
    assert canonical(name) == name


@pytest.mark.parametrize(
    ("places", "name"),
    [
        ((), "KPU Bogor"),
        (("Kota Bogor",), "KPU Kota Bogor"),
        (("Kabupaten Bogor", "Provinsi Jawa Barat"), "KPU Kabupaten Bogor"),
        (("Kabupaten Bogor", "Kota Bogor"), "KPU Bogor"),
        (("Kabupaten Garut",), "KPU Bogor"),
    ],
)
def test_a_name_of_two_regions_is_settled_by_the_places_of_the_report(places: tuple[str, ...], name: str) -> None:
    assert canonical("KPU Bogor", places) == canonical("KPUD Bogor", places) == name


def test_a_level_that_is_printed_stands_over_the_places() -> None:
    assert canonical("KPUD Kab. Bogor", ("Kota Bogor",)) == "KPU Kabupaten Bogor"


# Laws ---------------------------------------------------------------------------------------------------------------

FORMS = [row["form"] for row in table("institutions")] + [row["full_name"] for row in table("units")]
LEVELS = ["", "Kabupaten ", "Kab. ", "Kota ", "Provinsi ", "Daerah "]
REGIONS = sorted((one for one in regions().values() if one.level != "nasional"), key=lambda region: region.code)
NAMES = st.builds(
    lambda form, level, region: f"{form} {level}{region.bare_name}",
    st.sampled_from(FORMS), st.sampled_from(LEVELS), st.sampled_from(REGIONS),
)  # fmt: skip
PLACES = st.lists(st.sampled_from([region.name for region in REGIONS]), max_size=3).map(tuple)


@given(NAMES | st.text(max_size=40), PLACES)
def test_the_one_name_has_no_other(name: str, places: tuple[str, ...]) -> None:
    once = canonical(name, places)
    assert canonical(once, places) == once


@given(st.sampled_from(["KPU", "Bawaslu", "Forkopimda", "DPRD"]), st.sampled_from(REGIONS), PLACES)
def test_what_is_printed_in_full_needs_no_evidence(body: str, region: Region, places: tuple[str, ...]) -> None:
    name = f"{body} {region.name}"
    assert canonical(name, places) == canonical(name) == name


@given(NAMES, st.sampled_from(REGIONS))
def test_bodies_of_regions_of_other_names_stay_apart(name: str, other: Region) -> None:
    if not name.endswith(f" {other.bare_name}"):
        assert canonical(name) != canonical(f"KPU {other.name}")
