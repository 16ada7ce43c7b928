"""What must hold of a whole site before it is published: no dead link inside it, no file too large for its host."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

from site_builder.errors import Problem

MAX_SITE = 1_000_000_000
"""Bytes that GitHub Pages publishes at most (docs.github.com, "Limits on GitHub Pages", read 2026-11)."""
MAX_FILE = 100_000_000
"""Bytes of one file that GitHub accepts in a repository at most."""
ADDRESSES = frozenset({("a", "href"), ("link", "href"), ("img", "src"), ("script", "src"), ("form", "action")})
"""The attributes of our pages that hold an address."""


class _Page(HTMLParser):
    """Where a page leads, and the places in it that others may point to."""

    def __init__(self) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.anchors: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if (tag, name) in ADDRESSES and value is not None:
                self.targets.append(value)
            elif name == "id" and value:
                self.anchors.add(value)


def check_site(files: Iterable[tuple[str, bytes]]) -> Iterator[Problem]:
    """Problems of a site's files, given as path and content."""
    anchors: dict[str, frozenset[str]] = {}
    links: dict[tuple[str, str], str] = {}
    total = 0
    for path, content in files:
        total += len(content)
        anchors[path] = frozenset()
        if len(content) > MAX_FILE:
            yield Problem(
                path, f"{len(content):,} bytes, more than {MAX_FILE:,}", "GitHub refuses such a file; split it"
            )
        if path.endswith(".html"):
            page = _Page()
            page.feed(content.decode("utf-8"))
            anchors[path] = frozenset(page.anchors)
            for target in page.targets:
                if inside := _inside(path, target):
                    links.setdefault(inside, path)
    if total > MAX_SITE:
        hint = "publish on another host, or show excerpts only (show: excerpt in site.yml)"
        yield Problem("public", f"{total:,} bytes, more than the {MAX_SITE:,} of GitHub Pages", hint)
    yield from _dead(links, anchors)


def _inside(page: str, target: str) -> tuple[str, str] | None:
    """The file and the anchor that a link of a page leads to; None if it leads off the site."""
    parts = urlsplit(target)
    if parts.scheme or parts.netloc:
        return None
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path))) if parts.path else page
    return path, parts.fragment


def _dead(links: dict[tuple[str, str], str], anchors: dict[str, frozenset[str]]) -> Iterator[Problem]:
    for (path, anchor), page in links.items():
        if path not in anchors:
            yield Problem(page, f"a link to {path}, which is not part of the site", "correct the page's template")
        elif anchor and anchor not in anchors[path]:
            yield Problem(page, f"a link to {path}#{anchor}, a place that it does not have", "correct the template")
