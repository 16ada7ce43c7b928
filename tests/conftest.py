"""What the tests of whole sites share: a workspace with its own folders, and the archive of the project's own seeds."""

from __future__ import annotations

import fcntl
import os
import shutil
import ssl
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

import pytest
import yaml
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright

from tests.bench.writing import write_archive
from tests.browsers import HOW_TO_GET_ONE, SWITCHES, find_chromium
from tests.loopback import Pieces, Server

ROOT = Path(__file__).parent.parent
ADDRESS = "https://example.org/arsip/"
"""Where a site could be published, below a sub-path."""
LARGE = 2_000
"""Articles of the invented archive."""

settings.register_profile(
    "mutants", max_examples=25, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)
"""For a run of the tests against each of thousands of small mistakes: short, and the same each time."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """A project of its own below ``root``, built with this code and, if it has none, with these templates."""

    root: Path

    @property
    def seeds(self) -> Path:
        return self.root / "seeds"

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def articles(self) -> Path:
        return self.content / "articles"

    @property
    def templates(self) -> Path:
        own = self.root / "templates"
        return own if own.is_dir() else ROOT / "templates"

    @property
    def output(self) -> Path:
        return self.root / "public"

    @property
    def cache(self) -> Path:
        return self.root / "cache"

    def run(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """``python build.py …`` as a user runs it, from the workspace's folder."""
        folders = ("seeds", "content", "templates", "output", "cache")
        options = [f"--{name}={getattr(self, name)}" for name in folders]
        return subprocess.run(
            [sys.executable, ROOT / "build.py", *options, *arguments],
            cwd=self.root,
            env={**os.environ, "NO_COLOR": "1", **environment},
            capture_output=True,
            text=True,
            check=False,
        )

    def build(self, *arguments: str, **environment: str) -> str:
        """Run, and fail the test if the run fails; what was printed."""
        done = self.run(*arguments, **environment)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout + done.stderr

    def pages(self) -> list[Path]:
        return sorted(self.output.rglob("*.html"))


def workspace(root: Path, *, seeds: Path = ROOT / "seeds", content: Path = ROOT / "content") -> Workspace:
    """A copy of seeds and content below ``root``."""
    made = Workspace(root)
    shutil.copytree(seeds, made.seeds, dirs_exist_ok=True)
    shutil.copytree(content, made.content, dirs_exist_ok=True)
    return made


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its path; what two trees must have in common to be one."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def front_matter(path: Path) -> dict[str, Any]:
    """What an article states, by another parser than the program's."""
    loaded: dict[str, Any] = yaml.safe_load(path.read_text("utf-8").split("\n---\n")[0].removeprefix("---\n"))
    return loaded


def missing(how: str) -> NoReturn:
    """Skip the test, because a program is not there and here is how to get it; in CI, where it must be, fail."""
    (pytest.fail if os.environ.get("CI") else pytest.skip)(how)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite", action="store_true", help="Rewrite the expected output of tests/sites*/.")


@pytest.fixture
def own(tmp_path: Path) -> Workspace:
    """A copy of the project's seeds and content that a test may change."""
    return workspace(tmp_path / "archive")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The project's own archive, built once; not to be changed."""
    made = workspace(tmp_path_factory.mktemp("built"))
    made.build()
    return made


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """An invented archive of 2,000 articles, made once for all workers of a run; not to be changed."""
    own = tmp_path_factory.getbasetemp()
    root = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "large"
    root.mkdir(exist_ok=True)
    made = Workspace(root)
    with (root / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # the first worker makes it, the others wait
        if not made.output.is_dir():
            write_archive(LARGE, root)
            made.build("render", f"--url={ADDRESS}")
    return made


@pytest.fixture
def serve() -> Iterator[Callable[..., Server]]:
    """Starts servers on the loopback, each with the answers that it is to give."""
    with ExitStack() as running:

        def start(*answers: bytes | Pieces, context: ssl.SSLContext | None = None) -> Server:
            server = Server(answers, context).start()
            running.callback(server.stop)
            return server

        yield start


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, once a process. Without it the tests are skipped, except in CI, where they fail."""
    path = find_chromium()
    if path is None:
        missing(HOW_TO_GET_ONE)
    sandbox = () if os.geteuid() else ("--no-sandbox",)  # root cannot use it
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=[*SWITCHES, *sandbox])
        yield launched
        launched.close()
