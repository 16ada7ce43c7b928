"""What is printed after a command ran."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Sequence
from typing import Any

import click
from rich.console import Console

from site_builder.cli.options import Options
from site_builder.errors import Problem, in_order

out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, soft_wrap=True)


def say(chosen: Options, line: str, *, markup: bool = True) -> None:
    """Print a line unless the user wants none; without markup where it holds words that are not ours."""
    if not (chosen.quiet or chosen.as_json):
        out.print(line, markup=markup)


def finish(chosen: Options, **parts: Any) -> None:
    """Print the problems, or everything as JSON, and leave with the exit code."""
    problems = in_order(problem for part in parts.values() if part for problem in part.problems)
    if chosen.as_json:
        done = {name: dataclasses.asdict(part) for name, part in parts.items() if part}
        click.echo(json.dumps(done, ensure_ascii=False, sort_keys=True, default=str))
    else:
        complain(problems)
    if chosen.strict and problems:
        raise click.exceptions.Exit(1)


def stopped(problems: Sequence[Problem], *, as_json: bool) -> None:
    """Print why a run could not go on."""
    if as_json:
        found = [dataclasses.asdict(problem) for problem in problems]
        click.echo(json.dumps({"problems": found}, ensure_ascii=False, sort_keys=True))
    else:
        complain(problems)


def complain(problems: Sequence[Problem]) -> None:
    for problem in problems:
        err.print(f"{problem.where}: {problem.what}", style="red", markup=False)
        err.print(f"    hint: {problem.hint}", markup=False)
    if len(problems) > 1:
        err.print(f"{len(problems)} problems", style="red", markup=False)
