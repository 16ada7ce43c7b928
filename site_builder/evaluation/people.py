"""People: found by name; then rank and role, both exact, of those found. Letter case is no difference."""

from __future__ import annotations

from site_builder.evaluation.gold import Gold, GoldPerson
from site_builder.evaluation.verdict import Case, Judge, Readings, Verdict, among
from site_builder.model import Person, Reading


def _people(case: Case) -> Verdict:
    pairs, strangers, absent = _matched_people(case.gold, case.readings)
    wrong = [reading for reading in strangers if not among(_name(reading), case.gold.people_optional)]
    differences = [f"{case.gold.id}: people: {_name(reading)!r} is not in the record" for reading in wrong]
    differences += [f"{case.gold.id}: people: {person.name!r} is not found" for person in absent]
    judged = [(reading.confidence, _exact(person, reading)) for person, reading in pairs]
    judged += [(reading.confidence, False) for reading in wrong]
    return Verdict("people", len(pairs), len(wrong), len(absent), tuple(differences), tuple(judged))


def _offices(case: Case) -> Verdict:
    """Rank and role of the people found, both exact."""
    pairs, _, _ = _matched_people(case.gold, case.readings)
    wrong = [(person, reading) for person, reading in pairs if not _exact(person, reading)]
    differences = tuple(
        f"{case.gold.id}: rank and role: {reading.value}, not {person.rank!r}, {person.role!r}"
        for person, reading in wrong
    )
    return Verdict("rank and role", len(pairs) - len(wrong), len(wrong), len(wrong), differences)


def _exact(person: GoldPerson, reading: Reading) -> bool:
    value = reading.value
    return isinstance(value, Person) and among(value.rank, person.ranks) and among(value.role, person.roles)


def _name(reading: Reading) -> str:
    return reading.value.name if isinstance(reading.value, Person) else str(reading.value)


def _matched_people(
    gold: Gold, readings: Readings
) -> tuple[list[tuple[GoldPerson, Reading]], list[Reading], list[GoldPerson]]:
    strangers = list(readings.get("people", ()))
    pairs, absent = [], []
    for person in gold.people:
        match = next((reading for reading in strangers if among(_name(reading), person.names)), None)
        if match:
            strangers.remove(match)
            pairs.append((person, match))
        else:
            absent.append(person)
    return pairs, strangers, absent


JUDGES: tuple[Judge, ...] = (_people, _offices)
