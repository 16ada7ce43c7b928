"""What the commands of every day do, and tell as soon as it is done."""

from __future__ import annotations

from site_builder import pipeline
from site_builder.again import Outcome
from site_builder.cli.bars import tracker
from site_builder.cli.options import Options
from site_builder.cli.told import report_ingest, report_render


def ingest(chosen: Options) -> Outcome:
    """Seeds to content."""
    ingested = pipeline.ingest(chosen.folders, dry_run=chosen.dry_run, track=tracker(chosen))
    report_ingest(ingested, chosen)
    return Outcome(ingested=ingested)


def render(chosen: Options) -> Outcome:
    """Content to site."""
    rendered = pipeline.render(chosen.folders, url=chosen.url, dry_run=chosen.dry_run, track=tracker(chosen))
    report_render(rendered, chosen)
    return Outcome(rendered=rendered)


def build(chosen: Options) -> Outcome:
    """Seeds to content, then content to site; a dry run ends with what would be written to content."""
    pipeline.validate(chosen.folders, url=chosen.url)
    ingested = ingest(chosen).ingested
    return Outcome(ingested, None if chosen.dry_run else render(chosen).rendered)
