"""``build.py review``: what a person should look at first."""

from __future__ import annotations

from typing import Any

import click

from site_builder import pipeline
from site_builder.cli.console import finish, say
from site_builder.cli.options import Options, common, options
from site_builder.review import Doubt

MOST = 20


@click.command()
@click.option("--most", type=click.IntRange(min=1), default=MOST, show_default=True, help="Fields to list.")
@common("content", "strict", "as_json", "quiet")
@click.pass_context
def review(context: click.Context, /, most: int, **given: Any) -> None:
    """List the fields most in need of a person, worst first.

    Each with its evidence and the file to edit. Articles with "review: reviewed" are left out, except where the
    machine would now say something else than a person.
    """
    chosen = options(context, given)
    reviewed = pipeline.review(chosen.folders)
    found = reviewed.doubts
    for doubt in found[:most]:
        report(doubt, chosen)
    if len(found) > most:
        say(chosen, f"and {len(found) - most} more: --most {len(found)}")
    if not found:
        say(chosen, "[green]Nothing is in doubt.[/]")
    finish(chosen, review=reviewed)


def report(doubt: Doubt, chosen: Options) -> None:
    """Where, what, why, from which words."""
    say(chosen, doubt.where, markup=False)
    say(chosen, f"    {doubt.field}: {doubt.value or 'not known'}", markup=False)
    say(chosen, f"    {doubt.why}", markup=False)
    if doubt.quote:
        say(chosen, f"    read from: {doubt.quote}", markup=False)
