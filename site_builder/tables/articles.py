"""A row an article: what it says, where and when the event was, and how exactly that is known."""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass

from site_builder import edtf, evidence, markup, routes, wording
from site_builder.archive import Archive, Entry
from site_builder.archive.places import COUNTRY, Region, regions
from site_builder.content.reading import FieldRecord
from site_builder.model import Article
from site_builder.slugs import slug
from site_builder.tables import Cell, Columns, table
from site_builder.tables.source_scale import source_scale

WEEK, MONTH = 7, 31
"""Days."""


@dataclass(frozen=True, slots=True)
class Source:
    """What a row is made of."""

    archive: Archive
    entry: Entry
    article: Article
    place: Region | None
    """The main place, if it is in the table of regions."""
    dated: evidence.Fact
    text: str


def sources(archive: Archive) -> Iterator[Source]:
    known = regions()
    for entry in archive.articles:
        article = entry.article
        place = known.get(slug(article.places[0])) if article.places else None
        yield Source(archive, entry, article, place, _dated(entry), shown(archive, entry))


def shown(archive: Archive, entry: Entry) -> str:
    """The text of an article, a blank line between its paragraphs; of some only an excerpt."""
    body = markup.body(entry.article.body)
    if archive.show(entry) != "full":
        return wording.excerpt(markup.words(body))
    text = markup.TAG.sub("", body.html.replace("</p>\n<", "</p>\n\n<").replace("</h2>\n<", "</h2>\n\n<"))
    return (html.unescape(text) if "&" in text else text).strip()


def _dated(entry: Entry) -> evidence.Fact:
    record = entry.record.field("event.date") if entry.record else FieldRecord()
    value = entry.article.event.date
    found = (reading for reading in record.readings if reading.value == value)
    return evidence.Fact("event.date", value, next(found, None), cleared=value is None and bool(record.readings))


def time_precision(date: str | None) -> int | None:
    """1: the day or days are named; 2: within about a week; 3: within a month; 4: within a year, or longer."""
    if date is None:
        return None
    parsed = edtf.parse(date)
    if parsed.exact():
        return 1
    days = (parsed.last() - parsed.first()).days
    return 2 if days <= WEEK else 3 if days <= MONTH else 4


def geo_precision(row: Source) -> int | None:
    """1: a venue in a known regency or city; 2: the regency or city; 3: the province; 4: the country."""
    if row.place is None:
        return 4 if COUNTRY in row.article.places[:1] else None
    return 3 if row.place.province is None else 1 if row.article.event.venue else 2


def _event(row: Source) -> str:
    event = row.archive.event(row.entry)
    return event.slug if event else row.article.slug


def _province(row: Source) -> Region | None:
    place = row.place
    return regions()[place.province] if place and place.province else place


def _regency(row: Source) -> Region | None:
    return row.place if row.place and row.place.province else None


def _name(region: Region | None) -> str:
    return region.name if region else ""


def _code(region: Region | None) -> str:
    return region.code if region else ""


def _first(date: str | None) -> Cell:
    return edtf.earliest(date) if date else None


def _last(date: str | None) -> Cell:
    return edtf.latest(date) if date else None


def _year(date: str | None) -> Cell:
    return edtf.parse(date).start.year if date else None


def _institution(row: Source, name: str) -> str:
    return row.archive.institution(row.article, name).name


def _kind(row: Source) -> str:
    kind = row.article.event.kind
    return row.archive.tag_name(kind) if kind else ""


COLUMNS: Columns[Source] = {
    "id": lambda row: row.article.slug,
    "page": lambda row: routes.article(row.article.slug),
    "title": lambda row: row.article.title,
    "deck": lambda row: row.article.deck,
    "source": lambda row: row.article.outlet,
    "source_scale": lambda row: source_scale(row.article.outlet),
    "url": lambda row: row.article.url,
    "published": lambda row: row.article.published,
    "authors": lambda row: row.article.authors,
    "event_id": _event,
    "event_date": lambda row: row.article.event.date,
    "event_date_first": lambda row: _first(row.article.event.date),
    "event_date_last": lambda row: _last(row.article.event.date),
    "year": lambda row: _year(row.article.event.date),
    "time_precision": lambda row: time_precision(row.article.event.date),
    "event_date_words": lambda row: row.dated.reading.quote if row.dated.reading else "",
    "event_date_confidence": lambda row: row.dated.reading.confidence if row.dated.reading else None,
    "event_date_level": lambda row: row.dated.level,
    "event_time": lambda row: row.article.event.time,
    "event_type": lambda row: row.article.event.kind,
    "event_type_label": _kind,
    "country": lambda _row: "IDN",
    "admin1": lambda row: _name(_province(row)),
    "admin1_code": lambda row: _code(_province(row)),
    "admin2": lambda row: _name(_regency(row)),
    "admin2_code": lambda row: _code(_regency(row)),
    "location": lambda row: row.article.event.venue,
    "geo_precision": geo_precision,
    "places": lambda row: row.article.places,
    "actors": lambda row: tuple(person.name for person in row.article.people),
    "institutions": lambda row: tuple(dict.fromkeys(_institution(row, name) for name in row.article.organizations)),
    "institutions_printed": lambda row: row.article.organizations,
    "tags": lambda row: row.article.tags,
    "incomplete": lambda row: row.article.incomplete,
    "republished_from": lambda row: row.article.republished_from,
    "seed": lambda row: row.article.seed,
    "review": lambda row: row.article.review,
    "show": lambda row: row.archive.show(row.entry),
    "text": lambda row: row.text,
}

TABLE = table("articles", COLUMNS, key=("id",), sources=sources)
