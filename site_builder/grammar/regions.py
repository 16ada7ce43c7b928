"""How Indonesian news writes a province, regency or city: the gazetteer as a walk over words.

A name is looked up by its letters alone, so "Pangkal Pinang", "Pare-pare" and "PoldaSumatera Utara" are found like
their official spellings.  The words before a name (its marker: "Kabupaten", "Kapolres", "Pemkot") say which of two
regions of one name is meant, and whether a name that is also a common word is a place at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, TypeAlias, get_args

from site_builder.data import table
from site_builder.grammar.region_names import SHORTENED, Level, Region, beginnings, common, districts, index
from site_builder.model import Span

Marker: TypeAlias = Literal["admin", "office", "unit", "district", "in", "street", "origin", "apart", "beside", "none"]
"""What the words before a name make of it: ``admin`` "Kabupaten", "Pemkot"; ``office`` "Bupati", "KPU"; ``unit``
"Polres"; ``district`` a sub-district of the region; ``in`` "di", "se-"; ``street`` "Jalan": not a place of the story;
``origin`` "asal"; ``beside`` part of a longer name; ``none``.  ``apart`` marks words that may stand beside a name
without being part of it."""

CAPITALISED = re.compile(r"[A-Z5](?:(?<=[A-Z])(?:[a-z]+|[A-Z]*(?![a-z]))|(?<=5)0(?= Kota))")
"""A word of a name, parted where tags were stripped between two: ``PoldaSumatera`` is two."""
NEXT_WORD = re.compile(r"([ \xa0]{1,2}| ?- ?|['’`]|\. ?|)([A-Z]+(?![a-z])|[A-Z][a-z]+|[a-z]+)")
"""What may stand between two words of one name, and the second: ``-pare``, `` Pinang``."""
ANY_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
BETWEEN = re.compile(r"[ .\-/\xa0()’'`]{0,3}")
LOOK_BACK = 48
"""Characters before a name in which its marker is sought."""
MOST_WORDS, MOST_BEFORE = 6, 3


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in the text that names a region, or one of several of that name."""

    span: Span
    """Of the name alone, without its marker."""
    regions: tuple[Region, ...]
    marker: Marker
    word: str
    """The marker as a lower-case word, empty if none."""
    common: bool
    """The name is also a common word or a person's name."""


# -- the words before a name ------------------------------------------------------------------------------------------

KABUPATEN: tuple[Level, ...] = ("kabupaten",)
KOTA: tuple[Level, ...] = ("kota",)
PROVINSI: tuple[Level, ...] = ("provinsi",)
REGENCY: tuple[Level, ...] = ("kabupaten", "kota")
EITHER: tuple[Level, ...] = ("kota", "kabupaten")
"""Of a unit "… Kota X": Polres Kota Tangerang is the regency's, Polres Kota Parepare the city's."""
ANY: tuple[Level, ...] = ("kabupaten", "kota", "provinsi")
ABBREVIATED = frozenset({"kab", "prov", "kec", "kep", "jl", "jln"})
LOCAL_HINTS: Mapping[str, tuple[Level, ...]] = {
    "kota": EITHER, "kabupaten": KABUPATEN, "kab": KABUPATEN, "provinsi": PROVINSI, "metro": (), "metropolitan": (),
}  # fmt: skip
"""Words between a unit and its name: "Polres Kota Parepare", "Polres Metro Bekasi"."""


@cache
def _markers() -> Mapping[str, tuple[Marker, tuple[Level, ...]]]:
    """One word or two -> what they make of the name that follows, and the levels that they allow."""
    return {row["word"]: _marker_of(row) for row in table("region_markers")}


def _marker_of(row: Mapping[str, str]) -> tuple[Marker, tuple[Level, ...]]:
    kinds: tuple[Marker, ...] = get_args(Marker)
    return kinds[kinds.index(row["marker"])], tuple(level for level in ANY if level in row["levels"].split()) or ANY


@lru_cache(maxsize=4)
def find(text: str) -> tuple[Mention, ...]:
    """All mentions of regions, in text order, never overlapping."""
    return tuple(_walk(text))


def _walk(text: str) -> Iterator[Mention]:
    end = 0
    for match in CAPITALISED.finditer(text):
        if match.start() >= end:
            mention = _district_at(text, match) or _region_at(text, match)
            if mention is not None:
                end = mention.span[1]
                yield mention


def _region_at(text: str, match: re.Match[str]) -> Mention | None:
    if match.group()[:4].lower() not in beginnings() or _is_hint(text, match):
        return None
    for name, end in _names(text, match):
        entries = index().get(name)
        if entries and (text[match.start() : end].isupper() or not all(entry.capitals for entry in entries)):
            mention = _mention(text, (match.start(), end), name)
            return mention if mention.regions else None
    return None


