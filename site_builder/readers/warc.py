"""A web archive: each page that was answered with 200, read by pieces, however large the file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import ChunkedDataException, ChunkedDataReader
from warcio.exceptions import ArchiveLoadFailed
from warcio.limitreader import LimitReader
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeadersParser, StatusAndHeadersParserException

from site_builder.errors import Problem
from site_builder.formats import records
from site_builder.formats.hypertext import MAX_BYTES, articles
from site_builder.formats.unpacking import Source, unpacked, unpacked_answer
from site_builder.model import Seed

SUFFIXES = (".warc", ".warc.gz")
PAGES = ("text/html", "application/xhtml+xml")
HTTP = ("HTTP/1.0", "HTTP/1.1", "HTTP/2.0", "HTTP/2", "HTTP/3.0", "HTTP/3")
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
            if not _states_its_length(record):
                raise ValueError("a record does not state its length")
            found = list(_found(record, f"{path}#{number}"))
            yield from found
            pages += bool(found)
            bad += bool(found) and not any(isinstance(item, Seed) for item in found)
            if missing := _missing(record):
                yield Problem(f"{path}#{number}", f"breaks off: {missing:,} bytes of it are missing", AGAIN)
                return
            if bad == records.MOST_BAD:
                yield Problem(path, f"is not read beyond record {number}", "mend what is reported first")
                return
    except (ArchiveLoadFailed, OSError, ValueError) as error:
        yield Problem(path, f"breaks off or is damaged after record {number} ({error})", AGAIN)
        return
    if not pages:
        yield Problem(path, f"holds no page among its {number} records", "archive the page of the article itself")


def _records(source: Source) -> Iterator[ArcWarcRecord]:
    headers = _Headers(source)
    iterator = _Records(headers, no_record_parse=True)
    while True:
        headers.left = MAX_HEADERS
        record = next(iterator, None)
        if iterator.err_count:
            raise ValueError("the length of a record is not what it states")
        if record is None:
            return
        headers.left = None
        yield record


def _states_its_length(record: ArcWarcRecord) -> bool:
    stated = record.rec_headers.get_header("Content-Length") or ""
    return isinstance(record.raw_stream, LimitReader) and stated.isascii() and stated.isdigit()


def _found(record: ArcWarcRecord, path: str) -> Iterator[Seed | Problem]:
    """The page of a record, if it is one of a page that was answered with 200."""
    if record.rec_type == "response":
        try:
            record.http_headers = StatusAndHeadersParser(HTTP).parse(record.raw_stream)
        except (EOFError, StatusAndHeadersParserException):
            yield Problem(path, "holds no answer of a server", "archive the page again")
            return
        kind = _http(record, "Content-Type") if record.http_headers.get_statuscode() == "200" else ""
    else:
        kind = (record.rec_headers.get_header("Content-Type") or "") if record.rec_type == "resource" else ""
    if kind.partition(";")[0].strip().lower() in PAGES:
        yield from _page(record, path)


def _page(record: ArcWarcRecord, path: str) -> Iterator[Seed | Problem]:
    try:
        content = unpacked_answer(_sent(record), _http(record, "Content-Encoding"), MAX_BYTES)
    except (ChunkedDataException, OSError) as error:
        yield Problem(path, f"holds a page that {error}", "archive the page again, or save it as text")
        return
    address = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
    charset = _http(record, "Content-Type").lower().partition("charset=")[2].strip("\"' ;")
    yield from articles(content, path, address=address, charset=charset)
    if reason := record.rec_headers.get_header("WARC-Truncated"):
        yield Problem(path, f"was cut when it was archived ({reason[:40]})", "archive the page again")


def _http(record: ArcWarcRecord, name: str) -> str:
    return (record.http_headers.get_header(name) or "") if record.http_headers else ""


def _sent(record: ArcWarcRecord) -> bytes:
    """What the server sent, and no more than one byte over the limit."""
    chunked = _http(record, "Transfer-Encoding").strip().lower() == "chunked"
    stream = ChunkedDataReader(record.raw_stream, raise_exceptions=True) if chunked else record.raw_stream
    content = bytearray()
    while len(content) <= MAX_BYTES and (piece := stream.read(PIECE)):
        content += piece
    return bytes(content[: MAX_BYTES + 1])


def _missing(record: ArcWarcRecord) -> int:
    """How many bytes the record promised and did not hold: the library ends in silence where the file does."""
    while record.raw_stream.read(PIECE):
        pass
    left: int = record.raw_stream.limit
    return left
