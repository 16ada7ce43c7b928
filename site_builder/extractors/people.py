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

    An office in the text is surest where it says of which place or unit; a name alone says least.
    """
    office = figure.full.office
    if office and figure.printed:
        return 0.97 if office.head.follows != "body" or office.place else 0.88
    if figure.role and figure.rank:
        return 0.92
    if office:
        return 0.85
    return 0.6 if figure.sure else 0.4
