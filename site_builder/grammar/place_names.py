"""Places at a word of the text: where an office ends and a name begins.

Which region an article is about is another question, and another grammar's.
"""

from __future__ import annotations

from functools import cache, lru_cache

from site_builder.data import table
from site_builder.grammar.words import Phrases, Words

LEVEL_NAMES = ("Kabupaten ", "Kota ", "Provinsi ", "Kota Administrasi ", "Daerah Istimewa ", "Kabupaten Administrasi ")


@cache
def _places() -> Phrases[str]:
    """Every region, district and regional short form -> its name in full, without the level."""
    rows = [(row["bare_name"], row["bare_name"]) for row in table("regions")]
    rows += [(row["short"], _in_full(row["short"], without_level(row["region"]))) for row in table("short_forms")]
    known = {name.lower() for name, _ in rows}
    rows += [(row["town"], row["town"]) for row in table("seats") if row["town"].lower() not in known]
    known |= {row["town"].lower() for row in table("seats")}
    rows += [(row["name"], row["name"]) for row in table("districts") if row["name"].lower() not in known]
    rows += [(row["name"], row["name"]) for row in table("other_places")]
    return Phrases.of(rows)


def _in_full(short: str, name: str) -> str:
    """The name that a short form stands for; older names and ``Jakarta`` are no short forms and stay as they are."""
    return short if name.endswith(f" {short}") or (" " in short and len(short) > len(name)) else name


def without_level(region: str) -> str:
    """``Kota Makassar`` -> ``Makassar``."""
    for level in sorted(LEVEL_NAMES, key=len, reverse=True):
        region = region.removeprefix(level)
    return region


@cache
def _levels() -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for row in table("regions"):
        found.setdefault(row["bare_name"], []).append(row["name"])
    return {bare: names[0] for bare, names in found.items() if len(names) == 1 and not names[0].startswith("Prov")}


def place_at(text: Words, index: int) -> tuple[int, str] | None:
    """The longest place that starts at the word: the index behind it, and its name in full; capitals needed."""
    if index >= len(text) or not text.items[index][0].isupper():
        return None
    found = _places().at(text, index, " \xa0-")
    if found and all(text.items[i][0].isupper() for i in range(index, found[0])):
        return found
    return None


def with_level(place: str) -> str | None:
    """``Makassar`` -> ``Kota Makassar``; None if several regions bear the name, or none does."""
    return _levels().get(place)


def is_region(place: str) -> bool:
    """Whether the name is that of a regency, a city or a province."""
    return place in _regions()


def is_province(place: str) -> bool:
    """Whether the name is that of a province and of no regency or city."""
    return place in _provinces()


@cache
def _provinces() -> frozenset[str]:
    names = [(row["bare_name"], row["name"]) for row in table("regions")]
    local = {bare for bare, name in names if name.startswith(("Kabupaten", "Kota"))}
    return frozenset(bare for bare, _ in names) - local


@cache
def _regions() -> frozenset[str]:
    return frozenset(row["bare_name"] for row in table("regions"))


@lru_cache(maxsize=64)
def abbreviated(text: Words, short: str) -> str:
    """``Mln`` -> ``Malinau``, if the text names exactly one place that has these letters in this order; else as is."""
    letters = short.lower()
    named = {place for place in _named(text) if _shortens(letters, place.lower())}
    return named.pop() if len(named) == 1 else short


@lru_cache(maxsize=4)
def _named(text: Words) -> frozenset[str]:
    found = (place_at(text, index) for index in range(len(text)))
    return frozenset(place for _, place in filter(None, found))


def _shortens(letters: str, place: str) -> bool:
    rest = iter(place)
    return len(letters) < len(place) and place[0] == letters[0] and all(letter in rest for letter in letters)
