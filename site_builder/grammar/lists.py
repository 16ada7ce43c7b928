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
ITEM = re.compile(r"(?<![\w.])((?:[A-Z][a-z'’]+ ){0,3}[A-Z][a-z'’]+), \Z")
"""A name before a comma."""
MOST_LETTERS = 60
NAMING = re.compile(r",?\s(?:yakni|yaitu|masing-masing|(?:di ?)?antaranya|antara lain)[:,]?\s")
SEVERAL = re.compile(
    r"\b(?:dua|tiga|empat|lima|enam|tujuh|kedua|ketiga|keempat|para|sejumlah|beberapa)(?: orang| mantan)? \Z",
    re.IGNORECASE,
)


def filled(text: Words, found: list[Mention]) -> list[Mention]:
    """The mentions, with the lone words between two names of a list that are usual in names."""
    return sorted([*found, *_between(text, found), *_ahead(text, found)], key=lambda mention: mention.start)


def _ahead(text: Words, found: list[Mention]) -> Iterator[Mention]:
    """The names before the first of three in a list, usual or not: ``Sarjono, Bahri, Vina Suhartini, Irma …``."""
    for at in range(len(found) - 2):
        if not all(m.name and not m.office and not m.rank for m in found[at : at + 3]):
            continue
        if not all(COMMA.fullmatch(text.text, one.end, two.start) for one, two in pairwise(found[at : at + 3])):
            continue
        start, floor = found[at].start, found[at - 1].end if at else 0
        while item := ITEM.search(text.text, max(floor, start - MOST_LETTERS), start):
            name = name_at(text, text.index(item.start(1)))
            if not name or name.span != item.span(1) or not is_person(text, text.index(item.start(1)), name):
                break
            yield Mention(name.span[0], name.end, name, cue=found[at].cue, strong=False)
            start = item.start(1)


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
