"""Addresses last: where a page was, a page is, or a small page leads on."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder import routes
from site_builder.archive import Archive, Entry
from site_builder.config import Site
from site_builder.content.reading import BodyRecord, FieldRecord, Record, SeedReference
from site_builder.exports import Published
from site_builder.exports.sitemap import export
from site_builder.model import Article, Decision, Event, Person, Reading, Vocabulary
from site_builder.pages import all_pages
from site_builder.pages.moved import MovedView

HEAD = Person("Rahmat Djafar", "AKBP", "Kapolres Poso")
MEETING = Event("2024-08-14", None, "rakor", "Aula Mapolres Poso")


def report(slug: str, *people: Person, **facts: Any) -> Article:
    given = {"places": ("Kabupaten Poso",), "event": Event("2024-08-14"), **facts}
    return Article(slug, "2024", slug.title(), "Isi.", people=people, **given)


def archive(*articles: Article, decisions: tuple[Decision, ...] = (), records: Any = (), **choices: Any) -> Archive:
    known = dict(records)
    entries = [Entry(one, known.get(one.slug), f"content/articles/2024/{one.slug}.md") for one in articles]
    vocabulary = Vocabulary(decisions=decisions, institutions=choices.pop("institutions", {}))
    return Archive.of(entries, site=Site(**choices), vocabulary=vocabulary)


def leads(found: Archive) -> dict[str, list[str]]:
    return {one.path: [path for _, path in one.targets] for one in found.moved}


def addresses(found: Archive) -> set[str]:
    """Of people, those who share a name, events and institutions."""
    return (
        {routes.person(one.slug) for one in found.people}
        | {routes.person(one.slug) for one in found.namesakes}
        | {routes.event(one.slug) for one in found.events}
        | {routes.institution(one.slug) for one in found.institutions}
    )


def kept(before: Archive, after: Archive) -> set[str]:
    """The addresses of one archive that another has lost."""
    return addresses(before) - addresses(after) - leads(after).keys()


def test_an_older_article_moves_a_person_and_the_old_address_leads_on() -> None:
    later = report("b", HEAD)
    earlier = report("a", dataclasses.replace(HEAD, role="Plt Kapolres Poso"), event=Event("2024-01-02"))
    (alone,) = archive(later).people
    found = archive(later, earlier)
    (person,) = found.people
    assert person.slug != alone.slug
    assert leads(found)[routes.person(alone.slug)] == [routes.person(person.slug)]


def test_people_whom_a_person_joins_keep_all_their_addresses() -> None:
    one, other = report("a", Person("Rahmat", None, "Camat Lage")), report("b", HEAD, event=Event("2024-09-01"))
    same = Decision("person", True, (("Rahmat", ""), ("Rahmat Djafar", "")), "links.yml:1")
    before, after = archive(one, other), archive(one, other, decisions=(same,))
    assert (len(before.people), len(after.people)) == (2, 1)
    assert kept(before, after) == set()


def test_people_whom_a_person_parts_stand_both_at_the_old_address() -> None:
    articles = report("a", HEAD), report("b", HEAD, event=Event("2024-09-01"))
    apart = Decision("person", False, (("Rahmat Djafar", "a"), ("Rahmat Djafar", "b")), "links.yml:1")
    before, after = archive(*articles), archive(*articles, decisions=(apart,))
    (old,) = (routes.person(person.slug) for person in before.people)
    assert sorted(leads(after)[old]) == sorted(routes.person(person.slug) for person in after.people)
    assert len(after.people) == 2


def machine(*readings: Reading, owner: Any) -> FieldRecord:
    return FieldRecord(readings, owner)


@pytest.mark.parametrize(
    "corrected",
    [
        Person("Rahmat Djafar", "AKBP", "Wakapolres Poso"),
        Person("Rahman Djafar", "AKBP", "Kapolres Poso"),
        Person("Rahmat Jafar"),
    ],
)
def test_what_a_person_corrects_leaves_the_address_that_the_machine_s_reading_gave(corrected: Person) -> None:
    read = machine(Reading("people", HEAD, "x", (0, 1), "people/1", 0.9), owner="person")
    record = Record(SeedReference("a.txt", "1", "2"), BodyRecord("3"), fields={"people": read})
    others = (Person("Sri Lestari", None, "Bupati Poso"),)
    before = archive(report("a", HEAD, *others))
    after = archive(report("a", corrected, *others), records=[("a", record)])
    assert kept(before, after) == set()
    old = next(person.slug for person in before.people if person.name == HEAD.name)
    new = next(person.slug for person in after.people if person.name == corrected.name)
    assert leads(after)[routes.person(old)] == [routes.person(new)]


def test_the_place_that_a_person_corrects_leaves_its_address_too() -> None:
    chief = Person("Rahmat Djafar", "AKBP")
    read = machine(Reading("places", "Kota Palu", "Palu", (0, 4), "places/1", 0.9), owner="person")
    record = Record(SeedReference("a.txt", "1", "2"), BodyRecord("3"), fields={"places": read})
    before, after = (
        archive(report("a", chief, places=("Kota Palu",))),
        archive(report("a", chief), records=[("a", record)]),
    )
    assert kept(before, after) == set()


def test_an_event_is_found_under_each_of_its_reports() -> None:
    reports = [report(name, HEAD, event=MEETING, tags=("rakor",)) for name in ("b", "c")]
    first = report("a", HEAD, event=MEETING, tags=("rakor",))
    (event,) = archive(*reports).events
    found = archive(*reports, first)
    assert event.slug == "b"
    assert [one.slug for one in found.events] == ["a"]
    assert [leads(found)[routes.event(slug)] for slug in "bc"] == [["event/a.html"]] * 2


def test_a_second_event_of_one_day_place_and_kind_moves_nothing() -> None:
    chief, other = Person("Sri Lestari", None, "Bupati Poso"), Person("Budi Hartono", None, "Ketua KPU Poso")
    morning = [report(name, HEAD, chief, event=MEETING) for name in ("a", "b")]
    later = dataclasses.replace(MEETING, venue="Gedung Torulemba", kind="rakor")
    evening = [report(name, other, event=later) for name in ("c", "d")]
    before, after = archive(*morning), archive(*morning, *evening)
    assert {one.slug for one in before.events} <= {one.slug for one in after.events} == {"a", "c"}


def test_an_event_that_a_person_takes_apart_leads_to_its_reports() -> None:
    reports = [report(name, HEAD, event=MEETING, tags=("rakor",)) for name in ("a", "b")]
    apart = Decision("event", False, (("", "a"), ("", "b")), "links.yml:1")
    found = archive(*reports, decisions=(apart,))
    assert found.events == ()
    assert leads(found)["event/a.html"] == ["article/a.html"]


def test_an_institution_is_found_under_each_name_that_the_rules_or_a_person_gave_it() -> None:
    found = archive(
        report("a", organizations=("KPUD Poso",)),
        report("b", organizations=("KPU Kabupaten Poso",)),
        report("c", organizations=("KPU Bogor",), places=("Kota Bogor",)),
        report("d", organizations=("KPU Bogor",), places=("Kabupaten Bogor",)),
        institutions={"kpu-kabupaten-poso": "KPU Poso"},
    )
    assert {path: to for path, to in leads(found).items() if path.startswith("institution/")} == {
        "institution/kpu-kabupaten-poso.html": ["institution/kpu-poso.html"],
        "institution/kpu-bogor.html": ["institution/kpu-kabupaten-bogor.html", "institution/kpu-kota-bogor.html"],
    }


def test_an_old_address_has_a_small_page_that_leads_on_and_stands_in_no_sitemap() -> None:
    found = archive(
        report("a", organizations=("KPUD Poso",)),
        report("b", organizations=("KPU Bogor",), places=("Kota Bogor",)),
        report("c", organizations=("KPU Bogor",), places=("Kabupaten Bogor",)),
        institutions={"kpud-poso": "KPU Poso"},
        url="https://example.org/arsip/",
    )
    pages = {page.path: page for page in all_pages(found)}
    view = pages["institution/kpu-kabupaten-poso.html"].view
    assert isinstance(view, MovedView)
    assert [(link.text, link.href) for link in view.targets] == [("KPU Poso", "kpu-poso.html")]
    assert view.address == "https://example.org/arsip/institution/kpu-poso.html"
    choice = pages["institution/kpu-bogor.html"].view
    assert isinstance(choice, MovedView)
    assert (len(choice.targets), choice.address) == (2, "")
    ((_, sitemap),) = export(Published(found, tuple(pages)))
    assert b"institution/kpu-poso.html" in sitemap
    assert b"institution/kpu-kabupaten-poso.html" not in sitemap
    assert b"institution/kpu-bogor.html" not in sitemap


def test_a_site_without_pages_of_people_has_no_old_addresses_of_theirs() -> None:
    joined = report("a", Person("Rahmat", "AKBP", "Kapolres Poso")), report("b", HEAD, event=Event("2024-09-01"))
    found = archive(*joined, pages=("article", "moved"))
    assert found.moved
    assert not [page for page in all_pages(found) if page.template == "moved.html"]


# Law ----------------------------------------------------------------------------------------------------------------

ROLES = [None, "Kapolres Poso", "Plt Kapolres Poso", "Kapolres Sigi", "Ketua KPUD Poso", "Ketua KPU Kabupaten Poso"]
PEOPLE = st.builds(
    Person, st.sampled_from(["Rahmat Djafar", "Rahmat", "Sri Lestari"]), st.just(None), st.sampled_from(ROLES)
)
FACTS = st.fixed_dictionaries(
    {
        "people": st.lists(PEOPLE, max_size=1).map(tuple),
        "event": st.sampled_from([Event(), Event("2024-01-02"), Event("2024-08-14"), Event("2024-11~")]),
        "places": st.sampled_from([(), ("Kota Palu",), ("Kabupaten Poso",)]),
        "organizations": st.sampled_from([(), ("KPUD Poso",), ("KPU Kab. Poso",), ("KPU Bogor",), ("Forum X",)]),
    }
)


@given(st.lists(FACTS, max_size=6), st.data())
@settings(max_examples=150, deadline=None)
def test_no_article_that_comes_later_takes_an_address_away(facts: list[dict[str, Any]], data: st.DataObject) -> None:
    every = [Article(f"a{n}", "2024", f"Laporan {n}", "Isi.", **given) for n, given in enumerate(facts)]
    some = [one for one in every if data.draw(st.booleans())]
    assert kept(archive(*some), archive(*every)) == set()
