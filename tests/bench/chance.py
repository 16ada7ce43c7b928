"""Chance that is the same on every machine and in every release of Python: whole numbers alone, no hash, no float."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TypeVar

Item = TypeVar("Item")
WORD = (1 << 64) - 1
STEP = 0x9E3779B97F4A7C15
"""Steele, Lea, Flood: Fast splittable pseudorandom number generators (2014), as are the constants of ``draw``."""


@dataclass(slots=True)
class Chance:
    """SplitMix64."""

    state: int

    def draw(self) -> int:
        """The next of 2**64 numbers."""
        self.state = z = (self.state + STEP) & WORD
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & WORD
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & WORD
        return z ^ (z >> 31)

    def below(self, limit: int) -> int:
        """A number from 0 up to the limit."""
        return (self.draw() * limit) >> 64

    def between(self, first: int, last: int) -> int:
        """A number from the first to the last, both possible."""
        return first + self.below(last - first + 1)

    def happens(self, percent: int) -> bool:
        return self.below(100) < percent

    def pick(self, items: Sequence[Item]) -> Item:
        return items[self.below(len(items))]

    def some(self, items: Sequence[Item], count: int) -> tuple[Item, ...]:
        """Different items of a sequence, in the order in which they were drawn."""
        rest = list(items)
        return tuple(rest.pop(self.below(len(rest))) for _ in range(min(count, len(rest))))

    def weighed(self, items: Sequence[Item], sums: Sequence[int]) -> Item:
        """An item as often as its weight says; ``sums`` are the weights added up."""
        return items[bisect_right(sums, self.below(sums[-1]))]


def chance(purpose: str, number: int) -> Chance:
    """The chance of one thing alone: what is drawn for others does not change it."""
    key = hashlib.sha256(f"{purpose} {number}".encode()).digest()
    return Chance(int.from_bytes(key[:8], "big"))


def weights(count: int, *, flat: int = 20) -> tuple[int, ...]:
    """Sums of weights that fall with the rank, as the words of a language do (Mandelbrot's form of Zipf's law).

    The larger ``flat``, the more of the first items are about as frequent as each other.
    """
    return tuple(accumulate(10**9 // (rank + flat) for rank in range(1, count + 1)))
