"""How far an outlet reaches, as far as its name tells: the column that ACLED calls the source scale."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from site_builder.data import table

WORD = re.compile(r"[^\W_]+")
NATIONAL, SUBNATIONAL = "national", "subnational"


@lru_cache(maxsize=10_000)
def source_scale(outlet: str | None) -> str:
    """``national``, ``subnational`` or ``official`` (a body of the state); empty if the name does not tell.

    A national outlet's desk for a region (``ANTARA Aceh``) is subnational: it is named after what it covers.
    """
    words = WORD.findall((outlet or "").casefold())
    if not words:
        return ""
    scales, bodies = _named()
    if words[0] in bodies:
        return bodies[words[0]]
    if scale := scales.get(" ".join(words)):
        return scale
    return SUBNATIONAL if _names_a_region(words) else ""


def _names_a_region(words: list[str]) -> bool:
    spans = ((start, end) for start in range(len(words)) for end in range(start + 1, len(words) + 1))
    return any(tuple(words[start:end]) in _regions() for start, end in spans)


@cache
def _named() -> tuple[dict[str, str], dict[str, str]]:
    """Whole names, and first words of names, each with its scale."""
    rows = table("outlet_scales")
    whole = {" ".join(WORD.findall(row["name"].casefold())): row["scale"] for row in rows if row["match"] == "whole"}
    return whole, {row["name"].casefold(): row["scale"] for row in rows if row["match"] != "whole"}


@cache
def _regions() -> frozenset[tuple[str, ...]]:
    """The words of every region's name, of every seat of government and short form."""
    names = [row["bare_name"] for row in table("regions")]
    names += [row["town"] for row in table("seats")] + [row["short"] for row in table("short_forms")]
    return frozenset(tuple(WORD.findall(name.casefold())) for name in names)
