"""Whether anything below some folders changed, without reading a file."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeAlias

State: TypeAlias = frozenset[tuple[str, int, int, int]]
"""Path, file number, size and time of change of every file; two are equal if nothing changed."""


def state(roots: Iterable[Path]) -> State:
    """What lies below the folders now. Hidden files and folders count for nothing, nor does what vanishes meanwhile."""
    return frozenset(found for root in roots for found in _below(str(root)))


def _below(folder: str) -> Iterator[tuple[str, int, int, int]]:
    try:
        with os.scandir(folder) as entries:
            found = [entry for entry in entries if not entry.name.startswith(".")]
    except OSError:
        return
    for entry in found:
        try:
            status = entry.stat(follow_symlinks=False)
        except OSError:
            continue
        if stat.S_ISDIR(status.st_mode):
            yield from _below(entry.path)
        else:
            yield entry.path, status.st_ino, status.st_size, status.st_mtime_ns
