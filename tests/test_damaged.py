"""One bad article among many: told, shown as far as it can be read, and no other page of an article changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.cli import main
from tests.conftest import Workspace, tree, workspace


def arguments(place: Workspace) -> list[str]:
    return [f"--{name}={getattr(place, name)}" for name in ("seeds", "content", "templates", "output", "cache")]


def articles(place: Workspace) -> dict[str, bytes]:
    return tree(place.output / "article")


@pytest.fixture(scope="module")
def healthy(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    made = workspace(tmp_path_factory.mktemp("healthy"))
    assert main(["-q", *arguments(made), "render"]) == 0
    return made


def first(place: Workspace) -> Path:
    """An article that shares its event with another, so that pages tell of it."""
    return min(place.articles.rglob("*kendari*.md"), default=min(place.articles.rglob("*.md")))


def without_end(text: str) -> str:
    title = text.partition("title: ")[2].partition("\n")[0]
    return text.replace(f"title: {title}", "title: 'tanpa akhir", 1)


DAMAGES: dict[str, Callable[[str], str]] = {
    "a quote without an end": without_end,
    "an unknown key": lambda text: text.replace("outlet:", "penulis: x\noutlet:", 1),
    "a date that is none": lambda text: text.replace("\n  date: ", "\n  date: kemarin #", 1),
    "a list without an end": lambda text: text.replace("\ntags: [", "\ntags: [[", 1),
    "a word that is no choice": lambda text: text.replace("review: pending", "review: mungkin", 1),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_every_other_page_of_an_article_is_that_of_a_build_in_which_it_is_healthy(
    damage: Callable[[str], str], healthy: Workspace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = workspace(tmp_path)
    article = first(place)
    text = article.read_text("utf-8")
    assert damage(text) != text
    article.write_text(damage(text), "utf-8")

    assert main(["-q", *arguments(place), "render"]) == 0

    told = capsys.readouterr().err
    assert f"{article}:" in told
    assert "until then its page shows what can be read of it" in told
    own = f"{article.stem}.html"
    before, after = articles(healthy), articles(place)
    assert b"Sedang diperbaiki." in after.pop(own)
    assert b"Sedang diperbaiki." not in before.pop(own)
    assert after == before
    assert main(["-q", "--strict", *arguments(place), "render"]) == 1


def test_a_file_that_is_not_utf_8_is_shown_with_its_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = workspace(tmp_path)
    article = first(place)
    article.write_bytes(article.read_bytes() + b"\n\xff\n")
    assert main(["-q", *arguments(place), "render"]) == 0
    assert "not UTF-8" in capsys.readouterr().err
    assert b"Sedang diperbaiki." in articles(place)[f"{article.stem}.html"]


def test_what_cannot_be_shown_at_all_is_said_to_be_unpublished(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = workspace(tmp_path)
    article = first(place)
    article.write_text("Hanya isi.\n", "utf-8")
    assert main(["-q", *arguments(place), "render"]) == 0
    assert "until then it is not published" in capsys.readouterr().err
    assert f"{article.stem}.html" not in articles(place)


@pytest.mark.parametrize(("bad", "published"), [(10, True), (11, False)])
def test_more_than_ten_bad_articles_and_one_in_a_hundred_stop_the_publishing(
    bad: int, published: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = workspace(tmp_path)
    folder = place.articles / "2024"
    for number in range(bad):
        text = f"---\nschema: 1\ntitle: Laporan {number}\nreview: mungkin\nshow: mungkin\n---\nIsi.\n"
        (folder / f"laporan-{number}.md").write_text(text, "utf-8")
    assert main(["-q", *arguments(place), "render"]) == (0 if published else 1)
    assert (place.output / "index.html").exists() == published
    assert ("11 bad articles of 16" in capsys.readouterr().err) != published
