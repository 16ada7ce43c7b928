"""Every report as BibTeX, for LaTeX and most reference managers."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder import citation, routes
from site_builder.exports import Published


def export(published: Published) -> Iterator[tuple[str, bytes]]:
    archive = published.archive
    entries = (citation.bibtex(citation.work(archive, entry)) for entry in archive.articles)
    yield routes.data("articles.bib"), "\n".join(entries).encode("utf-8", "replace")
