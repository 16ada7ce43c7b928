"""What every column of every table means, as CSV."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from site_builder import routes
from site_builder.exports import Published
from site_builder.tables.every import TABLES

HEADER = ("table", "column", "type", "required", "description_id", "description_en")


def export(_published: Published) -> Iterator[tuple[str, bytes]]:
    written = StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(HEADER)
    for table in TABLES:
        for column in table.columns:
            required = "yes" if column.required else "no"
            writer.writerow((table.name, column.name, column.type, required, column.about, column.about_en))
    yield routes.data("codebook.csv"), written.getvalue().encode()
