"""Runs of the program that end badly, and what must hold of a site and its content afterwards."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import ROOT, Workspace

ARGUMENTS = ("--seeds=seeds", "--content=content", "--output=public", "--cache=cache", f"--templates={ROOT}/templates")
TRACED = (
    "openat", "write", "pwrite64", "mkdir", "mkdirat", "rename", "renameat", "renameat2", "unlink", "unlinkat", "rmdir",
    "link", "linkat", "chmod", "fchmod", "fchmodat", "ftruncate", "syncfs", "fsync", "fdatasync", "flock", "sendfile",
    "copy_file_range",
)  # fmt: skip
"""System calls that change a disk, or wait for it."""
CALL = re.compile(r"^(?:\d+ +)?(\w+)\((.*)$")
"""``openat(AT_FDCWD, "public/index.html", O_WRONLY|O_CREAT|O_EXCL|O_CLOEXEC, 0666) = 5``."""
PRINTED = re.compile(r"(?:\d+ +)?write\([12],")
"""What the run prints is no part of the archive."""


@dataclass(frozen=True, slots=True)
class End:
    """How a run ended."""

    code: int
    """Exit code; -9 of a killed run."""
    operations: int
    """How many operations that change the disk it began."""
    cpu: float
    """Seconds."""
    megabytes: int
    """At most in memory."""
    said: str


class Victim:
    """The process that forks the runs; see ``tests.attack.victim``."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp())
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.attack.victim"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONHASHSEED": "0"},
        )
        _site(Workspace(self._folder / "warm"))
        self._tell(warm=str(self._folder / "warm"), arguments=[*ARGUMENTS, "--quiet"])
        while not self._hear().startswith("["):
            pass

    def _tell(self, **task: object) -> None:
        assert self._process.stdin
        self._process.stdin.write(json.dumps(task) + "\n")
        self._process.stdin.flush()

    def _hear(self) -> str:
        assert self._process.stdout
        line = self._process.stdout.readline()
        assert line, "the victim itself has died"
        return line

    def run(self, site: Workspace, *command: str, **task: object) -> End:
        """Run a command; ``task`` is what ``tests.attack.victim.Task`` knows: ``at=7, fault="KILL"``."""
        said = self._folder / "said"
        self._tell(folder=str(site.root), arguments=[*ARGUMENTS, *command], said=str(said), **task)
        self._hear()
        return self._end(said)

    def traced(self, site: Workspace, *command: str, options: list[str]) -> tuple[End, list[str]]:
        """Run a command under strace with these options; how it ended, and the lines of the trace."""
        gate, log, said = self._folder / "gate", self._folder / "trace", self._folder / "said"
        log.unlink(missing_ok=True)
        if not gate.exists():
            os.mkfifo(gate)
        self._tell(folder=str(site.root), arguments=[*ARGUMENTS, *command], gate=str(gate), said=str(said))
        pid = int(self._hear())
        strace = subprocess.Popen(["strace", "-qq", "-o", log, "-p", str(pid), *options], stderr=subprocess.PIPE)
        while "TracerPid:\t0" in Path(f"/proc/{pid}/status").read_text() and strace.poll() is None:
            time.sleep(0.001)
        time.sleep(0.005)  # from "attached" to "every call is seen"
        os.close(os.open(gate, os.O_WRONLY))
        end = self._end(said)
        _, errors = strace.communicate(timeout=60)
        assert log.exists(), errors.decode()
        return end, log.read_text("utf-8", "replace").splitlines()

    def _end(self, said: Path) -> End:
        code, operations, cpu, megabytes = json.loads(self._hear())
        return End(code, operations, cpu, megabytes, said.read_text("utf-8", "replace"))

    def close(self) -> None:
        self._process.communicate(timeout=60)
        shutil.rmtree(self._folder)


def mutating_calls(trace: list[str]) -> list[tuple[str, int]]:
    """The calls of a trace that may change a disk: the name, and which call of that name it is, from 1."""
    counts: dict[str, int] = {}
    found = []
    for line in trace:
        if call := CALL.match(line):
            name = call[1]
            counts[name] = counts.get(name, 0) + 1
            if not PRINTED.match(line) and (name != "openat" or re.search(r"O_WRONLY|O_RDWR|O_CREAT", call[2])):
                found.append((name, counts[name]))
    return found


# A small archive, once built, then changed in every way at once -----------------------------------------------------

SITE_YML = """\
title: Arsip uji
url: https://contoh.id/arsip/
pages: [home, article, articles, tag, event]
exports: [feed, sitemap, csv_tables]
"""
STORY = """{title}

{place} - Kapolres {place} AKBP {name} memimpin {act} menjelang Pilkada di Mapolres {place}, Senin (25/11/2024).

"Kami siap mengamankan pemungutan suara," ujar {name}.
"""
PERSON = "Judul dari seorang pustakawan"
SENTENCE = "Satu kalimat dari seorang pustakawan."


def story(number: int, act: str = "apel pasukan") -> str:
    place, name = (("Cimahi", "Rahmat Sudrajat"), ("Brebes", "Guntur Wibowo"), ("Majene", "Andi Lestari"))[number % 3]
    return STORY.format(title=f"Polres {place} {act.title()} ke-{number}", place=place, name=name, act=act)


def _site(site: Workspace) -> Workspace:
    site.seeds.mkdir(parents=True)
    (site.content / "vocabulary").mkdir(parents=True)
    (site.content / "site.yml").write_text(SITE_YML, "utf-8")
    shutil.copyfile(ROOT / "content" / "vocabulary" / "tags.yml", site.content / "vocabulary" / "tags.yml")
    for number in range(3):
        (site.seeds / f"{number}.txt").write_text(story(number), "utf-8")
    return site


def first(root: Path) -> Workspace:
    """An archive that was never built: three seeds."""
    return _site(Workspace(root))


def change(site: Workspace) -> None:
    """A person's edits, a new seed, a changed one, one that is gone with its article."""
    edited, dropped = sorted(site.articles.rglob("*.md"))[:2]
    text = re.sub(r"(?m)^title: .*$", f"title: {PERSON}  # kata pustakawan", edited.read_text("utf-8"))
    edited.write_text(f"{text}\n{SENTENCE}\n", "utf-8")
    dropped.unlink()
    dropped.with_name(f"{dropped.stem}.reading.json").unlink()
    (site.seeds / "1.txt").unlink()
    (site.seeds / "0.txt").write_text(story(0, "simulasi pengamanan"), "utf-8")
    (site.seeds / "2.txt").write_text(story(2, "patroli gabungan"), "utf-8")
    (site.seeds / "3.txt").write_text(story(3), "utf-8")
