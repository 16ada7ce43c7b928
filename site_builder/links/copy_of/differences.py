"""What two copies of one text state differently: nothing is settled by majority, so a reader must see it."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.links import Reason
from site_builder.model import Article, Person
from site_builder.slugs import slug

SPOKEN = 40
"""Letters of a quote that tell it from others."""


def differences(one: Article, other: Article) -> tuple[Reason, ...]:
    """The facts that both articles state, each its own way; what only one states is no disagreement."""
    return (*_facts(one, other), *_people(one, other), *_speakers(one, other))


def _facts(one: Article, other: Article) -> Iterator[Reason]:
    pairs = (
        ("date", one.event.date, other.event.date),
        ("time", one.event.time, other.event.time),
        ("venue", one.event.venue, other.event.venue),
        ("place", next(iter(one.places), None), next(iter(other.places), None)),
    )
    for kind, mine, yours in pairs:
        if mine and yours and slug(mine) != slug(yours):
            yield Reason(kind, mine, yours)


def _people(one: Article, other: Article) -> Iterator[Reason]:
    mine, yours = ({slug(person.name): person for person in article.people} for article in (one, other))
    for key in mine:
        if key in yours:
            yield from _offices(mine[key], yours[key])
    only = [[own[key].name for key in own if key not in others] for own, others in ((mine, yours), (yours, mine))]
    if all(only):
        yield Reason("person", ", ".join(only[0]), ", ".join(only[1]))


def _offices(mine: Person, yours: Person) -> Iterator[Reason]:
    if mine.rank and yours.rank and slug(mine.rank) != slug(yours.rank):
        yield Reason("rank", f"{mine.rank} {mine.name}", f"{yours.rank} {yours.name}")
    if mine.role and yours.role and slug(mine.role) != slug(yours.role):
        yield Reason("role", f"{mine.name}, {mine.role}", f"{yours.name}, {yours.role}")


def _speakers(one: Article, other: Article) -> Iterator[Reason]:
    """Who is said to have spoken the same words."""
    mine, yours = (
        {_letters(quote.text): quote.speaker for quote in article.quotes if quote.speaker} for article in (one, other)
    )
    for words, speaker in mine.items():
        if words in yours and slug(yours[words] or "") != slug(speaker or ""):
            yield Reason("quote", speaker or "", yours[words] or "")


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))[:SPOKEN]
