"""The stems of Indonesian words, and phrases found by them.

Snowball cuts what looks like an affix: menangkap -> angkap, but ditangkap -> tangkap.  Here a lexicon of roots
decides what is affix and what is root, a lost first letter comes back (meN-, peN-), and Snowball does the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TypeAlias

import snowballstemmer

from site_builder.data import table
from site_builder.model import Span

PARTICLES = ("lah", "kah", "pun", "tah", "nya", "ku", "mu")
SUFFIXES = ("kan", "an", "i")
PLAIN_PREFIXES = (
    "memper", "diper", "keber", "pember", "ber", "ter", "per", "pel", "bel", "di", "ke", "se", "be", "te", "pe", "me",
)  # fmt: skip
NASAL_PREFIXES: Mapping[str, tuple[str, ...]] = {
    "meny": ("s",), "peny": ("s",),
    "meng": ("", "k"), "peng": ("", "k"), "menge": ("",), "penge": ("",),
    "mem": ("", "p", "m"), "pem": ("", "p", "m"),
    "men": ("", "t", "n"), "pen": ("", "t", "n"),
}  # fmt: skip
"""Prefix -> letters with which the root may begin again."""
PREFIX_BEGINNINGS = tuple(sorted({prefix[:2] for prefix in PLAIN_PREFIXES}))
"""With which every prefix begins; a nasal one with m or p."""
SNOWBALL_BEGINNINGS = ("di", "me", "ke", "te", "be", "pe")
SNOWBALL_ENDINGS = ("kah", "lah", "pun", "ku", "mu", "nya", "an", "i")
"""All affixes that Snowball knows begin or end so; it cuts none off a word of fewer vowels than ``FEWEST_VOWELS``."""
FEWEST_VOWELS = 3
LOST_LETTER = re.compile(r"(?:me|pe)(?:(ny)|(m)|(n))(?=[aeiou])")
"""Before a vowel the nasal stands for the root's own first letter: me-ny-erang, me-m-ilih, me-n-angkap."""
PHRASE_WORD = re.compile(r"[^\W_]+|…")
GAP = "…"
"""In a phrase: up to ``MOST_BETWEEN`` other words of the same sentence."""
MOST_BETWEEN = 4
SHORTEST = 3
LIGHT = " \xa0,-–/()\"“”‘’'"
MOST_GAP = 4
"""Between two words of one phrase."""

_SNOWBALL = snowballstemmer.stemmer("indonesian")


@cache
def roots() -> frozenset[str]:
    """Words that are their own stem; see ``docs/data.md``."""
    return frozenset(row["root"] for row in table("roots"))


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem of one lower-case word, the same for all its forms as far as lexicon and rules know."""
    if word in roots() or len(word) <= SHORTEST:
        return word
    known = [root for root in _readings(word) if root in roots()]
    return max(known, key=len) if known else _by_rule(word)


def _readings(word: str) -> Iterator[str]:
    """What remains of a word if each possible affix is one."""
    for base in _without_endings(word):
        yield base
        yield from _without_prefix(base)


def _without_endings(word: str) -> Iterator[str]:
    bases = [word]
    bases += [word.removesuffix(ending) for ending in PARTICLES if word.endswith(ending)]
    for base in bases:
        yield base
        yield from (base.removesuffix(ending) for ending in SUFFIXES if base.endswith(ending))


def _without_prefix(word: str) -> Iterator[str]:
    if not word.startswith(PREFIX_BEGINNINGS):
        return
    for prefix in PLAIN_PREFIXES:
        if word.startswith(prefix):
            yield word.removeprefix(prefix)
    for prefix, letters in NASAL_PREFIXES.items() if word[0] in "mp" else ():
        if word.startswith(prefix):
            yield from (letter + word.removeprefix(prefix) for letter in letters)


def _by_rule(word: str) -> str:
    match = LOST_LETTER.match(word)
    if match:
        # The passive keeps the letter: read menembus as ditembus.
        letter = "s" if match[1] else "p" if match[2] else "t"
        word = f"di{letter}{word[match.end() :]}"
    elif not _is_affixed(word):
        return word
    stemmed: str = _SNOWBALL.stemWord(word)
    return stemmed


def _is_affixed(word: str) -> bool:
    """Whether Snowball, which is slow, could cut anything off the word."""
    affixed = word.startswith(SNOWBALL_BEGINNINGS) or word.endswith(SNOWBALL_ENDINGS)
    return affixed and sum(map(word.count, "aeiou")) >= FEWEST_VOWELS


Phrase: TypeAlias = tuple[str, ...]
Heads: TypeAlias = Mapping[str, tuple[tuple[Phrase, str], ...]]
"""First word -> the phrases that begin with it, and what each stands for."""


def phrase(text: str) -> Phrase:
    """The stems of a phrase's words; a word in capitals is kept, and found only in capitals; so is ``…``."""
    return tuple(word if _is_acronym(word) else stem(word.lower()) for word in PHRASE_WORD.findall(text))


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper() and word.isalpha()


@dataclass(frozen=True, slots=True)
class Stems:
    """The words of a text as they stand and as stems, with their places."""

    text: str
    words: Sequence[str]
    stems: tuple[str, ...]
    starts: Sequence[int]
    ends: Sequence[int]

    @classmethod
    def of(cls, text: str, words: Sequence[str], starts: Sequence[int], ends: Sequence[int]) -> Stems:
        return cls(text, words, tuple(map(stem, map(str.lower, words))), starts, ends)

    def joined(self, index: int) -> bool:
        """True if nothing but blanks and light punctuation stands between a word and the one before it."""
        gap = self.text[self.ends[index - 1] : self.starts[index]]
        return len(gap) <= MOST_GAP and not gap.strip(LIGHT)

    def end(self, phrase: Phrase, index: int) -> int | None:
        """The index after the phrase if it stands at the word."""
        at = index
        for place, part in enumerate(phrase):
            if part == GAP:
                ends = (self.end(phrase[place + 1 :], at + skipped) for skipped in self._skips(at))
                return next((end for end in ends if end is not None), None)
            if at >= len(self.words) or part not in {self.stems[at], self.words[at]} or (place and not self.joined(at)):
                return None
            at += 1
        return at

    def _skips(self, index: int) -> Iterator[int]:
        for skipped in range(MOST_BETWEEN + 1):
            if index + skipped >= len(self.words) or not self.joined(index + skipped):
                return
            yield skipped


def heads(phrases: Iterable[tuple[Phrase, str]]) -> Heads:
    """Phrases with what they stand for, by their first word, longest first."""
    found: dict[str, list[tuple[Phrase, str]]] = {}
    for parts, value in phrases:
        found.setdefault(parts[0], []).append((parts, value))
    return {head: tuple(sorted(several, key=lambda item: -len(item[0]))) for head, several in found.items()}


def find(text: Stems, table: Heads) -> Iterator[tuple[str, Span]]:
    """What stands in the text: the value of each phrase, and its span, in text order."""
    stems, words = text.stems, text.words
    # Most words begin no phrase: those that do are found without looking at the others one by one.
    begun = table.keys() & {*stems, *words}
    places = [i for i, stemmed in enumerate(stems) if stemmed in begun or words[i] in begun] if begun else ()
    for index in places:
        for head in dict.fromkeys((stems[index], words[index])):
            for parts, value in table.get(head, ()):
                end = text.end(parts, index)
                if end is not None:
                    yield value, (text.starts[index], text.ends[end - 1])
