"""One record of a table or of JSON Lines -> seed: its text, and its other columns as stated facts."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

from site_builder.errors import Problem
from site_builder.formats import plain_text, stated
from site_builder.grammar.addresses import canonical, google_news, is_address
from site_builder.model import Seed, Stated

TEXT = ("text", "body", "content", "article", "isi", "teks", "konten")
NAMES: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "headline", "judul"),
    "outlet": ("outlet", "source", "publisher", "media", "sumber"),
    "url": ("url", "link", "address", "tautan"),
    "published": ("published", "date", "publish_date", "published_date", "date_published", "published_at", "tanggal"),
    "authors": ("authors", "author", "penulis"),
}
"""Field -> names of the columns that state it, the first that is not empty; others are not read."""
MOST_BAD = 100
"""Bad records after which the rest of a file is not tried: it is something else."""


def seed(record: Mapping[str, object], *, raw: bytes, path: str, by: str) -> Seed | Problem:
    """The article of a record; ``raw`` is what the record was read from, ``by`` names the format."""
    folded = {str(name).strip().lower(): value for name, value in record.items()}
    found = next((value for name in TEXT if isinstance(value := folded.get(name), str) and value.strip()), None)
    if found is None:
        return Problem(path, "has no text", f"name the column of the article's text one of {', '.join(TEXT)}")
    text = plain_text.clean(plain_text.without_markup(plain_text.mended(found)[0]))
    if not any(map(str.isalnum, text)):
        return Problem(path, "holds no words", "put the article's text there, or delete the record")
    facts = tuple(_stated(folded, f"metadata:{by}"))
    title = next((fact.value for fact in facts if fact.field == "title"), "")
    return Seed(path, hashlib.sha256(raw).hexdigest(), plain_text.headed(title, text), facts)


def _stated(record: Mapping[str, object], by: str) -> Iterator[Stated]:
    raw = {name: _words(record, columns) for name, columns in NAMES.items()}
    address = next((word for word in raw["url"] if is_address(word)), "")
    url = canonical(google_news(address) or address) if address else ""
    outlets = raw["outlet"][:1]
    first = {name: next(iter(words), "") for name, words in raw.items()}
    values = {
        "title": stated.headline(first["title"], outlets, url),
        "outlet": stated.outlet(first["outlet"], url) if outlets else "",
        "url": url,
        "published": stated.moment(first["published"]) or "",
    }
    for name, value in values.items():
        if value:
            yield Stated(name, value, address if name == "url" else first[name], by)
    for name in stated.authors(raw["authors"], outlets):
        yield Stated("authors", name, name, by)


def _words(record: Mapping[str, object], columns: tuple[str, ...]) -> list[str]:
    """The first of the columns that says something, as a list of lines of text."""
    for column in columns:
        value = record.get(column)
        items = value if isinstance(value, list) else [value]
        if words := [word for item in items if isinstance(item, str) and (word := plain_text.folded(item))]:
            return words
    return []
