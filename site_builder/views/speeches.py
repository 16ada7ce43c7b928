"""Who says what in one report: each quote with its speaker and certainty, and its mark in the body."""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass

from site_builder import evidence, wording
from site_builder.archive import Archive, Entry
from site_builder.marking import Mark
from site_builder.model import Quote
from site_builder.views import Address, Link
from site_builder.views.quoted import anchor, speaker

START = 48
"""Characters of a quote that stand for it where it is not repeated."""


@dataclass(frozen=True, slots=True)
class Speech:
    """A quote; its anchor is ``kutipan-`` and its number."""

    number: int
    text: str
    speaker: Link | None
    """None: the text does not say; without ``href`` if the speaker is an office or a document."""
    office: str
    level: wording.Level
    share: str
    rule: str
    start: str
    """The first of its words."""
    marked: bool
    """It is marked in the body; else the page shows it below."""


def speeches(archive: Archive, entry: Entry, here: Address) -> Iterator[Speech]:
    """The quotes of a report in its own order; none is marked yet."""
    people = {person.name: person for person in entry.article.people}
    for number, fact in enumerate(evidence.facts(entry, "quotes"), 1):
        if isinstance(fact.value, Quote):
            name = fact.value.speaker
            yield Speech(
                number=number,
                text=fact.value.text,
                speaker=speaker(archive, entry, name, here) if name else None,
                office=wording.office(people[name]) if name in people else "",
                level=fact.level,
                share=fact.share(archive.site.language),
                rule=fact.reading.by if fact.reading else "",
                start=wording.beginning(fact.value.text, START),
                marked=False,
            )


def speech_marks(entry: Entry, found: tuple[Speech, ...]) -> Iterator[Mark]:
    """The marks of the quotes in the body, with the speaker behind each."""
    readings = {fact.value: fact.reading for fact in evidence.facts(entry, "quotes")}
    for speech, quote in zip(found, entry.article.quotes, strict=True):
        reading = readings.get(quote)
        block, offset = evidence.place_of(entry, reading.span) if reading and reading.span else (None, 0)
        yield Mark(anchor(speech.number), speech.text, "said", block, offset, _byline(speech))


def _byline(speech: Speech) -> str:
    """The speaker behind the words, with the grade of what is not sure."""
    if speech.speaker is None:
        return ""
    grade = "" if speech.level == "sure" else f" mark {speech.level}"
    words, href = html.escape(speech.speaker.text), html.escape(speech.speaker.href)
    return f' <a class="by{grade}" href="{href}">{words}</a>' if href else f' <span class="by{grade}">{words}</span>'
