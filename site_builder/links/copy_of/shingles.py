"""Texts as sets of word triples, and which of them share enough triples to be compared.

Every eighth triple, chosen by its hash alone, stands for its text: texts that share words choose the same ones, whether
they are as long as each other or one is a part of the other.  Memory is a number for each chosen triple.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from zlib import crc32

WORD = re.compile(r"[^\W_]+")
CHOSEN = 8
"""One triple of so many stands for the text."""
SHARED = 3
"""Texts are compared if they share so many chosen triples, some 24 in all …"""
SHARE = 0.12
"""… and of the shorter text's this part."""
NEIGHBOURS = 6
"""Of the texts that have a triple in common each is compared with so many that follow it, not with all: a phrase that
a thousand articles print costs a few thousand steps, and a release that a thousand print is still one chain."""
BITS = 32

Shingles = frozenset[int]


def words(text: str) -> list[str]:
    """The words of a text in small letters; punctuation, and with it the marks of Markdown, counts for nothing."""
    return WORD.findall(text.casefold())


def shingles(text: str) -> Shingles:
    """The hashes of the word triples of a text; the same in every run and on every machine."""
    own = [word.encode() for word in words(text)]
    return frozenset(map(crc32, map(b" ".join, zip(own, own[1:], own[2:], strict=False))))


def candidates(texts: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Pairs of positions, ascending, of texts that share several chosen triples."""
    chosen = array("Q")
    sizes = array("I")
    for position, text in enumerate(texts):
        own = [number for number in shingles(text) if number % CHOSEN == 0]
        sizes.append(len(own))
        chosen.extend(number << BITS | position for number in own)
    found = Counter(_pairs(sorted(chosen)))
    for code in sorted(code for code, count in found.items() if count >= SHARED):
        one, other = code >> BITS, code & (1 << BITS) - 1
        if found[code] >= SHARE * min(sizes[one], sizes[other]):
            yield one, other


def _pairs(chosen: Sequence[int]) -> Iterator[int]:
    """Two positions in one number, for each triple that both have."""
    for at, code in enumerate(chosen):
        for near in chosen[at + 1 : at + 1 + NEIGHBOURS]:
            if near >> BITS != code >> BITS:
                break
            yield (code & (1 << BITS) - 1) << BITS | near & (1 << BITS) - 1
