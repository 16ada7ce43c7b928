"""What the CSV files hold, for the tools of Frictionless Data (Data Package 1, profile ``tabular-data-package``)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from site_builder import routes, syndication
from site_builder.config import Site
from site_builder.exports import Published
from site_builder.slugs import slug
from site_builder.tables import REFERS, Column, Table
from site_builder.tables.every import TABLES

TYPES = {"list": "string"}
"""Our types that have another name there."""


def export(published: Published) -> Iterator[tuple[str, bytes]]:
    archive = published.archive
    if not archive.site.makes("csv_tables"):
        return
    covered = syndication.span(archive.articles)
    package = {
        "profile": "tabular-data-package",
        "name": slug(archive.site.title),
        "title": archive.site.title,
        **({"description": archive.site.description} if archive.site.description else {}),
        **({"homepage": archive.site.url} if archive.site.url else {}),
        **({"temporal": "/".join(covered)} if covered else {}),
        "keywords": ["pilkada", "Indonesia", "elections", "security", "news"],
        "resources": [_resource(table, archive.site) for table in TABLES],
    }
    yield (
        routes.data("datapackage.json"),
        (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace"),
    )


def _resource(table: Table, site: Site) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "title": table.about_en if site.language == "en" else table.about,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "doubleQuote": True, "header": True},
        "schema": _schema(table, site),
    }


def _schema(table: Table, site: Site) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(column, site) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
    }
    if REFERS in table.key:
        reference = {"resource": TABLES[0].name, "fields": list(TABLES[0].key)}
        schema["foreignKeys"] = [{"fields": [REFERS], "reference": reference}]
    return schema


def _field(column: Column[Any], site: Site) -> dict[str, Any]:
    about = column.about_en if site.language == "en" else column.about
    field: dict[str, Any] = {"name": column.name, "type": TYPES.get(column.type, column.type), "description": about}
    return field | ({"constraints": {"required": True}} if column.required else {})
