"""Lists of people: one word between names is a name; what is said of the first of several is said of all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from site_builder.grammar.appointed import Mention
from site_builder.grammar.likeness import is_person
from site_builder.grammar.names import likely, name_at
from site_builder.grammar.words import Words

COMMA = re.compile(r",\s(?:dan\s|serta\s)?|\s(?:dan|serta)\s")
"""What stands between two names of a list."""
NAMING = re.compile(r",?\s(?:yakni|yaitu|masing-masing|(?:di ?)?antaranya|antara lain)[:,]?\s")
SEVERAL = re.compile(
    r"\b(?:dua|tiga|empat|lima|enam|tujuh|kedua|ketiga|keempat|para|sejumlah|beberapa)(?: orang| mantan)? \Z",
    re.IGNORECASE,
)


def filled(text: Words, found: list[Mention]) -> list[Mention]:
    """The mentions, with the lone words between two names of a list that are usual in names."""
    return sorted([*found, *_between(text, found)], key=lambda mention: mention.start)


def _between(text: Words, found: list[Mention]) -> Iterator[Mention]:
    for before, after in pairwise(found):
        gap = COMMA.match(text.text, before.end, after.start) if before.name and after.name else None
        if not gap or not 4 < after.start - gap.end() < 40:
            continue
        index = text.index(gap.end())
        name = name_at(text, index) if index < len(text) and text.starts[index] == gap.end() else None
        listed = name and COMMA.fullmatch(text.text, name.end, after.start)
        if name and listed and likely(name.text.split()[0]) and is_person(text, index, name):
            yield Mention(name.span[0], name.end, name, cue=before.cue, strong=False)


def told_of_all(text: Words, found: list[Mention]) -> list[Mention]:
    """``dua pimpinan MKD, yakni Amir dan Heri``: the office before a list is that of all in it."""
    found = list(found)
    for at, mention in enumerate(found[:-1]):
        office = mention.office
        if not mention.name or not office or not NAMING.match(text.text, office.end):
            continue
        if not SEVERAL.search(text.text, max(0, office.start - 24), office.start):
            continue
        for i in range(at + 1, len(found)):
            plain = found[i].name and not found[i].office and not found[i].cue
            if not plain or not COMMA.fullmatch(text.text, found[i - 1].end, found[i].start):
                break
            found[i] = replace(found[i], office=office)
    return found
