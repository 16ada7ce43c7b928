"""Every page kind as HTML: what any page of the site owes its readers, whatever it shows."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from posixpath import dirname, join, normpath

import pytest

from site_builder import routes
from site_builder.archive import Archive
from site_builder.exports import Published, all_exports
from site_builder.model import Block, Event, Person, Quote
from site_builder.pages import Page, all_pages, kinds
from site_builder.render import renderer
from site_builder.views.periods import WHOLE
from tests.conftest import ROOT
from tests.links.texts import RELEASE
from tests.pages.sample import CHIEF, SPEECH, archive, article, entry, many, meeting, reading

TEMPLATES = {
    path.relative_to(ROOT / "templates").as_posix(): path.read_text("utf-8")
    for path in sorted((ROOT / "templates").rglob("*.html"))
}
CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "manifest-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self' file:"
)
HOSTILE = "<b onclick=x>&\"'</b>{{ 7*7 }}"
MOST_STYLE = 30 * 1024
"""Bytes of the style sheet."""


def everything(**choices: str) -> Archive:
    """Articles that make every page kind show everything that it may show."""
    first = entry(
        meeting(
            "satu", quotes=(SPEECH, Quote(None, "tanpa nama"), Quote("Polres Wajo", "lembaga")), authors=("Rahma",)
        ),
        reading("event.date", "2024-08-20", "Selasa (20/8)", detail={"basis": "explicit", "reason": "x, 2024-11-27"}),
        reading("people", CHIEF, "AKBP Daeng Mattawang", confidence=0.8),
        reading("outlet", "Warta Teluk", "wartateluk", span=None, by="sidecar"),
        reading("quotes", SPEECH, SPEECH.text),
        reading("deck", "dibuang orang", "dibuang orang"),
        lines=(Block((0, 4), "navigation", quote="MENU"), Block((5, 9), "share")),
    )
    second = meeting(
        "dua",
        date="2024-08~",
        outlet="Kabar Tempe",
        incomplete="halaman 1 dari 2",
        republished_from="Blog",
        deck="Anak",
    )
    strange = article(
        "tiga",
        title=HOSTILE,
        body=HOSTILE,
        outlet=HOSTILE,
        places=(HOSTILE, "Indonesia"),
        organizations=(HOSTILE,),
        people=(Person(HOSTILE, HOSTILE, HOSTILE),),
        quotes=(Quote(HOSTILE, HOSTILE),),
        tags=("asing",),
        event=Event("2024-08-20", "lusa", "asing", HOSTILE),
        url="javascript:alert(1)",
        show="excerpt",
    )
    spun = dataclasses.replace(CHIEF, rank=HOSTILE)
    copies = (
        meeting("asal", body=RELEASE, published="2024-08-20"),
        meeting("salin", body=RELEASE, published="2024-08-21", outlet=HOSTILE, people=(spun,)),
    )
    rest = (article("lima", show="withdrawn"), article("enam"), article("tujuh", published="2022"))
    namesake = meeting("empat", date="2023-01-05", places=("Kota Tual",), people=(Person(CHIEF.name, None, "Petani"),))
    same = {"tags": ("netralitas",), "places": ("Provinsi Riau",), "organizations": ("Pemerintah Kota Dumai",)}
    crowd = [*many(WHOLE, month="2024-05", **same), *many(2, month="2024-06", **same)]
    return archive(first, second, strange, *copies, *rest, namesake, *crowd, **choices)


PUBLISHED = {
    "url": "https://example.org/arsip/",
    "repository": "https://github.com/x/arsip",
    "contact": "redaksi@example.org",
    "description": "Arsip percobaan",
}


class Parsed(HTMLParser):
    """The elements of a page, in order, with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def all(self, *tags: str) -> Iterator[dict[str, str]]:
        return (attributes for tag, attributes in self.elements if tag in tags)

    def values(self, name: str) -> list[str]:
        return [attributes[name] for _, attributes in self.elements if name in attributes]


