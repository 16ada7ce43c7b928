"""Hostile values of every field, in every place where a value lands: nothing runs, and every format still parses.

One article a value, which says it in every field.  Pages are opened without their security policy, so that escaping
alone must do; each format is read by a library that did not write it, and must give the value back.
"""

from __future__ import annotations

import csv
import json
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import cache
from io import StringIO
from typing import Any
from urllib.parse import quote

import feedparser
import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from lxml import etree, html
from playwright.sync_api import Browser, Page, Route

from site_builder import routes
from site_builder.exports import Published, all_exports
from site_builder.pages import all_pages
from site_builder.render import renderer
from tests.attack.conftest import Measured
from tests.attack.share import share, spread
from tests.browser.test_hostile import POLICY, TOUCH
from tests.conftest import ROOT
from tests.exports.sample import HOSTILE, TEMPLATES, URL, hostile
from tests.pages.sample import archive

VALUES = (
    *HOSTILE,
    "<script>ran()</script>",
    "<img src=x onerror=ran()>",
    '" onmouseover="ran()" x="',
    "' onfocus='ran()' autofocus x='",
    "javascript:ran()",
    "</title><svg onload=ran()>",
    "--><script>ran()</script><!--",
    "</style><img src=//luar.example/x>",
    "\\u003cscript\\u003eran()\\u003c/script\\u003e",
    "{% for x in ran() %}{{ x }}{% endfor %}",
    "${ran()} `ran()` <%= ran() %>",
    "%0d%0aSet-Cookie: x=1\r\n\r\n<script>ran()</script>",
    "2024-01-01\n---\nshow: full",
    "*/ran();/*",
    "',ran());//",
)
SITE = "https://arsip.example/"
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
SHARD = re.compile(r"search/.*\.js")


@cache
def files() -> dict[str, bytes]:
    """The whole site of one article a value, with search and every export."""
    members = [hostile(number, text) for number, text in enumerate(VALUES)]
    found = archive(*members, url=URL, title="".join(VALUES[2:6]), description="".join(VALUES[6:]))
    render = renderer(TEMPLATES, found.site)
    made = {page.path: render(page) for page in all_pages(found)}
    made |= dict(all_exports(Published(found, tuple(made))))
    assets = ROOT / "templates" / "assets"
    paths = [path for path in assets.rglob("*") if path.is_file()]
    return made | {routes.asset(path.relative_to(assets).as_posix()): path.read_bytes() for path in paths}


def plain(text: str) -> str:
    """What of a value any format can carry: no white space, control or lone surrogate, no quote before a formula."""
    return re.sub(r"\s", "", CONTROL.sub("", text)).translate({0xFFFD: None, ord("?"): None}).lstrip("'")


SEEN = [plain(value) for value in VALUES]


# Every format, by a library that did not write it -------------------------------------------------------------------


def of_atom() -> list[str]:
    raw = files()["feed.xml"]
    etree.fromstring(raw, etree.XMLParser(resolve_entities=False))
    return [entry.title for entry in feedparser.parse(raw, sanitize_html=False).entries]


def of_feeds_of_tags() -> list[str]:
    raws = [raw for path, raw in files().items() if path.endswith(".xml") and b"<feed" in raw[:300]]
    assert len(raws) > 1
    return [entry.title for raw in raws for entry in feedparser.parse(raw, sanitize_html=False).entries]


def of_json_feed() -> list[str]:
    return [item["title"] for item in json.loads(files()["feed.json"])["items"]]


def of_csv() -> list[str]:
    rows = list(csv.DictReader(StringIO(files()["data/articles.csv"].decode("utf-8"), newline="")))
    cells = [cell for row in rows for cell in row.values() if cell]
    assert [cell for cell in cells if re.match(r"[=+@\t\r＝＋－＠]|-(?![0-9.]+$)", cell)] == []
    return [row["title"] for row in rows]


def of_json_lines() -> list[str]:
    return [json.loads(line)["title"] for line in files()["data/articles.jsonl"].decode("utf-8").split("\n") if line]


def of_sqlite() -> list[str]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(files()["data/archive.db"])
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return [title for (title,) in connection.execute("SELECT title FROM articles")]


def of_ris() -> list[str]:
    return [record["title"] for record in rispy.loads(files()["data/articles.ris"].decode("utf-8"))]


def of_csl() -> list[str]:
    return [item["title"] for item in json.loads(files()["data/articles.csl.json"])]


def of_json_ld() -> list[str]:
    found = []
    for path in articles():
        tree = html.fromstring(files()[path].decode("utf-8"))
        things: list[Any] = [json.loads(text) for text in tree.xpath("//script[@type='application/ld+json']/text()")]
        assert things
        found.append(next(thing["headline"] for thing in flat(things) if "headline" in thing))
    return found


