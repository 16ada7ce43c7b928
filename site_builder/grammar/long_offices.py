"""An office in words that no table has, up to the name behind it: ``Direktur Utama PT Surya Abadi (SA) Heri Wijaya``.

The words between a head and a name are the unit if a comma closes them before a whole name, or if the last of them is
surely of a unit or a place: an abbreviation in brackets, an acronym, a numeral, ``Dinas``, ``Jakarta``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from site_builder.grammar import place_names
from site_builder.grammar.bodies import ABBREVIATED, LEVELS, behind_brackets, is_body_word, placed
from site_builder.grammar.name_shapes import BALINESE
from site_builder.grammar.names import Name, common_words, likely, name_at, never
from site_builder.grammar.offices import Office, office_at
from site_builder.grammar.ranks import rank_at
from site_builder.grammar.words import Words

JOINT = re.compile(r"[ \xa0]|[ \xa0]?[-–/&][ \xa0]?|[ \xa0]?\)[ \xa0]|\.[ \xa0]|[ \xa0][\"“]|[\"”][ \xa0]")
"""What stands between two words of one office."""
CLOSING = re.compile(r"[\"”)]?[ \xa0]?,[ \xa0]?(?:yaitu |yakni )?")
"""The comma before the name."""
CONNECTORS = frozenset({"dan", "dari", "untuk", "bidang", "pada", "urusan", "wilayah", "di", "se", "serta", "atas"})
"""Small words inside an office, if a capitalised word follows."""
PERIOD = re.compile(r"[ \xa0][Pp]eriode[ \xa0](?:tahun[ \xa0])?\d{4}(?:\s?[-–/]\s?\d{4})?")
ALSO = re.compile(r",?[ \xa0](?:sekaligus|merangkap|yang juga(?: merupakan| menjabat| sebagai)?)[ \xa0](?:sebagai )?")
"""Leads to a second office of the same person."""
NUMBER = re.compile(r"\d{1,4}|[IVX]{1,5}")
MOST_WORDS = 16
MOST_SERIES = 8
MOST_UNSURE = 4
"""Unknown words behind the last sure one that can still be a name."""


@dataclass(frozen=True, slots=True)
class LongOffice:
    """An office with the words that belong to it, and the name behind."""

    office: Office
    name: Name


@dataclass(slots=True)
class _Walk:
    """Where the reading of an office stands."""

    index: int
    end: int
    parts: list[str]
    sure: int
    """The index behind the last word that is surely none of a name."""
    known: int
    """How many parts stand before that word."""


def long_office(text: Words, office: Office) -> LongOffice | None:
    """The whole office and who holds it; None if no words of a unit stand between the office and a name."""
    given = [office.complement] if office.complement else []
    walk = _Walk(office.next, office.end, given, office.next, len(given))
    if period := PERIOD.match(text.text, walk.end):
        walk.index, walk.end = text.after(period.end(), walk.index), period.end()
        walk.sure = walk.index
    if office.complement and (also := _also(text, walk)):
        return _made(office, walk, len(walk.parts), also.name, end=also.office.end)
    while walk.index < len(text) and len(walk.parts) < MOST_WORDS:
        gap = text.text[walk.end : text.starts[walk.index]]
        if CLOSING.fullmatch(gap):
            if found := _closed(text, office, walk):
                return found
            if not _goes_on(text, walk) and not _in_series(text, office, walk):
                break
        elif not JOINT.fullmatch(gap) or rank_at(text, walk.index) or _ends(text, walk, gap):
            break
        if not _step(text, walk):
            break
        if walk.sure == walk.index and (also := _also(text, walk)):
            return _made(office, walk, len(walk.parts), also.name, end=also.office.end)
    return _open(text, office, walk)


def _step(text: Words, walk: _Walk) -> bool:
    """Takes the next words; False if none of an office stand here."""
    level = walk.index + 1 if text.folded[walk.index] in LEVELS else walk.index
    place = place_names.place_at(text, level)
    word = text.items[walk.index]
    following = text.items[walk.index + 1] if walk.index + 1 < len(text) else "."
    if place and not (likely(text.items[level]) and level == walk.index):
        body = (walk.parts or [text.items[walk.index - 1]])[-1]
        words = [LEVELS[text.folded[walk.index]], place[1]] if level > walk.index else [placed(body, place[1])]
        _take(text, walk, place[0], words, sure=True)
    elif is_body_word(text, walk.index) or (NUMBER.fullmatch(word) and following.lower() not in BALINESE):
        _take(text, walk, walk.index + 1, [word], sure=True)
    elif word[0].isupper():
        _take(text, walk, walk.index + 1, [word], sure=False)
    elif text.folded[walk.index] in CONNECTORS and following[0].isupper() and text.gap(walk.index + 1) == " ":
        series = bool(walk.parts) and walk.parts[-1].endswith(",")
        unsure = walk.sure < walk.index and not series
        if text.folded[walk.index] in {"dan", "serta"} and (unsure or not _noun(text, walk.index + 1)):
            return False
        _take(text, walk, walk.index + 1, [word], sure=True)
    else:
        return False
    return True


def _noun(text: Words, index: int) -> bool:
    """Whether the capitalised word behind ``dan`` goes on with the unit: it begins neither an office nor a name."""
    return not office_at(text, index) and not rank_at(text, index) and not likely(text.items[index])


def _take(text: Words, walk: _Walk, stop: int, words: list[str], *, sure: bool) -> None:
    slash = text.text[walk.end : text.starts[walk.index]].strip()
    if slash in {"/", "-"}:
        sure = sure or walk.sure == walk.index
    if slash in {"/", "-", "&"} and walk.parts:
        joined = f" {slash} " if slash == "&" else slash
        walk.parts[-1:] = [f"{walk.parts[-1]}{joined}{words[0]}", *words[1:]]
    else:
        walk.parts += words
    index, end = behind_brackets(text, stop)
    if period := PERIOD.match(text.text, end):
        index, end = text.after(period.end(), index), period.end()
    sure = sure or end > text.ends[stop - 1]
    walk.index, walk.end = index, end
    if sure:
        walk.sure, walk.known = index, len(walk.parts)


def _goes_on(text: Words, walk: _Walk) -> bool:
    """Whether the words behind the comma say more exactly where: ``Ketua RT 11, Kelurahan Sukamaju``."""
    return text.folded[walk.index] in LEVELS.keys() | {"rt", "rw"} and walk.sure == walk.index


def _in_series(text: Words, office: Office, walk: _Walk) -> bool:
    """Whether the comma goes on with subjects: ``Direktur Dana Desa, Insentif, dan Otonomi Khusus DJPK, Heri``."""
    joins = walk.index + int(text.folded[walk.index] in {"dan", "serta"})
    if office.head.follows != "body" or not walk.parts or joins >= len(text) or office_at(text, joins):
        return False
    if not is_body_word(text, joins) and (likely(text.items[joins]) or not _joined_ahead(text, walk.index)):
        return False
    walk.parts[-1] += ","
    return True


def _joined_ahead(text: Words, index: int) -> bool:
    """Whether ``dan`` ends the series that goes on at the word, before anything else does."""
    for stop in range(index, min(index + MOST_SERIES, len(text))):
        if text.folded[stop] in {"dan", "serta"}:
            return stop + 1 < len(text) and text.items[stop + 1][0].isupper() and not likely(text.items[stop + 1])
        if not text.items[stop][0].isupper() or text.gap(stop) not in {" ", ", "} or likely(text.items[stop]):
            return False
    return False


def _ends(text: Words, walk: _Walk, gap: str) -> bool:
    """Whether a full stop ends the sentence, and no shortened word."""
    return gap.startswith(".") and text.folded[walk.index - 1] not in ABBREVIATED


def _closed(text: Words, office: Office, walk: _Walk) -> LongOffice | None:
    """The name behind the comma, if the words before it are none."""
    name = _name(text, walk.index)
    unsure = text.items[walk.sure : walk.index]
    if walk.index == office.next or not name or any(likely(word) for word in unsure) or never(name.text.split()[0]):
        return None
    parts = [part for part in name.text.replace(".", " ").split() if len(part) > 1]
    ends = text.text[name.end : name.end + 1] in {",", "(", ".", ";", "\n", ""}
    verbal = name.next < len(text) and text.gap(name.next) in {" ", ", "} and text.items[name.next].islower()
    usual = any(likely(part) for part in parts)
    if not (ends or verbal) or not (usual or (len(parts) > 1 and parts[0].lower() not in common_words())):
        return None
    return _made(office, walk, len(walk.parts), name)


def _open(text: Words, office: Office, walk: _Walk) -> LongOffice | None:
    """The name behind the last sure word, without a comma."""
    if walk.sure == office.next or walk.sure >= walk.index or walk.index - walk.sure > MOST_UNSURE + 2:
        return None
    name = _name(text, walk.sure)
    if name and name.text.count(" ") > 1 and _ordinary(text, walk.sure):
        walk.parts.append(text.items[walk.sure])
        walk.sure, walk.known = walk.sure + 1, walk.known + 1
        name = _name(text, walk.sure)
    if not name or name.next < walk.index:
        return None
    parts = name.text.split()
    usual = [likely(part.strip(".")) for part in parts]
    doubtful = len(parts) > 1 and not usual[0] and len(parts[0].strip(".")) > 1 and sum(usual) < 2
    honoured = text.starts[name.first] < name.span[0]
    if not (any(usual) or honoured) or (doubtful and _starts_unit(text, walk.sure)):
        return None
    return _made(office, walk, walk.known, name)


def _ordinary(text: Words, index: int) -> bool:
    """Whether news prints the word in small letters, so that it ends a unit: ``Halal`` before a name."""
    return text.folded[index] in common_words() and not likely(text.items[index])


def _starts_unit(text: Words, index: int) -> bool:
    """Whether an acronym stands before: the next word may be the name of what it shortens."""
    return index > 0 and text.items[index - 1].isupper() and text.gap(index) == " "


def _name(text: Words, index: int) -> Name | None:
    if index >= len(text) or office_at(text, index) or rank_at(text, index):
        return None
    name = name_at(text, index)
    place = place_names.place_at(text, index) if name else None
    return None if name and place and place[0] >= name.next and not likely(name.text) else name


def _also(text: Words, walk: _Walk) -> LongOffice | None:
    """``… sekaligus Anggota Komisi II DPR RI, Heri``: the second office, and the name behind it."""
    match = ALSO.match(text.text, walk.end)
    index = text.after(match.end(), walk.index) if match else len(text)
    second = office_at(text, index) if match and index < len(text) and text.starts[index] == match.end() else None
    if not second:
        return None
    name = _name(text, text.after(second.end, second.next))
    gap = text.text[second.end : name.span[0]] if name else ""
    return LongOffice(second, name) if name and gap in {" ", ", "} else long_office(text, second)


def _made(office: Office, walk: _Walk, parts: int, name: Name, *, end: int | None = None) -> LongOffice:
    if office.head.follows == "place":
        parts = next((i for i, part in enumerate(walk.parts[:parts]) if i and part in LEVELS.values()), parts)
    words = " ".join(walk.parts[:parts])
    place = next((part for part in reversed(walk.parts[:parts]) if place_names.is_region(part)), office.place)
    whole = replace(office, complement=words, place=place, end=end or walk.end, next=walk.index)
    return LongOffice(whole, name)