def rendered(found: Archive) -> dict[str, tuple[Page, str]]:
    render = renderer(TEMPLATES, found.site)
    return {page.path: (page, render(page).decode("utf-8")) for page in all_pages(found)}


LOCAL = rendered(everything())
ONLINE = rendered(everything(**PUBLISHED))
DATA = dict(all_exports(Published(everything(), tuple(LOCAL))))
EVERY = [*((f"local/{path}", html) for path, (_, html) in LOCAL.items())] + [
    (f"online/{path}", html) for path, (_, html) in ONLINE.items()
]
PARSED = {name: Parsed(html) for name, html in EVERY}
assert len(PARSED) > 2 * len(kinds()), "what is tested of every page needs pages"
assert all(parsed.elements for parsed in PARSED.values())


def test_every_template_of_a_page_is_used() -> None:
    used = {page.template for page, _ in LOCAL.values()} | {
        "letter.html",
        "events_part.html",
    }  # which the tests of lists show
    assert used == {name for name in TEMPLATES if "/" not in name}


def test_the_security_policy_comes_first_in_the_head() -> None:
    for name, parsed in PARSED.items():
        tags = [tag for tag, _ in parsed.elements]
        tag, attributes = parsed.elements[tags.index("head") + 1]
        assert (tag, attributes.get("http-equiv"), attributes.get("content")) == (
            "meta",
            "Content-Security-Policy",
            CSP,
        ), name


def test_nothing_runs_and_nothing_is_styled_inside_a_page() -> None:
    for name, parsed in PARSED.items():
        assert not list(parsed.all("style", "iframe", "object", "base")), name
        for script in parsed.all("script"):
            assert script.get("type") == "application/ld+json" or "assets/" in script["src"], name
        attributes = {key for _, found in parsed.elements for key in found}
        assert not {key for key in attributes if key == "style" or key.startswith("on")}, name


def test_text_is_never_markup_and_never_a_template() -> None:
    for name, html in EVERY:
        assert "<b onclick" not in html, name
        assert "{{" not in html.replace("{{ 7*7 }}", "").replace("title = {{", ""), name  # BibTeX keeps capitals so
        assert ">49<" not in html, name


def test_links_lead_inside_the_site_or_to_the_web() -> None:
    for name, parsed in PARSED.items():
        for href in parsed.values("href"):
            assert href.startswith(("https://", "mailto:")) or ":" not in href, f"{name}: {href}"
            assert not href.startswith("/"), f"{name}: {href}"


def test_no_link_inside_the_site_is_dead() -> None:
    anchors = {path: set(PARSED[f"local/{path}"].values("id")) for path in LOCAL}
    for path in LOCAL:
        for href in PARSED[f"local/{path}"].values("href"):
            file, _, anchor = href.partition("#")
            if ":" in href or href == "#" or file.startswith(("assets/", "../assets/", "../../assets/")):
                continue
            target = normpath(join(dirname(path), file)) if file else path
            assert target in LOCAL or target in DATA, f"{path}: {href}"
            assert not anchor or anchor in anchors[target], f"{path}: {href}"


@pytest.mark.parametrize(
    "kinds", [("article",), ("home", "article", "articles"), ("home", "tag", "place"), ("event", "person", "quotes")]
)
def test_a_site_of_some_page_kinds_has_no_dead_link(kinds: tuple[str, ...]) -> None:
    one = meeting("satu", quotes=(SPEECH,), url="https://example.org/a")
    pages = rendered(archive(one, meeting("dua", outlet="Kabar Tempe"), pages=kinds, exports=(), **PUBLISHED))
    assert {routes.kind(path) for path in pages} == {*kinds}
    for path, (_, html) in pages.items():
        for href in (href for name in ("href", "action") for href in Parsed(html).values(name)):
            file = href.partition("#")[0]
            if file and ":" not in href and "assets/" not in href:
                assert normpath(join(dirname(path), file)) in pages, f"{path}: {href}"


