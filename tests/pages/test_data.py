"""The data page: it offers what is made, and explains every column."""

from __future__ import annotations

import pytest

from site_builder.exports import Published, all_exports
from site_builder.pages.data import FEEDS, FILES, view
from site_builder.tables.every import TABLES
from tests.pages.sample import archive, meeting

URL = "https://contoh.id/arsip/"


@pytest.mark.parametrize("exports", [None, ("csv_tables", "feed"), ()])
@pytest.mark.parametrize("url", [None, URL])
def test_it_offers_the_files_that_are_made_and_no_other(exports: tuple[str, ...] | None, url: str | None) -> None:
    found = archive(meeting(), exports=exports, url=url)
    made = set(dict(all_exports(Published(found, ()))))
    shown = view(found)
    offered = {f"data/{item.link.href}" for item in shown.downloads} | {item.link.text for item in shown.feeds}
    assert offered <= made
    assert {path for path in made if path.startswith("data/")} <= offered


def test_every_file_and_feed_is_offered_by_a_site_with_an_address() -> None:
    shown = view(archive(meeting(), url=URL))
    assert [item.export for item in shown.downloads] == [export for _, export, _ in FILES]
    assert [item.export for item in shown.feeds] == [export for _, export in FEEDS]
    assert shown.data.url == f"{URL}data/"
    assert shown.data.distribution[0].content_url == f"{URL}data/articles.csv"


@pytest.mark.parametrize(("language", "words"), [("id", "Judul"), ("en", "Headline")])
def test_the_codebook_is_that_of_the_tables_in_the_language_of_the_site(language: str, words: str) -> None:
    shown = view(archive(meeting(), language=language))
    assert [table.name for table in shown.codebook] == [table.name for table in TABLES]
    titles = [column for column in shown.codebook[0].columns if column.name == "title"]
    assert titles[0].about.startswith(words)


def test_it_says_what_it_covers_and_of_when_it_is() -> None:
    shown = view(archive(meeting("satu"), meeting("dua", date="2023-05")))
    assert (shown.reports, shown.covered, shown.updated) == (2, "1 Mei 2023 – 20 Agustus 2024", "2024")
    empty = view(archive())
    assert (empty.reports, empty.covered, empty.updated, empty.feeds) == (0, "", "", ())
