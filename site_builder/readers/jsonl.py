"""JSON Lines: an article a line, read by pieces, packed or not."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from typing import BinaryIO, cast

from site_builder import records
from site_builder.errors import Problem
from site_builder.model import Seed

SUFFIXES = (".jsonl", ".jsonl.gz", ".ndjson")
LARGEST = 2_000_000
"""Bytes of one line."""
MOST_BAD = 100
"""Bad lines after which the rest of a file is not tried: it is something else."""


def read(stream: BinaryIO, path: str) -> Iterator[Seed | Problem]:
    """Each line that holds an article; ``#17`` is line 17."""
    lines = cast(BinaryIO, gzip.GzipFile(fileobj=stream)) if path.lower().endswith(".gz") else stream
    number = bad = 0
    try:
        while line := lines.readline(LARGEST + 1):
            number += 1
            if not line.strip():
                continue
            item = _seed(line, f"{path}#{number}")
            bad += isinstance(item, Problem)
            yield item
            if len(line) > LARGEST or bad == MOST_BAD:
                yield Problem(path, f"is not read beyond line {number}", "mend the lines that are reported first")
                return
    except (EOFError, OSError, zlib.error) as error:
        what = f"breaks off or is damaged after line {number} ({error})"
        yield Problem(path, what, "what stands before is read; fetch the file again for the rest")
    if not number:
        yield Problem(path, "is empty", "write one JSON object a line into it, or delete it")


def _seed(line: bytes, path: str) -> Seed | Problem:
    hint = 'write an object such as {"title": "…", "text": "…"} on one line'
    if len(line) > LARGEST:
        return Problem(path, f"is longer than {LARGEST:,} bytes", "keep one article in a line")
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Problem(path, f"is not JSON ({error})", hint)
    if not isinstance(record, dict):
        return Problem(path, "is not a JSON object", hint)
    return records.seed(record, raw=line, path=path, by="jsonl")
