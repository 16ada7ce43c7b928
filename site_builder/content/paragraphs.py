"""Plain paragraphs -> Markdown that renders to the same text, and no more escapes than that needs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from site_builder.model import Document

CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")
"""Characters without a look that XML, YAML or Markdown's own machinery cannot carry."""
INLINE = re.compile(r"[\\`*_\[]|<|&(?=#?[0-9A-Za-z]+;)")
"""What means something anywhere in a line: ``*``, ``[``, ``<b>``, ``&copy;``."""
HEADING = re.compile("#")
"""Number signs mean something at both ends of a heading."""
AT_START = re.compile(r"[#>+!~:-]")
"""What means something at the start of a line: ``# x``, ``- x``, ``!!! note``, ``: x``, ``~~~``."""
NUMBERED = re.compile(r"([0-9]+)\.")
"""``1.`` at the start of a line begins a list."""
ENTITIES = {"<": "&lt;", "&": "&amp;", "~": "&#126;", ":": "&#58;"}
"""What python-markdown does not let a backslash escape."""


def clean(text: str) -> str:
    """The text on one line: white space is one space, characters that no format carries are gone."""
    return " ".join(CONTROL.sub("", text).split())


def to_markdown(paragraphs: Iterable[tuple[str, bool]]) -> str:
    """Markdown for paragraphs, of which those with True are headings; empty ones are left out."""
    cleaned = ((clean(text), is_heading) for text, is_heading in paragraphs)
    return "\n\n".join(_heading(text) if is_heading else _paragraph(text) for text, is_heading in cleaned if text)


def of(document: Document) -> Iterator[tuple[str, bool]]:
    """The body of a document, a paragraph a block; True marks a section head."""
    for block in document.body():
        start, end = block.span
        yield document.prose[start:end], block.label == "section-head"


def _heading(text: str) -> str:
    return "## " + HEADING.sub(_escape, INLINE.sub(_escape, text))


def _paragraph(text: str) -> str:
    if number := NUMBERED.match(text):
        return f"{number[1]}\\.{INLINE.sub(_escape, text[number.end() :])}"
    start = AT_START.match(text)
    rest = INLINE.sub(_escape, text[1:] if start else text)
    return f"{_escape(start)}{rest}" if start else rest


def _escape(found: re.Match[str]) -> str:
    return ENTITIES.get(found[0], f"\\{found[0]}")
