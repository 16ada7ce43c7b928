"""``make lighthouse``: Lighthouse's scores of three pages of an archive of 2,000 invented articles."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any, BinaryIO

import click

from tests.bench.writing import write_archive
from tests.browser.conftest import Handler
from tests.browsers import HOW_TO_GET_ONE, find_chromium
from tests.conftest import LARGE, Workspace

FOLDER = Path(sys.prefix) / "lighthouse"
AUDIT = Path(__file__).with_name("audit.mjs")
LEAST = 99
TIMES = 3
"""How often each page is measured; the median counts, for a machine is never quite idle."""


class Compressing(Handler):
    """Serves a folder as GitHub Pages does: compressed, and to be kept for ten minutes."""

    def send_head(self) -> BytesIO | BinaryIO | None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return None
        raw = gzip.compress(path.read_bytes(), mtime=0)
        self.send_response(200)
        for name, value in (
            ("Content-Type", self.guess_type(path)),
            ("Content-Encoding", "gzip"),
            ("Content-Length", str(len(raw))),
            ("Cache-Control", "max-age=600"),
        ):
            self.send_header(name, value)
        self.end_headers()
        return BytesIO(raw)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Address of a folder, which may still be empty."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Compressing, directory=str(folder))) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


def measured(chromium: str, addresses: list[str]) -> Iterator[Mapping[str, Any]]:
    """What Lighthouse says: ``address``, ``scores`` of 100 by category, ``faults`` in words."""
    done = subprocess.run(["node", AUDIT, FOLDER, chromium, *addresses], check=True, stdout=subprocess.PIPE)
    yield from map(json.loads, done.stdout.splitlines())


def report(chromium: str, addresses: list[str]) -> bool:
    """Print the median scores of each address; whether all are good enough."""
    runs = list(measured(chromium, addresses * TIMES))
    good = True
    for address in addresses:
        own = [run for run in runs if run["address"] == address]
        scores = {name: int(median(run["scores"][name] for run in own)) for name in own[0]["scores"]}
        good = good and min(scores.values()) >= LEAST
        faults = sorted({fault for run in own for fault in run["faults"]}) if min(scores.values()) < LEAST else []
        click.echo(f"{address}  " + "  ".join(f"{name} {score}" for name, score in scores.items()))
        click.echo("".join(f"    {fault}\n" for fault in faults), nl=False)
    return good


@click.command()
def main() -> None:
    """Measure; exit 1 if a score is below 99."""
    chromium = find_chromium()
    if chromium is None:
        raise click.ClickException(HOW_TO_GET_ONE)
    with TemporaryDirectory() as folder:
        made = Workspace(Path(folder))
        write_archive(LARGE, made.root)
        made.output.mkdir()
        with served(made.output) as address:
            made.build("render", f"--url={address}")
            article = sorted((made.output / "article").glob("*.html"))[LARGE // 2]
            pages = ["", f"article/{article.name}", "explore.html"]
            good = report(chromium, [address + page for page in pages])
    sys.exit(not good)


if __name__ == "__main__":
    main()
