"""The town that the dateline names, in the letters of a name."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.grammar import datelines
from site_builder.model import Document, Known, Reading, Span

VERSION = 1


def extract(document: Document, known: Known) -> Iterator[Reading]:
    del known
    start = next((i.span[0] for block in document.blocks for i in block.inline if i.label == "dateline"), None)
    if start is None:
        return
    found = datelines.dateline(document.seed.text[start : start + datelines.REACH])
    place = found.first("place") if found else None
    if place:
        span: Span = (start + place.span[0], start + place.span[1])
        yield Reading("dateline", _spelled(place.text), place.text, span, f"dateline/{VERSION}", 0.97)


def _spelled(words: str) -> str:
    """``KOLAKA UTARA`` -> ``Kolaka Utara``; mixed case stays as printed."""
    plain = " ".join(words.split())
    return plain.title() if plain.isupper() else plain
