"""A saved page."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import BinaryIO

from site_builder.errors import Problem
from site_builder.hypertext import MAX_BYTES, HypertextError, read_page
from site_builder.model import Seed

SUFFIXES = (".html", ".htm", ".xhtml")


def read(stream: BinaryIO, path: str) -> Iterator[Seed | Problem]:
    """The one article of the page."""
    raw = stream.read(MAX_BYTES + 1)
    try:
        page = read_page(raw)
    except HypertextError as error:
        yield error.problem(path)
        return
    yield Seed(path, hashlib.sha256(raw).hexdigest(), page.text, page.stated)
