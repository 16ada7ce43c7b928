"""How well the readings agree with hand-made records: a fall below a floor fails; lowering a floor is an edit here.

The floors of ``OURS`` hold on the project's own gold (``tests/gold``: invented articles in real patterns), those of
``SEEDS`` on the five real seeds, whose records lie outside the repository with the other texts of third parties.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from site_builder.cli.options import Options
from site_builder.evaluation import Report, evaluate
from site_builder.pipeline import cases, read_gold
from tests.conftest import ROOT

SHARED = ROOT.parent / "shared" / "gold"

OURS: Mapping[str, float] = {
    "title": 0.98, "outlet": 0.95, "url": 0.98, "published": 0.95, "event.date": 0.90, "place": 0.92, "complete": 0.90,
    "people": 0.93, "rank and role": 0.88, "organizations": 0.80, "quotes": 0.95, "quote speaker": 0.88, "tags": 0.85,
    "boilerplate": 0.93, "body": 0.985,
}  # fmt: skip
"""F1 of each field."""
CALIBRATED = 0.97, 0.60
"""Readings of confidence .9 and more: at least this share of them is right, and they are this share of all."""


def measured(gold: Path, raw: Path) -> Report:
    return evaluate(cases(read_gold(gold), raw, Options().folders))


@pytest.fixture(scope="module")
def ours() -> Report:
    return measured(ROOT / "tests" / "gold" / "gold.jsonl", ROOT / "tests" / "gold" / "raw")


@pytest.mark.parametrize("field", OURS)
def test_no_field_falls_below_its_floor(ours: Report, field: str) -> None:
    score = next(score for score in ours.scores if score.field == field)
    about = {"rank and role": "rank and role:", "quote speaker": "speaker:"}.get(field, f"{field}:")
    differences = "\n".join(line for line in ours.differences if about in line)
    assert score.f1 >= OURS[field], f"{field} {score.f1:.3f}, floor {OURS[field]}\n{differences}"


def test_every_field_that_is_judged_has_a_floor(ours: Report) -> None:
    assert {score.field for score in ours.scores} == set(OURS)
    assert ours.documents >= 20


def test_confidence_means_what_it_says(ours: Report) -> None:
    sure = [band for band in ours.bands if band.floor >= 0.9]
    total = sum(band.readings for band in ours.bands)
    right, share = CALIBRATED
    assert sum(band.right for band in sure) >= right * sum(band.readings for band in sure)
    assert sum(band.readings for band in sure) >= share * total


@pytest.mark.skipif(not SHARED.is_dir(), reason="the records of the seeds are third-party texts, not in the repository")
def test_the_five_seeds_are_read_without_a_difference() -> None:
    report = measured(SHARED / "seeds.jsonl", ROOT / "seeds")

    assert report.documents == 5
    assert report.differences == ()
