"""The stages of the election as a chart: where each lies in time, and how many reports fall into it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from math import ceil, sqrt

from site_builder import edtf, routes
from site_builder.archive import Archive
from site_builder.archive.stages import Stage, by_stage, stages
from site_builder.views import Address, Count


@dataclass(frozen=True, slots=True)
class StageRow:
    """A stage in the chart; ``x`` and ``width`` are days on an axis that is ``axis`` days long."""

    item: Count
    """Its link leads to the stage's page; without ``href`` where no report falls into it. The note is its dates."""
    x: int
    width: int
    axis: int
    heat: int
    """0 to 4: how full, against the fullest stage."""


def begin() -> datetime.date:
    """The first day of the calendar."""
    return min(_date(stage.first) for stage in stages())


def axis() -> int:
    """Days from the calendar's first to its last."""
    return (max(_date(stage.last) for stage in stages()) - begin()).days + 1


def _date(day: str) -> datetime.date:
    return datetime.date.fromisoformat(day)


def stage_rows(archive: Archive, here: Address) -> tuple[StageRow, ...]:
    """All stages in the order of the calendar, those without reports too."""
    counts = {name: len(entries) for name, entries in by_stage(archive.articles).items()}
    fullest = max(counts.values()) or 1
    return tuple(_row(archive, stage, counts[stage.slug], fullest, here) for stage in stages())


def _row(archive: Archive, stage: Stage, count: int, fullest: int, here: Address) -> StageRow:
    link = here.link(stage.name(archive.site.language), routes.stage(stage.slug))
    return StageRow(
        item=Count(link, count, edtf.words(stage.span, archive.site.language)),
        x=(_date(stage.first) - begin()).days,
        width=stage.days,
        axis=axis(),
        heat=ceil(4 * sqrt(count / fullest)),
    )
