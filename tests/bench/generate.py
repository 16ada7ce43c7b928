"""``python -m tests.bench.generate N FOLDER``: an invented archive of N articles."""

from __future__ import annotations

from pathlib import Path

import click

from tests.bench.writing import write_archive


@click.command()
@click.argument("count", type=click.IntRange(min=0))
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def generate(count: int, folder: Path) -> None:
    """Write COUNT invented articles to FOLDER/content and FOLDER/seeds; the same ones always and everywhere."""
    write_archive(count, folder)


if __name__ == "__main__":
    generate()
