"""Why two profiles are one person, and how sure that is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from site_builder.links import Reason
from site_builder.links.same_person.profiles import (
    Profile,
    excluded,
    force,
    is_national,
    office,
    one_region,
    regions_in,
    sole_office,
    standing,
    vague,
)
from site_builder.slugs import slug

FULL_NAME = 3
"""A name of so many words is rarely borne by two people of one force."""
SAME_OFFICE, PART_OF_OFFICE, SAME_UNIT, SAME_NAME_CUT, SAME_FORCE, NO_OFFICE = 0.97, 0.93, 0.85, 0.8, 0.75, 0.7
"""How sure a bond is, by the best evidence that it rests on."""


@dataclass(frozen=True, slots=True)
class Bond:
    """Why two profiles are one person, and how sure that is."""

    confidence: float
    reasons: tuple[Reason, ...]
    vague: Profile | None = None
    """The one of the two, if any, that says so little that it could as well be somebody else's."""


def bonds(profiles: Sequence[Profile]) -> Iterator[tuple[Bond, Profile, Profile]]:
    """What connects the profiles of one person's names; enough of it to connect all that belong together."""
    for one, other in sorted(_pairs(profiles)):
        if found := bond(profiles[one], profiles[other]):
            yield found, profiles[one], profiles[other]


def _pairs(profiles: Sequence[Profile]) -> set[tuple[int, int]]:
    """Pairs of positions that some evidence could connect; all pairs of a name that is in a whole country's news,
    in each region with the same office, would be millions."""
    alike: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for position, own in enumerate(profiles):
        if not own.lonely:
            alike[own.name, own.rank or "", own.role or "", own.own].append(position)
    pairs = {pair for same in alike.values() for pair in pairwise(same)}
    blocks: defaultdict[str, set[int]] = defaultdict(set)
    for same in alike.values():
        for position in same:
            for key in _keys(profiles[position]):
                # Of one office in one block the first stands for all, which are connected to it anyway.
                blocks[key].add(same[0] if key in WIDE or key in regions_in(profiles[position].role) else position)
    return pairs.union(*(combinations(sorted(block), 2) for block in blocks.values()))


WIDE = frozenset({"national", "rank", "sole"})


def _keys(own: Profile) -> Iterable[str]:
    yield from regions_in(own.role)
    if own.region:
        yield own.region
    if is_national(own.role):
        yield "national"
    if own.rank:
        yield "rank"


def bond(one: Profile, other: Profile) -> Bond | None:
    """What connects two profiles that can be known again; None if it is not enough."""
    if excluded(standing(one), standing(other)):
        return None
    if slug(one.name) != slug(other.name):
        return _by_sole_office(one, other)
    return _by_office(one, other) or _by_region(one, other) or _by_force(one, other)


def _name(one: Profile, other: Profile) -> Reason:
    return Reason("name", one.name, other.name)


def name_fits(one: str, other: str) -> bool:
    """Whether one name is the other with words left out: ``Rahmat``, ``Rahmat Djafar``."""
    mine, yours = (slug(name).split("-") for name in (one, other))
    fewer, more = sorted((mine, yours), key=len)
    return fewer != more and set(fewer) <= set(more)


def _by_sole_office(one: Profile, other: Profile) -> Bond | None:
    """Two forms of a name, and an office that only one person holds."""
    sole = sole_office(one)
    if not sole or sole != sole_office(other) or not name_fits(one.name, other.name):
        return None
    short = min(one, other, key=lambda own: len(own.name))
    return Bond(SAME_NAME_CUT, (_name(one, other), Reason("role", one.role or "", other.role or "")), short)


def _by_office(one: Profile, other: Profile) -> Bond | None:
    """One office, in the same words or with fewer of them, of one region."""
    mine, yours = office(one.role), office(other.role)
    fewer = min(mine, yours, key=len)
    if not fewer or not (mine <= yours or yours <= mine) or not one_region(one, other):
        return None
    if fewer <= vague() and " " not in one.name:
        return None
    confidence = SAME_OFFICE if mine == yours else PART_OF_OFFICE
    return Bond(confidence, (_name(one, other), Reason("role", one.role or "", other.role or "")))


def _by_region(one: Profile, other: Profile) -> Bond | None:
    """One region; and one force in ranks near each other, or a name without an office."""
    if not one_region(one, other) or not one.region:
        return None
    region = Reason("region", one.region, other.region or one.region)
    if not (one.role and other.role):
        enough = " " in one.name or (one.rank is not None and one.rank == other.rank)
        bare = one if one.role is None else other
        return Bond(NO_OFFICE, (_name(one, other), region), bare) if enough else None
    if force(one) is not None and force(one) == force(other) and " " in one.name:
        return Bond(SAME_UNIT, (_name(one, other), Reason("role", one.role, other.role), region))
    return None


def _by_force(one: Profile, other: Profile) -> Bond | None:
    """A full name in one force: officers are posted elsewhere."""
    if len(one.name.split()) < FULL_NAME or not (one.rank and other.rank) or force(one) != force(other):
        return None
    return Bond(SAME_FORCE, (_name(one, other), Reason("rank", one.known_by(), other.known_by())))
