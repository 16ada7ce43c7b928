"""Headings inside the story; they stay part of the body."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.labels import Sheet, ends_sentence, is_paragraph
from site_builder.model import LineLabel

LABEL: LineLabel = "section-head"

_LONGEST = 120
_MOST_WORDS = 14
_REACH = 3
"""Lines around it among which its neighbours stand."""
_UNFINISHED = frozenset('.,;-–:"”')


def lines(sheet: Sheet) -> Iterator[int]:
    story = [i for i in sheet.open() if is_paragraph(sheet.lines[i].text)]
    for index in sheet.open():
        if story and story[0] < index < story[-1] and _is_head(sheet, index):
            yield index


def _is_head(sheet: Sheet, index: int) -> bool:
    """Short, without a full stop, between a whole sentence and a paragraph that begins one."""
    text = sheet.lines[index].text
    if len(text) > _LONGEST or len(text.split()) > _MOST_WORDS or not text[0].isupper() or text[-1] in _UNFINISHED:
        return False
    before, after = next(sheet.near(index, -_REACH), None), next(sheet.near(index, _REACH), None)
    if before is None or after is None:
        return False
    follows = sheet.lines[after].text
    return ends_sentence(sheet.lines[before].text) and is_paragraph(follows) and not follows[0].islower()
