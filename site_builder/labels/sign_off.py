"""Initials, credits and stars behind the last full stop of a paragraph: ``… aman. (b/an)``, ``… damai.(*)``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_builder.labels import Sheet
from site_builder.model import LineLabel, Span

LABEL: LineLabel = "sign-off"

_END = re.compile(
    r"(?<=[.!?”\"'’)\w])\s{0,3}(?P<sign>(?:[(\[](?:\*+|[A-Za-z*][\w*.&-]{0,18}(?:\s?[/|,-]\s?[\w*.& -]{1,30}){1,4}|"
    r"[a-z]{1,12}\d{0,4}|[A-Z]{1,4}\d{0,3}|"
    r"[A-Z][a-z]{1,14}(?:\s[A-Z][\w.]{0,14}){0,3}|[\w-]{3,40}\.(?:com|co\.id|id|co|net)(?:/[\w .]{2,40})?)[)\]]\.?|"
    r"\*{1,4}|[(]?\*+[)]?)\s?)$"
)
_STOP = frozenset(".!?”\"'’*")
_TAIL = 90


def spans(sheet: Sheet) -> Iterator[tuple[int, Span]]:
    for index, line in sheet.body():
        found = _END.search(line.text, max(0, len(line.text) - _TAIL))
        if found and found.start() > 0 and _stands_apart(line.text[: found.start()]):
            yield index, (line.span[0] + found.start("sign"), line.span[1])


def _stands_apart(before: str) -> bool:
    """Behind a full stop; ``pemungutan suara (PSU)`` is no credit."""
    return before.rstrip()[-1:] in _STOP
