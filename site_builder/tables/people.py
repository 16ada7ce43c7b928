"""A row a person in a report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from site_builder import evidence
from site_builder.archive import Archive, Identity
from site_builder.model import Article, Person
from site_builder.tables import REFERS, Columns, table


@dataclass(frozen=True, slots=True)
class Source:
    article: Article
    number: int
    person: Person
    who: Identity | None
    fact: evidence.Fact


def sources(archive: Archive) -> Iterator[Source]:
    for entry in archive.articles:
        for number, fact in enumerate(evidence.facts(entry, "people"), 1):
            if isinstance(fact.value, Person):
                yield Source(entry.article, number, fact.value, archive.identity(entry, fact.value.name), fact)


COLUMNS: Columns[Source] = {
    "article_id": lambda row: row.article.slug,
    "number": lambda row: row.number,
    "name": lambda row: row.person.name,
    "person_id": lambda row: row.who.slug if row.who else "",
    "person_name": lambda row: row.who.name if row.who else "",
    "rank": lambda row: row.person.rank,
    "role": lambda row: row.person.role,
    "words": lambda row: row.fact.reading.quote if row.fact.reading else "",
    "confidence": lambda row: row.fact.reading.confidence if row.fact.reading else None,
    "level": lambda row: row.fact.level,
}

TABLE = table("people", COLUMNS, key=(REFERS, "number"), sources=sources)
