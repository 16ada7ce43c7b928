"""Invented articles with their evidence, from which the tests of page kinds make archives."""

from __future__ import annotations

from typing import Any

from site_builder.archive import Archive, Entry
from site_builder.config import Site
from site_builder.content.reading import BodyRecord, FieldRecord, Record, SeedReference
from site_builder.model import Article, Block, Event, Person, Quote, Reading, Tag, Value, Vocabulary

TAGS = (
    Tag("kegiatan", "Kegiatan", "Activity"),
    Tag("rakor", "Rapat koordinasi", "Coordination meeting", "kegiatan"),
    Tag("patroli", "Patroli", "Patrol", "kegiatan"),
    Tag("netralitas", "Netralitas", "Neutrality"),
)
CHIEF = Person("Daeng Mattawang", "AKBP", "Kapolres Wajo")
CHAIR = Person("Siti Marhumah", None, "Ketua KPU Kabupaten Wajo")
SPEECH = Quote(CHIEF.name, "Perahu kami siapkan empat")


def article(slug: str = "rakor-di-wajo", **facts: Any) -> Article:
    given: dict[str, Any] = {"year": "2024", "title": slug.replace("-", " ").capitalize(), "body": "Isi berita."}
    return Article(slug=slug, **{**given, **facts})


def meeting(slug: str = "rakor-di-wajo", *, date: str | None = "2024-08-20", **facts: Any) -> Article:
    """A report of one meeting; reports with the same facts are of the same event."""
    given: dict[str, Any] = {
        "event": Event(date, "09:00+08:00", "rakor", "aula Mapolres Wajo"),
        "places": ("Kabupaten Wajo",),
        "people": (CHIEF, CHAIR),
        "organizations": ("Polres Wajo",),
        "tags": ("rakor",),
        "outlet": "Warta Teluk",
    }
    return article(slug, **{**given, **facts})


def reading(field: str, value: Value, quote: str, **other: Any) -> Reading:
    given: dict[str, Any] = {"span": (0, len(quote)), "by": f"{field}/1", "confidence": 0.97, "detail": {}}
    return Reading(field, value, quote, **{**given, **other})


def entry(one: Article, *readings: Reading, lines: tuple[Block, ...] = ()) -> Entry:
    """An article with the machine's readings of it."""
    names = dict.fromkeys(found.field for found in readings)
    fields = {name: FieldRecord(tuple(found for found in readings if found.field == name)) for name in names}
    record = Record(SeedReference("a.txt", "0" * 64, "0" * 64), BodyRecord("0" * 64), lines, fields)
    return Entry(one, record, f"content/articles/{one.year}/{one.slug}.md")


def archive(*members: Article | Entry, **choices: Any) -> Archive:
    """An archive of articles, or of entries; ``choices`` are of the site."""
    entries = [one if isinstance(one, Entry) else entry(one) for one in members]
    return Archive.of(entries, site=Site(**choices), vocabulary=Vocabulary(TAGS))


def many(count: int, *, month: str = "2024-08", **facts: Any) -> list[Article]:
    """So many reports of one month, a day each as long as there are days."""
    return [article(f"{month}-{n:03}", published=f"{month}-{n % 28 + 1:02}", **facts) for n in range(count)]
