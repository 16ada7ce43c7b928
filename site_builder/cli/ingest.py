"""``build.py ingest``: seeds -> content."""

from __future__ import annotations

from typing import Any

import click

from site_builder.cli.console import finish
from site_builder.cli.options import common, options
from site_builder.cli.told import told


@click.command()
@common()
@click.pass_context
def ingest(context: click.Context, /, **given: Any) -> None:
    """Read seeds into content; a person's edits stay."""
    chosen = options(context, given)
    outcome = told("ingest", chosen)
    finish(chosen, ingest=outcome.ingested)
