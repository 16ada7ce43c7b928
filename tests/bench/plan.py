"""What is settled of an invented article before it is written: its event, and how it differs from other reports."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from site_builder.model import Tag
from tests.bench.chance import chance, weights
from tests.bench.words import OUTLETS, PLACES, Holder, Place, holders, outlets, places, tags

SIZES = (1, 2, 1, 1, 4, 1, 1, 2, 1, 3, 1, 1, 1)
"""How many reports events have, over and over: thirteen events in each twenty articles."""
EVENT_OF = tuple((event, report) for event, size in enumerate(SIZES) for report in range(size))
SPANS = ((date(2023, 11, 1), 300), (date(2024, 8, 27), 60), (date(2024, 10, 1), 70), (date(2024, 11, 20), 30))
"""First days and lengths of the times of which the news speak, each as often as the others: dense near polling day."""
VENUES = ("aula Mapolres {}", "kantor KPU {}", "Lapangan Merdeka {}", "Gedung Serbaguna {}", "Pendopo {}")


@dataclass(frozen=True, slots=True)
class Occasion:
    """One event, whoever reports it."""

    number: int
    place: Place
    day: date
    clock: str
    kind: Tag
    venue: str
    tags: tuple[Tag, ...]
    people: tuple[Holder, ...]
    """Three; the first holds the meeting."""


@dataclass(frozen=True, slots=True)
class Plan:
    """One article."""

    number: int
    occasion: Occasion
    outlet: str
    text: int
    """The article whose words this one has: its own number, or that of the report that it copies."""
    show: Literal["excerpt", "withdrawn"] | None
    reviewed: bool
    incomplete: bool
    precision: Literal["day", "days", "month", "none"]
    """How exactly the text says when the event was."""


@lru_cache(maxsize=64)
def occasion(number: int) -> Occasion:
    drawn = chance("event", number)
    place = drawn.weighed(range(PLACES), weights(PLACES))
    kinds, others = tags()
    first, length = drawn.pick(SPANS)
    return Occasion(
        number,
        places()[place],
        first + timedelta(drawn.below(length)),
        f"{drawn.between(8, 20):02}.{drawn.pick(('00', '15', '30'))}",
        drawn.weighed(kinds, weights(len(kinds))),
        drawn.pick(VENUES).format(places()[place].short),
        drawn.some(others, drawn.between(2, 4)),
        drawn.some(holders(place), 3),
    )


def plan(number: int) -> Plan:
    """The plan of an article, by its number from 0; it does not depend on how many articles there are."""
    block, place = divmod(number, len(EVENT_OF))
    event, report = EVENT_OF[place]
    drawn = chance("article", number)
    outlet = drawn.weighed(range(OUTLETS), weights(OUTLETS))
    return Plan(
        number,
        occasion(block * len(SIZES) + event),
        outlets()[outlet],
        number - report if report and drawn.happens(20) else number,
        ("excerpt" if drawn.happens(80) else "withdrawn") if drawn.happens(3) else None,
        drawn.happens(5),
        drawn.happens(3),
        ("days" if drawn.happens(30) else "month" if drawn.happens(60) else "none") if drawn.happens(10) else "day",
    )
