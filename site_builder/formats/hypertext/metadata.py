"""What the metadata of a page state: JSON-LD, Highwire, OpenGraph, the names that Indonesian newsrooms use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from site_builder.formats import stated
from site_builder.formats.hypertext import json_ld
from site_builder.formats.plain_text import folded
from site_builder.grammar.addresses import canonical, host, is_address
from site_builder.model import Stated

SAVED_FROM = re.compile(
    r"<!--\s{0,9}(?:saved from url=\(\d{4}\)|Page saved with SingleFile\s{1,9}url: )(https?://\S{4,2000})"
)
"""What browsers write at the top of a saved page."""
SAVED_WITHIN = 5_000
TITLES = (("citation_title", "highwire"), ("og:title", "opengraph"), ("twitter:title", "twitter"), ("title", "html"))
DATES = (
    ("article:published_time", "opengraph"), ("og:article:published_time", "opengraph"),
    ("citation_publication_date", "highwire"), ("content_publisheddate", "html"), ("publishdate", "html"),
    ("publish-date", "html"), ("pubdate", "html"), ("dc.date.issued", "dublin-core"), ("dc.date", "dublin-core"),
    ("parsely-pub-date", "html"), ("datepublished", "html"),
)  # fmt: skip
AUTHORS = (
    ("citation_author", "highwire"), ("content_author", "html"), ("author", "html"), ("dc.creator", "dublin-core"),
    ("article:author", "opengraph"),
)  # fmt: skip
"""Names of ``meta`` elements, the most careful first, and what the convention is called."""
FEWEST_WORDS, LONGEST_TITLE = 3, 300
"""Words and characters of a headline."""
RELAYS = ("cdn.ampproject.org", "web.archive.org", "webcache.googleusercontent.com", "translate.goog", "archive.ph")
"""Sites that show the pages of others."""
SECOND_LEVEL = frozenset(["ac", "biz", "co", "desa", "go", "mil", "my", "net", "or", "ponpes", "sch", "web"])
"""Of ``.id``: below these, people register their names."""
LISTS = frozenset(["archive", "blog", "category", "home", "search", "search-results", "tag", "tax-"])
SINGLE = frozenset(["single", "single-post", "page", "post-template-default", "is-post"])


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page states of its article."""

    title: str
    """Empty if it has none."""
    stated: tuple[Stated, ...]
    article_body: str
    """The text in its JSON-LD, perhaps with markup; often cut or empty."""
    is_list: bool
    """True if the page says of itself that it is a front page, a rubric or a result of a search."""


def metadata(page: HtmlElement, source: str, address: str) -> Metadata:
    """Each fact from the most careful place that states it; ``address`` is where the copy came from, if known."""
    metas = _metas(page)
    ld = json_ld.article(page)
    saved = SAVED_FROM.search(source[:SAVED_WITHIN])
    url = _url(page, metas, ld, address or (saved[1] if saved else ""))
    link = url.value if url else ""
    sites = [(name, "json-ld") for name in json_ld.names(ld.get("publisher"))]
    sites += [(metas.get("og:site_name", ""), "opengraph"), (metas.get("application-name", ""), "html")]
    raw, by = next(((raw, by) for raw, by in _titles(page, metas, ld) if raw), ("", ""))
    title = _title(page, raw, [name for name, _ in sites], link)
    whole = next((folded(str(found.text_content())) for found in page.iter("title")), "")
    sites.append((_behind(whole, title) if title else "", "html"))
    outlet = _outlet(sites, link)
    names = [*(name for name, _ in sites), outlet.value if outlet else ""]
    facts = [Stated("title", title, raw, f"metadata:{by}"), outlet, url, _published(page, metas, ld)]
    return Metadata(
        title=title,
        stated=tuple(fact for fact in (*facts, *_authors(metas, ld, names)) if fact is not None and fact.value),
        article_body=json_ld.text(ld.get("articleBody")) and str(json_ld.listed(ld["articleBody"])[0]),
        is_list=_is_list(page, metas, ld, link),
    )


def _metas(page: HtmlElement) -> dict[str, str]:
    """The first content of each ``meta`` by its ``property``, ``name`` or ``itemprop``, in lower case."""
    metas: dict[str, str] = {}
    for meta in page.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        content = folded(meta.get("content") or "")
        if name and content:
            metas.setdefault(name, content)
    return metas


def _title(page: HtmlElement, raw: str, names: Iterable[str], url: str) -> str:
    """What the page states as its title, in the form of the heading that prints it: uncut, and without the site."""
    stem = raw.rstrip(". …").casefold()
    printed = [words for words in _headings(page) if words.casefold() in stem or words.casefold().startswith(stem)]
    return max(printed, key=len) if printed else stated.headline(raw, names, url)


