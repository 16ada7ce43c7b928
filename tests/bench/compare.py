"""``python -m tests.bench.compare``: this program and others on the same invented articles, in turn, in one run."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from itertools import count as numbers
from pathlib import Path
from statistics import median

import click

from tests.bench.article import Invented, invented
from tests.bench.own import Own
from tests.bench.rivals import Rival, Story, story
from tests.bench.timing import Cost, FailedRunError, timed
from tests.bench.writing import articles

RIVALS = ("hugo", "pelican")
STEPS = ("cold", "no change", "edit one", "add one", "rename a tag")
BASE = "Hugo"
"""What the others are compared with."""


@dataclass(frozen=True, slots=True)
class Runner:
    """One generator with its site: how to change the sources, and how to build."""

    name: str
    folder: Path
    output: Path
    caches: tuple[Path, ...]
    command: list[str]
    write: Callable[[Invented], None]
    edit: Callable[[Invented, int], None]
    rename_tag: Callable[[str, int], None]

    def build(self) -> Cost:
        return timed(self.command, output=self.output, folder=self.folder)

    def forget(self) -> None:
        """As on a machine that never built this site."""
        for path in (self.output, *self.caches):
            shutil.rmtree(path, ignore_errors=True)


@click.command()
@click.argument("count", type=click.IntRange(min=10))
@click.option("--rounds", type=click.IntRange(min=1), default=5, show_default=True)
@click.option("--only", multiple=True, help="Names of generators; all without it.")
def compare(count: int, rounds: int, only: tuple[str, ...]) -> None:
    """Print what each step costs each generator at COUNT articles: medians, and their ratios to Hugo's."""
    with tempfile.TemporaryDirectory(prefix="arsip-bench-") as place:
        found = [runner for runner in runners(Path(place)) if not only or runner.name in only]
        for made in articles(count):
            for runner in found:
                runner.write(made)
        costs: dict[tuple[str, str], list[Cost]] = {}
        for turn in range(rounds):
            for runner in found:
                for step, cost in steps(runner, count, turn):
                    costs.setdefault((runner.name, step), []).append(cost)
                    click.echo(f"{turn + 1}/{rounds} {runner.name}, {step}: {cost.cpu:.2f} s", err=True)
        click.echo("\n".join(table(count, [runner.name for runner in found], costs)))


def runners(place: Path) -> Iterator[Runner]:
    """This program's two sites, and every other generator that is installed."""
    for name, plain in (("full", False), ("plain", True)):
        own = Own(name, place / name, plain)
        own.write_site()
        caches = (own.folder / "cache",)
        yield Runner(name, own.folder, own.output, caches, own.command(), own.write, own.edit, own.rename_tag)
    for module in RIVALS:
        rival: Rival = import_module(f"tests.bench.rivals.{module}")
        folder = place / module
        if (command := rival.command(folder)) is None:
            click.echo(f"{rival.NAME} is not installed and is left out", err=True)
            continue
        rival.write_site(folder)
        yield _runner(rival, folder, command)


def _runner(rival: Rival, folder: Path, command: list[str]) -> Runner:
    known: dict[str, Story] = {}

    def write(made: Invented) -> None:
        if made.proposal.article.show != "withdrawn":
            told = story(made.proposal.article)
            known[told.name] = told
            rival.write_story(told, folder)

    def edit(made: Invented, number: int) -> None:
        told = known[made.proposal.article.slug]
        _rewrite(rival, folder, told, title=f"Suntingan {number} {told.title}")

    def rename_tag(tag: str, number: int) -> None:
        for told in known.values():
            if tag in told.tags:
                _rewrite(rival, folder, told, tags=tuple(f"{tag}-{number}" if one == tag else one for one in told.tags))

    caches = (folder / "cache", folder / "resources", folder / ".hugo_build.lock")
    return Runner(rival.NAME, folder, rival.output(folder), caches, command, write, edit, rename_tag)


def _rewrite(rival: Rival, folder: Path, told: Story, **changed: object) -> None:
    values = {name: getattr(told, name) for name in Story.__slots__}
    rival.write_story(Story(**{**values, **changed}), folder)


def steps(runner: Runner, count: int, turn: int) -> Iterator[tuple[str, Cost]]:
    """The days of a site: its first, one without news, and one with each kind of change."""
    shown = (made for made in map(invented, numbers(count // 2 + turn)) if made.proposal.article.show != "withdrawn")
    edited = next(shown)
    changes: Sequence[Callable[[], None]] = (
        runner.forget,
        lambda: None,
        partial(runner.edit, edited, turn),
        partial(runner.write, invented(count + turn)),
        partial(runner.rename_tag, edited.proposal.article.tags[-1], turn),
    )
    for step, change in zip(STEPS, changes, strict=True):
        change()
        yield step, runner.build()


def table(count: int, names: Sequence[str], costs: dict[tuple[str, str], list[Cost]]) -> Iterator[str]:
    """Rows of Markdown: medians over the rounds."""
    ratios = [f"{what} ÷ {BASE}" for what in ("CPU", "wall", "MB")]
    heads = [f"{count:,} articles", "step", "CPU s", "wall s", "MB", "files", "written", "MB of site", *ratios]
    yield f"| {' | '.join(heads)} |"
    yield "|---" * len(heads) + "|"
    for name in names:
        for step in STEPS:
            own, base = costs[name, step], costs.get((BASE, step), [])
            cells = [f"{_of(own, key):.2f}" for key in ("cpu", "wall")]
            cells += [f"{_of(own, key):,.0f}" for key in ("memory", "files", "written")]
            cells.append(f"{_of(own, 'volume') / 1e6:.1f}")
            cells += [f"{_of(own, key) / _of(base, key):.2f}" if base else "-" for key in ("cpu", "wall", "memory")]
            yield f"| {name} | {step} | {' | '.join(cells)} |"


def _of(costs: Sequence[Cost], key: str) -> float:
    return float(median(getattr(cost, key) for cost in costs))


if __name__ == "__main__":
    try:
        compare()
    except FailedRunError as error:
        raise SystemExit(str(error)) from None
