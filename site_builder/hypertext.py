"""A page's text by trafilatura, and what its metadata state: JSON-LD, Highwire, OpenGraph, canonical link.

Shared by the readers of everything that holds pages; imported by those alone, for its libraries are heavy.
The text of the page is the coordinate system of its evidence; a stated fact has no place in it.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Any

import trafilatura
from lxml import etree
from lxml.html import HtmlElement, document_fromstring

from site_builder.errors import Problem
from site_builder.grammar.addresses import canonical, is_address
from site_builder.model import Stated

MAX_BYTES = 10_000_000
"""The parser drops a text of 10 MB without a word."""
MAX_DEPTH = 500
"""The parser drops what is nested deeper than about 2,000 elements without a word."""
MAX_ELEMENTS = 30_000
MAX_METADATA = 200_000
"""Characters of one block of JSON-LD."""
BLOCKS = (
    "address", "article", "blockquote", "br", "div", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr",
    "li", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul",
)  # fmt: skip
NOT_TEXT = ("script", "style", "noscript", "template", "svg", "iframe", "object", "canvas")

DECLARED = re.compile(rb"""charset\s{0,3}=\s{0,3}["']?([A-Za-z0-9_-]{2,20})""")
"""``charset=windows-1252`` in the first kilobytes of a page."""
ISO_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::\d\d(?:\.\d{1,9})?)? ?(Z|[+-]\d\d:?\d\d)?)?\Z")
"""``2024-07-09T10:00:00+08:00``, ``2024-07-09``."""
WESTERN_TIME = timezone(timedelta(hours=7))


@dataclass(frozen=True, slots=True)
class Hypertext:
    """What a page says."""

    text: str
    """Its main text, one paragraph a line, an empty line between two."""
    stated: tuple[Stated, ...]
    """What its metadata state."""


class HypertextError(Exception):
    """A page that cannot be read whole: what is wrong, and what to do."""

    def __init__(self, what: str, hint: str) -> None:
        super().__init__(f"{what} ({hint})")
        self.what = what
        self.hint = hint

    def problem(self, where: str) -> Problem:
        return Problem(where, self.what, self.hint)


def read_page(raw: bytes) -> Hypertext:
    """The article of a page. Raises HypertextError if there is none, or if any of it could be lost."""
    if len(raw) > MAX_BYTES:
        raise HypertextError(f"is a page of more than {MAX_BYTES:,} bytes", "save it as text, or without its images")
    page = _parsed(raw)
    _refuse_too_large(page)
    stated = tuple(_stated(page))
    text = _text(page)
    if not text.strip():
        raise HypertextError("has no article", "save the page of the article itself, or copy its text")
    return Hypertext(text, stated)


def fragment_text(fragment: str) -> str:
    """The text of a piece of HTML, a line for each block."""
    if not fragment.strip():
        return ""
    page = _parsed(fragment[:MAX_BYTES].encode("utf-8", "surrogatepass"))
    _refuse_too_large(page)
    etree.strip_elements(page, *NOT_TEXT, with_tail=False)
    for block in page.iter(*BLOCKS):
        block.tail = f"\n{block.tail or ''}"
        block.text = f"\n{block.text or ''}"
    lines = map(_folded, str(page.text_content()).split("\n"))
    return "\n\n".join(line for line in lines if line)


def _parsed(raw: bytes) -> HtmlElement:
    try:
        return document_fromstring(_decoded(raw))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise HypertextError(f"is not a readable page ({error})", "save it again, or save its text") from None


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


def _refuse_too_large(page: HtmlElement) -> None:
    depth = deepest = elements = 0
    for event, _ in etree.iterwalk(page, events=("start", "end")):
        depth += 1 if event == "start" else -1
        elements += event == "start"
        deepest = max(deepest, depth)
    if deepest > MAX_DEPTH or elements > MAX_ELEMENTS:
        what = f"has {elements:,} elements, {deepest} deep: more than {MAX_ELEMENTS:,}, or deeper than {MAX_DEPTH}"
        raise HypertextError(what, "copy the article's text into a .txt file")


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
        if is_address(address):
            yield Stated("url", canonical(address), address, by)
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
        people = [name for name in names if name.casefold() != site.casefold() and not is_address(name)]
        if people:
            yield from (Stated("authors", name, name, by) for name in dict.fromkeys(people))
            return


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split()))
