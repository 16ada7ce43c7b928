"""The headline: the first line of some length above the story, or the one that the page repeats."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_builder.grammar.sign_offs import sign_off
from site_builder.labels import SENTENCE, Sheet, ends_sentence, is_paragraph, is_prose, lead
from site_builder.model import LineLabel

LABEL: LineLabel = "title"

_FEWEST_WORDS, _FEWEST_AT_ALL = 4, 3
_LONGEST = 260
_SENTENCES = re.compile(r"[.!?][*_”\"')]{0,3}\s[\"“*]?[A-Z]")
"""Between two sentences: a text of one line that holds several is the story, not its headline."""
_TOP = 40
"""Lines above the story that may be its headline."""


def lines(sheet: Sheet) -> Iterator[int]:
    start = lead(sheet)
    if sheet.first("title") < len(sheet.lines):
        return
    above = [i for i in sheet.open() if i < start]
    if len(sheet.lines) == 1 and _SENTENCES.search(sheet.lines[0].text):
        return
    if start < len(sheet.lines) and not above and _heads(sheet, start):
        above = [start]
    candidates = [i for i in above[:_TOP] if _is_possible(sheet.lines[i].text)]
    repeated = [i for i in candidates if _is_repeated(sheet, i)]
    enough = [i for i in candidates if len(sheet.lines[i].text.split()) >= _FEWEST_WORDS]
    chosen = (repeated or enough or candidates)[:1]
    yield from (_behind_breadcrumbs(sheet, index, candidates) for index in chosen)


def _behind_breadcrumbs(sheet: Sheet, index: int, candidates: list[int]) -> int:
    """``Beranda Hukum Kapolres Pimpin Apel`` right above ``Kapolres Pimpin Apel``: the line below is the headline."""
    below = sheet.lines[index + 1].words if index + 1 in candidates else ""
    ends_with_it = sheet.lines[index].words.endswith(f" {below}")
    return index + 1 if ends_with_it and len(below.split()) >= _FEWEST_WORDS else index


def _is_possible(text: str) -> bool:
    if sign_off(text) or (text.endswith(".") and is_prose(text)):
        return False
    return (
        len(text) <= _LONGEST
        and text[:1] not in "-–—(,"
        and any(c.isalpha() for c in text)
        and len(text.split()) >= _FEWEST_AT_ALL
    )


def _heads(sheet: Sheet, index: int) -> bool:
    """The first line, taken for a paragraph for its length or full stop, is a headline after all.

    A blank line and a longer paragraph follow, and it does not begin with a quote.
    """
    line = sheet.lines[index]
    behind = next((i for i in sheet.open() if i > index), None)
    if behind is None or index > 2 or len(line.text) > _LONGEST or line.text[0] in "\"“'‘":
        return False
    gap = sheet.lines[index + 1].span[0] - line.span[1] if index + 1 < len(sheet.lines) else 0
    follows = sheet.lines[behind].text
    return (
        gap >= 2
        and len(line.text) < 0.7 * len(follows)
        and is_paragraph(follows)
        and (not ends_sentence(line.text) or len(line.text) < 2 * SENTENCE)
    )


def _is_repeated(sheet: Sheet, index: int) -> bool:
    """Printed again elsewhere on the page, but not right below, where only a caption is."""
    words = sheet.lines[index].words
    others = (line.words for i, line in enumerate(sheet.lines) if abs(i - index) > 1)
    return len(words.split()) >= _FEWEST_WORDS and any(words == other or f'"{words}"' in other for other in others)
