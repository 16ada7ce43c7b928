"""Headings inside the story; they stay part of the body."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.labels import Sheet, ends_sentence, is_paragraph
from site_builder.model import LineLabel

LABEL: LineLabel = "section-head"

_LONGEST = 120
_MOST_WORDS = 14


def lines(sheet: Sheet) -> Iterator[int]:
    story = [i for i in sheet.open() if is_paragraph(sheet.lines[i].text)]
    for index in sheet.open():
        if story and story[0] < index < story[-1] and _is_head(sheet, index):
            yield index


def _is_head(sheet: Sheet, index: int) -> bool:
    text = sheet.lines[index].text
    around = [i for i in sheet.open() if abs(i - index) <= 2]
    before = max((i for i in around if i < index), default=None)
    after = min((i for i in around if i > index), default=None)
    if (
        before is None
        or after is None
        or len(text) > _LONGEST
        or len(text.split()) > _MOST_WORDS
        or not text[0].isupper()
    ):
        return False
    follows = sheet.lines[after].text
    return (
        text[-1] not in '.,;-–:"”'
        and ends_sentence(sheet.lines[before].text)
        and is_paragraph(follows)
        and not follows[0].islower()
    )
