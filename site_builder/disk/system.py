"""What Python does not offer of the operating system: locks that die with us, exchange of folders, sync."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from site_builder.errors import BuildError, Problem

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

LOCK = "lock"
RENAME_EXCHANGE = 2
"""Linux, renameat2(2)."""
RENAME_SWAP = 2
"""macOS, renamex_np(2)."""
AT_FDCWD = -100
NOT_HERE = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EPERM})
"""Errors by which a system or file system says that it cannot exchange two folders."""


@contextmanager
def workspace(folder: Path, *, busy: str) -> Iterator[Path]:
    """A folder for work in progress, held by this process alone; gone afterwards if it was left empty.

    The lock is the kernel's: it dies with the process, whose leftovers the next holder finds.  Raises BuildError if
    another process holds it, whose work is ``busy``.
    """
    lock = _locked(folder, busy)
    try:
        yield folder
    finally:
        try:
            with suppress(OSError):  # while the lock is held: whoever comes next makes a new one
                (folder / LOCK).unlink()
                folder.rmdir()
        finally:
            os.close(lock)


def _locked(folder: Path, busy: str) -> int:
    while True:
        folder.mkdir(parents=True, exist_ok=True)
        try:
            lock = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o644)
        except FileNotFoundError:
            continue  # its last holder removed the folder just now
        if not _take(lock):
            os.close(lock)
            hint = "wait until the other run has ended, then try again"
            raise BuildError(Problem(str(folder.parent), f"another run is {busy}", hint, fatal=True))
        with suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(lock), os.stat(folder / LOCK)):
                return lock
        os.close(lock)


def _take(lock: int) -> bool:
    try:
        if sys.platform == "win32":
            msvcrt.locking(lock, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in (errno.EACCES, errno.EAGAIN, errno.EDEADLK):
            return False
        raise
    return True


def remove(path: Path) -> None:
    """Delete a file, a link or a whole folder, if it is there."""
    if path.is_symlink() or path.is_file():
        path.unlink()
    elif path.is_dir():
        shutil.rmtree(path)


def sync(path: Path) -> None:
    """Wait until all that was written to the file system of this folder is on the disk; raises OSError."""
    if sys.platform == "linux":
        folder = os.open(path, os.O_RDONLY)
        try:
            _call(ctypes.CDLL(None, use_errno=True).syncfs(folder))
        finally:
            os.close(folder)
    elif hasattr(os, "sync"):
        os.sync()


def can_exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one step; False if this system cannot. Raises OSError if it can and fails."""
    names = os.fsencode(one), os.fsencode(other)
    try:
        if sys.platform == "linux":
            _call(ctypes.CDLL(None, use_errno=True).renameat2(AT_FDCWD, names[0], AT_FDCWD, names[1], RENAME_EXCHANGE))
        elif sys.platform == "darwin":
            _call(ctypes.CDLL(None, use_errno=True).renamex_np(*names, RENAME_SWAP))
        else:
            return False
    except AttributeError:
        return False  # an old C library
    except OSError as error:
        if error.errno in NOT_HERE:
            return False
        raise
    return True


def _call(result: int) -> None:
    if result != 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))
