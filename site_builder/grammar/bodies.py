"""The body that an office belongs to, as ``KPU Kota Batu`` in ``Ketua KPU Kota Batu``: up to where a name begins."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from site_builder.grammar import place_names
from site_builder.grammar.name_shapes import BALINESE
from site_builder.grammar.names import brackets_person, likely, skip_degrees, skip_honorifics, title_words
from site_builder.grammar.ranks import rank_at
from site_builder.grammar.words import Phrases, Words

BRACKETED = re.compile(r"\s?\(\s?[A-Za-z][A-Za-z .]{1,45}\)")
"""``(Kapolres)`` behind the words that it shortens."""
LEVELS = {
    "kabupaten": "Kabupaten", "kab": "Kabupaten", "kota": "Kota", "provinsi": "Provinsi", "propinsi": "Provinsi",
    "prov": "Provinsi", "kecamatan": "Kecamatan", "kec": "Kecamatan", "desa": "Desa", "kelurahan": "Kelurahan",
    "kel": "Kelurahan", "distrik": "Distrik", "nagari": "Nagari", "gampong": "Gampong", "kampung": "Kampung",
    "kalurahan": "Kalurahan", "pedukuhan": "Pedukuhan", "padukuhan": "Padukuhan", "dusun": "Dusun", "pekon": "Pekon",
    "kapanewon": "Kapanewon", "kemantren": "Kemantren", "banjar": "Banjar",
}  # fmt: skip
"""Words for a level that stand before a place -> their usual form."""
CONNECTORS = frozenset({"dan", "bidang", "urusan", "merangkap", "serta", "pada", "wilayah", "perwakilan", "cabang"})
"""Small words inside the name of a body, if a word of a body follows."""
BRANCHES = frozenset({"perwakilan", "cabang", "wilayah", "regional"})
"""Small words that a place may follow."""
BLEND = re.compile(r"(?:Dis|Sat|Kes|Bap|Kem|Pem|Sub|Dit|Bid|Set|Kan|Pan|Pok|Kom|Bak|For)[a-z]{2,12}")
"""``Dishub``, ``Satreskrim``, ``Kesbangpol``: institutions are named by blends."""
ABSTRACT = re.compile(r"(?:Ke|Pe|Per|Pem|Pen|Peng|Penge)[a-z]{3,12}an|[A-Z][a-z]{3,12}(?:asi|isme)")
"""``Pemerintahan``, ``Kesejahteraan``, ``Sosialisasi``: abstract nouns, which fill the names of bodies."""
MIXED = re.compile(r"[A-Z]{1,3}\d[A-Z]{0,3}\b")
"""``P3S``, ``HP2H``."""
ROMAN = re.compile(r"[IVX]{1,4}")
TITLE = re.compile(r"HJ|HM|KH|DRS|DRA|DR|IR|TGH|PDT|MOH|MUH")
"""Honorifics and shortened names in capitals, which are no acronyms."""
ABBREVIATED = frozenset({
    "kab", "prov", "kec", "kel", "plt", "plh", "pj", "pjs", "st", "kep", "kordiv", "koordiv", "kabid", "kabag", "kasi",
    "kasubag", "kasubbag", "kasubbid", "kasubsi", "kadis", "kasat", "kanit", "bid", "div",
})  # fmt: skip
"""Words that may be followed by a full stop inside an office."""
GOVERNMENTS = {
    "pemprov": "Pemerintah Provinsi", "pemkab": "Pemerintah Kabupaten", "pemkot": "Pemerintah Kota",
    "pemko": "Pemerintah Kota",
}  # fmt: skip
SPELT_LEVEL = frozenset({"kpu", "kpud", "dprd", "bpbd"})
"""Behind these words a regency or city is printed with its level."""
PROVINCIAL = SPELT_LEVEL | {"bawaslu", "panwaslih", "kip", "kpid", "satpol", "dpmptsp"}
"""Behind these words a province is."""
SERIES = frozenset({"divisi", "bidang", "bagian", "dinas", "badan", "biro", "kementerian", "komisi", "urusan"})
"""What a series of subjects follows, with commas between: ``Dinas Pekerjaan Umum, Perumahan, dan Permukiman``."""
MOST_SERIES = 14
SPELT_HEADS = frozenset({"Kepala Bagian", "Kepala Dinas", "Kepala Badan", "Kepala Bidang"})
PROPER = frozenset({
    "pt", "cv", "ud", "lsm", "ormas", "yayasan", "partai", "gereja", "masjid", "pondok", "pesantren", "universitas",
    "institut",
})  # fmt: skip
"""Behind these words a name of its own must follow, known or not."""
COMPLETE = frozenset(
    {"KPU", "KPUD", "Bawaslu", "DPRD", "DPR", "KPK", "MK", "DKPP", "BPBD", "MUI", "FKUB", "PWI", "MPR"}
)
"""Bodies that need no name of their own, so that a person's name follows."""
NUMBERED = frozenset({"rt", "rw", "tps", "dapil", "ranting", "cabang", "wilayah", "paslon"})
"""What a number may follow inside a body."""
ADDRESSING = frozenset({
    "bapak", "ibu", "pak", "bu", "sdr", "sdri", "saudara", "saudari", "ny", "nyonya", "tuan", "pangeran",
})  # fmt: skip
"""Words before a name, which end the body."""
MOST_UNKNOWN = 7
SHORT = {
    "komisi pemilihan umum": "KPU", "komisi pemilihan umum daerah": "KPUD", "badan pengawas pemilihan umum": "Bawaslu",
    "badan pengawas pemilu": "Bawaslu", "dewan perwakilan rakyat daerah": "DPRD",
    "dewan kehormatan penyelenggara pemilu": "DKPP", "nas dem": "NasDem",
}  # fmt: skip
"""Bodies that are better known by their short names."""


