"""What a name is said to be: office, force, rank and region, made ready to be compared."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from site_builder.data import table
from site_builder.model import Person

WORD = re.compile(r"[^\W_]+")
NEAR_RANKS = 2
"""So many steps of promotion may lie between two reports of one officer."""
LEVELS = frozenset(
    {"administrasi", "daerah", "dan", "dari", "di", "hukum", "kab", "kabupaten", "kota", "prov", "provinsi", "wilayah"}
)
"""Words of a role that reports put before a region, or leave out, as they like."""
ACTING = {"penjabat": "pj", "pelaksana": "plt", "mantan": "eks", "kpud": "kpu"}
"""Two spellings of one word in a role."""
NATIONAL = frozenset(
    {"dkpp", "dpp", "kapolri", "kementerian", "komnas", "kpk", "mabes", "menteri", "mpr", "polri", "presiden", "ri"}
)
"""Words of offices and bodies that the country has once."""
HEADS = ("bupati", "gubernur", "wakil bupati", "wakil gubernur", "wakil wali kota", "wali kota")
"""Offices of a region that one person holds at a time; with them stand the heads of units."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A person in an article, as far as it helps to know them again."""

    article: str
    """The article's slug."""
    places: tuple[str, ...]
    """Official names, the main place first."""
    person: Person


@dataclass(frozen=True, slots=True)
class Profile:
    """What a name is said to be, the same in any number of articles."""

    name: str
    rank: str | None
    role: str | None
    region: str | None
    """The main place of the articles."""
    own: str = ""
    """Empty, but for mentions that stand for themselves, whatever others say the same."""
    lonely: bool = False
    """The name says too little to be known again in another article."""

    def known_by(self) -> str:
        """What the evidence shows of a profile besides its name."""
        return " ".join(part for part in (self.rank, self.role) if part) or self.region or ""


def profile(mention: Mention, *, apart: str = "") -> Profile:
    """What a mention says; ``apart`` tells it from others of which a person decided that they are somebody else."""
    person, region = mention.person, next(iter(mention.places), None)
    lonely = not (person.rank or person.role) and (region is None or " " not in person.name)
    return Profile(person.name, person.rank, person.role, region, mention.article if lonely else apart, lonely)


def one_region(one: Profile, other: Profile) -> bool:
    """Whether both are of one region, by the words of the roles where they name one, else by the articles.

    An office of which the country has one, such as ``Kapolri``, needs no region.
    """
    if is_national(one.role) and is_national(other.role):
        return True
    mine, yours = regions_in(one.role), regions_in(other.role)
    if mine and yours:
        return mine <= yours or yours <= mine
    return one.region is not None and one.region == other.region


def names_region(role: str) -> bool:
    """Whether an office says where it is, or is one that the country has once."""
    return is_national(role) or bool(regions_in(role))


Standing = tuple[str | None, int | None]
"""Force and order of a rank."""


def standing(own: Profile) -> Standing:
    return force(own), _rank(own.rank)[1]


def excluded(one: Standing, other: Standing) -> bool:
    """Whether two standings cannot be one person's: of two forces, or many ranks apart."""
    forces = {name for name, _ in (one, other) if name}
    apart = len(forces) > 1 and not (all(name.startswith("tni") for name in forces) and "tni" in forces)
    orders = [order for _, order in (one, other) if order]
    return apart or (len(orders) == 2 and abs(orders[0] - orders[1]) > NEAR_RANKS)


def sole_office(own: Profile) -> frozenset[str]:
    """The words of an office that only one person holds at a time, ``kapolres parepare``; empty for others."""
    role = (own.role or "").casefold()
    if own.role in _unique():
        return frozenset() if role.startswith("calon ") else office(own.role)
    heads = role.startswith(HEADS) or role.split(" ")[0] in _unit_heads()
    return office(own.role) if heads and regions_in(own.role) else frozenset()


@cache
def _unit_heads() -> frozenset[str]:
    heads = {row["head"].split()[0].casefold() for row in table("units") if row["head"]}
    return frozenset(heads - {"kepala"})


def force(profile: Profile) -> str | None:
    """``polisi``, ``tni``, ``tni ad``, ``kejaksaan``, …; None if neither rank nor role tells."""
    own = _rank(profile.rank)[0]
    if own or not profile.role:
        return own
    return next((found for word in WORD.findall(profile.role.casefold()) if (found := _heads().get(word))), None)


@lru_cache(maxsize=10_000)
def office(role: str | None) -> frozenset[str]:
    """The words of a role that carry meaning: ``kapolres``, ``parepare``."""
    words = WORD.findall((role or "").casefold())
    return frozenset(ACTING.get(word, word) for word in words) - LEVELS


@lru_cache(maxsize=10_000)
def regions_in(role: str | None) -> frozenset[str]:
    return office(role) & _region_words()


@cache
def _region_words() -> frozenset[str]:
    return frozenset(word for row in table("regions") for word in WORD.findall(row["bare_name"].casefold()))


@cache
def vague() -> frozenset[str]:
    """Offices that say little without their body: ``ketua``, ``anggota``."""
    bodies = (row["canonical"].casefold() for row in table("offices") if row["follows"] == "body")
    return frozenset(office for office in bodies if " " not in office)


def is_national(role: str | None) -> bool:
    return role in _unique() or not NATIONAL.isdisjoint(office(role))


@cache
def _unique() -> frozenset[str]:
    """Offices that are followed by neither a place nor a body: ``Kapolri``, ``Menteri Dalam Negeri``."""
    return frozenset(row["canonical"] for row in table("offices") if row["follows"] == "none")


@cache
def _heads() -> Mapping[str, str]:
    """Words that tell the force of an office: ``kapolres``, ``wakapolres``, ``polres`` -> ``polisi``."""
    plain = {row[key].split()[0].casefold(): row["force"] for row in table("units") for key in ("type", "head")}
    plain.pop("kepala", None)
    return plain | {f"wa{word}": force for word, force in plain.items()}


@lru_cache(maxsize=1_000)
def _rank(rank: str | None) -> tuple[str | None, int | None]:
    """Force and order (1 is the highest) of a rank, found by its first words: ``Letkol Inf`` -> tni, 6."""
    words = (rank or "").casefold().split()
    for length in range(len(words), 0, -1):
        if found := _ranks().get(" ".join(words[:length])):
            return found
    return None, None


@cache
def _ranks() -> Mapping[str, tuple[str | None, int]]:
    return {row["rank"]: (row["force"] or None, int(row["order"])) for row in table("ranks")}
