"""What a run did: told to the user, and remembered so that a run with nothing to do can tell it again."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder.errors import Problem


@dataclass(frozen=True, slots=True)
class Ingested:
    """What became of the seeds; paths as the user spells them."""

    seeds: int
    added: tuple[str, ...]
    changed: tuple[str, ...]
    unchanged: int
    renewed: int
    """Of these, the articles whose reading was written anew: the same values, by a newer rule."""
    doubtful: int
    """Readings in added and changed articles that are less than sure."""
    notes: tuple[str, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Rendered:
    """What became of the content; paths below the output folder."""

    articles: int
    files: int
    written: tuple[str, ...]
    unchanged: int
    deleted: tuple[str, ...]
    notes: tuple[str, ...]
    problems: tuple[Problem, ...]
