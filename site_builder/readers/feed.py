"""An RSS or Atom feed that was saved: each entry that holds a text."""

from __future__ import annotations

import calendar
import hashlib
import time
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from typing import Any, BinaryIO

import feedparser

from site_builder.errors import Problem
from site_builder.grammar.addresses import canonical, google_news, is_address
from site_builder.hypertext import HypertextError, fragment_text
from site_builder.model import Seed, Stated

SUFFIXES = (".rss", ".atom", ".xml", ".rdf")
MAX_BYTES = 10_000_000
FEWEST_WORDS = 40
"""An entry of fewer words is a teaser, not an article."""
WESTERN_TIME = timezone(timedelta(hours=7))


def read(stream: BinaryIO, path: str) -> Iterator[Seed | Problem]:
    """Each entry with a text of its own; ``#17`` is the 17th entry."""
    raw = stream.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        yield Problem(path, f"is a feed of more than {MAX_BYTES:,} bytes", "split it, or save the articles themselves")
        return
    feed = feedparser.parse(raw, sanitize_html=False, resolve_relative_uris=False)
    if not feed.entries:
        why = f" ({feed.bozo_exception})" if feed.bozo else ""
        yield Problem(path, f"is no feed with entries{why}", "save the feed again; pages end in .html")
        return
    outlet = str(feed.feed.get("title", "")).strip()
    for number, entry in enumerate(feed.entries, 1):
        yield _seed(entry, outlet, f"{path}#{number}")
    if feed.bozo:
        yield Problem(path, f"is not well-formed ({feed.bozo_exception})", "see that no entry is missing")


def _seed(entry: Any, outlet: str, path: str) -> Seed | Problem:
    contents = [str(content.get("value", "")) for content in entry.get("content", ())]
    fragment = max([*contents, str(entry.get("summary", ""))], key=len)
    try:
        text = fragment_text(fragment)
    except HypertextError as error:
        return error.problem(path)
    if len(text.split()) < FEWEST_WORDS:
        hint = "save the article's page instead; a feed often has teasers only"
        return Problem(path, f"has fewer than {FEWEST_WORDS} words of text", hint)
    title = " ".join(str(entry.get("title", "")).split())
    whole = f"{title}\n\n{text}" if title else text
    return Seed(
        path,
        hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest(),
        whole,
        tuple(_stated(entry, outlet, title)),
    )


def _stated(entry: Any, outlet: str, title: str) -> Iterator[Stated]:
    if title:
        yield Stated("title", title, title, "metadata:feed")
    source = str(entry.get("source", {}).get("title", "")).strip() or outlet
    if source:
        yield Stated("outlet", source, source, "metadata:feed")
    link = str(entry.get("link", ""))
    if is_address(link):
        yield Stated("url", canonical(google_news(link) or link), link, "metadata:feed")
    moment = entry.get("published_parsed")
    if isinstance(moment, time.struct_time):
        local = datetime.fromtimestamp(calendar.timegm(moment), WESTERN_TIME)
        yield Stated("published", local.isoformat(timespec="minutes"), str(entry.get("published", "")), "metadata:feed")
    author = " ".join(str(entry.get("author", "")).split())
    if author:
        yield Stated("authors", author, author, "metadata:feed")
