"""What one document says of one field, and what a judge is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from site_builder.evaluation.gold import Gold
from site_builder.model import Document, Reading

Readings: TypeAlias = Mapping[str, tuple[Reading, ...]]

SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one document says of one field. Each reading that could be judged is in ``judged``."""

    field: str
    hits: int
    wrong: int
    missed: int
    differences: tuple[str, ...] = ()
    """Every one of them, as a sentence; none means that document and record agree."""
    judged: tuple[tuple[float, bool], ...] = ()
    """Confidence of a reading, and whether it is right."""


@dataclass(frozen=True, slots=True)
class Case:
    """One article: what a careful person read, and what the program read."""

    gold: Gold
    document: Document
    readings: Readings


Judge: TypeAlias = Callable[[Case], Verdict]


def fold(text: str) -> str:
    """The text with each run of white space as one space."""
    return SPACE.sub(" ", text).strip()


def among(value: str | None, allowed: Iterable[str | None]) -> bool:
    """Whether the value is one of those allowed, whatever the letter case of a headline or a sentence."""
    return any(value == one or (value and one and value.casefold() == one.casefold()) for one in allowed)
