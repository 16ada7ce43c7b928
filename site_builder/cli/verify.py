"""``build.py verify``: has a bit changed since it was published, or read?"""

from __future__ import annotations

from typing import Any

import click

from site_builder import pipeline
from site_builder.cli.bars import tracker
from site_builder.cli.console import finish, say
from site_builder.cli.options import common, options


@click.command()
@common("seeds", "content", "output", "as_json", "quiet")
@click.pass_context
def verify(context: click.Context, /, **given: Any) -> None:
    """Compare the site and the seeds with their digests; exit 1 if a bit differs.

    The published files with the manifest among them, the seeds with what the readings of their articles say.
    """
    chosen = options(context, {**given, "strict": True})
    verified = pipeline.verify(chosen.folders, track=tracker(chosen))
    if not verified.problems:
        say(chosen, f"[green]As they were[/]: {verified.files} published files, {verified.seeds} seeds.")
    finish(chosen, verify=verified)
