"""A saved page: its text by trafilatura, and what its metadata state (JSON-LD, Highwire, OpenGraph, canonical link).

The text of the page is the coordinate system of its evidence; a stated fact has no place in it.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta, timezone
from typing import Any, BinaryIO

import trafilatura
from lxml import etree
from lxml.html import HtmlElement, document_fromstring

from site_builder.errors import Problem
from site_builder.model import Seed, Stated

SUFFIXES = (".html", ".htm", ".xhtml")

MAX_BYTES = 10_000_000
"""The parser drops a text of 10 MB without a word."""
MAX_DEPTH = 500
"""The parser drops what is nested deeper than about 2,000 elements without a word."""
MAX_ELEMENTS = 30_000
MAX_METADATA = 200_000
"""Characters of one block of JSON-LD."""
NOT_TEXT = ("script", "style", "noscript", "template", "svg", "iframe", "object", "canvas")

DECLARED = re.compile(rb"""charset\s{0,3}=\s{0,3}["']?([A-Za-z0-9_-]{2,20})""")
"""``charset=windows-1252`` in the first kilobytes of a page."""
ISO_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::\d\d(?:\.\d{1,9})?)? ?(Z|[+-]\d\d:?\d\d)?)?\Z")
"""``2024-07-09T10:00:00+08:00``, ``2024-07-09``."""
WESTERN_TIME = timezone(timedelta(hours=7))
ADDRESS = re.compile(r"https?://[^\s<>\"]{4,2000}\Z")


def read(stream: BinaryIO, path: str) -> Iterator[Seed | Problem]:
    """The one article of a saved page."""
    raw = stream.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        yield Problem(path, f"a page of more than {MAX_BYTES:,} bytes", "save the page as text, or without its images")
        return
    try:
        page = _parsed(raw)
    except (etree.ParserError, etree.XMLSyntaxError, UnicodeDecodeError, ValueError) as error:
        yield Problem(path, f"not a readable page ({error})", "save the page again, or save its text")
        return
    if problem := _too_large(page, path):
        yield problem
        return
    stated = tuple(_stated(page))
    text = _text(page)
    if not text.strip():
        yield Problem(path, "no article in this page", "save the page of the article itself, or copy its text")
        return
    yield Seed(path, hashlib.sha256(raw).hexdigest(), text, stated)


def _parsed(raw: bytes) -> HtmlElement:
    return document_fromstring(_decoded(raw))


def _decoded(raw: bytes) -> str:
    """UTF-8, else what the page declares, else the web's default for Western text; without an XML declaration."""
    declared = DECLARED.search(raw[:4096])
    for encoding in ("utf-8-sig", declared[1].decode("ascii") if declared else "windows-1252"):
        try:
            text = raw.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        return re.sub(r"\A\s{0,100}<\?xml[^>]{0,200}\?>", "", text)
    return raw.decode("windows-1252", errors="replace")


def _too_large(page: HtmlElement, path: str) -> Problem | None:
    depth = deepest = elements = 0
    for event, _ in etree.iterwalk(page, events=("start", "end")):
        depth += 1 if event == "start" else -1
        elements += event == "start"
        deepest = max(deepest, depth)
    if deepest > MAX_DEPTH or elements > MAX_ELEMENTS:
        what = f"{elements:,} elements, nested {deepest} deep: more than {MAX_ELEMENTS:,} or {MAX_DEPTH}"
        return Problem(path, what, "copy the article's text into a .txt file")
    return None


def _text(page: HtmlElement) -> str:
    """The main text, one paragraph a line, an empty line between two."""
    etree.strip_elements(page, *NOT_TEXT, with_tail=False)
    found = trafilatura.extract(page, favor_recall=True, include_comments=False, include_tables=True, deduplicate=False)
    return unicodedata.normalize("NFC", found or "").replace("\n", "\n\n")


# Metadata -----------------------------------------------------------------------------------------------------------


def _stated(page: HtmlElement) -> Iterator[Stated]:
    """Each fact from the most careful source that states it."""
    metas = _metas(page)
    ld = _news_article(page)
    site = _first(ld.get("publisher")) or metas.get("og:site_name", "")
    yield from _title(ld, metas, site)
    if site:
        by = "metadata:json-ld" if _first(ld.get("publisher")) else "metadata:opengraph"
        yield Stated("outlet", site, site, by)
    yield from _url(page, metas)
    yield from _published(ld, metas)
    yield from _authors(ld, metas, site)


def _metas(page: HtmlElement) -> dict[str, str]:
    """The first content of each ``meta`` by its ``property`` or ``name``, in lower case."""
    metas: dict[str, str] = {}
    for meta in page.iter("meta"):
        name = (meta.get("property") or meta.get("name") or "").lower()
        content = _folded(meta.get("content") or "")
        if name and content:
            metas.setdefault(name, content)
    return metas


