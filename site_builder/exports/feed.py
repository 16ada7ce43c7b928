"""The newest reports as Atom feeds (RFC 4287): of the site, of each tag and of each place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from html import escape

from site_builder import routes
from site_builder.archive import Archive, Entry
from site_builder.exports import Published
from site_builder.locale import SOURCE
from site_builder.syndication import authors, moment, newest, summary, updated

NEEDS_URL = True
LENGTH = 50
"""How many reports the site's feed holds."""
SHORTER = 20
"""And that of a tag or a place."""
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot carry, not even escaped; one such character makes the whole feed unreadable."""


def export(published: Published) -> Iterator[tuple[str, bytes]]:
    archive = published.archive
    if archive.site.url is None:
        return
    writer = _Writer(archive, archive.site.url)
    yield routes.FEED, writer.feed(routes.FEED, routes.HOME, "", newest(archive.articles, LENGTH))
    pages = set(published.paths)
    subjects = [(routes.tag(tag.slug), tag.name, tag.articles) for tag in archive.tags]
    subjects += [(routes.place(place.slug), place.name, place.articles) for place in archive.places]
    for page, name, entries in subjects:
        if page in pages:
            yield routes.feed(page), writer.feed(routes.feed(page), page, name, newest(entries, SHORTER))


class _Writer:
    """Writes feeds; a report that stands in several is written once."""

    def __init__(self, archive: Archive, url: str) -> None:
        self._archive = archive
        self._url = url
        self._entry = cache(self._written)

    def feed(self, path: str, page: str, name: str, entries: Sequence[Entry]) -> bytes:
        """The feed at ``path`` of what ``page`` lists; ``name`` is empty for the site's own."""
        site = self._archive.site
        own, alternate = (routes.absolute(self._url, each) for each in (path, page))
        lines = [
            '<?xml version="1.0" encoding="utf-8"?>',
            f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{site.language}">',
            _element("id", alternate),
            _element("title", f"{name} – {site.title}" if name else site.title),
            *([_element("subtitle", site.description)] if site.description else []),
            _element("updated", updated(entries)),
            f"<author>{_element('name', site.title)}</author>",
            f'<link rel="self" type="application/atom+xml" href="{_text(own)}"/>',
            f'<link rel="alternate" type="text/html" href="{_text(alternate)}"/>',
            *(self._entry(entry.article.slug) for entry in entries),
            "</feed>\n",
        ]
        return "\n".join(lines).encode()

    def _written(self, slug: str) -> str:
        entry = self._archive.entry(slug)
        address = routes.absolute(self._url, routes.article(slug))
        parts = [
            _element("id", address),
            self._quoted("title", entry.article.title),
            _element("updated", moment(entry)),
            f'<link rel="alternate" type="text/html" href="{_text(address)}"/>',
            *(f"<author>{_element('name', name)}</author>" for name in authors(entry)),
            *(
                f'<category term="{_text(tag)}" label="{_text(self._archive.tag_name(tag))}"/>'
                for tag in entry.article.tags
            ),
            self._quoted("summary", summary(self._archive, entry)),
        ]
        return "\n".join(["<entry>", *parts, "</entry>"])

    def _quoted(self, name: str, text: str) -> str:
        """An element with words of the reports, which keep their language."""
        language = "" if self._archive.site.language == SOURCE else f' xml:lang="{SOURCE}"'
        return f"<{name}{language}>{_text(text)}</{name}>"


def _element(name: str, text: str) -> str:
    return f"<{name}>{_text(text)}</{name}>"


def _text(text: str) -> str:
    return escape(NOT_XML.sub("", text)).replace("\r", "&#13;")
