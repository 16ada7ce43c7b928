"""How a time of day is printed: ``pukul 19.30 WIB``, ``21:18 WITA``, ``jam 9 pagi``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from site_builder.model import Span

OFFSETS: Final = {"WIB": "+07:00", "WITA": "+08:00", "WIT": "+09:00"}
_CLOCK = re.compile(
    r"(?P<word>\b(?:pukul|pkl\.?|jam|puku)\s{0,2}:?\s{0,2})?(?<![\d.,/])(?P<hour>[01]?\d|2[0-4])[.:](?P<minute>[0-5]\d)"
    r"(?:[.:](?P<second>[0-5]\d))?(?![\d/]|[.,]\d)(?:\s{0,2}(?P<zone>WITA|WIB|WIT)\b)?",
    re.IGNORECASE,
)
"""``pukul 19.30 wib``, ``21:18 WITA``, ``11:15:48``; a number with a point alone is not a time."""


@dataclass(frozen=True, slots=True)
class Clock:
    """One time of day; ``zone`` is the offset from UTC, None if not printed."""

    span: Span
    time: str
    second: str | None
    zone: str | None
    word: bool
    """True if ``pukul`` or ``jam`` stands before it."""


def clocks(text: str) -> Iterator[Clock]:
    """All times in the text, in order; digits with a point need ``pukul`` or a zone to be one."""
    for match in _CLOCK.finditer(text):
        zone = OFFSETS.get((match["zone"] or "").upper())
        colon = ":" in match[0][len(match["word"] or "") :]
        if match["word"] or zone or colon:
            hour = int(match["hour"]) % 24
            yield Clock(match.span(), f"{hour:02}:{match['minute']}", match["second"], zone, match["word"] is not None)
