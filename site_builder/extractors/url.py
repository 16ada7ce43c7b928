"""The article's own address, where the copy has it: printed, or inside the id of a Google News link."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.grammar.addresses import addresses, canonical, google_news, names
from site_builder.model import Document, Known, Reading

VERSION = 1


def extract(document: Document, known: Known) -> Iterator[Reading]:
    """Of all addresses on a page, the one whose last part spells the title is its own."""
    title = known.value("title")
    if title is None:
        return
    for printed, span in addresses(document.seed.text):
        inner = google_news(printed)
        own = canonical(inner or printed)
        if names(own, title):
            detail = {"reason": "decoded from the Google News id"} if inner else {}
            yield Reading("url", own, printed, span, f"url/{VERSION}", 0.97, detail)