@dataclass(frozen=True, slots=True)
class Body:
    """Words of a body as a role prints them, the place among them, and where they end."""

    text: str
    place: str
    next: int
    end: int


def body_at(text: Words, index: int, head: str, *, nameless: bool = False) -> Body:
    """The words of a body behind the head of an office; empty if none follow.

    Takes words of bodies, acronyms, numerals and places, up to the first word that may begin a name; with ``nameless``
    no name can follow, and every capitalised word belongs to the body.
    """
    parts: list[str] = []
    place, end = "", text.ends[index - 1]
    while index < len(text):
        if not spaced(text, index, inside=bool(parts)):
            if not _series(text, index, [*head.split(), *parts]):
                break
            parts[-1:] = [f"{parts[-1]},"]
        step = _level_and_place(text, index) or _place(text, index, (parts or [head])[-1], head)
        step = step or _words(text, index, parts, head) or (_any_word(text, index) if nameless else None)
        if not step:
            break
        joint = index
        index, named, words = step
        place = named or place
        if parts and words and text.gap(joint) in {"-", "/"}:
            parts[-1] = f"{parts[-1]}{text.gap(joint)}{words}"
        else:
            parts += [words] if words else []
        index, end = behind_brackets(text, index)
    return Body(" ".join(parts), place, index, end)


def body_from(text: Words, index: int) -> Body:
    """The body whose first word is at the index, whatever stands before it: ``KPU Kota Batu``."""
    word = text.items[index]
    rest = body_at(text, index + 1, word)
    return replace(rest, text=" ".join(filter(None, (word, rest.text))))


def behind_brackets(text: Words, index: int) -> tuple[int, int]:
    """The word and the offset behind an abbreviation in brackets, if one stands before the word."""
    match = BRACKETED.match(text.text, text.ends[index - 1])
    if match and brackets_person(text, index, match.end()):
        match = None
    return (text.after(match.end(), index), match.end()) if match else (index, text.ends[index - 1])


