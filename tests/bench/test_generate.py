"""The invented archive is the same everywhere, as large as real articles are, and sound."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from statistics import mean

import pytest

from site_builder.content.article import write_article
from site_builder.content.reading import dumps, loads
from site_builder.model import Reading
from tests.bench.article import Invented
from tests.bench.chance import Chance, chance
from tests.bench.plan import plan
from tests.bench.words import holders, outlets, places, tags
from tests.bench.writing import articles, write_archive
from tests.conftest import ROOT, Workspace, tree

COUNT = 300


@pytest.fixture(scope="module")
def made() -> tuple[Invented, ...]:
    return tuple(articles(COUNT))


def test_chance_draws_as_other_programs_of_its_kind_do() -> None:
    drawn = Chance(1_234_567)
    assert [drawn.draw() for _ in range(3)] == [6457827717110365317, 3203168211198807973, 9817491932198370423]


def test_chance_of_one_thing_is_the_same_everywhere() -> None:
    drawn = chance("test", 1)
    assert [drawn.below(1000) for _ in range(6)] == [283, 522, 90, 381, 779, 965]


@pytest.mark.parametrize("seed", ["1", "2"])
def test_two_runs_write_the_same_bytes_whatever_the_order_of_hashes(tmp_path: Path, seed: str) -> None:
    write_archive(40, tmp_path / "here")
    subprocess.run(
        [sys.executable, "-m", "tests.bench.generate", "40", tmp_path / "there"],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": seed},
        check=True,
    )
    assert tree(tmp_path / "here") == tree(tmp_path / "there")


def test_a_larger_archive_holds_the_smaller(tmp_path: Path) -> None:
    write_archive(20, tmp_path / "small")
    write_archive(45, tmp_path / "large")
    small, large = tree(tmp_path / "small"), tree(tmp_path / "large")
    assert small.items() <= large.items()
    assert len(large) - len(small) == 3 * 25


def test_the_archive_is_one_that_check_has_nothing_to_say_of(tmp_path: Path) -> None:
    write_archive(60, tmp_path)
    assert "Nothing to mend" in Workspace(tmp_path).build("check")


def test_texts_and_readings_are_as_long_as_real_ones(made: tuple[Invented, ...]) -> None:
    bodies = [article.proposal.article.body for article in made]
    assert 350 <= mean(len(body.split()) for body in bodies) <= 390
    paragraphs = [len([part for part in body.split("\n\n") if not part.startswith("## ")]) for body in bodies]
    assert set(paragraphs) <= set(range(10, 16))
    sizes = [len(dumps(article.proposal.record).encode()) for article in made]
    assert min(sizes) >= 5_000
    assert max(sizes) <= 9_000


def test_every_fact_is_read_from_words_that_stand_where_it_says(made: tuple[Invented, ...]) -> None:
    for article in made:
        for reading in _readings(article):
            assert reading.span
            assert article.text[slice(*reading.span)] == reading.quote


def _readings(article: Invented) -> list[Reading]:
    return [reading for field in article.proposal.record.fields.values() for reading in field.readings]


def test_a_reading_is_one_that_the_program_reads_again(made: tuple[Invented, ...]) -> None:
    for article in made:
        record = article.proposal.record
        assert loads(dumps(record), where="here") == record


def test_there_are_as_many_things_as_it_says() -> None:
    assert len(set(places())) == 300
    assert len(set(outlets())) == 150
    assert sum(map(len, tags())) == 40
    assert sum(len(holders(place)) for place in range(300)) == 3_000


def test_every_special_kind_of_article_is_among_them(made: tuple[Invented, ...]) -> None:
    found = [article.proposal.article for article in made]
    assert {article.show for article in found} == {None, "excerpt", "withdrawn"}
    assert {article.review for article in found} == {"pending", "reviewed"}
    assert any(article.incomplete for article in found)
    assert any(article.republished_from for article in found)
    dates = "\n".join(str(article.event.date) for article in found)
    assert all(re.search(form, dates) for form in (r"-\d\d$", "~", "/", "None"))
    assert any("\\" in write_article(article) for article in found)


def test_some_events_have_several_reports() -> None:
    numbers = [plan(number).occasion.number for number in range(20)]
    assert sorted(numbers.count(number) for number in set(numbers)) == [1] * 9 + [2] * 2 + [3, 4]
