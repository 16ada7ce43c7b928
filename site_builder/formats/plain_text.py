"""Text as people copy it and programs export it -> clean text: no invisible, garbled or escaped characters."""

from __future__ import annotations

import html
import re
import unicodedata

_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ud800-\udfff]"
    "|_x000[0-9A-Da-d]_"
)
"""Control and invisible characters, halves of a character, and the spelling that spreadsheets give them."""
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
_FEWEST_ENTITIES, _FEWEST_TAGS = 2, 3
REPAIRED = "compare the article with its source; save the file as UTF-8 to be rid of this"


def clean(text: str) -> str:
    """The text in Unicode NFC with ``\\n`` between lines, without characters that nobody sees."""
    return unicodedata.normalize("NFC", _UNSEEN.sub("", _LINE_END.sub("\n", text)))


def mended(text: str) -> tuple[str, int]:
    """The text with each garbled run decoded again, if it is UTF-8 to the last byte; and how many there were."""
    repairs = 0

    def again(match: re.Match[str]) -> str:
        nonlocal repairs
        run = b"".join(char.encode("cp1252", "ignore") or char.encode("latin-1", "ignore") for char in match[0])
        try:
            mended = run.decode("utf-8")
        except UnicodeDecodeError:
            return match[0]
        if len(mended) >= len(match[0]):
            return match[0]
        repairs += 1
        return mended

    return _MOJIBAKE.sub(again, text), repairs


def without_markup(text: str) -> str:
    """A text with escaped or leftover markup as a page would show it; any other stays as it is."""
    if len(_ENTITY.findall(text)) >= _FEWEST_ENTITIES:
        text = html.unescape(text)
    if len(_BLOCK_TAG.findall(text)) + len(_INLINE_TAG.findall(text)) >= _FEWEST_TAGS:
        text = _INLINE_TAG.sub("", _BLOCK_TAG.sub("\n", text))
    return text


def folded(text: str) -> str:
    """The words on one line, clean, a single space between two."""
    return " ".join(clean(text).split())


def headed(title: str, text: str) -> str:
    """A text with its title as first line, if it does not begin with it: so no paragraph is taken for the title."""
    first = folded(text.lstrip()[: 2 * len(title) + 50])
    return text if not title or first.casefold().startswith(title.casefold()) else f"{title}\n\n{text}"
