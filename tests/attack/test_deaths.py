"""kill -9 and errors of the disk at every operation that changes it: old or new, nothing lost, the next run clean.

A small archive is built, and rebuilt after a person's edits and every kind of change of its seeds.  Each run of the
real command meets one fault: at the n-th operation that Python announces (its audit hook), or at the n-th system call
(strace).  Afterwards the site must be the whole old or the whole new one, every article readable with the person's
edits in it, an exit code of 0 must mean the new site, and one more run must end as if nothing had happened.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from site_builder.content.article import read_article
from site_builder.content.reading import Record, loads
from site_builder.disk import verify
from site_builder.model import Article
from tests.attack.conftest import Measured
from tests.attack.runs import PERSON, SENTENCE, SITE_YML, TRACED, End, Victim, change, first, mutating_calls
from tests.attack.share import share, spread
from tests.attack.victim import CRASHED
from tests.conftest import Workspace, tree

ERRORS = ("ENOSPC", "EIO", "EACCES")
KILLED = -9
TRACE = ["-e", "trace=" + ",".join(f"?{name}" for name in TRACED)]


@dataclass(frozen=True, slots=True)
class Stage:
    """A state of the archive from which a run starts, and what the run makes of it."""

    name: str
    before: Workspace
    content: dict[str, bytes]
    """After an undisturbed run."""
    sites: tuple[dict[str, bytes], ...]
    """The old site and the new one."""
    operations: int
    edited: bool

    def start(self, root: Path) -> Workspace:
        shutil.copytree(self.before.root, root, symlinks=True)
        return Workspace(root)


def _stage(victim: Victim, name: str, before: Workspace, root: Path, *, edited: bool) -> Stage:
    done = Workspace(root)
    shutil.copytree(before.root, root)
    old = tree(before.output)
    end = victim.run(done)
    assert end.code == 0, end.said
    return Stage(name, before, tree(done.content), (old, tree(done.output)), end.operations, edited)


@pytest.fixture(scope="module")
def stages(victim: Victim, tmp_path_factory: pytest.TempPathFactory) -> list[Stage]:
    """Built for the first time; after many changes; after a new title of the whole site."""
    root = tmp_path_factory.mktemp("stages")
    new = _stage(victim, "first", first(root / "first"), root / "first-done", edited=False)
    later = new.start(root / "later")
    assert victim.run(later).code == 0
    change(later)
    changed = _stage(victim, "changed", later, root / "later-done", edited=True)
    retitled = changed.start(root / "retitled")
    assert victim.run(retitled).code == 0
    (retitled.content / "site.yml").write_text(SITE_YML.replace("Arsip uji", "Arsip lain"), "utf-8")
    return [new, changed, _stage(victim, "retitled", retitled, root / "retitled-done", edited=True)]


def check_content(stage: Stage, site: Workspace) -> None:
    """Every file is whole, and a person's words are where they were."""
    texts = {path: path.read_text("utf-8") for path in site.articles.rglob("*.md")}
    for path, text in texts.items():
        assert isinstance(read_article(text, slug=path.stem, year="2024", where=str(path)), Article), text
    for path in site.articles.rglob("*.reading.json"):
        assert isinstance(loads(path.read_text("utf-8"), where=str(path)), Record)
    assert not stage.edited or any(PERSON in text and SENTENCE in text for text in texts.values())
    assert tree(site.seeds) == tree(stage.before.seeds)


def check(stage: Stage, site: Workspace, end: End) -> None:
    """What must hold right after the fault."""
    assert end.code != CRASHED, end.said
    assert tree(site.output) in stage.sites
    check_content(stage, site)
    if end.code == 0:
        assert tree(site.output) == stage.sites[1], "the run said that all is well, and the site is stale"
        assert tree(site.content) == stage.content


def check_next(stage: Stage, site: Workspace, victim: Victim) -> None:
    """One more run ends as if nothing had happened, and leaves nothing lying about."""
    end = victim.run(site)
    assert end.code == 0, end.said
    assert tree(site.output) == stage.sites[1]
    assert verify(site.output)[1] == ()
    assert tree(site.content) == stage.content
    assert {path.name for path in site.root.iterdir()} == {"seeds", "content", "public", "cache"}


def _points(stages: list[Stage], most: int) -> list[tuple[Stage, int]]:
    return spread([(stage, at) for stage in stages for at in range(1, stage.operations + 1)], most)


def test_killed_at_any_operation(victim: Victim, stages: list[Stage], tmp_path: Path, measured: Measured) -> None:
    points = _points(stages, share(10_000, fast=12))
    for stage, at in points:
        site = stage.start(tmp_path / "site")
        end = victim.run(site, at=at, fault="KILL")
        assert end.code == KILLED
        check(stage, site, end)
        check_next(stage, site, victim)
        shutil.rmtree(site.root)
    measured("kill -9 at operations", points=len(points), bad_sites=0, lost_edits=0)


