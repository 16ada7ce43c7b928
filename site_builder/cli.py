"""The command line: arguments, printing, progress, exit codes.

Exit codes: 0 done, 1 the user's problem (all problems listed at once), 2 a command that cannot be understood.
"""

from __future__ import annotations

import dataclasses
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from site_builder import pipeline
from site_builder.errors import BuildError, Problem

PROJECT = Path(__file__).resolve().parent.parent
Item = TypeVar("Item")

out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, soft_wrap=True)


@dataclass(frozen=True, slots=True)
class Options:
    """What all commands have in common. A folder that is not named is the project's own."""

    seeds: Path = PROJECT / "seeds"
    content: Path = PROJECT / "content"
    templates: Path = PROJECT / "templates"
    output: Path = PROJECT / "public"
    cache: Path = PROJECT / ".cache"
    url: str | None = None
    strict: bool = False
    dry_run: bool = False
    as_json: bool = False
    quiet: bool = False
    verbose: bool = False

    @property
    def folders(self) -> pipeline.Folders:
        return pipeline.Folders(
            *(shown(path) for path in (self.seeds, self.content, self.templates, self.output, self.cache))
        )


FOLDER = click.Path(file_okay=False, path_type=Path)
COMMON = (
    click.option("--seeds", type=FOLDER, help="Raw articles, never changed.  [seeds]"),
    click.option("--content", type=FOLDER, help="Articles, vocabularies and site.yml.  [content]"),
    click.option("--templates", type=FOLDER, help="Jinja templates and assets.  [templates]"),
    click.option("--output", type=FOLDER, help="The site; may be deleted at any time.  [public]"),
    click.option("--cache", type=FOLDER, help="What makes the next build fast; may be deleted too.  [.cache]"),
    click.option("--url", metavar="ADDRESS", help="Address of the published site; stands over site.yml."),
    click.option("--strict", is_flag=True, default=None, help="Exit 1 if anything at all needs mending."),
    click.option("--dry-run", is_flag=True, default=None, help="Say what would be written; write nothing."),
    click.option("--json", "as_json", is_flag=True, default=None, help="Print one JSON object, for machines."),
    click.option("-q", "--quiet", is_flag=True, default=None, help="Print problems only."),
    click.option("-v", "--verbose", is_flag=True, default=None, help="Print every file that changes."),
)

Command = Callable[..., Any]


def common(command: Command) -> Command:
    """Give a command the options that all commands share."""
    for option in reversed(COMMON):
        command = option(command)
    return command


def options(context: click.Context, given: dict[str, Any]) -> Options:
    """A command's options over those named before the command, over the defaults."""
    before: Options = context.obj or Options()
    return dataclasses.replace(before, **{name: value for name, value in given.items() if value is not None})


def shown(path: Path) -> Path:
    """A path as a user would spell it: relative if it is below the working folder."""
    absolute = path.absolute()
    here = Path.cwd()
    return absolute.relative_to(here) if absolute.is_relative_to(here) else absolute


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
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


@cli.command()
@common
@click.pass_context
def ingest(context: click.Context, /, **given: Any) -> None:
    """Read seeds into content; a person's edits stay."""
    chosen = options(context, given)
    ingested = pipeline.ingest(chosen.folders, dry_run=chosen.dry_run, track=tracker(chosen))
    report_ingest(ingested, chosen)
    finish(chosen, ingest=ingested)


@cli.command()
@common
@click.pass_context
def render(context: click.Context, /, **given: Any) -> None:
    """Make the site from content."""
    chosen = options(context, given)
    rendered = pipeline.render(chosen.folders, url=chosen.url, dry_run=chosen.dry_run, track=tracker(chosen))
    report_render(rendered, chosen)
    finish(chosen, render=rendered)


