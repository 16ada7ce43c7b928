"""How much speaks for two articles reporting one event, piece by piece.

Each piece of evidence has a weight, in bits: how many times likelier (as a power of two) it is between reports of one
event than between other articles of the same region.  The weights are judgements, checked against cases; precision
comes first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from site_builder import wording
from site_builder.links import Reason
from site_builder.links.same_event.sketch import ROOMS, Sketch, one_venue

REGENCY, PROVINCE, PERSON, KIND, TAGS, QUOTE, TIME = 1.0, 0.9, 1.5, 1.0, 0.6, 4.0, 0.5
OTHER_KIND, RELATED_KIND, OTHER_TIME, NO_DATE = -2.0, -0.5, -2.0, -2.0
VENUE, BUILDING, OTHER_VENUE = 2.5, 1.5, -1.5
SAME_DAY = 3.0
TEXT = 8.0
"""For a copy of the whole text, of whatever date; part of it counts in part."""
OPEN_DAYS = ((2, 2.5), (8, 1.5), (45, 0.5))
"""Dates that may be the same, by how many days the vaguer leaves open."""
VAGUE = -0.5
ENOUGH = 6.3
"""The same day, region, kind and one person; or, with no better date than the month, a hall more."""
PEOPLE = 3
"""More shared people than these add nothing: lists of guests are copied."""

HOURS_APART = 3
"""From here on two times of day are two events."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason and its weight in bits; no reason where it speaks against."""

    bits: float
    reason: Reason | None = None


def weigh(one: Sketch, other: Sketch, *, copied: float = 0.0) -> tuple[float, tuple[Reason, ...]] | None:
    """The bits for two articles reporting one event and the reasons, the weightiest first; None if it is not enough.

    ``copied``: the share of the text that one has of the other, if they are copies.
    """
    if contradict(one, other) if copied else exclude(one, other) or not _have_met(one, other):
        return None
    evidence = [found for judge in JUDGES for found in judge(one, other)]
    if copied:
        evidence.append(Evidence(TEXT * copied, Reason("text", wording.percent(copied), wording.percent(copied))))
    bits = sum(found.bits for found in evidence)
    weighty = sorted(evidence, key=lambda found: -found.bits)
    return (bits, tuple(found.reason for found in weighty if found.reason)) if bits >= ENOUGH else None


def _have_met(one: Sketch, other: Sketch) -> bool:
    """Whether a person, a word of the venue or a quote is in both: without one of these nothing is ever enough."""
    return not (
        one.people.keys().isdisjoint(other.people)
        and one.venue.isdisjoint(other.venue)
        and one.speech.keys().isdisjoint(other.speech)
    )


def exclude(one: Sketch, other: Sketch) -> bool:
    """Whether two articles cannot report one event: on no common day, or in different regencies."""
    if one.days and other.days and (one.days[1] < other.days[0] or other.days[1] < one.days[0]):
        return True
    return bool(one.regencies and other.regencies) and one.regencies.isdisjoint(other.regencies)


def contradict(one: Sketch, other: Sketch) -> bool:
    """Whether two articles state what excludes one event; a day that is only guessed states nothing."""
    guessed = not (one.exact and other.exact)
    apart = bool(one.regencies and other.regencies) and one.regencies.isdisjoint(other.regencies)
    return apart or (not guessed and exclude(one, other))


def _date(one: Sketch, other: Sketch) -> Iterator[Evidence]:
    if not (one.days and other.days):
        yield Evidence(NO_DATE)
        return
    a, b = (own.article.event.date or own.article.published or "" for own in (one, other))
    if one.exact and other.exact:
        yield Evidence(SAME_DAY, Reason("date", a, b))
        return
    most = max(own.days[1] - own.days[0] + 1 for own in (one, other) if own.days)
    bits = next((bits for limit, bits in OPEN_DAYS if most <= limit), VAGUE)
    yield Evidence(bits, Reason("date", a, b) if bits > 0 else None)


def _place(one: Sketch, other: Sketch) -> Iterator[Evidence]:
    """The smallest place in both; that both happened in the country says nothing."""
    if shared := sorted(one.regencies & other.regencies):
        yield Evidence(REGENCY, Reason("place", shared[0], shared[0]))
    elif shared := sorted(one.provinces & other.provinces):
        yield Evidence(PROVINCE, Reason("place", shared[0], shared[0]))


def _venue(one: Sketch, other: Sketch) -> Iterator[Evidence]:
    mine, yours = one.venue, other.venue
    shared = mine & yours
    if mine and yours and not one_venue(mine, yours):
        yield Evidence(OTHER_VENUE)
    elif shared - ROOMS:
        reason = Reason("venue", one.article.event.venue or "", other.article.event.venue or "")
        yield Evidence(VENUE if len(shared) > 1 else BUILDING, reason)


def _people(one: Sketch, other: Sketch) -> Iterator[Evidence]:
    shared = [key for key in one.people if key in other.people]
    for number, key in enumerate(shared):
        yield Evidence(PERSON if number < PEOPLE else 0.0, Reason("person", one.people[key], other.people[key]))


def _kind(one: Sketch, other: Sketch) -> Iterator[Evidence]:
    mine, yours = one.article.event.kind, other.article.event.kind
    if not (mine and yours):
        return
    if mine == yours:
        yield Evidence(KIND, Reason("kind", mine, yours))
    else:
        both = mine in other.article.tags and yours in one.article.tags
        yield Evidence(RELATED_KIND if both else OTHER_KIND)


def _tags(one: Sketch, other: Sketch) -> Iterator[Evidence]:
    kinds = {one.article.event.kind, other.article.event.kind}
    mine, yours = (set(own.article.tags) - kinds for own in (one, other))
    shared = sorted(mine & yours)
    for tag in shared:
        yield Evidence(TAGS / len(mine | yours), Reason("tag", tag, tag))


def _time(one: Sketch, other: Sketch) -> Iterator[Evidence]:
    mine, yours = one.article.event.time, other.article.event.time
    if mine and yours:
        apart = abs(int(mine[:2]) - int(yours[:2]))
        if apart >= HOURS_APART:
            yield Evidence(OTHER_TIME)
        elif mine[:5] == yours[:5]:
            yield Evidence(TIME, Reason("time", mine, yours))


def _quote(one: Sketch, other: Sketch) -> Iterator[Evidence]:
    shared = [key for key in one.speech if key in other.speech]
    for number, key in enumerate(shared):
        yield Evidence(QUOTE if number == 0 else 0.0, Reason("quote", one.speech[key], other.speech[key]))


JUDGES = (_date, _place, _venue, _people, _kind, _tags, _time, _quote)
