"""When the page appeared: from its date line, else the date in the dateline, else its address.

Copyright years, clocks of the copy, counters and the dates of other articles never count: none of them stands in
a line that is a date line.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from site_builder.grammar import addresses, datelines
from site_builder.grammar.dates import printed_dates
from site_builder.grammar.days import Day, resolve, with_time
from site_builder.model import Block, Document, Known, Reading

VERSION = 1

_BY = f"published/{VERSION}"


def extract(document: Document, known: Known) -> Iterator[Reading]:
    lines = sorted(_in_date_lines(document), key=lambda reading: -reading.confidence)
    yield from lines
    yield from _in_dateline(document)
    yield from _in_address(known)


def _in_date_lines(document: Document) -> Iterator[Reading]:
    """A date above the headline may be the day on which the copy was made: the page's clock."""
    title = next((block.span[0] for block in document.labelled("title")), 0)
    for block in document.labelled("date-line"):
        for printed in printed_dates(document.quote(block.span)):
            if printed.precise and (day := resolve(printed, near=None)):
                reading = _of_line(document, block, day)
                yield replace(reading, confidence=reading.confidence - 0.1) if block.span[1] <= title else reading


def _of_line(document: Document, block: Block, day: Day) -> Reading:
    value, end = with_time(day.edtf, document.quote(block.span), day.span[1])
    span = (block.span[0] + day.span[0], block.span[0] + end)
    quote = document.quote(span)
    detail = {"basis": "date-line", "printed": quote}
    if day.warning:
        detail["warning"] = day.warning
    return Reading("published", value, quote, span, _BY, 0.98 if "T" in value else 0.95, detail)


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
