"""The project's own archive in both languages, as a user switches between them in ``site.yml``."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import site_builder
from site_builder.pipeline.sources import program
from tests.conftest import ADDRESS, Workspace, tree, workspace
from tests.locale.interface import foreign, names_in, parsed, untranslated


def speaking(root: Path, language: str, description: str) -> Workspace:
    """The project's archive built in a language."""
    made = workspace(root)
    (made.content / "site.yml").write_text(f"language: {language}\ndescription: {description}\n", "utf-8")
    made.build("--url", ADDRESS, "--quiet")
    return made


@pytest.fixture(scope="module")
def indonesian(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return speaking(tmp_path_factory.mktemp("id"), "id", "Arsip berita dengan bukti")


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return speaking(tmp_path_factory.mktemp("en"), "en", "News with its evidence")


def test_both_sites_have_the_same_files(indonesian: Workspace, english: Workspace) -> None:
    assert set(tree(english.output)) == set(tree(indonesian.output))


def test_switching_the_language_changes_no_content(indonesian: Workspace, english: Workspace) -> None:
    first, second = tree(indonesian.content), tree(english.content)
    assert {path for path in first if first[path] != second[path]} == {"site.yml"}


def test_a_site_that_is_switched_is_that_of_a_first_build(
    indonesian: Workspace, english: Workspace, tmp_path: Path
) -> None:
    switched = speaking(tmp_path, "id", "Arsip berita dengan bukti")
    before = tree(switched.articles)
    (switched.content / "site.yml").write_bytes((english.content / "site.yml").read_bytes())
    switched.build("--url", ADDRESS, "--quiet")
    assert tree(switched.articles) == before
    assert tree(switched.output) == tree(english.output)
    assert tree(switched.output) != tree(indonesian.output)


def test_the_english_site_speaks_english_but_for_the_reports(english: Workspace) -> None:
    pages = {path.relative_to(english.output).as_posix(): parsed(path.read_text("utf-8")) for path in english.pages()}
    assert {page.get("lang") for page in pages.values()} == {"en"}
    names = frozenset().union(*map(names_in, pages.values()))
    assert {path: found for path, page in pages.items() if (found := untranslated(page, names))} == {}
    assert {path: found for path, page in pages.items() if (found := foreign(page))} == {}


def test_the_words_of_search_results_are_in_the_language_of_the_site(english: Workspace) -> None:
    cards = "".join(path.read_text("utf-8") for path in (english.output / "search" / "cards").glob("*.js"))
    assert "July 2024" in cards
    assert "Juli 2024" not in cards


def test_a_language_that_is_not_there_names_those_that_are(own: Workspace) -> None:
    (own.content / "site.yml").write_text("language: jv\n", "utf-8")
    done = own.run("render")
    assert done.returncode == 1
    assert "“language” must be id or en" in done.stderr


def test_a_new_translation_makes_every_page_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "site_builder"
    shutil.copytree(Path(site_builder.__file__).parent, package, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(site_builder, "__file__", str(package / "__init__.py"))
    before = program()
    catalogue = package / "locale" / "en" / "LC_MESSAGES" / "messages.mo"
    catalogue.write_bytes(catalogue.read_bytes().replace(b"Explore", b"Roam..."))
    assert program() != before