def test_refused_at_any_operation(victim: Victim, stages: list[Stage], tmp_path: Path, measured: Measured) -> None:
    """One error after the other; ``tests/test_faults.py`` raises each of them at each operation of disk/."""
    points = _points(stages, share(10_000, fast=12))
    ends = {0: 0, 1: 0}
    for turn, (stage, at) in enumerate(points):
        site = stage.start(tmp_path / "site")
        end = victim.run(site, at=at, fault=ERRORS[turn % len(ERRORS)])
        check(stage, site, end)
        check_next(stage, site, victim)
        ends[end.code] += 1
        shutil.rmtree(site.root)
    assert ends[1]
    measured(
        "errors of the disk at operations", runs=sum(ends.values()), failed_loudly=ends[1], done_all_the_same=ends[0]
    )


# System calls -------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def calls(
    victim: Victim, stages: list[Stage], tmp_path_factory: pytest.TempPathFactory
) -> list[tuple[Stage, str, int]]:
    """Every system call of the runs that may change the disk."""
    _needs_strace()
    found = []
    for stage in stages:
        site = stage.start(tmp_path_factory.mktemp("traced") / "site")
        end, trace = victim.traced(site, options=TRACE)
        assert end.code == 0
        found += [(stage, name, number) for name, number in mutating_calls(trace)]
    return found


def _needs_strace() -> None:
    """Without strace, or the right to use it, these tests say so; in CI on Linux they fail."""
    if (
        shutil.which("strace")
        and subprocess.run(["strace", "-qq", "-o", os.devnull, "true"], check=False).returncode == 0
    ):
        return
    why = "strace is not here or may not trace (apt install strace): no faults at system calls"
    (pytest.fail if os.environ.get("CI") and os.uname().sysname == "Linux" else pytest.skip)(why)


def test_killed_at_any_system_call(
    victim: Victim, calls: list[tuple[Stage, str, int]], tmp_path: Path, measured: Measured
) -> None:
    points = spread(calls, share(300, fast=5))
    killed = 0
    for stage, name, number in points:
        site = stage.start(tmp_path / "site")
        end, _ = victim.traced(site, options=[*TRACE, "-e", f"inject={name}:signal=KILL:when={number}"])
        killed += end.code == KILLED
        check(stage, site, end)
        check_next(stage, site, victim)
        shutil.rmtree(site.root)
    assert killed >= 0.9 * len(points)
    measured("kill -9 at system calls", points=len(points), of=len(calls), killed=killed, bad_sites=0, lost_edits=0)


def test_refused_at_any_system_call(
    victim: Victim, calls: list[tuple[Stage, str, int]], tmp_path: Path, measured: Measured
) -> None:
    points = spread(calls, share(300, fast=5))
    ends = {0: 0, 1: 0}
    for turn, (stage, name, number) in enumerate(points):
        site = stage.start(tmp_path / "site")
        error = ERRORS[turn % len(ERRORS)]
        end, _ = victim.traced(site, options=[*TRACE, "-e", f"inject={name}:error={error}:when={number}"])
        check(stage, site, end)
        check_next(stage, site, victim)
        ends[end.code] += 1
        shutil.rmtree(site.root)
    assert ends[1]
    measured("errors at system calls", runs=len(points), failed_loudly=ends[1], done_all_the_same=ends[0])


# A disk that is really full -----------------------------------------------------------------------------------------


def _mounted(folder: Path, size: int) -> bool:
    folder.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}k", "none", folder], check=False, capture_output=True
    )
    return done.returncode == 0


def test_a_disk_that_is_too_small(victim: Victim, stages: list[Stage], tmp_path: Path, measured: Measured) -> None:
    """The archive lies on file systems of so many kilobytes, from far too small to large enough."""
    stage = stages[1]
    used = sum(len(raw) for raw in tree(stage.before.root).values()) // 1024
    sizes = range(used, used * 4, max(4, used * 3 // share(60, fast=6)))
    ends = {0: 0, 1: 0}
    for size in sizes:
        disk = tmp_path / str(size)
        if not _mounted(disk, size):
            pytest.skip("mounting a tmpfs is not permitted here (needs root)")
        try:
            site = Workspace(disk / "site")
            copied = subprocess.run(["cp", "-a", stage.before.root, site.root], check=False, capture_output=True)
            if copied.returncode == 0:
                end = victim.run(site)
                check(stage, site, end)
                ends[end.code] += 1
        finally:
            subprocess.run(["umount", disk], check=True)
    assert min(ends.values()) >= 1
    measured("a tmpfs too small", disks=sum(ends.values()), failed_loudly=ends[1], large_enough=ends[0])
