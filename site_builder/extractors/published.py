"""When the page appeared: from its date line, else the date in the dateline, else its address.

Copyright years, clocks of the copy, counters and the dates of other articles never count: none of them stands in
a line that is a date line.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from site_builder.grammar import addresses, clock, datelines
from site_builder.grammar.dates import Printed, printed_dates
from site_builder.grammar.days import resolve
from site_builder.model import Document, Known, Reading

VERSION = 1


def extract(document: Document, known: Known) -> Iterator[Reading]:
    lines = sorted(_in_date_lines(document), key=lambda reading: -reading.confidence)
    yield from lines
    yield from _in_dateline(document)
    yield from _in_address(known)


def _in_date_lines(document: Document) -> Iterator[Reading]:
    for block in document.labelled("date-line"):
        text = document.quote(block.span)
        for printed in printed_dates(text):
            day = resolve(printed, near=None) if printed.precise else None
            if day:
                start = block.span[0]
                value, end = _with_time(day.edtf.partition("/")[0], text, printed)
                span = (start + printed.span[0], start + end)
                detail = {"basis": "date-line", "printed": document.quote(span)} | (
                    {"warning": day.warning} if day.warning else {}
                )
                yield Reading(
                    "published", value, document.quote(span), span, _BY, 0.98 if "T" in value else 0.95, detail
                )


_BY = f"published/{VERSION}"


def _with_time(day: str, text: str, printed: Printed) -> tuple[str, int]:
    """The day with the time behind it, to the minute with its zone, to the second without; and where it ends."""
    for found in clock.clocks(text):
        if found.span[0] >= printed.span[1] and not day.endswith("?"):
            if found.zone:
                return f"{day}T{found.time}{found.zone}", found.span[1]
            if found.second:
                return f"{day}T{found.time}:{found.second}", found.span[1]
    return day, printed.span[1]


def _in_dateline(document: Document) -> Iterator[Reading]:
    start = next((i.span[0] for block in document.blocks for i in block.inline if i.label == "dateline"), None)
    found = datelines.dateline(document.seed.text[start : start + datelines.REACH]) if start is not None else None
    if start is None or found is None or found.date is None:
        return
    day = resolve(found.date, near=None)
    if day:
        span = (start + found.date.span[0], start + found.date.span[1])
        yield Reading(
            "published", day.edtf, found.date.text, span, _BY, 0.9, {"basis": "dateline", "printed": found.date.text}
        )


def _in_address(known: Known) -> Iterator[Reading]:
    for reading in known.readings.get("url", ()):
        day: date | None = addresses.path_day(reading.value) if isinstance(reading.value, str) else None
        if day:
            yield Reading("published", day.isoformat(), reading.quote, reading.span, _BY, 0.93, {"basis": "address"})
