"""Packed streams by pieces, with an end to what they may unpack to."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, Protocol

MAGIC = b"\x1f\x8b"
MOST_TIMES = 60
"""How many times its packed size a stream may unpack to; pages and articles pack 4 to 20 times, bombs 1,000."""
FREE = 10_000_000
"""Bytes that any stream may unpack to: a short one may well repeat itself."""


class Source(Protocol):
    """What is read by pieces."""

    def read(self, size: int = -1, /) -> bytes: ...
    def readline(self, size: int = -1, /) -> bytes: ...


class BombError(OSError):
    """A stream unpacks to more than it could honestly hold."""


class Unpacked:
    """The unpacked bytes of a gzip stream.

    Reading raises OSError if the stream is cut or damaged, or if it unpacks to too much.
    """

    def __init__(self, packed: BinaryIO) -> None:
        self._packed = packed
        self._file = gzip.GzipFile(fileobj=packed)
        self._total = 0

    def read(self, size: int = -1, /) -> bytes:
        """Some bytes, up to ``size``; all that can be had before an error is given before it."""
        with _as_os_error():
            return self._counted(self._file.read1(size))

    def readline(self, size: int = -1, /) -> bytes:
        with _as_os_error():
            return self._counted(self._file.readline(size))

    def _counted(self, piece: bytes) -> bytes:
        self._total += len(piece)
        if self._total > FREE and self._total > MOST_TIMES * self._packed.tell():
            raise BombError(f"unpacks to more than {MOST_TIMES} times its size")
        return piece


@contextmanager
def _as_os_error() -> Iterator[None]:
    """One kind of error for all damage; who reads records takes an EOFError for the end of a sound file."""
    try:
        yield
    except (EOFError, zlib.error) as error:
        raise OSError(str(error)) from None


def unpacked(stream: BinaryIO) -> Source:
    """The stream without its gzip packing, whatever its name says; it must be at its beginning."""
    packed = stream.read(len(MAGIC)) == MAGIC
    stream.seek(0)
    return Unpacked(stream) if packed else stream


def unpacked_answer(body: bytes, packing: str, limit: int) -> bytes:
    """The content of an answer that a server packed for the way: its first ``limit`` bytes and one more.

    Raises OSError if it is cut or damaged, or packed in a way that nobody here can undo.
    """
    packing = packing.strip().lower()
    if packing in ("", "identity"):
        return body
    if packing not in ("gzip", "x-gzip", "deflate"):
        raise OSError(f"is packed as {packing[:20]!r}, which cannot be read")
    raw_deflate = packing == "deflate" and body[:1] != b"\x78"
    unpacking = zlib.decompressobj(wbits=-15 if raw_deflate else 47)  # 47: gzip or zlib, as its head says
    try:
        content = unpacking.decompress(body, limit + 1)
    except zlib.error as error:
        raise OSError(f"is damaged ({error})") from None
    if len(content) <= limit and not unpacking.eof:
        raise OSError("breaks off inside its packing")
    return content
