"""The built site as a machine sees it: no dead link, nothing that leads outside, nothing that its policy forbids."""

from __future__ import annotations

import os
import re
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

import pytest

from tests.conftest import ADDRESS, ROOT, Workspace, front_matter, tree, workspace

WEB_ARCHIVES = ("https://web.archive.org/web/", "https://archive.today/newest/")


class Links(HTMLParser):
    """The addresses and anchors of one page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self.anchors: set[str] = set()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        for name, value in attrs:
            if name in {"href", "src", "action", "poster", "srcset", "data"} and value is not None:
                self.found.append((tag, value))
            if name == "id" and value:
                self.anchors.add(value)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The archive as it stands at a known address."""
    made = workspace(tmp_path_factory.mktemp("published"))
    made.build(f"--url={ADDRESS}")
    return made


def parsed(site: Workspace) -> dict[str, Links]:
    """Every page; a site without pages, or whose pages lead nowhere, would pass any test of their links."""
    pages = {path.relative_to(site.output).as_posix(): Links(path.read_text("utf-8")) for path in site.pages()}
    assert len(pages) > len(list(site.articles.rglob("*.md")))
    assert not [path for path, page in pages.items() if not (page.tags and page.found)]
    return pages


def test_no_link_of_the_site_is_dead(built: Workspace) -> None:
    pages = parsed(built)
    files = tree(built.output).keys()
    dead = []
    for path, page in pages.items():
        for _, href in page.found:
            parts = urlsplit(href)
            if not parts.scheme:
                target = (
                    os.path.normpath(os.path.join(os.path.dirname(path), unquote(parts.path))) if parts.path else path
                )
                if target not in files or (parts.fragment and parts.fragment not in pages[target].anchors):
                    dead.append(f"{path}: {href}")
    assert dead == []


def test_every_page_can_be_reached_from_home(built: Workspace) -> None:
    pages = parsed(built)
    seen, waiting = {"index.html"}, ["index.html"]
    while waiting:
        here = waiting.pop()
        for _, href in pages[here].found:
            target = os.path.normpath(os.path.join(os.path.dirname(here), unquote(urlsplit(href).path) or here))
            if target in pages and target not in seen:
                seen.add(target)
                waiting.append(target)
    moved = {path for path in pages if b'http-equiv="refresh"' in (built.output / path).read_bytes()}
    assert moved, "the two reports of one event lend it an old address each"
    assert set(pages) - seen == {"404.html"} | moved


def test_only_the_sources_of_articles_are_linked_outside_the_site(built: Workspace) -> None:
    stated = [front_matter(path) for path in built.articles.rglob("*.md")]
    sources = {article["url"] for article in stated} | {article["republished_from"] for article in stated}
    outside = {(tag, href) for page in parsed(built).values() for tag, href in page.found if urlsplit(href).scheme}
    assert {tag for tag, href in outside} == {"a"}
    unknown = {href for _, href in outside if href not in sources}
    assert {href for href in unknown if not (href.startswith(WEB_ARCHIVES) and _source(href) in sources)} == set()


def _source(archived: str) -> str:
    """The address that a web archive is asked for."""
    return archived[archived.index("https://", 8) :]


def test_no_link_starts_at_the_root_of_a_server(built: Workspace) -> None:
    """Below a sub-path, or on a disk, such a link leads astray; 404.html alone is shown at any address."""
    rooted = {
        f"{path}: {href}"
        for path, page in parsed(built).items()
        for _, href in page.found
        if href.startswith(("/", "\\"))
    }
    assert rooted == set()


def test_no_file_tells_where_it_was_made(published: Workspace) -> None:
    places = [str(place).encode() for place in (ROOT, published.root)]
    assert [path for path, text in tree(published.output).items() if any(place in text for place in places)] == []


def test_the_address_stands_only_where_a_format_demands_it(published: Workspace, built: Workspace) -> None:
    for path, page in parsed(published).items():
        absolute = {(tag, href) for tag, href in page.found if href.startswith(ADDRESS)}
        assert {tag for tag, _ in absolute} <= {"link"} or path == "404.html", path
    assert {"feed.xml", "sitemap.xml"} <= tree(published.output).keys()
    assert not {"feed.xml", "sitemap.xml"} & tree(built.output).keys()


@pytest.mark.parametrize("name", ["feed.xml", "sitemap.xml"])
def test_every_address_that_a_machine_reads_leads_to_a_page(name: str, published: Workspace) -> None:
    text = (published.output / name).read_text("utf-8")
    addresses = set(re.findall(re.escape(ADDRESS) + r"[^<\"#\s]*", text))
    assert len(addresses) >= len(list(published.articles.rglob("*.md")))
    files = tree(published.output).keys()
    paths = {address.removeprefix(ADDRESS) for address in addresses}
    assert {
        path for path in paths if (f"{path}index.html" if path.endswith("/") or not path else path) not in files
    } == set()


# Of page security ---------------------------------------------------------------------------------------------------

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "manifest-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self' file:"
)


def test_every_page_states_its_policy_before_anything_else(built: Workspace) -> None:
    for path, page in parsed(built).items():
        tags = [tag for tag, _ in page.tags]
        first = page.tags[tags.index("head") + 1]
        assert first == ("meta", {"http-equiv": "Content-Security-Policy", "content": POLICY}), path


def test_no_page_needs_what_its_policy_forbids(built: Workspace) -> None:
    for path, page in parsed(built).items():
        for tag, attributes in page.tags:
            assert tag not in {"base", "iframe", "object", "embed", "style"}, path
            data = attributes.get("type") == "application/ld+json"  # which no browser runs
            assert tag != "script" or data or attributes.get("src"), f"{path}: inline script"
            assert not [name for name in attributes if name == "style" or name.startswith("on")], f"{path}: <{tag}>"
