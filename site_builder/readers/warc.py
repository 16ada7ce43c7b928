"""A web archive: each page that was answered with 200, read by pieces, however large the file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from site_builder.errors import Problem
from site_builder.grammar.addresses import canonical, is_address
from site_builder.hypertext import MAX_BYTES, HypertextError, read_page
from site_builder.model import Seed, Stated

SUFFIXES = (".warc", ".warc.gz")
PAGES = ("text/html", "application/xhtml+xml")


def read(stream: BinaryIO, path: str) -> Iterator[Seed | Problem]:
    """The article of each page; ``#17`` is the 17th record of the file."""
    number = 0
    try:
        for record in ArchiveIterator(stream):
            number += 1
            if _is_page(record):
                yield _seed(record, f"{path}#{number}")
    except (ArchiveLoadFailed, EOFError, OSError, ValueError) as error:
        what = f"breaks off or is damaged after record {number} ({error})"
        yield Problem(path, what, "what stands before is read; fetch the file again for the rest")


def _is_page(record: ArcWarcRecord) -> bool:
    headers = record.http_headers
    if record.rec_type != "response" or headers is None or headers.get_statuscode() != "200":
        return False
    return (headers.get_header("Content-Type") or "").partition(";")[0].strip().lower() in PAGES


def _seed(record: ArcWarcRecord, path: str) -> Seed | Problem:
    # Bounded: a small record may unpack to gigabytes.
    raw = record.content_stream().read(MAX_BYTES + 1)
    try:
        page = read_page(raw)
    except HypertextError as error:
        return error.problem(path)
    stated = page.stated
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    if is_address(address) and not any(fact.field == "url" for fact in stated):
        stated = (*stated, Stated("url", canonical(address), address, "metadata:warc"))
    return Seed(path, hashlib.sha256(raw).hexdigest(), page.text, stated)
