"""Death and disk errors at every operation that changes the disk: nothing mixed, nothing lost, the next run clean.

Python announces each such operation to its audit hooks; one of ours refuses the n-th, for n = 1, 2, 3, ... until a
run gets through.  A dead process is one whose later operations are refused too, those of its clean-up among them.
"""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from site_builder import disk
from site_builder.content.article import read_article
from site_builder.content.merge import merge
from site_builder.content.proposal import Proposal
from site_builder.content.reading import Record, loads
from site_builder.disk import Change, publish, verify, write_all
from site_builder.errors import BuildError
from site_builder.model import Article
from tests.content.test_merge import FIRST, SECOND, WHERE, _propose
from tests.test_disk import NEXT, SITE, _tree

CHANGING = frozenset(
    {"os.rename", "os.chmod", "os.remove", "os.rmdir", "os.mkdir", "os.link", "os.truncate", "ctypes.dlsym"}
)
"""The last one: a call of syncfs or of the exchange."""
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class Death(BaseException):
    """No ``except`` in the program catches it."""


@dataclass
class _Plan:
    """Which operation is refused, and how; or what happens right before it."""

    at: int = 0
    error: BaseException | None = None
    seen: int = 0
    first: Callable[[], object] | None = None

    def check(self, event: str, args: tuple[Any, ...]) -> None:
        if not (self.error or self.first) or not (event in CHANGING or (event == "open" and args[2] & WRITING)):
            return
        self.seen += 1
        if self.first and self.seen == self.at:
            action, self.first = self.first, None
            action()
        if self.error is None:
            return
        if self.seen == self.at or (self.seen > self.at and isinstance(self.error, Death)):
            raise self.error


PLAN = _Plan()


@pytest.fixture(scope="module", autouse=True)
def _hook() -> None:
    """Audit hooks cannot be removed: this one does nothing unless a plan has an error."""
    sys.addaudithook(lambda event, args: PLAN.check(event, args))


@contextmanager
def _refusing(at: int, error: BaseException) -> Iterator[None]:
    PLAN.at, PLAN.error, PLAN.seen = at, error, 0
    try:
        yield
    finally:
        PLAN.error = None


@contextmanager
def _interrupting(at: int, action: Callable[[], object]) -> Iterator[None]:
    PLAN.at, PLAN.first, PLAN.seen = at, action, 0
    try:
        yield
    finally:
        PLAN.first = None


def _ends_with(action: Callable[[], object], at: int, error: BaseException) -> type[BaseException] | None:
    """How the action ends if its operation number ``at`` is refused; None if it ends well."""
    try:
        with _refusing(at, error):
            action()
    except (BuildError, Death) as end:
        return type(end)
    return None


ERRORS = [Death(), *(OSError(code, os.strerror(code)) for code in (errno.ENOSPC, errno.EIO, errno.EACCES))]
NAMES = ["death", "ENOSPC", "EIO", "EACCES"]


@pytest.mark.parametrize("exchange", [True, False], ids=["exchange", "two renames"])
@pytest.mark.parametrize("error", ERRORS, ids=NAMES)
def test_a_site_is_old_or_new_after_any_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, exchange: bool
) -> None:
    if not exchange:
        monkeypatch.setattr(disk.publishing, "can_exchange", lambda _new, _site: False)
    points = 0
    for at in range(1, 200):
        folder = tmp_path / str(at)
        output = folder / "public"
        publish(SITE.items(), output)
        end = _ends_with(partial(publish, NEXT.items(), output), at, error)
        if PLAN.seen < at:
            break
        points += 1
        if exchange or output.exists() or end is not Death:
            assert _tree(output) in (SITE, NEXT)
            assert verify(output)[1] == ()
        if end is None:
            assert _tree(output) == NEXT
        publish(NEXT.items(), output)
        assert _tree(output) == NEXT
        assert verify(output)[1] == ()
        assert [path.name for path in folder.iterdir()] == ["public"]
    assert points >= 12


@pytest.mark.parametrize("error", ERRORS, ids=NAMES)
def test_a_first_site_is_there_or_not_after_any_fault(tmp_path: Path, error: BaseException) -> None:
    for at in range(1, 200):
        output = tmp_path / str(at) / "public"
        end = _ends_with(partial(publish, SITE.items(), output), at, error)
        if PLAN.seen < at:
            break
        assert not output.exists() or _tree(output) == SITE
        assert end is not None or output.exists()
        publish(SITE.items(), output)
        assert [path.name for path in output.parent.iterdir()] == ["public"]
    assert at >= 10


