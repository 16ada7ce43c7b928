"""The headline as printed, without the name of the site behind it."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model import Block, Document, Known, Reading

VERSION = 1


def extract(document: Document, known: Known) -> Iterator[Reading]:
    del known
    for block in document.labelled("title"):
        end = min((inline.span[0] for inline in block.inline), default=block.span[1])
        quote = document.quote((block.span[0], end)).rstrip()
        if quote:
            span = (block.span[0], block.span[0] + len(quote))
            yield Reading(
                "title", " ".join(quote.split()), quote, span, f"title/{VERSION}", _confidence(document, block)
            )


def _confidence(document: Document, block: Block) -> float:
    """A headline above the story is hardly ever wrong; one that ends like a sentence may be the first paragraph."""
    return 0.8 if document.quote(block.span).endswith(".") else 0.98
