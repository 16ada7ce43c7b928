"""An office as Indonesian news prints it: what comes before it, its head, and the unit, place or body that it heads.

``Penjabat (Pj) Wali Kota Kendari``, ``Kasat Reskrim Polres Kampar``, ``Ketua KPU Makassar``, ``Dandim 0910/Mln``.
The heads stand in ``data/offices.csv``, with what follows each: a ``place``, a ``unit``, a ``body`` or ``none``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from site_builder.data import table
from site_builder.grammar import gazetteer
from site_builder.grammar.names import BALINESE, likely, title_words
from site_builder.grammar.ranks import rank_at
from site_builder.grammar.words import Phrases, Words

PREFIXES = {
    "pj": "Pj", "penjabat": "Pj", "pjs": "Pjs", "penjabat sementara": "Pjs", "pejabat sementara": "Pjs", "plt": "Plt",
    "pelaksana tugas": "Plt", "plh": "Plh", "pelaksana harian": "Plh", "pgs": "Pgs", "ps": "Ps", "mantan": "mantan",
    "eks": "mantan", "bekas": "mantan", "calon": "calon", "bakal calon": "calon", "balon": "calon",
}  # fmt: skip
"""What may stand before an office -> its usual form."""
BRACKETED = re.compile(r"\s?\(\s?[A-Za-z][A-Za-z .]{1,24}\)")
"""``(Kapolres)`` behind the words that it shortens."""
UNIT_NUMBER = re.compile(r"\s?(?:ke-?)?(\d{2,4}(?:-\d{1,2})?|[IVX]{1,5}(?=\s?/))\.?(?:\s?/\s?([A-Z][A-Za-z]*))?")
"""``0910/Mln``, ``XII/Tanjungpura``, ``1206-02``."""
LEVELS = {"kabupaten": "Kabupaten", "kab": "Kabupaten", "kota": "Kota", "provinsi": "Provinsi", "propinsi": "Provinsi",
          "prov": "Provinsi", "kecamatan": "Kecamatan", "kec": "Kecamatan", "desa": "Desa", "kelurahan": "Kelurahan",
          "kel": "Kelurahan", "distrik": "Distrik", "nagari": "Nagari", "gampong": "Gampong",
          "kampung": "Kampung"}  # fmt: skip
"""Words for a level that stand before a place -> their usual form."""
CONNECTORS = frozenset({"dan", "bidang", "urusan", "merangkap", "serta", "pada", "wilayah"})
"""Small words inside the name of a body, if a word of a body follows."""
BLEND = re.compile(r"(?:Dis|Sat|Kes|Bap|Kem|Pem|Sub|Dit|Bid|Set|Kan|Pan|Pok|Kom|Bak|For)[a-z]{2,12}")
"""``Dishub``, ``Satreskrim``, ``Kesbangpol``: institutions are named by blends."""
ABSTRACT = re.compile(r"(?:Ke|Pe|Per|Pem|Pen|Peng|Penge)[a-z]{3,12}an")
"""``Pemerintahan``, ``Kesejahteraan``: abstract nouns, which fill the names of bodies."""
MOST_UNKNOWN = 4
ABBREVIATED = frozenset({"kab", "prov", "kec", "kel", "plt", "plh", "pj", "pjs", "st", "kep"})
"""Words that may be followed by a full stop inside an office."""
ROMAN = re.compile(r"[IVX]{1,4}")
SPELT_LEVEL = frozenset({"kpu", "kpud", "dprd", "sekda", "daerah", "bagian", "dinas", "badan"})
"""Behind these words a regency or city is printed with its level."""
ACTING = {"pemprov": "Pemerintah Provinsi", "pemkab": "Pemerintah Kabupaten", "pemkot": "Pemerintah Kota",
          "pemko": "Pemerintah Kota"}  # fmt: skip
HEAD_REGIONS = {"gubernur": "Provinsi", "wakil gubernur": "Provinsi", "bupati": "Kabupaten",
                "wakil bupati": "Kabupaten", "wali kota": "Kota", "wakil wali kota": "Kota"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Head:
    """One row of ``data/offices.csv``."""

    name: str
    follows: str
    unit: str


@dataclass(frozen=True, slots=True)
class Office:
    """An office in its place; ``next`` is the index of the word behind it."""

    head: Head
    prefix: str
    complement: str
    """Unit, place or body as a role prints it; empty if the text names none here."""
    place: str
    """The place inside the complement, in full, without its level; empty if there is none."""
    start: int
    end: int
    next: int

    @property
    def role(self) -> str:
        return " ".join(filter(None, (self.prefix, self.head.name, self.complement)))

    @property
    def unit(self) -> str | None:
        """The unit that the office belongs to: ``Polres Malinau``, ``Kabupaten Malinau``; None if not named."""
        if self.head.follows == "place" and self.complement:
            return f"{self.head.unit} {self.place or self.complement}"
        return self.complement if self.head.follows == "unit" and self.complement else None


@cache
def _heads() -> Phrases[Head]:
    return Phrases.of((row["form"], Head(row["canonical"], row["follows"], row["unit"])) for row in table("offices"))


@cache
def _prefixes() -> Phrases[str]:
    return Phrases.of(PREFIXES.items())


@cache
def _units() -> Phrases[str]:
    return Phrases.of((row["type"], row["type"]) for row in table("units"))


def office_at(text: Words, index: int) -> Office | None:
    """The office that starts at the word; heads in small letters count only if a prefix or a body follows."""
    start, prefix, index = text.starts[index], "", index
    while found := _prefixes().at(text, index):
        index, prefix = _behind_brackets(text, found[0])[0], f"{prefix} {found[1]}".strip()
        if index >= len(text):
            return None
    found_head = _heads().at(text, index)
    if not found_head:
        return None
    if not text.items[index][0].isupper() and not prefix and found_head[1].follows in {"place", "unit"}:
        return None
    stop, head = found_head
    office = Office(head, prefix, "", "", start, text.ends[stop - 1], stop)
    return _completed(text, office)


def _completed(text: Words, office: Office) -> Office:
    stop, end = _behind_brackets(text, office.next)
    office = replace(office, next=stop, end=end)
    if office.head.follows == "place":
        return _with_place(text, office)
    if office.head.follows == "unit":
        return _with_unit(text, office)
    return _with_body(text, office) if office.head.follows == "body" else _without(text, office)


def _behind_brackets(text: Words, index: int) -> tuple[int, int]:
    """The word and the offset behind an abbreviation in brackets, if one stands here."""
    match = BRACKETED.match(text.text, text.ends[index - 1])
    return (text.after(match.end(), index), match.end()) if match else (index, text.ends[index - 1])


def _without(text: Words, office: Office) -> Office:
    """Skips what says nothing: ``RI``, ``ke-7``, ``terpilih``."""
    index = office.next
    while index < len(text) and text.folded[index] in {"ri", "terpilih", "republik", "indonesia"}:
        index += 1
    return replace(office, next=index, end=text.ends[index - 1])


def _with_place(text: Words, office: Office) -> Office:
    number = UNIT_NUMBER.match(text.text, office.end)
    if number and number.group(1):
        return _with_number(text, office, number)
    index = office.next
    level = ""
    if index < len(text) and text.folded[index] in LEVELS and gazetteer.place_at(text, index + 1):
        level, index = LEVELS[text.folded[index]], index + 1
    found = gazetteer.place_at(text, index) if _spaced(text, index) else None
    if not found:
        return office
    stop, place = found
    if stop < len(text) and text.folded[stop] == "kota" and text.gap(stop) == " ":
        stop, place = stop + 1, f"{place} Kota"
    complement = _spelt(place) if office.head.unit == "pemda" and not level else place
    if level and (office.head.unit == "pemda" or level not in {"Kota", "Kabupaten", "Provinsi"}):
        complement = f"{level} {place}"
    return _behind_higher(text, replace(office, complement=complement, place=place, next=stop, end=text.ends[stop - 1]))


def _behind_higher(text: Words, office: Office) -> Office:
    """Skips the unit above: ``Polda Jawa Barat`` behind ``Kapolresta Bogor Kota``."""
    unit = _units().at(text, office.next) if _spaced(text, office.next) else None
    found = gazetteer.place_at(text, unit[0]) if unit else None
    return replace(office, next=found[0], end=text.ends[found[0] - 1]) if found else office


def _with_number(text: Words, office: Office, number: re.Match[str]) -> Office:
    index = text.after(number.end(), office.next)
    place, complement = "", number.group(1)
    if number.group(2):
        slash = text.after(number.start(2), office.next)
        found = gazetteer.place_at(text, slash)
        index, place = found if found else (index, gazetteer.abbreviated(text, number.group(2)))
        complement = f"{number.group(1)}/{place}"
    elif _spaced(text, index) and (found := gazetteer.place_at(text, index)):
        index, place = found
        complement = f"{number.group(1)} {place}"
    return _behind_higher(
        text, replace(office, complement=complement, place=place, next=index, end=text.ends[index - 1])
    )


def _with_unit(text: Words, office: Office) -> Office:
    index = office.next
    if not _spaced(text, index):
        return office
    if unit := _units().at(text, index):
        inner = replace(office, head=Head(unit[1], "place", unit[1]), next=unit[0], end=text.ends[unit[0] - 1])
        inner = _with_place(text, inner)
        if inner.complement:
            return replace(inner, head=office.head, complement=f"{unit[1]} {inner.complement}")
        if text.folded[unit[0] - 1] in {"polri", "tni"}:
            return replace(office, complement=unit[1], next=unit[0], end=text.ends[unit[0] - 1])
        return replace(office, next=unit[0], end=text.ends[unit[0] - 1]) if _rank_near(text, unit[0]) else office
    level = text.folded[index] in LEVELS
    found = gazetteer.place_at(text, index + level)
    if not found or (not level and _is_name(text, found[0])):
        return office
    stop, place = found
    complement = f"{LEVELS[text.folded[index]]} {place}" if level else place
    return replace(office, complement=complement, place=place, next=stop, end=text.ends[stop - 1])


def with_unit_place(text: Words, index: int, unit: str) -> Office | None:
    """The place behind a unit that ends before the word; as the complement of an office that heads the unit."""
    stop, end = _behind_brackets(text, index)
    office = Office(Head(unit, "place", unit), "", "", "", text.starts[index - 1], end, stop)
    return _with_place(text, office) if stop < len(text) else None


def _rank_near(text: Words, index: int) -> bool:
    return index < len(text) and rank_at(text, index) is not None


def _is_name(text: Words, index: int) -> bool:
    """Whether the words before the index may be a name instead of a place: nothing else follows that could be one."""
    return not (index < len(text) and text.items[index][0].isupper())


def _with_body(text: Words, office: Office) -> Office:
    """Takes words of bodies, acronyms, numerals and places, up to the first word that may begin a name."""
    parts: list[str] = []
    index, place, end = office.next, "", office.end
    while index < len(text) and _spaced(text, index, parts):
        step = _level_and_place(text, index) or _place(text, index, office, parts)
        step = step or _body_words(text, index, parts, office)
        if not step:
            break
        index, named, words = step
        place = named or place
        parts.append(words)
        index, end = _behind_brackets(text, index)
    return replace(office, complement=" ".join(parts), place=place, next=index, end=end)


def _place(text: Words, index: int, office: Office, parts: list[str]) -> tuple[int, str, str] | None:
    """A place without its level; one that begins a name is none."""
    found = gazetteer.place_at(text, index)
    if not found or (found[0] - index == 1 and _begins_name(text, index)):
        return None
    last = (parts[-1] if parts else office.head.name).split(" ")[-1].lower()
    return found[0], found[1], _spelt(found[1]) if last in SPELT_LEVEL else found[1]


def _body_words(text: Words, index: int, parts: list[str], office: Office) -> tuple[int, str, str] | None:
    """One word of a body; a connector and the word after it; or unknown words that a word of a body follows."""
    if _is_body_word(text, index):
        return index + 1, "", ACTING.get(text.folded[index], text.items[index])
    begun = bool(parts) or " " in office.head.name
    if text.folded[index] in CONNECTORS and begun and _is_body_word(text, index + 1):
        return index + 2, "", f"{text.items[index]} {text.items[index + 1]}"
    stop = _unknown(text, index, parts)
    return (stop, "", " ".join(text.items[index:stop])) if stop > index else None


def _unknown(text: Words, index: int, parts: list[str]) -> int:
    """The index behind unknown capitalised words that belong to the body, as in ``PD Al Washliyah Kota Medan``.

    They do if a word of a body follows them, or if a comma follows and then a usual name.
    """
    stop = index
    while stop < len(text) and text.items[stop][0].isupper() and (stop == index or text.gap(stop) in {" ", "-"}):
        if stop - index > MOST_UNKNOWN or rank_at(text, stop):
            return index
        if stop > index and (text.folded[stop] in LEVELS or _is_body_word(text, stop)):
            return stop
        stop += 1
    village = parts and parts[-1].lower() in LEVELS
    named = stop < len(text) and text.gap(stop) == ", " and likely(text.items[stop])
    if named and (village or not any(likely(word) for word in text.items[index:stop])):
        return stop
    return min(index + 1, stop) if village else index


def _level_and_place(text: Words, index: int) -> tuple[int, str, str] | None:
    """``Kabupaten Aceh Tamiang``, ``Prov. Kaltara``: the index behind it, the place, the words as a role has them."""
    level = LEVELS.get(text.folded[index])
    if not level or not text.items[index][0].isupper() or index + 1 >= len(text):
        return None
    found = gazetteer.place_at(text, index + 1)
    return (found[0], found[1], f"{level} {found[1]}") if found else None


def _is_body_word(text: Words, index: int) -> bool:
    if index >= len(text):
        return False
    word = text.items[index]
    if not word[0].isupper():
        return False
    if ROMAN.fullmatch(word):
        return not (index + 1 < len(text) and text.folded[index + 1] in BALINESE)
    if rank_at(text, index):
        return False
    if text.folded[index] in title_words("office"):
        return True
    if word.isupper() and len(word) > 1:
        return not _is_upper_name(text, index)
    return (BLEND.fullmatch(word) or ABSTRACT.fullmatch(word)) is not None and not likely(word)


def _is_upper_name(text: Words, index: int) -> bool:
    """Whether two unknown words in capitals stand here: a name, not acronyms."""
    words = [text.items[i] for i in range(index, min(index + 2, len(text)))]
    return len(words) == 2 and all(len(word) > 3 and word.isupper() for word in words)


def _begins_name(text: Words, index: int) -> bool:
    """Whether a word that is a place and a usual name is rather a name here: another name follows it."""
    following = text.items[index + 1] if index + 1 < len(text) and text.gap(index + 1) == " " else ""
    return likely(text.items[index]) and bool(following) and following[0].isupper() and likely(following)


def _spaced(text: Words, index: int, parts: list[str] | None = None) -> bool:
    """Whether the word follows the one before it with nothing but space; inside a body also a hyphen or a slash."""
    if index >= len(text):
        return False
    gap = text.gap(index).replace("\xa0", " ")
    if gap.strip() == ".":
        return text.folded[index - 1] in ABBREVIATED
    return gap.strip(" )") == "" or gap == "\n" or (bool(parts) and gap in {"-", "/", " - "})


def _spelt(place: str) -> str:
    """A regency or city with its level, if only one of that name exists."""
    return gazetteer.with_level(place) or place
