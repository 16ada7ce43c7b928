"""Plain text: what a person copied out of a page, in whatever encoding their editor wrote."""

from __future__ import annotations

import codecs
import hashlib
import re
from collections.abc import Iterator
from typing import BinaryIO

from site_builder.errors import Problem
from site_builder.formats import plain_text
from site_builder.model import Seed

SUFFIXES = (".txt",)

LARGEST = 2_000_000
"""Bytes. The longest articles have some 60,000; what is larger is not one article."""
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""In this order: the mark of UTF-32 begins with that of UTF-16."""
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MOST_BINARY = 0.02
"""The share of control bytes above which a file is not text."""
_NOT_IN_CP1252 = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
_MOST_HIGH = 0.1
"""The share of bytes beyond ASCII that Indonesian in a Western encoding may have."""
_PAGE = re.compile(r"\s{0,100}<(?:!doctype html|html\b)", re.IGNORECASE)


def read(stream: BinaryIO, path: str) -> Iterator[Seed | Problem]:
    """One seed, with its escapes resolved and its mojibake mended; or what is wrong with the file."""
    raw = stream.read(LARGEST + 1)
    if problem := _unusable(raw, path):
        yield problem
        return
    decoded = _decoded(raw)
    if decoded is None:
        yield Problem(path, "is not text in UTF-8, UTF-16 or a Western encoding", "save it again as UTF-8")
        return
    mended, repairs = plain_text.mended(decoded)
    text = plain_text.clean(mended if _PAGE.match(mended) else plain_text.without_markup(mended))
    if not any(map(str.isalnum, text)):
        yield Problem(path, "holds no words", "paste the article's text into it, or delete it")
        return
    if _PAGE.match(text):
        yield Problem(path, "holds a web page, not its text", "give the file a name that ends in .html")
        return
    yield Seed(path, hashlib.sha256(raw).hexdigest(), text)
    if repairs:
        what = f"had {repairs} garbled characters (such as â€œ for “), which were repaired"
        yield Problem(path, what, plain_text.REPAIRED)


def _unusable(raw: bytes, path: str) -> Problem | None:
    if not raw.strip():
        return Problem(path, "is empty", "paste the article's text into it, or delete it")
    if len(raw) > LARGEST:
        return Problem(path, f"is larger than {LARGEST:,} bytes", "keep one article in a file")
    wide = raw.startswith(tuple(mark for mark, name in _BOMS if name != "utf-8-sig"))
    if not wide and len(_BINARY.findall(raw)) > _MOST_BINARY * len(raw):
        return Problem(path, "is not a text file", "copy the article's text out of the program that shows it")
    return None


def _decoded(raw: bytes) -> str | None:
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return _strictly(raw, encoding)
    text = _strictly(raw, "utf-8")
    if text is None and not _NOT_IN_CP1252.search(raw) and sum(byte > 127 for byte in raw) <= _MOST_HIGH * len(raw):
        return raw.decode("cp1252")
    return text


def _strictly(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None
