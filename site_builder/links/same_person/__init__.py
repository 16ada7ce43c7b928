"""The same person across articles: one name, and an office, unit or region that fits.

Conservative: people of one name whom nothing connects stay apart.  Evidence is weighed between profiles (rank,
role, region), not between mentions, so that a name in a thousand articles costs no more than its few profiles.  Two
forms of a name are joined only by an office that one person holds at a time, or by a person's word.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from site_builder.links import CURATOR, Cluster, Reason, Tie
from site_builder.links.decided import NOTHING, Decided, denied
from site_builder.links.same_person.evidence import NO_OFFICE, SAME_OFFICE, Bond, bonds, name_fits
from site_builder.links.same_person.profiles import (
    Mention,
    Profile,
    Standing,
    excluded,
    profile,
    sole_office,
    standing,
)
from site_builder.slugs import slug

__all__ = ["Mention", "clusters"]

Family = Mapping[Profile, list[int]]
"""The profiles of one name, or of names that may be one person's, with the positions of their mentions."""


@dataclass(slots=True)
class _Group:
    """Profiles found to be one person so far."""

    profiles: list[Profile]
    articles: set[str]
    standings: set[Standing]
    sides: dict[str, int]
    ties: list[Tie]

    def take(self, other: _Group) -> None:
        self.profiles += other.profiles
        self.articles |= other.articles
        self.standings |= other.standings
        self.sides |= other.sides
        self.ties += other.ties


def clusters(mentions: Sequence[Mention], *, decided: Decided = NOTHING) -> tuple[Cluster, ...]:
    """The people: each mention is in one cluster; clusters in the order of their first mention."""
    names: defaultdict[str, dict[Profile, list[int]]] = defaultdict(dict)
    for position, mention in enumerate(mentions):
        own = profile(mention, apart=str(sorted(decided.sides_of([position]).items()) or ""))
        names[slug(mention.person.name)].setdefault(own, []).append(position)
    families = _families(names, mentions, decided)
    found = (cluster for family in families for cluster in _people(family, mentions, decided))
    return tuple(sorted(found, key=lambda cluster: cluster.members))


def _families(names: Mapping[str, Family], mentions: Sequence[Mention], decided: Decided) -> Iterator[Family]:
    """The profiles by name; those of names that may be forms of one name, or that a person joined, are one family."""
    joined: dict[str, list[str]] = {}
    for group in (*_forms(names), *([slug(mentions[i].person.name) for i in group] for group in decided.groups)):
        mine = joined.setdefault(group[0], [group[0]])
        for name in group:
            yours = joined.setdefault(name, [name])
            if mine is not yours:
                mine.extend(yours)
                joined.update(dict.fromkeys(yours, mine))
    for name, family in names.items():
        others = joined.get(name, [name])
        if others[0] == name:
            yield family if len(others) == 1 else {own: at for other in others for own, at in names[other].items()}


def _forms(names: Mapping[str, Family]) -> Iterator[tuple[str, str]]:
    """Names of which one is the other with words left out, and that hold one office that is held by one."""
    holders: defaultdict[frozenset[str], set[str]] = defaultdict(set)
    for name, family in names.items():
        for own in family:
            if sole := sole_office(own):
                holders[sole].add(name)
    for held_by in holders.values():
        words: defaultdict[str, list[str]] = defaultdict(list)
        for name in held_by:
            for word in name.split("-"):
                words[word].append(name)
        for name in sorted(held_by):
            near = min((words[word] for word in name.split("-")), key=len)
            yield from ((name, other) for other in sorted(near) if name_fits(name, other))


def _people(family: Family, mentions: Sequence[Mention], decided: Decided) -> Iterator[Cluster]:
    """The people of one family: a person's word first, then the surest bonds, none between who exclude each other."""
    groups = {own: _alone(own, family, mentions, decided) for own in family}
    for one, other in _given(family, decided):
        _join(one, other, (CURATOR,), 1.0, groups=groups, family=family, mentions=mentions)
    found = sorted(bonds(sorted(family, key=lambda own: family[own])), key=lambda item: -item[0].confidence)
    rivals = _rivals(found)
    for bond, one, other in found:
        if _open(bond, rivals, groups) and _fit(groups[one], groups[other]):
            _join(one, other, bond.reasons, bond.confidence, groups=groups, family=family, mentions=mentions)
    for group in {id(group): group for group in groups.values()}.values():
        members = sorted(position for own in group.profiles for position in family[own])
        yield Cluster(tuple(members), tuple(sorted(group.ties, key=lambda tie: (-tie.confidence, tie.one, tie.other))))


def _alone(own: Profile, family: Family, mentions: Sequence[Mention], decided: Decided) -> _Group:
    articles = {mentions[position].article for position in family[own]}
    ties = _repeated(own, family, mentions)
    return _Group([own], articles, {standing(own)}, decided.sides_of(family[own]), ties)


def _repeated(own: Profile, family: Family, mentions: Sequence[Mention]) -> list[Tie]:
    """The bond of a profile with itself, if it is in several articles."""
    articles = [mentions[position].article for position in family[own]]
    if len(articles) < 2:
        return []
    same = Reason("role", own.role, own.role) if own.role else None
    region = Reason("region", own.region, own.region) if own.region else None
    reasons = (Reason("name", own.name, own.name), *(reason for reason in (same, region) if reason))
    return [Tie(articles[0], articles[1], reasons, SAME_OFFICE if same else NO_OFFICE)]


def _given(family: Family, decided: Decided) -> Iterator[tuple[Profile, Profile]]:
    """The profiles that a person joined."""
    bearer = {position: own for own, positions in family.items() for position in positions} if decided.groups else {}
    for one, other in sorted(decided.pairs()):
        if one in bearer and other in bearer:
            yield bearer[one], bearer[other]


def _join(
    one: Profile,
    other: Profile,
    reasons: tuple[Reason, ...],
    confidence: float,
    *,
    groups: dict[Profile, _Group],
    family: Family,
    mentions: Sequence[Mention],
) -> None:
    mine, yours = sorted((groups[one], groups[other]), key=lambda group: -len(group.profiles))
    if mine is not yours:
        first, second = sorted((family[one][0], family[other][0]))
        mine.take(yours)
        mine.ties.append(Tie(mentions[first].article, mentions[second].article, reasons, confidence))
        groups.update(dict.fromkeys(yours.profiles, mine))


Bonds = Sequence[tuple[Bond, Profile, Profile]]


def _rivals(found: Bonds) -> Mapping[Profile, list[Profile]]:
    """A profile that says little -> all that it could belong to."""
    rivals: defaultdict[Profile, list[Profile]] = defaultdict(list)
    for bond, one, other in found:
        for vague, sure in ((one, other), (other, one)):
            if bond.vague == vague:
                rivals[vague].append(sure)
    return rivals


def _open(bond: Bond, rivals: Mapping[Profile, list[Profile]], groups: Mapping[Profile, _Group]) -> bool:
    """Whether a bond is not one of several that a profile of few words could follow."""
    if bond.vague is None:
        return True
    own = groups[bond.vague]
    return len({id(groups[rival]) for rival in rivals[bond.vague]} - {id(own)}) == 1


def _fit(one: _Group, other: _Group) -> bool:
    """Whether two groups are still two, and may be one person: no two forces, no article that lists both."""
    return (
        one is not other
        and one.articles.isdisjoint(other.articles)
        and not any(excluded(mine, yours) for mine in one.standings for yours in other.standings)
        and not denied(one.sides, other.sides)
    )
