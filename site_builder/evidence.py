"""What stands behind each fact of an article: the words it was read from, or the person who wrote it.

The article is what people and machine agreed on; the record is the machine's account.  A value that the record
does not hold was written by a person, whether or not ``ingest`` has seen the edit yet.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from site_builder import wording
from site_builder.archive import Entry
from site_builder.model import BODY_LABELS, KEPT_INLINE, LISTS, SCALARS, Article, Inline, Reading, Value
from site_builder.reading import EVIDENCE_ONLY, FieldRecord

ORDER = (
    "event.date", "event.time", "event.kind", "event.venue", "places", "people", "organizations", "outlet",
    "published", "authors", "tags", "title", "deck", "url", "incomplete", "republished_from", "dateline", "quotes",
)  # fmt: skip
"""The fields in the order that a reader asks for them."""
ABSENT = ("incomplete", "republished_from", "deck")
"""Of these nothing is missing if the text says nothing."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One value of one field and what stands behind it."""

    field: str
    value: Value | None
    """None: the text does not say."""
    reading: Reading | None
    """None: nobody has said anything, or a person wrote the value."""

    @property
    def level(self) -> wording.Level:
        if self.value is None:
            return "unknown"
        return wording.level(self.reading.confidence) if self.reading else "person"

    @property
    def share(self) -> str:
        """The certainty as a number; empty if there is none."""
        return wording.share(self.reading.confidence) if self.reading else ""


@dataclass(frozen=True, slots=True)
class Remainder:
    """A piece of the seed that is not part of the body, and what it is."""

    label: str
    text: str
    """Empty if the seed is not at hand."""


def facts(entry: Entry, name: str) -> tuple[Fact, ...]:
    """The facts of a field: one of a scalar, known or not; one an item of a list."""
    record = entry.record.field(name) if entry.record else FieldRecord()
    if name in EVIDENCE_ONLY:
        return tuple(Fact(name, reading.value, reading) for reading in record.readings)
    if name in LISTS:
        return tuple(_fact(name, value, record) for value in _list(entry.article, name))
    return (_fact(name, scalar(entry.article, name), record),)


def all_facts(entry: Entry) -> Iterator[Fact]:
    """The facts of all fields, in their order."""
    for name in ORDER:
        yield from facts(entry, name)


def scalar(article: Article, name: str) -> str | None:
    """The value of a field of one string."""
    if name not in SCALARS:
        raise KeyError(name)
    owner: object = article.event if name.startswith("event.") else article
    value: str | None = getattr(owner, name.removeprefix("event."))
    return value


def _list(article: Article, name: str) -> tuple[Value, ...]:
    value: tuple[Value, ...] = getattr(article, name)
    return value


def _fact(name: str, value: Value | None, record: FieldRecord) -> Fact:
    found = (reading for reading in record.readings if reading.value == value)
    return Fact(name, value, next(found, None) if value is not None else None)


def suggestion(entry: Entry, name: str) -> str | None:
    """What the machine would now say of a scalar that a person owns; None if nothing else."""
    suggested = entry.record.field(name).suggested if entry.record else None
    values = (reading.value for reading in suggested or ())
    return next((value for value in values if isinstance(value, str)), None)


def remainder(entry: Entry) -> tuple[Remainder, ...]:
    """All of the seed that is not in the body, in its order: nothing is lost."""
    found = sorted(_left_out(entry), key=lambda inline: inline.span)
    text = entry.text
    return tuple(Remainder(item.label, text[slice(*item.span)] if text else "") for item in found)


def _left_out(entry: Entry) -> Iterator[Inline]:
    for block in entry.record.lines if entry.record else ():
        if block.label in BODY_LABELS:
            yield from (inline for inline in block.inline if inline.label not in KEPT_INLINE)
        else:
            yield Inline(block.span, block.label)
