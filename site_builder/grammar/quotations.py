"""Quotation marks -> what stands between them, however carelessly the marks were set.

Straight, curly and mixed marks, marks as HTML entities, marks with spaces inside, marks glued to the words outside,
closing marks that are missing, quotations over several lines.  What is quoted may be speech, a title, a nickname:
that is for ``grammar.speech`` to tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

MARK = re.compile(r"\"\"?|[“”„‟″＂«»]|''|``|’’|‘‘|&(?:ldquo|rdquo|quot|bdquo|laquo|raquo);|&#(?:8220|8221|34);")
OPENING = frozenset({"“", "„", "«", "``", "‘‘", "&ldquo;", "&bdquo;", "&laquo;", "&#8220;"})
CLOSING = frozenset({"”", "»", "’’", "&rdquo;", "&raquo;", "&#8221;"})
SINGLE = re.compile(r"(?<![\w'’])[‘'](?=[A-ZÀ-Þ])[^‘'’\n]{20,600}[,.!?][’'](?!\w)")
"""``'Kami siap,'``: a sentence in single marks, by outlets that use no others."""
SPOKEN = re.compile(
    r"\s?(?:kata|ujar|ucap|jelas|tegas|tutur|ungkap|papar|imbuh|tambah|terang|pungkas|tandas|sebut|beber|canda|gurau|seloroh|pesan|tanya|jawab|lanjut|sambung|cetus|pinta)(?:nya)?\b"
)
"""What stands only behind a closing mark."""
MOST_CHARACTERS = 6000
MOST_LINES = 12
"""How many lines a quotation may go on without a mark."""
PADDING = " \xa0\t\n"


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between two marks; ``open`` and ``close`` are the offsets outside the marks."""

    start: int
    end: int
    open: int
    close: int
    closed: bool = True
    """False if the closing mark is missing and the quotation ends with its paragraph."""


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    side: int
    """1 opens, -1 closes, 0 may do either."""


@lru_cache(maxsize=4)
def quotations(text: str) -> tuple[Quotation, ...]:
    """The outermost quotations of a text, in order."""
    found = tuple(_paired(text, [_mark(text, match) for match in MARK.finditer(text)]))
    single = tuple(_single(text, found))
    return tuple(sorted((*found, *single), key=lambda quotation: quotation.open)) if single else found


def _single(text: str, found: tuple[Quotation, ...]) -> Iterator[Quotation]:
    """Sentences in single marks, all of them if the text uses no others, else those that a verb of speech follows."""
    index = 0
    for match in SINGLE.finditer(text):
        while index < len(found) and found[index].close <= match.start():
            index += 1
        inside = index < len(found) and found[index].open < match.end()
        if not inside and (not found or SPOKEN.match(text, match.end())):
            yield _trimmed(text, match.start(), match.start() + 1, match.end() - 1, match.end())


def _mark(text: str, match: re.Match[str]) -> _Mark:
    """Which side of a quotation a mark stands on, by its shape and its neighbours."""
    before = text[match.start() - 1 : match.start()] or "\n"
    after = text[match.end() : match.end() + 1] or "\n"
    if match.group() == "''" and (before.isdigit() and not after.isalpha()):
        return _Mark(match.start(), match.end(), 0)
    if SPOKEN.match(text, match.end()):
        return _Mark(match.start(), match.end(), -1)
    loose_before, loose_after = before in PADDING or before in "(-—–:/[", after in PADDING or after in ",.;:)!?-—–]"
    if loose_before and not loose_after:
        return _Mark(match.start(), match.end(), 1)
    if loose_after and not loose_before:
        return _Mark(match.start(), match.end(), -1)
    shape = (match.group() in OPENING) - (match.group() in CLOSING)
    if not shape and not loose_before and not loose_after:
        shape = -1 if before in ",!?" or after.islower() else 0
    return _Mark(match.start(), match.end(), shape)


def _paired(text: str, marks: list[_Mark]) -> Iterator[Quotation]:
    index = 0
    while index < len(marks):
        if marks[index].side < 0:
            index += 1
            continue
        stop = _partner(text, marks, index)
        if stop is None:
            end = _unclosed_end(text, marks, index)
            yield _trimmed(text, marks[index].start, marks[index].end, end, end, closed=False)
            index += 1
        else:
            yield _trimmed(text, marks[index].start, marks[index].end, marks[stop].start, marks[stop].end)
            index = stop + 1


def _partner(text: str, marks: list[_Mark], index: int) -> int | None:
    """The mark that closes the one at the index; None if it is missing."""
    depth, opened = 0, marks[index].end
    for stop in range(index + 1, len(marks)):
        mark = marks[stop]
        between = text[opened : mark.start]
        lines = between.count("\n")
        if lines > MOST_LINES or mark.start - opened > MOST_CHARACTERS:
            return None
        if mark.side > 0:
            if lines and _begins_line(text, mark.start):
                if not _continued(text, marks, stop, between):
                    return None
                continue
            if _nested(text, marks, stop):
                depth += 1
                continue
            return None if lines or _attributed(between) else stop if mark.side == 0 else None
        if depth:
            depth -= 1
            continue
        return stop
    return None


def _begins_line(text: str, offset: int) -> bool:
    return not text[text.rfind("\n", 0, offset) + 1 : offset].strip()


def _continued(text: str, marks: list[_Mark], index: int, between: str) -> bool:
    """Whether an opening mark at the head of a line goes on with a quotation of several paragraphs.

    It does if the paragraphs before it ended without attribution and the line of the last such mark closes it.
    """
    for stop in range(index, min(index + MOST_LINES, len(marks) - 1)):
        if _attributed(between) or not between.rstrip().endswith((".", "!", "?", ",")):
            return False
        following = marks[stop + 1]
        between = text[marks[stop].end : following.start]
        if following.side < 0:
            return "\n" not in between
        if not _begins_line(text, following.start):
            return False
    return False


ATTRIBUTED = re.compile(r"[,.!?]\s?(?:kata|ujar|ucap|jelas|tegas|tutur|ungkap|papar|imbuh|tambah|terang)(?:nya)?\b")
"""A paragraph that goes on with its attribution although the closing mark is missing."""


def _attributed(between: str) -> bool:
    return ATTRIBUTED.search(between) is not None


def _nested(text: str, marks: list[_Mark], index: int) -> bool:
    """Whether an opening mark begins a quotation inside the quotation: then two closing marks follow in its line."""
    if index + 2 >= len(marks) or marks[index + 1].side > 0 or marks[index + 2].side > 0:
        return False
    inside = text[marks[index].end : marks[index + 1].start]
    rest = text[marks[index + 1].end : marks[index + 2].start]
    return len(inside) < 80 and "\n" not in inside and "\n" not in rest


def _unclosed_end(text: str, marks: list[_Mark], index: int) -> int:
    """Where a quotation without a closing mark ends: at its attribution, the next mark, or the end of its paragraph."""
    start = marks[index].end
    end = text.find("\n", start)
    end = len(text) if end < 0 else end
    if index + 1 < len(marks):
        end = min(end, marks[index + 1].start)
    said = ATTRIBUTED.search(text, start, min(end, start + MOST_CHARACTERS))
    return said.start() + 1 if said else end


def _trimmed(text: str, outer: int, start: int, end: int, close: int, *, closed: bool = True) -> Quotation:
    inside = text[start:end]
    start += len(inside) - len(inside.lstrip(PADDING))
    end -= len(inside) - len(inside.rstrip(PADDING))
    return Quotation(start, max(start, end), outer, close, closed)
