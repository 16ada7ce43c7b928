"""Folders at a glance: whether anything in them changed, without reading a file.

A file counts by its path, kind, number, size and times.  Whoever writes to it changes one of these; only a write
within the same tick of the file system's clock as the one before does not, which ``Glance.newest`` lets a caller see.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

TICK = 50_000_000
"""Nanoseconds, generously, within which a file system may give two writes one time. Coarser ones (FAT: 2 s) show by
times without a fraction, which never count as settled for that long."""
COARSE = 2_000_000_000
COMPILED = "__pycache__"
"""What Python makes of code when it first needs it."""


class _Seen(NamedTuple):
    path: str
    mode: int
    number: int
    size: int
    modified: int
    changed: int


@dataclass(frozen=True, slots=True)
class Glance:
    """What some folders hold; two are equal if nothing changed between them."""

    digest: bytes
    """SHA-256 over all files, 32 bytes."""
    newest: int
    """Nanoseconds since the epoch of the last change of any file, by the file system's clock; 0 without files."""

    def settled(self, now: int) -> bool:
        """Whether a write after ``now`` (of the same clock) must show in another glance."""
        tick = TICK if self.newest % 1_000_000_000 else COARSE
        return self.newest + tick < now


def glance(roots: Iterable[Path]) -> Glance:
    """Everything below some folders, or the files themselves that are named. What vanishes meanwhile is not there."""
    hashed = hashlib.sha256()
    newest = 0
    for root in roots:
        hashed.update(b"root\0")
        for seen in _all(str(root)):
            hashed.update(repr(seen).encode("utf-8", "surrogatepass"))
            newest = max(newest, seen.modified, seen.changed)
    return Glance(hashed.digest(), newest)


def clock(folder: Path) -> int:
    """Now, in nanoseconds, by the clock of the file system of a folder, which is made if it is not there.

    Raises OSError if nothing can be written there.
    """
    folder.mkdir(parents=True, exist_ok=True)
    probe = folder / "clock"
    probe.write_bytes(b"")
    return probe.stat().st_mtime_ns


def folders_beside(path: Path) -> tuple[str, ...]:
    """The names of the folders that stand where a path leads, which may not be there itself."""
    try:
        with os.scandir(path.parent) as entries:
            return tuple(sorted(entry.name for entry in entries if entry.is_dir()))
    except OSError:
        return ()


def _all(path: str) -> Iterator[_Seen]:
    try:
        status = os.lstat(path)
    except OSError:
        return
    if stat.S_ISDIR(status.st_mode):
        yield from _below(path)
    else:
        yield _seen(path, status)


def _below(folder: str) -> Iterator[_Seen]:
    """The files of a folder by name. A folder itself counts by what it holds, not by its own times."""
    try:
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
    except OSError:
        yield _Seen(folder, 0, 0, 0, 0, 0)  # a folder that may not be read is not an empty one
        return
    for entry in found:
        try:
            status = entry.stat(follow_symlinks=False)
        except OSError:
            continue
        if not stat.S_ISDIR(status.st_mode):
            yield _seen(entry.path, status)
        elif entry.name != COMPILED:
            yield from _below(entry.path)


def _seen(path: str, status: os.stat_result) -> _Seen:
    return _Seen(
        path, status.st_mode, status.st_ino, status.st_size, status.st_mtime_ns, getattr(status, "st_ctime_ns", 0)
    )
