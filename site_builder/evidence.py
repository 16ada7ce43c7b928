"""What stands behind each fact of an article: the words it was read from, or the person who wrote it.

The article is what people and machine agreed on; the record is the machine's account.  A value that the record
does not hold was written by a person, whether or not ``ingest`` has seen the edit yet.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from operator import itemgetter

from site_builder import edtf, notes, routes, wording
from site_builder.archive import Archive, Entry
from site_builder.content.reading import EVIDENCE_ONLY, FieldRecord
from site_builder.locale import Language
from site_builder.marking import Mark
from site_builder.model import (
    BODY_LABELS,
    KEPT_INLINE,
    LISTS,
    SCALARS,
    Article,
    Inline,
    Person,
    Quote,
    Reading,
    Span,
    Value,
)
from site_builder.slugs import slug
from site_builder.views import Address, Link, tag_link

ORDER = (
    "event.date", "event.time", "event.kind", "event.venue", "places", "people", "organizations", "outlet",
    "published", "authors", "tags", "title", "deck", "url", "incomplete", "republished_from", "dateline", "quotes",
)  # fmt: skip
"""The fields in the order that a reader asks for them."""
ABSENT = ("incomplete", "republished_from", "deck")
"""Of these nothing is missing if the text says nothing."""
SAID = ("event.date", "event.time", "event.kind", "published", "tags", "url")
"""Fields whose values the site says in its own words, or in none; all others hold words of the reports."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One value of one field and what stands behind it."""

    field: str
    value: Value | None
    """None: the text does not say."""
    reading: Reading | None
    """None: nobody has said anything, or a person wrote the value."""
    cleared: bool = False
    """A person took away what the machine had read."""

    @property
    def level(self) -> wording.Level:
        if self.value is None:
            return "person" if self.cleared else "unknown"
        return wording.level(self.reading.confidence) if self.reading else "person"

    @property
    def named(self) -> bool:
        """The value is in the words of the reports, whatever the language of the site."""
        return self.field not in SAID

    def share(self, language: Language) -> str:
        """The certainty as a number; empty if there is none."""
        return wording.share(self.reading.confidence, language) if self.reading else ""


@dataclass(frozen=True, slots=True)
class Remainder:
    """A piece of the seed that is not part of the body, and what it is."""

    label: str
    text: str
    """Empty if the reading is from before it kept the words."""


@dataclass(frozen=True, slots=True)
class Proof:
    """A row of the evidence."""

    anchor: str
    value: str
    """Empty: not known."""
    named: bool
    """The value is in the words of the reports."""
    words: str
    """The exact words that it was read from; empty if a person wrote it."""
    stated: bool
    """The words are data beside the text or in the page, not its prose."""
    rule: str
    level: wording.Level
    share: str
    details: tuple[notes.Detail, ...]
    suggestion: str
    """What the machine would now say of a value that a person wrote."""
    place: str = ""
    """The anchor of its words in the body; empty if they are not marked there."""


@dataclass(frozen=True, slots=True)
class Proofs:
    """The evidence of one field: a row a value, at least one."""

    field: str
    rule: str
    """The rule that read all of its values; empty if there are several, or none."""
    rows: tuple[Proof, ...]


@lru_cache(maxsize=256)  # one article is asked for the same facts by its card, its marks and its evidence
def facts(entry: Entry, name: str) -> tuple[Fact, ...]:
    """The facts of a field: one of a scalar, known or not; one an item of a list."""
    record = entry.record.field(name) if entry.record else FieldRecord()
    if name in EVIDENCE_ONLY:
        return tuple(Fact(name, reading.value, reading) for reading in record.readings)
    if name in LISTS:
        return tuple(_fact(name, value, record) for value in _list(entry.article, name))
    return (_fact(name, scalar(entry.article, name), record),)


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
    return Fact(name, value, next(found, None), cleared=value is None and bool(record.readings))


def leads(archive: Archive, entry: Entry, fact: Fact, here: Address) -> Link:
    """A fact in words, and where it leads."""
    value, text = fact.value, words(archive, fact)
    if isinstance(value, Person):
        who = archive.identity(entry, value.name)
        return here.named(text, routes.person(who.slug)) if who else Link(text, "", named=True)
    if value is None or isinstance(value, Quote):
        return Link(text, "", fact.named)
    match fact.field:
        case "event.kind" | "tags":
            return tag_link(archive, value, entry.article, here)
        case "places":
            return here.named(value, routes.place(archive.place(value).slug))
        case "organizations":
            return here.named(text, routes.institution(archive.institution(entry.article, value).slug))
        case "outlet":
            return here.named(text, routes.outlet(slug(value)))
    return Link(text, "", fact.named)


