"""``build.py check``: what a person should mend."""

from __future__ import annotations

from typing import Any

import click

from site_builder import pipeline
from site_builder.cli.bars import tracker
from site_builder.cli.console import finish, say
from site_builder.cli.options import common, options


@click.command()
@common()
@click.pass_context
def check(context: click.Context, /, **given: Any) -> None:
    """Say what needs mending; exit 1 if anything does.

    Seeds, content, vocabularies, links inside the site, sizes for GitHub Pages.
    """
    chosen = options(context, {**given, "strict": True})
    checked = pipeline.check(chosen.folders, url=chosen.url, track=tracker(chosen))
    if not checked.problems:
        say(chosen, f"[green]Nothing to mend[/]: {checked.articles} articles, {checked.pages} pages.")
    finish(chosen, check=checked)
