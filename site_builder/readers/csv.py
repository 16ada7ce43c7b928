"""A table with an article a row and a head that names the columns."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import BinaryIO

from site_builder import records
from site_builder.canonical import canonical
from site_builder.errors import Problem
from site_builder.model import Seed

SUFFIXES = (".csv", ".tsv")
LARGEST = 2_000_000
"""Characters of one cell."""


def read(stream: BinaryIO, path: str) -> Iterator[Seed | Problem]:
    """Each row that holds a text; ``#17`` is row 17, not counting the head."""
    csv.field_size_limit(LARGEST)
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
    number = 0
    try:
        rows = csv.DictReader(text, dialect=csv.excel_tab if path.lower().endswith(".tsv") else csv.excel)
        for number, row in enumerate(rows, 1):
            cells = {name: value for name, value in row.items() if isinstance(name, str) and isinstance(value, str)}
            yield records.seed(cells, raw=canonical(cells), path=f"{path}#{number}", by="csv")
    except (csv.Error, UnicodeDecodeError) as error:
        yield Problem(path, f"cannot be read after row {number} ({error})", "save the table again as CSV in UTF-8")
    finally:
        text.detach()
    if not number:
        yield Problem(path, "has no rows", "give it a head such as title,url,published,text, and an article a row")
