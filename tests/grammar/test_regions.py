"""Regions are found however the news spells them, and never where a word only looks like one."""

from __future__ import annotations

import pytest

from site_builder.grammar import region_names, regions


def names(text: str) -> list[tuple[str, list[str], str]]:
    return [
        (text[slice(*mention.span)], [region.name for region in mention.regions], mention.marker)
        for mention in regions.find(text)
    ]


@pytest.mark.parametrize(
    ("text", "printed", "official"),
    [
        ("Kapolres Banggai memimpin apel", "Banggai", "Kabupaten Banggai"),
        ("Wali Kota Serang hadir", "Serang", "Kota Serang"),
        ("Bupati Serang hadir", "Serang", "Kabupaten Serang"),
        ("Polrestabes Bandung siaga", "Bandung", "Kota Bandung"),
        ("Polresta Bandung siaga", "Bandung", "Kabupaten Bandung"),
        ("Polres Bogor siaga", "Bogor", "Kabupaten Bogor"),
        ("Polresta Bogor Kota siaga", "Bogor", "Kota Bogor"),
        ("Polres Kota Palopo siaga", "Palopo", "Kota Palopo"),
        ("Polres Metro Bekasi Kota siaga", "Bekasi", "Kota Bekasi"),
        ("Kodim 1311/Morowali siaga", "Morowali", "Kabupaten Morowali"),
        ("Dandim 0412/Lampura hadir", "Lampura", "Kabupaten Lampung Utara"),
        ("apel di Putussibau", "Putussibau", "Kabupaten Kapuas Hulu"),
        ("JANTHO - Personel", "JANTHO", "Kabupaten Aceh Besar"),
        ("warga Pare-pare", "Pare-pare", "Kota Parepare"),
        ("warga Pangkal Pinang", "Pangkal Pinang", "Kota Pangkalpinang"),
        ("Kab. Kep. Meranti", "Kep. Meranti", "Kabupaten Kepulauan Meranti"),
        ("Kabupaten 50 Kota", "50 Kota", "Kabupaten Lima Puluh Kota"),
        ("PoldaSumatera Utara(Sumut)", "Sumatera Utara", "Provinsi Sumatera Utara"),
        ("Kapolsek Pangkalan Kerinci Kota", "Pangkalan Kerinci", "Kabupaten Pelalawan"),
        ("Bawaslu Kaltara", "Kaltara", "Provinsi Kalimantan Utara"),
        ("Polres OKI", "OKI", "Kabupaten Ogan Komering Ilir"),
    ],
)
def test_a_marker_or_a_spelling_leads_to_one_region(text: str, printed: str, official: str) -> None:
    found, candidates, _ = names(text)[0]
    assert (found, candidates) == (printed, [official])


@pytest.mark.parametrize("text", ["apel di Kediri", "Kapolres Kota Kediri"])
def test_a_pair_of_one_name_without_evidence_keeps_both(text: str) -> None:
    assert names(text)[0][1] == ["Kabupaten Kediri", "Kota Kediri"]


@pytest.mark.parametrize("text", ["Aparatur Sipil Negara", "Polisi Serang Balik", "tiga Pati Polri", "Batu besar itu"])
def test_a_common_word_is_marked_as_one(text: str) -> None:
    assert all(mention.common for mention in regions.find(text))


@pytest.mark.parametrize(
    ("text", "marker"),
    [
        ("di Jalan Surabaya nomor 3", "street"),
        ("pria asal Palembang", "origin"),
        ("kata Ahmad Surabaya kepada", "beside"),
        ("tiba di Palu sore", "in"),
        ("Forkopimda Sigi hadir", "admin"),
        ("warga Sigi hadir", "none"),
    ],
)
def test_the_words_before_a_name_say_what_it_is(text: str, marker: str) -> None:
    assert names(text)[0][2] == marker


def test_small_letters_and_parts_of_words_are_no_names() -> None:
    assert names("serang palu batang, Serangan, Paluta") == [("Paluta", ["Kabupaten Padang Lawas Utara"], "none")]


def test_polda_metro_jaya_is_not_the_city_of_metro() -> None:
    assert names("Polda Metro Jaya") == []
    assert names("Kapolres Metro hadir")[0][1] == ["Kota Metro"]


@pytest.mark.parametrize(
    ("printed", "full"),
    [("Sultra", "Sulawesi Tenggara"), ("PARE-PARE", "Parepare"), ("Kotabumi", "Kotabumi")],
)
def test_short_forms_expand_and_towns_stay(printed: str, full: str) -> None:
    assert region_names.expanded(printed) == full


def test_a_regency_knows_its_province() -> None:
    malinau = region_names.regions()["Kabupaten Malinau"]
    assert region_names.province_of(malinau).name == "Provinsi Kalimantan Utara"
