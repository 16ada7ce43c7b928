"""One record of a table or of JSON Lines -> seed: its text, and its other columns as stated facts."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterator, Mapping

from site_builder.edtf import is_date
from site_builder.errors import Problem
from site_builder.grammar.addresses import canonical, is_address
from site_builder.grammar.days import stated_day
from site_builder.model import Seed, Stated

TEXT = ("text", "body", "content", "isi", "teks")
NAMES: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "headline", "judul"),
    "outlet": ("outlet", "source", "publisher", "media", "sumber"),
    "url": ("url", "link", "address", "tautan"),
    "published": ("published", "date", "publish_date", "date_published", "tanggal"),
    "authors": ("authors", "author", "penulis"),
}
"""Field -> names of the columns that state it, the first that is there; others are not read."""


def seed(record: Mapping[str, object], *, raw: bytes, path: str, by: str) -> Seed | Problem:
    """The article of a record; ``raw`` is what the record was read from, ``by`` names the format."""
    folded = {str(name).strip().lower(): value for name, value in record.items()}
    text = next((value for name in TEXT if isinstance(value := folded.get(name), str) and value.strip()), None)
    if text is None:
        return Problem(path, "has no text", f"name the column of the article's text one of {', '.join(TEXT)}")
    normal = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", ""))
    return Seed(path, hashlib.sha256(raw).hexdigest(), normal, tuple(_stated(folded, by)))


def _stated(record: Mapping[str, object], by: str) -> Iterator[Stated]:
    for name, columns in NAMES.items():
        value = next((record[column] for column in columns if record.get(column)), None)
        for item in value if isinstance(value, list) and name == "authors" else [value]:
            if isinstance(item, str) and (normal := _normal(name, item.strip())):
                yield Stated(name, normal, item, f"metadata:{by}")


def _normal(name: str, value: str) -> str | None:
    if name == "url":
        return canonical(value) if is_address(value) else None
    if name == "published":
        return value if is_date(value) else stated_day(value)
    return " ".join(value.split())
