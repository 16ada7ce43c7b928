"""The archive as CSV (RFC 4180), a file a table; an empty cell is a fact that is not known."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from site_builder import routes
from site_builder.exports import Published, rows
from site_builder.tables import Cell
from site_builder.tables.every import TABLES

FORMULA = frozenset("=+-@\t\r＝＋－＠")
"""How a cell begins that a spreadsheet may take for a formula; an apostrophe before it says that it is text."""
LIST = "; "
"""Between the items of a list."""


def export(published: Published) -> Iterator[tuple[str, bytes]]:
    for table in TABLES:
        written = StringIO()
        writer = csv.writer(written, lineterminator="\r\n")
        writer.writerow(column.name for column in table.columns)
        writer.writerows(map(cell, row) for row in rows(published, table))
        yield routes.data(f"{table.name}.csv"), written.getvalue().encode("utf-8", "replace")


def cell(value: Cell) -> str:
    """A value as a spreadsheet may safely open it."""
    if value is None:
        return ""
    text = value if isinstance(value, str) else LIST.join(value) if isinstance(value, tuple) else str(value)
    return f"'{text}" if text[:1] in FORMULA else text
