"""Publish a site as one step: whoever looks sees the whole old site or the whole new one, whatever happens."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from site_builder.disk.reading import QUIET, read_file
from site_builder.disk.system import can_exchange, remove, sync, workspace
from site_builder.errors import BuildError, Problem
from site_builder.folders import aside
from site_builder.slugs import key

MANIFEST = ".manifest.sha256"
"""Marks a folder as this program's, and names every file with its hash: ``sha256sum -c`` reads it too."""
MARK = "# arsip-pilkada site 1\n"
NEW, OLD = "new", "old"
LIMIT = 2_000_000_000
"""Bytes of one file of a site."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a publish did; paths relative to the output."""

    written: tuple[str, ...]
    unchanged: int
    deleted: tuple[str, ...]
    seal: bytes = b""
    """Hash of the manifest: of one site and no other."""


def publish(files: Iterable[tuple[str, bytes]], output: Path) -> Report:
    """Make ``output`` hold exactly these files; they are taken one at a time.

    Raises BuildError, with the old site as it was, if the folder is not this program's, another run is
    publishing to it, or the disk refuses.  An error of ``files`` itself leaves the old site too.
    """
    site = output.resolve()
    try:
        _check_place(output, site)
        site.parent.mkdir(parents=True, exist_ok=True)
        with workspace(aside(site), busy="publishing this site") as folder:
            return _publish(files, site, folder, shown=str(output))
    except OSError as error:
        hint = "the old site is as it was; check free space and permissions, or choose another --output"
        raise BuildError(Problem(str(output), f"could not be written: {_said(error)}", hint, fatal=True)) from error


def unfinished(output: Path) -> bool:
    """Whether a run that died, or could not clean up, left work behind; the next ``publish`` removes it."""
    return aside(output.resolve()).exists()


def _said(error: OSError) -> str:
    return error.strerror or str(error)


def _check_place(output: Path, site: Path) -> None:
    if site.exists() and not site.is_dir():
        raise BuildError(Problem(str(output), "is not a folder", "choose another --output", fatal=True))
    if site == site.parent or site.is_mount():
        hint = "choose a folder below it as --output"
        raise BuildError(Problem(str(output), "is a file system of its own and cannot be exchanged", hint, fatal=True))


def _publish(files: Iterable[tuple[str, bytes]], site: Path, folder: Path, *, shown: str) -> Report:
    _heal(site, folder)
    before = _manifest(site, shown)
    new = folder / NEW
    try:
        new.mkdir()
        after, written = _build(files, new, site, before)
        deleted = tuple(sorted(before.keys() - after.keys()))
        manifest = _manifest_of(after)
        if written or deleted or read_file(site / MANIFEST, limit=LIMIT) != manifest:
            _finish(new, after, written)
            _put_in_place(new, site, folder / OLD)
    finally:
        for leftover in (new, folder / OLD) if site.exists() else (new,):
            with suppress(OSError):  # the next run removes it
                remove(leftover)
    return Report(tuple(sorted(written)), len(after) - len(written), deleted, hashlib.sha256(manifest).digest())


def _heal(site: Path, folder: Path) -> None:
    """Finish or undo what a run that died left behind."""
    if not site.exists() and (folder / OLD).exists():
        os.rename(folder / OLD, site)
    remove(folder / OLD)
    remove(folder / NEW)


# What is there ------------------------------------------------------------------------------------------------------


def _manifest(site: Path, shown: str) -> dict[str, str]:
    """The hash of each file of the present site; raises BuildError if the folder holds anything else."""
    found = dict(_present(site, ""))
    if not found:
        return {}
    raw = read_file(site / MANIFEST, limit=LIMIT)
    if not isinstance(raw, bytes) or not raw.startswith(MARK.encode()):
        hint = "choose another --output, or delete that folder yourself if nothing in it is needed"
        raise BuildError(Problem(shown, "holds files that this program did not write", hint, fatal=True))
    listed = read_manifest(raw)
    if foreign := sorted(found.keys() - listed.keys() - {MANIFEST}):
        hint = "move it elsewhere: each build replaces the whole folder"
        problems = (Problem(f"{shown}/{path}", "was not written by this program", hint, fatal=True) for path in foreign)
        raise BuildError(*problems)
    return {path: sha256 for path, sha256 in listed.items() if path in found}


def _present(folder: Path, prefix: str) -> Iterator[tuple[str, bool]]:
    """Everything in a folder that is no folder, with True for a regular file; links are not followed."""
    if prefix == "" and not folder.exists():
        return
    with os.scandir(folder) as entries:
        found = list(entries)
    for entry in found:
        path = prefix + entry.name
        if entry.is_dir(follow_symlinks=False):
            yield from _present(folder / entry.name, path + "/")
        elif entry.name.lower() not in QUIET:
            yield path, entry.is_file(follow_symlinks=False)


