"""Copies of one text are found whatever became of it, and texts that only look alike are not."""

from __future__ import annotations

import dataclasses
from itertools import pairwise

import pytest

from site_builder.links import Reason
from site_builder.links.copy_of import copies
from site_builder.links.copy_of.shingles import candidates, shingles
from site_builder.model import Article, Event, Quote
from tests.links.texts import BOILERPLATE, CHIEF, INDEPENDENT, OTHER, RELEASE, SPUN, article

ORIGINAL = article("palu", RELEASE)
LONG = " ".join((OTHER, RELEASE, INDEPENDENT))
SENTENCES = RELEASE.split(". ")

COPIES = {
    "under another title": (article("poso", RELEASE, title="Perahu Karet Disiagakan"), "same"),
    "with other marks": (article("poso", RELEASE.replace(". ", ".\n\n").replace("perahu", "*perahu*")), "same"),
    "two words changed": (article("poso", RELEASE.replace("deras", "kuat").replace("Jumat", "Sabtu")), "near"),
    "the last sentences cut off": (article("poso", ". ".join(SENTENCES[:6])), "near"),
    "cut to half": (article("poso", ". ".join(SENTENCES[2:5])), "part"),
    "inside a longer article": (article("poso", LONG), "part"),
    "put in other words": (article("poso", SPUN), "reworded"),
    "altered by one who changed the day": (article("poso", RELEASE, event=Event("2024-11-22")), "same"),
}
DIFFERENT = {
    "another report of the event": article("poso", INDEPENDENT),
    "another article with the same boilerplate": article("poso", OTHER + BOILERPLATE),
    "a spun text of the same outlet": article("poso", SPUN, outlet=ORIGINAL.outlet),
    "a form letter of the same outlet, the next day": article(
        "poso", RELEASE, outlet=ORIGINAL.outlet, event=Event("2024-11-22")
    ),
    "a form letter, filled in for another region": article(
        "bima",
        RELEASE.replace("Palu", "Bima").replace("perahu", "rakit").replace("truk", "gerobak").replace("atihan", "agak"),
        places=("Kota Bima",),
    ),
    "too short to tell": article("poso", SENTENCES[0]),
    "nothing": article("poso", ""),
}


@pytest.mark.parametrize(("other", "how"), COPIES.values(), ids=list(COPIES))
def test_a_copy_is_found(other: Article, how: str) -> None:
    (found,) = copies([ORIGINAL, other])
    assert (found.one, found.other, found.how) == (0, 1, how)
    assert 0.5 < found.share <= 1


@pytest.mark.parametrize("other", DIFFERENT.values(), ids=list(DIFFERENT))
def test_what_only_looks_alike_is_no_copy(other: Article) -> None:
    own = dataclasses.replace(ORIGINAL, body=RELEASE + BOILERPLATE) if BOILERPLATE in other.body else ORIGINAL
    assert list(copies([own, other])) == []


def test_a_release_in_three_papers_is_three_pairs() -> None:
    papers = [ORIGINAL, article("poso", RELEASE), article("lain", OTHER), article("sigi", RELEASE)]
    assert [(found.one, found.other) for found in copies(papers)] == [(0, 1), (0, 3), (1, 3)]


def test_a_release_in_very_many_papers_is_one_chain_and_not_all_pairs() -> None:
    many = [article(f"media-{number}", RELEASE) for number in range(100)]
    found = {(pair.one, pair.other) for pair in copies(many)}
    assert set(pairwise(range(100))) <= found
    assert len(found) < 1_000


def test_ranks_names_days_and_speakers_that_disagree_are_told() -> None:
    speech = "Kami mendayung setiap sore, dan kotak suara tidak akan basah."
    own = dataclasses.replace(ORIGINAL, quotes=(Quote(CHIEF.name, speech),))
    spun = article(
        "poso",
        SPUN,
        event=Event("2024-11-21/2024-11-22"),
        people=(dataclasses.replace(CHIEF, rank="AKP"),),
        quotes=(Quote("Camat", speech),),
    )
    (found,) = copies([own, spun])
    assert found.differences == (
        Reason("date", "2024-11-21", "2024-11-21/2024-11-22"),
        Reason("rank", "Kompol Rahmat Djafar", "AKP Rahmat Djafar"),
        Reason("quote", "Rahmat Djafar", "Camat"),
    )


def test_a_name_that_was_changed_is_told_and_a_fact_left_out_is_not() -> None:
    renamed = article("poso", RELEASE, event=Event(), people=(dataclasses.replace(CHIEF, name="Rahmat Jafar"),))
    assert [found.differences for found in copies([ORIGINAL, renamed])] == [
        (Reason("person", "Rahmat Djafar", "Rahmat Jafar"),)
    ]
    assert [found.differences for found in copies([ORIGINAL, article("poso", RELEASE, people=())])] == [()]


def test_hashes_are_the_same_on_every_machine() -> None:
    assert shingles("Perahu karet siaga. PERAHU KARET SIAGA!") == shingles("perahu karet siaga perahu karet siaga")
    assert shingles("perahu karet siaga") == {0x3F108819}


def test_candidates_come_in_order() -> None:
    found = list(candidates([RELEASE, OTHER, RELEASE, LONG]))
    assert found == sorted(found) == [(0, 2), (0, 3), (1, 3), (2, 3)]
