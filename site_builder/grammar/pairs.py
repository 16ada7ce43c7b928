"""Two offices and the two who hold or seek them: ``Bupati dan Wakil Bupati Kolaka nomor urut 1, Amri dan Husna``."""

from __future__ import annotations

import re
from dataclasses import replace

from site_builder.grammar.appointed import AFTER_OFFICE, QUALIFIED, Mention
from site_builder.grammar.names import Name, name_at
from site_builder.grammar.offices import Office, office_at
from site_builder.grammar.ranks import rank_at
from site_builder.grammar.words import Words

PAIRED = re.compile(r"\s?(?:dan|-|–|/|&)\s?")
"""What stands between the two offices, and between the two names."""
SEEKING = frozenset({"paslon", "calon", "cabup", "balon"})


def pair(text: Words, index: int) -> list[Mention]:
    """Both people of a pair that starts at the word; empty if no pair with two names does."""
    first = office_at(text, index)
    second = _deputy(text, first) if first else None
    if not first or not second:
        return []
    names = _two_names(text, second)
    if not names:
        return []
    prefix = first.prefix or ("calon" if index and text.folded[index - 1] in SEEKING else "")
    first = replace(first, prefix=prefix, complement=second.complement, place=second.place)
    second = replace(second, prefix=prefix)
    (one, other) = names
    return [
        Mention(first.start, one.end, one, None, first),
        Mention(other.span[0], other.end, other, None, second),
    ]


def _deputy(text: Words, first: Office) -> Office | None:
    """The office of the deputy, straight behind the first office."""
    gap = PAIRED.match(text.text, first.end)
    if not gap or first.complement or first.head.follows == "body":
        return None
    index = text.after(gap.end(), first.next)
    second = office_at(text, index) if index < len(text) and text.starts[index] == gap.end() else None
    return second if second and second.head.name == f"Wakil {first.head.name}" else None


def _two_names(text: Words, office: Office) -> tuple[Name, Name] | None:
    end = qualified.end() if (qualified := QUALIFIED.match(text.text, office.end)) else office.end
    gap = AFTER_OFFICE.match(text.text, end)
    one = _name(text, gap.end() if gap else end, office.next)
    between = PAIRED.match(text.text, one.end) if one else None
    if not one or not between:
        return None
    other = _name(text, between.end(), one.next)
    return (one, other) if other else None


def _name(text: Words, offset: int, index: int) -> Name | None:
    index = text.after(offset, index)
    if index >= len(text) or text.starts[index] != offset or office_at(text, index) or rank_at(text, index):
        return None
    return name_at(text, index)
