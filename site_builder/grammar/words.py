"""Text -> words with their places, and phrase tables that are looked up word by word.

Words that lost the space between them ("KapoldaBanten", "PrabowoMengatakan") are taken apart where a small
letter meets a capital one, and where a second word in small letters shows (``grammar.glued``); nothing else is
changed, so every word keeps its span in the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Generic, TypeVar

from site_builder.grammar.glued import is_tail, second_word
from site_builder.model import Span

T = TypeVar("T")

WORD = re.compile(
    r"[A-ZÀ-Þ]?[a-zß-öø-ÿ]+(?:['’`][a-zß-öø-ÿ]+)*(?:[A-ZÀ-Þ](?![A-ZÀ-Þa-zß-öø-ÿ]))?|[A-ZÀ-Þ]+(?![a-zß-öø-ÿ])|\d+"
)
"""``Asy'ari``, ``KPU``, ``0910``; the two words of ``BupatiMalinau``."""


@dataclass(frozen=True, eq=False)
class Words:
    """The words of one text, in order; ``starts`` and ``ends`` are offsets into ``text``."""

    text: str
    items: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Words:
        """The words of a text, taken apart where they were glued."""
        spans = _apart(text, [match.span() for match in WORD.finditer(text)])
        starts, ends = zip(*spans, strict=True) if spans else ((), ())
        return cls(text, tuple([text[start:end] for start, end in spans]), starts, ends)

    def __len__(self) -> int:
        return len(self.items)

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """The words in lower case."""
        return tuple(map(str.lower, self.items))

    def gap(self, index: int) -> str:
        """What stands between the word before ``index`` and the word itself; for the ends, what borders the text."""
        start = self.ends[index - 1] if index else 0
        return self.text[start : self.starts[index] if index < len(self.starts) else len(self.text)]

    def index(self, offset: int) -> int:
        """The first word that starts at or after the offset, wherever in the text."""
        return bisect_left(self.starts, offset)

    def after(self, offset: int, index: int) -> int:
        """The first word from ``index`` on that starts at or after the offset."""
        starts = self.starts
        while index < len(starts) and starts[index] < offset:
            index += 1
        return index


def _apart(text: str, spans: list[Span]) -> list[Span]:
    """The spans with words taken apart where a second one shows: ``Siraitatau``, ``KPKmenyebut``."""
    alone = {text[start:end] for start, end in spans}
    cuts = {word: cut for word in alone if word[0].isupper() and (cut := second_word(word, alone))}
    if not cuts and all(end < start for (_, end), (start, _) in pairwise(spans)):
        return spans
    apart: list[Span] = []
    for start, end in spans:
        cut = cuts.get(text[start:end], 0)
        if cut:
            apart += [(start, start + cut), (start + cut, end)]
        elif apart and apart[-1][1] == start and text[start - 1].isupper() and is_tail(text[start + 1 : end]):
            apart[-1] = (apart[-1][0], start + 1)
            apart.append((start + 1, end))
        else:
            apart.append((start, end))
    return apart


@lru_cache(maxsize=4)
def words(text: str) -> Words:
    """The words of a text; the last few texts are remembered, because several grammars read the same article."""
    return Words.of(text)


@dataclass(frozen=True)
class Phrases(Generic[T]):
    """A table of phrases of words; the longest one at a place wins."""

    heads: Mapping[str, tuple[tuple[tuple[str, ...], T], ...]]

    @classmethod
    def of(cls, rows: Iterable[tuple[str, T]]) -> Phrases[T]:
        """A table of phrase and value; letter case and what stands between the words do not matter."""
        heads: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, value in rows:
            parts = tuple(m.group().lower() for m in WORD.finditer(phrase))
            heads.setdefault(parts[0], []).append((parts, value))
        return cls({head: tuple(sorted(rest, key=lambda row: -len(row[0]))) for head, rest in heads.items()})

    def at(self, text: Words, index: int, gaps: str = " \xa0.-\n") -> tuple[int, T] | None:
        """The longest phrase that starts at the word: the index after it, and its value.

        Between its words only the characters of ``gaps`` may stand, at most three of them.
        """
        folded = text.folded
        several = self.heads.get(folded[index]) if index < len(folded) else None
        for parts, value in several or ():
            end = index + len(parts)
            if folded[index:end] == parts and all(_joined(text, i, gaps) for i in range(index + 1, end)):
                return end, value
        return None


def _joined(text: Words, index: int, gaps: str) -> bool:
    gap = text.gap(index)
    return len(gap) <= 3 and not gap.strip(gaps)
