"""One body under one name: ``KPUD Banyumas`` and ``KPU Kab. Banyumas`` are ``KPU Kabupaten Banyumas``.

The kind of body is said as most reports say it, the region as the ministry does.  A region that the name leaves open
(Bogor is a regency and a city) is settled by the places of the report; where these name both or neither, it stays open.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from site_builder.data import table
from site_builder.grammar.region_names import Level, Region, expanded, key, regions
from site_builder.grammar.units import army_units

LEVEL = re.compile(r"(Kabupaten|Kab|Kota(?: Administrasi)?|Provinsi|Propinsi|Prov|Daerah)\b\.?\s{1,3}", re.IGNORECASE)
"""``Kab. Malinau``; ``Daerah`` says nothing: ``KPU Daerah Malinau``."""
LEVELS: Mapping[str, Level] = {"kab": "kabupaten", "kot": "kota", "pro": "provinsi"}
NUMBER = re.compile(r"(\d{3,4})(?!\d|-\d)\s{0,2}/?\s{0,2}(.*)")
"""``0910/Malinau``, ``0910 Malinau``, ``0910``: of an army unit."""
ROMAN = re.compile(r"[IVX]{1,5}\s{0,2}/\s{0,2}")
"""``XIV/Hasanuddin``: the number of an army command, which reports leave out."""
BLANK = r"\s{1,3}"
COUNTRY = frozenset({"ri", "republikindonesia", "pusat"})
"""What follows a body of the whole country, as keys."""
CITY = " Kota"
"""Behind the name of a city whose police would bear that of the regency: ``Polres Bogor Kota``."""


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of body, and how its name goes on."""

    name: str
    level: Level | None
    """What the kind says of the region: ``Pemkab``."""
    named: str
    """``level``: the region in full; ``bare``: without its level; ``none``: no region."""
    areas: frozenset[str]
    """Levels of the regions that it is named after."""


@lru_cache(maxsize=200_000)
def canonical(name: str, places: tuple[str, ...] = ()) -> str:
    """The one name of a body, or of an office in one; a name without a known kind of body stays as it is.

    ``places``: official names of the places of the report that prints it.

    >>> canonical("KPUD Banyumas"), canonical("Ketua KPU Kab. Banyumas"), canonical("Kepolisian Resor Malinau")
    ('KPU Kabupaten Banyumas', 'Ketua KPU Kabupaten Banyumas', 'Polres Malinau')
    >>> canonical("KPU Bogor"), canonical("KPU Bogor", ("Kota Bogor",))
    ('KPU Bogor', 'KPU Kota Bogor')
    """
    found = _forms().search(name)
    if found is None:
        return name
    kind = _kinds()[_folded(found[0])]
    whole = " ".join(part for part in (kind.name, _named(kind, name[found.end() :].strip(), places)) if part)
    return name[: found.start()] + whole


def _named(kind: _Kind, rest: str, places: tuple[str, ...]) -> str:
    """What follows the kind."""
    if kind.named == "none" or not rest:
        return rest or (kind.level or "").capitalize()
    if key(rest) in COUNTRY:
        return "RI"
    if army := _army(kind, rest):
        return army
    match = None if key(rest) in _regions() else LEVEL.match(rest)
    level = LEVELS.get(match[1][:3].casefold()) if match else kind.level
    place = rest[match.end() :] if match else rest
    if kind.named == "bare":
        name = _bare(kind, level, place)
        return _army(kind, name) or name
    meant = _meant(place, frozenset({level}) if level else kind.areas, places)
    if meant:
        return meant.name
    return f"{level.capitalize()} {_spelt(place)}" if level else _spelt(place)


def _army(kind: _Kind, rest: str) -> str:
    """``0910/Malinau`` for each way to print it; empty if the table has no such unit."""
    numbered = NUMBER.match(rest)
    if numbered:
        own = army_units().get((kind.name, numbered[1]))
        return f"{numbered[1]}/{own or expanded(numbered[2])}".rstrip("/") if own or numbered[2] else ""
    number = _army_names().get((kind.name, key(rest)))
    return f"{number}/{army_units()[kind.name, number]}" if number else ""


@cache
def _army_names() -> Mapping[tuple[str, str], str]:
    """Kind and name of an army unit -> its number, where only one bears the name."""
    names = [((kind, key(name)), number) for (kind, number), name in army_units().items()]
    keys = [own for own, _ in names]
    return {own: number for own, number in names if keys.count(own) == 1}


def _bare(kind: _Kind, level: Level | None, place: str) -> str:
    """A region without its level; a city of which a regency bears the name is told from it."""
    words = ROMAN.sub("", place, count=1) if ROMAN.match(place) else place
    city = words.endswith(CITY)
    name = _spelt(words.removesuffix(CITY))
    two = len([region for region in _regions().get(key(name), ()) if region.level in kind.areas]) > 1
    return name + CITY if city or (level == "kota" and two and kind.name == "Polres") else name


def _spelt(place: str) -> str:
    """In full and in its own spelling; a short form that several regions share stays as it is: ``Mura``."""
    names = {region.bare_name for region in _regions().get(key(place), ())}
    return expanded(place) if len(names) < 2 else place


def _meant(place: str, levels: frozenset[str], places: tuple[str, ...]) -> Region | None:
    """The region of a name, if it is clear which."""
    found = [region for region in _regions().get(key(place), ()) if region.level in levels]
    if len(found) > 1:
        found = [region for region in found if region.name in places]
    return found[0] if len(found) == 1 else None


@cache
def _regions() -> Mapping[str, tuple[Region, ...]]:
    """The regions by their own and their short names; a seat town is no region: courts are named after it."""
    found: dict[str, list[Region]] = {}
    for region in regions().values():
        found.setdefault(key(region.bare_name), []).append(region)
    for row in table("short_forms"):
        others = found.setdefault(key(row["short"]), [])
        if (region := regions()[row["region"]]) not in others:
            others.append(region)
    return {name: tuple(several) for name, several in found.items()}


# Kinds --------------------------------------------------------------------------------------------------------------

ANY = frozenset({"provinsi", "kabupaten", "kota"})
LOCAL = frozenset({"kabupaten", "kota"})


@cache
def _kinds() -> Mapping[str, _Kind]:
    """Every form of the name of a kind of body, folded."""
    found: dict[str, _Kind] = {}
    for row in table("units"):
        areas = frozenset({"provinsi"}) if row["level"] == "provinsi" else LOCAL
        own = _Kind(row["type"], None, "bare", areas)
        if row["force"] != "pemda" and row["level"] != "nasional":
            found.setdefault(_folded(row["type"]), own)
            found.setdefault(_folded(row["full_name"]), own)
    found[_folded("Polres Kota")] = _Kind("Polres", "kota", "bare", LOCAL)
    for row in table("institutions"):
        name, _, last = row["canonical"].rpartition(" ")
        level = LEVELS.get(last[:3].casefold()) if last in ("Kabupaten", "Kota", "Provinsi") else None
        found[_folded(row["form"])] = _Kind(name if level else row["canonical"], level, row["named"], ANY)
    return found


@cache
def _forms() -> re.Pattern[str]:
    """The leftmost form that a name holds as words of its own, the longest of those that begin there."""
    forms = sorted(_kinds(), key=lambda form: (-len(form), form))
    choices = "|".join(BLANK.join(map(re.escape, form.split())) for form in forms)
    return re.compile(rf"\b(?:{choices})(?!\w)", re.IGNORECASE)


def _folded(form: str) -> str:
    return " ".join(form.casefold().split())
