"""Everything may be read by crawlers; and where they find the sitemap."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder import routes
from site_builder.exports import Published


def export(published: Published) -> Iterator[tuple[str, bytes]]:
    site = published.archive.site
    has_sitemap = site.url and (site.exports is None or "sitemap" in site.exports)
    sitemap = f"\nSitemap: {routes.absolute(site.url or '', routes.SITEMAP)}\n" if has_sitemap else ""
    yield routes.ROBOTS, f"User-agent: *\nAllow: /\n{sitemap}".encode()
