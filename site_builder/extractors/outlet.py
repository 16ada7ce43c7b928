"""The publishing site, by the name that a reader would say; the strongest of the places where a page names itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_builder.grammar import addresses, datelines
from site_builder.grammar.outlets import DOMAIN, derived_name, is_known, known_name
from site_builder.model import Document, Known, Reading, Span

VERSION = 1

_PIECES = re.compile(r"[^|–—»-]+(?:-\w[^|–—»-]*)*")
"""The pieces of `` – DIVISI HUMAS POLRI - Humas Polri``; a hyphen inside a name does not part it."""
_CREDIT = re.compile(r"[(\[]\s?(?:[\w.-]+/)?([\w-]+\.(?:com|co\.id|id|co|net))\b", re.IGNORECASE)


def extract(document: Document, known: Known) -> Iterator[Reading]:
    overrides = known.vocabulary.outlets
    for token, span, confidence in _tokens(document, known):
        name = known_name(token, overrides)
        if name is None:
            name, confidence = _unlisted(token, span), confidence - 0.12
        if name:
            yield Reading("outlet", name, token, span, f"outlet/{VERSION}", confidence)


def _unlisted(token: str, span: Span | None) -> str | None:
    """A site that no table has: by its domain, or as it names itself in print."""
    if DOMAIN.fullmatch(token.strip()):
        return derived_name(token)
    plain = " ".join(token.split())
    return (plain.title() if plain.isupper() else plain) if span else None


def _tokens(document: Document, known: Known) -> Iterator[tuple[str, Span | None, float]]:
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


def _in_title(document: Document) -> Iterator[tuple[str, Span | None, float]]:
    for block in document.labelled("title"):
        for inline in block.inline:
            if inline.label == "source":
                for piece in _PIECES.finditer(document.quote(inline.span)):
                    words = piece[0].strip()
                    start = inline.span[0] + piece.start() + len(piece[0]) - len(piece[0].lstrip())
                    if words:
                        yield words, (start, start + len(words)), 0.97


def _in_dateline(document: Document) -> Iterator[tuple[str, Span | None, float]]:
    start = next((i.span[0] for block in document.blocks for i in block.inline if i.label == "dateline"), None)
    if start is None:
        return
    found = datelines.dateline(document.seed.text[start : start + datelines.REACH])
    for item in found.items if found else ():
        if item.kind == "site" or (item.kind == "agency" and is_known(item.text)):
            yield item.text, (start + item.span[0], start + item.span[1]), 0.98


def _domains(document: Document, *labels: str, confidence: float) -> Iterator[tuple[str, Span | None, float]]:
    for block in document.blocks:
        if block.label in labels:
            for found in DOMAIN.finditer(document.quote(block.span)):
                start = block.span[0]
                yield found[0], (start + found.start(), start + found.end()), confidence


def _in_credits(document: Document) -> Iterator[tuple[str, Span | None, float]]:
    """``(Kabarpalu.com/Andi Rahman)`` behind the last sentence."""
    for block in document.blocks:
        for inline in block.inline:
            if inline.label == "sign-off" and (found := _CREDIT.search(document.quote(inline.span))):
                start = inline.span[0]
                yield found[1], (start + found.start(1), start + found.end(1)), 0.93
