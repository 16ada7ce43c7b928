"""A saved page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from site_builder.errors import Problem
from site_builder.formats.hypertext import MAX_BYTES, articles
from site_builder.model import Seed

SUFFIXES = (".html", ".htm", ".xhtml")


def read(stream: BinaryIO, path: str) -> Iterator[Seed | Problem]:
    """The one article of the page."""
    yield from articles(stream.read(MAX_BYTES + 1), path)
