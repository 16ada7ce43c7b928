"""What the parser would lose in silence, or take for ever to read, measured on the text before it is parsed.

libxml2 drops what lies deeper than some 2,000 elements, and a text of 10 MB whole; trafilatura drops what lies deeper
than some 250.  The one takes quadratic time for the attributes of an element, the other for the elements in a line.
None of that can be seen in the tree that they give.
"""

from __future__ import annotations

import re

from site_builder.errors import Problem

MAX_BYTES = 10_000_000
"""Of a page, with all its scripts and the pictures inside it."""
MAX_DEPTH = 200
MAX_ELEMENTS = 20_000
MAX_IN_LINE = 600
"""Elements and comments within one block: links, bold words."""
MAX_NAMES = 3_000
"""Characters of one tag without the values in quotes: some hundred attributes."""
MAX_TEXT = 500_000
"""Characters of a page's text; the longest articles have 60,000."""

BLOCKS = (
    "address", "article", "blockquote", "br", "dd", "div", "dt", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5",
    "h6", "hr", "li", "main", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul",
)  # fmt: skip
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
PARTS = {"table": 3, "ul": 1, "ol": 1, "dl": 1, "select": 1}
"""How many elements that close themselves lie between one of these and another inside it."""


class HypertextError(Exception):
    """A page that cannot be read whole: what is wrong, and what to do."""

    def __init__(self, what: str, hint: str) -> None:
        super().__init__(f"{what} ({hint})")
        self.what = what
        self.hint = hint

    def problem(self, where: str) -> Problem:
        return Problem(where, self.what, self.hint)


def refuse_what_would_be_lost(text: str) -> bool:
    """Raise HypertextError if a parser would not read all of the page, or not in time. Linear in its length.

    True if the page ends inside a tag, a comment or a script, so that no browser would show what follows.
    """
    if len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        raise HypertextError(f"is a page of more than {MAX_BYTES:,} bytes", "save it as text, or without its images")
    place = elements = in_line = length = 0
    opened = _Open()
    while found := START.search(text, place):
        length += found.start() - place
        name = (found[2] or "").lower()
        in_line = 0 if name in BLOCKS and name != "br" else in_line + (not found[1] and name not in VOID)
        if elements > MAX_ELEMENTS or in_line > MAX_IN_LINE or opened.depth > MAX_DEPTH:
            raise HypertextError(_too_many(elements, in_line), "copy the article's text into a .txt file")
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
    if length + max(0, len(text) - place) > MAX_TEXT:
        what = f"is a page of more than {MAX_TEXT:,} characters of text"
        raise HypertextError(what, "copy the article's text into a .txt file")
    return place > len(text)


def _too_many(elements: int, in_line: int) -> str:
    if elements > MAX_ELEMENTS:
        return f"has more than {MAX_ELEMENTS:,} elements"
    if in_line > MAX_IN_LINE:
        return f"has more than {MAX_IN_LINE:,} elements in one paragraph"
    return f"has elements that are nested more than {MAX_DEPTH} deep"


class _Open:
    """The elements that are open, as a parser would keep them."""

    def __init__(self) -> None:
        self._stack: list[str] = []
        self._count: dict[str, int] = {}

    @property
    def depth(self) -> int:
        """With the elements that close themselves, as deep as their lists and tables can hold them."""
        inside = sum(self._count.get(name, 0) * parts for name, parts in PARTS.items())
        return len(self._stack) + inside

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
    return len(text) + 1 if found < 0 else found + len(end)


def _end_of_tag(text: str, start: int) -> int:
    found = INSIDE.match(text, start)
    end = found.end() if found else start
    if end - start > MAX_NAMES and len(VALUES.sub("", text[start:end])) > MAX_NAMES:
        what = f"has a tag with more than {MAX_NAMES:,} characters of attributes"
        raise HypertextError(what, "copy the article's text into a .txt file")
    return end + 1  # behind the ">", or behind the end of the text


def _end_of_raw(text: str, name: str, start: int) -> int:
    found = RAW[name].search(text, start)
    return found.start() if found else len(text) + 1
