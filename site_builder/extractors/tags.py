"""The tags that the vocabulary gives an article, each with the words that gave it.

A tag comes from title, sub-heading or body; one mention is enough, unless the sentence holds what the tag forbids or
the article lacks what it requires.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from site_builder.grammar.stems import Heads, Stems, find, heads, phrase
from site_builder.grammar.words import words
from site_builder.model import Document, Known, Reading, Span, Tag

VERSION = 1

SENTENCE_END = re.compile(r"[.!?](?=\s|[”\"’])|\n")
"""``… damai.”``; not the point in ``S.H`` or ``19.30``."""
FAR = 400
"""Characters: what is farther away is not looked at, though no point stands between."""
ABOVE, REPEATED, ONCE = 0.95, 0.92, 0.85


@dataclass(frozen=True, slots=True)
class Table:
    """A vocabulary's phrases as stems, ready to be looked up."""

    synonyms: Heads
    requires: Heads
    """Phrases -> the tag that asks for one of them."""
    demanding: frozenset[str]
    forbids: Heads
    slugs: tuple[str, ...]


def extract(document: Document, known: Known) -> Iterator[Reading]:
    table = _table(known.vocabulary.tags)
    found: dict[str, list[Span]] = {}
    granted: set[str] = set()
    for text in _texts(document):
        granted.update(slug for slug, _ in find(text, table.requires))
        forbidding = _spans(find(text, table.forbids))
        for slug, span in find(text, table.synonyms):
            if not _is_forbidden(text.text, span, forbidding.get(slug, ())):
                found.setdefault(slug, []).append(span)
    lead = _lead(document)
    for slug in table.slugs:
        if slug in found and (slug in granted or slug not in table.demanding):
            yield _reading(document, slug, found[slug], lead)


@lru_cache(maxsize=8)
def _table(tags: tuple[Tag, ...]) -> Table:
    return Table(
        heads((phrase(synonym), tag.slug) for tag in tags for synonym in tag.synonyms),
        heads((phrase(required), tag.slug) for tag in tags for required in tag.requires),
        frozenset(tag.slug for tag in tags if tag.requires),
        heads((phrase(forbidden), tag.slug) for tag in tags for forbidden in tag.forbids),
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


def _spans(found: Iterator[tuple[str, Span]]) -> dict[str, list[Span]]:
    spans: dict[str, list[Span]] = {}
    for slug, span in found:
        spans.setdefault(slug, []).append(span)
    return spans


def _is_forbidden(text: str, span: Span, forbidding: Sequence[Span]) -> bool:
    """True if the nearest of the spans, before or behind, stands in the same sentence."""
    here = bisect_left(forbidding, span)
    return any(_same_sentence(text, span, other) for other in forbidding[max(0, here - 1) : here + 1])


def _same_sentence(text: str, one: Span, other: Span) -> bool:
    start, end = min(one[1], other[1]), max(one[0], other[0])
    return end - start < FAR and SENTENCE_END.search(text, start, max(start, end)) is None


def _lead(document: Document) -> int:
    """Where the lead ends: what title and lead say, the article is about."""
    body = document.body()
    return body[0].span[1] if body else 0


def _reading(document: Document, slug: str, spans: Sequence[Span], lead: int) -> Reading:
    first = min(spans)
    confidence = ABOVE if first[0] < lead else REPEATED if len(spans) > 1 else ONCE
    return Reading("tags", slug, document.quote(first), first, f"tags/{VERSION}", confidence)
