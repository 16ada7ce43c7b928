"""What the checkers of others say of a published site: the Nu HTML Checker of each page, lychee of each link."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ADDRESS, Workspace, missing

CHECKER = Path(sys.prefix) / "html-checker" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
LYCHEE = Path(sysconfig.get_path("scripts")) / "lychee"
MOST = 20
"""Faults that a failed test shows."""
DEAD = 2
"""What lychee exits with when it has found a dead link."""


@pytest.fixture(params=["built", "large"])
def site(request: pytest.FixtureRequest) -> Path:
    """The folder of a published site: the project's own archive, and 2,000 invented articles."""
    found: Workspace = request.getfixturevalue(request.param)
    return found.output


@cache
def _java() -> str | None:
    """The program, if it runs: a Mac has one by this name that only says where to get it."""
    found = shutil.which("java")
    runs = found and subprocess.run([found, "-version"], capture_output=True, check=False).returncode == 0
    return found if runs else None


def html_faults(folder: Path) -> Iterator[str]:
    """Errors of all HTML pages below a folder."""
    java = _java() or missing("no Java found: install one (Debian: apt install default-jre-headless)")
    if not CHECKER.exists():
        missing("no HTML checker found: install npm, then run make test")
    options = ["--errors-only", "--format", "json", "--skip-non-html", "--stdout", "--exit-zero-always"]
    done = subprocess.run([java, "-jar", CHECKER, *options, folder], capture_output=True, check=True)
    faults: list[Mapping[str, Any]] = json.loads(done.stdout)["messages"]
    for fault in faults:
        yield f"{fault['url']}:{fault.get('lastLine', '')}: {fault['message']}"


def dead_links(folder: Path) -> Iterator[str]:
    """Links and anchors below a folder that lead nowhere; addresses of the published site lead into the folder."""
    published = f"{ADDRESS}(.*) {folder.as_uri()}/$1"
    options = ["--offline", "--include-fragments", "--no-progress", "--format", "json", "--remap", published]
    done = subprocess.run([LYCHEE, *options, folder], capture_output=True, check=False)
    assert done.returncode in (0, DEAD), done.stderr.decode()
    found: Mapping[str, Any] = json.loads(done.stdout)
    assert found["total"] > 0
    for page, links in found["error_map"].items():
        yield from (f"{page}: {link['url']}" for link in links)


def test_every_page_is_valid_html(site: Path) -> None:
    assert list(html_faults(site))[:MOST] == []


def test_no_link_is_dead(site: Path) -> None:
    assert list(dead_links(site))[:MOST] == []


def test_the_html_checker_sees_a_fault(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<!doctype html><html lang=id><title>x</title><p><div></div></b>", "utf-8")
    assert any("“b”" in fault for fault in html_faults(tmp_path))


@pytest.mark.parametrize("dead", ["other.html", "page.html#place", f"{ADDRESS}other.html"])
def test_the_link_checker_sees_a_dead_link(tmp_path: Path, dead: str) -> None:
    (tmp_path / "page.html").write_text(f"<!doctype html><a href='page.html'>x</a><a href='{dead}'>y</a>", "utf-8")
    assert len(list(dead_links(tmp_path))) == 1
