"""Two builds of different archives into one folder, with one cache, at the same moment: one site or the other."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from pathlib import Path

from site_builder.disk import verify
from tests.attack.conftest import Measured
from tests.attack.runs import SITE_YML, Victim, first
from tests.attack.share import share
from tests.conftest import ROOT, Workspace, tree

RUNNER = """
import os, sys
from site_builder.cli import main
main([*sys.argv[1:], "--quiet", "--dry-run"])  # load everything first
print("ready", flush=True)
for line in sys.stdin:
    sys.stdout.flush()
    pid = os.fork()
    if pid == 0:
        os._exit(main(sys.argv[1:]))
    print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)
"""


class Runner:
    """A process that builds one archive whenever it is told to."""

    def __init__(self, *arguments: str, folder: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", RUNNER, f"--templates={ROOT}/templates", *arguments],
            cwd=folder,
            env={"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self._hear("ready") == "ready"

    def _hear(self, *wanted: str) -> str:
        assert self._process.stdout
        for line in self._process.stdout:
            word = line.strip()
            if word in wanted or (not wanted and word.lstrip("-").isdigit()):
                return word
        raise AssertionError(self.close())

    def go(self) -> None:
        assert self._process.stdin
        self._process.stdin.write("go\n")
        self._process.stdin.flush()

    def code(self) -> int:
        return int(self._hear())

    def close(self) -> str:
        """What the runs complained of."""
        return self._process.communicate(timeout=60)[1]


def _two(site: Workspace, victim: Victim) -> dict[str, dict[str, bytes]]:
    """The sites that two contents make."""
    made = {}
    for name in ("satu", "dua"):
        content = site.root / name
        shutil.copytree(site.content, content)
        (content / "site.yml").write_text(SITE_YML.replace("Arsip uji", f"Arsip {name}"), "utf-8")
        assert (
            victim.run(site, f"--content={name}", f"--output=alone/{name}", f"--cache=cache-{name}", "render").code == 0
        )
        made[name] = tree(site.root / "alone" / name)
    return made


def test_two_renders_at_once(victim: Victim, tmp_path: Path, measured: Measured) -> None:
    site = first(tmp_path / "site")
    assert victim.run(site, "ingest").code == 0
    sites = _two(site, victim)
    runners = [
        Runner("--seeds=seeds", f"--content={name}", "--output=public", "--cache=cache", "render", folder=site.root)
        for name in sites
    ]
    won: list[str] = []
    lost = 0
    for turn in range(share(100, fast=3)):
        for runner in runners:
            runner.go()
            time.sleep(turn % 10 * 0.02)
        codes = [runner.code() for runner in runners]
        assert 0 in codes
        assert set(codes) <= {0, 1}
        lost += codes.count(1)
        shown = tree(site.output)
        assert shown in sites.values(), "a mixed site"
        assert verify(site.output)[1] == ()
        assert not (site.root / ".site.public").exists()
        won.append(next(name for name, files in sites.items() if files == shown))
    said = "".join(runner.close() for runner in runners)
    assert said.count("another run is publishing this site") == lost
    assert "Traceback" not in said
    measured("two renders at once", races=len(won), refused_at_once=lost, mixed=0)


def test_two_ingests_at_once(victim: Victim, tmp_path: Path, measured: Measured) -> None:
    alone = first(tmp_path / "alone")
    assert victim.run(alone, "ingest").code == 0
    site = first(tmp_path / "site")
    runners = [
        Runner("--seeds=seeds", "--content=content", "--output=public", "--cache=cache", "ingest", folder=site.root)
        for _ in range(2)
    ]
    races = share(50, fast=2)
    for turn in range(races):
        shutil.rmtree(site.articles, ignore_errors=True)
        for runner in runners:
            runner.go()
            time.sleep(turn % 10 * 0.01)
        codes = [runner.code() for runner in runners]
        assert set(codes) <= {0, 1}
        if 0 in codes:
            assert tree(site.articles) == tree(alone.articles)
        assert victim.run(site, "ingest").code == 0
        assert tree(site.content) == tree(alone.content)
    said = "".join(runner.close() for runner in runners)
    assert "Traceback" not in said
    measured("two ingests at once", races=races, mixed=0)
