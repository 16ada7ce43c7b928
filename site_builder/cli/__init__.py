"""The command line: one file a command. The only room that prints, and the only one that catches BuildError.

Exit codes: 0 done, 1 the user's problem (all problems listed at once), 2 a command that cannot be understood.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

import click

from site_builder import pipeline
from site_builder.cli.add import add
from site_builder.cli.check import check
from site_builder.cli.console import complain, err, finish, tracker
from site_builder.cli.evaluate import evaluate
from site_builder.cli.ingest import ingest, report_ingest
from site_builder.cli.options import common, options
from site_builder.cli.release import release
from site_builder.cli.render import render, report_render
from site_builder.cli.review import review
from site_builder.cli.serve import serve
from site_builder.errors import BuildError, in_order

COMMANDS: tuple[click.Command, ...] = (add, ingest, render, serve, check, review, release, evaluate)
"""In the order of ``--help``."""


class InOrder(click.Group):
    """Lists the commands in the order of daily work, not of the alphabet."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(self.commands)


@click.group(cls=InOrder, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@common
@click.pass_context
def cli(context: click.Context, /, **given: Any) -> None:
    """Turn raw copies of news articles into a browsable archive that shows the evidence of every fact.

    Without a command: ingest, then render. Then open public/index.html.
    """
    context.obj = options(context, given)
    if context.invoked_subcommand is None:
        chosen = context.obj
        ingested = pipeline.ingest(chosen.folders, dry_run=chosen.dry_run, track=tracker(chosen))
        report_ingest(ingested, chosen)
        rendered = None
        if not chosen.dry_run:
            rendered = pipeline.render(chosen.folders, url=chosen.url, track=tracker(chosen))
            report_render(rendered, chosen)
        finish(chosen, ingest=ingested, render=rendered)


for command in COMMANDS:
    cli.add_command(command)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code. The only place that catches BuildError."""
    try:
        result = cli.main(args=arguments, prog_name="build.py", standalone_mode=False)
    except BuildError as error:
        complain(in_order(error.problems))
        return 1
    except click.exceptions.Abort:
        err.print("interrupted: every file is whole; run it again to finish", markup=False)
        return 130
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    return result if isinstance(result, int) else 0
