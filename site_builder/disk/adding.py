"""Put new raw files into a folder: whole or not at all, and never in the place of another."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from site_builder.disk.reading import names, opened
from site_builder.disk.system import NOT_HERE, remove, sync, workspace
from site_builder.errors import BuildError, Problem

WORKSPACE = ".adding"


def twin(folder: Path, raw: BinaryIO) -> str | None:
    """The relative path of a file below the folder that has the same bytes; None if there is none."""
    size = raw.seek(0, os.SEEK_END)
    same_size = [name for name in names(folder) if _size(folder / name) == size]
    wanted = _digest(raw) if same_size else b""
    for name in same_size:
        with opened(folder / name) as file:
            if not isinstance(file, Problem) and _digest(file) == wanted:
                return name
    return None


def _size(path: Path) -> int:
    try:
        return path.lstat().st_size
    except OSError:
        return -1


def _digest(raw: BinaryIO) -> bytes:
    raw.seek(0)
    return hashlib.file_digest(raw, "sha256").digest()  # type: ignore[arg-type] # its stub wants readinto


def add_new(folder: Path, files: Sequence[tuple[str, BinaryIO]]) -> Problem | None:
    """Write files that are not there yet, in this order; a problem, and nothing written, if one of them is.

    Raises BuildError if the disk refuses.
    """
    try:
        with workspace(folder / WORKSPACE, busy="adding to this folder") as space:
            if there := next((name for name, _ in files if os.path.lexists(folder / name)), None):
                return Problem(str(folder / there), "is there already", "rename it, or delete it, then add again")
            _write(folder, files, space / "new")
    except OSError as error:
        what = f"could not be written: {error.strerror}"
        hint = "check free space and permissions, then run again"
        raise BuildError(Problem(str(error.filename or folder), what, hint, fatal=True)) from error
    return None


def _write(folder: Path, files: Sequence[tuple[str, BinaryIO]], staged: Path) -> None:
    try:
        remove(staged)  # of a run that died
        staged.mkdir()
        for number, (_, raw) in enumerate(files):
            raw.seek(0)
            with open(staged / str(number), "xb") as file:
                shutil.copyfileobj(raw, file)
        sync(staged)
        for number, (name, _) in enumerate(files):
            _put(staged / str(number), folder / name)
        sync(folder)
    finally:
        with suppress(OSError):  # the next run removes it
            remove(staged)


def _put(new: Path, target: Path) -> None:
    try:
        os.link(new, target)  # unlike a rename, this never takes another's place
    except OSError as error:
        if error.errno not in NOT_HERE:
            raise
        os.replace(new, target)  # this file system has no links
