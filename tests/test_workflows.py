"""The workflows: valid by their schema, without a known weakness, and with the habits that keep them so."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))

PINNED = re.compile(r"[\w-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
"""``actions/checkout@<40 hex digits> # v1.2.3``"""


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=False)


def parsed(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return loaded


def steps(path: Path) -> list[dict[str, Any]]:
    return [step for job in parsed(path)["jobs"].values() for step in job["steps"]]


def test_zizmor_finds_nothing_even_as_an_auditor() -> None:
    zizmor = Path(sysconfig.get_path("scripts")) / "zizmor"
    done = run(zizmor, "--offline", "--no-progress", "--persona", "auditor", GITHUB)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No findings to report" in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("schema", "files"),
    [("vendor.github-workflows", WORKFLOWS), ("vendor.dependabot", [GITHUB / "dependabot.yml"])],
)
def test_the_files_keep_their_schema(schema: str, files: list[Path]) -> None:
    done = run(sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *files)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_pinned_by_commit_with_its_version(path: Path) -> None:
    uses = re.findall(r"uses: (.+)", path.read_text("utf-8"))
    assert uses
    assert [line for line in uses if not PINNED.fullmatch(line)] == []


def test_one_action_has_one_pin_everywhere() -> None:
    uses = {line for path in WORKFLOWS for line in re.findall(r"uses: (\S+@\S+)", path.read_text("utf-8"))}
    assert len(uses) == len({line.split("@")[0] for line in uses})


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_nothing_is_permitted_that_a_job_does_not_ask_for(path: Path) -> None:
    workflow = parsed(path)
    assert workflow["permissions"] == {}
    assert all("permissions" in job and "timeout-minutes" in job for job in workflow["jobs"].values())


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_expression_is_pasted_into_a_script(path: Path) -> None:
    assert [step["run"] for step in steps(path) if "${{" in step.get("run", "")] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_checkout_leaves_no_credentials_behind(path: Path) -> None:
    checkouts = [step for step in steps(path) if step.get("uses", "").startswith("actions/checkout@")]
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


def test_who_may_write_runs_no_code_of_the_repository() -> None:
    """A seed is written by strangers; the job that reads it must not hold a token that can change anything."""
    for path in WORKFLOWS:
        for job in parsed(path)["jobs"].values():
            if "write" in job["permissions"].values():
                assert not any(re.search(r"\bmake\b|build\.py|\.ci/run", step.get("run", "")) for step in job["steps"])


def test_a_fork_builds_without_a_secret() -> None:
    assert [path.name for path in WORKFLOWS if "secrets." in path.read_text("utf-8")] == []


def test_packages_are_audited_where_there_is_a_network() -> None:
    assert "make audit" in [step.get("run") for step in steps(GITHUB / "workflows" / "test.yml")]


def test_every_script_of_a_workflow_is_sound_shell(tmp_path: Path) -> None:
    scripts = [step["run"] for path in WORKFLOWS for step in steps(path) if "run" in step]
    assert scripts
    for script in (*scripts, (ROOT / ".ci" / "run").read_text("utf-8")):
        file = tmp_path / "script"
        file.write_text(script, "utf-8")
        done = run("bash", "-n", file)
        assert done.returncode == 0, done.stderr


# The scripts that move content are run as they stand, in a repository of their own -----------------------------------


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A clone with one committed article and one that `ingest` has just made."""
    for name in ("GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT"):
        monkeypatch.setenv(name, str(tmp_path / name))
    monkeypatch.setenv("RUNNER_TEMP", str(tmp_path / "temp"))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "temp").mkdir()
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch=main", "origin")
    git(tmp_path, "clone", "--quiet", "origin", "clone")
    clone = tmp_path / "clone"
    git(clone, "config", "user.name", "A person")
    git(clone, "config", "user.email", "person@example.org")
    write(clone / "content" / "articles" / "2024" / "old.md", "old")
    git(clone, "add", "content")
    git(clone, "commit", "--quiet", "--message=Old")
    git(clone, "push", "--quiet", "origin", "HEAD:main")
    write(clone / "content" / "articles" / "2024" / "new.md", "new")
    return clone


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def git(folder: Path, *arguments: str) -> str:
    done = run("git", "-C", folder, *arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout


def script(workflow: str, job: str, part: str) -> str:
    """The one script of a job that contains the words."""
    path = GITHUB / "workflows" / workflow
    (found,) = [step["run"] for step in parsed(path)["jobs"][job]["steps"] if part in step.get("run", "")]
    return str(found)


def execute(text: str, folder: Path) -> str:
    """As a runner does: `bash -e` with pipefail."""
    done = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", text], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize(("workflow", "job"), [("publish.yml", "build"), ("propose.yml", "ingest")])
def test_content_that_a_push_came_without_is_set_aside_and_named(
    workflow: str, job: str, repository: Path, tmp_path: Path
) -> None:
    execute(script(workflow, job, "made=true"), repository)
    aside = tmp_path / "temp" / "content"
    assert [path.relative_to(aside).as_posix() for path in aside.rglob("*.md")] == ["content/articles/2024/new.md"]
    assert "- `content/articles/2024/new.md`" in (tmp_path / "GITHUB_STEP_SUMMARY").read_text("utf-8")
    assert (tmp_path / "GITHUB_OUTPUT").read_text("utf-8") == "made=true\n"


@pytest.mark.parametrize(("workflow", "job"), [("publish.yml", "build"), ("propose.yml", "ingest")])
def test_nothing_is_set_aside_where_every_seed_has_its_content(
    workflow: str, job: str, repository: Path, tmp_path: Path
) -> None:
    (repository / "content" / "articles" / "2024" / "new.md").unlink()
    execute(script(workflow, job, "made=true"), repository)
    assert "Every seed has its content" in (tmp_path / "GITHUB_STEP_SUMMARY").read_text("utf-8")
    assert not (tmp_path / "GITHUB_OUTPUT").exists()


def test_a_proposal_is_added_to_and_never_overwrites_a_correction(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "bin" / "gh", '#!/bin/sh\necho "$@" >>../gh.log\ncase $* in *list*) echo 0;; esac\n')
    (tmp_path / "bin" / "gh").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:{os.environ['PATH']}")
    propose = script("propose.yml", "propose", "gh pr create")
    offered = tmp_path / "temp" / "new" / "content" / "articles" / "2024"

    for article in ("first", "second"):
        git(repository, "checkout", "--quiet", "--detach", "origin/main")
        run("git", "-C", repository, "branch", "-D", "propose-content")
        (repository / "content" / "articles" / "2024" / "new.md").unlink(missing_ok=True)
        write(offered / "first.md", "as the machine reads it")
        write(offered / f"{article}.md", "as the machine reads it")
        execute(propose, repository)
        if article == "first":
            write(repository / "content" / "articles" / "2024" / "first.md", "as a person knows it")
            git(repository, "commit", "--all", "--quiet", "--message=Correct")
            git(repository, "push", "--quiet", "origin", "propose-content")

    shown = [
        git(tmp_path / "origin", "show", f"propose-content:content/articles/2024/{x}.md") for x in ("first", "second")
    ]
    assert shown == ["as a person knows it", "as the machine reads it"]
    assert "pr create --head propose-content" in (tmp_path / "gh.log").read_text("utf-8")
