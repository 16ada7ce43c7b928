"""The command line: one file a command. The only room that prints, and the only one that catches BuildError.

Exit codes: 0 done, 1 the user's problem (all problems listed at once), 2 a command that cannot be understood.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from site_builder.cli.console import err, finish, stopped
from site_builder.cli.options import AS_JSON, common, options
from site_builder.cli.told import told
from site_builder.errors import BuildError, in_order

COMMANDS = ("add", "ingest", "render", "serve", "check", "verify", "review", "release", "evaluate")
"""In the order of ``--help``; each is a module of this folder with a function of its name."""


class Commands(click.Group):
    """Lists the commands in the order of daily work, loads one when it is named; prints why one had to stop."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"{__name__}.{cmd_name}"), cmd_name)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BuildError as error:
            stopped(in_order(error.problems), as_json=ctx.meta.get(AS_JSON, False))
            raise click.exceptions.Exit(1) from None


@click.group(cls=Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@common()
@click.pass_context
def cli(context: click.Context, /, **given: Any) -> None:
    """Turn raw copies of news articles into a browsable archive that shows the evidence of every fact.

    Without a command: ingest, then render. Then open public/index.html.
    """
    context.obj = options(context, given)
    if context.invoked_subcommand is None:
        outcome = told("build", context.obj)
        finish(context.obj, ingest=outcome.ingested, render=outcome.rendered)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code."""
    try:
        result = cli.main(args=arguments, prog_name="build.py", standalone_mode=False)
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
