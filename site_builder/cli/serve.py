"""``build.py serve``: the site in one's browser, built again at every change."""

from __future__ import annotations

import time
import webbrowser
from collections.abc import Iterator
from typing import Any

import click

from site_builder import pipeline
from site_builder.cli.console import complain, say
from site_builder.cli.options import Options, common, options
from site_builder.errors import BuildError, in_order
from site_builder.glance import Glance, glance
from site_builder.serving import Serving, serving

PAUSE = 0.4
"""Seconds between two looks at the folders."""


@click.command()
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes any free one.")
@click.option("--open", "show", is_flag=True, help="Open the site in your browser.")
@common()
@click.pass_context
def serve(context: click.Context, /, port: int, show: bool, **given: Any) -> None:
    """Show the site in your browser, built again at every change of a file.

    Open pages load themselves again. Only this computer can see it; Ctrl-C ends it.
    """
    chosen = options(context, {**given, "dry_run": False})
    with serving(chosen.output, port=port) as served:
        for number, _ in enumerate(states(chosen)):
            build(chosen, served)
            if number == 0:
                say(chosen, f"[bold]Serving[/] {served.address}  (Ctrl-C ends it)")
                if show:
                    webbrowser.open(served.address)


def build(chosen: Options, served: Serving) -> None:
    """Ingest and render; a problem is told, and the site stays as it was."""
    try:
        ingested = pipeline.ingest(chosen.folders)
        rendered = pipeline.render(chosen.folders, url=chosen.url)
    except BuildError as error:
        complain(in_order(error.problems))
        return
    complain(in_order((*ingested.problems, *rendered.problems)))
    if rendered.written or rendered.deleted:
        served.changes.add()
        counts = f"{len(rendered.written)} files written, {len(rendered.deleted)} deleted"
        say(chosen, f"[bold]Render[/]  {rendered.articles} articles: {counts}")


def states(chosen: Options) -> Iterator[Glance]:
    """What lies in the folders that the site is made from: now, and whenever it has changed and then kept still.

    A build that writes content is a change too, and the build that follows it finds nothing to do.
    """
    folders = chosen.seeds, chosen.content, chosen.templates
    built = last = glance(folders)
    yield built
    while True:
        time.sleep(PAUSE)
        now = glance(folders)
        if now == last and now != built:
            built = now
            yield built
        last = now
