"""Articles -> what binds them, with reasons. One file per kind of bond.

Nothing is merged: a link says which articles belong together, why, and how sure that is.  Candidates come from
blocking keys (same place and day, same name), never from comparing all with all.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reason:
    """One piece of evidence that two articles have something in common."""

    kind: str
    """``date``, ``place``, ``venue``, ``person``, ``kind``, ``tags``, ``quote``, ``text``; of a person: ``name``,
    ``role``, ``unit``, ``region``, ``force``; of both: ``curator``."""
    one: str
    """As the first article has it."""
    other: str
    """As the second has it."""


@dataclass(frozen=True, slots=True)
class Tie:
    """Two articles that belong together, and why."""

    one: str
    """Slug of the article that comes first in the archive."""
    other: str
    reasons: tuple[Reason, ...]
    """The strongest first."""
    confidence: float
    """0 to 1."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """The items of a sequence that a kind of bond finds to be one, and why."""

    members: tuple[int, ...]
    """Positions in the sequence, ascending; an item that stands alone is a cluster of its own or in none."""
    ties: tuple[Tie, ...]
    """Enough of them to connect all members; the surest first."""


CURATOR = Reason("curator", "content/vocabulary/links.yml", "content/vocabulary/links.yml")
"""A person said so."""
