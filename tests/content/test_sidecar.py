"""What a person states beside a seed: facts and mistakes, each at its line."""

from __future__ import annotations

import pytest

from site_builder.content.sidecar import stated
from site_builder.errors import Problem
from site_builder.model import Stated

TAGS = ("netralitas", "rakor", "patroli")


def read(text: str) -> tuple[list[str], list[Problem]]:
    found = list(stated(text, where="a.yml", tags=TAGS))
    values = [fact.value for fact in found if isinstance(fact, Stated)]
    return values, [problem for problem in found if isinstance(problem, Problem)]


@pytest.mark.parametrize(
    ("text", "where", "what", "hint"),
    [
        ("title: Rakor\noutlit: Kabar\n", "a.yml:2", "has the unknown key 'outlit'", "did you mean “outlet”?"),
        ("tags: [rakor]\n\ntags2: [x]\n", "a.yml:3", "has the unknown key 'tags2'", "did you mean “tags”?"),
        ("title: R\ntags: [rakors]\n", "a.yml:2", "there is no tag 'rakors'", "did you mean “rakor”?"),
        ("tags: [q]\n", "a.yml:1", "there is no tag 'q'", "the tags stand in vocabulary/tags.yml"),
        ("places: [Malinau]\n", "a.yml:1", "'Malinau' is no region that is known", "did you mean “Kabupaten Malinau”?"),
        ("places: [Kota Pare]\n", "a.yml:1", "'Kota Pare' is no region that is known", "did you mean “Kota Parepare”?"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line_and_what_was_meant(text: str, where: str, what: str, hint: str) -> None:
    (problem,) = read(text)[1]
    assert (problem.where, problem.what, problem.hint) == (where, what, hint)


def test_a_name_of_two_regions_is_asked_about() -> None:
    (problem,) = read("places: [Bogor]\n")[1]
    assert problem.hint == "did you mean “Kabupaten Bogor” or “Kota Bogor”?"


def test_one_wrong_item_leaves_the_others() -> None:
    values, problems = read("tags: [rakor, rakors, patroli]\nplaces: [Kota Parepare, Negeri Antah, Indonesia]\n")
    assert values == ["rakor", "patroli", "Kota Parepare", "Indonesia"]
    assert [problem.where for problem in problems] == ["a.yml:1", "a.yml:2"]


def test_without_a_vocabulary_every_word_is_a_tag() -> None:
    assert [fact.value for fact in stated("tags: [x]", where="a.yml", tags=()) if isinstance(fact, Stated)] == ["x"]
