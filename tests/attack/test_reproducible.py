"""One site from the same seeds and content, whatever the machine is like: one hash for all of its environments.

No page states when it was made, and nothing below the command line asks a clock, so SOURCE_DATE_EPOCH has nothing to
change; that it does not is tested.  Other interpreters are named in ARSIP_PYTHONS, a list of paths with the site's
dependencies installed; the database is compared by its dump, for its header holds the version of the library.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from itertools import product
from pathlib import Path

import pytest

from tests.attack.conftest import Measured
from tests.attack.share import share, spread
from tests.conftest import ROOT, Workspace, tree, workspace

HASH_SEEDS = ("0", "1", "4242")
ZONES = (("UTC", "0"), ("Asia/Jayapura", "1700000000"), ("America/Lima", ""))
"""And SOURCE_DATE_EPOCH."""
LOCALES = ("C", "C.UTF-8", "tr_TR.UTF-8")
UMASKS = (0o022, 0o077)
PLACES = ("arsip", "arsip yang lain/ñ")
PYTHONS = [path for path in os.environ.get("ARSIP_PYTHONS", "").split(os.pathsep) if path]
DATABASE = "public/data/archive.db"
ADDRESS = "https://example.org/arsip/"

Environment = tuple[str, tuple[str, str], str, int, str]
ALL: list[Environment] = list(product(HASH_SEEDS, ZONES, LOCALES, UMASKS, PLACES))


def build(root: Path, chosen: Environment, python: str = sys.executable) -> dict[str, bytes]:
    """Content and site as this environment makes them from the project's seeds."""
    seed, (zone, epoch), locale, umask, place = chosen
    site = workspace(root / place)
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LANG": locale, "LC_ALL": locale}
    environment |= {"SOURCE_DATE_EPOCH": epoch} if epoch else {}
    done = subprocess.run(
        [python, ROOT / "build.py", *folders(site), f"--url={ADDRESS}", "--quiet"],
        cwd=site.root if umask == 0o022 else root,
        env=environment,
        umask=umask,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    content = {f"content/{path}": raw for path, raw in tree(site.content).items()}
    return content | {f"public/{path}": raw for path, raw in tree(site.output).items()}


def folders(site: Workspace) -> list[str]:
    names = ("seeds", "content", "output", "cache")
    return [f"--{name}={getattr(site, name)}" for name in names] + [f"--templates={ROOT / 'templates'}"]


def digest(files: dict[str, bytes]) -> str:
    found = hashlib.sha256()
    for path in sorted(files):
        found.update(f"{path} {hashlib.sha256(files[path]).hexdigest()}\n".encode())
    return found.hexdigest()


def dumped(files: dict[str, bytes]) -> dict[str, bytes]:
    """The files with the database as its dump, and without the hashes of its bytes."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(files[DATABASE])
        dump = "\n".join(connection.iterdump()).encode()
    hashes = {"public/.manifest.sha256", "public/data/datapackage.json"}
    return {**{path: raw for path, raw in files.items() if path not in hashes}, DATABASE: dump}


def test_every_environment_gives_one_hash(tmp_path: Path, measured: Measured) -> None:
    chosen = spread(ALL, share(54, fast=3))
    hashes = {digest(build(tmp_path / str(number), one)) for number, one in enumerate(chosen)}
    assert len(hashes) == 1
    measured("environments", environments=len(chosen), hashes=len(hashes))


def test_every_python_gives_one_hash(tmp_path: Path, measured: Measured) -> None:
    if not PYTHONS:
        pytest.skip("no other interpreter is named in ARSIP_PYTHONS")
    sites = [
        dumped(build(tmp_path / str(n), ALL[n * 7], python)) for n, python in enumerate([sys.executable, *PYTHONS])
    ]
    assert [path for path in sites[0] if len({site.get(path) for site in sites}) > 1] == []
    assert len({digest(site) for site in sites}) == 1
    measured("Pythons", interpreters=len(sites), hashes=1)
