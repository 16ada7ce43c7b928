"""What is printed while a command runs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from site_builder.cli.console import err
from site_builder.cli.options import Options
from site_builder.progress import Track, untracked

Item = TypeVar("Item")
LOGGED = 500
"""A stage of fewer items is over before a log's reader could wonder."""


def tracker(chosen: Options) -> Track:
    """Bars on a terminal; one line a stage elsewhere; nothing if quiet."""
    if chosen.quiet or chosen.as_json:
        return untracked
    return bars if err.is_terminal else untracked_lines


def bars(label: str, items: Iterable[Item], total: int) -> Iterator[Item]:
    """Show how far a stage is and how long it will take; the bar goes when it is done."""
    columns = TextColumn("{task.description:24}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    with Progress(*columns, console=err, transient=True, redirect_stdout=False, redirect_stderr=False) as progress:
        yield from progress.track(items, total=total, description=label)


def untracked_lines(label: str, items: Iterable[Item], total: int) -> Iterator[Item]:
    """A line for each stage that a log should mention."""
    if total >= LOGGED:
        err.print(f"{label}: {total}", markup=False)
    yield from items
