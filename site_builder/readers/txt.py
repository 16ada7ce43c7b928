"""Plain text: what a person copied out of a page, in whatever encoding their editor wrote."""

from __future__ import annotations

import codecs
import hashlib
import html
import re
import unicodedata
from collections.abc import Iterator
from typing import BinaryIO

from site_builder.errors import Problem
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
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|_x000[0-9A-Da-d]_"
)
"""Control and invisible characters, and the spelling that spreadsheets give them; none is part of a word."""
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MOST_BINARY = 0.02
"""The share of control bytes above which a file is not text."""
_NOT_IN_CP1252 = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
_MOST_HIGH = 0.1
"""The share of bytes beyond ASCII that Indonesian in a Western encoding may have."""
_MOJIBAKE = re.compile(
    "[ÂÃÄÅËÌâïð][\x80-\xff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201e\u2020-\u2022"
    "\u2026\u2030\u2039\u203a\u20ac\u2122]{1,3}"
)
"""``â€œ``: one character of UTF-8 that was once read as a Western encoding, by its first byte."""
_ENTITY = re.compile(r"&(?:nbsp|amp|quot|lt|gt|[lr][sd]quo|hellip|[nm]dash|apos|bull|#\d{2,5}|#x[0-9a-fA-F]{2,4});")
_BLOCK_TAG = re.compile(
    r"</?(?:p|br|div|li|ul|ol|h[1-6]|figure|figcaption|blockquote|tr|table|section|article)\b[^<>\n]{0,400}>",
    re.IGNORECASE,
)
_INLINE_TAG = re.compile(
    r"</?(?:a|b|i|u|em|strong|span|font|img|small|sup|sub|iframe|script|style)\b[^<>\n]{0,400}>", re.IGNORECASE
)
_PAGE = re.compile(r"\s{0,100}<(?:!doctype html|html\b)", re.IGNORECASE)
_FEWEST_ENTITIES, _FEWEST_TAGS = 2, 3


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
    mended, repairs = _mended(_LINE_END.sub("\n", decoded))
    text = unicodedata.normalize("NFC", _UNSEEN.sub("", _plain(mended)))
    if not any(map(str.isalnum, text)):
        yield Problem(path, "holds no words", "paste the article's text into it, or delete it")
        return
    if _PAGE.match(text):
        yield Problem(path, "holds a web page, not its text", "give the file a name that ends in .html")
        return
    yield Seed(path, hashlib.sha256(raw).hexdigest(), text)
    if repairs:
        what = f"had {repairs} garbled characters (such as â€œ for “), which were repaired"
        yield Problem(path, what, "compare the article with its source; save the file as UTF-8 to be rid of this")


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


def _mended(text: str) -> tuple[str, int]:
    """The text with each garbled run decoded again, if it is UTF-8 to the last byte; and how many there were."""
    repairs = 0

    def again(match: re.Match[str]) -> str:
        nonlocal repairs
        run = b"".join(char.encode("cp1252", "ignore") or char.encode("latin-1", "ignore") for char in match[0])
        mended = _strictly(run, "utf-8")
        if mended is None or len(mended) >= len(match[0]):
            return match[0]
        repairs += 1
        return mended

    return _MOJIBAKE.sub(again, text), repairs


def _plain(text: str) -> str:
    """A text with escaped or leftover markup as the page would show it; any other stays as it is."""
    if len(_ENTITY.findall(text)) >= _FEWEST_ENTITIES:
        text = html.unescape(text)
    if len(_BLOCK_TAG.findall(text)) + len(_INLINE_TAG.findall(text)) >= _FEWEST_TAGS and not _PAGE.match(text):
        text = _INLINE_TAG.sub("", _BLOCK_TAG.sub("\n", text))
    return text
