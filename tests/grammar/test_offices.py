"""Offices: the role that stands in the text, and where the name after it begins."""

from __future__ import annotations

import pytest

from site_builder.grammar.offices import office_at
from site_builder.grammar.ranks import rank_at
from site_builder.grammar.words import Words


@pytest.mark.parametrize(
    ("text", "role", "behind"),
    [
        ("Kapolres Kota Palopo AKBP Rudi", "Kapolres Palopo", " AKBP Rudi"),
        ("Kepala Kepolisian Resor (Kapolres) Nunukan AKBP", "Kapolres Nunukan", " AKBP"),
        ("Kapolresta Bogor Kota Polda Jawa Barat Kombes", "Kapolresta Bogor Kota", " Kombes"),
        ("Kabag Ops Polres Palopo Kompol", "Kabag Ops Polres Palopo", " Kompol"),
        ("Kasatreskrim Polres Kampar, AKP", "Kasat Reskrim Polres Kampar", ", AKP"),
        ("Kasubbid Penmas Polda Sumut AKBP", "Kasubbid Penmas Polda Sumatera Utara", " AKBP"),
        ("Dandim 0710 Pekalongan Letkol", "Dandim 0710/Pekalongan", " Letkol"),
        ("Pangdam XII/Tanjungpura Mayjen", "Pangdam XII/Tanjungpura", " Mayjen"),
        ("Danramil 02 Rambah Kodim 0313/KPR Kapten", "Danramil 02/Rambah", " Kapten"),
        ("Bupati Bengkulu Utara, Arif", "Bupati Bengkulu Utara", ", Arif"),
        ("Wali Kota (Walkot) Jaktim, Munir", "Wali Kota Jakarta Timur", ", Munir"),
        ("Penjabat (PJ) Wali Kota Kendari Yusuf", "Pj Wali Kota Kendari", " Yusuf"),
        ("Pejabat sementara Bupati Kampar Yusuf", "Pjs Bupati Kampar", " Yusuf"),
        ("mantan Gubernur Jambi Yusuf", "mantan Gubernur Jambi", " Yusuf"),
        ("Sekretaris Daerah (Sekda) Buleleng Gede", "Sekretaris Daerah Kabupaten Buleleng", " Gede"),
        ("Ketua KPU Makassar Andi", "Ketua KPU Kota Makassar", " Andi"),
        ("Ketua Bawaslu Nunukan Hamdan", "Ketua Bawaslu Nunukan", " Hamdan"),
        ("Anggota Komisi Pemilihan Umum (KPU) Kolaka Hamdan", "Anggota KPU Kabupaten Kolaka", " Hamdan"),
        ("Ketua merangkap anggota KPU Hamdan", "Ketua KPU", " Hamdan"),
        ("Ketua LSM Garda Nusa, Budi Santoso", "Ketua LSM Garda Nusa", ", Budi Santoso"),
        ("Ketua PD Al Irsyad Kota Medan, H. Yusuf", "Ketua PD Al Irsyad Kota Medan", ", H. Yusuf"),
        ("Kordiv P3S Saiful", "Kordiv P3S", " Saiful"),
        ("Asisten III Pemda Nunukan Yakub", "Asisten III Pemda Nunukan", " Yakub"),
        ("Wakil Ketua Umum III Bidang Kaderisasi DPP Partai Nusa Raya, F", None, ", F"),
        ("Menteri Dalam Negeri (Mendagri), Yusuf", "Menteri Dalam Negeri", ", Yusuf"),
        ("Presiden RI Yusuf", "Presiden", " Yusuf"),
        ("Kalapas Kelas IIB Kotabumi Yusuf", None, " Yusuf"),
    ],
)
def test_an_office_is_read_with_what_it_heads(text: str, role: str | None, behind: str) -> None:
    found = office_at(Words.of(text), 0)
    assert found is not None
    assert found.role == (role or text.removesuffix(behind))
    assert text[found.end :] == behind


def test_an_office_whose_name_stands_before_it_takes_every_word() -> None:
    text = "Bhabinkamtibmas Kelurahan Bugis Tua hadir"
    found = office_at(Words.of(text), 0, nameless=True)
    assert found is not None
    assert found.role == "Bhabinkamtibmas Kelurahan Bugis Tua"


@pytest.mark.parametrize("text", ["Rapat koordinasi", "Palopo", "Kepalang tanggung"])
def test_other_words_are_no_office(text: str) -> None:
    assert office_at(Words.of(text), 0) is None


@pytest.mark.parametrize(
    ("text", "rank", "behind"),
    [
        ("IPTU Hamdan", "Iptu", " Hamdan"),
        ("Kombes. Pol. Hamdan", "Kombes Pol", ". Hamdan"),
        ("LETKOL INF Hamdan", "Letkol Inf", " Hamdan"),
        ("Letda laut ( PM) Hamdan", "Letda Laut (PM)", " Hamdan"),
        ("Letkol CSI Hamdan", "Letkol Csi", " Hamdan"),
        ("Aiptu (Purn) Hamdan", "Aiptu (Purn)", " Hamdan"),
        ("Mayjen TNI Hamdan", "Mayjen TNI", " Hamdan"),
        ("Ajun Komisaris Besar Polisi (AKBP) Hamdan", "AKBP", " Hamdan"),
    ],
)
def test_a_rank_has_its_usual_letter_case_and_all_that_belongs_to_it(text: str, rank: str, behind: str) -> None:
    found = rank_at(Words.of(text), 0)
    assert found is not None
    assert (found.text, text[found.end :]) == (rank, behind)
