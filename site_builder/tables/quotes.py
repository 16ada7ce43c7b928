"""A row a quote; none of a report of which only an excerpt may be shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from site_builder import evidence
from site_builder.archive import Archive, Identity
from site_builder.model import Article, Person, Quote
from site_builder.tables import REFERS, Columns, table


@dataclass(frozen=True, slots=True)
class Source:
    article: Article
    number: int
    quote: Quote
    person: Person | None
    """The speaker, if it is one of the report's people and not an office or a document."""
    who: Identity | None
    fact: evidence.Fact


def sources(archive: Archive) -> Iterator[Source]:
    for entry in archive.articles:
        if archive.show(entry) != "full":
            continue
        people = {person.name: person for person in entry.article.people}
        for number, fact in enumerate(evidence.facts(entry, "quotes"), 1):
            if isinstance(fact.value, Quote):
                speaker = fact.value.speaker or ""
                who = archive.identity(entry, speaker)
                yield Source(entry.article, number, fact.value, people.get(speaker), who, fact)


COLUMNS: Columns[Source] = {
    "article_id": lambda row: row.article.slug,
    "number": lambda row: row.number,
    "speaker": lambda row: row.quote.speaker,
    "person_id": lambda row: row.who.slug if row.who else "",
    "rank": lambda row: row.person.rank if row.person else "",
    "role": lambda row: row.person.role if row.person else "",
    "confidence": lambda row: row.fact.reading.confidence if row.fact.reading else None,
    "level": lambda row: row.fact.level,
    "text": lambda row: row.quote.text,
}

TABLE = table("quotes", COLUMNS, key=(REFERS, "number"), sources=sources)
