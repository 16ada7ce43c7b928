"""The bytes of a page -> its text, whatever it declares about itself."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from site_builder.formats.plain_text import mended

MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s{0,3}=\s{0,3}["']?([A-Za-z0-9_-]{2,20})""", re.I
)
"""``<meta charset="windows-1252">``, ``<?xml version="1.0" encoding="utf-8"?>``."""
DECLARED_WITHIN = 100_000
"""Bytes in which a page may declare its encoding; browsers look at 1,024, many a page says it later."""
ENCODINGS = frozenset(
    {"utf-8", "utf-16-le", "utf-16-be", "iso8859-15", *(f"cp{number}" for number in range(1250, 1259))}
)
"""What a page may be written in. Not every codec: some take quadratic time, some run escapes."""
WESTERN = "cp1252"
"""What the web takes a page for that declares nothing, ASCII or Latin 1."""
WIDE = 0.3
"""The share of zero bytes from which a text without a mark is UTF-16."""
XML_DECLARATION = re.compile(r"\A\s{0,100}<\?xml[^>]{0,200}\?>")
LOST = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True)
class Decoded:
    text: str
    repaired: int
    """Garbled characters that were decoded again."""
    lost: int
    """Bytes that are no character; each stands as ``\ufffd``, and so does one that the page itself had lost."""


def decoded(raw: bytes, charset: str | None = None) -> Decoded:
    """The text of a page; ``charset`` is what its envelope declares. Valid UTF-8 is UTF-8, whoever denies it."""
    text = _text(raw, charset).replace("\x00", "")
    text, repaired = mended(text)
    return Decoded(XML_DECLARATION.sub("", text), repaired, text.count(LOST))


def _text(raw: bytes, charset: str | None) -> str:
    for mark, encoding in MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, errors="replace")
    if wide := _wide(raw):
        return raw.decode(wide, errors="replace")
    utf_8 = raw.decode("utf-8", errors="replace")
    lost = utf_8.count(LOST)
    # A few broken bytes, as a cut or a careless advertisement leaves them, do not make a page Western.
    if not lost or lost < sum(not char.isascii() for char in utf_8) - lost:
        return utf_8
    found = DECLARED.search(raw[:DECLARED_WITHIN])
    declared = _known(charset) or (_known(found[1].decode("ascii")) if found else None)
    return raw.decode(WESTERN if declared in (None, "utf-8") else declared or WESTERN, errors="replace")


def _wide(raw: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of Western text is zero."""
    sample = raw[:2000]
    if sample.count(0) < WIDE * len(sample) or not sample:
        return None
    return "utf-16-be" if sample[::2].count(0) > sample[1::2].count(0) else "utf-16-le"


def _known(charset: str | None) -> str | None:
    try:
        name = codecs.lookup(charset or "").name
    except LookupError:
        return None
    return WESTERN if name in ("iso8859-1", "ascii") else name if name in ENCODINGS else None
