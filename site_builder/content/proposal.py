"""What the machine would write for a document: an article, and the account of how it was read."""

from __future__ import annotations

import dataclasses
import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, TypeVar

from site_builder.content import paragraphs
from site_builder.content.article import MAX_ITEMS, fault, normal_body, plain
from site_builder.content.reading import BodyRecord, FieldRecord, Record, SeedReference, value_of
from site_builder.errors import Problem
from site_builder.model import (
    BODY_LABELS,
    KEPT_INLINE,
    LISTS,
    SCALARS,
    Article,
    Block,
    Document,
    Event,
    Inline,
    Person,
    Quote,
    Reading,
    Value,
)

UNDATED = "undated"
YEAR = re.compile(r"[0-9]{4}")
Labelled = TypeVar("Labelled", Block, Inline)
LONGEST_QUOTE = 2_000
"""Characters of a line that an account keeps: no line that people read is longer."""
TITLE_WORDS, TITLE_CHARACTERS = 12, 200
"""How much of the body stands for a title that the text does not have; a line without spaces is one word."""
FALLBACK = "first-words/1"
LONGEST_LIST = 40_000
"""Bytes of all items of one field: a front matter has room for 64 KB."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """An article as the machine alone would write it."""

    article: Article
    record: Record
    problems: tuple[Problem, ...] = ()
    """Readings that were left out, because no article may say what they say."""


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def has_body(document: Document) -> bool:
    """Whether there is anything to write; a seed of nothing but a page's surroundings is no article."""
    return any(paragraphs.clean(text) for text, _ in paragraphs.of(document))


def propose(document: Document, readings: Mapping[str, tuple[Reading, ...]], *, slug: str, year: str) -> Proposal:
    """The article and the record of a document; it must have a body."""
    kept, problems = _kept(document, readings)
    kept["title"] = kept.get("title") or (_title(document),)
    body = normal_body(paragraphs.to_markdown(paragraphs.of(document)))
    article = _article(document, kept, body, slug=slug, year=year)
    return Proposal(article, record_of(document, kept, body), problems)


def title_of(document: Document, readings: Mapping[str, tuple[Reading, ...]]) -> str:
    """The title that the article will have, from which a new one gets its slug."""
    found = value_of("title", readings.get("title", ()))
    return found if isinstance(found, str) else str(_title(document).value)


def year_of(readings: Mapping[str, tuple[Reading, ...]]) -> str:
    """The folder of a new article: the year of the event, else of publication, else ``undated``."""
    for name in ("event.date", "published"):
        found = value_of(name, readings.get(name, ()))
        if isinstance(found, str) and (year := YEAR.match(found)):
            return year[0]
    return UNDATED


def record_of(document: Document, readings: Mapping[str, tuple[Reading, ...]], body: str) -> Record:
    """The account of these readings, in which every field and the body are the machine's."""
    seed = SeedReference(document.seed.path, document.seed.sha256, sha256(document.seed.text))
    fields = {name: FieldRecord(found) for name, found in readings.items() if found}
    return Record(seed, BodyRecord(sha256(body)), tuple(_lines(document)), fields)


def _lines(document: Document) -> Iterator[Block]:
    """The lines of the seed, those that the body leaves out with their words: nothing is lost."""
    for block in document.blocks:
        inline = tuple(_quoted(document, found, kept=found.label in KEPT_INLINE) for found in block.inline)
        yield _quoted(document, dataclasses.replace(block, inline=inline), kept=block.label in BODY_LABELS)


def _quoted(document: Document, found: Labelled, *, kept: bool) -> Labelled:
    return found if kept else dataclasses.replace(found, quote=document.quote(found.span)[:LONGEST_QUOTE])


def _title(document: Document) -> Reading:
    """The first words of the body as a title, said to be no more than that."""
    body = " ".join(text for text, _ in paragraphs.of(document))
    value = " ".join(paragraphs.clean(body).split()[:TITLE_WORDS])[:TITLE_CHARACTERS].rstrip()
    return Reading("title", value, value, None, FALLBACK, 0.1, {"reason": "the text has no title"})


def _kept(
    document: Document, readings: Mapping[str, tuple[Reading, ...]]
) -> tuple[dict[str, tuple[Reading, ...]], tuple[Problem, ...]]:
    kept: dict[str, tuple[Reading, ...]] = {}
    problems: list[Problem] = []
    for name, found in readings.items():
        cleaned = [dataclasses.replace(reading, value=_clean(reading.value)) for reading in found]
        problems += _problems(document, name, cleaned)
        good = tuple(reading for reading in cleaned if reading.value and not _fault(name, reading))
        kept[name] = _fitting(good) if name in LISTS else good[:1]
        if name in LISTS and len(kept[name]) < len(good):
            problems.append(_too_many(document, name, len(good), len(kept[name])))
    return kept, tuple(problems)


def _fitting(readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """As many items as a front matter can hold."""
    sizes = accumulate(len(str(reading.value).encode()) for reading in readings)
    return tuple(reading for reading, size in zip(readings, sizes, strict=True) if size <= LONGEST_LIST)[:MAX_ITEMS]


def _too_many(document: Document, name: str, found: int, kept: int) -> Problem:
    hint = "see whether it is one article; the reading keeps every line of the seed"
    return Problem(document.seed.path, f"{found} “{name}” were read, of which the article states {kept}", hint)


def _problems(document: Document, name: str, readings: list[Reading]) -> Iterator[Problem]:
    for reading in readings:
        if reading.value and (wrong := _fault(name, reading)):
            hint = f"state the right “{name}” in {document.seed.path}.yml beside the seed, or correct the article"
            yield Problem(document.seed.path, f"{reading.by} read a “{name}” that {wrong}", hint)


def _fault(name: str, reading: Reading) -> str | None:
    value = plain(reading.value)
    return fault(name, [value] if name in LISTS else value) if name in (*SCALARS, *LISTS) else None


def _clean(value: Value) -> Value:
    """The value as it can stand in an article: on one line, without what no format carries."""
    if isinstance(value, Person):
        return Person(paragraphs.clean(value.name), _clean_or_none(value.rank), _clean_or_none(value.role))
    if isinstance(value, Quote):
        return Quote(_clean_or_none(value.speaker), paragraphs.clean(value.text))
    return paragraphs.clean(value)


def _clean_or_none(text: str | None) -> str | None:
    return paragraphs.clean(text) or None if text else None


def _article(
    document: Document, readings: Mapping[str, tuple[Reading, ...]], body: str, *, slug: str, year: str
) -> Article:
    values: dict[str, Any] = {name: value_of(name, readings.get(name, ())) for name in (*SCALARS, *LISTS)}
    event = Event(**{name: values.pop(f"event.{name}") for name in ("date", "time", "kind", "venue")})
    return Article(slug=slug, year=year, body=body, seed=document.seed.path, event=event, **values)