def flat(things: Any) -> Iterator[dict[str, Any]]:
    for thing in things if isinstance(things, list) else [things]:
        yield thing
        yield from flat(thing.get("@graph", []))


def of_headings() -> list[str]:
    return [str(html.fromstring(files()[path].decode("utf-8")).xpath("string(//h1)")) for path in articles()]


def of_meta() -> list[str]:
    trees = [html.fromstring(files()[path].decode("utf-8")) for path in articles()]
    return [
        str(tree.xpath("string(//meta[@name='citation_title' or @property='og:title']/@content)")) for tree in trees
    ]


def articles() -> list[str]:
    return [f"article/jahat-{number:02}.html" for number in range(len(VALUES))]


FORMATS: dict[str, Callable[[], list[str]]] = {
    "heading": of_headings,
    "meta": of_meta,
    "JSON-LD": of_json_ld,
    "Atom": of_atom,
    "feeds of tags": of_feeds_of_tags,
    "JSON Feed": of_json_feed,
    "CSV": of_csv,
    "JSON Lines": of_json_lines,
    "SQLite": of_sqlite,
    "RIS": of_ris,
    "CSL-JSON": of_csl,
}


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_gives_the_values_back(name: str) -> None:
    found = {plain(title) for title in FORMATS[name]()}
    assert [text for text in SEEN if text and text not in found] == []


def test_what_does_not_carry_titles_parses_too() -> None:
    library = parse_string(files()["data/articles.bib"].decode("utf-8"))
    assert not library.failed_blocks
    assert len(library.entries) == len(VALUES)
    for path in ("sitemap.xml", "opensearch.xml"):
        etree.fromstring(files()[path], etree.XMLParser(resolve_entities=False))
    json.loads(files()["data/datapackage.json"])
    scripts = [raw.decode("utf-8") for path, raw in files().items() if SHARD.match(path)]
    assert len(scripts) > 5
    for script in scripts:
        json.loads(f"[{script.removeprefix('arsip(').removesuffix(')' + chr(10))}]")


# In a browser -------------------------------------------------------------------------------------------------------


class Visitor:
    """A page of the site without its policy, which notes what runs in it and whom it asks."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.caught: list[str] = []
        page.expose_function("ran", lambda: self.caught.append("ran"))
        page.on("dialog", lambda dialog: dialog.dismiss())
        page.route("**/*", self._answer)

    def _answer(self, route: Route) -> None:
        """From the site; 404.html names its own address in full, for a host shows it anywhere."""
        path = route.request.url.removeprefix(SITE).removeprefix(URL).partition("?")[0].partition("#")[0]
        if not route.request.url.startswith((SITE, URL)):
            self.caught.append(route.request.url)
        raw = files().get(path)
        if raw is not None and path.endswith(".html"):
            raw = raw.replace(POLICY.encode(), b"<meta name=none")
        route.fulfill(status=200 if raw is not None else 404, body=raw or b"")

    def harm(self, path: str) -> list[str]:
        self.caught.clear()
        self.page.goto(SITE + path, wait_until="load")
        self.page.evaluate(TOUCH)
        return list(self.caught)


@pytest.fixture
def visitor(browser: Browser) -> Iterator[Visitor]:
    context = browser.new_context()
    yield Visitor(context.new_page())
    context.close()


def test_no_page_runs_a_value(visitor: Visitor, measured: Measured) -> None:
    paths = spread([path for path in files() if path.endswith(".html")], share(10_000, fast=12))
    harmed = {path: harm for path in paths if (harm := visitor.harm(path))}
    assert harmed == {}
    formats = len(FORMATS) + 5
    measured("values in fields", values=len(VALUES), formats_parsed=formats, pages=len(paths), executed=0)


def test_no_question_runs_and_results_are_text(visitor: Visitor, measured: Measured) -> None:
    """The search page, asked for each value; its results are the hostile titles themselves."""
    asked = spread([*VALUES, "jahat", "alert", "kurung", "satu"], share(100, fast=5))
    harmed = {value: harm for value in asked if (harm := visitor.harm(f"explore.html?q={_encoded(value)}"))}
    assert harmed == {}
    visitor.page.goto(f"{SITE}explore.html?q=kurung", wait_until="load")
    visitor.page.wait_for_function("document.querySelectorAll('main a[href*=jahat]').length > 0")
    measured("values as questions of the search page", questions=len(asked), executed=0)


def _encoded(value: str) -> str:
    return quote(value.encode("utf-8", "replace"))
