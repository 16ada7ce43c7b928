"""Patterns tried only where they can begin: a scan for the beginnings is cheap, a try at every character is not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator


def matches_at(starts: Iterable[int], pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """What ``pattern.finditer(text)`` finds, if every match begins at one of the offsets, which ascend."""
    end = 0
    for start in starts:
        if start >= end and (match := pattern.match(text, start)):
            end = match.end()
            yield match
