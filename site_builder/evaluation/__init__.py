"""Readings against hand-made records: precision and recall a field, every difference, and calibration.

One file a kind of field; each has ``JUDGES``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from site_builder.evaluation import facts, lines, lists, people, quotes
from site_builder.evaluation.verdict import Case, Judge, Verdict

JUDGES: tuple[Judge, ...] = (*facts.JUDGES, *people.JUDGES, *quotes.JUDGES, *lists.JUDGES, *lines.JUDGES)
BANDS = (0.95, 0.9, 0.8, 0.6, 0.0)


@dataclass(frozen=True, slots=True)
class Score:
    """One field over all documents; ``precision``, ``recall`` and ``f1`` are between 0 and 1."""

    field: str
    hits: int
    wrong: int
    missed: int
    agreed: int
    """Documents without a difference, "not known" on both sides included."""

    @property
    def precision(self) -> float:
        return self.hits / (self.hits + self.wrong) if self.hits + self.wrong else 1.0

    @property
    def recall(self) -> float:
        return self.hits / (self.hits + self.missed) if self.hits + self.missed else 1.0

    @property
    def f1(self) -> float:
        total = 2 * self.hits + self.wrong + self.missed
        return 2 * self.hits / total if total else 1.0


@dataclass(frozen=True, slots=True)
class Band:
    """Readings of one range of confidence: how many there are, how many of those are right."""

    floor: float
    readings: int
    right: int


@dataclass(frozen=True, slots=True)
class Report:
    scores: tuple[Score, ...]
    bands: tuple[Band, ...]
    differences: tuple[str, ...]
    documents: int


def evaluate(cases: Iterable[Case]) -> Report:
    """Judge every document's readings by its record."""
    rows = [[judge(case) for judge in JUDGES] for case in cases]
    flat = [verdict for row in rows for verdict in row]
    return Report(
        scores=tuple(_scores(flat)),
        bands=tuple(_bands([pair for verdict in flat for pair in verdict.judged])),
        differences=tuple(line for verdict in flat for line in verdict.differences),
        documents=len(rows),
    )


def _scores(verdicts: Iterable[Verdict]) -> Iterator[Score]:
    totals: dict[str, Counter[str]] = {}
    for verdict in verdicts:
        total = totals.setdefault(verdict.field, Counter())
        total.update(hits=verdict.hits, wrong=verdict.wrong, missed=verdict.missed, agreed=not verdict.differences)
    for name, total in totals.items():
        yield Score(name, total["hits"], total["wrong"], total["missed"], total["agreed"])


def _bands(judged: list[tuple[float, bool]]) -> Iterator[Band]:
    ceiling = 1.01
    for floor in BANDS:
        inside = [right for confidence, right in judged if floor <= confidence < ceiling]
        yield Band(floor, len(inside), sum(inside))
        ceiling = floor
