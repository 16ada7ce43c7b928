"""The stages of the election, and the reports that fall into each."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from site_builder import edtf
from site_builder.archive.entries import Entry, date
from site_builder.data import table
from site_builder.model import Article


@dataclass(frozen=True, slots=True)
class Stage:
    """A row of the election's calendar."""

    slug: str
    label: str
    label_en: str
    first: str
    """Its first day: ``2024-09-25``."""
    last: str
    """Its last day, which belongs to it."""
    regulation: str

    @property
    def days(self) -> int:
        return (datetime.date.fromisoformat(self.last) - datetime.date.fromisoformat(self.first)).days + 1

    @property
    def span(self) -> str:
        """EDTF: ``2024-09-25/2024-11-23``, or the day itself."""
        return self.first if self.first == self.last else f"{self.first}/{self.last}"

    def name(self, language: str) -> str:
        return self.label_en if language == "en" else self.label


@cache
def stages() -> tuple[Stage, ...]:
    """By their first day, then as the table has them."""
    keys = ("stage", "label_id", "label_en", "start", "end", "regulation")
    found = (Stage(*(row[key] for key in keys)) for row in table("calendar"))
    return tuple(sorted(found, key=lambda stage: stage.first))


def stages_of(article: Article) -> tuple[Stage, ...]:
    """The stages that the whole date of an article lies in, the shortest first: it says most.

    Stages overlap; a date that is not known closely enough, or lies outside the calendar, is in none.
    """
    text = date(article)
    if text is None:
        return ()
    first, last = edtf.earliest(text), edtf.latest(text)
    inside = (stage for stage in stages() if stage.first <= first and last <= stage.last)
    return tuple(sorted(inside, key=lambda stage: stage.days))


def stage_of(article: Article) -> Stage | None:
    """The shortest stage that the article falls into."""
    return next(iter(stages_of(article)), None)


def by_stage(entries: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    """Slug of a stage -> the articles that fall into it, in the order given; every stage is there."""
    found: dict[str, list[Entry]] = {stage.slug: [] for stage in stages()}
    for entry in entries:
        for stage in stages_of(entry.article):
            found[stage.slug].append(entry)
    return {name: tuple(members) for name, members in found.items()}
