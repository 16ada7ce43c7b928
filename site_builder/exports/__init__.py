"""Archive -> files for machines. One file per format.

An export module has ``export(published: Published) -> Iterator[tuple[str, bytes]]``, paths as ``routes`` spells them;
it is found by name.  A format that demands absolute addresses yields nothing where the site has none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol, cast

from site_builder.archive import Archive
from site_builder.errors import BuildError, Problem
from site_builder.tables import Row, Table


@dataclass(frozen=True, slots=True, eq=False)
class Published:
    """What an export may know: the archive, and which pages the site has. One is another than the next."""

    archive: Archive
    paths: tuple[str, ...]
    """Of all pages, as ``routes`` spells them."""


@lru_cache(maxsize=3)  # the tables of one archive: CSV, JSON Lines and SQLite write the same rows
def rows(published: Published, table: Table) -> tuple[Row, ...]:
    """The rows of a table."""
    return tuple(table.rows(published.archive))


class Format(Protocol):
    """What every module in this folder looks like."""

    def export(self, published: Published) -> Iterator[tuple[str, bytes]]: ...


def formats() -> dict[str, Format]:
    """The export modules by name, in alphabetical order."""
    names = sorted(module.name for module in iter_modules(__path__))
    return {name: cast(Format, import_module(f"{__name__}.{name}")) for name in names}


def all_exports(published: Published) -> Iterator[tuple[str, bytes]]:
    """The files of every format that the site chose, as path and content.

    Raises BuildError for a format that does not exist, and for a path that a page or another format has.
    """
    found = formats()
    chosen = list(found) if published.archive.site.exports is None else published.archive.site.exports
    hint = f"the formats are {', '.join(found)}"
    unknown = [
        Problem("site.yml", f"exports: no format {name}", hint, fatal=True) for name in chosen if name not in found
    ]
    if unknown:
        raise BuildError(*unknown)
    yield from claimed(published, {name: found[name] for name in chosen})


def claimed(published: Published, formats: dict[str, Format]) -> Iterator[tuple[str, bytes]]:
    """The files of these formats; raises BuildError if one claims a path that is taken."""
    owners = {path.casefold(): "a page" for path in published.paths}
    for name, export in formats.items():
        for path, content in export.export(published):
            if owner := owners.get(path.casefold()):
                hint = "give one of them another address in site_builder/routes.py"
                raise BuildError(Problem(path, f"claimed by {owner} and the export {name}", hint, fatal=True))
            owners[path.casefold()] = f"the export {name}"
            yield path, content


def skipped(archive: Archive) -> Iterator[str]:
    """The formats that are left out because the site has no address of its own (``url`` in ``site.yml``)."""
    if archive.site.url is None:
        for name, export in formats().items():
            wanted = archive.site.exports is None or name in archive.site.exports
            if wanted and getattr(export, "NEEDS_URL", False):
                yield name
