"""A user's mistake is data: stages collect problems, and the command line prints them all at once."""

from __future__ import annotations

from dataclasses import dataclass


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


class BuildError(Exception):
    """The run cannot go on; carries every problem found so far. Caught in ``cli`` only."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems
