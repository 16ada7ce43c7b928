"""The archive as data: what may be downloaded, what its columns mean, and how to cite the whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from site_builder import citation, edtf, routes, syndication
from site_builder.archive import Archive
from site_builder.linked_data import DataDownload, Dataset
from site_builder.pages import Page
from site_builder.tables import Table
from site_builder.tables.every import TABLES
from site_builder.views import Address, Link


@dataclass(frozen=True, slots=True)
class Download:
    """A file of the whole archive."""

    link: Link
    """Its text is the file's name."""
    export: str
    """The format that makes it; the template says what it is for."""
    about: str = ""
    """What one row of a table is; empty for other files."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """A column of a table."""

    name: str
    type: str
    about: str
    required: bool


@dataclass(frozen=True, slots=True)
class Described:
    """A table of the codebook."""

    name: str
    about: str
    columns: tuple[Meaning, ...]


@dataclass(frozen=True, slots=True)
class DataView:
    reports: int
    covered: str
    """From the first day to the last, in words; empty if nothing is dated."""
    updated: str
    """Year of the newest report; empty if none is dated."""
    downloads: tuple[Download, ...]
    feeds: tuple[Download, ...]
    """Empty if the site has no address."""
    codebook: tuple[Described, ...]
    bibtex: str
    """The archive itself, as BibTeX."""
    address: str
    data: Dataset


FILES = (
    *((f"{table.name}.csv", "csv_tables", "text/csv") for table in TABLES),
    ("articles.jsonl", "jsonl", "application/jsonl"),
    ("archive.db", "sqlite", "application/vnd.sqlite3"),
    ("datapackage.json", "datapackage", "application/json"),
    ("codebook.csv", "codebook", "text/csv"),
    ("articles.bib", "bibtex", "application/x-bibtex"),
    ("articles.ris", "ris", "application/x-research-info-systems"),
    ("articles.csl.json", "csl", "application/vnd.citationstyles.csl+json"),
)
"""What ``exports/`` makes below ``data/``: the file, the format that makes it, its media type."""
FEEDS = ((routes.FEED, "feed"), (routes.JSON_FEED, "json_feed"))


def pages(archive: Archive) -> Iterator[Page]:
    yield Page(routes.DATA, "data.html", view(archive))


def view(archive: Archive) -> DataView:
    here, site = Address(routes.DATA), archive.site
    cited, covered = citation.whole(archive), syndication.span(archive.articles)
    english = site.language == "en"
    rows = {f"{table.name}.csv": table.about_en if english else table.about for table in TABLES}
    made = [(name, export, media_type) for name, export, media_type in FILES if site.makes(export)]
    ends = dict.fromkeys(edtf.words(end, site.language) for end in covered or ())
    return DataView(
        reports=len(archive.articles),
        covered=" – ".join(ends),
        updated=f"{cited.issued.year}" if cited.issued else "",
        downloads=tuple(
            Download(here.link(name, routes.data(name)), export, rows.get(name, "")) for name, export, _ in made
        ),
        feeds=tuple(
            Download(here.link(path, path), export) for path, export in FEEDS if site.url and site.makes(export)
        ),
        codebook=tuple(_described(table, site.language) for table in TABLES),
        bibtex=citation.bibtex(cited),
        address=site.url or "",
        data=_data(archive, made, covered),
    )


def _described(table: Table, language: str) -> Described:
    english = language == "en"
    columns = (Meaning(c.name, c.type, c.about_en if english else c.about, c.required) for c in table.columns)
    return Described(table.name, table.about_en if english else table.about, tuple(columns))


def _data(archive: Archive, made: list[tuple[str, str, str]], covered: tuple[str, str] | None) -> Dataset:
    site = archive.site
    address = site.url or ""
    return Dataset(
        name=site.title,
        description=site.description or site.title,
        url=routes.absolute(address, routes.DATA) if address else "",
        temporal_coverage="/".join(covered or ()),
        keywords=("pilkada", "Indonesia", "elections", "news"),
        distribution=tuple(
            DataDownload(name, media_type, f"{address}{routes.data(name)}" if address else name)
            for name, _, media_type in made
        ),
    )
