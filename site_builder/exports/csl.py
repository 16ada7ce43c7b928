"""Every report as CSL-JSON, for citeproc, Pandoc and Zotero."""

from __future__ import annotations

import json
from collections.abc import Iterator

from site_builder import citation, routes
from site_builder.exports import Published

encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def export(published: Published) -> Iterator[tuple[str, bytes]]:
    archive = published.archive
    items = (encode(citation.csl(citation.work(archive, entry))) for entry in archive.articles)
    yield routes.data("articles.csl.json"), _list(items)


def _list(items: Iterator[str]) -> bytes:
    inner = ",\n".join(items)
    return f"[\n{inner}\n]\n".encode("utf-8", "replace")
