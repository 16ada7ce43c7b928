"""Fields of one value: right if the value is the record's or a stated alternative."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from site_builder.evaluation.gold import Gold
from site_builder.evaluation.verdict import Case, Judge, Verdict, fold

ZONE = re.compile(r"(?<=:\d\d)(?:[+-]\d\d:\d\d|Z)\Z")
"""``+07:00`` in ``2024-07-31T19:30+07:00``."""


def _scalar(field: str, answers: Callable[[Gold], frozenset[str | None]], same: Callable[[str, str], bool]) -> Judge:
    key = {"event.date": "event_date"}.get(field, field)

    def judge(case: Case) -> Verdict:
        right_ones = answers(case.gold)
        found = case.readings.get(field, ())[:1]
        value = str(found[0].value) if found else None
        if value is None and (key in case.gold.from_url or None in right_ones):
            return Verdict(field, 0, 0, 0)
        right = value is not None and any(same(value, answer) for answer in right_ones if answer is not None)
        if right:
            return Verdict(field, 1, 0, 0, judged=((found[0].confidence, True),))
        difference = f"{case.gold.id}: {field}: {value!r}, not {sorted(map(str, right_ones))}"
        judged = tuple((reading.confidence, False) for reading in found)
        # A value where the record has none is wrong, but misses nothing.
        return Verdict(field, 0, len(found), int(right_ones != {None}), (difference,), judged)

    return judge


def _same_text(value: str, answer: str) -> bool:
    return fold(value) == fold(answer)


def _same_outlet(value: str, answer: str) -> bool:
    """An outlet matches on either side of the record's parentheses."""
    outside, _, inside = answer.partition("(")
    return fold(value).casefold() in {fold(part.rstrip(")")).casefold() for part in (answer, outside, inside)}


def _same_date(value: str, answer: str) -> bool:
    """Equal at the coarser precision of the two; the marks ``~ ?`` count."""
    if "T" in value and "T" in answer:
        printed = [ZONE.sub("", moment) for moment in (value, answer)]
        size = min(map(len, printed))
        zones = {moment[len(local) :] for moment, local in zip((value, answer), printed, strict=True)} - {""}
        return printed[0][:size] == printed[1][:size] and len(zones) < 2
    return value.partition("T")[0] == answer.partition("T")[0]


def _places(case: Case) -> Verdict:
    """The main place, which is the first."""
    main = replace(case, readings={"place": case.readings.get("places", ())[:1]})
    return _scalar("place", lambda gold: gold.place, _same_text)(main)


def _complete(case: Case) -> Verdict:
    found = not case.readings.get("incomplete")
    right = found == case.gold.complete
    difference = () if right else (f"{case.gold.id}: complete: {found}, not {case.gold.complete}",)
    return Verdict("complete", int(right), int(not right), int(not right), difference)


JUDGES: tuple[Judge, ...] = (
    _scalar("title", lambda gold: gold.title, _same_text),
    _scalar("outlet", lambda gold: gold.outlet, _same_outlet),
    _scalar("url", lambda gold: frozenset({gold.url}), _same_text),
    _scalar("published", lambda gold: gold.published, _same_date),
    _scalar("event.date", lambda gold: gold.event_date, _same_date),
    _places,
    _complete,
)
