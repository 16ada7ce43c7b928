"""Units above and below each other: ``Polda`` > ``Polres`` > ``Polsek``, ``KPU`` of a province > of its regencies.

A unit stands below another of its force if that one's area holds its own. Only institutions that reports name are in
the tree: none is made up to fill a gap.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from site_builder.archive.institutions import Institution
from site_builder.data import table
from site_builder.slugs import slug

METRO = "31"
"""The area of Polda Metro Jaya, which is wider than the province: its units beyond are called Metro, but for these."""
METRO_TOO = frozenset({"polres-tangerang-selatan", "polres-depok", "polresta-depok"})
ELECTORAL = ("KPU", "Bawaslu", "Panwaslu", "DKPP")
"""Bodies that have a level for each of the state's, and whose names begin with these words."""
LEVELS = re.compile(r"(?:Republik Indonesia|RI|Provinsi|Kabupaten|Kota|Daerah|Prov|Kab)\b\.?\s?")
NUMBER = re.compile(r"[-\d/IVX]+/|\d+-\d+/?|\d{3,4}\s")
"""The number before the name of an army unit: ``1406/``, ``1406-02/``."""


@dataclass(frozen=True, slots=True)
class Unit:
    """An institution's place among those of its force."""

    force: str
    """``polisi``, ``tni ad``, ``KPU`` …"""
    area: str | None
    """As the ministry codes it: empty for the country, ``73``, ``73.13``, ``73.13.05``; None if it is not known."""


@dataclass(frozen=True, slots=True)
class Units:
    """The tree of units, by the slugs of institutions."""

    units: Mapping[str, Unit]
    above: Mapping[str, str]
    below: Mapping[str, tuple[str, ...]]
    """By area, then name."""

    def line(self, own: str) -> tuple[str, ...]:
        """The units above one, the highest first."""
        found = []
        while own in self.above:
            own = self.above[own]
            found.append(own)
        return tuple(reversed(found))


def units(institutions: Iterable[Institution]) -> Units:
    """The tree of these institutions."""
    found = {group.slug: unit for group in institutions if (unit := unit_of(group))}
    areas = {(unit.force, unit.area or ""): own for own, unit in sorted(found.items()) if unit.area is not None}
    above = {own: higher for own, unit in found.items() if (higher := _above(unit, areas))}
    below: defaultdict[str, list[str]] = defaultdict(list)
    for own in sorted(above, key=lambda name: (found[name].area or "", name)):
        below[above[own]].append(own)
    return Units(found, above, {own: tuple(names) for own, names in below.items()})


def _above(unit: Unit, areas: Mapping[tuple[str, str], str]) -> str | None:
    """The unit of the smallest area around."""
    area = unit.area or ""
    while area:
        area = area.rpartition(".")[0]
        if higher := areas.get((unit.force, area)):
            return higher
    return None


def unit_of(group: Institution) -> Unit | None:
    """What the name of an institution says of its place; None if it is no unit of a force or electoral body."""
    for row in _types():
        # "Polres Metro" is that of Kota Metro
        whole = group.name == row["type"] and row["level"] in ("nasional", "any")
        if whole or group.name.startswith(f"{row['type']} "):
            rest = NUMBER.sub("", group.name[len(row["type"]) :].strip(), count=1)
            return Unit(row["force"], _area(row, rest, group))
    return None


@cache
def _types() -> tuple[Mapping[str, str], ...]:
    """Kinds of units, the longest name first, so that ``Polres Metro`` is not taken for ``Polres``."""
    bodies = tuple({"type": name, "force": name, "level": "any"} for name in ELECTORAL)
    return tuple(sorted((*table("units"), *bodies), key=lambda row: -len(row["type"])))


def _area(row: Mapping[str, str], rest: str, group: Institution) -> str | None:
    if row["level"] == "nasional" or (row["level"] == "any" and not LEVELS.sub("", rest)):
        return ""
    if "Metro" in row["type"] and row["level"] == "provinsi":
        return METRO
    codes = [code for name in _spellings(rest) for code in _codes(row["level"]).get(name, ())]
    code = _nearest(codes, group)
    beyond = "Metro" in row["type"] or row["type"] == "Polrestro" or group.slug in METRO_TOO
    return f"{METRO}.{code}" if code and beyond and not code.startswith(f"{METRO}.") else code


def _spellings(rest: str) -> Iterator[str]:
    """With the level that it is printed with, and without."""
    yield slug(rest)
    yield slug(LEVELS.sub("", rest))
    yield slug(rest.removesuffix(" Kota"))


def _nearest(codes: list[str], group: Institution) -> str | None:
    """The only code; of several, the first that a place of the unit's reports lies in.

    A regency and a city of one name lie in one province: the regency stands for both.
    """
    if len({code[:2] for code in codes}) < 2 and all(code.count(".") == 1 for code in codes):
        return min(codes, default=None)
    if len(set(codes)) < 2:
        return next(iter(codes), None)
    places = {slug(place) for entry in group.articles for place in entry.article.places}
    named = [_region_codes()[place] for place in sorted(places) if place in _region_codes()]
    return next((code for code in codes for own in named if code == own or code.startswith(f"{own}.")), None)


@cache
def _region_codes() -> Mapping[str, str]:
    return {slug(row["name"]): row["code"] for row in table("regions")}


@cache
def _codes(level: str) -> Mapping[str, tuple[str, ...]]:
    """Slug of a name at a level of units -> the codes of the areas that bear it."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    if level == "district":
        for row in table("districts"):
            found[slug(row["name"])].append(row["code"])
    else:
        wanted = {"provinsi": ("provinsi",), "any": ("provinsi", "kabupaten", "kota")}.get(level, ("kabupaten", "kota"))
        for row in table("regions"):
            if row["level"] in wanted:
                found[slug(row["name"])].append(row["code"])
                found[slug(row["bare_name"])].append(row["code"])
    return {name: tuple(codes) for name, codes in found.items()}
