"""Tiny whole sites: seeds and content go in, the expected content, pages and messages come out.

``sites/<name>/`` holds ``seeds/`` and ``content/`` as they are found, and under ``expected/`` the content after the
build and those pages of the site that its ``pages.txt`` names.  ``sites_invalid/<name>/`` holds broken input, the
arguments of its run if there are any, and in ``expected.txt`` the exit code and the exact messages.
``make golden`` rewrites all that is expected; the diff is for a person to read.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT, Workspace, tree

VALID = sorted((ROOT / "tests" / "sites").iterdir())
INVALID = sorted((ROOT / "tests" / "sites_invalid").iterdir())
BLOCKED = frozenset({"an_unknown_site_key", "an_unwritable_output"})
"""Nothing can be published before these are mended; every other mistake leaves the rest of the site built."""


@pytest.fixture
def rewrite(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--rewrite"))


def prepare(case: Path, root: Path) -> Workspace:
    """The case in a folder of its own, with the project's vocabularies where it has none."""
    for name in ("seeds", "content"):
        shutil.copytree(case / name, root / name)
    if not (root / "content" / "vocabulary").is_dir():
        shutil.copytree(ROOT / "content" / "vocabulary", root / "content" / "vocabulary")
    return Workspace(root)


def outcome(case: Path, site: Workspace) -> dict[str, bytes]:
    """What is compared: the articles with their readings, and the pages that the case names."""
    articles = {f"content/articles/{path}": text for path, text in tree(site.articles).items()}
    pages = (case / "pages.txt").read_text("utf-8").split()
    return articles | {f"public/{path}": (site.output / path).read_bytes() for path in pages}


@pytest.mark.parametrize("case", VALID, ids=lambda case: case.name)
def test_a_tiny_site_comes_out_as_expected(case: Path, tmp_path: Path, rewrite: bool) -> None:
    site = prepare(case, tmp_path / "site")
    site.build()
    found = outcome(case, site)
    if rewrite:
        shutil.rmtree(case / "expected", ignore_errors=True)
        for path, text in found.items():
            (case / "expected" / path).parent.mkdir(parents=True, exist_ok=True)
            (case / "expected" / path).write_bytes(text)
    expected = tree(case / "expected")
    assert sorted(found) == sorted(expected)
    for path, text in expected.items():
        assert found[path].decode() == text.decode(), path


@pytest.mark.parametrize("case", INVALID, ids=lambda case: case.name)
def test_broken_input_gets_a_clear_message_and_stops_nothing_else(case: Path, tmp_path: Path, rewrite: bool) -> None:
    site = prepare(case, tmp_path / "site")
    before = tree(site.root)
    arguments = (case / "arguments.txt").read_text("utf-8").split() if (case / "arguments.txt").exists() else []
    done = site.run("--quiet", *arguments)
    found = f"exit {done.returncode}\n{done.stderr}"
    if rewrite:
        (case / "expected.txt").write_text(found, "utf-8")
    assert found == (case / "expected.txt").read_text("utf-8")
    assert "Traceback" not in found
    after = tree(site.root)
    assert before.items() <= after.items(), "something that was there is changed or lost"
    assert ("public/index.html" in after) == (case.name not in BLOCKED)
    if case.name not in BLOCKED:
        assert "Polres Garut Matangkan" in after["public/index.html"].decode()


@pytest.mark.parametrize("case", [case for case in INVALID if case.name not in BLOCKED], ids=lambda case: case.name)
def test_broken_input_fails_a_strict_run_after_the_rest_is_built(case: Path, tmp_path: Path) -> None:
    site = prepare(case, tmp_path / "site")
    assert site.run("--strict").returncode == 1
    assert (site.output / "index.html").exists()


def test_nothing_expected_is_without_its_case() -> None:
    assert VALID
    assert all((case / "seeds").is_dir() for case in (*VALID, *INVALID))
