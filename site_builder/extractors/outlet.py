"""The publishing site, by the name that a reader would say; the strongest of the places where a page names itself.

A name in words beats a domain: where a page prints ``KABARPALU.COM`` and elsewhere ``© 2024 Kabar Palu``, it is Kabar
Palu.  A site that says no name has none: what a story quotes or who supplied it is not who published it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_builder.grammar import addresses, datelines, self_names
from site_builder.grammar.outlets import (
    DOMAIN,
    derived_name,
    is_brand,
    is_known,
    is_press_office,
    known_name,
    site_key,
    spelled_name,
)
from site_builder.model import Document, Known, Reading, Span

VERSION = 1

_PIECES = re.compile(r"[^|–—«»-]+(?:-\w[^|–—«»-]*)*")
"""The pieces of `` – DIVISI HUMAS POLRI - Humas Polri``; a hyphen inside a name does not part it."""
_CREDIT = re.compile(r"[(\[]\s?(?:[\w. *-]{1,40}/)?([\w-]+\.(?:com|co\.id|id|co|net))\b", re.IGNORECASE)
_BRAND = re.compile(r"[(\[]\s?([A-Z][\w ]{2,30}?)\s?/")
_AROUND = frozenset({"notice", "copyright", "byline", "source", "navigation", "caption", "related", "share"})
"""Labels of lines that may print the site's name in words."""

_Token = tuple[str, Span | None, float]


def extract(document: Document, known: Known) -> Iterator[Reading]:
    overrides = known.vocabulary.outlets
    for token, span, confidence in _tokens(document, known):
        name = known_name(token, overrides)
        if name is None:
            name, confidence = _unlisted(document, token, span), confidence - 0.12
        if name:
            yield Reading("outlet", name, token, span, f"outlet/{VERSION}", confidence)


def _unlisted(document: Document, token: str, span: Span | None) -> str | None:
    """A site that no table has: as the page spells its name in words, by its domain, or as it names itself in print."""
    if DOMAIN.fullmatch(token.strip()) or span is None:
        return _in_words(document, token) or derived_name(token)
    return spelled_name(token)


def _in_words(document: Document, domain: str) -> str | None:
    """The domain's letters as capitalised words beside the story: ``Ikuti Saluran WhatsApp Kabar Palu``."""
    letters = max(site_key(domain).split(".")[:-1], key=len, default="")
    lines = (document.quote(block.span) for block in document.blocks if block.label in _AROUND)
    return next((found for line in lines if (found := self_names.spelt_out(line, letters))), None)


def _tokens(document: Document, known: Known) -> Iterator[_Token]:
    """Names of sites, best first: behind the title, in the dateline, beside the date, in the address, in credits."""
    yield from _in_title(document)
    yield from _in_dateline(document)
    yield from _domains(document, "date-line", confidence=0.97)
    if url := known.value("url"):
        yield addresses.host(url), None, 0.97
    for url, span in addresses.addresses(document.seed.text):
        inner = addresses.google_news(url)
        if inner and addresses.names(inner, known.value("title") or ""):
            yield addresses.host(inner), span, 0.95
    yield from _in_credits(document)
    yield from _domains(document, "byline", "notice", "source", confidence=0.85)
    yield from _domains(document, "copyright", confidence=0.8)
    yield from _in_words_of(document)


def _in_words_of(document: Document) -> Iterator[_Token]:
    """Names without a domain: of the owner, beside the reporter, above the headline, of the office that reports."""
    yield from _by(document, self_names.owner, "copyright", confidence=0.9)
    yield from _by(document, self_names.beside_reporter, "byline", confidence=0.85)
    yield from _masthead(document)
    yield from _by(document, self_names.written_for, "byline", confidence=0.85)
    yield from _by(document, self_names.invited_to, "notice", "source", "related", confidence=0.85)
    yield from _by(document, self_names.reporting_office, "byline", "caption", "notice", "date-line", confidence=0.8)
    yield from _agency(document)
    for span in self_names.told(document.prose):
        yield document.quote(span), span, 0.8


def _by(document: Document, find: self_names.Finder, *labels: str, confidence: float) -> Iterator[_Token]:
    for block in document.blocks:
        if block.label in labels and (found := find(document.quote(block.span))):
            start = block.span[0] + found[0]
            yield document.seed.text[start : block.span[0] + found[1]], (start, block.span[0] + found[1]), confidence


def _masthead(document: Document) -> Iterator[_Token]:
    """The name of a newspaper or an office on a line of its own above the headline."""
    for block in document.blocks:
        if block.label == "title":
            return
        quote = document.quote(block.span)
        named = is_press_office(quote) or is_brand(quote) or DOMAIN.fullmatch(quote)
        if block.label == "navigation" and named:
            yield quote, block.span, 0.85


def _in_title(document: Document) -> Iterator[_Token]:
    for block in document.labelled("title"):
        for inline in block.inline:
            if inline.label == "source":
                for piece in _PIECES.finditer(document.quote(inline.span)):
                    words = piece[0].strip()
                    start = inline.span[0] + piece.start() + len(piece[0]) - len(piece[0].lstrip())
                    if words:
                        yield words, (start, start + len(words)), 0.97


def _dateline_items(document: Document) -> Iterator[tuple[datelines.Item, Span]]:
    start = next((i.span[0] for block in document.blocks for i in block.inline if i.label == "dateline"), None)
    if start is None:
        return
    found = datelines.dateline(document.seed.text[start : start + datelines.REACH])
    for item in found.items if found else ():
        yield item, (start + item.span[0], start + item.span[1])


def _agency(document: Document) -> Iterator[_Token]:
    """What nothing else says: ``Palu (Warta Lembah) –``, ``PALU, Polres Palu –``."""
    for item, span in _dateline_items(document):
        if item.kind == "agency" or (item.kind == "unit" and is_press_office(item.text)):
            yield item.text, span, 0.8


def _in_dateline(document: Document) -> Iterator[_Token]:
    for item, span in _dateline_items(document):
        if item.kind == "site" or (item.kind == "agency" and is_known(item.text)):
            yield item.text, span, 0.98
        elif item.kind == "unit" and (office := self_names.reporting_office(item.text)):
            yield item.text[slice(*office)], (span[0] + office[0], span[0] + office[1]), 0.9


def _domains(document: Document, *labels: str, confidence: float) -> Iterator[_Token]:
    for block in document.blocks:
        if block.label in labels:
            for found in DOMAIN.finditer(document.quote(block.span)):
                start = block.span[0]
                yield found[0], (start + found.start(), start + found.end()), confidence


def _in_credits(document: Document) -> Iterator[_Token]:
    """``(Kabarpalu.com/Andi Rahman)``, ``(Radar Palu/ar)`` behind the last sentence or on a line of its own."""
    for block in document.blocks:
        alone = [block.span] if block.label == "byline" else []
        for span in (*alone, *(inline.span for inline in block.inline if inline.label == "sign-off")):
            start, quote = span[0], document.quote(span)
            if found := _CREDIT.search(quote):
                yield found[1], (start + found.start(1), start + found.end(1)), 0.93
            elif (brand := _BRAND.match(quote)) and is_brand(brand[1]):
                yield brand[1], (start + brand.start(1), start + brand.end(1)), 0.9