@cli.command()
@common
@click.pass_context
def check(context: click.Context, /, **given: Any) -> None:
    """Validate content, vocabularies, links and sizes; exit 1 if anything needs mending."""
    chosen = options(context, {**given, "strict": True})
    checked = pipeline.check(chosen.folders, url=chosen.url, track=tracker(chosen))
    if not checked.problems:
        say(chosen, f"[green]Nothing to mend[/]: {checked.articles} articles, {checked.pages} pages.")
    finish(chosen, check=checked)


# What is printed ----------------------------------------------------------------------------------------------------


def say(chosen: Options, line: str) -> None:
    if not (chosen.quiet or chosen.as_json):
        out.print(line)


def report_ingest(ingested: pipeline.Ingested, chosen: Options) -> None:
    verb = "would be written" if chosen.dry_run else "written"
    say(
        chosen,
        f"[bold]Ingest[/]  {ingested.seeds} seeds: {len(ingested.added)} new, {len(ingested.changed)} changed, "
        f"{ingested.unchanged} unchanged articles",
    )
    for path in (*ingested.added, *ingested.changed):
        if chosen.verbose or chosen.dry_run:
            say(chosen, f"        {path} {verb}")
    for note in ingested.notes:
        say(chosen, f"        {note}")
    if ingested.doubtful:
        say(chosen, f"        {ingested.doubtful} facts are less than sure; the article pages show which")


def report_render(rendered: pipeline.Rendered, chosen: Options) -> None:
    say(
        chosen,
        f"[bold]Render[/]  {rendered.articles} articles, {rendered.files} files: {len(rendered.written)} written, "
        f"{rendered.unchanged} unchanged, {len(rendered.deleted)} deleted",
    )
    for path in (*rendered.written, *rendered.deleted) if chosen.verbose else ():
        say(chosen, f"        {path}")
    for note in rendered.notes:
        say(chosen, f"        {note}")
    if not chosen.dry_run:
        say(chosen, f"[bold]Open[/]    {shown(chosen.output) / 'index.html'}")


def finish(chosen: Options, **parts: Any) -> None:
    """Print the problems, or everything as JSON, and leave with the exit code."""
    problems = sorted({problem for part in parts.values() if part for problem in part.problems})
    if chosen.as_json:
        done = {name: dataclasses.asdict(part) for name, part in parts.items() if part}
        click.echo(json.dumps(done, ensure_ascii=False, sort_keys=True, default=str))
    else:
        complain(problems)
    if chosen.strict and problems:
        raise click.exceptions.Exit(1)


def complain(problems: Sequence[Problem]) -> None:
    for problem in problems:
        err.print(f"{problem.where}: {problem.what}", style="red", markup=False)
        err.print(f"    hint: {problem.hint}", markup=False)
    if len(problems) > 1:
        err.print(f"{len(problems)} problems", style="red", markup=False)


# Progress -----------------------------------------------------------------------------------------------------------


def tracker(chosen: Options) -> pipeline.Track:
    """Bars on a terminal; one line a stage elsewhere; nothing if quiet."""
    if chosen.quiet or chosen.as_json:
        return pipeline.untracked
    return bars if err.is_terminal else untracked_lines


def bars(label: str, items: Iterable[Item], total: int) -> Iterator[Item]:
    """Show how far a stage is and how long it will take; the bar goes when it is done."""
    columns = TextColumn("{task.description:24}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    with Progress(*columns, console=err, transient=True, redirect_stdout=False, redirect_stderr=False) as progress:
        yield from progress.track(items, total=total, description=label)


def untracked_lines(label: str, items: Iterable[Item], total: int) -> Iterator[Item]:
    """A line for each stage that a log should mention."""
    if total >= LOGGED:
        err.print(f"{label}: {total}", markup=False)
    yield from items


LOGGED = 500
"""A stage of fewer items is over before a log's reader could wonder."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code. The only place that catches BuildError."""
    try:
        result = cli.main(args=arguments, prog_name="build.py", standalone_mode=False)
    except BuildError as error:
        complain(sorted(error.problems))
        return 1
    except click.exceptions.Abort:
        err.print("interrupted: the site and the articles are as they were", markup=False)
        return 130
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    return result if isinstance(result, int) else 0
