"""What all commands have in common: folders, address, how much to say."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import click

from site_builder.folders import Folders
from site_builder.glance import folders_beside

Command = Callable[..., Any]
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


AS_JSON = f"{__name__}.as_json"
"""Under this name the run knows whether machines read what it prints, if only that it failed."""


class _Folder(click.Path):
    """A folder that must be there: a slip of its name is no empty folder."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        path = Path(value)
        if not path.exists():
            near = get_close_matches(path.name, folders_beside(path), n=1)
            hint = f"did you mean “{path.parent / near[0]}”?" if near else f"to begin a new one: mkdir -p {path}"
            self.fail(f"there is no folder “{path}”; {hint}", param, ctx)
        return super().convert(value, param, ctx)


FOLDER = click.Path(file_okay=False, path_type=Path)
SOURCE = _Folder(file_okay=False, path_type=Path)
OPTIONS: dict[str, Callable[[Command], Command]] = {
    "seeds": click.option("--seeds", type=SOURCE, help="Raw articles, never changed.  [seeds]"),
    "content": click.option("--content", type=SOURCE, help="Articles, vocabularies and site.yml.  [content]"),
    "templates": click.option("--templates", type=SOURCE, help="Jinja templates and assets.  [templates]"),
    "output": click.option("--output", type=FOLDER, help="The site; may be deleted at any time.  [public]"),
    "cache": click.option("--cache", type=FOLDER, help="What makes the next build fast; may be deleted.  [.cache]"),
    "url": click.option("--url", metavar="ADDRESS", help="Address of the published site; stands over site.yml."),
    "strict": click.option("--strict", is_flag=True, default=None, help="Exit 1 if anything at all needs mending."),
    "dry_run": click.option("--dry-run", is_flag=True, default=None, help="Say what would be written; write nothing."),
    "as_json": click.option(
        "--json", "as_json", is_flag=True, default=None, help="Print one JSON object, for machines."
    ),
    "quiet": click.option("-q", "--quiet", is_flag=True, default=None, help="Print problems only."),
    "verbose": click.option("-v", "--verbose", is_flag=True, default=None, help="Print every file that changes."),
}
"""By the field of ``Options`` that each sets, in the order of ``--help``."""


def common(*names: str) -> Callable[[Command], Command]:
    """Give a command those of the shared options that it uses; without names: all of them."""

    def give(command: Command) -> Command:
        for name in reversed(OPTIONS):
            if not names or name in names:
                command = OPTIONS[name](command)
        return command

    return give


def options(context: click.Context, given: dict[str, Any]) -> Options:
    """A command's options over those named before the command, over the defaults."""
    before: Options = context.obj or Options()
    chosen = dataclasses.replace(before, **{name: value for name, value in given.items() if value is not None})
    context.meta[AS_JSON] = chosen.as_json
    return chosen


def shown(path: Path) -> Path:
    """A path as a user would spell it: relative if it is below the working folder."""
    absolute = path.absolute()
    here = Path.cwd()
    return absolute.relative_to(here) if absolute.is_relative_to(here) else absolute
