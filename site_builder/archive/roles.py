"""What kind of office a role is, and the institution of its report that it speaks for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from site_builder.data import table
from site_builder.slugs import slug


def office_kind(role: str) -> str:
    """A role without whose it is: ``Kapolres Wajo`` -> ``Kapolres``; its first word if no table has the office."""
    words = role.split()
    known = _kinds()
    heads = (" ".join(words[:count]) for count in range(len(words), 0, -1))
    return next((known[head.casefold()] for head in heads if head.casefold() in known), words[0] if words else role)


def speaks_for(role: str, institutions: Iterable[str]) -> str | None:
    """The institution, of those that a report names, whose office a role is; None if it names none.

    ``Ketua KPU Kabupaten Wajo`` ends in its body; ``Kapolres Wajo`` heads ``Polres Wajo``.
    """
    own = {slug(role), *_units_headed(role)}
    found = [name for name in institutions if any(_ends_in(spelling, slug(name)) for spelling in own)]
    return max(found, key=lambda name: (len(name), name), default=None)


def _ends_in(words: str, end: str) -> bool:
    return words == end or words.endswith(f"-{end}")


def _units_headed(role: str) -> set[str]:
    """The slugs of the unit that a role heads, however its office is printed."""
    words = role.split()
    heads = ((" ".join(words[:count]).casefold(), words[count:]) for count in range(1, len(words)))
    return {slug(" ".join([_units()[head], *rest])) for head, rest in heads if head in _units()}


@cache
def _kinds() -> Mapping[str, str]:
    """Every spelling of an office, folded -> its usual form."""
    offices = {row["form"].casefold(): row["canonical"] for row in table("offices")}
    return {row["head"].casefold(): row["head"] for row in table("units")} | offices


@cache
def _units() -> Mapping[str, str]:
    """Head of a kind of unit, folded -> the kind; also of its deputy."""
    heads = {row["head"].casefold(): row["type"] for row in table("units")}
    return heads | {f"wa{head}": unit for head, unit in heads.items()}
