"""People: found by name, whether it is printed in capitals or not; then rank and role, both exact, of those found."""

from __future__ import annotations

from site_builder.evaluation.gold import Gold, GoldPerson
from site_builder.evaluation.verdict import Case, Judge, Readings, Verdict
from site_builder.model import Person, Reading


def _people(case: Case) -> Verdict:
    pairs, strangers, absent = _matched_people(case.gold, case.readings)
    optional = {name.casefold() for name in case.gold.people_optional}
    wrong = [reading for reading in strangers if _name(reading).casefold() not in optional]
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
    return isinstance(value, Person) and value.rank in person.ranks and value.role in person.roles


def _name(reading: Reading) -> str:
    return reading.value.name if isinstance(reading.value, Person) else str(reading.value)


def _matched_people(
    gold: Gold, readings: Readings
) -> tuple[list[tuple[GoldPerson, Reading]], list[Reading], list[GoldPerson]]:
    strangers = list(readings.get("people", ()))
    pairs, absent = [], []
    for person in gold.people:
        names = {name.casefold() for name in person.names}
        match = next((reading for reading in strangers if _name(reading).casefold() in names), None)
        if match:
            strangers.remove(match)
            pairs.append((person, match))
        else:
            absent.append(person)
    return pairs, strangers, absent


JUDGES: tuple[Judge, ...] = (_people, _offices)
