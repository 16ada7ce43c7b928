"""A site's name printed without its spaces: ``kabarpalu`` -> Kabar, Palu; only where every piece is a known word."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Final

from site_builder.data import table
from site_builder.grammar.region_names import key

FIRST_WORDS: Final = frozenset(
    re.findall(
        r"\w+",
        "tribun radar pos kabar suara media warta harian koran metro lintas seputar sinar portal pena lensa jurnal",
    )
)
"""Words that newspapers' names begin with."""
LAST_WORDS: Final = frozenset(
    re.findall(r"\w+", "pos post news times ekspres express daily online update terkini today raya")
)
MIDDLE_WORDS: Final = frozenset({"berita", "tribratanews", "zona", "cyber", "nusantara", "detik", "rakyat"})
_WORDS: Final = FIRST_WORDS | LAST_WORDS | MIDDLE_WORDS
_BY_LENGTH: Final = tuple(sorted(_WORDS, key=lambda word: (-len(word), word)))
_SHORTEST, _LONGEST = 3, 40
"""Letters of a piece that is a place, and of a name that is looked at."""


@lru_cache(maxsize=512)
def spelled(letters: str) -> tuple[str, ...]:
    """The words of a run-together name, in their own spelling; empty unless all are known and one is a place."""
    name = letters.casefold()
    if not name.isalpha() or len(name) > _LONGEST:
        return ()
    behind: list[tuple[str, ...] | None] = [None] * len(name) + [()]
    for start in range(len(name) - 1, -1, -1):
        behind[start] = _from(name, start, behind)
    words = behind[0] or ()
    places = sum(word.casefold() not in _WORDS for word in words)
    return words if 0 < places < len(words) else ()


def _from(name: str, start: int, behind: list[tuple[str, ...] | None]) -> tuple[str, ...] | None:
    """The longest known piece behind which the rest can be told too."""
    for end in range(len(name), start + _SHORTEST - 1, -1):
        rest, piece = behind[end], name[start:end]
        if rest is not None and (word := piece.capitalize() if piece in _WORDS else _places().get(piece)):
            return (word, *rest)
    return None


def parted(label: str) -> tuple[str, ...]:
    """A run-together name at the first word that newspapers use: ``palupost`` -> palu, post; else the one word."""
    for word in _BY_LENGTH:
        rest = len(label) - len(word)
        if rest > 2 and word in FIRST_WORDS | MIDDLE_WORDS and label.startswith(word):
            return word, label[len(word) :]
        if rest > 2 and word in LAST_WORDS | MIDDLE_WORDS and label.endswith(word):
            return label[:rest], word
    return (label,)


@cache
def _places() -> Mapping[str, str]:
    """Letters -> the name of a region, a seat, a regional short form or a sub-district."""
    named = [row["name"] for row in table("districts")] + [row["town"] for row in table("seats")]
    named += [row["short"] for row in table("short_forms")] + [row["bare_name"] for row in table("regions")]
    return MappingProxyType({key(name): name for name in named if len(key(name)) >= _SHORTEST})
