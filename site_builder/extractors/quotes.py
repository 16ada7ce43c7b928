"""Direct speech with its speaker, in text order."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.grammar.speech import Speech, speeches
from site_builder.model import Document, Known, Quote, Reading

VERSION = 1
CONFIDENCE = {
    "name": 0.97,
    "office": 0.95,
    "pronoun": 0.92,
    "context": 0.75,
    "subject": 0.7,
    "document": 0.6,
    "anonymous": 0.6,
}
"""How the speaker was found -> the share of such quotes that are right, as measured."""
UNKNOWN = 0.7
"""The share for a speaker of whom the text gives one name and nothing else."""


def extract(document: Document, known: Known) -> Iterator[Reading]:
    """The quotes of the body; the speaker's name is that of ``people`` wherever the text gives one."""
    places = known.readings.get("places", ())
    for speech in speeches(document.prose, str(places[0].value) if places else None):
        span = (speech.start, speech.end)
        text = " ".join(document.prose[speech.start : speech.end].split())
        yield Reading(
            "quotes",
            Quote(speech.speaker, text),
            document.quote(span),
            span,
            f"quotes/{VERSION}",
            CONFIDENCE[speech.basis] if speech.known else min(CONFIDENCE[speech.basis], UNKNOWN),
            _detail(speech),
        )


def _detail(speech: Speech) -> dict[str, str]:
    printed = " ".join(speech.printed.split())
    detail = {"order": speech.order, "basis": speech.basis, "verb": speech.verb.lower(), "speaker_printed": printed}
    return {key: value for key, value in detail.items() if value}
