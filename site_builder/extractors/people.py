"""People of the story: name, rank and own office, with the words of the first full mention."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.grammar.cast import Figure, cast
from site_builder.model import Document, Known, Person, Reading

VERSION = 1


def extract(document: Document, known: Known) -> Iterator[Reading]:
    """The people whom the body names, in text order."""
    for figure in cast(document.prose, home(known)).figures:
        span = (figure.full.start, figure.full.end)
        yield Reading(
            "people",
            Person(figure.name, figure.rank, figure.role),
            document.quote(span),
            span,
            f"people/{VERSION}",
            _confidence(figure),
            {"also": ", ".join(figure.aliases)} if figure.aliases else {},
        )


def home(known: Known) -> str | None:
    """The main place of the article, if it is known already."""
    places = known.readings.get("places", ())
    return str(places[0].value) if places else None


def _confidence(figure: Figure) -> float:
    """The share of such readings whose name, rank and role are all right, as measured.

    Rank, name and office in one phrase are surest; a unit that the text leaves out, a body that does not say where, a
    name of unknown words and a person with two offices are less sure; a name alone says least.
    """
    office = figure.full.office
    if not office:
        return _without_office(figure)
    whole = office.head.follows != "body" or bool(office.place)
    if not figure.settled or not (figure.rank or figure.usual):
        return 0.8
    if figure.printed and whole:
        return 0.97 if figure.full.rank or " " in figure.name else 0.88
    if figure.printed:
        return 0.88
    return 0.88 if figure.role and figure.rank else 0.85


def _without_office(figure: Figure) -> float:
    if figure.role and figure.rank:
        return 0.85
    if figure.role:
        return 0.75 if figure.usual else 0.6
    return 0.55 if figure.sure else 0.4
