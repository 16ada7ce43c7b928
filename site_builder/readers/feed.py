"""An RSS or Atom feed that was saved: each entry that holds a text."""

from __future__ import annotations

import calendar
import hashlib
import re
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from html.entities import html5
from io import BytesIO
from typing import Any, BinaryIO
from xml.parsers import expat

import feedparser
from lxml import etree

from site_builder.errors import Problem
from site_builder.formats import stated
from site_builder.formats.hypertext import HypertextError, fragment_text
from site_builder.formats.plain_text import folded, headed, mended
from site_builder.grammar.addresses import canonical, google_news, is_address
from site_builder.model import Seed, Stated

SUFFIXES = (".rss", ".atom", ".xml", ".rdf")
MAX_BYTES = 5_000_000
MAX_DEPTH = 200
MAX_NAMES = 500
"""Attributes of one element, and name spaces of all; an entry may declare its own."""
MAX_ENTRIES = 2_000
ENTITY = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,30});")
XML_ENTITIES = frozenset({"amp", "lt", "gt", "quot", "apos"})
FEWEST_WORDS = 40
"""An entry of fewer words is a teaser, not an article."""
BY = "metadata:feed"


class _FeedError(Exception):
    """A file that is no feed, or that no honest program writes."""


def read(stream: BinaryIO, path: str) -> Iterator[Seed | Problem]:
    """Each entry with a text of its own; ``#17`` is the 17th entry."""
    try:
        raw, fault = _well_formed(stream.read(MAX_BYTES + 1))
    except _FeedError as error:
        yield Problem(path, str(error), "save the feed again; pages end in .html")
        return
    # Never as bytes: the library would take them for the name of a file, and open it.
    feed = feedparser.parse(BytesIO(raw), sanitize_html=False, resolve_relative_uris=False)
    outlet = str(feed.feed.get("title", ""))
    teasers = []
    for number, entry in enumerate(feed.entries[:MAX_ENTRIES], 1):
        item = _seed(entry, outlet, f"{path}#{number}")
        if item is None:
            teasers.append(number)
        else:
            yield item
    yield from _problems(path, len(feed.entries), teasers, fault)


def _problems(path: str, entries: int, teasers: list[int], fault: str) -> Iterator[Problem]:
    if not entries:
        yield Problem(path, "is no feed with entries", "save the feed again; pages end in .html")
    if entries > MAX_ENTRIES:
        yield Problem(path, f"has {entries:,} entries; only {MAX_ENTRIES:,} are read", "split it")
    if teasers:
        numbers = ", ".join(f"#{number}" for number in teasers[:10]) + (", …" if len(teasers) > 10 else "")
        what = f"has fewer than {FEWEST_WORDS} words of text in {len(teasers)} of {entries} entries ({numbers})"
        yield Problem(path, what, "add the articles' pages instead: a feed often has teasers only")
    if fault:
        yield Problem(path, f"is not well-formed ({fault})", "see that no entry is missing")


def _well_formed(raw: bytes) -> tuple[bytes, str]:
    """The feed, mended if need be, and what was wrong with it. Raises _FeedError.

    The library reads what is not well-formed by patterns, which may take for ever; so it never gets such a file.
    """
    if len(raw) > MAX_BYTES:
        raise _FeedError(f"is a feed of more than {MAX_BYTES:,} bytes")
    try:
        _scan(raw)
    except expat.ExpatError as error:
        return _recovered(raw, str(error)), str(error)
    return raw, ""


def _recovered(raw: bytes, fault: str) -> bytes:
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False)
    try:
        tree = etree.fromstring(ENTITY.sub(_numeric, raw.strip()), parser)
        if tree is None:
            raise _FeedError(f"is not XML ({fault})")
        recovered = etree.tostring(tree, encoding="utf-8", xml_declaration=True)
        _scan(recovered)
    except (etree.XMLSyntaxError, expat.ExpatError, ValueError):
        raise _FeedError(f"is not XML ({fault})") from None
    return recovered


def _numeric(entity: re.Match[bytes]) -> bytes:
    """An entity of HTML in the form that XML knows too."""
    name = entity[1].decode("ascii")
    if name in XML_ENTITIES:
        return entity[0]
    return "".join(f"&#{ord(char)};" for char in html5.get(f"{name};", f"&{name};")).encode()


def _scan(raw: bytes) -> None:
    """Raise ExpatError if the feed is not well-formed, _FeedError if it has entities of its own or is too deep."""
    depth = namespaces = 0

    def start(_: str, attributes: dict[str, str]) -> None:
        nonlocal depth, namespaces
        depth += 1
        namespaces += sum(name.startswith("xmlns") for name in attributes)
        if depth > MAX_DEPTH:
            raise _FeedError(f"has elements that are nested more than {MAX_DEPTH} deep")
        if max(len(attributes), namespaces) > MAX_NAMES:
            raise _FeedError(f"has more than {MAX_NAMES:,} attributes or namespaces")

    def end(*_: object) -> None:
        nonlocal depth
        depth -= 1

    def entity(*_: object) -> None:
        raise _FeedError("defines entities, as no feed needs to and bombs do")

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler, parser.EntityDeclHandler = start, end, entity
    parser.Parse(raw, True)


def _seed(entry: Any, outlet: str, path: str) -> Seed | Problem | None:
    """The article of an entry, or what is wrong with it; None if it is only a teaser."""
    contents = [str(content.get("value", "")) for content in entry.get("content", ())]
    fragment = max([*contents, str(entry.get("summary", ""))], key=len)
    try:
        text = mended(fragment_text(fragment))[0]
    except HypertextError as error:
        return error.problem(path)
    if len(text.split()) < FEWEST_WORDS:
        return None
    facts = tuple(_stated(entry, outlet))
    title = next((fact.value for fact in facts if fact.field == "title"), "")
    whole = headed(title, text)
    return Seed(path, hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest(), whole, facts)


def _stated(entry: Any, outlet: str) -> Iterator[Stated]:
    link = str(entry.get("link", ""))
    url = canonical(google_news(link) or link) if is_address(link) else ""
    source = folded(str(entry.get("source", {}).get("title", ""))) or folded(outlet)
    title = folded(str(entry.get("title", "")))
    found = {
        "title": (stated.headline(title, [source], url), title),
        "outlet": (stated.outlet(source, url), source),
        "url": (url, link),
        "published": (_published(entry), folded(str(entry.get("published", "")))),
    }
    yield from (Stated(name, value, raw, BY) for name, (value, raw) in found.items() if value)
    yield from (Stated("authors", name, name, BY) for name in stated.authors([str(entry.get("author", ""))], [source]))


def _published(entry: Any) -> str:
    """The library's reading of the date, which is in UTC, unless ours knows the zone that is printed."""
    printed = stated.moment(str(entry.get("published", "")))
    parsed = entry.get("published_parsed")
    if printed or not isinstance(parsed, time.struct_time):
        return printed or ""
    return stated.moment(datetime.fromtimestamp(calendar.timegm(parsed), UTC).isoformat()) or ""
