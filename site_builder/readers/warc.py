"""A web archive: each page that was answered with 200, read by pieces, however large the file."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.limitreader import LimitReader
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeadersParserException

from site_builder import records
from site_builder.errors import Problem
from site_builder.hypertext import MAX_BYTES, articles
from site_builder.model import Seed
from site_builder.unpacking import Source, unpacked

SUFFIXES = (".warc", ".warc.gz")
PAGES = ("text/html", "application/xhtml+xml")
PACKINGS = ("", "identity", "gzip", "deflate")
"""How an answer may be packed inside its record."""
MAX_HEADERS = 200_000
"""Bytes between two records: the headers of one, as HTTP has them too, and the empty lines before it."""
PIECE = 65_536
AGAIN = "what stands before is read; fetch the file again for the rest"


class _Headers:
    """Passes a stream on, and stops what reads it from taking a bomb for headers."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self.left: int | None = None
        """Bytes that may still be read as headers; None while content is read."""

    def read(self, size: int = -1) -> bytes:
        piece = self._source.read(size)
        if self.left is not None:
            self.left -= len(piece)
            if self.left < 0:
                raise ValueError(f"more than {MAX_HEADERS:,} bytes without a record")
        return piece


class _Records(ArchiveIterator):  # type: ignore[misc] # the library has no types
    """The records of an archive; what is between them is told by us, not printed by the library."""

    INC_RECORD = ""


def read(stream: BinaryIO, path: str) -> Iterator[Seed | Problem]:
    """The article of each page; ``#17`` is the 17th record of the file."""
    number = pages = bad = 0
    try:
        for number, record in enumerate(_records(unpacked(stream)), 1):
            found = list(_page(record, f"{path}#{number}")) if _is_page(record) else []
            yield from found
            pages += bool(found)
            bad += bool(found) and not any(isinstance(item, Seed) for item in found)
            if cut := _cut(record):
                yield Problem(f"{path}#{number}", cut, AGAIN)
                return
            if bad == records.MOST_BAD:
                yield Problem(path, f"is not read beyond record {number}", "mend what is reported first")
                return
    except (ArchiveLoadFailed, StatusAndHeadersParserException, EOFError, OSError, ValueError, zlib.error) as error:
        yield Problem(path, f"breaks off or is damaged after record {number} ({error})", AGAIN)
        return
    if not pages:
        yield Problem(path, f"holds no page among its {number} records", "archive the page of the article itself")


def _records(source: Source) -> Iterator[ArcWarcRecord]:
    headers = _Headers(source)
    iterator = _Records(headers)
    while True:
        headers.left = MAX_HEADERS
        record = next(iterator, None)
        if iterator.err_count:
            raise ValueError("the length of a record is not what it states")
        if record is None:
            return
        headers.left = None
        yield record


def _is_page(record: ArcWarcRecord) -> bool:
    headers = record.http_headers
    if record.rec_type == "resource":
        kind = record.rec_headers.get_header("Content-Type")
    elif record.rec_type == "response" and headers is not None and headers.get_statuscode() == "200":
        kind = headers.get_header("Content-Type")
    else:
        return False
    return (kind or "").partition(";")[0].strip().lower() in PAGES


def _page(record: ArcWarcRecord, path: str) -> Iterator[Seed | Problem]:
    packing = _http(record, "Content-Encoding").strip().lower()
    if packing not in PACKINGS:
        hint = "archive the page again without this compression, or save it as text"
        yield Problem(path, f"is packed as {packing[:20]!r}, which cannot be read", hint)
        return
    address = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
    charset = _http(record, "Content-Type").lower().partition("charset=")[2].strip("\"' ;")
    yield from articles(_content(record), path, address=address, charset=charset)
    if reason := record.rec_headers.get_header("WARC-Truncated"):
        yield Problem(path, f"was cut when it was archived ({reason[:40]})", "archive the page again")


def _http(record: ArcWarcRecord, name: str) -> str:
    return (record.http_headers.get_header(name) or "") if record.http_headers else ""


def _content(record: ArcWarcRecord) -> bytes:
    """The page as the server sent it, and no more than one byte over the limit: a small record may hold gigabytes."""
    stream = record.content_stream()
    content = bytearray()
    while len(content) <= MAX_BYTES and (piece := stream.read(PIECE)):
        content += piece
    return bytes(content[: MAX_BYTES + 1])


def _cut(record: ArcWarcRecord) -> str | None:
    """Why the record is not whole: the library ends in silence where the file does."""
    stream = record.raw_stream
    if not isinstance(stream, LimitReader):
        return "states no length"
    while stream.read(PIECE):
        pass
    return f"breaks off: {stream.limit:,} bytes of it are missing" if stream.limit else None
