"""Write articles and their readings so that a crash, a full disk or an editor saving meanwhile loses nothing."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from site_builder.disk.reading import read_file
from site_builder.disk.system import NOT_HERE, can_exchange, remove, sync, workspace
from site_builder.errors import BuildError, Problem

WORKSPACE = ".writing"


@dataclass(frozen=True, slots=True)
class Change:
    """What is to be written of one article: ``merge.Merged``, and the files as they were when it was decided."""

    article: Path
    reading: Path
    before: str | None
    text: str | None
    record: str | None
    seen_text: bytes | None
    """None: there was no file."""
    seen_reading: bytes | None


@dataclass(frozen=True, slots=True)
class Written:
    """What became of the changes."""

    articles: tuple[Path, ...]
    """Those of which something was written."""
    problems: tuple[Problem, ...]
    """Those that changed on the disk meanwhile, and were left alone."""


@dataclass(frozen=True, slots=True)
class _Step:
    """One file to replace, if it is still as it was seen."""

    change: Change
    target: Path
    text: str
    seen: bytes | None


def write_all(changes: Iterable[Change], *, root: Path) -> Written:
    """Write articles below ``root``: all first readings, then all texts, then all last readings.

    Each group is on the disk before the next begins, so a crash leaves every article in a state that the merge
    knows.  Raises BuildError if the disk refuses; what was written until then is whole.
    """
    pending = [change for change in changes if (change.before, change.text, change.record) != (None, None, None)]
    if not pending and not (root / WORKSPACE).exists():
        return Written((), ())
    problems: dict[Path, Problem] = {}
    try:
        with workspace(root / WORKSPACE, busy="writing to this content") as folder:
            _write_groups(pending, root, folder / "new", problems)
    except OSError as error:
        raise BuildError(_refused(root, error)) from error
    done = tuple(change.article for change in pending if change.article not in problems)
    return Written(done, tuple(problems.values()))


def _write_groups(changes: list[Change], root: Path, staged: Path, problems: dict[Path, Problem]) -> None:
    try:
        for group in (_firsts(changes), _texts(changes), _lasts(changes)):
            remove(staged)  # of the group before, or of a run that died
            steps = [step for step in group if step.change.article not in problems]
            if steps:
                _write_group(steps, root, staged, problems)
    finally:
        with suppress(OSError):  # the next run removes it
            remove(staged)


def _firsts(changes: Iterable[Change]) -> Iterator[_Step]:
    for change in changes:
        if change.before is not None:
            yield _Step(change, change.reading, change.before, change.seen_reading)


def _texts(changes: Iterable[Change]) -> Iterator[_Step]:
    for change in changes:
        if change.text is not None:
            yield _Step(change, change.article, change.text, change.seen_text)


def _lasts(changes: Iterable[Change]) -> Iterator[_Step]:
    for change in changes:
        if change.record is not None:
            seen = change.seen_reading if change.before is None else change.before.encode()
            yield _Step(change, change.reading, change.record, seen)


def _write_group(steps: list[_Step], root: Path, staged: Path, problems: dict[Path, Problem]) -> None:
    staged.mkdir()
    for number, step in enumerate(steps):
        _write_new(staged / str(number), step.text.encode())
    sync(staged)
    for number, step in enumerate(steps):
        if problem := _obstacle(step, root) or _put(staged / str(number), step):
            problems[step.change.article] = problem
    sync(root)


def _write_new(path: Path, raw: bytes) -> None:
    with open(path, "xb") as file:
        file.write(raw)


def _obstacle(step: _Step, root: Path) -> Problem | None:
    """Why the file must not be replaced: it is no longer what the merge saw, or lies behind a link."""
    folders = [folder for folder in step.target.parents if folder.is_relative_to(root) and folder != root]
    if link := next((folder for folder in folders if folder.is_symlink()), None):
        return Problem(str(link), "a link to a folder", "nothing is written through it; put the folder itself there")
    found = read_file(step.target)
    if isinstance(found, Problem):
        return found
    return None if found == step.seen else _saved(step)


def _put(new: Path, step: _Step) -> Problem | None:
    """Put the new file in its place, unless somebody saves the old one at this very moment."""
    try:
        return _create(new, step) if step.seen is None else _exchange(new, step)
    except FileNotFoundError:
        return _saved(step)


def _create(new: Path, step: _Step) -> Problem | None:
    step.target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(new, step.target)  # unlike a rename, this never takes another's place
    except FileExistsError:
        return _saved(step)
    except OSError as error:
        if error.errno not in NOT_HERE:
            raise
        os.replace(new, step.target)  # this file system has no links
    return None


def _exchange(new: Path, step: _Step) -> Problem | None:
    shutil.copymode(step.target, new)
    if not can_exchange(new, step.target):
        os.replace(new, step.target)
    elif read_file(new) != step.seen:
        can_exchange(new, step.target)  # what came out is newer than what was seen: back with it
        return _saved(step)
    return None


def _saved(step: _Step) -> Problem:
    hint = "nothing of it was changed; run again"
    return Problem(str(step.target), "was saved by somebody while it was read", hint)


def _refused(root: Path, error: OSError) -> Problem:
    hint = "check free space and permissions, then run again: nothing is lost"
    return Problem(str(error.filename or root), f"could not be written: {error.strerror}", hint, fatal=True)
