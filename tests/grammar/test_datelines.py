"""The words before the first sentence."""

from __future__ import annotations

import pytest

from site_builder.grammar.datelines import dateline


@pytest.mark.parametrize(
    ("text", "place", "site", "rest"),
    [
        ("PALOPO, KABARPALOPO. COM – Satuan Intelkam", "PALOPO", "KABARPALOPO. COM", "Satuan Intelkam"),
        ("KABARMUNA.CO.ID, RAHA | 9 Juli 2024 – Dalam", "RAHA", "KABARMUNA.CO.ID", "Dalam"),
        ("NUNUKAN, Polres Nunukan – Kapolres", "NUNUKAN", None, "Kapolres"),
        ("SRIPOKU.COM , MUARA ENIM -- Polsek", "MUARA ENIM", "SRIPOKU.COM", "Polsek"),
        ("TEMPO.CO,Jakarta-Polda Metro", "Jakarta", "TEMPO.CO", "Polda Metro"),
        ("BENGKULU, KOMPAS.com-Gubernur", "BENGKULU", "KOMPAS.com", "Gubernur"),
        ("KOLAKA TIMUR- Anggota", "KOLAKA TIMUR", None, "Anggota"),
        ("Liputan6.com, Lampung -Kepolisian", "Lampung", "Liputan6.com", "Kepolisian"),
        ("POSMETRO MEDAN– Pelaku", None, "POSMETRO MEDAN", "Pelaku"),
        ("RADAR TOLITOLI – Kapolres", None, "RADAR TOLITOLI", "Kapolres"),
        ("REPUBLIKA.CO.ID, CIREBON--Dua orang", "CIREBON", "REPUBLIKA.CO.ID", "Dua orang"),
        ("Kupang (ANTARA) - Polda", "Kupang", None, "Polda"),
        ("KBRN, Sorong: Polresta", "Sorong", "KBRN", "Polresta"),
        ("Jakarta, CNN Indonesia -- Polisi", "Jakarta", "CNN Indonesia", "Polisi"),
        ("BATAM, POSMETRO.CO :Pemerintah", "BATAM", "POSMETRO.CO", "Pemerintah"),
        ("posmetro.co –Jakarta: Bertempat", "Jakarta", "posmetro.co", "Bertempat"),
        ("TRIBUN-BALI.COM, BULELENG - Pemkab", "BULELENG", "TRIBUN-BALI.COM", "Pemkab"),
        ("Kota Bogor\n-\nKapolresta", "Kota Bogor", None, "Kapolresta"),
        ("TANGERANG SELATAN\n, KOMPAS.com -\nSebuah", "TANGERANG SELATAN", "KOMPAS.com", "Sebuah"),
        ("POLRES SIGI – Kapolres", None, None, "Kapolres"),
        ("SIGI | KABARSIGI.NET – Polres", "SIGI", "KABARSIGI.NET", "Polres"),
        ("SIGI || Kabarsigi.com – Polres", "SIGI", "Kabarsigi.com", "Polres"),
        ("SIGI (Sulteng) kabarsigi.com | Polres", "SIGI", "kabarsigi.com", "Polres"),
        ("kabarsigi (Palu) --- Polres", "Palu", "kabarsigi", "Polres"),
        ("KSR, Palu: Polres", "Palu", "KSR", "Polres"),
        ("Palu, Komisi Pemilihan Umum Kota Palu – Ketua", "Palu", None, "Ketua"),
        ("Desa Maranata, Palu – Polres", "Desa Maranata", None, "Polres"),
        ("KABARSIGI.COM, Kapolres", None, "KABARSIGI.COM", "Kapolres"),
        ("Kabarsigi.com, Sigi. Kapolres", "Sigi", "Kabarsigi.com", "Kapolres"),
        ("SIGI, KabarSigi.com. Kapolres", "SIGI", "KabarSigi.com", "Kapolres"),
        ("SIGI (kabarsigi.com) Kapolres", "SIGI", "kabarsigi.com", "Kapolres"),
        ("SIGI, (KABARSIGI.COM) - Kapolres", "SIGI", "KABARSIGI.COM", "Kapolres"),
        ("SIGI - KABARSIGI.COM, Kapolres", "SIGI", "KABARSIGI.COM", "Kapolres"),
        ("Polres Sigi, Polda Sulteng – Kabarsigi.com, Wakapolres", None, "Kabarsigi.com", "Wakapolres"),
        ("Kabarsigi.com, PaluKapolres", "Palu", "Kabarsigi.com", "Kapolres"),
        ("Dharmasraya, wartalembah.com – Bupati", "Dharmasraya", "wartalembah.com", "Bupati"),
    ],
)
def test_a_dateline_gives_town_and_site(text: str, place: str | None, site: str | None, rest: str) -> None:
    found = dateline(text)
    assert found is not None
    town, source = found.first("place"), found.first("site")
    assert (town and town.text, source and source.text, text[found.span[1] :]) == (place, site, rest)
    assert all(text[slice(*item.span)] == item.text for item in found.items)


def test_a_date_in_the_dateline_is_kept() -> None:
    found = dateline("RAHA, 9 Juli 2024 – Dalam rangka")
    assert found is not None
    assert found.date is not None
    assert found.date.text == "9 Juli 2024"


@pytest.mark.parametrize(
    "text",
    [
        "TNI-Polri di Palu bersinergi",
        "TNI - Polri di Palu bersinergi",
        "Pilkada Damai - Ketua KPU",
        "Kapolres Sigi - orang nomor satu",
        "Rabu, 31 Juli 2024 - Kapolres",
        "Kepala Kepolisian Resor Sigi memimpin apel - lalu pulang",
        "“PALU – kota kita,” katanya",
        "Kabarsigi.com, situs berita di Palu, memuat kabar itu",
        "Kabarsigi.com, Kabarpalu.com, dan lainnya memuatnya",
        "Ketua: Sari Dewi",
        "",
        "PALU",
    ],
)
def test_a_sentence_without_a_dateline_has_none(text: str) -> None:
    assert dateline(text) is None
