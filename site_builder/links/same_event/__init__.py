"""The same event in several articles: date, place, venue, people, kind, words spoken, weighed together.

Two reports of one meeting may share almost no sentence, and two meetings in one hall share many.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from site_builder.links import CURATOR, Cluster, Reason, Tie
from site_builder.links.copy_of import Copy
from site_builder.links.decided import NOTHING, Decided
from site_builder.links.same_event.evidence import exclude, weigh
from site_builder.links.same_event.sketch import ROOMS, Sketch, sketch
from site_builder.model import Article

CLEARLY = 1.0
"""So many bits more must speak for one event than for another, where a vague date allows both."""
PRIOR = 4.0
"""Bits against any two articles that come to be compared."""
CROWD = 60
"""A key that more articles share says nothing."""
CERTAIN = 99.0
"""The bits of a person's word."""


@dataclass(frozen=True, slots=True)
class Bond:
    """Two articles, by position, that probably report one event."""

    one: int
    other: int
    bits: float
    reasons: tuple[Reason, ...]
    given: bool = False
    """The two are copies, or a person joined them: their dates, if they are guessed, do not matter."""


def clusters(
    articles: Sequence[Article], *, copies: Collection[Copy] = (), decided: Decided = NOTHING
) -> tuple[Cluster, ...]:
    """The events that at least two of the articles report, in the order of their first reports.

    A person's word stands over all evidence, and joins what excludes each other.
    """
    sketches = [sketch(article) for article in articles]
    texts = {(copy.one, copy.other): copy.share for copy in copies}
    given = decided.pairs()
    weighed = [bond for bond in _weighed(sketches, texts) if (bond.one, bond.other) not in given]
    bonds = [*_unambiguous(weighed, sketches), *(Bond(*pair, CERTAIN, (CURATOR,), given=True) for pair in given)]
    return tuple(sorted(_grouped(bonds, sketches, decided), key=lambda cluster: cluster.members))


def _weighed(sketches: Sequence[Sketch], texts: Mapping[tuple[int, int], float]) -> Iterator[Bond]:
    for one, other in sorted(candidates(sketches) | texts.keys()):
        if found := weigh(sketches[one], sketches[other], copied=texts.get((one, other), 0.0)):
            yield Bond(one, other, *found, given=(one, other) in texts)


def candidates(sketches: Sequence[Sketch]) -> set[tuple[int, int]]:
    """Pairs of positions that share a key: words spoken; or region, day or month, and a person or word of the venue."""
    pairs: set[tuple[int, int]] = set()
    for keys in (_day_keys, _speech_keys):
        for block in _blocks(enumerate(sketches), keys):
            pairs.update(combinations(block, 2))
    return pairs | _vague_candidates(sketches)


def _vague_candidates(sketches: Sequence[Sketch]) -> set[tuple[int, int]]:
    """Pairs of which one leaves the day open: two keys must agree, for where the day does not, one is never enough."""
    vague = {i for i, own in enumerate(sketches) if own.days and not own.narrow()}
    wanted = {key for i in vague for key in _month_keys(sketches[i])}
    met: Counter[tuple[int, int]] = Counter()
    for block in _blocks(enumerate(sketches), lambda own: (key for key in _month_keys(own) if key in wanted)):
        met.update({(min(i, j), max(i, j)) for i in vague.intersection(block) for j in block if i != j})
    return {pair for pair, count in met.items() if count > 1}


Key = tuple[str | int, ...]


def _day_keys(own: Sketch) -> Iterator[Key]:
    if own.days and own.narrow():
        for place in own.article.places:
            for day in range(own.days[0], own.days[1] + 1):
                yield from ((place, day, word) for word in _met(own))


def _speech_keys(own: Sketch) -> Iterator[Key]:
    return ((words,) for words in own.speech)


def _month_keys(own: Sketch) -> Iterator[Key]:
    for month in own.months():
        for place in own.article.places:
            yield from ((place, month, word) for word in _met(own))


def _met(own: Sketch) -> Iterator[str]:
    """Those without one of which nothing is ever enough: people and telling words of the venue."""
    yield from own.people
    yield from own.venue - ROOMS


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


def _grouped(bonds: Iterable[Bond], sketches: Sequence[Sketch], decided: Decided) -> Iterator[Cluster]:
    """Reports joined by their bonds, the surest first, as long as no two of a group exclude each other."""
    group: dict[int, list[int]] = {}
    ties: defaultdict[int, list[Tie]] = defaultdict(list)
    for bond in sorted(bonds, key=lambda bond: (-bond.bits, _slugs(bond, sketches))):
        mine, yours = (group.setdefault(end, [end]) for end in (bond.one, bond.other))
        if mine is yours or bond.bits == CERTAIN or _fit(bond, mine, yours, sketches, decided):
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


def _fit(bond: Bond, mine: Sequence[int], yours: Sequence[int], sketches: Sequence[Sketch], decided: Decided) -> bool:
    """Whether two groups may be reports of one event.

    An article that a person put beside another of a different day says nothing of the days of the rest.
    """
    if decided.apart(mine, yours):
        return False
    own = {(bond.one, bond.other), (bond.other, bond.one)} if bond.given else set()
    pairs = ((a, b) for a in mine for b in yours if (a, b) not in own and decided.joined.isdisjoint((a, b)))
    return not any(exclude(sketches[a], sketches[b]) for a, b in pairs)


def _slugs(bond: Bond, sketches: Sequence[Sketch]) -> list[str]:
    """Decides between bonds of one weight, whatever order the articles come in."""
    return sorted(sketches[end].article.slug for end in (bond.one, bond.other))


def _tie(bond: Bond, sketches: Sequence[Sketch]) -> Tie:
    one, other = sketches[bond.one].article.slug, sketches[bond.other].article.slug
    confidence = 1.0 if bond.bits == CERTAIN else min(round(1 - 2 ** (PRIOR - bond.bits), 3), 0.999)
    return Tie(one, other, bond.reasons, confidence)
