"""The archive as JSON Lines: an article a line, with its people and quotes; what is not known is null."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from site_builder import routes
from site_builder.exports import Published, rows
from site_builder.tables import Row, Table
from site_builder.tables.every import TABLES

encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode


def export(published: Published) -> Iterator[tuple[str, bytes]]:
    lines = "".join(f"{encode(article)}\n" for article in articles(published))
    yield routes.data("articles.jsonl"), lines.encode("utf-8", "replace")


def articles(published: Published) -> Iterator[dict[str, Any]]:
    """Each article under the names of the tables' columns."""
    first, *others = TABLES
    below = {table.name: _by_article(table, published) for table in others}
    for row in rows(published, first):
        article = _named(first, row)
        yield article | {name: found.get(article["id"], []) for name, found in below.items()}


def _by_article(table: Table, published: Published) -> dict[str, list[dict[str, Any]]]:
    found: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows(published, table):
        named = _named(table, row)
        found[named.pop(table.key[0])].append(named)
    return found


def _named(table: Table, row: Row) -> dict[str, Any]:
    return {
        column.name: value if value or column.type in ("list", "integer", "number") else None
        for column, value in zip(table.columns, row, strict=True)
    }
