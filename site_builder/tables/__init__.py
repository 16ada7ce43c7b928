"""The archive as tables: what CSV, JSON Lines, SQLite, the data package and the codebook have in common.

What a column means stands once, in ``data/columns.csv``; how it is filled, in the module of its table.  Every format
and the codebook are made from both.  Withdrawn articles are in no table; of an article of which only an excerpt may be
shown there is its excerpt and no quote.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeAlias, TypeVar, cast

from site_builder import data
from site_builder.archive import Archive

Type: TypeAlias = Literal["string", "integer", "number", "date", "list"]
"""``date`` is a day, 2024-07-31; ``list`` holds strings."""
Cell: TypeAlias = str | int | float | tuple[str, ...] | None
"""None, an empty string and an empty list all say that the fact is not known."""
Row: TypeAlias = tuple[Cell, ...]
R = TypeVar("R")
Columns: TypeAlias = Mapping[str, Callable[[R], Cell]]
"""The columns of a table by name, in their order, and how each is filled from what a row is made of."""


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """One column: what it is called, what it means, and how it is filled from what a row is made of."""

    name: str
    type: Type
    about: str
    """In Indonesian."""
    about_en: str
    of: Callable[[R], Cell]
    required: bool


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its columns, its key, and the rows of an archive in the archive's order."""

    name: str
    about: str
    about_en: str
    columns: tuple[Column[Any], ...]
    key: tuple[str, ...]
    """The columns that tell its rows apart."""
    sources: Callable[[Archive], Iterator[Any]]
    """What each row is made of."""

    def rows(self, archive: Archive) -> Iterator[Row]:
        fill = [column.of for column in self.columns]
        for source in self.sources(archive):
            yield tuple([of(source) for of in fill])  # a list first: half as fast again as a generator


REFERS = "article_id"
"""The column of every other table that names the article, by the ``id`` of the first."""


def table(name: str, columns: Columns[R], *, key: tuple[str, ...], sources: Callable[[Archive], Iterator[R]]) -> Table:
    """A table with the meanings of its columns. Raises ValueError if the meanings are of other columns."""
    head, *rows = [row for row in data.table("columns") if row["table"] == name]
    if [row["name"] for row in rows] != list(columns):
        raise ValueError(f"data/columns.csv describes other columns of {name} than the code fills")
    made = (_column(row, columns[row["name"]]) for row in rows)
    return Table(name, head["about"], head["about_en"], tuple(made), key, sources)


def _column(row: Mapping[str, str], of: Callable[[R], Cell]) -> Column[R]:
    kind = cast(Type, row["type"])
    return Column(row["name"], kind, row["about"], row["about_en"], of, required=row["required"] == "yes")
