"""The tags that the vocabulary gives an article, each with the words that gave it.

A tag comes from title, sub-heading or body; one mention is enough, unless the sentence holds what the tag forbids or
the article lacks what it requires.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from site_builder.grammar.stems import Phrase, Stems, find, heads, phrase
from site_builder.grammar.words import words
from site_builder.model import Document, Known, Reading, Span, Tag

VERSION = 1

SENTENCE_END = re.compile(r"[.!?](?=\s|[”\"’])|\n")
"""``… damai.”``; not the point in ``S.H`` or ``19.30``."""
ABOVE, REPEATED, ONCE = 0.95, 0.92, 0.85


@dataclass(frozen=True, slots=True)
class Table:
    """A vocabulary's phrases as stems, ready to be looked up."""

    synonyms: Mapping[str, tuple[tuple[Phrase, str], ...]]
    requires: Mapping[str, tuple[Phrase, ...]]
    forbids: Mapping[str, tuple[Phrase, ...]]
    slugs: tuple[str, ...]


def extract(document: Document, known: Known) -> Iterator[Reading]:
    table = _table(known.vocabulary.tags)
    texts = [*_texts(document)]
    found: dict[str, list[Span]] = {}
    for text in texts:
        for slug, span in find(text, table.synonyms):
            if not _is_forbidden(text, span, table.forbids.get(slug, ())):
                found.setdefault(slug, []).append(span)
    lead = _lead(document)
    for slug in table.slugs:
        if slug in found and _has_required(texts, table.requires.get(slug, ())):
            yield _reading(document, slug, found[slug], lead)


@lru_cache(maxsize=8)
def _table(tags: tuple[Tag, ...]) -> Table:
    return Table(
        heads((phrase(synonym), tag.slug) for tag in tags for synonym in tag.synonyms),
        {tag.slug: tuple(map(phrase, tag.requires)) for tag in tags if tag.requires},
        {tag.slug: tuple(map(phrase, tag.forbids)) for tag in tags if tag.forbids},
        tuple(tag.slug for tag in tags),
    )


def _texts(document: Document) -> Iterator[Stems]:
    """Title and sub-heading, then the body; all in the coordinates of the seed's text."""
    text = document.seed.text
    for block in document.labelled("title", "deck"):
        start = block.span[0]
        part = words(text[start : block.span[1]])
        yield Stems.of(text, part.items, [at + start for at in part.starts], [at + start for at in part.ends])
    prose = words(document.prose)
    yield Stems.of(document.prose, prose.items, prose.starts, prose.ends)


def _is_forbidden(text: Stems, span: Span, forbidden: Sequence[Phrase]) -> bool:
    if not forbidden:
        return False
    inside = _sentence(text, span)
    return any(text.matches(parts, index) for index in inside for parts in forbidden)


def _sentence(text: Stems, span: Span) -> range:
    """The indexes of the words of the sentence around a span."""
    first = last = bisect_left(text.starts, span[0])
    while first > 0 and not SENTENCE_END.search(text.text, text.ends[first - 1], text.starts[first] + 1):
        first -= 1
    while last + 1 < len(text.words) and not SENTENCE_END.search(text.text, text.ends[last], text.starts[last + 1] + 1):
        last += 1
    return range(first, last + 1)


def _has_required(texts: Sequence[Stems], required: Sequence[Phrase]) -> bool:
    return not required or any(
        text.matches(parts, index) for text in texts for index in range(len(text.words)) for parts in required
    )


def _lead(document: Document) -> int:
    """Where the lead ends: what title and lead say, the article is about."""
    body = document.body()
    return body[0].span[1] if body else 0


def _reading(document: Document, slug: str, spans: Sequence[Span], lead: int) -> Reading:
    first = min(spans)
    confidence = ABOVE if first[0] < lead else REPEATED if len(spans) > 1 else ONCE
    return Reading("tags", slug, document.quote(first), first, f"tags/{VERSION}", confidence)
