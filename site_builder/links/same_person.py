"""The same person across articles: one name, and an office, unit or region that fits.

Conservative: people of one name whom nothing connects stay apart.  Evidence is weighed between profiles (rank,
role, region) of one name, not between mentions, so that a name in a thousand articles costs no more than its
few profiles.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import combinations

from site_builder.data import table
from site_builder.links import Cluster, Reason, Tie
from site_builder.model import Person
from site_builder.slugs import slug

WORD = re.compile(r"[^\W_]+")
LEVELS = frozenset(
    {"administrasi", "daerah", "dan", "dari", "di", "hukum", "kab", "kabupaten", "kota", "prov", "provinsi", "wilayah"}
)
"""Words of a role that reports put before a region, or leave out, as they like."""
ACTING = {"penjabat": "pj", "pelaksana": "plt", "mantan": "eks"}
"""Two spellings of one word in a role."""
NATIONAL = frozenset(
    {"dkpp", "dpp", "kapolri", "kementerian", "komnas", "kpk", "mabes", "menteri", "mpr", "polri", "presiden", "ri"}
)
"""Words of offices and bodies that the country has once."""
FULL_NAME = 3
"""A name of so many words is rarely borne by two people of one force."""
NEAR_RANKS = 2
"""So many steps of promotion may lie between two reports of one officer."""

SAME_OFFICE, PART_OF_OFFICE, SAME_UNIT, SAME_FORCE, NO_OFFICE = 0.97, 0.93, 0.85, 0.75, 0.7
"""How sure a bond is, by the best evidence that it rests on."""


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
    article: str | None
    """None, but for a name that says too little to be known again in another article."""

    def known_by(self) -> str:
        """What the evidence shows of a profile besides its name."""
        return " ".join(part for part in (self.rank, self.role) if part) or self.region or ""


@dataclass(frozen=True, slots=True)
class Bond:
    """Why two profiles of one name are one person, and how sure that is."""

    confidence: float
    reasons: tuple[Reason, ...]


Family = Mapping[Profile, list[int]]
"""The profiles of one name, with the positions of their mentions."""
Bonds = Sequence[tuple[Bond, Profile, Profile]]


def clusters(mentions: Sequence[Mention]) -> tuple[Cluster, ...]:
    """The people: each mention is in one cluster; clusters in the order of their first mention."""
    families: defaultdict[str, dict[Profile, list[int]]] = defaultdict(dict)
    for position, mention in enumerate(mentions):
        families[slug(mention.person.name)].setdefault(_profile(mention), []).append(position)
    found = (cluster for family in families.values() for cluster in _people(family, mentions))
    return tuple(sorted(found, key=lambda cluster: cluster.members))


def _profile(mention: Mention) -> Profile:
    person, region = mention.person, next(iter(mention.places), None)
    bare = not (person.rank or person.role)
    lonely = bare and (region is None or " " not in person.name)
    return Profile(person.name, person.rank, person.role, region, mention.article if lonely else None)


def _people(family: Family, mentions: Sequence[Mention]) -> Iterator[Cluster]:
    """The people of one name: the surest bonds first, none between profiles that exclude each other."""
    group = {profile: [profile] for profile in family}
    ties: dict[Profile, list[Tie]] = {profile: _repeated(profile, family, mentions) for profile in family}
    found = _bonds(family)
    for bond, one, other in found:
        if _open(bond, one, other, found, group) and _fit(group[one], group[other], family, mentions):
            first, second = sorted((family[one][0], family[other][0]))
            ties[one].append(Tie(mentions[first].article, mentions[second].article, bond.reasons, bond.confidence))
            group[one].extend(group[other])
            group.update(dict.fromkeys(group[other], group[one]))
    for profiles in {id(members): members for members in group.values()}.values():
        members = sorted(position for profile in profiles for position in family[profile])
        own = (tie for profile in profiles for tie in ties[profile])
        yield Cluster(tuple(members), tuple(sorted(own, key=lambda tie: (-tie.confidence, tie.one, tie.other))))


def _repeated(profile: Profile, family: Family, mentions: Sequence[Mention]) -> list[Tie]:
    """The bond of a profile with itself, if it is in several articles."""
    articles = [mentions[position].article for position in family[profile]]
    if len(articles) < 2:
        return []
    same = Reason("role", profile.role, profile.role) if profile.role else None
    region = Reason("region", profile.region, profile.region) if profile.region else None
    reasons = (_name(profile, profile), *(reason for reason in (same, region) if reason))
    return [Tie(articles[0], articles[1], reasons, SAME_OFFICE if same else NO_OFFICE)]


def _bonds(family: Family) -> Bonds:
    linkable = (profile for profile in family if profile.article is None)
    pairs = ((bond(one, other), one, other) for one, other in combinations(linkable, 2))
    found = [(bond, one, other) for bond, one, other in pairs if bond]
    return sorted(found, key=lambda item: (-item[0].confidence, family[item[1]], family[item[2]]))


def _open(bond: Bond, one: Profile, other: Profile, found: Bonds, group: Mapping[Profile, list[Profile]]) -> bool:
    """Whether a bond still joins two groups, and is not one of several that a name without office could follow."""
    if bond.confidence > NO_OFFICE:
        return group[one] is not group[other]
    bare = one if one.role is None else other
    choices = {id(group[a if b == bare else b]) for _, a, b in found if bare in (a, b)}
    return group[one] is not group[other] and len(choices - {id(group[bare])}) == 1


def _fit(ones: Sequence[Profile], others: Sequence[Profile], family: Family, mentions: Sequence[Mention]) -> bool:
    """Whether two groups may be one person: no two forces, and no article that lists both."""
    articles = [
        {mentions[position].article for profile in profiles for position in family[profile]}
        for profiles in (ones, others)
    ]
    return articles[0].isdisjoint(articles[1]) and not any(_exclude(a, b) for a in ones for b in others)


def bond(one: Profile, other: Profile) -> Bond | None:
    """What connects two profiles of one name that can be known again; None if it is not enough."""
    if _exclude(one, other):
        return None
    found = _by_office(one, other) or _by_region(one, other) or _by_force(one, other)
    return found and Bond(found.confidence, (_name(one, other), *found.reasons))


def _name(one: Profile, other: Profile) -> Reason:
    return Reason("name", one.name, other.name)


def _by_office(one: Profile, other: Profile) -> Bond | None:
    """One office, in the same words or with fewer of them, of one region."""
    mine, yours = _office(one.role), _office(other.role)
    fewer = min(mine, yours, key=len)
    if not fewer or not (mine <= yours or yours <= mine) or not _one_region(one, other):
        return None
    if fewer <= _vague() and " " not in one.name:
        return None
    confidence = SAME_OFFICE if mine == yours else PART_OF_OFFICE
    return Bond(confidence, (Reason("role", one.role or "", other.role or ""),))


def _by_region(one: Profile, other: Profile) -> Bond | None:
    """One region; and one force in ranks near each other, or a name without an office."""
    if not _one_region(one, other) or not one.region:
        return None
    region = Reason("region", one.region, other.region or one.region)
    if not (one.role and other.role):
        enough = " " in one.name or (one.rank is not None and one.rank == other.rank)
        return Bond(NO_OFFICE, (region,)) if enough else None
    forces = _force(one) is not None and _force(one) == _force(other)
    if forces and " " in one.name:
        return Bond(SAME_UNIT, (Reason("role", one.role, other.role), region))
    return None


def _by_force(one: Profile, other: Profile) -> Bond | None:
    """A full name in one force: officers are posted elsewhere."""
    if len(one.name.split()) < FULL_NAME or not (one.rank and other.rank) or _force(one) != _force(other):
        return None
    return Bond(SAME_FORCE, (Reason("rank", one.known_by(), other.known_by()),))


def _one_region(one: Profile, other: Profile) -> bool:
    """Whether both are of one region, by the words of the roles where they name one, else by the articles.

    An office of which the country has one, such as ``Kapolri``, needs no region.
    """
    if _is_national(one.role) and _is_national(other.role):
        return True
    mine, yours = _regions_in(one.role), _regions_in(other.role)
    if mine and yours:
        return mine <= yours or yours <= mine
    return one.region is not None and one.region == other.region


def _exclude(one: Profile, other: Profile) -> bool:
    """Whether two profiles cannot be one person: of two forces, or many ranks apart."""
    forces = {force for profile in (one, other) if (force := _force(profile))}
    apart = len(forces) > 1 and not (all(force.startswith("tni") for force in forces) and "tni" in forces)
    orders = [order for profile in (one, other) if (order := _rank(profile.rank)[1])]
    return apart or (len(orders) == 2 and abs(orders[0] - orders[1]) > NEAR_RANKS)


def _force(profile: Profile) -> str | None:
    """``polisi``, ``tni``, ``tni ad``, ``kejaksaan``, …; None if neither rank nor role tells."""
    force = _rank(profile.rank)[0]
    if force or not profile.role:
        return force
    return next((force for word in WORD.findall(profile.role.casefold()) if (force := _heads().get(word))), None)


@lru_cache(maxsize=10_000)
def _office(role: str | None) -> frozenset[str]:
    """The words of a role that carry meaning: ``kapolres``, ``parepare``."""
    words = WORD.findall((role or "").casefold())
    return frozenset(ACTING.get(word, word) for word in words) - LEVELS


@lru_cache(maxsize=10_000)
def _regions_in(role: str | None) -> frozenset[str]:
    return _office(role) & _region_words()


@cache
def _region_words() -> frozenset[str]:
    return frozenset(word for row in table("regions") for word in WORD.findall(row["bare_name"].casefold()))


@cache
def _vague() -> frozenset[str]:
    """Offices that say little without their body: ``ketua``, ``anggota``."""
    bodies = (row["canonical"].casefold() for row in table("offices") if row["follows"] == "body")
    return frozenset(office for office in bodies if " " not in office)


def _is_national(role: str | None) -> bool:
    return role in _unique() or not NATIONAL.isdisjoint(_office(role))


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
