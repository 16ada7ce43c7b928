"""JSON Lines: an article a line, read by pieces, packed or not."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from site_builder.errors import Problem
from site_builder.formats import records
from site_builder.formats.unpacking import Source, unpacked
from site_builder.model import Seed

SUFFIXES = (".jsonl", ".jsonl.gz", ".ndjson")
LARGEST = 2_000_000
"""Bytes of one line."""
MOST_BLANK = 100_000
"""Lines without anything on them: a file of more is not one of articles."""
HINT = 'write an object such as {"title": "…", "text": "…"} on one line'


def read(stream: BinaryIO, path: str) -> Iterator[Seed | Problem]:
    """Each line that holds an article; ``#17`` is line 17."""
    done = bad = 0
    try:
        for number, line in _lines(unpacked(stream)):
            item = _seed(line, f"{path}#{number}")
            done, bad = number, bad + isinstance(item, Problem)
            yield item
            if len(line) > LARGEST or bad == records.MOST_BAD:
                yield Problem(path, f"is not read beyond line {number}", "mend the lines that are reported first")
                return
    except OSError as error:
        what = f"breaks off or is damaged after line {done} ({error})"
        yield Problem(path, what, "what stands before is read; fetch the file again for the rest")
        return
    if not done:
        yield Problem(path, "is empty", "write one JSON object a line into it, or delete it")


def _lines(source: Source) -> Iterator[tuple[int, bytes]]:
    """The lines that hold anything, with their numbers; the beginning of one that is too long."""
    number = blank = 0
    while line := source.readline(LARGEST + 1):
        number += 1
        if line.strip():
            yield number, line
        else:
            blank += 1
        if blank > MOST_BLANK:
            raise OSError(f"has more than {MOST_BLANK:,} empty lines")


def _seed(line: bytes, path: str) -> Seed | Problem:
    if len(line) > LARGEST:
        return Problem(path, f"is longer than {LARGEST:,} bytes", "keep one article in a line")
    try:
        record = json.loads(line, object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:
        return Problem(path, f"is not JSON ({error})", HINT)
    if not isinstance(record, dict):
        return Problem(path, "is not a JSON object", HINT)
    return records.seed(record, raw=line, path=path, by="jsonl")


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """The object of these pairs; a key that stands twice would lose one of its values without a word."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key stands twice")
    return found
