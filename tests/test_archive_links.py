"""What binds the articles of an archive: copies and who was first, events with copies among the reports, decisions."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.archive import Archive, Entry
from site_builder.config import Site
from site_builder.links import CURATOR
from site_builder.model import Article, Decision, Event, Person, Vocabulary, Who
from tests.links.texts import CHIEF, INDEPENDENT, OTHER, RELEASE, SPUN, article

HEAD = Person("Rahmat Djafar", "AKBP", "Kapolres Poso")


def archive(*articles: Article, decisions: tuple[Decision, ...] = ()) -> Archive:
    entries = [Entry(one, None, f"content/articles/{one.year}/{one.slug}.md") for one in articles]
    return Archive.of(entries, site=Site(), vocabulary=Vocabulary(decisions=decisions))


def said(bond: Any, *members: str | Who, same: bool = True, line: int = 1) -> Decision:
    who = tuple(("", one) if isinstance(one, str) else one for one in members)
    return Decision(bond, same, who, f"links.yml:{line}")


def twins(found: Archive, slug: str) -> list[tuple[str, str, bool | None, str]]:
    return [(t.entry.article.slug, t.how, t.original, t.basis) for t in found.copies(found.entry(slug))]


def reports(found: Archive) -> list[list[str]]:
    return [sorted(report.article.slug for report in event.reports) for event in found.events]


def people(found: Archive) -> list[list[str]]:
    return sorted(sorted(a.entry.article.slug for a in person.appearances) for person in found.people)


MORNING, NOON = "2024-11-20T08:00+07:00", "2024-11-20T12:00+07:00"
EAST = "2024-11-20T09:30+09:00"

FIRST = {
    "the one published first": ({"published": MORNING}, {"published": NOON}, True, "published"),
    "by the clock of its own zone": ({"published": EAST}, {"published": MORNING}, True, "published"),
    "the day before, without a time": ({"published": "2024-11-19"}, {"published": MORNING}, True, "published"),
    "unknown on one day without a time": ({"published": "2024-11-20"}, {"published": MORNING}, None, "unknown"),
    "unknown without a date": ({"published": MORNING}, {}, None, "unknown"),
    "the one that the other names as its source": (
        {"published": NOON, "outlet": "Kabar Palu"},
        {"published": MORNING, "republished_from": "Kabar Palu"},
        True,
        "republished",
    ),
    "the one at whose site the other says to be": (
        {"published": NOON, "outlet": "Tribun Pontianak"},
        {"published": MORNING, "url": "https://pontianak.tribunnews.com/2024/11/20/perahu"},
        True,
        "republished",
    ),
}


@pytest.mark.parametrize(("one", "other", "original", "basis"), FIRST.values(), ids=list(FIRST))
def test_the_original_is(one: dict[str, Any], other: dict[str, Any], original: bool | None, basis: str) -> None:
    found = archive(article("satu", RELEASE, **one), article("dua", RELEASE, **other))
    assert twins(found, "dua") == [("satu", "same", original, basis)]
    assert twins(found, "satu") == [("dua", "same", None if original is None else False, basis)]
    first = found.original(found.entry("dua"))
    assert (first.article.slug if first else None) == ("satu" if original else None)


def test_a_person_says_which_is_the_original() -> None:
    copies = article("satu", RELEASE, published=MORNING), article("dua", RELEASE, published=NOON)
    decided = archive(*copies, decisions=(said("copy", "dua", "satu"),))
    assert twins(decided, "satu") == [("dua", "curator", True, "curator")]
    both = archive(*copies, decisions=(said("copy", "dua", "satu"), said("copy", "satu", "dua", line=2)))
    assert twins(both, "satu") == [("dua", "curator", None, "unknown")]
    assert [problem.where for problem in both.problems] == ["links.yml:2"]


def test_a_person_says_what_is_a_copy_and_what_is_none() -> None:
    papers = article("satu", RELEASE), article("dua", RELEASE), article("tiga", OTHER)
    assert twins(archive(*papers, decisions=(said("copy", "satu", "dua", same=False),)), "satu") == []
    found = archive(*papers, decisions=(said("copy", "satu", "tiga"),))
    assert twins(found, "tiga") == [("satu", "curator", True, "curator")]


MEETING: dict[str, Any] = {"event": Event("2024-11-21", None, "rakor", "Aula Mapolresta Palu"), "tags": ("rakor",)}


def test_a_copy_reports_the_event_but_is_no_second_witness() -> None:
    found = archive(
        article("satu", RELEASE, **MEETING),
        article("dua", SPUN, people=(dataclasses.replace(CHIEF, rank="AKP"),)),
        article("tiga", INDEPENDENT, **MEETING),
    )
    assert reports(found) == [["dua", "satu", "tiga"]]
    assert found.witnesses(found.events[0].reports) == 2
    assert found.witnesses([found.entry("satu"), found.entry("dua")]) == 1
    ranks = {entry.article.slug: entry.article.people[0].rank for entry in found.articles}
    assert ranks == {"satu": "Kompol", "dua": "AKP", "tiga": "Kompol"}


def test_a_copy_without_a_day_of_its_own_is_lent_that_of_the_text() -> None:
    found = archive(
        article("satu", RELEASE, published=MORNING),
        article("dua", RELEASE, event=Event(), published="2024-12-24", people=()),
    )
    loan = found.lent_date(found.entry("dua"))
    assert loan is not None
    assert (loan.date, loan.lender.article.slug) == ("2024-11-21", "satu")


def test_a_form_letter_of_another_day_is_another_event() -> None:
    assert reports(archive(article("satu", RELEASE), article("dua", RELEASE, event=Event("2024-11-28")))) == []


FAR: dict[str, Any] = {"event": Event("2024-12-24", None, "rakor"), "people": (), "places": ("Kota Bima",)}


def test_a_person_joins_and_parts_events() -> None:
    near = article("satu", RELEASE), article("dua", RELEASE), article("tiga", OTHER, **FAR)
    assert reports(archive(*near)) == [["dua", "satu"]]
    assert reports(archive(*near, decisions=(said("event", "satu", "dua", same=False),))) == []
    found = archive(*near, decisions=(said("event", "satu", "tiga"),))
    assert reports(found) == [["dua", "satu", "tiga"]]
    tie = found.events[0].ties[0]
    assert (tie.reasons, tie.confidence) == ((CURATOR,), 1.0)


def test_a_person_joins_names_everywhere_or_in_two_articles() -> None:
    forms = (
        article("satu", RELEASE, people=(Person("Rahmat", None, "Camat"),)),
        article("dua", OTHER, people=(Person("Rahmat Djafar", None, "Camat"),)),
        article("tiga", INDEPENDENT, people=(Person("Rahmat", None, "Lurah"),)),
    )
    assert people(archive(*forms)) == [["dua"], ["satu"], ["tiga"]]
    everywhere = archive(*forms, decisions=(said("person", ("Rahmat", ""), ("rahmat djafar", "")),))
    assert people(everywhere) == [["dua", "satu", "tiga"]]
    (person,) = everywhere.people
    assert (person.name, person.other_names, CURATOR in person.reasons) == ("Rahmat Djafar", ("Rahmat",), True)
    here = archive(*forms, decisions=(said("person", ("Rahmat", "satu"), ("Rahmat Djafar", "dua")),))
    assert people(here) == [["dua", "satu"], ["tiga"]]


def test_a_person_parts_two_whom_the_texts_cannot_tell_apart() -> None:
    alike = [article(slug, body) for slug, body in (("satu", RELEASE), ("dua", OTHER), ("tiga", INDEPENDENT))]
    assert people(archive(*alike)) == [["dua", "satu", "tiga"]]
    parted = said("person", (CHIEF.name, "satu"), (CHIEF.name, "dua"), same=False)
    found = archive(*alike, decisions=(parted,))
    assert sorted(map(len, people(found))) == [1, 2]
    who = [found.identity(found.entry(slug), CHIEF.name) for slug in ("satu", "dua")]
    assert who[0] is not who[1]
    assert len({person.slug for person in found.people}) == 2


def pair(name: str, role: str) -> list[list[str]]:
    """Who bears the full name and who another, both in one office."""
    one, other = Person("Rahmat Djafar", None, role), Person(name, None, role)
    return people(archive(article("satu", RELEASE, people=(one,)), article("dua", OTHER, people=(other,))))


def test_the_machine_joins_forms_of_a_name_only_by_an_office_that_one_person_holds() -> None:
    assert pair("Rahmat", "Wali Kota Palu") == pair("Rahmat", "Kapolresta Palu") == [["dua", "satu"]]
    assert pair("Rahmat", "Anggota DPRD Palu") == [["dua"], ["satu"]]
    assert pair("Rahman", "Wali Kota Palu") == pair("Rahmat Jafar", "Kapolresta Palu") == [["dua"], ["satu"]]


def test_a_short_name_that_two_holders_of_an_office_bear_follows_neither() -> None:
    bearers = [
        article(slug, body, people=(Person(name, None, "Wali Kota Palu"),))
        for name, slug, body in (
            ("Rahmat", "satu", RELEASE),
            ("Rahmat Djafar", "dua", OTHER),
            ("Rahmat Hidayat", "tiga", INDEPENDENT),
        )
    ]
    assert people(archive(*bearers)) == [["dua"], ["satu"], ["tiga"]]


def test_decisions_on_what_is_not_there_are_problems_and_stop_nothing() -> None:
    found = archive(
        article("satu", RELEASE),
        article("dua", OTHER, show="withdrawn"),
        decisions=(
            said("event", "satu", "tida", line=3),
            said("person", ("Budi", "satu"), (CHIEF.name, "dua"), line=4),
            said("person", ("Budi", ""), (CHIEF.name, ""), line=5),
        ),
    )
    assert [(problem.where, problem.what, problem.fatal) for problem in found.problems] == [
        ("links.yml:3", "there is no article “tida”", False),
        ("links.yml:4", "the article “satu” names no “Budi”", False),
        ("links.yml:5", "no article names “Budi”", False),
    ]


def test_a_slip_in_a_decision_is_answered_with_what_was_meant() -> None:
    found = archive(
        article("rakor-di-palu", RELEASE),
        article("apel-di-poso", OTHER),
        decisions=(
            said("event", "rakor-di-pal", "apel-di-poso"),
            said("person", (CHIEF.name[:-1], "rakor-di-palu"), (CHIEF.name, "apel-di-poso"), line=2),
        ),
    )
    assert [(problem.where, problem.hint) for problem in found.problems][:2] == [
        ("links.yml:1", "did you mean “rakor-di-palu”?"),
        ("links.yml:2", f"did you mean “{CHIEF.name}”?"),
    ]


def test_decisions_that_contradict_each_other_are_problems_and_the_denial_is_obeyed() -> None:
    alike = article("satu", RELEASE), article("dua", RELEASE)
    found = archive(*alike, decisions=(said("event", "satu", "dua"), said("event", "dua", "satu", same=False, line=2)))
    assert reports(found) == []
    assert [problem.where for problem in found.problems] == ["links.yml:1"]


def test_a_second_namesake_does_not_change_the_address_of_the_first() -> None:
    first = article("satu", RELEASE)
    earlier = article("dua", OTHER, people=(HEAD,), places=("Kabupaten Poso",), event=Event("2024-01-01"))
    civil = article("tiga", INDEPENDENT, people=(Person("Rahmat Djafar"),), places=(), event=Event())
    (alone,) = archive(first).people
    found = archive(first, earlier, civil)
    assert alone.slug in {person.slug for person in found.people}
    assert [(name.slug, len(name.people)) for name in found.namesakes] == [("rahmat-djafar", 3)]
    assert archive(first).namesakes == ()


BODIES = st.sampled_from([RELEASE, SPUN, OTHER, INDEPENDENT, " ".join((OTHER, RELEASE)), RELEASE[:400], ""])
NAMES = (CHIEF, HEAD, Person("Rahmat", None, "Kapolres Poso"), Person("Rahmat Djafar"))
PEOPLE = st.sampled_from([(), *((person,) for person in NAMES)])
FACTS = st.fixed_dictionaries(
    {
        "body": BODIES,
        "people": PEOPLE,
        "outlet": st.sampled_from([None, "Kabar Palu", "Warta Teluk"]),
        "published": st.sampled_from([None, MORNING, NOON, "2024-11-20"]),
        "event": st.sampled_from([Event(), Event("2024-11-21"), Event("2024-11~", None, "rakor"), Event("2024-11-22")]),
        "places": st.sampled_from([(), ("Kota Palu",), ("Kabupaten Poso",)]),
    }
)
SLUGS = st.lists(st.sampled_from([f"a{n}" for n in range(8)]), min_size=2, max_size=3, unique=True)
DECISIONS = st.lists(st.tuples(st.sampled_from(["event", "copy", "person"]), st.booleans(), SLUGS), max_size=4)


@given(st.lists(FACTS, max_size=8), DECISIONS, st.randoms(use_true_random=False))
@settings(max_examples=120, deadline=None)
def test_shuffled_articles_give_the_same_archive_and_denials_hold(
    facts: list[dict[str, Any]], said_of: list[tuple[str, bool, list[str]]], chance: Any
) -> None:
    articles = [article(f"a{number}", **own) for number, own in enumerate(facts)]
    decisions = tuple(
        said(bond, *((CHIEF.name, slug) if bond == "person" else slug for slug in slugs), same=same, line=line)
        for line, (bond, same, slugs) in enumerate(said_of)
    )
    shuffled = list(articles)
    chance.shuffle(shuffled)
    found = archive(*articles, decisions=decisions)
    assert archive(*shuffled, decisions=decisions) == found
    denied = [(bond, set(slugs)) for bond, same, slugs in said_of if not same]
    for own in reports(found):
        assert all(len(slugs.intersection(own)) < 2 for bond, slugs in denied if bond == "event")
    for one in (entry.article.slug for entry in found.articles):
        others = {twin[0] for twin in twins(found, one)}
        assert all(not slugs & others for bond, slugs in denied if bond == "copy" and one in slugs)
