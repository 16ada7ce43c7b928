"""``build.py release``: a person's field becomes the machine's again."""

from __future__ import annotations

from typing import Any

import click

from site_builder import pipeline
from site_builder.cli.console import finish, say
from site_builder.cli.options import common, options


@click.command()
@click.argument("slug")
@click.argument("fields", nargs=-1, required=True, metavar="FIELD...")
@common("content", "as_json", "quiet")
@click.pass_context
def release(context: click.Context, /, slug: str, fields: tuple[str, ...], **given: Any) -> None:
    """Give fields of an article back to the machine.

    The next ingest writes what it reads there. FIELD is a key of the front matter (event.date, people) or body.
    """
    chosen = options(context, given)
    article = pipeline.release(chosen.folders, slug, fields)
    say(chosen, f"{article}: {', '.join(fields)} will be written by the next ingest", markup=False)
    finish(chosen)
