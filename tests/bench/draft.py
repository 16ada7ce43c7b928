"""A text that grows line by line, and what is read from each line: the evidence is right by construction."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass

from site_builder.model import Block, Document, Inline, LineLabel, Reading, Seed, Value

BETWEEN = "\n\n"


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact, and the words of its line that state it."""

    field: str
    value: Value
    quote: str
    confidence: float = 0.95
    detail: Mapping[str, str] = dataclasses.field(default_factory=dict)


@dataclass(slots=True)
class Draft:
    """The lines so far."""

    lines: list[str] = dataclasses.field(default_factory=list)
    blocks: list[Block] = dataclasses.field(default_factory=list)
    readings: dict[str, tuple[Reading, ...]] = dataclasses.field(default_factory=dict)
    end: int = 0

    def line(self, label: LineLabel, text: str, *facts: Fact, dateline: str = "") -> None:
        """Add a line; the quote of each fact, and the dateline, stand in it."""
        start = self.end
        inline = (Inline((start, start + len(dateline)), "dateline"),) if dateline else ()
        self.blocks.append(Block((start, start + len(text)), label, inline))
        for fact in facts:
            self._read(fact, start + text.index(fact.quote))
        self.lines.append(text)
        self.end = start + len(text) + len(BETWEEN)

    def _read(self, fact: Fact, start: int) -> None:
        rule = f"{fact.field.replace('.', '_')}/1"
        span = start, start + len(fact.quote)
        reading = Reading(fact.field, fact.value, fact.quote, span, rule, fact.confidence, fact.detail)
        self.readings[fact.field] = (*self.readings.get(fact.field, ()), reading)

    def document(self, path: str, sha256: str) -> Document:
        return Document.of(Seed(path, sha256, self.text()), tuple(self.blocks))

    def text(self) -> str:
        return BETWEEN.join(self.lines)
