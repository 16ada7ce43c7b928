"""The archive as an SQLite database with a full-text index (FTS5), made to be opened in Datasette.

The same content gives the same bytes, as long as the version of SQLite is the same; the dump is the same with all.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator

from site_builder import routes
from site_builder.exports import Published, rows
from site_builder.tables import REFERS, Cell, Table
from site_builder.tables.every import TABLES

TYPES = {"string": "TEXT", "date": "TEXT", "integer": "INTEGER", "number": "REAL", "list": "TEXT"}
INDEXED = {
    "articles": ("event_date_first", "source", "admin1", "admin2", "event_type", "event_id"),
    "people": ("person_id",),
    "quotes": ("person_id",),
}
"""What readers look for; a person's rows are found at once."""
SEARCHED = {"articles": ("title", "deck", "text"), "quotes": ("speaker", "text")}
"""The columns that full-text search looks into."""
SETTINGS = """
PRAGMA page_size = 4096;
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA encoding = 'UTF-8';
"""


def export(published: Published) -> Iterator[tuple[str, bytes]]:
    yield routes.data("archive.db"), database(published)


def database(published: Published) -> bytes:
    """The whole database as a file's bytes."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.executescript(SETTINGS)
        connection.execute("BEGIN")
        for table in TABLES:
            _fill(connection, table, published)
        connection.execute("COMMIT")
        return connection.serialize()
    finally:
        connection.close()


def _fill(connection: sqlite3.Connection, table: Table, published: Published) -> None:
    connection.execute(schema(table))
    places = ", ".join("?" * len(table.columns))
    values = (tuple(map(_value, row)) for row in rows(published, table))
    connection.executemany(f"INSERT INTO {table.name} VALUES ({places})", values)  # noqa: S608 # our own name
    for name in INDEXED[table.name]:
        connection.execute(f"CREATE INDEX {table.name}_{name} ON {table.name} ({name})")
    if searched := SEARCHED.get(table.name):
        # Datasette finds an index by these very quotes.
        options = f"""{", ".join(searched)}, content="{table.name}", tokenize='unicode61 remove_diacritics 2'"""
        connection.execute(f"CREATE VIRTUAL TABLE {table.name}_fts USING fts5({options})")
        connection.execute(f"INSERT INTO {table.name}_fts ({table.name}_fts) VALUES ('rebuild')")  # noqa: S608


def schema(table: Table) -> str:
    """The statement that makes a table."""
    lines = [f"{column.name} {TYPES[column.type]}{' NOT NULL' if column.required else ''}" for column in table.columns]
    lines.append(f"PRIMARY KEY ({', '.join(table.key)})")
    if REFERS in table.key:
        lines.append(f"FOREIGN KEY ({REFERS}) REFERENCES {TABLES[0].name} ({TABLES[0].key[0]})")
    inner = ",\n  ".join(lines)
    return f"CREATE TABLE {table.name} (\n  {inner}\n)"


def _value(value: Cell) -> str | int | float | None:
    """A list is a JSON array, which Datasette shows as facets; NULL is what is not known."""
    if isinstance(value, tuple):
        return _text(json.dumps(value, ensure_ascii=False))
    return _text(value) or None if isinstance(value, str) else value


def _text(text: str) -> str:
    """Without lone surrogates, which no file holds."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")