def _news_article(page: HtmlElement) -> dict[str, Any]:
    """The first JSON-LD object that is an article; empty if there is none."""
    for script in page.iter("script"):
        if "ld+json" in (script.get("type") or "") and script.text and len(script.text) <= MAX_METADATA:
            try:
                data = json.loads(script.text, strict=False)
            except (ValueError, RecursionError):
                continue
            for thing in _things(data):
                if any("Article" in str(kind) for kind in _listed(thing.get("@type"))):
                    return thing
    return {}


def _things(data: Any) -> Iterator[dict[str, Any]]:
    for thing in _listed(data):
        if isinstance(thing, dict):
            yield thing
            yield from (inner for inner in _listed(thing.get("@graph")) if isinstance(inner, dict))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _names(value: Any) -> list[str]:
    """The names in a JSON-LD value: ``"A"``, ``{"name": "A"}``, or a list of such."""
    names = [item.get("name") if isinstance(item, dict) else item for item in _listed(value)]
    return [_folded(name) for name in names if isinstance(name, str) and _folded(name)]


def _first(value: Any) -> str:
    return next(iter(_names(value)), "")


def _title(ld: dict[str, Any], metas: dict[str, str], site: str) -> Iterator[Stated]:
    """The longest form: a JSON-LD headline may be cut; the suffix that names the site is not part of it."""
    candidates = [
        (_first(ld.get("headline")), "metadata:json-ld"),
        (metas.get("citation_title", ""), "metadata:highwire"),
        (metas.get("og:title", ""), "metadata:opengraph"),
    ]
    stated = [(_without_site(raw, site), raw, by) for raw, by in candidates if raw]
    if stated:
        value, raw, by = stated[0]
        longer = [found for found in stated[1:] if found[0].startswith(value.rstrip(". …"))]
        value, raw, by = max([(value, raw, by), *longer], key=lambda found: len(found[0]))
        yield Stated("title", value, raw, by)


def _without_site(title: str, site: str) -> str:
    for separator in (" - ", " | ", " – ", " — "):
        head, found, tail = title.rpartition(separator)
        if found and site and tail.casefold() == site.casefold():
            return head.strip()
    return title


def _url(page: HtmlElement, metas: dict[str, str]) -> Iterator[Stated]:
    links = (link.get("href") or "" for link in page.iter("link") if (link.get("rel") or "").lower() == "canonical")
    for address, by in ((next(links, ""), "metadata:canonical"), (metas.get("og:url", ""), "metadata:opengraph")):
        if ADDRESS.match(address.strip()):
            yield Stated("url", address.strip(), address, by)
            return


def _published(ld: dict[str, Any], metas: dict[str, str]) -> Iterator[Stated]:
    candidates = (
        (ld.get("datePublished"), "metadata:json-ld"),
        (metas.get("article:published_time"), "metadata:opengraph"),
        (metas.get("citation_publication_date"), "metadata:highwire"),
    )
    for raw, by in candidates:
        if isinstance(raw, str) and (moment := _moment(raw.strip().replace("/", "-"))):
            yield Stated("published", moment, raw, by)
            return


def _moment(raw: str) -> str | None:
    """EDTF of an ISO moment; UTC, which no Indonesian newsroom lives by, as Western Indonesian Time."""
    match = ISO_MOMENT.match(raw)
    if not match or not _is_day(match[1]):
        return None
    day, time, zone = match.groups()
    if not time or (time == "00:00" and zone in (None, "Z", "+00:00", "+0000")):
        return str(day)
    if zone in ("Z", "+00:00", "+0000"):
        local = datetime.fromisoformat(f"{day}T{time}+00:00").astimezone(WESTERN_TIME)
        return local.isoformat(timespec="minutes")
    return f"{day}T{time}{f'{zone[:3]}:{zone[-2:]}' if zone else ''}"


def _is_day(day: str) -> bool:
    try:
        datetime.fromisoformat(day)
    except ValueError:
        return False
    return True


def _authors(ld: dict[str, Any], metas: dict[str, str], site: str) -> Iterator[Stated]:
    sources: Iterable[tuple[list[str], str]] = (
        (_names(ld.get("author")), "metadata:json-ld"),
        (_names(metas.get("citation_author")), "metadata:highwire"),
        (_names(metas.get("author")), "metadata:html"),
    )
    for names, by in sources:
        people = [name for name in names if name.casefold() != site.casefold() and not ADDRESS.match(name)]
        if people:
            yield from (Stated("authors", name, name, by) for name in dict.fromkeys(people))
            return


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split()))
