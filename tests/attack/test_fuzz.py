"""Chance against everything that reads: only declared problems come out, never an exception.

Hypothesis makes the inputs; `make attack` gives each target a minute.  What was found stays as an ``@example``.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from functools import cache
from io import BytesIO

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from site_builder import extractors, labels, markup, readers
from site_builder.content.article import read_article, write_article
from site_builder.content.front_matter import FrontMatterError, parse, split
from site_builder.content.proposal import has_body, propose
from site_builder.content.reading import Record, loads
from site_builder.errors import Problem
from site_builder.model import Article, Document, Seed, Vocabulary
from tests.attack.conftest import Measured
from tests.attack.documents import documents
from tests.attack.share import share
from tests.attack.test_size import MARKUP, PIECES

SECONDS = share(60, fast=1)

WORDS = st.sampled_from([*PIECES, "Kapolres Brebes AKBP Siti Rahma, S.H. ", "memimpin rakor ", "di Mapolres "])
TEXT = st.lists(WORDS | st.text(max_size=9), max_size=60).map("".join)
MARKED = st.lists(st.sampled_from([*MARKUP, *PIECES]) | st.text(max_size=9), max_size=60).map("".join)
BODIES = st.lists(st.sampled_from(list(documents())) | WORDS | st.text(max_size=9), max_size=12).map("".join)
YAML = st.lists(
    st.sampled_from(
        [
            "schema: 1\n",
            "title: ",
            "event:\n",
            "  date: ",
            "people:\n",
            "  - {name: ",
            "tags: [",
            "]",
            "}",
            "- ",
            ": ",
            "# ",
        ]
    )
    | st.text("ab:-#'\"[]{},&*!|>%@?\n \t\r~<\u2028\x00🗳\ud800", max_size=9)
    | st.text(max_size=5),
    max_size=30,
).map("".join)
SUFFIXES = sorted(readers.claims())


def read_any(suffix: str, raw: bytes, sidecar: str | None) -> list[Seed | Problem]:
    found = list(readers.seeds(BytesIO(raw), f"x{suffix}", sidecar))
    assert found, "a file vanished"
    return found


def fuzz_readers(data: st.DataObject) -> None:
    suffix = data.draw(st.sampled_from(SUFFIXES))
    text = data.draw(TEXT | MARKED)
    raw = data.draw(st.binary(max_size=300) | st.just(text.encode("utf-8", "replace")))
    for item in read_any(suffix, raw, data.draw(st.none() | YAML)):
        assert isinstance(item, Seed | Problem)
        if isinstance(item, Seed):
            item.text.encode()


@cache
def terms() -> Vocabulary:
    return Vocabulary()


def labelled(text: str) -> Document:
    seed = Seed("x.txt", "0" * 64, text.encode("utf-8", "replace").decode())
    document = labels.label(seed)
    spans = [block.span for block in document.blocks]
    assert spans == sorted(spans)
    assert {number for start, end in spans for number in range(start, end)} >= {
        number for number, char in enumerate(seed.text) if not char.isspace()
    }, "a line is lost"
    return document


def fuzz_labels(data: st.DataObject) -> None:
    labelled(data.draw(TEXT))


def fuzz_extractors(data: st.DataObject) -> None:
    """What is read stands at its span; and what is proposed is read again as it was written."""
    document = labelled(data.draw(TEXT))
    found = extractors.read(document, terms())
    for readings in found.values():
        for reading in readings:
            assert reading.span is None or document.quote(reading.span) == reading.quote
    if has_body(document):
        proposal = propose(document, found, slug="x", year="2024")
        assert read_article(write_article(proposal.article), slug="x", year="2024", where="x") == proposal.article


def fuzz_front_matter(data: st.DataObject) -> None:
    text = data.draw(YAML | TEXT)
    with contextlib.suppress(FrontMatterError):
        parse(text)
    with contextlib.suppress(FrontMatterError):
        split(text)
    found = read_article(f"---\n{text}\n---\nIsi.\n", slug="x", year="2024", where="x")
    if isinstance(found, Article):
        assert read_article(write_article(found), slug="x", year="2024", where="x") == found
    else:
        assert found
        assert all(isinstance(problem, Problem) for problem in found)
    assert isinstance(loads(text, where="x"), Record | Problem)


def fuzz_body(data: st.DataObject) -> None:
    text = data.draw(BODIES)
    made = markup.body(text)
    assert "<script" not in made.html
    assert markup.body(text) == made
    markup.words(made)
    assert all(isinstance(problem, Problem) for problem in markup.problems(text, where="x"))


TARGETS: dict[str, Callable[[st.DataObject], None]] = {
    "readers": fuzz_readers,
    "labels": fuzz_labels,
    "extractors": fuzz_extractors,
    "front matter": fuzz_front_matter,
    "body": fuzz_body,
}


@pytest.mark.parametrize("name", TARGETS)
def test_only_declared_problems_come_out(name: str, measured: Measured) -> None:
    target = TARGETS[name]
    runs = 0
    until = time.monotonic() + SECONDS

    @settings(
        max_examples=500 if SECONDS > 1 else 40,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.explicit, Phase.generate, Phase.shrink],
    )
    @given(st.data())
    def attack(data: st.DataObject) -> None:
        nonlocal runs
        runs += 1
        target(data)

    while runs == 0 or time.monotonic() < until:
        attack()
    measured(f"chance against {name}", seconds=SECONDS, inputs=runs, exceptions=0)