def _manifest_of(listed: Mapping[str, str]) -> bytes:
    return (MARK + "".join(f"{listed[path]}  {path}\n" for path in sorted(listed))).encode()


def read_manifest(raw: bytes) -> dict[str, str]:
    """Path -> hash; a line that is damaged is left out."""
    lines = (line.partition("  ") for line in raw.decode("utf-8", "replace").splitlines()[1:])
    return {path: sha256 for sha256, _, path in lines if path and len(sha256) == 64}


# Building aside -----------------------------------------------------------------------------------------------------


def _build(
    files: Iterable[tuple[str, bytes]], new: Path, site: Path, before: Mapping[str, str]
) -> tuple[dict[str, str], list[str]]:
    after: dict[str, str] = {}
    written: list[str] = []
    taken: dict[str, str] = {MANIFEST: MANIFEST}
    folders: set[Path] = {new}
    for path, raw in files:
        _check_path(path, taken)
        after[path] = hashlib.sha256(raw).hexdigest()
        target = new / path
        if target.parent not in folders:
            target.parent.mkdir(parents=True, exist_ok=True)
            folders.add(target.parent)
        if before.get(path) != after[path] or not _link(site / path, target, raw):
            _write(target, raw)
            written.append(path)
    return after, written


def _check_path(path: str, taken: dict[str, str]) -> None:
    """Refuse a path that leaves the folder, or that some file system takes for another's."""
    parts = path.split("/")
    good = (
        path.isprintable() and not set(path) & set('\\\\:*?"<>|') and all(len(part.encode()) <= 255 for part in parts)
    )
    if not good or any(part in ("", ".", "..") or part[-1] in ". " for part in parts):
        raise BuildError(
            Problem(path, "is no path for a page", "report this: it is a mistake of the program", fatal=True)
        )
    if other := taken.get(key(path)):
        hint = "rename one of the two: some file systems cannot keep both"
        raise BuildError(Problem(path, f"is claimed twice, also as {other}", hint, fatal=True))
    taken[key(path)] = path


def _link(old: Path, new: Path, raw: bytes) -> bool:
    """Use the old file again if its bytes are still these: a link shares the damage of its original."""
    if read_file(old, limit=LIMIT) != raw:
        return False
    try:
        os.link(old, new)
    except OSError:
        return False  # this file system has no links, or too many of this file
    return True


def _write(path: Path, raw: bytes) -> None:
    with open(path, "xb") as file:
        file.write(raw)


def _finish(new: Path, after: Mapping[str, str], written: Iterable[str]) -> None:
    """Read again what was written, add the manifest, and wait for the disk."""
    for path in written:
        raw = read_file(new / path, limit=LIMIT)
        if not isinstance(raw, bytes) or hashlib.sha256(raw).hexdigest() != after[path]:
            raise BuildError(Problem(path, "is not on the disk as it was written", "check the disk", fatal=True))
    _write(new / MANIFEST, _manifest_of(after))
    sync(new)


def _put_in_place(new: Path, site: Path, old: Path) -> None:
    if not site.exists():
        os.rename(new, site)
    elif not can_exchange(new, site):
        os.rename(site, old)
        try:
            os.rename(new, site)
        except OSError:
            os.rename(old, site)
            raise
    sync(site)


def seal(output: Path) -> bytes:
    """Hash of the manifest of the site that is there, as ``Report.seal`` has it; empty if there is none."""
    raw = read_file(output / MANIFEST, limit=LIMIT)
    return hashlib.sha256(raw).digest() if isinstance(raw, bytes) else b""


# Verifying ----------------------------------------------------------------------------------------------------------


def verify(output: Path) -> tuple[int, tuple[Problem, ...]]:
    """How many files the manifest names, and every difference between it and the folder."""
    raw = read_file(output / MANIFEST, limit=LIMIT)
    if not isinstance(raw, bytes) or not raw.startswith(MARK.encode()):
        problem = raw if isinstance(raw, Problem) else Problem(str(output), "has no manifest", "run build.py render")
        return 0, (problem,)
    listed = read_manifest(raw)
    return len(listed), tuple(_differences(output, raw, listed))


def _differences(output: Path, raw: bytes, listed: Mapping[str, str]) -> Iterator[Problem]:
    hint = "run build.py render to write the site again; if this returns, check the disk"
    if _manifest_of(listed) != raw:
        yield Problem(str(output / MANIFEST), "is damaged", hint)
    for path in sorted({path for path, _ in _present(output, "")} - listed.keys() - {MANIFEST}):
        yield Problem(str(output / path), "is not in the manifest", hint)
    for path, sha256 in listed.items():
        found = read_file(output / path, limit=LIMIT)
        if found is None:
            yield Problem(str(output / path), "is missing", hint)
        elif isinstance(found, Problem):
            yield found
        elif hashlib.sha256(found).hexdigest() != sha256:
            yield Problem(str(output / path), "is not as it was published", hint)
