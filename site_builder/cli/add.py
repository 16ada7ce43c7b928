"""``build.py add``: pages and files -> seeds -> content."""

from __future__ import annotations

import time
from datetime import datetime
from importlib import import_module
from typing import Any

import click

from site_builder import pipeline
from site_builder.cli.bars import tracker
from site_builder.cli.console import finish, say
from site_builder.cli.options import Options, common, options
from site_builder.cli.told import report_ingest
from site_builder.fetching import Answer


@click.command()
@click.argument("sources", metavar="URL|FILE…", nargs=-1, required=True)
@click.option("--allow-private", is_flag=True, help="Fetch also from a host of your own network that you name.")
@common()
@click.pass_context
def add(context: click.Context, /, sources: tuple[str, ...], allow_private: bool, **given: Any) -> None:
    """Fetch pages, or copy files, into seeds; then ingest.

    A page is kept as it was sent, with its address and the day beside it. Exit 1 if any could not be added.
    """
    chosen = options(context, given)

    def fetch(address: str) -> Answer:
        web = import_module("site_builder.fetching.web")
        answer: Answer = web.fetch(address, clock=time.monotonic, allow_private=allow_private)
        return answer

    today = datetime.now().astimezone().date().isoformat()
    added = pipeline.add(chosen.folders, sources, fetch=fetch, today=today, dry_run=chosen.dry_run)
    report_added(added, chosen)
    ingested = pipeline.ingest(chosen.folders, dry_run=chosen.dry_run, track=tracker(chosen))
    report_ingest(ingested, chosen)
    finish(chosen, add=added, ingest=ingested)
    if added.problems:
        raise click.exceptions.Exit(1)


def report_added(added: pipeline.Added, chosen: Options) -> None:
    verb = "would be added" if chosen.dry_run else "added"
    for path in added.added:
        say(chosen, f"{path} {verb}", markup=False)
    for note in added.notes:
        say(chosen, note, markup=False)
