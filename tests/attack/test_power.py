"""The power goes: what is on the disk at that moment is a whole site, old or new, and every article with its edits.

The archive lies on an ext4 file system in a file.  The run stops itself at many operations and, once it has ended, the
system goes on writing in its own time; at each moment a copy of that file is what a machine would find after a power
cut: what the kernel still held in memory is not in it.  Each copy is mounted, which replays its journal, and read.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from site_builder.disk import verify
from tests.attack.conftest import Measured
from tests.attack.runs import PERSON, SENTENCE, Victim, change, first
from tests.attack.share import share
from tests.conftest import Workspace, tree

SIZE = 24_000_000
"""Bytes of the file system: small, so that a copy is one moment."""


def _run(*command: str | Path) -> bool:
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


@contextmanager
def _mounted(image: Path, folder: Path) -> Iterator[Path]:
    folder.mkdir()
    if not _run("mount", "-o", "loop", image, folder):
        folder.rmdir()
        pytest.skip("mounting an image is not permitted here (needs root and loop devices): no power was cut")
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)
        folder.rmdir()


@pytest.fixture
def image(tmp_path: Path) -> Path:
    if not shutil.which("mkfs.ext4"):
        pytest.skip("mkfs.ext4 is not here: no power was cut")
    made = tmp_path / "disk"
    with open(made, "wb") as file:
        file.truncate(SIZE)
    subprocess.run(["mkfs.ext4", "-q", "-F", made], check=True)
    return made


def test_the_power_goes(image: Path, victim: Victim, tmp_path: Path, measured: Measured) -> None:
    copies = []
    with _mounted(image, tmp_path / "mounted") as disk:
        site = first(disk / "site")
        assert victim.run(site).code == 0
        change(site)
        old = tree(site.output)
        os.sync()
        during = tmp_path / "during"
        during.mkdir()
        end = victim.run(site, snapshots=(str(image), str(during), 40 // share(10, fast=1)))
        for number in range(share(30, fast=1)):
            copies.append(_copy(image, tmp_path / f"after-{number}"))
            time.sleep(1)
        assert end.code == 0
        new = tree(site.output)
    copies += sorted(during.iterdir())
    found = [_judge(copy, tmp_path / "copy", victim, (old, new)) for copy in copies]
    assert len(found) >= share(20, fast=3)
    after = found[: share(30, fast=1)]
    assert set(after) == {"new"}, "a run that had ended was lost"
    measured("power cuts", snapshots=len(found), old=found.count("old"), new=found.count("new"), bad=0)


def _copy(image: Path, to: Path) -> Path:
    subprocess.run(["cp", "--sparse=always", image, to], check=True)
    return to


def _judge(image: Path, folder: Path, victim: Victim, sites: tuple[dict[str, bytes], dict[str, bytes]]) -> str:
    """Which site the copy holds; nothing else may be wrong with it, and a run from there ends well."""
    with _mounted(image, folder) as disk:
        site = Workspace(disk / "site")
        shown = tree(site.output)
        assert shown in sites, f"{image.name}: a mixed site"
        assert verify(site.output)[1] == ()
        texts = [path.read_text("utf-8") for path in site.articles.rglob("*.md")]
        assert any(PERSON in text and SENTENCE in text for text in texts)
        end = victim.run(site)
        assert end.code == 0, end.said
        assert tree(site.output) == sites[1]
    image.unlink()
    return ("old", "new")[sites.index(shown)]
