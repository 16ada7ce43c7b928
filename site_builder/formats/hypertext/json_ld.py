"""What a page says of its article in JSON-LD, in any of the shapes that content systems give it."""

from __future__ import annotations

import html
import json
from collections import deque
from collections.abc import Iterator, Mapping
from typing import Any

from lxml.html import HtmlElement

from site_builder.formats.plain_text import folded

MAX_CHARACTERS = 500_000
"""Of all JSON-LD of a page."""
MAX_THINGS = 2_000
PARTS = ("@graph", "mainEntity", "mainEntityOfPage")
"""Where a thing keeps the things that the page is about."""
KINDS = ("Article", "BlogPosting", "Posting")
"""Ends of the types of an article: ``NewsArticle``, ``ReportageNewsArticle``."""

Thing = Mapping[str, Any]


def article(page: HtmlElement) -> Thing:
    """The first thing that is an article and has a headline; its ``publisher`` and ``author`` with their names."""
    things = list(_things(page))
    named = {str(thing["@id"]): thing for thing in things if thing.get("@id") and thing.get("name")}
    found = [thing for thing in things if is_article(thing)]
    best = next((thing for thing in found if text(thing.get("headline"))), found[0] if found else {})
    return {**best, **{key: _with_names(best.get(key), named) for key in ("publisher", "author")}}


def is_article(thing: Thing) -> bool:
    return any(isinstance(kind, str) and kind.endswith(KINDS) for kind in listed(thing.get("@type")))


def _things(page: HtmlElement) -> Iterator[Thing]:
    left = MAX_CHARACTERS
    for script in page.iter("script"):
        source = script.text or ""
        if "ld+json" not in (script.get("type") or "").lower() or len(source) > left:
            continue
        left -= len(source)
        yield from _parts(_loaded(source))


def _loaded(source: str) -> Any:
    try:
        return json.loads(source.strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _parts(data: Any) -> Iterator[Thing]:
    waiting = deque([data])
    for _ in range(MAX_THINGS):
        if not waiting:
            return
        part = waiting.popleft()
        if isinstance(part, list):
            waiting.extend(part[:MAX_THINGS])
        elif isinstance(part, dict):
            yield part
            waiting.extend(part[key] for key in PARTS if isinstance(part.get(key), list | dict))


def _with_names(value: Any, named: Mapping[str, Thing]) -> list[Any]:
    """The items, each that only refers to a thing of the page replaced by that thing."""
    return [
        named.get(str(item.get("@id")), item) if isinstance(item, dict) and not item.get("name") else item
        for item in listed(value)
    ]


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def names(value: Any) -> list[str]:
    """The names in a value: ``"A"``, ``{"name": "A"}``, or a list of such."""
    found = (item.get("name") if isinstance(item, dict) else item for item in listed(value))
    return [name for item in found if (name := text(item))]


def text(value: Any) -> str:
    """A value as text, without the escapes that many systems write into it; empty if it is none."""
    first = next(iter(listed(value)), None)
    return folded(html.unescape(first)) if isinstance(first, str) else ""
