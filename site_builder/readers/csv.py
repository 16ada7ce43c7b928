"""A table with an article a row and a head that names the columns."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO

from site_builder.canonical import canonical
from site_builder.errors import Problem
from site_builder.formats import records
from site_builder.model import Seed

SUFFIXES = (".csv", ".tsv")
LARGEST = 2_000_000
"""Characters of one cell, and bytes of one line."""
MOST_COLUMNS = 200
DELIMITERS = ",;\t|"
"""Between the cells; spreadsheets in Indonesia write semicolons."""
SAVE_AGAIN = "save the table again as CSV in UTF-8"


class _TableError(Exception):
    """A line that no table has."""


def read(stream: BinaryIO, path: str) -> Iterator[Seed | Problem]:
    """Each row that holds a text; ``#17`` is row 17, not counting the head."""
    csv.field_size_limit(LARGEST)
    number = 0
    try:
        lines = _lines(stream)
        first = next(lines, "")
        if not first.strip():
            yield Problem(path, "is empty", "write a head and an article a row into it, or delete it")
            return
        head = next(csv.reader([first], delimiter=_delimiter(first)), [])
        if problem := _unusable(head, path):
            yield problem
            return
        rows = csv.reader(lines, delimiter=_delimiter(first))
        for item in _seeds(rows, head, path):
            number += 1
            yield item
    except (csv.Error, UnicodeDecodeError, _TableError) as error:
        yield Problem(path, f"cannot be read after row {number} ({error})", SAVE_AGAIN)
        return
    if not number:
        yield Problem(path, "has no rows", "write an article a row below the head")


def _lines(stream: BinaryIO) -> Iterator[str]:
    encoding = "utf-8-sig"
    while line := stream.readline(LARGEST + 1):
        if len(line) > LARGEST:
            raise _TableError(f"a line is longer than {LARGEST:,} bytes")
        yield line.decode(encoding).replace("\x00", "")
        encoding = "utf-8"


def _delimiter(head: str) -> str:
    return max(DELIMITERS, key=head.count)


def _unusable(head: list[str], path: str) -> Problem | None:
    names = {name.strip().lower() for name in head}
    if not names & set(records.TEXT):
        known = ", ".join(records.TEXT)
        return Problem(path, "has no column with the text of an article", f"name one in the first line: {known}")
    if len(head) > MOST_COLUMNS:
        return Problem(path, f"has {len(head):,} columns, more than {MOST_COLUMNS}", SAVE_AGAIN)
    return None


def _seeds(rows: Iterator[list[str]], head: list[str], path: str) -> Iterator[Seed | Problem]:
    bad = 0
    for number, row in enumerate((row for row in rows if row), 1):
        cells = dict(zip(head, islice(row, MOST_COLUMNS), strict=False))
        item = records.seed(cells, raw=canonical(cells), path=f"{path}#{number}", by="csv")
        yield item
        bad += isinstance(item, Problem)
        if bad == records.MOST_BAD:
            raise _TableError(f"{bad} rows hold no article")
