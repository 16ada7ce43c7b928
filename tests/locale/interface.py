"""What a page says in its own language and what in that of the reports, and whether the first is translated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from lxml import etree, html

from tests.locale.messages import PLACEHOLDER, forms, kept, messages

NO_PROSE = frozenset({"script", "style", "code", "pre"})
SPOKEN = ("title", "aria-label", "placeholder", "alt", "content")
"""Attributes that hold words. Those of links and of ``data-`` are checked where scripts show them."""
ADDRESS = re.compile(r"https?://\S+")
WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class Line:
    """Words of a page, from a text or an attribute."""

    text: str
    language: str
    attribute: bool = False


def parsed(text: str) -> html.HtmlElement:
    return html.document_fromstring(text)


def lines(page: html.HtmlElement) -> Iterator[Line]:
    """All words of a page, each with its language: the nearest ``lang`` around it."""
    for element in page.iter(etree.Element):
        if element.tag in NO_PROSE:
            continue
        language = element.xpath("string(ancestor-or-self::*[@lang][1]/@lang)")
        for attribute in SPOKEN:
            if attribute != "content" or _describes(element):
                yield Line(" ".join(element.get(attribute, "").split()), language, attribute=True)
        yield Line(" ".join((element.text or "").split()), language, attribute=element.tag == "title")
        for child in element:
            yield Line(" ".join((child.tail or "").split()), language)


def _describes(element: html.HtmlElement) -> bool:
    return element.get("name") == "description" or element.get("property") == "og:title"


def names_in(page: html.HtmlElement) -> set[str]:
    """The words of the reports in a page."""
    return {line.text for line in lines(page) if line.language == "id" and line.text}


def untranslated(page: html.HtmlElement, names: frozenset[str]) -> list[str]:
    """Indonesian words of the interface outside what is marked as Indonesian.

    Attributes and titles cannot mark a part of themselves, so known names are taken out of these first.
    """
    found = []
    for line in lines(page):
        if line.language != "id" and line.text:
            text = ADDRESS.sub("", _without(line.text, names) if line.attribute else line.text)
            found += [match[0] for pattern in _indonesian() if (match := pattern.search(text))][:1]
    return found


def foreign(page: html.HtmlElement) -> list[str]:
    """Words of the interface that are marked as words of the reports."""
    return [line.text for line in lines(page) if line.language == "id" and line.text in _exact()]


def _without(text: str, names: frozenset[str]) -> str:
    inside = sorted((name for name in names if name in text), key=len, reverse=True)
    for name in inside:
        text = text.replace(name, "")
    return text


@cache
def _indonesian() -> tuple[re.Pattern[str], ...]:
    """Messages that English says otherwise, the longest first, as patterns; but no word that English has too."""
    english = " ".join(words for message in messages(kept("en")) for words in forms(message.string))
    found = {forms(message.id)[0] for message in messages(kept("en")) if message.id != message.string}
    ranked = sorted(found, key=lambda words: len(_plain(words)), reverse=True)
    patterns = (_pattern(words) for words in ranked if WORD.search(_plain(words)))
    return tuple(pattern for pattern in patterns if not pattern.search(english))


def _pattern(words: str) -> re.Pattern[str]:
    pieces = [re.escape(" ".join(piece.split())) for piece in PLACEHOLDER.split(words) if piece.strip()]
    return re.compile(r"(?<!\w)" + r"\b.{1,200}?\b".join(pieces) + r"(?!\w)")


def _plain(words: str) -> str:
    return PLACEHOLDER.sub(" ", words)


@cache
def _exact() -> frozenset[str]:
    both = ((*forms(message.id), *forms(message.string)) for message in messages(kept("en")))
    return frozenset(words for several in both for words in several if " " in words)
