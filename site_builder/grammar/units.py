"""Police and army units that are not named after their region, or whose name the news leaves out or shortens."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from site_builder.data import table
from site_builder.grammar import region_names
from site_builder.grammar.region_names import Region
from site_builder.grammar.scanning import matches_at
from site_builder.model import Span

KIND = r"(?i:pol(?:da|resta|res))|Kodam|Korem|Lapas|Lanud"
BEGINNING = re.compile(r"[KLMPpW][AOao]\w*")
"""Of every word that names a unit or its head."""
ARMY = re.compile(r"\b(?:Ko|Dan|Mako|Kas)(dim|rem)[ \xa0](\d{3,4})(?:/[A-Z][A-Za-z]*)?")
"""``Dandim 0910/Mln``, ``Kodim 0910``, ``Danrem 132/Tdl``."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as its own name has it, its region, and where the text names it or its head."""

    name: str
    region: Region
    span: Span


def own_named(text: str, start: int = 0, end: int | None = None) -> Iterator[Unit]:
    """Units with a name of their own: "Kapolresta Barelang", "Danrem 143/Halu Oleo"."""
    text = text if end is None else text[:end]
    beginnings = (match.start() for match in BEGINNING.finditer(text, start))
    for match in matches_at(beginnings, _pattern(), text):
        row = _rows().get(region_names.key(match[1] + match[2]))
        if row is not None:
            yield Unit(row["unit"], region_names.regions()[row["region"]], match.span())


def numbered(text: str) -> Iterator[tuple[str, str, Span]]:
    """Army units by their number: kind, kind and number with the full name ("Kodim 0910/Malinau"), span."""
    for match in ARMY.finditer(text):
        kind = f"Ko{match[1]}"
        name = army_units().get((kind, match[2]))
        if name:
            yield kind, f"{kind} {match[2]}/{name}", match.span()


@cache
def army_units() -> Mapping[tuple[str, str], str]:
    """Kind and number -> name."""
    return {(row["unit"], row["number"]): row["name"] for row in table("army_units")}


@cache
def _rows() -> Mapping[str, Mapping[str, str]]:
    # Of two spellings of one name the first in the table is the unit's own.
    return {region_names.key(row["unit"]): row for row in reversed(table("unit_places"))}


@cache
def _pattern() -> re.Pattern[str]:
    known = {row["unit"].split(" ", 1)[1] for row in table("unit_places")}
    names = "|".join(map(re.escape, sorted(known, key=lambda name: (-len(name), name))))
    return re.compile(rf"\b(?:Ka|Ma|Waka)?({KIND}) (?:[IVX\d]{{1,6}}/)?({names})")
