"""Read what lies in a folder without trusting it: regular files only, within limits, nothing skipped in silence."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from site_builder.errors import Problem

MAX_DEPTH = 32
MB = 1_000_000
_OPEN = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)

QUIET = frozenset({".ds_store", "thumbs.db", "desktop.ini", ".gitkeep", ".gitignore", ".gitattributes"})
"""Files of operating systems and of git, lower case: no business of ours, and not worth a word."""
LITTER = re.compile(
    r"\.?#.*|~\$.*|4913|.*(?:~|\.swp|\.swo|\.tmp|\.part|\.crdownload|\.orig|\.rej|\.bak)|.*conflicted copy.*",
    re.IGNORECASE | re.DOTALL,
)
"""What editors and synchronisers leave behind: ``.#x.md``, ``x.md~``, ``x.md.orig``, ``x (conflicted copy).md``."""


@dataclass(frozen=True, slots=True)
class File:
    """A file as it was read."""

    path: str
    """Relative to its folder, with ``/``: ``articles/2024/rakor.md``."""
    raw: bytes


NO_FILE = "a link, pipe or device, not a file", "put the file itself there"


class _UnreadableError(OSError):
    """A thing in the folder that is no file to read: what it is, and what to do."""


def read_folder(root: Path, *, limit: int = 50 * MB) -> Iterator[File | Problem]:
    """Every regular file below a folder in the order of the paths, or why it was not read.

    Hidden folders and files are left out.  Files are read one at a time, as they are asked for; ``limit`` is in bytes
    a file.  A folder that is not there is empty.
    """
    for path in listing(root):
        yield path if isinstance(path, Problem) else _read(root, path, limit)


def names(root: Path) -> tuple[str, ...]:
    """The paths of the files below a folder that ``read_folder`` would try to read, in its order."""
    return tuple(path for path in listing(root) if isinstance(path, str))


def listing(root: Path) -> Iterator[str | Problem]:
    """Every file below a folder by its relative path, or why it is no file to read; no folder, no files."""
    if root.exists():
        yield from sorted(_paths(root, "", 0), key=lambda found: found.where if isinstance(found, Problem) else found)


def read_file(path: Path, *, limit: int = 50 * MB) -> bytes | Problem | None:
    """The bytes of one file, a problem if it is not a regular file within the limit, None if there is none."""
    try:
        return _bytes(path, limit)
    except FileNotFoundError:
        return None
    except OSError as error:
        return _problem(str(path), error)


def _paths(root: Path, folder: str, depth: int) -> Iterator[str | Problem]:
    """Relative paths of what may be read, and problems whose ``where`` is a path too."""
    try:
        with os.scandir(root / folder) as entries:
            found = list(entries)
    except OSError as error:
        yield _problem(str(root / folder), error)
        return
    for entry in found:
        path = f"{folder}/{entry.name}" if folder else entry.name
        if LITTER.fullmatch(entry.name):
            yield Problem(
                _shown(root / path),
                "left behind by an editor or a synchroniser",
                "compare it with its original, then delete it",
            )
        elif entry.name.startswith(".") or entry.name.lower() in QUIET:
            continue
        elif not path.isprintable():
            yield Problem(_shown(root / path), "a name with invisible or undecodable characters", "rename it")
        elif entry.is_dir(follow_symlinks=False):
            yield from _deeper(root, path, depth + 1)
        elif not entry.is_file(follow_symlinks=False):
            yield _problem(str(root / path), _UnreadableError(*NO_FILE))
        else:
            yield path


def _deeper(root: Path, path: str, depth: int) -> Iterator[str | Problem]:
    if depth > MAX_DEPTH:
        yield Problem(_shown(root / path), f"more than {MAX_DEPTH} folders deep", "move it up")
    else:
        yield from _paths(root, path, depth)


def _shown(path: Path) -> str:
    return str(path).encode("utf-8", "backslashreplace").decode()


def _read(root: Path, path: str, limit: int) -> File | Problem:
    try:
        return File(path, _bytes(root / path, limit))
    except OSError as error:
        return _problem(str(root / path), error)


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO | Problem]:
    """One file to be read by pieces, or a problem if it is not a regular file that can be read."""
    try:
        file = _open(path)
    except OSError as error:
        yield _problem(str(path), error)
        return
    with file:
        yield file


def _bytes(path: Path, limit: int) -> bytes:
    with _open(path) as file:
        raw = file.read(limit + 1)
    if len(raw) > limit:
        raise _UnreadableError(f"larger than {limit / MB:g} MB", "split it, or remove what is not needed")
    return raw


def _open(path: Path) -> BinaryIO:
    """The file, never through a link in its last part and never waiting for a pipe."""
    if not stat.S_ISREG(path.lstat().st_mode):
        raise _UnreadableError(*NO_FILE)
    file = open(os.open(path, _OPEN), "rb")  # noqa: SIM115 - the caller closes it
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise _UnreadableError("a link, pipe or device, not a file", "put the file itself there")
    return file


def _problem(where: str, error: OSError) -> Problem:
    if isinstance(error, _UnreadableError):
        what, hint = error.args
        return Problem(where, what, hint)
    return Problem(where, f"cannot be read: {error.strerror}", "check that it is there and that you may read it")
