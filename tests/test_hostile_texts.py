"""Whatever a text holds, it is read in bounded time and memory, and what is left unread is said."""

from __future__ import annotations

import json
import subprocess
import sys
from io import BytesIO

import pytest

from site_builder import extractors, labels, readers
from site_builder.errors import Problem
from site_builder.model import LONGEST_READ, Seed, Vocabulary

MOST_SECONDS, MOST_MEGABYTES = 2.0, 512
"""Of the processor, for each megabyte; and of memory, for any."""
USUAL_PACE = 0.08
"""Seconds that ``hostile_texts.pace`` takes on the machine for which ``MOST_SECONDS`` was set."""
SENTENCE = "Kapolres Sigi AKBP Rudi Hartawan memimpin apel di halaman mapolres, Senin (9/6/2025). "


@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot be asked for its peak of memory")
def test_no_text_takes_longer_or_more_memory_than_it_may() -> None:
    command = [sys.executable, "-m", "tests.hostile_texts"]
    found = json.loads(subprocess.run(command, check=True, capture_output=True, timeout=600).stdout)
    most = MOST_SECONDS * max(1.0, found["pace"] / USUAL_PACE)
    assert {name: seconds for name, seconds in found["spent"].items() if seconds > most} == {}
    assert found["megabytes"] <= MOST_MEGABYTES


def _read(text: str) -> tuple[Seed, list[Problem]]:
    items = list(readers.seeds(BytesIO(text.encode()), "a.txt", None))
    (seed,) = (item for item in items if isinstance(item, Seed))
    return seed, [item for item in items if isinstance(item, Problem)]


def test_a_text_longer_than_any_article_keeps_its_body_and_says_how_far_it_was_read() -> None:
    seed, problems = _read(f"Kapolres Sigi Pimpin Apel\n\n{SENTENCE * 2_000}AKBP Budi Santosa datang.\n")
    assert [problem.what for problem in problems] == [
        f"is longer than an article: its facts are those of its first {LONGEST_READ:,} characters"
    ]
    document = labels.label(seed)
    assert "Budi Santosa" in document.prose
    found = extractors.read(document, Vocabulary())
    assert [str(reading.value) for reading in found["event.date"]] == ["2025-06-09"]
    spans = [reading.span for several in found.values() for reading in several if reading.span]
    assert max(end for _, end in spans) <= LONGEST_READ
    assert all(document.quote(r.span) == r.quote for several in found.values() for r in several if r.span)


def test_an_article_of_usual_length_is_read_to_its_end() -> None:
    seed, problems = _read(f"Kapolres Sigi Pimpin Apel\n\n{SENTENCE * 100}\n")
    document = labels.label(seed)
    assert (problems, document.beginning()) == ([], document)


@pytest.mark.parametrize("gap", [" ", "\n", ""])
def test_a_long_text_is_cut_behind_a_word_if_it_has_words(gap: str) -> None:
    document = labels.label(Seed("a.txt", "00", f"kata{gap}" * LONGEST_READ))
    beginning = document.beginning()
    assert document.seed.text.startswith(beginning.seed.text)
    assert LONGEST_READ // 2 < len(beginning.seed.text) <= LONGEST_READ
    assert beginning.seed.text.endswith("kata")
