"""The regions of the country, and every name that the news gives them: official, short, old, or their seat town's.

A name is looked up by its letters alone, so "Pangkal Pinang" and "Pare-pare" are found like their official spellings.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias

from site_builder.data import table

Level: TypeAlias = Literal["provinsi", "kabupaten", "kota", "nasional"]
SHORTENED = {"kep": "kepulauan", "tj": "tanjung", "tg": "tanjung"}
"""First words of names that are also printed short: "Kep. Meranti"."""


@dataclass(frozen=True, slots=True)
class Region:
    """A province, a regency or city, or the country."""

    code: str
    name: str
    """Official, in full: ``Kabupaten Malinau``."""
    level: Level
    bare_name: str
    province_code: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One meaning of a name."""

    region: Region
    capitals: bool
    """Only in capitals: ``OKI``."""


INDONESIA = Region("0", "Indonesia", "nasional", "Indonesia", "0")


@cache
def regions() -> Mapping[str, Region]:
    """All regions by official name, the country included."""
    found = {row["name"]: _region(row) for row in table("regions")}
    return {INDONESIA.name: INDONESIA, **found}


def province_of(region: Region) -> Region:
    """The province of a regency or city; a province's own self; the country's own self."""
    return _by_code()[region.province_code]


def _region(row: Mapping[str, str]) -> Region:
    levels: dict[str, Level] = {"provinsi": "provinsi", "kabupaten": "kabupaten", "kota": "kota"}
    return Region(row["code"], row["name"], levels[row["level"]], row["bare_name"], row["province_code"])


@cache
def _by_code() -> Mapping[str, Region]:
    return {region.code: region for region in regions().values()}


def key(name: str) -> str:
    """The letters of a name: what all its spellings share."""
    return "".join(filter(str.isalnum, name)).lower()


@cache
def index() -> Mapping[str, tuple[Entry, ...]]:
    """All names of provinces, regencies and cities, as keys."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for region in regions().values():
        if region is not INDONESIA:
            found[key(region.bare_name)].append(Entry(region, False))
    for row in table("seats"):
        _add(found, row["town"], row["region"])
    for row in table("short_forms"):
        _add(found, row["short"], row["region"])
    return {name: tuple(entries) for name, entries in found.items()}


def _add(found: dict[str, list[Entry]], name: str, region_name: str) -> None:
    region = regions()[region_name]
    entries = found[key(name)]
    if all(entry.region != region for entry in entries):
        entries.append(Entry(region, name.isupper()))


@cache
def districts() -> Mapping[str, tuple[Region, ...]]:
    """All names of sub-districts, as keys, with the regions that they lie in."""
    found: dict[str, list[Region]] = defaultdict(list)
    for row in table("districts"):
        region = _by_code()[row["region_code"]]
        if region not in found[key(row["name"])]:
            found[key(row["name"])].append(region)
    return {name: tuple(several) for name, several in found.items()}


@cache
def common() -> frozenset[str]:
    """Keys of names that are also common words."""
    return frozenset(key(row["name"]) for row in table("common_names"))


@cache
def beginnings() -> frozenset[str]:
    """The first letters, one to four, of every name: most words are no name, and this tells it at once."""
    return frozenset(name[:size] for name in (*index(), *SHORTENED) for size in range(1, 5))


def named(name: str) -> tuple[Region, ...]:
    """The regions that a name, seat town or short form alone may mean."""
    return tuple(entry.region for entry in index().get(key(name), ()))


@cache
def _short_forms() -> Mapping[str, str]:
    found = {key(row["short"]): regions()[row["region"]].bare_name for row in table("short_forms")}
    return {**found, **{key(region.bare_name): region.bare_name for region in regions().values()}}


def expanded(printed: str) -> str:
    """A name in full and in its own spelling: Sultra -> Sulawesi Tenggara, PARE-PARE -> Parepare; others as printed."""
    full = _short_forms().get(key(printed))
    return full or (printed.title() if printed.isupper() else printed)