def _read(path: Path) -> str | None:
    return path.read_text("utf-8") if path.exists() else None


def _ingest(root: Path, proposals: dict[str, Proposal]) -> None:
    """What the pipeline does with each article: read, merge, write."""
    changes = []
    for name, proposal in proposals.items():
        article, reading = root / f"{name}.md", root / f"{name}.reading.json"
        texts = _read(article), _read(reading)
        merged = merge(proposal, text=texts[0], reading=texts[1], where=WHERE)
        seen = [None if text is None else text.encode() for text in texts]
        changes.append(Change(article, reading, merged.before, merged.text, merged.record, *seen))
    write_all(changes, root=root)


def _edited(root: Path) -> None:
    """Two articles as the machine wrote them, and a person's edit in one."""
    root.mkdir(parents=True)
    _ingest(root, {"one": FIRST, "two": FIRST})
    (root / "one.md").write_text((root / "one.md").read_text().replace("title: Rakor", "title: Judul redaksi"))


AGAIN = {"one": SECOND, "two": SECOND, "three": FIRST}
THIRD = _propose({"title": "Apel", "tags": ["apel-pasukan"]}, body="Lain.")


@pytest.mark.parametrize("error", ERRORS, ids=NAMES)
def test_content_is_whole_after_any_fault_and_the_next_ingest_finishes(tmp_path: Path, error: BaseException) -> None:
    expected = tmp_path / "expected"
    _edited(expected)
    _ingest(expected, AGAIN)
    for at in range(1, 300):
        root = tmp_path / str(at)
        _edited(root)
        _ends_with(partial(_ingest, root, AGAIN), at, error)
        if PLAN.seen < at:
            break
        for path in root.glob("*.md"):
            article = read_article(path.read_text(), slug="x", year="2024", where="x")
            assert isinstance(article, Article)
            assert path.name != "one.md" or article.title == "Judul redaksi"
        assert all(isinstance(loads(path.read_text(), where="x"), Record) for path in root.glob("*.json"))
        _ingest(root, AGAIN)
        assert _tree(root) == _tree(expected)
        assert not (root / ".writing").exists()
        shutil.rmtree(root)
    assert at >= 30


def test_after_a_crash_a_machine_that_has_changed_its_mind_still_owns_its_fields(tmp_path: Path) -> None:
    expected = tmp_path / "expected"
    _edited(expected)
    _ingest(expected, {"one": THIRD, "two": THIRD, "three": THIRD})
    for at in range(1, 300):
        root = tmp_path / str(at)
        _edited(root)
        _ends_with(partial(_ingest, root, AGAIN), at, Death())
        if PLAN.seen < at:
            break
        _ingest(root, {"one": THIRD, "two": THIRD, "three": THIRD})
        assert {path.name: path.read_text() for path in root.glob("*.md")} == {
            path.name: path.read_text() for path in expected.glob("*.md")
        }
    assert at >= 30


def _save(path: Path) -> None:
    """As an editor does that writes a new file and renames it."""
    path.with_suffix(".editor").write_text(path.read_text().replace("Siti", "Siti Rahma").replace("Rakor", "Rapat"))
    path.with_suffix(".editor").rename(path)


def test_an_editor_who_saves_at_any_moment_loses_nothing(tmp_path: Path) -> None:
    third = {"one": THIRD, "two": THIRD, "three": FIRST}
    for at in range(1, 300):
        root = tmp_path / str(at)
        _edited(root)
        with _interrupting(at, partial(_save, root / "two.md")):
            _ingest(root, AGAIN)
        if PLAN.seen < at:
            break
        saved = (root / "two.md").read_text()
        _ingest(root, third)
        _ingest(root, third)
        article = read_article((root / "two.md").read_text(), slug="x", year="2024", where="x")
        assert isinstance(article, Article)
        assert article.title == ("Rapat" if "Rapat\n" in saved else "Rapat Pilkada")
        assert not (root / ".writing").exists()
    assert at >= 30
