"""Labelled document -> readings. One file per field.

An extractor module has ``VERSION`` and ``extract(document, known) -> Iterator[Reading]``, best candidate
first; for a field of many items, every item.  It sees the document and what the extractors before it in ``ORDER``
have read, and nothing else.  It finds by ``document.prose`` (body only, same offsets as the decoded text) unless
the fact stands outside the body.

Precedence of one field: a fact that a person stated beside the seed, then page metadata, then extraction.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from itertools import groupby
from typing import Protocol, cast

from site_builder.model import LISTS, Document, Known, Reading, Vocabulary

ORDER: tuple[str, ...] = (
    "title", "deck", "authors", "dateline", "url", "outlet", "published", "event_date", "event_time",
    "places", "people", "organizations", "quotes", "tags", "event_kind", "event_venue",
    "incomplete", "republished_from",
)  # fmt: skip
"""Module names. An extractor may use what stands before it: dates need ``published``, quotes need ``people``."""


class Extractor(Protocol):
    VERSION: int

    def extract(self, document: Document, known: Known) -> Iterator[Reading]: ...


@cache
def extractors() -> tuple[tuple[str, Extractor], ...]:
    """The extractors in their order, with their names."""
    return tuple((name, cast(Extractor, import_module(f"{__name__}.{name}"))) for name in ORDER)


def read(document: Document, vocabulary: Vocabulary) -> dict[str, tuple[Reading, ...]]:
    """All readings of a document: field -> its one reading, or for a list field all its items.

    Of a text longer than ``LONGEST_READ`` they are those of its beginning.
    """
    document = document.beginning()
    readings: dict[str, tuple[Reading, ...]] = {}
    for stated in document.seed.stated:
        confidence = 1.0 if stated.by == "sidecar" else 0.98
        value = stated.value
        if stated.field == "outlet" and stated.by != "sidecar":
            value = vocabulary.outlets.get(value.lower(), value)
        reading = Reading(stated.field, value, stated.quote, None, stated.by, confidence)
        if stated.field in LISTS or stated.field not in readings:
            readings[stated.field] = (*readings.get(stated.field, ()), reading)
    stated_fields = frozenset(readings)
    for _, extractor in extractors():
        found = extractor.extract(document, Known(vocabulary, readings))
        for name, group in groupby(found, key=lambda reading: reading.field):
            if name not in stated_fields:
                items = (*readings.get(name, ()), *group)
                readings[name] = items if name in LISTS else items[:1]
    return readings
