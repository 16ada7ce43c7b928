"""Two offices and the two who hold or seek them: ``Bupati dan Wakil Bupati Kolaka nomor urut 1, Amri dan Husna``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from site_builder.grammar import place_names
from site_builder.grammar.appointed import AFTER_OFFICE, QUALIFIED, Mention
from site_builder.grammar.names import Name, name_at
from site_builder.grammar.offices import Head, Office, office_at
from site_builder.grammar.ranks import rank_at
from site_builder.grammar.words import Words

PAIRED = re.compile(r"\s?(?:dan|-|–|/|&)\s?")
"""What stands between the two offices, and between the two names."""
SEEKING = frozenset({"paslon", "calon", "cabup", "balon"})
_NUMBER = (
    r"(?:[Nn]omor [Uu]rut|[Nn]omor|[Nn]o\.? urut|[Nn]o\.?)"
    r"\s(?:\d{1,2}|[IVX]{1,4}|satu|dua|tiga|empat|lima)(?:\s\((?:satu|dua|tiga|empat|lima)\))?,?\s"
)
_COUPLE = r"(?:[Pp]asangan [Cc]alon|[Pp]asangan|[Pp]aslon|[Dd]uet)(?:\s?\([A-Za-z]+\))?"
TICKET = re.compile(rf"(?:(?:{_COUPLE}\s?)?{_NUMBER}|{_COUPLE}\s)(?:(?:yakni|yaitu|atas nama)\s)?")
"""``Paslon nomor urut 2, ``: whose two names follow are candidates."""
Race = tuple[str, str, str]
"""The office that an election is about, the level of its region, and the region if it is named beside."""
RACES = {
    "gubernur": ("Gubernur", "Provinsi"), "cagub": ("Gubernur", "Provinsi"), "pilgub": ("Gubernur", "Provinsi"),
    "bupati": ("Bupati", "Kabupaten"), "cabup": ("Bupati", "Kabupaten"), "pilbup": ("Bupati", "Kabupaten"),
    "walikota": ("Wali Kota", "Kota"), "wali": ("Wali Kota", "Kota"), "cawali": ("Wali Kota", "Kota"),
    "pilwalkot": ("Wali Kota", "Kota"), "pilwali": ("Wali Kota", "Kota"), "pilwako": ("Wali Kota", "Kota"),
    "cawalkot": ("Wali Kota", "Kota"), "presiden": ("Presiden", ""), "capres": ("Presiden", ""),
    "pilpres": ("Presiden", ""),
}  # fmt: skip
"""Words that tell which office an election is about -> the office, and the level of its region."""
DASHED = re.compile(r"(?:[A-Z][\w.'’]*[ \xa0]?){1,6}(?:\([^()]{1,12}\) ?)?[-–/]")
DASH = re.compile(r"[ \xa0]?[-–/][ \xa0]?")
NUMBERED = re.compile(r"\s?\([^()]{1,16}\)")
"""``(No. 1)``, ``(PDIP)`` behind a candidate."""
PAIRS = frozenset({"paslon", "pasangan", "pasang", "kandidat", "calon", "cabup", "cagub", "duet"})
SENTENCE = 60
"""Words within which a sentence names what it speaks of."""
ELECTIVE = frozenset({"calon", "paslon", "pasangan", "pemilihan", "bakal", "dan"})
"""Words before such a word which make it the office that is sought."""


def pair(text: Words, index: int) -> list[Mention]:
    """Both people of a pair that starts at the word; empty if no pair with two names does."""
    first = office_at(text, index)
    second = _deputy(text, first) if first else None
    if not first or not second:
        return []
    names = _two_names(text, second)
    if not names:
        return []
    prefix = first.prefix or ("calon" if index and text.folded[index - 1] in SEEKING else "")
    first = replace(first, prefix=prefix, complement=second.complement, place=second.place)
    second = replace(second, prefix=prefix)
    (one, other) = names
    return [
        Mention(first.start, one.end, one, None, first),
        Mention(other.span[0], other.end, other, None, second),
    ]


def ticket(text: Words, index: int) -> list[Mention]:
    """Both candidates of a numbered pair: ``nomor urut 1 Amri Husin-Siti Rahma``; empty if no two names follow."""
    match = TICKET.match(text.text, text.starts[index])
    race = _race(text, index) if match else None
    one = _name(text, match.end(), index) if match else None
    bracketed = NUMBERED.match(text.text, one.end) if one else None
    between = PAIRED.match(text.text, bracketed.end() if bracketed else one.end) if one else None
    other = _name(text, between.end(), one.next) if one and between else None
    numbered = match is not None and any(map(str.isdigit, match.group()))
    if not race or not one or not other or not (numbered or " " in f"{one.text}{other.text}"):
        return []
    first, deputy = (_sought(f"{rank}{race[0]}", race, one) for rank in ("", "Wakil "))
    return [
        Mention(one.span[0], one.end, one, None, first),
        Mention(other.span[0], other.end, other, None, deputy),
    ]


def couple(text: Words, index: int) -> list[Mention]:
    """Both candidates of ``Amri Husin-Siti Rahma`` in a sentence about pairs; empty if the text names no race."""
    race = _race(text, index) if _races(text) else None
    one = _name(text, text.starts[index], index) if race and DASHED.match(text.text, text.starts[index]) else None
    bracketed = NUMBERED.match(text.text, one.end) if one else None
    between = DASH.match(text.text, bracketed.end() if bracketed else one.end) if one else None
    other = _name(text, between.end(), one.next) if one and between else None
    if not race or not one or not other or " " not in f"{one.text}{other.text}" or not _among_pairs(text, index):
        return []
    first, deputy = (_sought(f"{rank}{race[0]}", race, one) for rank in ("", "Wakil "))
    return [
        Mention(one.span[0], one.end, one, None, first),
        Mention(other.span[0], other.end, other, None, deputy),
    ]


def _among_pairs(text: Words, index: int) -> bool:
    """Whether the sentence before the word speaks of pairs of candidates."""
    for before in range(index - 1, max(-1, index - SENTENCE), -1):
        if text.folded[before] in PAIRS:
            return True
        if "\n" in text.gap(before + 1) or (text.gap(before + 1) == ". " and len(text.items[before]) > 3):
            return False
    return False


def _sought(name: str, race: Race, one: Name) -> Office:
    return Office(Head(name, "place", race[1]), "calon", race[2], race[2], one.span[0], one.span[0], one.first)


def _race(text: Words, index: int) -> Race | None:
    """The office that the election before the word, or behind it, is about; None if the text names none."""
    races = _races(text)
    before = [race for at, race in races if at <= index]
    return before[-1] if before else races[0][1] if races else None


@lru_cache(maxsize=4)
def _races(text: Words) -> tuple[tuple[int, Race], ...]:
    return tuple(_sought_in(text))


def _sought_in(text: Words) -> Iterator[tuple[int, Race]]:
    for index, word in enumerate(text.folded):
        race = RACES.get(word)
        if race and (word.startswith(("ca", "pil")) or (index and text.folded[index - 1] in ELECTIVE)):
            yield index, (*race, _where(text, index + 1))
        elif word == "pilkada" and (level := _level(text, index + 1)):
            yield index, (*level, _where(text, index + 1))


def _where(text: Words, index: int) -> str:
    """The place that is named behind a race; empty if none is."""
    if text.folded[index : index + 1] == ("dki",):
        return "DKI Jakarta"
    index += int(text.folded[index : index + 1] == ("serentak",))
    index += int(text.folded[index : index + 1] in {("kota",), ("kabupaten",), ("provinsi",)})
    if text.folded[index : index + 2] == ("dan", "wakil"):
        index += 3 + int(text.folded[index + 3 : index + 4] == ("kota",))
    found = place_names.place_at(text, index)
    return found[1] if found else ""


def _level(text: Words, index: int) -> tuple[str, str] | None:
    """The office that the election of a place is about, and the level of the place; None if its name says neither."""
    if text.folded[index : index + 1] == ("serentak",):
        index += 1
    if (word := "".join(text.folded[index : index + 1])) in {"kabupaten", "kota", "provinsi"}:
        return {"kabupaten": RACES["bupati"], "kota": RACES["walikota"], "provinsi": RACES["gubernur"]}[word]
    found = place_names.place_at(text, index)
    place = found[1] if found else ""
    if place_names.is_province(place) or text.folded[index : index + 1] == ("dki",):
        return RACES["gubernur"]
    level = (place_names.with_level(place) or "").split(" ", 1)[0]
    return {"Kabupaten": RACES["bupati"], "Kota": RACES["walikota"]}.get(level)


def _deputy(text: Words, first: Office) -> Office | None:
    """The office of the deputy, straight behind the first office."""
    gap = PAIRED.match(text.text, first.end)
    if not gap or first.complement or first.head.follows == "body":
        return None
    index = text.after(gap.end(), first.next)
    second = office_at(text, index) if index < len(text) and text.starts[index] == gap.end() else None
    return second if second and second.head.name == f"Wakil {first.head.name}" else None


def _two_names(text: Words, office: Office) -> tuple[Name, Name] | None:
    end = qualified.end() if (qualified := QUALIFIED.match(text.text, office.end)) else office.end
    gap = AFTER_OFFICE.match(text.text, end)
    one = _name(text, gap.end() if gap else end, office.next)
    bracketed = NUMBERED.match(text.text, one.end) if one else None
    between = PAIRED.match(text.text, bracketed.end() if bracketed else one.end) if one else None
    if not one or not between:
        return None
    other = _name(text, between.end(), one.next)
    return (one, other) if other else None


def _name(text: Words, offset: int, index: int) -> Name | None:
    index = text.after(offset, index)
    if index >= len(text) or text.starts[index] != offset or office_at(text, index) or rank_at(text, index):
        return None
    return name_at(text, index)
