"""The nouns of the program: frozen values, standard library only.

Raw file -> ``Seed`` -> ``Document`` (labelled) -> ``Reading`` (one fact with its evidence) -> ``Article``.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

Span: TypeAlias = tuple[int, int]
"""Half-open, in code points of the seed's decoded text."""

LineLabel: TypeAlias = Literal[
    "title", "deck", "byline", "body", "caption", "pull-quote", "related", "share", "navigation", "counter",
    "date-line", "section-head", "ad", "comment-form", "pagination", "tags", "source", "notice", "copyright",
    "duplicate", "dateline", "sign-off",
]  # fmt: skip
"""What a line, or a span inside a body line, is. ``dateline`` and ``sign-off`` stand only on spans inside a line."""

LABELS: tuple[LineLabel, ...] = get_args(LineLabel)
LONGEST_READ = 80_000
"""Code points of one article in which facts are sought. The longest real articles have some 40,000; what is longer is
several articles, or none, and reading it whole could take minutes."""
BODY_LABELS: frozenset[LineLabel] = frozenset({"body", "section-head"})
KEPT_INLINE: frozenset[LineLabel] = frozenset({"dateline"})
"""Inline spans that stay part of the body; text under any other inline label leaves it."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person as one article presents them; degrees and honorifics dropped."""

    name: str
    rank: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Direct speech or a quoted document; ``speaker`` is a person, else an office or document, else None."""

    speaker: str | None
    text: str


Value: TypeAlias = str | Person | Quote


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact stated as data, not read from prose: by a person beside the seed, or by the page's metadata."""

    field: str
    value: str
    quote: str
    """The raw value, before it was normalised."""
    by: str
    """``sidecar`` (``NAME.yml``) or ``metadata:<format>``."""


@dataclass(frozen=True, slots=True)
class Seed:
    """One raw article after decoding; ``text`` is the coordinate system of all evidence and never changes."""

    path: str
    """Relative to ``seeds/``, with ``#17`` for a record inside a container."""
    sha256: str
    """Of the raw bytes, in hexadecimal."""
    text: str
    stated: tuple[Stated, ...] = ()


@dataclass(frozen=True, slots=True)
class Inline:
    """A labelled span inside a body block."""

    span: Span
    label: LineLabel
    quote: str = ""
    """The words, in the account of an article, if they are not part of its body: there nothing else keeps them."""


@dataclass(frozen=True, slots=True)
class Block:
    """One non-blank line of the decoded text and what it is; its span has no surrounding white space."""

    span: Span
    label: LineLabel
    inline: tuple[Inline, ...] = ()
    quote: str = ""
    """As of ``Inline``."""


