"""``build.py ingest``: seeds -> content."""

from __future__ import annotations

from typing import Any

import click

from site_builder import pipeline
from site_builder.cli.console import finish, say, tracker
from site_builder.cli.options import Options, common, options


@click.command()
@common()
@click.pass_context
def ingest(context: click.Context, /, **given: Any) -> None:
    """Read seeds into content; a person's edits stay."""
    chosen = options(context, given)
    ingested = pipeline.ingest(chosen.folders, dry_run=chosen.dry_run, track=tracker(chosen))
    report_ingest(ingested, chosen)
    finish(chosen, ingest=ingested)


def report_ingest(ingested: pipeline.Ingested, chosen: Options) -> None:
    verb = "would be written" if chosen.dry_run else "written"
    say(
        chosen,
        f"[bold]Ingest[/]  {ingested.seeds} seeds: {len(ingested.added)} new, {len(ingested.changed)} changed, "
        f"{ingested.unchanged} unchanged articles",
    )
    for path in (*ingested.added, *ingested.changed):
        if chosen.verbose or chosen.dry_run:
            say(chosen, f"        {path} {verb}", markup=False)
    for note in ingested.notes:
        say(chosen, f"        {note}", markup=False)
    if ingested.renewed:
        say(chosen, f"        readings {verb} anew for {ingested.renewed} of the unchanged articles")
    if ingested.doubtful:
        say(chosen, f"        facts that are less than sure: {ingested.doubtful}; build.py review lists the worst")
