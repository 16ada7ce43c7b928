"""The time of day at which the event began, if it is printed beside the event's day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_builder.grammar.clock import Clock, clocks
from site_builder.model import Document, Known, Reading

VERSION = 1

_BEFORE, _BEHIND = 90, 60
"""Code points around the day within which the time must stand, in the same sentence."""
_STOP = re.compile(r"\.\s|\n")


def extract(document: Document, known: Known) -> Iterator[Reading]:
    day = next(iter(known.readings.get("event.date", ())), None)
    if day is None or day.span is None:
        return
    start, end = max(0, day.span[0] - _BEFORE), day.span[1] + _BEHIND
    window = document.prose[start:end]
    printed_day = day.span
    for found in sorted(clocks(window), key=lambda clock: clock.span[0] + start < printed_day[0]):
        span = (found.span[0] + start, found.span[1] + start)
        if _belongs(document.prose, found, span, printed_day):
            yield Reading(
                "event.time", found.time + (found.zone or ""), document.quote(span), span, f"event_time/{VERSION}", 0.9
            )


def _belongs(prose: str, found: Clock, span: tuple[int, int], day: tuple[int, int]) -> bool:
    between = prose[min(span[1], day[1]) : max(span[0], day[0])]
    return (found.word or found.zone is not None) and _STOP.search(between) is None
