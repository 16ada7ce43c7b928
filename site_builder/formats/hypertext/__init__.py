"""A page of the web -> the text of its article, and what its metadata state.

Shared by the readers of everything that holds pages; imported by those alone, for its libraries are heavy.
The text of the page is the coordinate system of its evidence; a stated fact has no place in it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from site_builder.errors import Problem
from site_builder.formats import plain_text
from site_builder.formats.hypertext.decoding import decoded
from site_builder.formats.hypertext.limits import MAX_BYTES, HypertextError, refuse_what_would_be_lost
from site_builder.formats.hypertext.main_text import block_text, enough, main_text, without_what_is_no_text
from site_builder.formats.hypertext.metadata import metadata
from site_builder.model import Seed, Stated

__all__ = ["MAX_BYTES", "Hypertext", "HypertextError", "articles", "fragment_text", "read_page"]

MOST_LOST = 0.01
"""The share of characters that may be none before a file is taken for something else than text."""
NO_MARKUP_HOLDS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]|&#0{0,9}(?:[0-8]|1[124-9]|2[0-9]|3[01]);")
"""Control characters, also as references: none is part of a text, and XML holds none."""
NO_ARTICLE = "save the page of the article itself, or copy its text"


@dataclass(frozen=True, slots=True)
class Hypertext:
    """What a page says."""

    text: str
    """Its title and its main text, one paragraph a line, an empty line between two."""
    stated: tuple[Stated, ...]
    """What its metadata state."""
    repaired: int = 0
    """Garbled characters that were decoded again."""
    lost: int = 0
    """Characters that the copy has lost."""
    cut: bool = False
    """True if it ends inside a tag, a comment or a script."""


def articles(
    raw: bytes, path: str, *, file: bytes = b"", address: str = "", charset: str | None = None
) -> Iterator[Seed | Problem]:
    """The one article of a page as a seed, and what is wrong with it.

    ``file`` is the whole file if the page is a part of it; ``address`` and ``charset`` are what its envelope states.
    """
    try:
        page = read_page(raw, address=address, charset=charset)
    except HypertextError as error:
        yield error.problem(path)
        return
    yield Seed(path, hashlib.sha256(file or raw).hexdigest(), page.text, page.stated)
    if page.repaired:
        what = f"had {page.repaired} garbled characters (such as â€œ for “), which were repaired"
        yield Problem(path, what, plain_text.REPAIRED)
    if page.cut:
        what = "breaks off inside a tag, a comment or a script: what follows there is not shown by any browser"
        yield Problem(path, what, "compare the end of the article, or save the page again")
    if page.lost:
        yield Problem(path, f"has lost {page.lost} characters (shown as \ufffd)", "fetch or save the page again")


def read_page(raw: bytes, *, address: str = "", charset: str | None = None) -> Hypertext:
    """The article of a page. Raises HypertextError if there is none, or if any of it could be lost."""
    if not raw.strip():
        raise HypertextError("is empty", "save the page again")
    if len(raw) > MAX_BYTES:
        raise HypertextError(f"is a page of more than {MAX_BYTES:,} bytes", "save it as text, or without its images")
    source = decoded(raw, charset)
    if source.lost > MOST_LOST * len(source.text):
        raise HypertextError("is not text", "save the page again, or copy its text")
    page, cut = _parsed(source.text)
    facts = metadata(page, source.text, address)
    if facts.is_list:
        raise HypertextError("is a front page or a list of articles", NO_ARTICLE)
    text = main_text(page)
    if not text and facts.article_body:
        text = fragment_text(facts.article_body)
    if not enough(text):
        raise HypertextError("has no article", NO_ARTICLE)
    return Hypertext(plain_text.headed(facts.title, text), facts.stated, source.repaired, text.count("\ufffd"), cut)


def fragment_text(fragment: str) -> str:
    """The text of a piece of HTML, a line for each block. Raises HypertextError if any of it could be lost."""
    if not fragment.strip():
        return ""
    page, _ = _parsed(fragment)
    without_what_is_no_text(page)
    return block_text(page)


def _parsed(text: str) -> tuple[HtmlElement, bool]:
    """The page, and whether it breaks off."""
    text = NO_MARKUP_HOLDS.sub("", text)
    cut = refuse_what_would_be_lost(text)
    # As bytes: the parser takes a text for what its declarations say, and refuses lone halves of characters.
    raw = text.encode("utf-8", "replace")
    try:
        return document_fromstring(raw, parser=HTMLParser(encoding="utf-8")), cut
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise HypertextError(f"is not a readable page ({error})", "save it again, or save its text") from None
