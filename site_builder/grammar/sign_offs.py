"""Initials, credits and stars behind the last full stop: ``… aman. (b/an)``, ``… selesai.***(rls)``."""

from __future__ import annotations

import re

from site_builder.model import Span

_SIGN = (
    r"(?:[(\[]\s?(?:\*+|[A-Za-z*][\w*.& '’-]{0,30}(?:[/|,]\s?[\w*.& '’-]{1,40}){1,5}|[A-Za-z]{1,4}-\d{1,3}"
    r"|[a-z]{1,12}\d{0,4}|[A-Z]{1,4}\d{0,3}|[A-Z]{5,20}|[A-Z][a-z]{1,14}(?:\s[A-Z][\w.]{0,14}){0,3}|[\w-]{3,40}\.(?:com|co\.id|id|co|net))"
    r"\s?[)\]]\.?|\*{1,4})"
)
_END = re.compile(rf"(?<=[.!?”\"'’)\w*])\s{{0,3}}(?P<sign>{_SIGN}(?:\s?{_SIGN}){{0,2}}\s?)$")
_STOP = frozenset(".!?”\"'’*")
_CLOSING = (")", "]", "*")
"""How every sign ends, but for a full stop."""
_TAIL = 150


def sign_off(line: str) -> Span | None:
    """Where a line is signed, if it is: only behind a full stop, for ``pemungutan suara (PSU)`` is no credit."""
    if not line.rstrip().removesuffix(".").endswith(_CLOSING):
        return None
    found = _END.search(line, max(0, len(line) - _TAIL))
    if found is None or line[: found.start()].rstrip()[-1:] not in _STOP:
        return None
    return found.span("sign")
