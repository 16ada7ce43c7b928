"""``build.py render``: content -> site."""

from __future__ import annotations

from typing import Any

import click

from site_builder import pipeline
from site_builder.cli.console import finish, say, tracker
from site_builder.cli.options import Options, common, options, shown


@click.command()
@common()
@click.pass_context
def render(context: click.Context, /, **given: Any) -> None:
    """Make the site from content."""
    chosen = options(context, given)
    rendered = pipeline.render(chosen.folders, url=chosen.url, dry_run=chosen.dry_run, track=tracker(chosen))
    report_render(rendered, chosen)
    finish(chosen, render=rendered)


def report_render(rendered: pipeline.Rendered, chosen: Options) -> None:
    say(
        chosen,
        f"[bold]Render[/]  {rendered.articles} articles, {rendered.files} files: {len(rendered.written)} written, "
        f"{rendered.unchanged} unchanged, {len(rendered.deleted)} deleted",
    )
    for path in (*rendered.written, *rendered.deleted) if chosen.verbose else ():
        say(chosen, f"        {path}", markup=False)
    for note in rendered.notes:
        say(chosen, f"        {note}", markup=False)
    if not chosen.dry_run:
        say(chosen, f"[bold]Open[/]    {shown(chosen.output) / 'index.html'}")
