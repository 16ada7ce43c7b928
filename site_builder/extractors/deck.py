"""The line under the headline that adds to it."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model import Document, Known, Reading

VERSION = 1

_LEADERS = "-–— \xa0"


def extract(document: Document, known: Known) -> Iterator[Reading]:
    del known
    for block in document.labelled("deck"):
        words = document.quote(block.span)
        quote = words.lstrip(_LEADERS)
        start = block.span[1] - len(quote)
        dashed = len(quote) < len(words)
        yield Reading(
            "deck", " ".join(quote.split()), quote, (start, block.span[1]), f"deck/{VERSION}", 0.95 if dashed else 0.7
        )
