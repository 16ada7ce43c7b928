"""What a person should look at first: unsure readings, facts that no rule found, and edits that a rule would change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from site_builder.archive import Entry
from site_builder.content.article import field_values, plain
from site_builder.content.reading import FieldRecord
from site_builder.model import LISTS, SCALARS, Reading

WEIGHTS: Mapping[str, float] = {
    "event.date": 1.0, "places": 1.0, "people": 0.9, "quotes": 0.9, "title": 0.8, "outlet": 0.8, "published": 0.7,
    "event.kind": 0.5, "event.venue": 0.5, "event.time": 0.5, "url": 0.5, "incomplete": 0.5, "republished_from": 0.5,
    "organizations": 0.4, "tags": 0.4, "authors": 0.3, "deck": 0.2,
}  # fmt: skip
"""How much an error in a field harms a reader of the archive."""
WANTED: Mapping[str, float] = {"event.date": 0.6, "places": 0.6, "outlet": 0.5, "published": 0.3, "people": 0.3}
"""The need of a person where such a field is empty: most articles have one."""
SUGGESTED = 0.75
"""The need where a rule now says something else than a person: the person knew, but perhaps an older copy."""
SURE = 0.9
"""Readings of this confidence and more are not listed."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """One field of one article that is worth a person's look."""

    need: float
    """0 to 1: how likely it is wrong, times how much that harms."""
    where: str
    """The article's file."""
    slug: str
    field: str
    value: str
    """What the article says now; empty if nothing."""
    why: str
    quote: str
    """The words that the value was read from; empty if there are none."""


def doubts(entries: Iterable[Entry]) -> tuple[Doubt, ...]:
    """The worst first. Articles that a person has reviewed are asked about only where a rule changed its mind."""
    found = (doubt for entry in entries for doubt in _doubts(entry))
    return tuple(sorted(found, key=lambda doubt: (-doubt.need, doubt.where, doubt.field, doubt.value)))


def _doubts(entry: Entry) -> Iterator[Doubt]:
    if entry.record is None:
        return
    for name in (*SCALARS, *LISTS):
        record = entry.record.field(name)
        if record.suggested is not None:
            yield _suggested(entry, name, record.suggested)
        elif record.owner == "machine" and entry.article.review == "pending":
            yield from _unsure(entry, name, record)


def _suggested(entry: Entry, name: str, readings: tuple[Reading, ...]) -> Doubt:
    said = "; ".join(_text(reading) for reading in readings) or "nothing"
    why = f"the machine would now say: {said}"
    quote = readings[0].quote if readings else ""
    return _doubt(entry, name, SUGGESTED * WEIGHTS[name], _current(entry, name), why, quote)


def _unsure(entry: Entry, name: str, record: FieldRecord) -> Iterator[Doubt]:
    if not record.readings and name in WANTED and not _current(entry, name):
        yield _doubt(entry, name, WANTED[name] * WEIGHTS[name], "", "no rule found it in the text", "")
    for reading in record.readings:
        if reading.confidence < SURE:
            reason = reading.detail.get("reason", "")
            why = f"{reading.confidence:.0%} sure ({reading.by}){f': {reason}' if reason else ''}"
            need = (1 - reading.confidence) * WEIGHTS[name]
            yield _doubt(entry, name, need, _text(reading), why, reading.quote)


def _doubt(entry: Entry, name: str, need: float, value: str, why: str, quote: str) -> Doubt:
    return Doubt(round(need, 3), entry.where, entry.article.slug, name, value, why, " ".join(quote.split()))


def _text(reading: Reading) -> str:
    return _shown(plain(reading.value))


def _current(entry: Entry, name: str) -> str:
    return _shown(plain(field_values(entry.article)[name]))


def _shown(value: object) -> str:
    """A value of the front matter on one line."""
    if isinstance(value, dict):
        return ", ".join(str(part) for part in value.values() if part)
    if isinstance(value, list):
        return "; ".join(_shown(item) for item in value)
    return "" if value is None else str(value)
