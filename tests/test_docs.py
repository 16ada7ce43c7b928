"""The documentation names everything that a user can type or write, and leads nowhere that is not there."""

from __future__ import annotations

import dataclasses
import re
import tomllib
from pathlib import Path

import click
import pytest

from site_builder.cli import COMMANDS, cli
from site_builder.config import Site
from site_builder.content import sidecar
from site_builder.extractors import ORDER
from site_builder.model import LISTS, SCALARS, Tag
from site_builder.readers import claims
from tests.conftest import ROOT

REFERENCE = (ROOT / "docs" / "reference.md").read_text("utf-8")
READMES = {name: (ROOT / name).read_text("utf-8") for name in ("README.md", "README.id.md")}
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])

LINK = re.compile(r"\]\(([^)\s]+)\)")
"""``[text](target)`` and ``![text](target)``"""
PATH = re.compile(r"`((?:site_builder|tests|templates|content|docs|requirements|public|seeds)/[\w./-]*\w)`")
"""`` `site_builder/data/ranks.csv` ``; not a pattern with <…> or *"""
MADE = {"seeds/any-name.txt", "seeds/any-name.yml", "seeds/nama-bebas.txt", "seeds/nama-bebas.yml"}
"""Examples of what a user makes."""


def options() -> set[str]:
    context = click.Context(cli)
    loaded = [cli.get_command(context, name) for name in COMMANDS]
    commands = [cli, *(command for command in loaded if command)]
    return {name for command in commands for option in command.params for name in option.opts if name.startswith("-")}


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_is_named(command: str) -> None:
    assert f"| `{command}` |" in REFERENCE
    for name, text in READMES.items():
        assert re.search(rf"`python build\.py {command}[ `]", text), name


@pytest.mark.parametrize("option", sorted(options()))
def test_every_option_is_named(option: str) -> None:
    assert re.search(rf"`{option}[ `]", REFERENCE)


def test_no_option_is_named_that_does_not_exist() -> None:
    assert set(re.findall(r"`(--[a-z][a-z-]+)", REFERENCE)) <= options() | set(click.Context(cli).help_option_names) | {
        "--help"
    }


@pytest.mark.parametrize("suffix", sorted(claims()))
def test_every_kind_of_seed_is_named(suffix: str) -> None:
    assert f"`{suffix}`" in REFERENCE


@pytest.mark.parametrize("key", sorted(sidecar.KEYS))
def test_every_fact_that_may_stand_beside_a_seed_is_named(key: str) -> None:
    assert f"`{key}`" in REFERENCE.split("## A seed")[1].split("## An article")[0]


@pytest.mark.parametrize("field", [*SCALARS, *LISTS, "schema", "seed", "show", "review"])
def test_every_field_of_an_article_is_explained(field: str) -> None:
    assert f"\n| `{field}` |" in REFERENCE


@pytest.mark.parametrize("key", [field.name for field in dataclasses.fields(Site)])
def test_every_setting_of_the_site_is_explained(key: str) -> None:
    assert f"\n| `{key}` |" in REFERENCE.split("## The site's settings")[1]


@pytest.mark.parametrize("key", [field.name for field in dataclasses.fields(Tag) if field.name != "slug"])
def test_every_key_of_a_tag_is_explained(key: str) -> None:
    assert f"`{key}`" in REFERENCE.split("## The vocabularies")[1]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_no_link_of_the_documentation_is_dead(path: Path) -> None:
    targets = [target.split("#")[0] for target in LINK.findall(path.read_text("utf-8")) if "://" not in target]
    assert [target for target in targets if not (path.parent / target).exists()] == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_file_that_the_documentation_names_is_there(path: Path) -> None:
    named = set(PATH.findall(path.read_text("utf-8")))
    assert sorted(name for name in named - MADE if not (ROOT / name).exists()) == []


@pytest.mark.parametrize("name", READMES)
def test_each_command_of_make_that_is_promised_is_there(name: str) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    promised = re.findall(r"^make ([a-z]+)", READMES[name], flags=re.MULTILINE)
    assert {"site", "test"} <= set(promised)
    assert [target for target in promised if f"\n{target}:" not in makefile] == []


def test_both_readmes_have_the_same_sections() -> None:
    shapes = [re.findall(r"^(#+ |```|\| `)", text, flags=re.MULTILINE) for text in READMES.values()]
    assert shapes[0] == shapes[1]


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    declared = [*project["project"]["dependencies"], *project["dependency-groups"]["test"]]
    reasons = (ROOT / "docs" / "decisions.md").read_text("utf-8")
    assert [name for name in declared if not re.search(rf"\b{re.escape(name)}\b", reasons)] == []


@pytest.mark.parametrize("extractor", ORDER)
def test_every_extractor_has_cases(extractor: str) -> None:
    assert list((ROOT / "tests" / "extractors").rglob(f"*{extractor}*"))


def test_the_picture_is_small_enough_to_look_at() -> None:
    assert 10_000 < (ROOT / "docs" / "picture.png").stat().st_size < 200_000
