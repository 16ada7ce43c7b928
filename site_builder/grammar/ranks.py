"""A police or military rank with what belongs to it: ``Kombes Pol``, ``Letkol Inf``, ``Letda Laut (PM)``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from site_builder.data import table
from site_builder.grammar.words import Phrases, Words

RETIRED = re.compile(r"\.?\s?\(?\s?Purn(?:awirawan)?\.?\s?(?:Pol\.?\s?)?\)|\.?\sPurn(?:awirawan)?\b\.?", re.IGNORECASE)
"""``(Purn)``, `` Purn.``"""
UNKNOWN_CORPS = re.compile(r"\s([A-Z]{3})(?=\s[A-Z][a-z])")
"""``CSI`` in ``Letkol CSI Amir``: a corps that the table does not have."""
CLOSING = re.compile(r"\s?\)")


@dataclass(frozen=True, slots=True)
class Rank:
    """A rank in its usual letter case; ``end`` and ``next`` lie behind it."""

    text: str
    start: int
    end: int
    next: int
    """Index of the word after the rank."""


@cache
def _ranks() -> Phrases[tuple[str, bool]]:
    """Rank as printed -> its usual form, and whether a corps may follow."""
    rows = table("ranks")
    return Phrases.of((row["rank"], (row["canonical"], row["force"] != "polisi")) for row in rows)


@cache
def _corps() -> Phrases[str]:
    return Phrases.of((row["suffix"], row["canonical"]) for row in table("corps"))


def rank_beginnings() -> frozenset[str]:
    """Every word that a rank can begin with, folded."""
    return frozenset(_ranks().heads)


def _short_form(text: Words, index: int) -> tuple[int, str] | None:
    """``(AKBP)`` behind the words that it shortens: the index behind it, and the usual form."""
    found = _ranks().at(text, index) if index < len(text) and text.gap(index).strip() == "(" else None
    closed = found and text.text[text.ends[found[0] - 1] :].startswith(")")
    return (found[0], found[1][0]) if found and closed else None


def rank_at(text: Words, index: int) -> Rank | None:
    """The rank that starts at the word, with corps and retirement; it must be capitalised."""
    if not text.items[index][0].isupper():
        return None
    found = _ranks().at(text, index)
    if not found:
        return None
    end, (name, soldier) = found
    corps = _corps().at(text, end, " \xa0.(/") if soldier and end < len(text) else None
    if corps and text.items[end].islower() and corps[0] == end + 1:
        corps = None
    offset = text.ends[end - 1]
    if short := _short_form(text, end):
        end, name = short
        offset = text.text.index(")", text.ends[end - 1]) + 1
    if corps and "\n" not in text.gap(end):
        bracketed = "(" in text.gap(end)
        end, suffix = corps
        name, offset = f"{name} {suffix}", text.ends[end - 1]
        closing = CLOSING.match(text.text, offset) if bracketed or "(" in suffix else None
        offset = closing.end() if closing else offset
    elif soldier and (unknown := UNKNOWN_CORPS.match(text.text, offset)):
        name, offset = f"{name} {unknown.group(1).capitalize()}", unknown.end(1)
        end = text.after(offset, end)
    retired = RETIRED.match(text.text, offset)
    if retired:
        name, offset = f"{name} (Purn)", retired.end()
    return Rank(name, text.starts[index], offset, text.after(offset, end))
