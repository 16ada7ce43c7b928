"""The settings of the whole site."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from site_builder.config import READ, Site, read_site, with_url
from site_builder.errors import BuildError, Problem


def _problems(text: str) -> tuple[Problem, ...]:
    with pytest.raises(BuildError) as caught:
        read_site(text, where="site.yml")
    assert all(problem.fatal and problem.hint for problem in caught.value.problems)
    return caught.value.problems


def test_an_empty_file_gives_the_defaults() -> None:
    assert read_site("", where="site.yml") == Site()
    assert read_site("title:\nurl: null\npages: ~\n", where="site.yml") == Site()


def test_every_field_of_the_site_can_be_set_and_nothing_else() -> None:
    assert list(READ) == [field.name for field in dataclasses.fields(Site)]


def test_the_archives_own_file_is_valid() -> None:
    text = (Path(__file__).parent.parent / "content" / "site.yml").read_text("utf-8")
    assert read_site(text, where="site.yml").language == "id"
    assert all(f"\n{name}: " in f"\n{text}" for name in READ)


def test_all_keys_are_read() -> None:
    text = """\
title: "Arsip: Uji"
description: >
  dua
  baris
language: en
url: https://example.org/arsip
repository: https://example.org/x/y/
branch: editors/2024
contact: arsip@example.org
show: excerpt
pages: [article, tag]
exports: []
"""
    assert read_site(text, where="site.yml") == Site(
        "Arsip: Uji", "dua baris", "en", "https://example.org/arsip/", "https://example.org/x/y", "editors/2024",
        "arsip@example.org", "excerpt", ("article", "tag"), (),
    )  # fmt: skip


def test_a_key_that_is_not_known_is_fatal_and_the_nearest_is_named() -> None:
    assert _problems("title: x\nlangauge: id\n") == (
        Problem("site.yml:2", "“langauge” is not known", "did you mean “language”?", fatal=True),
    )
    assert "the keys are title, description" in _problems("zzz: 1")[0].hint


def test_all_problems_are_said_at_once_each_with_its_line() -> None:
    text = "# note\nlanguage: fr\nurl: ftp://x\nshow: all\nbranch: a..b\npages: [Home, tag]\ntitle: [x]\n"
    assert [problem.where for problem in _problems(text)] == [f"site.yml:{line}" for line in range(2, 8)]


@pytest.mark.parametrize(
    "line",
    ["url: example.org", "url: https://", "url: https://x y/", "url: 'https://x/?q=1'", "url: https://u:p@x/", "url: 'https://x\"/'",
     "url: javascript:alert(1)", "repository: [x]", "title: ' '", "title: \"a\\nb\"", "description: {a: b}",
     "pages: [a, a]", "pages: [../x]", "exports: {a: b}", "contact: []", "branch: -x"],
)  # fmt: skip
def test_a_value_that_its_key_does_not_allow_is_refused(line: str) -> None:
    assert _problems(line)[0].where == "site.yml:1"


def test_a_broken_file_is_fatal_with_its_line() -> None:
    assert _problems("title: x\nurl: 'y\n")[0].where == "site.yml:2"


def test_the_address_given_on_the_command_line_stands_over_the_file() -> None:
    assert with_url(Site(url="https://a/"), "https://b.example/c").url == "https://b.example/c/"
    assert with_url(Site(url="https://a/"), None).url == "https://a/"
    with pytest.raises(BuildError, match=r"--url: “b.example” must be an address"):
        with_url(Site(), "b.example")