@dataclass(frozen=True, slots=True)
class Document:
    """A seed whose every line has exactly one label."""

    seed: Seed
    blocks: tuple[Block, ...]
    prose: str = dataclasses.field(repr=False)
    """As long as the text, with a space for each character that is not body (line ends are kept):
    a match in the prose has the same span in the decoded text."""

    @classmethod
    def of(cls, seed: Seed, blocks: tuple[Block, ...]) -> Document:
        return cls(seed, blocks, _prose(seed.text, blocks))

    def beginning(self) -> Document:
        """The document up to ``LONGEST_READ``, cut behind a line or a word; the whole of it unless it is longer."""
        text = self.seed.text
        if len(text) <= LONGEST_READ:
            return self
        end = max(text.rfind(gap, LONGEST_READ // 2, LONGEST_READ) for gap in "\n ")
        end = end if end > 0 else LONGEST_READ
        blocks = tuple(_until(block, end) for block in self.blocks if block.span[0] < end)
        return Document.of(dataclasses.replace(self.seed, text=text[:end]), blocks)

    def labelled(self, *labels: LineLabel) -> Iterator[Block]:
        """The blocks that bear one of the labels, in text order."""
        return (block for block in self.blocks if block.label in labels)

    def body(self) -> tuple[Block, ...]:
        return tuple(block for block in self.blocks if block.label in BODY_LABELS)

    def quote(self, span: Span) -> str:
        return self.seed.text[span[0] : span[1]]


def _until(block: Block, end: int) -> Block:
    """The part of a block before an offset."""
    if block.span[1] <= end:
        return block
    inline = tuple(inline for inline in block.inline if inline.span[1] <= end)
    return dataclasses.replace(block, span=(block.span[0], end), inline=inline)


def _prose(text: str, blocks: tuple[Block, ...]) -> str:
    parts: list[str] = []
    end = 0
    for start, stop in _kept(blocks):
        parts += [_blank(text[end:start]), text[start:stop]]
        end = stop
    return "".join([*parts, _blank(text[end:])])


def _kept(blocks: tuple[Block, ...]) -> Iterator[Span]:
    for block in blocks:
        if block.label in BODY_LABELS:
            start = block.span[0]
            for inline in block.inline:
                if inline.label not in KEPT_INLINE:
                    yield start, inline.span[0]
                    start = inline.span[1]
            yield start, block.span[1]


def _blank(text: str) -> str:
    return "\n".join(" " * len(line) for line in text.split("\n"))


@dataclass(frozen=True, slots=True)
class Reading:
    """One value of one field, with the words it was read from. ``text[span] == quote`` wherever there is a span."""

    field: str
    """A key of the front matter (``event.date``, ``people``), or ``dateline``."""
    value: Value
    quote: str
    span: Span | None
    """None if the value was stated as data."""
    by: str
    """The rule and its version: ``date/1``; ``sidecar``; ``metadata:json-ld``."""
    confidence: float
    """0 to 1: the share of such readings that are right, as measured."""
    detail: Mapping[str, str] = dataclasses.field(default_factory=dict)
    """What else the reader of the evidence should know: ``basis``, ``printed``, ``verb``, ``reason``."""


SCALARS = (
    "title", "deck", "outlet", "url", "published", "event.date", "event.time", "event.kind", "event.venue",
    "incomplete", "republished_from",
)  # fmt: skip
"""Front-matter fields of one string or null, in the order of the schema."""
LISTS = ("authors", "places", "people", "organizations", "tags", "quotes")
"""Front-matter fields of many items; each item is a reading of its own."""


@dataclass(frozen=True, slots=True)
class Event:
    """What the article reports: dates in EDTF level 1, time as ``19:30+07:00``."""

    date: str | None = None
    time: str | None = None
    kind: str | None = None
    venue: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One article of the archive, as its front matter and Markdown state it (schema 1)."""

    slug: str
    year: str
    """The folder that it was first written to: a year, or ``undated``."""
    title: str
    body: str
    """Markdown."""
    seed: str | None = None
    deck: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    authors: tuple[str, ...] = ()
    event: Event = dataclasses.field(default=Event())
    places: tuple[str, ...] = ()
    people: tuple[Person, ...] = ()
    organizations: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()
    incomplete: str | None = None
    republished_from: str | None = None
    show: Literal["full", "excerpt", "withdrawn"] | None = None
    review: Literal["pending", "reviewed"] = "pending"


@dataclass(frozen=True, slots=True)
class Tag:
    """One term of ``content/vocabulary/tags.yml``."""

    slug: str
    label: str
    label_en: str
    broader: str | None = None
    synonyms: tuple[str, ...] = ()
    """Phrases whose presence gives the tag; matched on stems, word by word."""
    requires: tuple[str, ...] = ()
    """If not empty, one of these must be in the text too."""
    forbids: tuple[str, ...] = ()
    """None of these may stand in the sentence that gives the tag."""


Who: TypeAlias = tuple[str, str]
"""A person's name and the slug of the article that bears it; an empty slug: wherever the name stands."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided of articles or people that belong together, or do not."""

    bond: Literal["event", "person", "copy"]
    same: bool
    """False: they are not the same."""
    members: tuple[Who, ...]
    """At least two; of articles the name is empty. Of copies the first is the original."""
    where: str
    """``content/vocabulary/links.yml:7``."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What people decided for the whole archive, from ``content/vocabulary/``."""

    tags: tuple[Tag, ...] = ()
    outlets: Mapping[str, str] = dataclasses.field(default_factory=dict)
    """Site name or domain, lower case -> the outlet's name as a reader would say it;
    stands over ``data/outlets.csv``."""
    decisions: tuple[Decision, ...] = ()
    """In the order of the file."""
    institutions: Mapping[str, str] = dataclasses.field(default_factory=dict)
    """Slug of what reports, or the rules, call an institution -> its name."""

    def branch(self, head: str) -> tuple[Tag, ...]:
        """The tags below one tag, at any depth, without the tag itself."""
        below = {head}
        found: set[str] = set()
        while new := {tag.slug for tag in self.tags if tag.broader in below and tag.slug not in below}:
            below |= new
            found |= new
        return tuple(tag for tag in self.tags if tag.slug in found)


@dataclass(frozen=True, slots=True)
class Known:
    """What an extractor may look at besides the document: the vocabulary, and what was read before it."""

    vocabulary: Vocabulary
    readings: Mapping[str, tuple[Reading, ...]]

    def value(self, name: str) -> str | None:
        """The value of a scalar field, None if the text does not say."""
        found = self.readings.get(name, ())
        return found[0].value if found and isinstance(found[0].value, str) else None

    def people(self) -> tuple[Person, ...]:
        return tuple(r.value for r in self.readings.get("people", ()) if isinstance(r.value, Person))
