"""What can still be read of a broken article."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.content.article import read_article, write_article
from site_builder.content.reading import BodyRecord, FieldRecord, Record, SeedReference
from site_builder.content.salvage import salvage
from site_builder.model import Article, Event, Person, Quote, Reading

SOUND = Article(
    "rakor-di-sabu", "2024", "Rakor di Sabu", "Paragraf satu.\n\nParagraf *dua*.",
    seed="a.txt", outlet="Suara Sabu", published="2024-07-10", authors=("Sari",),
    event=Event("2024-07-09", "09:00+08:00", "rakor", "aula lantai 2"), places=("Kabupaten Sabu Raijua",),
    people=(Person("Rudi Hartawan", "AKBP", "Kapolres Sabu Raijua"),), organizations=("Polres Sabu Raijua",),
    tags=("rakor",), quotes=(Quote("Rudi Hartawan", "Kami siap"),),
)  # fmt: skip
TEXT = write_article(SOUND)


def record(owner: Any = "machine", **values: Any) -> Record:
    fields = {
        name: FieldRecord(tuple(Reading(name, one, "x", None, "x/1", 0.9) for one in found), owner)
        for name, found in values.items()
    }
    return Record(SeedReference("a.txt", "1", "2"), BodyRecord("3"), fields=fields)


READ = record(
    **{"title": [SOUND.title], "event.date": ["2024-07-09"], "people": SOUND.people, "tags": ["rakor"]},
    places=SOUND.places, quotes=SOUND.quotes, published=["2024-07-10"],
)  # fmt: skip


def damaged(old: str, new: str) -> str:
    assert TEXT.count(old) == 1
    text = TEXT.replace(old, new)
    assert isinstance(read_article(text, slug="x", year="2024", where="x.md"), tuple), "this is no damage"
    return text


def saved(text: str, known: Record | None = READ) -> Article | None:
    return salvage(text, slug=SOUND.slug, year=SOUND.year, record=known)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: Rakor di Sabu", "title: 'Rakor di Sabu"),
        ("title: Rakor di Sabu", "titel: Rakor di Sabu\ntitle: &a Rakor di Sabu"),
        ("  date: ", "  date: kemarin #"),
        ("  venue: aula lantai 2", "  venue: aula lantai 2\n  tempat: aula"),
        ("places: ", "places: {"),
        ("tags: [rakor]", "tags: [rakor"),
        ("people:", "people: Rudi"),
        ("review: pending", "review: perhaps"),
        ("published:", "published: [1] #"),
        ("quotes:", "quotes: [\nx:"),
    ],
)
def test_one_broken_field_says_what_the_machine_read_and_all_others_stay(old: str, new: str) -> None:
    assert saved(damaged(old, new)) == SOUND


def test_a_title_with_a_second_colon_is_what_it_says() -> None:
    found = saved(damaged("title: Rakor di Sabu", "title: Rakor: di Sabu"))
    assert found == dataclasses.replace(SOUND, title="Rakor: di Sabu")


def test_nothing_is_known_of_a_broken_field_that_was_a_person_s() -> None:
    known = record("person", tags=["patroli"])
    found = saved(damaged("tags: [rakor]", "tags: [rakor"), known)
    assert found == dataclasses.replace(SOUND, tags=())


def test_of_a_field_that_stands_twice_neither_is_believed() -> None:
    text = damaged("outlet: Suara Sabu", "outlet: Suara Sabu\noutlet: Suara Sigi")
    assert saved(text) == dataclasses.replace(SOUND, outlet=None)


@pytest.mark.parametrize("show", ["withdrwan", "[withdrawn", "full\nshow: withdrawn", "'withdrawn", "&x full"])
def test_what_may_not_be_shown_is_never_guessed(show: str) -> None:
    found = saved(damaged("show: null", f"show: {show}"))
    assert found
    assert found.show == "withdrawn"


def test_a_withdrawal_holds_where_something_else_is_broken() -> None:
    text = damaged("tags: [rakor]", "tags: [rakor").replace("show: null", "show: withdrawn")
    for changed in (text, text.replace("show:", "  show:"), text.replace("show:", "SHOW :")):
        found = saved(changed)
        assert found
        assert found.show == "withdrawn"


def test_without_an_end_of_the_front_matter_the_rest_is_shown_as_it_is_written() -> None:
    found = saved(damaged("review: pending\n---\n", "review: pending\n"))
    assert found == dataclasses.replace(SOUND, body="Paragraf satu.\n\nParagraf \\*dua\\*.")


@pytest.mark.parametrize("text", ["", "Hanya isi.\n", TEXT.removeprefix("---\n"), "---\ntags: [a\n---\nIsi.\n"])
def test_without_front_matter_or_title_nothing_is_shown(text: str) -> None:
    assert saved(text, None) is None


@given(st.integers(0, len(TEXT)), st.integers(0, 9), st.text(max_size=6))
def test_whatever_is_written_into_an_article_the_rest_can_be_read(at: int, length: int, new: str) -> None:
    text = TEXT[:at] + new + TEXT[at + length :]
    found = saved(text)
    assert found is None or found.slug == SOUND.slug
    sound = read_article(text, slug=SOUND.slug, year=SOUND.year, where="x.md")
    if isinstance(sound, Article):
        assert found is not None
        assert found.title == sound.title
