"""Texts -> words -> terms, exactly as ``templates/assets/search-words.js`` does it for queries."""

from __future__ import annotations

import re
import unicodedata

import snowballstemmer

WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
"""A run of letters and digits, with apostrophes inside: ``Jum'at``, ``2024``."""
LONGEST = 32
"""Characters of a term; what is longer is cut."""

_STEM = snowballstemmer.stemmer("indonesian").stemWord


def plain(word: str) -> str:
    """A word without case, accents and apostrophes, cut to ``LONGEST``: ``Jum'at`` -> ``jumat``."""
    if not word.isascii():
        word = unicodedata.normalize("NFKD", word)
    return "".join(filter(str.isalnum, word.lower()))[:LONGEST]


def stem(word: str) -> str:
    """The stem of a plain word by the Snowball algorithm for Indonesian."""
    stemmed: str = _STEM(word)
    return stemmed


class Terms(dict[str, str]):
    """Word as printed -> its term, each made once; empty for a word without a letter or digit."""

    def __missing__(self, word: str) -> str:
        bare = plain(word)
        term = self[word] = stem(bare) if word == bare else self[bare]
        return term

    def of(self, text: str) -> list[str]:
        """The terms of a text, in its order."""
        return list(map(self.__getitem__, WORD.findall(text)))
