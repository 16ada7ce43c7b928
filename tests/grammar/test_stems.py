"""All forms of a word share a stem, whatever the prefix did to its first letter."""

from __future__ import annotations

import pytest

from site_builder.grammar.stems import Stems, find, heads, phrase, stem
from site_builder.grammar.words import words


@pytest.mark.parametrize(
    ("root", "forms"),
    [
        ("tangkap", "menangkap ditangkap penangkapan tertangkap menangkapnya"),
        ("kawal", "mengawal dikawal pengawalan"),
        ("pilih", "memilih dipilih pemilih pemilihan terpilih"),
        ("aman", "mengamankan diamankan pengamanan"),
        ("pantau", "memantau dipantau pemantauan"),
        ("sidik", "menyidik penyidik penyidikan"),
        ("pungut", "memungut dipungut pemungutan"),
        ("hitung", "menghitung dihitung penghitungan perhitungan"),
        ("selidik", "menyelidiki diselidiki penyelidikan"),
        ("patroli", "berpatroli patroli"),
        ("kampanye", "berkampanye mengkampanyekan"),
        ("geser", "menggeser digeser pergeseran"),
        ("tembus", "menembus ditembus"),
        ("serang", "menyerang diserang penyerangan"),
    ],
)
def test_the_forms_of_a_word_agree(root: str, forms: str) -> None:
    assert {stem(form) for form in forms.split()} == {root}


@pytest.mark.parametrize("word", ["polisi", "aman", "bawaslu", "korban", "makan", "saksi", "netralitas", "berita"])
def test_what_looks_like_an_affix_may_be_the_word(word: str) -> None:
    assert stem(word) == word


def found(text: str, *phrases: str) -> list[tuple[str, str]]:
    part = words(text)
    stems = Stems.of(text, part.items, part.starts, part.ends)
    return [(value, text[slice(*span)]) for value, span in find(stems, heads((phrase(p), p) for p in phrases))]


def test_a_phrase_is_found_in_other_forms_and_across_light_punctuation() -> None:
    assert found("Petugas mengamankan TPS itu", "amankan TPS") == [("amankan TPS", "mengamankan TPS")]
    assert found("isu suku, agama, ras", "suku agama ras") == [("suku agama ras", "suku, agama, ras")]


def test_a_phrase_does_not_cross_a_sentence() -> None:
    assert found("Semua tenang. Masa tenang", "tenang masa") == []


def test_a_phrase_in_capitals_is_found_in_capitals_only() -> None:
    assert found("isu SARA", "SARA") == [("SARA", "SARA")]
    assert found("kata Sara", "SARA") == []
