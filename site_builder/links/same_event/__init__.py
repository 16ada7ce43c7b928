"""The same event in several articles: date, place, venue, people, kind, words spoken, weighed together.

Two reports of one meeting may share almost no sentence, and two meetings in one hall share many.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from site_builder.links import Cluster, Reason, Tie
from site_builder.links.same_event.evidence import exclude, weigh
from site_builder.links.same_event.sketch import ROOMS, Sketch, sketch
from site_builder.model import Article

CLEARLY = 1.0
"""So many bits more must speak for one event than for another, where a vague date allows both."""
PRIOR = 4.0
"""Bits against any two articles that come to be compared."""
CROWD = 60
"""A key that more articles share says nothing."""


@dataclass(frozen=True, slots=True)
class Bond:
    """Two articles, by position, that probably report one event."""

    one: int
    other: int
    bits: float
    reasons: tuple[Reason, ...]


def clusters(articles: Sequence[Article]) -> tuple[Cluster, ...]:
    """The events that at least two of the articles report, in the order of their first reports."""
    sketches = [sketch(article) for article in articles]
    pairs = sorted(candidates(sketches))
    weighed = ((one, other, weigh(sketches[one], sketches[other])) for one, other in pairs)
    bonds = [Bond(one, other, *found) for one, other, found in weighed if found]
    return tuple(sorted(_grouped(_unambiguous(bonds, sketches), sketches), key=lambda cluster: cluster.members))


def candidates(sketches: Sequence[Sketch]) -> set[tuple[int, int]]:
    """Pairs of positions that share a key: region and day, words spoken, or region, month and a person or venue."""
    pairs: set[tuple[int, int]] = set()
    for block in _blocks(enumerate(sketches), _day_keys):
        pairs.update(combinations(block, 2))
    for block in _blocks(enumerate(sketches), _speech_keys):
        pairs.update(combinations(block, 2))
    wide = [(i, own) for i, own in enumerate(sketches) if own.days and not own.narrow()]
    wanted = {key for _, own in wide for key in _month_keys(own)}
    for block in _blocks(enumerate(sketches), lambda own: (key for key in _month_keys(own) if key in wanted)):
        pairs.update(pair for pair in combinations(block, 2) if not all(sketches[i].narrow() for i in pair))
    return pairs


Key = tuple[str | int, ...]


def _day_keys(own: Sketch) -> Iterator[Key]:
    if own.days and own.narrow():
        yield from ((place, day) for place in own.article.places for day in range(own.days[0], own.days[1] + 1))


def _speech_keys(own: Sketch) -> Iterator[Key]:
    return ((words,) for words in own.speech)


def _month_keys(own: Sketch) -> Iterator[Key]:
    for month in own.months():
        for place in own.article.places:
            yield from ((place, month, word) for word in (*own.people, *(own.venue - ROOMS)))


def _blocks(sketches: Iterable[tuple[int, Sketch]], keys: Callable[[Sketch], Iterable[Key]]) -> Iterator[list[int]]:
    """The positions that share a key, for keys that are shared by some and not by a crowd."""
    found: defaultdict[Key, list[int]] = defaultdict(list)
    for position, own in sketches:
        for key in set(keys(own)):
            found[key].append(position)
    return (block for block in found.values() if 1 < len(block) <= CROWD)


def _unambiguous(bonds: Sequence[Bond], sketches: Sequence[Sketch]) -> Iterator[Bond]:
    """The bonds without those of a vague date that could nearly as well mean an event of another day."""
    rivals: defaultdict[int, list[Bond]] = defaultdict(list)
    for bond in bonds:
        for vague, sure in ((bond.one, bond.other), (bond.other, bond.one)):
            if sketches[sure].exact and not sketches[vague].exact:
                rivals[vague].append(bond)
    doubtful = {id(bond) for vague, own in rivals.items() for bond in _doubtful(own, vague, sketches)}
    return (bond for bond in bonds if id(bond) not in doubtful)


def _doubtful(bonds: Sequence[Bond], vague: int, sketches: Sequence[Sketch]) -> Iterator[Bond]:
    """Of the bonds of a vague report those to another event than the best; all if the best is hardly better."""
    best: dict[tuple[int, int] | None, float] = {}
    for bond in bonds:
        days = _other(bond, vague, sketches).days
        best[days] = max(bond.bits, best.get(days, 0.0))
    ranked = sorted(best.items(), key=lambda item: (-item[1], item[0] or (0, 0)))
    clear = len(ranked) == 1 or ranked[0][1] - ranked[1][1] >= CLEARLY
    return (bond for bond in bonds if not clear or _other(bond, vague, sketches).days != ranked[0][0])


def _other(bond: Bond, one: int, sketches: Sequence[Sketch]) -> Sketch:
    return sketches[bond.other if bond.one == one else bond.one]


def _grouped(bonds: Iterable[Bond], sketches: Sequence[Sketch]) -> Iterator[Cluster]:
    """Reports joined by their bonds, the surest first, as long as no two of a group exclude each other."""
    group: dict[int, list[int]] = {}
    ties: defaultdict[int, list[Tie]] = defaultdict(list)
    for bond in sorted(bonds, key=lambda bond: (-bond.bits, _slugs(bond, sketches))):
        mine, yours = (group.setdefault(end, [end]) for end in (bond.one, bond.other))
        if mine is yours or not any(exclude(sketches[a], sketches[b]) for a in mine for b in yours):
            ties[bond.one].append(_tie(bond, sketches))
            if mine is not yours:
                mine.extend(yours)
                group.update(dict.fromkeys(yours, mine))
    for members in {id(members): members for members in group.values()}.values():
        if len(members) > 1:
            own = (tie for member in members for tie in ties[member])
            yield Cluster(
                tuple(sorted(members)), tuple(sorted(own, key=lambda tie: (-tie.confidence, tie.one, tie.other)))
            )


def _slugs(bond: Bond, sketches: Sequence[Sketch]) -> list[str]:
    """Decides between bonds of one weight, whatever order the articles come in."""
    return sorted(sketches[end].article.slug for end in (bond.one, bond.other))


def _tie(bond: Bond, sketches: Sequence[Sketch]) -> Tie:
    one, other = sketches[bond.one].article.slug, sketches[bond.other].article.slug
    return Tie(one, other, bond.reasons, round(1 - 2 ** (PRIOR - bond.bits), 3))
