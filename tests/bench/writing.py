"""Invented articles -> the folders of a project, one file after the other: memory does not grow with their number."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from site_builder.content.article import write_article
from site_builder.content.reading import dumps
from tests.bench.article import Invented, invented
from tests.bench.words import VOCABULARY

SITE = """\
title: Arsip Rekaan
description: Berita rekaan tentang keamanan pemilihan kepala daerah, untuk mengukur dan memeriksa program
repository: https://example.org/contoh/arsip
contact: redaksi@example.org
"""


def write_archive(count: int, root: Path) -> None:
    """Write so many articles to ``content/`` below a root, and the pages that they were read from to ``seeds/``."""
    content = root / "content"
    _write(content / "site.yml", SITE)
    for path in sorted(VOCABULARY.glob("*.yml")):
        _write(content / "vocabulary" / path.name, path.read_text("utf-8"))
    for article in articles(count):
        _write(root / "seeds" / article.seed, article.text)
        _write_article(article, content / "articles")


def articles(count: int) -> Iterator[Invented]:
    """The first so many articles: those of a smaller archive, and more."""
    return map(invented, range(count))


def _write_article(made: Invented, folder: Path) -> None:
    article = made.proposal.article
    stem = folder / article.year / article.slug
    _write(stem.with_name(f"{article.slug}.md"), write_article(article))
    _write(stem.with_name(f"{article.slug}.reading.json"), dumps(made.proposal.record))


def _write(path: Path, text: str) -> None:
    try:
        path.write_bytes(text.encode())
    except FileNotFoundError:  # once a folder, not once a file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
