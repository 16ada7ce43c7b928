"""Initials, credits and stars behind the last full stop of a paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.grammar.sign_offs import sign_off
from site_builder.labels import Sheet
from site_builder.model import LineLabel, Span

LABEL: LineLabel = "sign-off"


def spans(sheet: Sheet) -> Iterator[tuple[int, Span]]:
    for index, line in sheet.body():
        if found := sign_off(line.text):
            yield index, (line.span[0] + found[0], line.span[0] + found[1])
