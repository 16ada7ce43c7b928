"""The newest reports as an Atom feed (RFC 4287)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from site_builder import edtf, markup, routes
from site_builder.archive import Archive, Entry
from site_builder.exports import Published

NEEDS_URL = True
ATOM = "http://www.w3.org/2005/Atom"
LENGTH = 50
"""How many reports the feed holds."""
SUMMARY = 300
"""In characters."""
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot carry, not even escaped; one such character makes the whole feed unreadable."""
NEVER = "1970-01-01T00:00:00Z"
"""Atom demands a date; this one says that no report has any."""


def export(published: Published) -> Iterator[tuple[str, bytes]]:
    site = published.archive.site
    if site.url:
        feed = _feed(published.archive, site.url)
        indent(feed)
        yield routes.FEED, tostring(feed, encoding="utf-8", xml_declaration=True) + b"\n"


def _feed(archive: Archive, url: str) -> Element:
    dated = [entry for entry in archive.articles if _date(entry)]
    newest = sorted(dated, key=lambda entry: (_moment(entry), entry.article.slug), reverse=True)[:LENGTH]
    feed = Element("feed", {"xmlns": ATOM, "xml:lang": archive.site.language})
    _add(feed, "id", url)
    _add(feed, "title", archive.site.title)
    if archive.site.description:
        _add(feed, "subtitle", archive.site.description)
    _add(feed, "updated", max((_moment(entry) for entry in newest), default=NEVER))
    _add(SubElement(feed, "author"), "name", archive.site.title)
    SubElement(feed, "link", rel="self", type="application/atom+xml", href=routes.absolute(url, routes.FEED))
    SubElement(feed, "link", rel="alternate", type="text/html", href=url)
    for entry in newest:
        _entry(SubElement(feed, "entry"), entry, archive)
    return feed


def _entry(element: Element, entry: Entry, archive: Archive) -> None:
    article = entry.article
    address = routes.absolute(archive.site.url or "", routes.article(article.slug))
    _add(element, "id", address)
    _add(element, "title", article.title)
    _add(element, "updated", _moment(entry))
    SubElement(element, "link", rel="alternate", type="text/html", href=address)
    for name in article.authors or ((article.outlet,) if article.outlet else ()):
        _add(SubElement(element, "author"), "name", name)
    for tag in article.tags:
        SubElement(element, "category", term=_clean(tag), label=_clean(archive.tag_name(tag)))
    _add(element, "summary", _summary(entry))


def _add(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = _clean(text)


def _clean(text: str) -> str:
    return NOT_XML.sub("", text)


def _date(entry: Entry) -> str | None:
    return entry.article.published or entry.article.event.date


def _moment(entry: Entry) -> str:
    """The date of publication, else of the event, as Atom writes it; a day without a time begins at midnight."""
    start = edtf.parse(_date(entry) or "").start
    return f"{start.first().isoformat()}T{start.time or '00:00'}:00{start.zone or 'Z'}"


def _summary(entry: Entry) -> str:
    text = entry.article.deck or markup.words(markup.body(entry.article.body.partition("\n\n")[0]))
    return text if len(text) <= SUMMARY else text[: SUMMARY + 1].rsplit(" ", 1)[0][:SUMMARY] + "…"
