"""An office as Indonesian news prints it: what comes before it, its head, and the unit, place or body that it heads.

``Penjabat (Pj) Wali Kota Kendari``, ``Kasat Reskrim Polres Kampar``, ``Ketua KPU Makassar``, ``Dandim 0910/Mln``.
The heads stand in ``data/offices.csv``, with what follows each: a ``place``, a ``unit``, a ``body`` or ``none``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from site_builder.data import table
from site_builder.grammar import place_names
from site_builder.grammar.bodies import LEVELS, behind_brackets, body_at, spaced, spelt
from site_builder.grammar.names import likely, never
from site_builder.grammar.own_names import ENGLISH, acronym, army, own_name, small_letters, unknown_place, words_before
from site_builder.grammar.ranks import rank_at
from site_builder.grammar.words import Phrases, Words

PREFIXES = {
    "pj": "Pj", "penjabat": "Pj", "pjs": "Pjs", "penjabat sementara": "Pjs", "pejabat sementara": "Pjs", "plt": "Plt",
    "pelaksana tugas": "Plt", "plh": "Plh", "pelaksana harian": "Plh", "pgs": "Pgs", "ps": "Ps", "mantan": "mantan",
    "eks": "mantan", "bekas": "mantan", "calon": "calon", "bakal calon": "calon", "balon": "calon",
}  # fmt: skip
"""What may stand before an office -> its usual form."""
UNIT_NUMBER = re.compile(r"\s?(?:ke-?)?(\d{2,4}(?:[-/]\d{1,2})?|[IVX]{1,5}(?=\s?/))\.?(?:\s?/\s?([A-Z][A-Za-z]*))?")
"""``0910/Mln``, ``XII/Tanjungpura``, ``1206-02``."""
HEADQUARTERS = frozenset({"mabes", "polri", "divisi", "bareskrim", "baintelkam"})
"""Words of a headquarters behind an office that needs none: ``Karopenmas Divisi Humas Polri``."""
MEMBERS = frozenset({
    "KPU", "KPUD", "Bawaslu", "Panwaslih", "Panwaslu", "KIP", "DKPP", "DPR", "DPD", "DPRD", "DPRA", "DPRK", "DPRP",
    "MPR", "BPK", "KPK", "Komisi", "Komnas", "Kompolnas", "Ombudsman", "Fraksi", "Divisi",
})  # fmt: skip
"""Bodies whose members hold an office; a member of another body is called so in small letters."""
VILLAGES = frozenset({"Kecamatan", "Kelurahan", "Desa", "Kampung", "Dusun", "Gampong", "Nagari", "Distrik", "Polsek"})
"""Units with names that no gazetteer here has."""
GRADE = re.compile(r"\s(?:Kelas\s|Klas\s)?(?:III|II|I)\s?-?\s?[AB]?\b(?:\s?\([A-Za-z ]+\))?|\sAdm(?:inistrasi)?\b\.?")
"""``Kelas IIB`` behind ``Kalapas``, ``Adm`` behind ``Wali Kota``."""


CLASS = re.compile(r"\s?\([^()]*\)")
PRISONS = frozenset({"Lapas", "Rutan"})
"""Units whose class belongs to their name."""


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
    small: bool = False
    """Whether it keeps the small letters of the text, as ``juru bicara`` does and ``bupati`` does not."""

    @property
    def role(self) -> str:
        """The office as a role prints it: ``Pj Wali Kota Kendari``, ``mantan komisioner KPU``."""
        name = small_letters(self.head.name) if self.small and self.prefix != "calon" else self.head.name
        return " ".join(filter(None, (self.prefix, name, self.complement)))


@cache
def _heads() -> Phrases[Head]:
    """Every form of every office, also with the possessive behind it (``anggotanya``)."""
    rows = [(row["form"], Head(row["canonical"], row["follows"], row["unit"])) for row in table("offices")]
    return Phrases.of([*rows, *((f"{form}nya", head) for form, head in rows)])


@cache
def _personal() -> frozenset[str]:
    """Heads that say what somebody is, rather than what office: ``pengamat``, ``peneliti``."""
    return frozenset(row["word"] for row in table("cues") if row["kind"] == "calling")


@cache
def _prefixes() -> Phrases[str]:
    return Phrases.of(PREFIXES.items())


@cache
def _units() -> Phrases[str]:
    return Phrases.of((row["type"], row["type"]) for row in table("units"))


def office_beginnings() -> frozenset[str]:
    """Every word that an office can begin with, folded."""
    return frozenset(_heads().heads) | frozenset(_prefixes().heads)


def office_at(text: Words, index: int, *, nameless: bool = False) -> Office | None:
    """The office that starts at the word, in any letter case.

    ``nameless`` says that the name stands before the office, so that none can follow.
    """
    start, prefix, index = text.starts[index], "", index
    while found := _prefixes().at(text, index):
        index, prefix = behind_brackets(text, found[0])[0], f"{prefix} {found[1]}".strip()
        if index >= len(text):
            return None
    found_head = _heads().at(text, index)
    if not found_head:
        return None
    stop, head = found_head
    if not text.items[index][0].isupper() and stop < len(text) and _heads().at(text, stop):
        return None
    if head.name in ENGLISH and not prefix:
        first = words_before(text, index)
        printed = " ".join(text.text[text.starts[first] : text.starts[index]].split())
        start, head = text.starts[first], replace(head, name=f"{printed} {head.name}".strip())
    small = text.text[text.starts[index] : text.ends[stop - 1]].islower() and _keeps_case(head)
    office = Office(head, prefix, "", "", start, text.ends[stop - 1], stop, small)
    return _completed(text, office, nameless=nameless)


def _keeps_case(head: Head) -> bool:
    """Whether an office in small letters stays so: one of any body, not the one of a unit, a region or a council."""
    return head.follows in {"body", "none"} and not head.name.startswith(("Anggota", "Kepala"))


def _completed(text: Words, office: Office, *, nameless: bool) -> Office:
    stop, end = behind_brackets(text, office.next)
    short = _heads().at(text, office.next) if stop > office.next and office.head.follows == "unit" else None
    head = short[1] if short and short[0] == stop and short[1].follows == "unit" else office.head
    office = replace(office, head=head, next=stop, end=end)
    if office.head.follows == "place":
        placed = _with_place(text, office)
        return placed if placed.complement or not nameless else _with_village(text, placed)
    if office.head.follows == "unit":
        return _with_unit(text, office)
    if office.head.follows == "none":
        return _without(text, office)
    body = body_at(text, office.next, office.head.name, nameless=nameless)
    head = office.head
    if head.name.lower() in _personal() and text.text[office.start].islower() and body.text:
        head = replace(head, name=head.name[0].lower() + head.name[1:])
    if head.name == "Anggota" and text.text[office.start].islower() and not MEMBERS.intersection(body.text.split()):
        head = replace(head, name="anggota")
    return replace(office, head=head, complement=body.text, place=body.place, next=body.next, end=body.end)


def _without(text: Words, office: Office) -> Office:
    """Skips what says nothing (``RI``, ``terpilih``); takes an acronym or the words of a headquarters."""
    index = office.next
    while index < len(text) and text.folded[index] in {"ri", "terpilih", "republik", "indonesia"}:
        index += 1
    office = replace(office, next=index, end=text.ends[index - 1])
    if index < len(text) and text.folded[index] in HEADQUARTERS and spaced(text, index):
        body = body_at(text, index, office.head.name)
        return replace(office, complement=body.text, next=body.next, end=body.end)
    found = acronym(text, index)
    if found:
        return replace(office, complement=found[1], next=found[0], end=text.ends[found[0] - 1])
    return office


def _with_place(text: Words, office: Office) -> Office:
    if grade := GRADE.match(text.text, office.end):
        printed = " ".join([office.head.name, *CLASS.sub("", grade.group()).split()])
        head = replace(office.head, name=printed) if office.head.unit in PRISONS and "elas" in printed else office.head
        office = replace(office, head=head, next=text.after(grade.end(), office.next), end=grade.end())
    elif number := UNIT_NUMBER.match(text.text, office.end):
        return _with_number(text, office, number)
    index = office.next
    level = ""
    if index < len(text) and text.folded[index] in LEVELS and place_names.place_at(text, index + 1):
        level, index = LEVELS[text.folded[index]], index + 1
    found = (
        own_name(text, index, office.head.unit) or place_names.place_at(text, index) if spaced(text, index) else None
    )
    found = found or (unknown_place(text, index) if spaced(text, index) else None) or acronym(text, index)
    if not found:
        return office
    stop, place = found
    if stop < len(text) and text.folded[stop] == "kota" and text.gap(stop) in {" ", "\xa0"}:
        stop, place = stop + 1, f"{place} Kota"
    stop, place = _longer(text, office, stop, place)
    complement = spelt(place) if office.head.unit == "pemda" and not level else place
    if level and (office.head.unit in {"pemda", "Kejari", "Kejati"} or level not in {"Kota", "Kabupaten", "Provinsi"}):
        complement = f"{level} {place}"
    stop, end = behind_brackets(text, stop)
    return _behind_higher(text, replace(office, complement=complement, place=place, next=stop, end=end))


def _longer(text: Words, office: Office, stop: int, place: str) -> tuple[int, str]:
    """``Kepala Desa Muara Hulu, Amir``: a village whose name begins like that of a district."""
    if office.head.unit not in VILLAGES or stop + 1 >= len(text) or text.gap(stop) != " " or text.gap(stop + 1) != ", ":
        return stop, place
    word = text.items[stop]
    return (
        (stop + 1, f"{place} {word}") if word[0].isupper() and not never(word) and not likely(word) else (stop, place)
    )


def _with_village(text: Words, office: Office) -> Office:
    """``Kelurahan Bugis`` behind an office that no name can follow: a level and any capitalised words."""
    if office.next >= len(text) or text.gap(office.next) not in {" ", "\xa0"}:
        return office
    spelt_out = text.folded[office.next] in LEVELS
    if not spelt_out and office.head.unit not in VILLAGES:
        return office
    stop = office.next + int(spelt_out)
    while stop < len(text) and text.items[stop][0].isupper() and text.gap(stop) in {" ", "\xa0"}:
        if text.folded[stop] in LEVELS:
            break
        stop += 1
    place = " ".join(text.items[office.next + int(spelt_out) : stop])
    complement = f"{LEVELS[text.folded[office.next]]} {place}" if spelt_out else place
    return replace(office, complement=complement, place=place, next=stop, end=text.ends[stop - 1]) if place else office


def _behind_higher(text: Words, office: Office) -> Office:
    """Skips the unit above: ``Polda Jawa Barat`` behind ``Kapolresta Bogor Kota``."""
    index = office.next
    if index + 1 < len(text) and text.folded[index] == "jajaran" and text.gap(index) in {" ", ", "}:
        index += 1
    unit = _units().at(text, index) if spaced(text, index) else None
    if not unit:
        return office
    if number := UNIT_NUMBER.match(text.text, text.ends[unit[0] - 1]):
        return replace(office, next=text.after(number.end(), unit[0]), end=number.end())
    found = place_names.place_at(text, unit[0])
    return replace(office, next=found[0], end=text.ends[found[0] - 1]) if found else office


def _with_number(text: Words, office: Office, number: re.Match[str]) -> Office:
    index = text.after(number.end(), office.next)
    place, complement = "", number.group(1)
    if number.group(2):
        slash = text.after(number.start(2), office.next)
        found = place_names.place_at(text, slash)
        numbered = army().get((office.head.unit, number.group(1)))
        index, place = found if found else (index, numbered or place_names.abbreviated(text, number.group(2)))
        complement = f"{number.group(1)}/{place}"
    elif spaced(text, index) and (found := place_names.place_at(text, index)):
        index, place = found
        complement = f"{number.group(1)}/{place}"
    elif spaced(text, index) and (unknown := unknown_place(text, index)):
        index, place = unknown
        complement = f"{number.group(1)}/{place}"
    elif named := army().get((office.head.unit, number.group(1))):
        complement, place = f"{number.group(1)}/{named}", named
    else:
        complement = number.group(1)
    return _behind_higher(
        text, replace(office, complement=complement, place=place, next=index, end=text.ends[index - 1])
    )


def _with_unit(text: Words, office: Office) -> Office:
    index = office.next
    if not spaced(text, index):
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
    found = place_names.place_at(text, index + level)
    if not found or (not level and _is_name(text, found[0])):
        return office
    stop, place = found
    complement = f"{LEVELS[text.folded[index]]} {place}" if level else place
    return replace(office, complement=complement, place=place, next=stop, end=text.ends[stop - 1])


def with_unit_place(text: Words, index: int, unit: str) -> Office | None:
    """The place behind a unit that ends before the word; as the complement of an office that heads the unit."""
    stop, end = behind_brackets(text, index)
    office = Office(Head(unit, "place", unit), "", "", "", text.starts[index - 1], end, stop)
    return _with_place(text, office) if stop < len(text) else None


def _rank_near(text: Words, index: int) -> bool:
    return index < len(text) and rank_at(text, index) is not None


def _is_name(text: Words, index: int) -> bool:
    """Whether the words before the index may be a name instead of a place: nothing else follows that could be one."""
    return not (index < len(text) and text.items[index][0].isupper())
