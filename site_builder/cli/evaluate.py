"""``build.py evaluate``: the readings against hand-made records."""

from __future__ import annotations

import dataclasses
import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
from rich.table import Table

from site_builder import pipeline
from site_builder.cli.bars import tracker
from site_builder.cli.console import out
from site_builder.cli.options import FOLDER, Options, common, options, shown
from site_builder.evaluation import Report
from site_builder.evaluation import evaluate as judge


@click.command()
@click.argument("gold", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--raw", type=FOLDER, help="The raw texts, named as the records name them.  [raw/ beside GOLD]")
@click.option("--csv", "as_csv", is_flag=True, help="Print the rates as site_builder/data/accuracy.csv keeps them.")
@common("content", "as_json", "quiet")
@click.pass_context
def evaluate(context: click.Context, /, gold: Path, raw: Path | None, as_csv: bool, **given: Any) -> None:
    """Measure the readings against hand-made records.

    Prints every difference, precision and recall of each field, and how right each confidence is.
    """
    chosen = options(context, given)
    records = pipeline.read_gold(shown(gold))
    begin = time.process_time()
    cases = list(pipeline.cases(records, shown(raw or gold.parent / "raw"), chosen.folders, tracker(chosen)))
    milliseconds = 1000 * (time.process_time() - begin) / max(1, len(cases))
    measured = judge(cases)
    if as_csv:
        click.echo("\n".join(accuracy(measured)))
    elif chosen.as_json:
        click.echo(json.dumps({**dataclasses.asdict(measured), "milliseconds": milliseconds}, ensure_ascii=False))
    else:
        report_measured(measured, milliseconds, chosen)


def accuracy(measured: Report) -> Iterator[str]:
    """The rates of each field as lines of CSV, for the page about the archive."""
    yield "field,precision,recall,documents"
    for score in measured.scores:
        yield f"{score.field},{score.precision:.3f},{score.recall:.3f},{measured.documents}"


def report_measured(measured: Report, milliseconds: float, chosen: Options) -> None:
    """Every difference unless quiet, then a table of the fields and one of the confidences."""
    for line in () if chosen.quiet else measured.differences:
        out.print(line, markup=False)
    fields = Table("field", *("precision", "recall", "F1", "right", "wrong", "missed", "articles agreed"), box=None)
    for score in measured.scores:
        rates = (f"{rate:.3f}" for rate in (score.precision, score.recall, score.f1))
        counts = map(str, (score.hits, score.wrong, score.missed))
        fields.add_row(score.field, *rates, *counts, f"{score.agreed}/{measured.documents}")
    out.print(fields)
    bands = Table("confidence", "readings", "share of all", "right", box=None)
    total = sum(band.readings for band in measured.bands) or 1
    for band in measured.bands:
        share = f"{band.right / band.readings:.3f}" if band.readings else "-"
        bands.add_row(f"≥ {band.floor}", str(band.readings), f"{band.readings / total:.2f}", share)
    out.print(bands)
    out.print(f"{milliseconds:.1f} ms of processor time an article")
