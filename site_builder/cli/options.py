"""What all commands have in common: folders, address, how much to say."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from site_builder.folders import Folders

PROJECT = Path(__file__).resolve().parent.parent.parent


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
    def folders(self) -> Folders:
        return Folders(*(shown(path) for path in (self.seeds, self.content, self.templates, self.output, self.cache)))


FOLDER = click.Path(file_okay=False, path_type=Path)
SOURCE = click.Path(file_okay=False, path_type=Path, exists=True)
"""A folder that the program only reads: a slip of its name is no empty folder."""
COMMON = (
    click.option("--seeds", type=SOURCE, help="Raw articles, never changed.  [seeds]"),
    click.option("--content", type=FOLDER, help="Articles, vocabularies and site.yml.  [content]"),
    click.option("--templates", type=SOURCE, help="Jinja templates and assets.  [templates]"),
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