def spaced(text: Words, index: int, *, inside: bool = False) -> bool:
    """Whether the word follows the one before it with nothing but space; inside a body also a hyphen or a slash."""
    if index >= len(text):
        return False
    gap = text.gap(index).replace("\xa0", " ")
    if gap.strip() == ".":
        return text.folded[index - 1] in ABBREVIATED
    return gap.strip(" )") == "" or gap == "\n" or (inside and gap in {"-", "/", " - "})


def spelt(place: str) -> str:
    """A regency or city with its level, if only one of that name exists."""
    return place_names.with_level(place) or place


def _series(text: Words, index: int, parts: list[str]) -> bool:
    """Whether a comma goes on with a series of subjects that ``dan`` and one more subject end."""
    if text.gap(index) != ", " or not SERIES.intersection(" ".join(parts).lower().split()):
        return False
    for stop in range(index, min(index + MOST_SERIES, len(text) - 1)):
        if text.folded[stop] in {"dan", "serta"}:
            return is_body_word(text, stop + 1) and not rank_at(text, stop + 1)
        if text.gap(stop) not in {" ", ", "} or not is_body_word(text, stop):
            return False
    return False


def _any_word(text: Words, index: int) -> tuple[int, str, str] | None:
    return (index + 1, "", text.items[index]) if text.items[index][0].isupper() else None


def _place(text: Words, index: int, before: str, head: str) -> tuple[int, str, str] | None:
    """A place without its level; one that begins a name is none."""
    found = place_names.place_at(text, index)
    if not found or (found[0] - index == 1 and _begins_name(text, index)):
        return None
    return found[0], found[1], placed(before, found[1], exact=head in SPELT_HEADS)


def placed(before: str, place: str, *, exact: bool = False) -> str:
    """A place as a role prints it behind a body: ``Provinsi Riau`` behind ``DPRD``, ``Riau`` behind ``Polda``."""
    body = before.split(" ")[-1].lower()
    if body in PROVINCIAL and place_names.is_province(place):
        return f"Provinsi {place}"
    return spelt(place) if exact or body in SPELT_LEVEL else place


def _words(text: Words, index: int, parts: list[str], head: str) -> tuple[int, str, str] | None:
    """One word of a body; a connector and the word after it; or unknown words that a word of a body follows."""
    if short := _short().at(text, index, " \xa0"):
        return short[0], "", short[1]
    if is_body_word(text, index):
        return index + 1, "", GOVERNMENTS.get(text.folded[index], text.items[index])
    if text.items[index].isdigit() and text.folded[index - 1] in NUMBERED:
        return index + 1, "", text.items[index]
    if text.items[index][0].isupper() and (mixed := MIXED.match(text.text, text.starts[index])):
        return text.after(mixed.end(), index), "", mixed.group()
    begun = bool(parts) or " " in head
    if text.folded[index : index + 2] == ("merangkap", "anggota"):
        return index + 2, "", ""
    if (
        text.folded[index] in CONNECTORS
        and (begun or text.folded[index - 1] in SERIES)
        and is_body_word(text, index + 1)
    ):
        return index + 2, "", f"{text.items[index]} {text.items[index + 1]}"
    if text.folded[index] in BRANCHES and begun and (found := place_names.place_at(text, index + 1)):
        return found[0], found[1], f"{text.items[index]} {found[1]}"
    stop = _unknown(text, index, parts)
    return (stop, "", " ".join(text.items[index:stop])) if stop > index else None


@cache
def _short() -> Phrases[str]:
    return Phrases.of(SHORT.items())


