"""A user's mistake is data: stages collect problems, and the command line prints them all at once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

NUMBER = re.compile(r"((?<=[:#])[0-9]{1,12})")
"""The line or the record at the end of a place: ``10`` in ``a.md:10``."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing a person should know or mend: where it is, what it is, what to do."""

    where: str
    """A path as the user spells it, with ``:line`` or ``#record`` where known."""
    what: str
    hint: str
    fatal: bool = False
    """True if nothing can be published before it is mended (a broken ``site.yml``); a bad article is not fatal."""

    def __str__(self) -> str:
        return f"{self.where}: {self.what}\n    hint: {self.hint}"


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each problem once, by place: lines and records by their number; of two hints the one that says more."""
    found: dict[tuple[str, str, bool], Problem] = {}
    for problem in sorted(problems, key=lambda problem: len(problem.hint)):
        found[problem.where, problem.what, problem.fatal] = problem
    return tuple(sorted(found.values(), key=lambda problem: (_numbers(problem.where), problem)))


def _numbers(where: str) -> list[tuple[int, str]]:
    """``a.md:10`` after ``a.md:9``."""
    return [(int(part), "") if part.isdigit() else (-1, part) for part in NUMBER.split(where) if part]


class BuildError(Exception):
    """The run cannot go on; carries every problem found so far. Caught in ``cli`` only."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems
