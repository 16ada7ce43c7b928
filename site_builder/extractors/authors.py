"""Bylines: reporters and editors, as the page credits them; never people of the story."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_builder.model import Block, Document, Known, Reading, Span

VERSION = 1

_NAME = r"[A-Z][\w'’]*\.?(?:[ \xa0](?:[A-Z][\w'’]*\.?|[Bb]in|[Bb]inti)){0,4}"
_CREDIT = re.compile(
    r"(?:penulis|editor|reporter|pewarta|wartawan|kontributor|jurnalis|redaktur|publi[sz]h?er|penyunting|peliput|"
    r"author|writer|written by|oleh|by)"
    rf"\s?[:|;]\s{{0,3}}(?i:-\s)?(?P<names>(?-i:{_NAME})(?:\s?(?:,|/|&|dan)\s?(?-i:{_NAME})){{0,4}})",
    re.IGNORECASE,
)
"""``Editor: Sari Dewi``, ``Reporter/Penulis : Andi Rahman, Sari Dewi``."""
_REPORT = re.compile(
    r"[Ll]aporan (?:(?:[Ww]artawan|[Rr]eporter|[Kk]ontributor|[Jj]urnalis)\s?)?"
    r"(?:[\w-]+\.(?:com|co\.id|co|id|net|COM|CO\.ID),?\s|Tribun\w*(?: [A-Z]\w+)?,\s)?"
    rf"(?P<names>{_NAME})"
)
"""``Laporan Wartawan Kabarpalu.com, Andi Rahman``, ``Laporan Andi Rahman | Sigi``."""
_SITE_AND_NAME = re.compile(rf"\((?:[\w.-]+\.(?i:com|co\.id|co|id|net))/(?P<names>{_NAME})\)")
"""``(Kabarpalu.com/Andi Rahman)``"""
_PART = re.compile(_NAME)


def extract(document: Document, known: Known) -> Iterator[Reading]:
    del known
    seen: set[str] = set()
    for span in _spans(document):
        quote = document.quote(span)
        name = " ".join(quote.split())
        if name not in seen:
            seen.add(name)
            yield Reading("authors", name, quote, span, f"authors/{VERSION}", 0.85)


def _spans(document: Document) -> Iterator[Span]:
    for block in document.blocks:
        if block.label == "byline":
            yield from _names(document, block.span)
        else:
            yield from _signed(document, block)


def _signed(document: Document, block: Block) -> Iterator[Span]:
    for inline in block.inline:
        if inline.label == "sign-off":
            yield from _names(document, inline.span)


def _names(document: Document, span: Span) -> Iterator[Span]:
    text = document.quote(span)
    found = list(_CREDIT.finditer(text)) or [m for p in (_REPORT, _SITE_AND_NAME) if (m := p.search(text))]
    for match in found:
        for part in _PART.finditer(match["names"]):
            start = span[0] + match.start("names") + part.start()
            yield start, start + len(part[0])
