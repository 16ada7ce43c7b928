"""The lock files: what is declared is locked, with hashes, in one resolution, for every machine."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LOCKS = {path.stem: path.read_text("utf-8") for path in (ROOT / "requirements").glob("*.txt")}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))

PIN = re.compile(
    r"^([a-z0-9-]+)==(\S+)((?: [^\\\n]+)?) \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.MULTILINE
)
"""``click==8.1.0 \\`` and its hashes, a line each; between them perhaps ``; sys_platform == 'win32'``."""


def pins(lock: str) -> dict[str, tuple[str, ...]]:
    return {found[1]: (found[2], found[3], found[4]) for found in PIN.finditer(LOCKS[lock])}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_line_is_a_pin_its_hashes_or_a_comment(lock: str) -> None:
    rest = re.sub(r"^ *#.*\n", "", PIN.sub("", LOCKS[lock]), flags=re.MULTILINE)
    assert not rest.strip()


@pytest.mark.parametrize("lock", LOCKS)
def test_no_lock_says_where_packages_come_from(lock: str) -> None:
    assert not re.search(r"://|--(extra-)?index|--find-links|@", LOCKS[lock])


@pytest.mark.parametrize("lock", LOCKS)
def test_a_release_is_locked_with_all_its_files(lock: str) -> None:
    """One hash alone would fail on the next machine; every release here has a wheel and a source archive at least."""
    assert {name for name, (_, _, hashes) in pins(lock).items() if hashes.count("sha256") < 2} == set()


def test_the_site_is_locked_to_what_the_tests_ran_with() -> None:
    everything = pins("test")
    assert pins("site").items() <= everything.items()
    assert len(everything) > len(pins("site")) > 0


def test_everything_declared_is_locked() -> None:
    assert set(PROJECT["project"]["dependencies"]) <= pins("site").keys()
    for group, names in PROJECT["dependency-groups"].items():
        assert {name.partition("[")[0] for name in names} <= pins(group).keys()


# What comes from npm -------------------------------------------------------------------------------------------------

NODE = sorted((ROOT / "requirements").glob("*/package.json"))


@pytest.mark.parametrize("declared", NODE, ids=lambda path: path.parent.name)
def test_every_package_of_npm_is_pinned_by_its_hash_and_says_not_where_it_comes_from(declared: Path) -> None:
    lock = json.loads(declared.with_name("package-lock.json").read_text("utf-8"))["packages"]
    packages = {name: found for name, found in lock.items() if name}
    assert packages
    assert [name for name, found in packages.items() if not found["integrity"].startswith("sha512-")] == []
    assert [name for name, found in packages.items() if "resolved" in found] == []


@pytest.mark.parametrize("declared", NODE, ids=lambda path: path.parent.name)
def test_what_is_declared_of_npm_is_one_version_and_locked(declared: Path) -> None:
    wanted = json.loads(declared.read_text("utf-8"))["dependencies"]
    lock = json.loads(declared.with_name("package-lock.json").read_text("utf-8"))["packages"]
    assert {name: lock[f"node_modules/{name}"]["version"] for name in wanted} == wanted
