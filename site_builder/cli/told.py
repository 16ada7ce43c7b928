"""The commands that most often have nothing to do: told at once if so, else done, told and remembered."""

from __future__ import annotations

from importlib import import_module

from site_builder import again
from site_builder.again import Outcome
from site_builder.cli.console import say
from site_builder.cli.options import Options, shown
from site_builder.reports import Ingested, Rendered


def told(command: str, chosen: Options) -> Outcome:
    """What ``ingest``, ``render`` or ``build`` did, after telling it; by memory if nothing changed since.

    The rest of the program is loaded only if there is work.
    """
    before = None if chosen.dry_run else again.begin(command, chosen.folders, chosen.url)
    known = again.recall(before)
    if known is None:
        work = import_module("site_builder.cli.work")
        outcome: Outcome = getattr(work, command)(chosen)
        again.keep(before, outcome)
        return outcome
    if known.ingested:
        report_ingest(known.ingested, chosen)
    if known.rendered:
        report_render(known.rendered, chosen)
    return known


def report_ingest(ingested: Ingested, chosen: Options) -> None:
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


def report_render(rendered: Rendered, chosen: Options) -> None:
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
