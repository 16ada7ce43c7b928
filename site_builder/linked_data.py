"""What a page tells machines in its own head: things of schema.org, as JSON-LD.

The names are those of schema.org, in this program's spelling: ``date_published`` is ``datePublished``.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, TypeAlias

CONTEXT = "https://schema.org"


@dataclass(frozen=True, slots=True)
class Person:
    name: str


@dataclass(frozen=True, slots=True)
class Organization:
    name: str


@dataclass(frozen=True, slots=True)
class Place:
    name: str


@dataclass(frozen=True, slots=True)
class NewsArticle:
    """A report of an outlet; the archive is where it is kept."""

    headline: str
    alternative_headline: str
    date_published: str
    """ISO 8601, as far as it is known."""
    author: tuple[Person, ...]
    publisher: Organization | None
    content_location: tuple[Place, ...]
    url: str
    """Of the original."""
    archived_at: str
    """Of the page here."""
    in_language: str = "id"


@dataclass(frozen=True, slots=True)
class DataDownload:
    name: str
    encoding_format: str
    content_url: str


@dataclass(frozen=True, slots=True)
class Dataset:
    """The archive as data."""

    name: str
    description: str
    url: str
    temporal_coverage: str
    """ISO 8601 interval; empty if nothing is dated."""
    keywords: tuple[str, ...]
    distribution: tuple[DataDownload, ...]
    in_language: str = "id"


Thing: TypeAlias = Person | Organization | Place | NewsArticle | DataDownload | Dataset


def linked(thing: Thing) -> dict[str, Any]:
    """The thing as a JSON-LD document; what is not known is left out."""
    return {"@context": CONTEXT, **_plain(thing)}


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    known = {_camel(field.name): getattr(value, field.name) for field in fields(value)}
    return {"@type": type(value).__name__, **{name: _plain(item) for name, item in known.items() if item}}


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(map(str.title, rest))
