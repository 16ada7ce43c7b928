"""The same text in several articles: printed again, shortened, enlarged or put in other words.

Two papers that print one press release share most of their word triples; two reports of one press conference, with
the same quotes, or two articles of one paper, with the same background, share fewer.  The thresholds were set on some
1,500 articles, pair by pair.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Literal, TypeAlias

from site_builder import edtf
from site_builder.data import table
from site_builder.links import Reason
from site_builder.links.copy_of.differences import differences
from site_builder.links.copy_of.shingles import Shingles, candidates, shingles, words
from site_builder.model import Article
from site_builder.slugs import slug

How: TypeAlias = Literal["same", "near", "part", "reworded", "curator"]
"""The same text; nearly; one is a part of the other; other words in the same order; a person says so."""

SAME = 0.9
"""Of all triples of both."""
NEAR, NEAR_AT_HOME = 0.55, 0.7
"""Of the shorter text's triples; an outlet that prints its own background and form letters again needs more."""
LONGER = 1.5
"""A text so many times as long as another, which it has nearly whole, contains it."""
PART = 0.7
REWORDED_TRIPLES, REWORDED = 0.12, 0.6
"""Of the shorter text's triples, and of its words, found in the other in the same order."""
BEYOND_DOUBT = 0.9
"""A share from which on a copy may even speak of another day or region: somebody altered it, or it was misread."""
SHORTEST = 25
"""Triples below which a text is too short to say that it was copied."""
LONGEST = 3_000
"""Words up to which texts are searched for words in the same order, which takes the square of their number."""


@dataclass(frozen=True, slots=True)
class Copy:
    """Two articles, by position, of one text; which was first is another question."""

    one: int
    other: int
    how: How
    share: float
    """Of the shorter text that the other has, 0 to 1."""
    differences: tuple[Reason, ...] = ()
    """Facts on which the two disagree: ranks, names, days, speakers."""


def copies(articles: Sequence[Article]) -> Iterator[Copy]:
    """The pairs that are copies, in the order of their positions; of many copies of one text enough to connect them."""
    for one, other in candidates(article.body for article in articles):
        if found := compare(articles[one], articles[other]):
            how, share = found
            yield Copy(one, other, how, share, differences(articles[one], articles[other]))


def compare(one: Article, other: Article) -> tuple[How, float] | None:
    """How two articles are copies and the share of the shorter text that both have; None if they are none."""
    mine, yours = _shingles(one.body), _shingles(other.body)
    shorter, longer = sorted((len(mine), len(yours)))
    if shorter < SHORTEST:
        return None
    common = len(mine & yours)
    share = common / shorter
    if _of_two_events(one, other) and (share < BEYOND_DOUBT or not _of_two_outlets(one, other)):
        return None
    if common / (shorter + longer - common) >= SAME:
        return "same", share
    if share >= PART and longer >= LONGER * shorter:
        return "part", share
    if share >= (NEAR if _of_two_outlets(one, other) else NEAR_AT_HOME):
        return "near", share
    return _reworded(one, other) if share >= REWORDED_TRIPLES and _of_two_outlets(one, other) else None


def _reworded(one: Article, other: Article) -> tuple[How, float] | None:
    """Whether most words of the shorter text stand in the other in the same order."""
    mine, yours = sorted((words(one.body), words(other.body)), key=lambda own: (len(own), own))
    if len(yours) > LONGEST or (Counter(mine) & Counter(yours)).total() < REWORDED * len(mine):
        return None  # the second: so few words are in both at all, in any order
    blocks = SequenceMatcher(None, mine, yours, autojunk=False).get_matching_blocks()
    share = sum(block.size for block in blocks) / len(mine)
    return ("reworded", share) if share >= REWORDED else None


@lru_cache(maxsize=256)
def _shingles(body: str) -> Shingles:
    """Pairs come in the order of their positions, so that a text is soon needed again."""
    return shingles(body)


def _of_two_outlets(one: Article, other: Article) -> bool:
    return bool(one.outlet and other.outlet) and slug(one.outlet or "") != slug(other.outlet or "")


def _of_two_events(one: Article, other: Article) -> bool:
    """Whether the articles state different days, or different regencies: a form letter, filled in anew."""
    regencies = [_regencies(article) for article in (one, other)]
    days = [edtf.parse(date) for article in (one, other) if (date := article.event.date)]
    exact = [date for date in days if date.exact()]
    apart = len(exact) == 2 and (exact[0].last() < exact[1].first() or exact[1].last() < exact[0].first())
    return apart or (all(regencies) and regencies[0].isdisjoint(regencies[1]))


def _regencies(article: Article) -> frozenset[str]:
    return frozenset(place for place in article.places if place in _names())


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    return frozenset(row["name"] for row in table("regions") if row["level"] != "provinsi")
