"""``build.py render``: content -> site."""

from __future__ import annotations

from typing import Any

import click

from site_builder.cli.console import finish
from site_builder.cli.options import common, options
from site_builder.cli.told import told


@click.command()
@common()
@click.pass_context
def render(context: click.Context, /, **given: Any) -> None:
    """Make the site from content."""
    chosen = options(context, given)
    outcome = told("render", chosen)
    finish(chosen, render=outcome.rendered)
