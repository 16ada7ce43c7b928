"""Memory of pure functions: the same results, faster the second time.

One index and one data file a function.  The index is replaced as a whole, the data grows until half of it is unused;
every result is framed by its hash, so whatever is damaged, missing, cut short or foreign is computed again.
"""

from __future__ import annotations

import hashlib
import os
import stat
import struct
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from site_builder.canonical import canonical

A = TypeVar("A")
R = TypeVar("R")

MAGIC = b"arsip-pilkada memo 1\n"
ENTRY = struct.Struct("<32sQQ32s")
"""Key, place in the data, length in bytes, hash of the result."""
HEADER = struct.Struct("<21s32sQ32s")
"""Magic, salt, generation of the data file, hash of the entries."""
_READ = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_APPEND = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


class _Place(NamedTuple):
    """Where a result stands in the data."""

    start: int
    length: int
    sha256: bytes


@dataclass(frozen=True, slots=True)
class Codec(Generic[R]):
    """How a result becomes bytes, and is read from them; ``decode`` raises ValueError, TypeError or KeyError."""

    encode: Callable[[R], bytes]
    decode: Callable[[bytes], R]


AS_IT_IS: Codec[bytes] = Codec(bytes, bytes)
"""For results that are bytes."""


class Memo(Generic[A, R]):
    """A function that remembers. ``computed`` counts the results that were not remembered."""

    def __init__(self, function: Callable[[A], R], codec: Codec[R], files: _Files) -> None:
        self._function = function
        self._codec = codec
        self._files = files
        self.computed = 0

    def __call__(self, argument: A) -> R:
        key = hashlib.sha256(canonical(argument)).digest()
        raw = self._files.get(key)
        if raw is not None:
            with suppress(ValueError, TypeError, KeyError):  # an older form of the result
                return self._codec.decode(raw)
        self.computed += 1
        result = self._function(argument)
        self._files.put(key, self._codec.encode(result))
        return result


@contextmanager
def memo(
    function: Callable[[A], R],
    *,
    name: str,
    salt: bytes,
    folder: Path | None,
    codec: Codec[R],
) -> Iterator[Memo[A, R]]:
    """``function``, faster the second time; what this run did not ask for is forgotten at the end.

    ``salt`` is the digest of all that the result depends on besides the argument: code, templates, versions.
    ``folder`` None remembers nothing.  If the block raises, what was remembered before stays.
    """
    files = _Files(folder, name, salt)
    try:
        yield Memo(function, codec, files)
        files.save()
    finally:
        files.close()


class _Files:
    """The index and the data of one function. An error of the disk is never more than a result not remembered."""

    def __init__(self, folder: Path | None, name: str, salt: bytes) -> None:
        self._folder = folder
        self._name = name
        self._salt = hashlib.sha256(salt).digest()
        self._generation = 0
        self._old: dict[bytes, _Place] = {}
        self._used: dict[bytes, _Place] = {}
        self._reader: int | None = None
        self._writer: int | None = None
        self._end = 0
        if folder is not None:
            with suppress(OSError):
                self._open(folder)

    def _open(self, folder: Path) -> None:
        self._generation, self._old = _read_index(folder / f"{self._name}.index", self._salt)
        folder.mkdir(parents=True, exist_ok=True)
        if not self._old:
            self._generation += 1
            with suppress(FileNotFoundError):
                self._data().unlink()
        self._writer = os.open(self._data(), _APPEND, 0o644)
        self._reader = os.open(self._data(), _READ)
        self._end = os.fstat(self._writer).st_size

    def _data(self) -> Path:
        return (self._folder or Path()) / f"{self._name}.{self._generation}.data"

    def get(self, key: bytes) -> bytes | None:
        place = self._used.get(key) or self._old.get(key)
        if place is None or self._reader is None or place.start + place.length > self._end:
            return None
        raw = _pread(self._reader, place)
        if hashlib.sha256(raw).digest() != place.sha256:
            return None
        self._used[key] = place
        return raw

    def put(self, key: bytes, raw: bytes) -> None:
        if self._writer is None:
            return
        try:
            _write(self._writer, raw)
        except OSError:
            self.close()
            return
        self._used[key] = _Place(self._end, len(raw), hashlib.sha256(raw).digest())
        self._end += len(raw)

    def save(self) -> None:
        """Make what was used the new index, and the data smaller if most of it is unused."""
        if self._folder is None or self._writer is None or self._used == self._old:
            return
        with suppress(OSError):
            stale = self._data()
            if self._end > 2 * sum(place.length for place in self._used.values()):
                self._compact()
            _write_index(self._folder / f"{self._name}.index", self._salt, self._generation, self._used)
            if self._data() != stale:
                stale.unlink()

    def _compact(self) -> None:
        kept = {key: raw for key in self._used if (raw := self.get(key)) is not None}
        self.close()
        self._generation += 1
        self._used, self._old, self._end = {}, {}, 0
        with suppress(FileNotFoundError):
            self._data().unlink()
        self._writer = os.open(self._data(), _APPEND, 0o644)
        for key, raw in kept.items():
            self.put(key, raw)

    def close(self) -> None:
        for descriptor in (self._reader, self._writer):
            if descriptor is not None:
                os.close(descriptor)
        self._reader = self._writer = None


