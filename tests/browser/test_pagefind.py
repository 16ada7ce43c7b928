"""Pagefind, another full-text search, over the same words: a word without affixes leads both to the same articles."""

from __future__ import annotations

import html
import re
import subprocess
from bisect import bisect_left
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from itertools import islice, takewhile
from pathlib import Path
from threading import Thread

import pagefind_bin
import pytest
from playwright.sync_api import Browser, Page

from site_builder.archive import Archive, Entry
from site_builder.grammar import stems
from site_builder.search.aliases import aliases
from site_builder.search.fields import searchable
from site_builder.search.words import WORD, plain, stem
from site_builder.vocabulary import TAGS, vocabulary
from tests.bench.words import VOCABULARY
from tests.bench.writing import articles
from tests.browser.conftest import Handler
from tests.browser.test_explore import write
from tests.pages.sample import archive

COUNT = 1_000
LETTERS = re.compile("[a-z]{4,}")
THEIRS = """async words => {
    const pagefind = await import('./pagefind/pagefind.js')
    const found = []
    for (const word of words) {
        const { results } = await pagefind.search(word)
        const pages = await Promise.all(results.map(result => result.data()))
        found.push(pages.map(page => page.url.match(/([^/]+)\\.html/)[1]))
    }
    return found
}"""
OURS = """async words => {
    const found = []
    for (const word of words) {
        const { slots } = await arsip.search(word)
        found.push((await Promise.all(slots.map(arsip.card))).map(card => card.slug))
    }
    return found
}"""


@pytest.fixture(scope="module")
def invented() -> Archive:
    words = vocabulary({TAGS: (VOCABULARY / TAGS).read_text("utf-8")})
    made = (article.proposal for article in articles(COUNT))
    entries = [Entry(one.article, one.record, one.article.slug) for one in made]
    return Archive.of(entries, site=archive().site, vocabulary=words)


@pytest.fixture(scope="module")
def texts(invented: Archive) -> dict[str, str]:
    """Slug -> all that is searched of an article."""
    found = {entry.article.slug: searchable(invented, entry) for entry in invented.articles}
    return {slug: " . ".join(text for text, _ in (*one.printed, *one.beside)) for slug, one in found.items()}


@pytest.fixture(scope="module")
def folder(invented: Archive, texts: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The explore page over the archive, and beside it what Pagefind makes of the same texts."""
    folder = tmp_path_factory.mktemp("searches")
    write(invented, folder)
    plainly = folder / "plain"
    plainly.mkdir()
    for slug, text in texts.items():
        page = f"<!doctype html><html lang=id><title>x</title><body><p>{html.escape(text)}</p>"
        (plainly / f"{slug}.html").write_text(page, "utf-8")
    (folder / "plain.html").write_text("<!doctype html><title>Pagefind</title>", "utf-8")
    pagefind = [pagefind_bin.get_executable(), "--site", plainly, "--output-path", folder / "pagefind"]
    subprocess.run(pagefind, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def page(browser: Browser, folder: Path) -> Iterator[Page]:
    """A page of a browser, in which the folder is a server's."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder))) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        opened = browser.new_page(base_url=f"http://127.0.0.1:{server.server_port}")
        yield opened
        opened.close()
        server.shutdown()
        thread.join()


def lone_words(texts: dict[str, str]) -> list[str]:
    """Words without affixes, of which nothing else is a form, whoever cuts it: both searches find more than a word."""
    words = {plain(word) for text in texts.values() for word in WORD.findall(text)}
    forms = sorted({(form, word) for word in words for form in (word, stem(word), stems.stem(word))})
    return [word for word in sorted(words) if LETTERS.fullmatch(word) and _is_lone(word, forms)]


def _is_lone(word: str, forms: list[tuple[str, str]]) -> bool:
    if not word == stem(word) == stems.stem(word):
        return False
    following = islice(forms, bisect_left(forms, (word, "")), None)
    return {other for _, other in takewhile(lambda form: form[0].startswith(word), following)} == {word}


def test_words_lead_to_the_same_articles(page: Page, invented: Archive, texts: dict[str, str]) -> None:
    named = {alias.phrase for alias in aliases(invented)}  # ours finds the tag "hoaks" for "hoax"
    words = [word for word in lone_words(texts) if (word,) not in named]
    page.goto("/explore.html")
    ours = page.evaluate(OURS, words)
    page.goto("/plain.html")
    theirs = page.evaluate(THEIRS, words)
    different = {
        word: (sorted({*mine} - {*other}), sorted({*other} - {*mine}))
        for word, mine, other in zip(words, ours, theirs, strict=True)
        if {*mine} != {*other}
    }
    assert different == {}
    assert len(words) > 2_000
