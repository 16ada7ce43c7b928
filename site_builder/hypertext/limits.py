"""What the parser would lose in silence, or take for ever to read, measured on the text before it is parsed.

libxml2 drops what lies deeper than some 2,000 elements, drops a text of 10 MB whole, and takes quadratic time for
the attributes of one element. None of that can be seen in the tree that it gives.
"""

from __future__ import annotations

import re

from site_builder.errors import Problem

MAX_BYTES = 10_000_000
"""Of a page, with all its scripts and the pictures inside it."""
MAX_DEPTH = 500
MAX_ELEMENTS = 30_000
MAX_NAMES = 3_000
"""Characters of one tag without the values in quotes: some hundred attributes."""
MAX_TEXT = 500_000
"""Characters of a page's text; the longest articles have 60,000."""

START = re.compile(r"<(?:!--|!\[CDATA\[|(/?)([a-zA-Z][a-zA-Z0-9:-]{0,40}))")
INSIDE = re.compile(r"(?:[^>=]++|=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z))?+)*+")
"""The rest of a tag: attributes whose values may hold ``>`` in quotes."""
VALUES = re.compile(r"=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z))")
RAW = {name: re.compile(f"</{name}", re.IGNORECASE) for name in ("script", "style", "textarea", "title", "xmp")}
"""Elements whose content is no markup."""
VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
)
CLOSES_ITSELF = frozenset({"p", "li", "dt", "dd", "option", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup"})
"""Elements that the next of their kind closes: never nested without another element between."""


class HypertextError(Exception):
    """A page that cannot be read whole: what is wrong, and what to do."""

    def __init__(self, what: str, hint: str) -> None:
        super().__init__(f"{what} ({hint})")
        self.what = what
        self.hint = hint

    def problem(self, where: str) -> Problem:
        return Problem(where, self.what, self.hint)


def refuse_what_would_be_lost(text: str) -> None:
    """Raise HypertextError if a parser would not read all of the page, or not in time. Linear in its length."""
    if len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        raise HypertextError(f"is a page of more than {MAX_BYTES:,} bytes", "save it as text, or without its images")
    place = elements = length = 0
    opened = _Open()
    while found := START.search(text, place):
        length += found.start() - place
        name = (found[2] or "").lower()
        if not name:
            place = _behind(text, "-->" if found[0] == "<!--" else ">", found.end())
            continue
        place = _end_of_tag(text, found.end())
        if found[1]:
            opened.pop(name)
            continue
        elements += 1
        if name in RAW:
            place = _end_of_raw(text, name, place)
        elif name not in VOID and name not in CLOSES_ITSELF:
            opened.push(name)
        if elements > MAX_ELEMENTS or opened.depth > MAX_DEPTH:
            raise HypertextError(_too_many(elements), "copy the article's text into a .txt file")
    if length + max(0, len(text) - place) > MAX_TEXT:
        what = f"is a page of more than {MAX_TEXT:,} characters of text"
        raise HypertextError(what, "copy the article's text into a .txt file")


def _too_many(elements: int) -> str:
    many = f"has more than {MAX_ELEMENTS:,} elements"
    return many if elements > MAX_ELEMENTS else f"has elements that are nested more than {MAX_DEPTH} deep"


class _Open:
    """The elements that are open, as a parser would keep them."""

    def __init__(self) -> None:
        self._stack: list[str] = []
        self._count: dict[str, int] = {}

    @property
    def depth(self) -> int:
        return len(self._stack)

    def push(self, name: str) -> None:
        self._stack.append(name)
        self._count[name] = self._count.get(name, 0) + 1

    def pop(self, name: str) -> None:
        """Close the innermost element of the name, and what is open inside it; nothing if there is none."""
        while self._count.get(name):
            last = self._stack.pop()
            self._count[last] -= 1
            if last == name:
                return


def _behind(text: str, end: str, start: int) -> int:
    """Behind the next ``end``; the end of the text if there is none, for so a parser reads it."""
    found = text.find(end, start)
    return len(text) if found < 0 else found + len(end)


def _end_of_tag(text: str, start: int) -> int:
    found = INSIDE.match(text, start)
    end = found.end() if found else start
    if end - start > MAX_NAMES and len(VALUES.sub("", text[start:end])) > MAX_NAMES:
        what = f"has a tag with more than {MAX_NAMES:,} characters of attributes"
        raise HypertextError(what, "copy the article's text into a .txt file")
    return end + 1


def _end_of_raw(text: str, name: str, start: int) -> int:
    found = RAW[name].search(text, start)
    return found.start() if found else len(text)
