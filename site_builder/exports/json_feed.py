"""The newest reports as a JSON Feed (version 1.1)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from site_builder import routes
from site_builder.archive import Archive, Entry
from site_builder.exports import Published
from site_builder.syndication import authors, moment, newest, summary

NEEDS_URL = True
LENGTH = 50
"""How many reports the feed holds."""


def export(published: Published) -> Iterator[tuple[str, bytes]]:
    archive = published.archive
    if url := archive.site.url:
        feed = {
            "version": "https://jsonfeed.org/version/1.1",
            "title": archive.site.title,
            "home_page_url": url,
            "feed_url": routes.absolute(url, routes.JSON_FEED),
            **({"description": archive.site.description} if archive.site.description else {}),
            "language": archive.site.language,
            "items": [_item(archive, entry, url) for entry in newest(archive.articles, LENGTH)],
        }
        yield routes.JSON_FEED, (json.dumps(feed, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _item(archive: Archive, entry: Entry, url: str) -> dict[str, Any]:
    article = entry.article
    address = routes.absolute(url, routes.article(article.slug))
    item = {
        "id": address,
        "url": address,
        "external_url": article.url,
        "title": article.title,
        "content_text": summary(archive, entry),
        "date_published": moment(entry),
        "authors": [{"name": name} for name in authors(entry)],
        "tags": [archive.tag_name(tag) for tag in article.tags],
        "language": "id",
    }
    return {name: value for name, value in item.items() if value}
