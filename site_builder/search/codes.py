"""Whole numbers as printable characters that need no escape in a JavaScript string.

A number ends in one of 64 characters, worth 0 to 63; before it stand as many of 26 others as it needs.  Every string
of these characters is a list of numbers, and no two strings are the same list.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

MARKS = frozenset('"\\*>')
"""Never part of a number: two would be escaped, two mark a line of the dictionary."""
CHARACTERS = "".join(chr(code) for code in range(33, 127) if chr(code) not in MARKS)
LAST, BEFORE = 64, 26
COMMON = 1 << 13
"""Numbers below this are looked up."""


def code(number: int) -> str:
    """A number that is not negative: ``!`` is 0, ``code(63)`` has one character and ``code(64)`` two."""
    rest, end = divmod(number, LAST)
    text = CHARACTERS[end]
    while rest:
        rest, digit = divmod(rest - 1, BEFORE)
        text = CHARACTERS[LAST + digit] + text
    return text


@cache
def codes() -> tuple[bytes, ...]:
    """The common numbers as ASCII."""
    return tuple(code(number).encode() for number in range(COMMON))


def encoded(numbers: Iterable[int]) -> str:
    return "".join(map(code, numbers))


def numbers(text: str) -> Iterator[int]:
    """The numbers again. Raises ValueError for a character that is none of ours."""
    before = 0
    for character in text:
        value = CHARACTERS.index(character)
        if value < LAST:
            yield before * LAST + value
            before = 0
        else:
            before = before * BEFORE + value - LAST + 1
