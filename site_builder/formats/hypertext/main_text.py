"""The main text of a parsed page by trafilatura; where it finds none, by what the page marks as its article."""

from __future__ import annotations

from collections.abc import Iterator

import trafilatura
from lxml import etree
from lxml.html import HtmlElement

from site_builder.formats.hypertext.limits import BLOCKS
from site_builder.formats.plain_text import clean, folded

FEWEST_WORDS = 25
"""Fewer are a notice or a caption, not an article."""
LONGEST_STAMP = 60
"""Characters of a day and an hour as pages print them."""
NOT_TEXT = ("script", "style", "noscript", "template", "svg", "iframe", "object", "canvas", "form", "nav", "footer")
IN_LAYOUT = ("br", "p", "table")
"""What a cell has that holds a part of the page."""
TABLE = ("table", "tbody", "thead", "tfoot", "tr", "td", "th")
MARKED = (
    ".//*[@itemprop='articleBody']",
    ".//article",
    ".//main",
)
"""Where a page says that its article is."""


def main_text(page: HtmlElement) -> str:
    """The text of the article, one paragraph a line, an empty line between two; empty if there is none."""
    without_what_is_no_text(page)
    _open_layout_tables(page)
    _open_long_times(page)
    found = trafilatura.extract(page, favor_recall=True, include_comments=False, include_tables=True, deduplicate=False)
    text = clean(found or "").replace("\n", "\n\n")
    return text if enough(text) else next(_marked(page), "")


def enough(text: str) -> bool:
    return len(text.split()) >= FEWEST_WORDS


def _marked(page: HtmlElement) -> Iterator[str]:
    for path in MARKED:
        texts = [text for element in page.iterfind(path) if enough(text := block_text(element))]
        if len(texts) == 1:
            yield texts[0]


def without_what_is_no_text(page: HtmlElement) -> None:
    etree.strip_elements(page, *NOT_TEXT, with_tail=False)


def _open_layout_tables(page: HtmlElement) -> None:
    """Tables that hold a page and not data, as portals were built once, become plain divisions."""
    cells = [cell for cell in page.iter("td", "th") if any(cell.find(f".//{tag}") is not None for tag in IN_LAYOUT)]
    outermost = {table for cell in cells for table in list(cell.iterancestors("table"))[-1:]}
    for table in outermost:
        for part in table.iter(*TABLE):
            part.tag = "div"


def _open_long_times(page: HtmlElement) -> None:
    """``<time>`` that was never closed holds the story behind it, which extractors drop with the stamp."""
    for stamp in list(page.iter("time")):
        if any(part.tag in BLOCKS for part in stamp.iterdescendants()) or len(stamp.text_content()) > LONGEST_STAMP:
            stamp.drop_tag()


def block_text(element: HtmlElement) -> str:
    """All text of an element, a line for each block, an empty line between two."""
    pieces: list[str] = []
    for event, node in etree.iterwalk(element, events=("start", "end", "comment", "pi")):
        pieces.append("\n" if node.tag in BLOCKS else "")
        if event == "start":
            pieces.append(node.text or "")
        elif node is not element:
            pieces.append(node.tail or "")
    lines = map(folded, "".join(pieces).split("\n"))
    return "\n\n".join(line for line in lines if line)
