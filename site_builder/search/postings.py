"""Which word stands in which article, how weighty, and at which places.

A term's posting is a list of numbers, one for each article in order of the slots: eight times the distance to the
slot before, plus the grade.  Its places are a list for each article: how many, then the distance from place to place.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from site_builder.search.codes import COMMON, code, codes
from site_builder.search.fields import Searchable
from site_builder.search.ranking import LEVELS, WORD_WEIGHTS, grades
from site_builder.search.words import Terms


@dataclass(slots=True)
class Posting:
    """What is written of one term so far."""

    slot: int = -1
    """The last that was written."""
    articles: bytearray = field(default_factory=bytearray)
    places: bytearray = field(default_factory=bytearray)


def add(found: dict[str, Posting], slot: int, article: Searchable, terms: Terms) -> None:
    """Write down an article. Articles come in order of their slots."""
    places, weights, length = _weighed(article, terms)
    grade, common, single = grades(length), codes(), _single()
    # This loop runs 250 times an article and is most of the time that the index takes: hence no call in it.
    for term, weight in weights.items():
        posting = found.get(term)
        if posting is None:
            posting = found[term] = Posting()
        number = (slot - posting.slot - 1) * LEVELS + grade[weight if weight < WORD_WEIGHTS else WORD_WEIGHTS]
        posting.slot = slot
        posting.articles += common[number] if number < COMMON else code(number).encode()
        several = places.get(term)
        if several is None:
            posting.places += common[0]
        elif len(several) == 1 and several[0] < COMMON:
            posting.places += single[several[0]]
        else:
            posting.places += _coded(several, common)


def _weighed(article: Searchable, terms: Terms) -> tuple[dict[str, list[int]], dict[str, int], int]:
    """The places and the weight of each term, and how many words the article has."""
    printed = [(terms.of(text), weight) for text, weight in article.printed]
    places: dict[str, list[int]] = {}
    at = 0
    for found, _ in printed:
        for term in found:
            several = places.get(term)
            if several is None:
                places[term] = [at]
            else:
                several.append(at)
            at += 1
        at += 1  # no phrase reaches from one text into the next
    weights = {term: len(several) for term, several in places.items()}
    for found, weight in (*printed, *((terms.of(text), weight + 1) for text, weight in article.beside)):
        if weight > 1:
            for term in found:
                weights[term] = weights.get(term, 0) + weight - 1
    for name in article.names:
        weights[name] = WORD_WEIGHTS
    return places, weights, at


def _coded(places: list[int], common: tuple[bytes, ...]) -> bytes:
    made = [code(len(places)).encode()]
    before = -1
    for place in places:
        number = place - before - 1
        made.append(common[number] if number < COMMON else code(number).encode())
        before = place
    return b"".join(made)


@cache
def _single() -> tuple[bytes, ...]:
    """A term's places in an article where it stands once."""
    return tuple(_coded([place], codes()) for place in range(COMMON))