def _is_hint(text: str, match: re.Match[str]) -> bool:
    """True for the second word of "Polres Metro Bekasi" and "Polda Metro Jaya": a name, but not here."""
    following = NEXT_WORD.match(text, match.end()) if match.group().lower() in LOCAL_HINTS else None
    return following is not None and following[1] in {"", " "} and following[2][0].isupper()


def _district_at(text: str, match: re.Match[str]) -> Mention | None:
    # The cheap test first: most capitalised words follow no such marker.
    if text[max(0, match.start() - 4) : match.start()].rstrip(" .:\xa0")[-2:].lower() not in _district_endings():
        return None
    kind, word, _ = _marker(_before(text, match.start()))
    for name, end in _names(text, match) if kind == "district" else ():
        if name in districts():
            return Mention((match.start(), end), districts()[name], kind, word, False)
    return None


@cache
def _district_endings() -> frozenset[str]:
    return frozenset(word[-2:] for word, (kind, _) in _markers().items() if kind == "district")


def _names(text: str, match: re.Match[str]) -> list[tuple[str, int]]:
    """Keys that start at a word, with their ends, longest first."""
    joined = SHORTENED.get(match.group().lower(), match.group().lower())
    names = [(joined, match.end())]
    for _ in range(MOST_WORDS - 1):
        following = NEXT_WORD.match(text, names[-1][1])
        if following is None or not _continues(*following.groups()):
            break
        joined += following[2].lower()
        names.append((joined, following.end()))
    return names[::-1]


def _continues(gap: str, word: str) -> bool:
    return word[0].isupper() or "-" in gap or gap in {"'", "’", "`"} or word == "dan"


def _before(text: str, start: int) -> tuple[str, ...]:
    """Up to three lower-case words before a name, nearest first; the numbers of army units are passed over."""
    found: list[str] = []
    for match in reversed([*ANY_WORD.finditer(text, max(0, start - LOOK_BACK), start)]):
        gap = text[match.end() : start]
        if not BETWEEN.fullmatch(gap) or ("." in gap and match.group().lower() not in ABBREVIATED):
            break
        start = match.start()
        if not match.group().isdigit():
            found.append(match.group().lower())
            if len(found) == MOST_BEFORE:
                break
    return tuple(found)


def _mention(text: str, span: Span, name: str) -> Mention:
    entries = [entry.region for entry in index()[name]]
    before = _before(text, span[0])
    marker, word, levels = _marker(before)
    following = NEXT_WORD.match(text, span[1])
    if following is not None and following[2] in {"Kota", "KOTA"} and any(region.level == "kota" for region in entries):
        levels = KOTA
    elif marker == "unit" and levels == REGENCY and len({region.province_code for region in entries}) == 1:
        # A police unit of a regency and a city of one name: the city's is called "… Kota", or Polrestabes.
        levels = KABUPATEN
    chosen = tuple(region for region in entries if region.level in levels)
    if not chosen and (marker, levels) != ("unit", PROVINSI):
        # A town's mayor of a regency is a slip; a province's police of a town is not its name: "Polda Metro".
        chosen = tuple(entries)
    if marker in {"none", "in"} and _inside_longer_name(text, span, before):
        marker = "beside"
    return Mention(span, chosen, marker, word, name in common())


def _marker(before: Sequence[str]) -> tuple[Marker, str, tuple[Level, ...]]:
    first, second = (*before, "", "")[:2]
    if first in LOCAL_HINTS and _markers().get(second, ("none",))[0] in {"unit", "office"}:
        kind, levels = _markers()[second]
        # "DPRD Kota Malang" is the city's; only units leave their level open.
        hinted = KOTA if (kind, first) == ("office", "kota") else LOCAL_HINTS[first]
        return kind, second, hinted or levels
    for words in (f"{second} {first}", first):
        if words in _markers():
            kind, levels = _markers()[words]
            return "none" if kind == "apart" else kind, words, levels
    return "none", first, ANY


def _inside_longer_name(text: str, span: Span, before: Sequence[str]) -> bool:
    """True if a capitalised word that is no region's name and no marker stands right before or after."""
    following = NEXT_WORD.match(text, span[1])
    if following is not None and following[1] and following[1].isspace() and _is_foreign(following[2]):
        return True
    start = span[0] - len(before[0]) - 1 if before else span[0]
    return start < span[0] and text[span[0] - 1].isspace() and _is_foreign(text[start : span[0] - 1])


def _is_foreign(word: str) -> bool:
    lower = word.lower()
    return word[:1].isupper() and lower not in _markers() and lower not in index()
