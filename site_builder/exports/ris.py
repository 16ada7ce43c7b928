"""Every report as RIS, for EndNote, Mendeley and Zotero."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder import citation, routes
from site_builder.exports import Published


def export(published: Published) -> Iterator[tuple[str, bytes]]:
    archive = published.archive
    records = (citation.ris(citation.work(archive, entry)) for entry in archive.articles)
    yield routes.data("articles.ris"), "\r\n".join(records).encode("utf-8", "replace")
