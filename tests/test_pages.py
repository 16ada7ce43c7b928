"""Page kinds are found by name, each path has one owner, and nothing that an article says makes a page do harm."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from site_builder.archive import Archive, Entry
from site_builder.config import Site
from site_builder.errors import BuildError
from site_builder.exports import Published, all_exports
from site_builder.model import Article, Event, Person, Quote, Vocabulary
from site_builder.pages import Page, all_pages, claimed, kinds
from site_builder.render import renderer

TEMPLATES = Path(__file__).parent.parent / "templates"


class Kind:
    """A page kind that claims the given paths."""

    def __init__(self, *paths: str) -> None:
        self.paths = paths

    def pages(self, archive: Archive) -> Iterator[Page]:
        return (Page(path, "x.html", archive.site.title) for path in self.paths)


def archive(*articles: Article, site: Site | None = None) -> Archive:
    entries = [Entry(one, None, f"{one.slug}.md") for one in articles]
    return Archive.of(entries, site=site or Site(), vocabulary=Vocabulary())


def test_every_kind_has_pages() -> None:
    assert {"article", "home", "about", "not_found"} <= set(kinds())
    assert all(callable(kind.pages) for kind in kinds().values())


def test_two_claims_on_a_path_are_all_named() -> None:
    claims = {
        "place": Kind("a.html", "B.html"),
        "year": Kind("a.html", "b.html", "c.html"),
        "tag": Kind("d.html", "d.html"),
    }
    with pytest.raises(BuildError) as caught:
        list(claimed(archive(), claims))
    assert [(problem.where, problem.what, problem.fatal) for problem in caught.value.problems] == [
        ("a.html", "claimed by the page kinds place and year", True),
        ("b.html", "claimed by the page kinds place and year", True),
        ("d.html", "claimed by the page kinds tag and tag", True),
    ]


def test_a_site_may_choose_its_kinds() -> None:
    chosen = {page.path for page in all_pages(archive(site=Site(pages=("home", "not_found"))))}
    assert chosen == {"index.html", "404.html"}
    with pytest.raises(BuildError, match="no kind kalender"):
        list(all_pages(archive(site=Site(pages=("home", "kalender")))))


# Whatever articles say ------------------------------------------------------------------------------------------------

HOSTILE = (
    "<script>ran()</script>",
    "\"><img src=x onerror='ran()'>",
    "' onmouseover='ran()' x='",
    "javascript:ran()",
    "{{ 12345679 * 9 }}{% include 'base.html' %}",
    "../../../etc/passwd",
    "</title></script></style></textarea><svg onload=ran()>",
    "[a](javascript:ran())",
    "index",
    "con",
    "\u202egnp.exe",
    "100 %s %(x)s",
    "🙂",
    "-",
)
WORDS = st.sampled_from([*HOSTILE, "Rakor", "Kota Palu", "Kabupaten Poso", "Indonesia", "rakor", "Budi Hartono"])
LISTS = st.lists(WORDS, max_size=3, unique=True).map(tuple)
MAYBE = st.none() | WORDS
DATES = st.sampled_from([None, "2024-07-09", "2024-07~", "2024", "2024-07-09/2024-07-10", "2024-07-09?"])
FACTS = st.fixed_dictionaries(
    {
        "title": WORDS,
        "body": WORDS,
        "deck": MAYBE,
        "outlet": MAYBE,
        "url": st.sampled_from([None, "https://contoh.id/a?b=1&c=<>"]),
        "published": st.sampled_from([None, "2024-07-10T08:00+07:00", "2024-07-09"]),
        "authors": LISTS,
        "event": st.builds(Event, DATES, st.sampled_from([None, "19:30+07:00"]), MAYBE, MAYBE),
        "places": LISTS,
        "people": st.lists(st.builds(Person, WORDS, MAYBE, MAYBE), max_size=3).map(tuple),
        "organizations": LISTS,
        "tags": LISTS,
        "quotes": st.lists(st.builds(Quote, MAYBE, WORDS), max_size=3).map(tuple),
        "incomplete": MAYBE,
        "republished_from": MAYBE,
        "seed": MAYBE,
        "show": st.sampled_from([None, None, "excerpt", "withdrawn"]),
        "review": st.sampled_from(["pending", "reviewed"]),
    }
)


class Html(HTMLParser):
    """What a page links to, and what in it could run."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.hrefs: list[str] = []
        self.harm: list[str] = []
        self.runs = False
        """The script that is open is a program; else a block of data, whose strings no browser runs."""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.harm += [name for name, _ in attrs if name.startswith("on") or name == "style"]
        self.harm += [tag] if tag in {"iframe", "object", "embed", "base"} else []
        self.runs = tag == "script" and ("type", "application/ld+json") not in attrs
        for name, value in attrs:
            if name in {"href", "src", "action"}:
                self.hrefs.append(value or "")

    def handle_data(self, data: str) -> None:
        if self.runs and "ran()" in data and self.cdata_elem == "script":
            self.harm.append("script")


SITE = Site(repository="https://contoh.id/repo", contact="redaksi@contoh.id")


@cache
def render() -> Callable[[Page], bytes]:
    """With the project's own templates."""
    files = TEMPLATES.rglob("*.html")
    return renderer({path.relative_to(TEMPLATES).as_posix(): path.read_text("utf-8") for path in files}, SITE)


@given(st.lists(FACTS, max_size=4))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_articles_say_every_link_leads_somewhere_and_nothing_runs(facts: list[dict[str, Any]]) -> None:
    twice = [*facts, *facts[:1]]  # so that an event has two reports
    articles = [Article(slug=f"a{number}", year="2024", **own) for number, own in enumerate(twice)]
    found = archive(*articles, site=SITE)
    made = {page.path: render()(page).decode() for page in all_pages(found)}
    others = dict(all_exports(Published(found, tuple(made))))
    for path, text in made.items():
        html = Html(text)
        assert html.harm == [], path
        assert "111111111" not in text, "what an article says is never a template"
        for href in html.hrefs:
            if href.startswith(("https://", "mailto:", "data:")) or "/assets/" in f"/{href}":
                continue
            target = href.partition("#")[0]
            assert not target or normpath(join(dirname(path), target)) in {**made, **others}, f"{path} -> {href}"


@pytest.mark.parametrize(
    ("chosen", "links"),
    [
        ({"url": "https://contoh.id/"}, True),
        ({"url": "https://contoh.id/", "exports": ("robots",)}, False),
        ({}, False),
    ],
)
def test_pages_link_to_the_feed_where_there_is_one(chosen: dict[str, Any], links: bool) -> None:
    site = Site(**chosen)
    files = {path.relative_to(TEMPLATES).as_posix(): path.read_text("utf-8") for path in TEMPLATES.rglob("*.html")}
    made = [renderer(files, site)(page) for page in all_pages(archive(site=site))]
    assert {b"feed.xml" in page for page in made} == {links}
