"""Decisions of people are obeyed; where they contradict each other, the denial is, and that is told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.links.decided import Ruling, settle


def ruling(line: int, *members: int, same: bool = True) -> Ruling:
    return Ruling(f"links.yml:{line}", same, tuple((member,) for member in members))


def test_confirmations_join_over_a_third() -> None:
    decided = settle([ruling(1, 5, 2), ruling(2, 2, 9), ruling(3, 1, 3)])
    assert decided.groups == ((1, 3), (2, 5, 9))
    assert decided.pairs() == {(1, 3), (2, 5), (5, 9)}
    assert decided.problems == ()


def test_a_denial_keeps_groups_apart() -> None:
    decided = settle([ruling(1, 1, 2, 3, same=False)])
    assert decided.apart([1, 7], [8, 3])
    assert not decided.apart([1, 7], [8])
    assert decided.groups == ()


@pytest.mark.parametrize(
    "rulings",
    [
        [ruling(1, 1, 2), ruling(2, 1, 2, same=False)],
        [ruling(2, 2, 1, same=False), ruling(1, 1, 2)],
    ],
    ids=["denied later", "denied before"],
)
def test_of_two_decisions_that_contradict_each_other_the_denial_is_obeyed(rulings: list[Ruling]) -> None:
    decided = settle(rulings)
    assert decided.groups == ()
    assert [(problem.where, problem.what) for problem in decided.problems] == [
        ("links.yml:1", "says that they are the same, and links.yml:2 that they are not")
    ]


def test_a_contradiction_by_way_of_a_third_is_seen() -> None:
    decided = settle([ruling(1, 1, 2), ruling(2, 2, 3), ruling(3, 1, 3, same=False)])
    assert decided.groups == ((1, 2),)
    assert [problem.where for problem in decided.problems] == ["links.yml:2"]


@given(st.lists(st.tuples(st.booleans(), st.sets(st.integers(0, 7), min_size=2, max_size=3))))
def test_no_two_are_joined_that_a_person_parted(said: list[tuple[bool, set[int]]]) -> None:
    rulings = [ruling(line, *sorted(members), same=same) for line, (same, members) in enumerate(said)]
    decided = settle(rulings)
    for group in decided.groups:
        for same, members in said:
            assert same or len(members.intersection(group)) < 2
    assert bool(decided.problems) <= any(not same for same, _ in said)
