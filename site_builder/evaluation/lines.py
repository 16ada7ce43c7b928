"""Lines: which are not body, and the words of the body."""

from __future__ import annotations

import re
from collections import Counter

from site_builder.evaluation.gold import Gold
from site_builder.evaluation.verdict import Case, Judge, Verdict, fold
from site_builder.model import BODY_LABELS, Document, Span

WORD = re.compile(r"\w+")
NOT_BOILERPLATE = BODY_LABELS | {"title"}


def _boilerplate(case: Case) -> Verdict:
    expected = _boilerplate_lines(case.gold, case.document)
    found = {block.span for block in case.document.blocks if block.label not in NOT_BOILERPLATE}
    if case.gold.repeats:
        found -= {block.span for block in case.document.labelled("duplicate")}
    wrong, absent = sorted(found - expected), sorted(expected - found)
    labels = {block.span: block.label for block in case.document.blocks}
    differences = [f"{case.gold.id}: boilerplate: {labels[s]}: {case.document.quote(s)[:60]!r} is body" for s in wrong]
    differences += [
        f"{case.gold.id}: boilerplate: {labels[s]}: {case.document.quote(s)[:60]!r} is not body" for s in absent
    ]
    return Verdict("boilerplate", len(found & expected), len(wrong), len(absent), tuple(differences))


def _shown(case: Case, span: Span) -> str:
    label = next(block.label for block in case.document.blocks if block.span == span)
    return f"{case.gold.id}: boilerplate: {label}: {case.document.quote(span)[:60]!r}"


def _boilerplate_lines(gold: Gold, document: Document) -> set[Span]:
    """The record's entries are in text order, one a line: each takes the next line that starts with its words."""
    expected = set()
    entries = [fold(entry) for entry in gold.boilerplate]
    for block in document.blocks:
        if entries and fold(document.quote(block.span)).startswith(entries[0]):
            expected.add(block.span)
            entries.pop(0)
    return expected


def _body(case: Case) -> Verdict:
    """Words of the body, as a multiset."""
    found = Counter(WORD.findall(case.document.prose))
    boilerplate = _boilerplate_lines(case.gold, case.document)
    lines = [case.document.quote(block.span) for block in case.document.blocks if block.span not in boilerplate]
    expected = Counter(WORD.findall(_without_title(lines, case.gold)))
    hits = (found & expected).total()
    wrong, missed = (found - expected).total(), (expected - found).total()
    if case.gold.repeats:
        wrong = missed = 0
    differences = (f"{case.gold.id}: body: {wrong} words too many, {missed} too few",) if wrong + missed > 3 else ()
    return Verdict("body", hits, wrong, missed, differences)


def _without_title(lines: list[str], gold: Gold) -> str:
    titles = {fold(title) for title in gold.title if title}
    for i, line in enumerate(lines):
        if any(fold(line).startswith(title) for title in titles):
            lines = lines[:i] + lines[i + 1 :]
            break
    text = "\n".join(lines)
    for inline in gold.boilerplate_inline:
        text = text.replace(inline, " ", 1)
    return text


JUDGES: tuple[Judge, ...] = (_boilerplate, _body)
