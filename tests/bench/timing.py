"""What one run of a program costs."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one run, with all its processes."""

    cpu: float
    """Seconds of processor time, of the user and of the system."""
    wall: float
    memory: int
    """The most that its largest process held, in MB."""
    files: int
    """That the site holds."""
    written: int
    """Files whose bytes this run made anew."""
    volume: int
    """Bytes of the site."""


class FailedRunError(RuntimeError):
    """A generator that did not make the site; says what it printed."""


def timed(command: Sequence[str], *, output: Path, folder: Path) -> Cost:
    """Run a program to its end in a folder. Raises FailedRunError if it fails."""
    before = _files(output)
    begin = time.perf_counter()
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        assert process.stdout
        said = process.stdout.read()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - begin
    if process.returncode:
        raise FailedRunError(said.decode("utf-8", "replace")[-2000:])
    after = _files(output)
    written = sum(before.get(path) != seen for path, seen in after.items())
    memory = used.ru_maxrss // 1024
    return Cost(
        used.ru_utime + used.ru_stime, wall, memory, len(after), written, sum(seen[2] for seen in after.values())
    )


def _files(folder: Path) -> dict[str, tuple[int, int, int]]:
    """Path -> number, time and size: a file that a run replaces or rewrites has another number or time."""
    found = {}
    for place, _, names in os.walk(folder):
        for name in names:
            status = os.stat(os.path.join(place, name))
            found[os.path.join(place, name)] = (status.st_ino, status.st_mtime_ns, status.st_size)
    return found
