"""What a person decided, made ready for those who group: what must be together, and what must not.

A denial is stronger than a confirmation: of two decisions that contradict each other, be it by way of a third, the
confirmation is set aside, and that is a problem for a person.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from site_builder.errors import Problem

CONTRADICTION = "take one of the two out; until then they are kept apart"


@dataclass(frozen=True, slots=True)
class Ruling:
    """A decision of which the members have been found, as positions in the sequence that is to be grouped."""

    where: str
    same: bool
    members: tuple[tuple[int, ...], ...]
    """A name may stand in several places."""


Sides = Mapping[str, int]
"""Where a denial stands -> which of its members an item is."""


@dataclass(frozen=True, slots=True)
class Decided:
    """What must be together, and what must not; nothing of it contradicts the rest."""

    groups: tuple[tuple[int, ...], ...] = ()
    """Positions, ascending, of items that are one."""
    sides: Mapping[int, Sides] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    joined: frozenset[int] = frozenset()
    """All that stand in groups."""

    def apart(self, ones: Iterable[int], others: Iterable[int]) -> bool:
        """Whether a person said that some of these and some of those are not the same."""
        return bool(self.sides) and denied(self.sides_of(ones), self.sides_of(others)) is not None

    def sides_of(self, items: Iterable[int]) -> dict[str, int]:
        """The denials that some of the items are members of, and which member each is."""
        return {where: side for item in items for where, side in self.sides.get(item, {}).items()} if self.sides else {}

    def pairs(self) -> frozenset[tuple[int, int]]:
        """Enough pairs, ascending, to connect each group."""
        return frozenset(pair for group in self.groups for pair in pairwise(group))


NOTHING = Decided()


@dataclass(slots=True)
class _Group:
    members: list[int]
    sides: dict[str, int]


def settle(rulings: Sequence[Ruling]) -> Decided:
    """All that was decided; a confirmation that a denial contradicts is left out and reported."""
    sides: dict[int, dict[str, int]] = {}
    for ruling in rulings:
        if not ruling.same:
            for side, members in enumerate(ruling.members):
                for member in members:
                    sides.setdefault(member, {})[ruling.where] = side
    groups: dict[int, _Group] = {}
    problems = []
    for ruling in rulings:
        if ruling.same and (denial := _join(ruling, groups, sides)):
            what = f"says that they are the same, and {denial} that they are not"
            problems.append(Problem(ruling.where, what, CONTRADICTION))
    found = {id(group): tuple(sorted(group.members)) for group in groups.values() if len(group.members) > 1}
    together = tuple(sorted(found.values()))
    return Decided(together, sides, tuple(problems), frozenset(item for group in together for item in group))


def _join(ruling: Ruling, groups: dict[int, _Group], sides: Mapping[int, Sides]) -> str | None:
    """Join the groups of all members of a confirmation; where a denial keeps some apart, say where that stands."""
    found = None
    items = [member for members in ruling.members for member in members]
    for member in items:
        mine, yours = (groups.setdefault(end, _Group([end], dict(sides.get(end, {})))) for end in (items[0], member))
        if mine is yours:
            continue
        if denial := denied(mine.sides, yours.sides):
            found = found or denial
            continue
        mine.members.extend(yours.members)
        mine.sides.update(yours.sides)
        groups.update(dict.fromkeys(yours.members, mine))
    return found


def denied(mine: Sides, yours: Sides) -> str | None:
    """Where a denial of two groups stands, if there is one."""
    return next((where for where, side in mine.items() if yours.get(where, side) != side), None)
