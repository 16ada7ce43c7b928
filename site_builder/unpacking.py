"""Packed streams by pieces, with an end to what they may unpack to."""

from __future__ import annotations

import gzip
from typing import BinaryIO, Protocol

MAGIC = b"\x1f\x8b"
MOST_TIMES = 150
"""How many times its packed size a stream may unpack to; pages and articles pack 4 to 20 times, bombs 1,000."""
FREE = 20_000_000
"""Bytes that any stream may unpack to: a short one may well repeat itself."""


class Source(Protocol):
    """What is read by pieces."""

    def read(self, size: int = -1, /) -> bytes: ...
    def readline(self, size: int = -1, /) -> bytes: ...


class BombError(OSError):
    """A stream unpacks to more than it could honestly hold."""


class Unpacked:
    """The unpacked bytes of a gzip stream.

    Reading raises EOFError if the stream is cut, OSError or zlib.error if it is damaged, BombError if it unpacks to
    too much.
    """

    def __init__(self, packed: BinaryIO) -> None:
        self._packed = packed
        self._file = gzip.GzipFile(fileobj=packed)
        self._total = 0

    def read(self, size: int = -1, /) -> bytes:
        return self._counted(self._file.read(size))

    def readline(self, size: int = -1, /) -> bytes:
        return self._counted(self._file.readline(size))

    def _counted(self, piece: bytes) -> bytes:
        self._total += len(piece)
        if self._total > FREE and self._total > MOST_TIMES * self._packed.tell():
            raise BombError(f"unpacks to more than {MOST_TIMES} times its size")
        return piece


def unpacked(stream: BinaryIO) -> Source:
    """The stream without its gzip packing, whatever its name says; it must be at its beginning."""
    packed = stream.read(len(MAGIC)) == MAGIC
    stream.seek(0)
    return Unpacked(stream) if packed else stream
