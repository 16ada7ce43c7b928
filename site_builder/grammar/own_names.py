"""Names of units and places that no gazetteer of regions has: ``Lanud Silas Papare``, ``Gubernur BI``, ``0910/Mln``."""

from __future__ import annotations

import re
from functools import cache

from site_builder.data import table
from site_builder.grammar import place_names
from site_builder.grammar.names import likely, never
from site_builder.grammar.ranks import rank_at
from site_builder.grammar.words import Phrases, Words

ENGLISH = frozenset({
    "Manager", "Senior Manager", "General Manager", "Team Leader", "Director", "Officer", "Supervisor", "Staf", "Chief",
    "Vice President", "Head",
})  # fmt: skip
"""Titles whose words stand before them."""
NO_ACRONYM = re.compile(r"H|HJ|HM|KH|DRS|DR|IR|RR?|TB|ST|[IVX]+|[A-Z]")


@cache
def army() -> dict[tuple[str, str], str]:
    """Kind and number of a unit -> its name: ``Kodim``, ``0910`` -> ``Malinau``."""
    return {(row["unit"], row["number"]): row["name"] for row in table("army_units")}


@cache
def _own_names() -> dict[str, Phrases[str]]:
    """Kind of unit -> names that are no place: ``Lanud`` -> ``Silas Papare``."""
    rows = [row["unit"].split(" ", 1) for row in table("unit_places")]
    return {kind: Phrases.of((name, name) for unit, name in rows if unit == kind) for kind in {row[0] for row in rows}}


def own_name(text: Words, index: int, unit: str) -> tuple[int, str] | None:
    """The name of its own that a unit has at the word: the index behind it, and the name."""
    names = _own_names().get(unit)
    return names.at(text, index) if names and text.items[index][0].isupper() else None


def acronym(text: Words, index: int) -> tuple[int, str] | None:
    """``Gubernur BI``, ``Presiden AS``: an acronym with a name in usual letters behind it."""
    if index + 1 >= len(text) or text.gap(index).strip(" \xa0") or text.gap(index + 1).strip(" ,\xa0"):
        return None
    word, following = text.items[index], text.items[index + 1]
    short = 2 <= len(word) <= 4 and word.isupper() and not rank_at(text, index) and not NO_ACRONYM.fullmatch(word)
    return (index + 1, word) if short and following[0].isupper() and not following.isupper() else None


def unknown_place(text: Words, index: int) -> tuple[int, str] | None:
    """A place that no gazetteer has: capitalised words between the office and a rank, or a comma and a usual name."""
    stop = index
    while stop < len(text) and stop - index < 4 and text.items[stop][0].isupper() and not rank_at(text, stop):
        if never(text.items[stop]) or (stop > index and text.gap(stop) not in {" ", "\xa0"}):
            break
        stop += 1
    if stop == index or stop >= len(text) or text.gap(stop) not in {" ", ", ", "\xa0", "\n"}:
        return None
    named = text.gap(stop) == ", " and likely(text.items[stop]) and not likely(text.items[index])
    return (stop, " ".join(text.items[index:stop])) if rank_at(text, stop) or named else None


def small_letters(name: str) -> str:
    """``juru bicara`` for ``Juru Bicara``; acronyms stay as they are."""
    return " ".join(word if word.isupper() else word.lower() for word in name.split())


def words_before(text: Words, index: int) -> int:
    """Where a title in English begins whose last word is at the index: ``Branch`` in ``Branch Manager``."""
    first = index
    while first and index - first < 3 and text.gap(first) in {" ", "\xa0", " & "}:
        word = text.items[first - 1]
        if not word[0].isupper() or likely(word) or never(word) or place_names.place_at(text, first - 1):
            break
        first -= 1
    return first