def words(archive: Archive, fact: Fact) -> str:
    """A fact as readers say it; empty if it is not known."""
    value = fact.value
    match value:
        case None:
            return ""
        case Person():
            return value.name
        case Quote():
            return value.text
    match fact.field:
        case "event.date" | "published":
            return edtf.words(value, archive.site.language)
        case "event.time":
            return wording.clock(value, archive.site.language)
        case "event.kind" | "tags":
            return archive.tag_name(value)
    return value


def suggestion(entry: Entry, name: str) -> str | None:
    """What the machine would now say of a scalar that a person owns; None if nothing else."""
    suggested = entry.record.field(name).suggested if entry.record else None
    values = (reading.value for reading in suggested or ())
    return next((value for value in values if isinstance(value, str)), None)


def remainder(entry: Entry) -> tuple[Remainder, ...]:
    """All of the seed that is not in the body, in its order: nothing is lost."""
    found = sorted(_left_out(entry), key=lambda inline: inline.span)
    return tuple(Remainder(item.label, item.quote) for item in found)


def _left_out(entry: Entry) -> Iterator[Inline]:
    for block in entry.record.lines if entry.record else ():
        if block.label in BODY_LABELS:
            yield from (inline for inline in block.inline if inline.label not in KEPT_INLINE)
        else:
            yield Inline(block.span, block.label, block.quote)


def anchor(fact: Fact, number: int) -> str:
    """The name of the evidence's row on its page; ``number`` counts the values of the field from 1."""
    return f"bukti-{fact.field.replace('.', '-').replace('_', '-')}-{number}"


def words_anchor(field: str, number: int) -> str:
    """The name of the words in the body that a row of the evidence quotes: ``ka1``, short, for a page has dozens."""
    return f"k{chr(ord('a') + ORDER.index(field))}{number}"


def word_marks(entry: Entry) -> Iterator[Mark]:
    """The words in the body that facts were read from."""
    for name in ORDER:
        if name not in ("quotes", "title"):
            for number, fact in enumerate(facts(entry, name), 1):
                span = fact.reading.span if fact.reading else None
                block, offset = place_of(entry, span) if span else (None, 0)
                if fact.reading and block is not None:
                    yield Mark(words_anchor(name, number), fact.reading.quote, "", block, offset)


def place_of(entry: Entry, span: Span) -> tuple[int | None, int]:
    """The block of the body that a span of the seed begins in, and how far in; None if it lies elsewhere."""
    blocks = _blocks(entry)
    number = bisect_right(blocks, span[0], key=itemgetter(0)) - 1
    inside = number >= 0 and span[0] < blocks[number][1]
    return (number, span[0] - blocks[number][0]) if inside else (None, 0)


@lru_cache(maxsize=16)  # one article is asked for the place of each of its facts
def _blocks(entry: Entry) -> tuple[Span, ...]:
    """The spans of the body's blocks in the seed."""
    return tuple(block.span for block in entry.record.lines if block.label in BODY_LABELS) if entry.record else ()


def proofs(archive: Archive, entry: Entry, marks: Mapping[str, str]) -> Iterator[Proofs]:
    """The evidence of every field but the quotes, each of which bears its own.

    ``marks``: the names of words of the body -> those of the marks that were made of them.
    """
    for name in ORDER:
        found = [fact for fact in facts(entry, name) if fact.level != "unknown" or name not in ABSENT]
        if found and name != "quotes":
            places = (marks.get(words_anchor(name, number), "") for number in count(1))
            rows = tuple(_proof(archive, entry, *row) for row in zip(found, count(1), places, strict=False))
            rules = {row.rule for row in rows}
            yield Proofs(name, rows[0].rule if len(rules) == 1 else "", rows)


def _proof(archive: Archive, entry: Entry, fact: Fact, number: int, place: str) -> Proof:
    reading, value, language = fact.reading, words(archive, fact), archive.site.language
    office = wording.office(fact.value) if isinstance(fact.value, Person) else ""
    return Proof(
        anchor=anchor(fact, number),
        value=", ".join(part for part in (value, office) if part),
        named=fact.named,
        words=" ".join(reading.quote.split()) if reading else "",
        stated=reading is not None and reading.span is None,
        rule=reading.by if reading else "",
        level=fact.level,
        share=fact.share(language),
        details=tuple(notes.details(reading, language)) if reading else (),
        suggestion=suggestion(entry, fact.field) or "",
        place=place,
    )
