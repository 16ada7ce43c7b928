"""The addresses of all pages for search engines (sitemaps.org 0.9), in parts if there are very many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from site_builder import routes
from site_builder.exports import Published

NEEDS_URL = True
LONGEST = 50_000
"""Addresses in one file, by the protocol."""
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def export(published: Published) -> Iterator[tuple[str, bytes]]:
    if url := published.archive.site.url:
        yield from sitemaps([routes.absolute(url, path) for path in _listed(published)], url)


def _listed(published: Published) -> list[str]:
    """The pages that stand for themselves."""
    others = {routes.NOT_FOUND, *(moved.path for moved in published.archive.moved)}
    return sorted(path for path in published.paths if path not in others)


def sitemaps(addresses: Sequence[str], url: str) -> Iterator[tuple[str, bytes]]:
    """One file with all addresses; or its parts, and an index of them under the same name."""
    if len(addresses) <= LONGEST:
        yield routes.SITEMAP, _file("urlset", "url", addresses)
        return
    parts = [addresses[start : start + LONGEST] for start in range(0, len(addresses), LONGEST)]
    paths = [routes.sitemap_part(number) for number in range(1, len(parts) + 1)]
    yield routes.SITEMAP, _file("sitemapindex", "sitemap", [routes.absolute(url, path) for path in paths])
    for path, part in zip(paths, parts, strict=True):
        yield path, _file("urlset", "url", part)


def _file(root: str, item: str, addresses: Sequence[str]) -> bytes:
    lines = "".join(f"<{item}><loc>{escape(address)}</loc></{item}>\n" for address in addresses)
    return f"{HEAD}<{root} {NAMESPACE}>\n{lines}</{root}>\n".encode()