def _pread(descriptor: int, place: _Place) -> bytes:
    with suppress(OSError, OverflowError):
        os.lseek(descriptor, place.start, os.SEEK_SET)
        return os.read(descriptor, place.length)
    return b""


def _write(descriptor: int, raw: bytes) -> None:
    rest = memoryview(raw)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _read_index(path: Path, salt: bytes) -> tuple[int, dict[bytes, _Place]]:
    """The generation and the entries; no entries if the index is missing, damaged, or of another salt."""
    try:
        with open(os.open(path, _READ), "rb") as file:
            raw = file.read()
    except OSError:
        return 0, {}
    if len(raw) < HEADER.size or (len(raw) - HEADER.size) % ENTRY.size:
        return 0, {}
    magic, its_salt, generation, sha256 = HEADER.unpack_from(raw)
    entries = raw[HEADER.size :]
    if magic != MAGIC or its_salt != salt or hashlib.sha256(raw[: HEADER.size - 32] + entries).digest() != sha256:
        return 0, {}
    return generation, {key: _Place(*place) for key, *place in ENTRY.iter_unpack(entries)}


def _write_index(path: Path, salt: bytes, generation: int, entries: Mapping[bytes, _Place]) -> None:
    raw = b"".join(ENTRY.pack(key, *place) for key, place in entries.items())
    head = HEADER.pack(MAGIC, salt, generation, bytes(32))[:-32]
    write_whole(path, head + hashlib.sha256(head + raw).digest() + raw)


def write_whole(path: Path, raw: bytes) -> None:
    """Replace a file of the cache in one step."""
    part = path.with_name(path.name + ".part")
    with suppress(FileNotFoundError):
        part.unlink()
    with open(part, "xb") as file:
        file.write(raw)
    os.replace(part, path)


# Digests ------------------------------------------------------------------------------------------------------------


def digest_of(*parts: bytes | str) -> bytes:
    """SHA-256 of the parts; where one ends and the next begins matters."""
    hashed = hashlib.sha256()
    for part in parts:
        raw = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        hashed.update(b"%d:" % len(raw))
        hashed.update(raw)
    return hashed.digest()


def digest_of_files(folder: Path, *, endings: tuple[str, ...]) -> bytes:
    """Of names and contents of all files below a folder whose names end so: code, templates, tables.

    Links, pipes and what may not be read count by their names, so that they show when they come and go.
    """
    paths = sorted(path for path in folder.rglob("*") if path.name.endswith(endings))
    return digest_of(*(part for path in paths for part in (path.relative_to(folder).as_posix(), _content(path))))


def _content(path: Path) -> bytes:
    try:
        return b"file " + path.read_bytes() if stat.S_ISREG(path.lstat().st_mode) else b"no file"
    except OSError:
        return b"unreadable"


def versions(names: Iterable[str]) -> str:
    """Names and versions of installed packages; one that is not installed has none."""
    return "\n".join(f"{name} {_version(name)}" for name in sorted(names))


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "-"


def same_as_last(digest: bytes, *, name: str, folder: Path | None) -> bool:
    """Whether the last run that called ``remember`` had the same digest."""
    if folder is None:
        return False
    try:
        return (folder / f"{name}.last").read_bytes() == digest
    except OSError:
        return False


def remember(digest: bytes, *, name: str, folder: Path | None) -> None:
    """Keep the digest of a run that ended well."""
    if folder is not None:
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            write_whole(folder / f"{name}.last", digest)
