"""A run with nothing to do: told at once, and only if really nothing changed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder import again
from site_builder.again import Outcome
from site_builder.cli import main
from site_builder.errors import Problem
from site_builder.folders import Folders
from site_builder.glance import Glance, clock, glance
from site_builder.reports import Ingested, Rendered
from tests.conftest import ROOT, Workspace, tree, workspace

MADE = Rendered(5, 9, ("a.html",), 8, ("b.html",), ("a note",), (Problem("a.md:3", "what", "hint"),))
READ = Ingested(5, (), (), 5, 0, 0, ("a note",), ())
SECOND = 1_000_000_000


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    for name in ("seeds", "content", "templates", "output"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text(name, "utf-8")
        settle(tmp_path / name / "a.txt")
    return Folders(*(tmp_path / name for name in ("seeds", "content", "templates", "output", "cache")))


def settle(path: Path) -> None:
    """Wait until a write to the file must show in its times."""
    while not Glance(b"", path.stat().st_ctime_ns).settled(clock(path.parent.parent)):
        time.sleep(0.01)


def run(folders: Folders, outcome: Outcome = Outcome(READ, MADE), command: str = "build") -> Outcome | None:  # noqa: B008
    """What a run knows when it begins; if nothing, it does its work."""
    before = again.begin(command, folders, None)
    known = again.recall(before)
    if known is None:
        again.keep(before, outcome)
    return known


def test_what_was_told_is_told_again_without_what_was_written_then(folders: Folders) -> None:
    assert run(folders) is None
    known = run(folders)
    assert known is not None
    assert known.ingested == READ
    assert known.rendered == Rendered(5, 9, (), 9, (), ("a note",), (Problem("a.md:3", "what", "hint"),))


@pytest.mark.parametrize("name", ["seeds", "content", "templates", "output"])
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda path: path.write_text("other", "utf-8"), id="written"),
        pytest.param(lambda path: path.write_bytes(path.read_bytes()[::-1]), id="same size"),
        pytest.param(lambda path: path.unlink(), id="deleted"),
        pytest.param(lambda path: path.rename(path.with_name("b.txt")), id="renamed"),
        pytest.param(lambda path: (path.parent / "new.txt").touch(), id="a new file"),
        pytest.param(lambda path: path.chmod(0o600), id="rights"),
        pytest.param(lambda path: (path.unlink(), path.symlink_to("elsewhere")), id="a link instead"),
        pytest.param(lambda path: path.rename(path.parent.with_name("moved")), id="moved away"),
    ],
)
def test_any_change_of_a_file_is_seen(folders: Folders, name: str, change: Callable[[Path], object]) -> None:
    run(folders)
    assert run(folders) is not None
    change(folders.content.with_name(name) / "a.txt")
    assert again.recall(again.begin("build", folders, None)) is None


def test_a_change_that_hides_behind_its_old_times_is_seen(folders: Folders) -> None:
    path = folders.content / "a.txt"
    status = path.stat()
    run(folders)
    path.write_text("C" * status.st_size, "utf-8")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert again.recall(again.begin("build", folders, None)) is None


def test_other_arguments_are_another_run(folders: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    run(folders)
    assert again.recall(again.begin("render", folders, None)) is None
    assert again.recall(again.begin("build", folders, "https://example.org/")) is None
    monkeypatch.setattr(sys, "version", "3.99")
    assert again.recall(again.begin("build", folders, None)) is None


def test_a_new_library_is_another_program(folders: Folders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(folders)
    (tmp_path / "site" / "jinja2-99.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    assert again.recall(again.begin("build", folders, None)) is None


def test_a_run_that_wrote_content_is_not_remembered(folders: Folders) -> None:
    for wrote in (
        Ingested(5, ("new",), (), 5, 0, 0, (), ()),
        Ingested(5, (), ("changed",), 5, 0, 0, (), ()),
        Ingested(5, (), (), 5, 1, 0, (), ()),
    ):
        run(folders, Outcome(wrote, MADE))
        assert run(folders, Outcome(wrote, MADE)) is None


def test_a_file_that_was_written_a_moment_ago_may_change_unseen(folders: Folders) -> None:
    (folders.content / "new.txt").touch()
    run(folders)
    assert run(folders) is None
    settle(folders.content / "new.txt")
    assert run(folders) is None
    assert run(folders) is not None


def test_an_edit_during_the_run_is_seen_by_the_next(folders: Folders) -> None:
    before = again.begin("build", folders, None)
    (folders.content / "a.txt").write_text("edited meanwhile", "utf-8")
    again.keep(before, Outcome(READ, MADE))
    assert again.recall(again.begin("build", folders, None)) is None


def test_an_edit_during_the_run_that_is_taken_back_is_not_told_of_what_was_there_before(folders: Folders) -> None:
    before = again.begin("build", folders, None)
    (folders.content / "new.txt").touch()
    again.keep(before, Outcome(READ, MADE))  # tells of three files
    (folders.content / "new.txt").unlink()
    assert again.recall(again.begin("build", folders, None)) is None


def test_a_damaged_memory_is_none(folders: Folders) -> None:
    run(folders)
    kept = folders.cache / "build.again"
    whole = kept.read_bytes()
    for place in range(0, len(whole), 9):
        kept.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert again.recall(again.begin("build", folders, None)) is None, place
        kept.write_bytes(whole[:place])
        assert again.recall(again.begin("build", folders, None)) is None, place
    kept.write_bytes(whole)
    assert again.recall(again.begin("build", folders, None)) is not None


def test_without_a_cache_nothing_is_remembered(folders: Folders) -> None:
    folders.cache.write_text("a file where the folder should be", "utf-8")
    assert run(folders) is None
    assert run(folders) is None


def test_a_time_is_settled_when_another_write_must_differ() -> None:
    assert Glance(b"", 5 * SECOND + 1).settled(6 * SECOND)
    assert not Glance(b"", 6 * SECOND - 1).settled(6 * SECOND)
    assert not Glance(b"", 5 * SECOND).settled(6 * SECOND)
    assert Glance(b"", 5 * SECOND).settled(8 * SECOND)
    assert Glance(b"", 0).settled(6 * SECOND * 1000)


def test_compiled_code_and_missing_folders_count_for_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.py").touch()
    before = glance([tmp_path, tmp_path / "missing"])
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "a.pyc").touch()
    assert glance([tmp_path, tmp_path / "missing"]) == before


def settled(place: Workspace) -> Workspace:
    """A workspace that was built, and whose next run has nothing to do."""
    place.build()
    settle(max(place.content.rglob("*"), key=lambda path: path.stat().st_ctime_ns))
    place.build()
    return place


def test_a_run_with_nothing_to_do_does_not_load_the_program(tmp_path: Path) -> None:
    place = settled(workspace(tmp_path))
    site = tree(place.output)
    options = [f"--{name}={getattr(place, name)}" for name in ("seeds", "content", "templates", "output", "cache")]
    probe = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from site_builder.cli import main; main(sys.argv[1:])"
    command = [sys.executable, "-c", f"{probe}; print('site_builder.pipeline' in sys.modules)", *options]
    done = subprocess.run(command, cwd=place.root, capture_output=True, text=True, check=True)
    assert done.stdout.endswith("False\n")
    assert "5 seeds: 0 new, 0 changed, 5 unchanged" in done.stdout
    assert tree(place.output) == site


def test_problems_are_told_at_every_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = workspace(tmp_path)
    (place.seeds / "empty.txt").write_text("", "utf-8")
    settled(place)
    options = [f"--{name}={getattr(place, name)}" for name in ("seeds", "content", "templates", "output", "cache")]
    told = []
    for _ in range(2):
        capsys.readouterr()
        assert main([*options, "--strict", "--json"]) == 1
        printed = capsys.readouterr()
        told.append(json.loads(printed.out)["ingest"]["problems"])
    assert told[0] == told[1]
    assert "empty.txt" in str(told[0])
