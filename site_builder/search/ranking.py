"""What makes one report a better answer than another: every constant of the ranking.

A word's weight in a report is the sum over its occurrences; BM25 damps it by the report's length.  The length is
compared with a fixed one and not with the archive's mean, so that a new report changes no other.  How rare a word is
the page reckons itself.
"""

from __future__ import annotations

from functools import lru_cache
from math import ceil

TITLE, DECK, BODY = 8, 4, 1
TAG, PERSON, PLACE, ORGANIZATION, VENUE, OUTLET, AUTHOR, ROLE = 6, 6, 6, 5, 3, 3, 2, 2

K1 = 3.0
B = 0.6
USUAL_LENGTH = 400
"""Words of a report that is neither long nor short."""
LEVELS = 8
"""So many grades of weight are told apart: a grade and a number of the index fit two characters."""
WORD_WEIGHTS = 64
"""Weights beyond this are one: damping leaves no difference."""

KIN, ALIAS, BEGINNING = 0.8, 0.7, 0.6
"""What a word's relative, another name, or a word that only begins so, counts against the word itself."""


@lru_cache(maxsize=2048)
def grades(length: int) -> tuple[int, ...]:
    """Weight of a word, up to ``WORD_WEIGHTS`` -> its grade (0 to 7) in a report of so many words."""
    damping = K1 * (1 - B + B * min(length, 4 * USUAL_LENGTH) / USUAL_LENGTH)
    return tuple(max(0, ceil(LEVELS * weight / (weight + damping)) - 1) for weight in range(WORD_WEIGHTS + 1))