def _unknown(text: Words, index: int, parts: list[str]) -> int:
    """The index behind unknown capitalised words that belong to the body, as in ``PD Al Washliyah Kota Medan``.

    They do if a word of a body follows them, or if a comma follows and then a usual name.
    """
    stop = index
    while stop < len(text) and (stop == index or text.gap(stop) in {" ", "-"}) and _unknown_word(text, stop, index):
        if stop - index > MOST_UNKNOWN or rank_at(text, stop):
            return index
        if stop > index and skip_degrees(text.text, text.ends[stop - 1]) > text.starts[stop]:
            break
        if stop > index and (text.folded[stop] in LEVELS or is_body_word(text, stop)):
            return index if "dan" in text.folded[index:stop] else stop
        stop += 1
    proper = bool(parts) and parts[-1].lower() in PROPER | LEVELS.keys()
    whole = bool(parts) and (parts[-1] in COMPLETE or place_names.is_region(parts[-1].split(" ", 1)[-1]))
    comma = stop < len(text) and text.gap(stop) == ", " and not whole
    named = comma and (likely(text.items[stop]) or skip_honorifics(text, stop) > stop)
    if named and (proper or not any(likely(word) for word in text.items[index:stop])):
        return stop
    if comma and proper and parts[-1].lower() in LEVELS:
        return stop
    return _until_usual(text, index, stop) if proper else index


def _until_usual(text: Words, index: int, stop: int) -> int:
    """``Cahaya Ilmu`` in ``Yayasan Cahaya Ilmu Hasan Basri``: up to the first usual name; else one word."""
    usual = next((i for i in range(index, stop) if likely(text.items[i])), stop)
    return usual if index < usual < stop else min(index + 1, stop)


def _unknown_word(text: Words, index: int, start: int) -> bool:
    """A capitalised word, or ``dan`` between two of them."""
    joins = text.folded[index] == "dan" and index > start and index + 1 < len(text)
    if not joins and text.folded[index] in title_words("stop"):
        return False
    return text.items[index][0].isupper() or (
        joins and text.items[index + 1][0].isupper() and text.gap(index + 1) == " "
    )


def _level_and_place(text: Words, index: int) -> tuple[int, str, str] | None:
    """``Kabupaten Aceh Tamiang``, ``Prov. Kaltara``: the index behind it, the place, the words as a role has them."""
    level = LEVELS.get(text.folded[index])
    if not level or not text.items[index][0].isupper() or index + 1 >= len(text):
        return None
    found = place_names.place_at(text, index + 1)
    return (found[0], found[1], f"{level} {found[1]}") if found else None


def is_body_word(text: Words, index: int) -> bool:
    """Whether the word is one of bodies and offices, and begins no name."""
    if index >= len(text):
        return False
    word = text.items[index]
    if not word[0].isupper():
        return False
    if ROMAN.fullmatch(word):
        return not (index + 1 < len(text) and text.folded[index + 1] in BALINESE)
    if rank_at(text, index) or text.folded[index] in ADDRESSING:
        return False
    if text.folded[index] in title_words("office") or (text.folded[index] == "agung" and _is_high(text, index)):
        return True
    if word.isupper() and len(word) > 1:
        if (
            len(word) < 4
            and index + 1 < len(text)
            and text.gap(index + 1) == ". "
            and text.items[index + 1][0].isupper()
        ):
            return False
        return not TITLE.fullmatch(word) and not _is_upper_name(text, index)
    return (BLEND.fullmatch(word) or ABSTRACT.fullmatch(word)) is not None and not likely(word)


def _is_high(text: Words, index: int) -> bool:
    """``Agung`` in ``Kejaksaan Agung``, which is a name elsewhere."""
    return bool(index) and text.folded[index - 1] in {"kejaksaan", "mahkamah", "jaksa", "hakim", "pengadilan"}


def _is_upper_name(text: Words, index: int) -> bool:
    """Whether two unknown words in capitals stand here: a name, not acronyms."""
    words = [text.items[i] for i in range(index, min(index + 2, len(text)))]
    return len(words) == 2 and all(len(word) > 3 and word.isupper() for word in words)


def _begins_name(text: Words, index: int) -> bool:
    """Whether a word that is a place and a usual name is rather a name here: another name follows it."""
    following = text.items[index + 1] if index + 1 < len(text) and text.gap(index + 1) == " " else ""
    if not likely(text.items[index]) or not following or not following[0].isupper():
        return False
    return likely(following) or not (is_body_word(text, index + 1) or place_names.place_at(text, index + 1))