def test_headings_begin_with_one_and_skip_no_level() -> None:
    for name, parsed in PARSED.items():
        levels = [int(tag[1]) for tag, _ in parsed.elements if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit()]
        ranks = [level for level in levels if level != 1]
        assert levels.count(1) == 1, name
        assert all(after <= before + 1 for before, after in zip([1, *ranks], ranks, strict=False)), f"{name}: {levels}"


def test_a_page_says_its_language_name_and_subject() -> None:
    for name, parsed in PARSED.items():
        assert next(parsed.all("html")) == {"lang": "id"}, name
        described = {found.get("name"): found.get("content") for found in parsed.all("meta")}
        assert described["viewport"] == "width=device-width, initial-scale=1", name
        assert "description" in described, name
        assert len(list(parsed.all("title"))) == len(list(parsed.all("main"))) == 1, name
        first = parsed.elements[[tag for tag, _ in parsed.elements].index("body") + 1]
        assert first == ("main", {"id": "isi"}) or first[1]["href"] == "#isi", name


def test_names_inside_a_page_are_unique_and_pictures_have_their_text() -> None:
    for name, parsed in PARSED.items():
        assert not [found for found, count in Counter(parsed.values("id")).items() if count > 1], name
        assert all("alt" in picture for picture in parsed.all("img")), name


def test_only_a_published_site_has_a_canonical_address_and_a_feed() -> None:
    for path, (page, _) in ONLINE.items():
        if page.template == "moved.html":
            continue
        links = {found["rel"]: found["href"] for found in PARSED[f"online/{path}"].all("link")}
        own = None if path == routes.NOT_FOUND else routes.absolute(PUBLISHED["url"], path)
        assert links.get("canonical") == own
        assert links["alternate"].endswith("feed.xml")
    for path, (page, _) in LOCAL.items():
        if page.template == "moved.html":
            continue
        assert not {"canonical", "alternate"} & {found["rel"] for found in PARSED[f"local/{path}"].all("link")}, path


def test_an_old_address_leads_a_browser_and_a_search_engine_on_without_a_script() -> None:
    found = {path: Parsed(html) for path, (page, html) in ONLINE.items() if page.template == "moved.html"}
    assert found
    for path, parsed in found.items():
        links = [attributes["href"] for attributes in parsed.all("a")]
        refresh = [one["content"] for one in parsed.all("meta") if one.get("http-equiv") == "refresh"]
        canonical = [one["href"] for one in parsed.all("link") if one["rel"] == "canonical"]
        targets = [normpath(join(dirname(path), href)) for href in links]
        assert set(targets) <= ONLINE.keys(), path
        assert refresh == ([f"0; url={links[0]}"] if len(links) == 1 else []), path
        assert canonical == ([routes.absolute(PUBLISHED["url"], targets[0])] if len(links) == 1 else []), path
        assert not list(parsed.all("script")), path
        assert len(ONLINE[path][1]) < 2_000, path


def test_from_a_missing_address_every_link_of_a_published_site_is_absolute() -> None:
    parsed = Parsed(ONLINE["404.html"][1])
    assert all(href.startswith("https://") or href == "#isi" for href in parsed.values("href"))


@pytest.mark.parametrize(("of", "shown"), [(LOCAL, False), (ONLINE, True)])
def test_an_article_can_be_corrected_where_the_site_says_how(of: dict[str, tuple[Page, str]], shown: bool) -> None:
    assert ("/edit/main/content/articles/2024/satu.md" in of["article/satu.html"][1]) is shown


def test_the_style_sheet_is_small_and_asks_for_nothing() -> None:
    style = (ROOT / "templates" / "assets" / "style.css").read_text("utf-8")
    assert len(style.encode()) <= MOST_STYLE
    assert "url(" not in style
    assert "@import" not in style