def _headings(page: HtmlElement) -> Iterator[str]:
    for element in page.iter("h1", "h2", "h3", "h4"):
        words = folded(str(element.text_content()))
        if len(words.split()) >= FEWEST_WORDS and len(words) <= LONGEST_TITLE:
            yield words


def _titles(page: HtmlElement, metas: Mapping[str, str], ld: json_ld.Thing) -> Iterator[tuple[str, str]]:
    yield json_ld.text(ld.get("headline")), "json-ld"
    yield from ((metas.get(name, ""), by) for name, by in TITLES)
    yield from ((folded(str(title.text_content())), "html") for title in page.iter("title"))
    yield from ((words, "html") for words in _headings(page))


def _outlet(sources: Iterable[tuple[str, str]], url: str) -> Stated | None:
    for raw, by in sources:
        if raw and (value := stated.outlet(raw, url)):
            return Stated("outlet", value, raw, f"metadata:{by}")
    return None


def _behind(raw: str, title: str) -> str:
    """The site's name behind, or before, the headline of a page's title; empty if there is none."""
    before, found, after = raw.partition(title)
    pieces = [piece for piece in stated.SEPARATOR.split(f"{before} | {after}") if piece.strip(" -–—|»•·~:")]
    return pieces[-1].strip(" -–—|»•·~:") if found and pieces else ""


def _url(page: HtmlElement, metas: Mapping[str, str], ld: json_ld.Thing, address: str) -> Stated | None:
    """The address that the page gives itself, if it is of the site that the copy is from."""
    links = (
        link.get("href") or "" for link in page.iter("link") if "canonical" in (link.get("rel") or "").lower().split()
    )
    own = (
        (next(links, ""), "canonical"),
        (metas.get("og:url", ""), "opengraph"),
        (json_ld.text(ld.get("url")), "json-ld"),
    )
    for raw, by in own:
        absolute = urljoin(address, raw) if address and raw.startswith("/") else raw
        if is_address(absolute) and urlsplit(absolute).path.strip("/") and _of_site(absolute, address):
            return Stated("url", canonical(absolute), raw, f"metadata:{by}")
    return Stated("url", canonical(address), address, "metadata:address") if is_address(address) else None


def _of_site(one: str, other: str) -> bool:
    """True if both are of one site, or the other is unknown or shows pages of others."""
    return not other or host(other).endswith(RELAYS) or _registered(one) == _registered(other)


def _registered(address: str) -> str:
    """The name that somebody registered: ``kabar.com`` of ``regional.kabar.com``."""
    labels = host(address).split(".")
    deep = len(labels) > 2 and labels[-1] == "id" and labels[-2] in SECOND_LEVEL
    return ".".join(labels[-3:] if deep else labels[-2:])


def _published(page: HtmlElement, metas: Mapping[str, str], ld: json_ld.Thing) -> Stated | None:
    sources = [(json_ld.text(ld.get("datePublished")), "json-ld"), *((metas.get(name, ""), by) for name, by in DATES)]
    sources += [(raw, "html") for raw in _times(page)]
    for raw, by in sources:
        if raw and (value := stated.moment(raw)):
            return Stated("published", value, raw, f"metadata:{by}")
    return None


def _times(page: HtmlElement) -> Iterator[str]:
    """What ``<time class="published" datetime="…">`` says, and its forms in older pages."""
    for element in page.iter("time", "abbr", "span"):
        says_so = f"{element.get('itemprop') or ''} {element.get('class') or ''}".lower().split()
        if {"published", "datepublished", "entry-date", "pubdate"} & set(says_so):
            yield element.get("datetime") or element.get("content") or element.get("title") or ""


def _authors(metas: Mapping[str, str], ld: json_ld.Thing, site: Iterable[str]) -> list[Stated]:
    known = tuple(site)
    sources = [(json_ld.names(ld.get("author")), "json-ld"), *(([metas.get(name, "")], by) for name, by in AUTHORS)]
    for names, by in sources:
        people = list(stated.authors(names, known))
        if people:
            return [Stated("authors", name, name, f"metadata:{by}") for name in people]
    return []


def _is_list(page: HtmlElement, metas: Mapping[str, str], ld: json_ld.Thing, url: str) -> bool:
    if json_ld.is_article(ld) or metas.get("og:type", "").lower() == "article":
        return False
    body = page.find(".//body")
    kinds = set((body.get("class") or "").lower().split()) if body is not None else set()
    front = bool(url) and not urlsplit(url).path.strip("/") and not urlsplit(url).query
    return front or (bool(kinds & LISTS) and not kinds & SINGLE)
