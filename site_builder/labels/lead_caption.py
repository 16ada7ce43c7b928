"""Captions of the picture above the story: they say the lead again, or are printed twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_builder.grammar.datelines import dateline
from site_builder.labels import Sheet, fold, lead, title_or_top
from site_builder.model import LineLabel

LABEL: LineLabel = "caption"

_ALIKE = 0.75
"""The share of a caption's words that a paragraph has too."""
_HEADED = re.compile(r"[A-Z]{4,}(?: [A-Z]{2,}){0,3}\s?[-–—:|]\s")
"""``PENJAGAAN - Polisi memeriksa tas di pintu masuk.``"""
_FEWEST_WORDS = 7
_REACH = 6


def lines(sheet: Sheet) -> Iterator[int]:
    title, start = title_or_top(sheet), lead(sheet)
    for index in sheet.open():
        headed = index < start and _HEADED.match(sheet.lines[index].text)
        if title < index <= start and (headed or _is_twin(sheet, index, start) or _retells(sheet, index)):
            yield index


def _is_twin(sheet: Sheet, index: int, start: int) -> bool:
    """The same words on the line above or below: an alternative text and the caption itself."""
    words = sheet.lines[index].words
    return index < start and any(sheet.lines[i].words == words for i in (index - 1, index + 1) if 0 <= i < start)


def _retells(sheet: Sheet, index: int) -> bool:
    """Most of the words come again, in a paragraph of its own or one with a dateline."""
    words = set(sheet.lines[index].words.split())
    if len(words) < _FEWEST_WORDS or dateline(sheet.lines[index].text):
        return False
    following = [sheet.lines[i] for i in sheet.near(index, _REACH)][:2]
    if any(sheet.lines[index].words in line.words and not dateline(line.text) for line in following):
        return False
    return any(
        len(words & set(fold(_without_dateline(line.text)).split())) >= _ALIKE * len(words) for line in following
    )


def _without_dateline(text: str) -> str:
    found = dateline(text)
    return text[found.span[1] :] if found else text
