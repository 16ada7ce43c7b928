"""The archive: one order, indexes that agree with it, people with their offices, events side by side."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.archive import Archive, Entry
from site_builder.config import Site
from site_builder.model import Article, Event, Person, Quote, Tag, Vocabulary

VOCABULARY = Vocabulary((Tag("rakor", "Rapat koordinasi", "Coordination meeting"), Tag("hoaks", "Hoaks", "Hoaxes")))
CHIEF = Person("Rahmat Djafar", "Kombes Pol", "Kapolresta Palu")


def article(slug: str = "satu", **facts: Any) -> Article:
    return Article(**{"slug": slug, "year": "2024", "title": slug.title(), "body": "Isi.", **facts})


def archive(*articles: Article, site: Site | None = None, vocabulary: Vocabulary = VOCABULARY) -> Archive:
    entries = [Entry(one, None, f"content/articles/{one.year}/{one.slug}.md") for one in articles]
    return Archive.of(entries, site=site or Site(), vocabulary=vocabulary)


def slugs(entries: tuple[Entry, ...]) -> list[str]:
    return [entry.article.slug for entry in entries]


def test_articles_stand_by_event_then_publication_the_undated_last() -> None:
    found = archive(
        article("z-undated"),
        article("a-undated"),
        article("published", published="2024-07-10T08:00+07:00"),
        article("event", event=Event("2024-07-09"), published="2024-09-01"),
        article("month", event=Event("2024-07~")),
        article("range", event=Event("2024-07-09/2024-07-10")),
    )
    assert slugs(found.articles) == ["month", "event", "range", "published", "a-undated", "z-undated"]
    assert [(group.slug, slugs(group.articles)) for group in found.periods] == [
        ("2024-07", ["month", "event", "range", "published"]),
        ("undated", ["a-undated", "z-undated"]),
    ]


def test_neighbours_follow_the_order() -> None:
    found = archive(article("a", published="2024-01-01"), article("b", published="2024-01-02"), article("c"))
    first, second, third = found.articles
    assert found.neighbours(first) == (None, second)
    assert found.neighbours(second) == (first, third)
    assert found.neighbours(third) == (second, None)
    assert found.entry("b") is second


def test_an_empty_archive_is_an_archive() -> None:
    found = archive()
    assert (found.articles, found.periods, found.places, found.people, found.events) == ((), (), (), (), ())


def test_terms_with_one_slug_are_one_term_in_its_commonest_spelling() -> None:
    found = archive(
        article("a", organizations=("Polres Poso", "KPU")),
        article("b", organizations=("Polres Poso",)),
        article("c", organizations=("POLRES POSO", "Polres  Poso")),
        article("d", outlet="Kabar Poso"),
    )
    assert [(group.slug, group.name, slugs(group.articles)) for group in found.institutions] == [
        ("kpu", "KPU", ["a"]),
        ("polres-poso", "Polres Poso", ["a", "b", "c"]),
    ]
    assert [(group.slug, group.name) for group in found.outlets] == [("kabar-poso", "Kabar Poso")]


def test_a_body_has_one_name_however_articles_print_it() -> None:
    found = archive(
        article("a", organizations=("KPUD Poso", "Bawaslu Bogor"), places=("Kota Bogor",)),
        article("b", organizations=("KPU Kabupaten Poso", "Bawaslu Bogor")),
        article("c", organizations=("KPU Kab. Poso",)),
    )
    assert [(one.slug, one.name, slugs(one.articles), one.other_names) for one in found.institutions] == [
        ("bawaslu-bogor", "Bawaslu Bogor", ["b"], ()),
        ("bawaslu-kota-bogor", "Bawaslu Kota Bogor", ["a"], ("Bawaslu Bogor",)),
        ("kpu-kabupaten-poso", "KPU Kabupaten Poso", ["a", "b", "c"], ("KPU Kab. Poso", "KPUD Poso")),
    ]
    assert found.institution(found.entry("a").article, "KPUD Poso").slug == "kpu-kabupaten-poso"


def test_a_person_s_word_on_the_name_of_a_body_stands_over_the_rules() -> None:
    names = {"bawaslu-bogor": "Bawaslu Kabupaten Bogor", "kpu-kabupaten-poso": "KPU Poso", "forum-x": "Forum Warga"}
    found = archive(
        article("a", organizations=("Bawaslu Bogor", "KPUD Poso")),
        article("b", organizations=("Bawaslu Kabupaten Bogor", "Forum X")),
        vocabulary=Vocabulary(institutions=names),
    )
    assert [(one.name, slugs(one.articles)) for one in found.institutions] == [
        ("Bawaslu Kabupaten Bogor", ["a", "b"]),
        ("Forum Warga", ["b"]),
        ("KPU Poso", ["a"]),
    ]


def test_an_office_in_one_body_is_one_office_however_articles_print_it() -> None:
    found = archive(
        article("a", people=(Person("Sri Lestari", None, "Ketua KPUD Poso"),), places=("Kabupaten Poso",)),
        article("b", people=(Person("Sri Lestari", None, "Ketua KPU Kabupaten Poso"),), places=("Kabupaten Poso",)),
    )
    (person,) = found.people
    assert [(office.role, slugs(office.articles)) for office in person.offices] == [
        ("Ketua KPU Kabupaten Poso", ["a", "b"])
    ]
    assert person.slug == "sri-lestari-ketua-kpu-kabupaten-poso"


def test_tags_bear_the_label_of_the_sites_language() -> None:
    tagged = article(tags=("rakor",))
    assert [(tag.slug, tag.name) for tag in archive(tagged).tags] == [("rakor", "Rapat koordinasi")]
    english = archive(tagged, site=Site(language="en"))
    assert english.tags[0].name == english.tag_name("rakor") == "Coordination meeting"


def test_a_tag_or_place_that_is_not_known_is_a_problem_once() -> None:
    strange = {"tags": ("rakr",), "places": ("Kota Antah",)}
    found = archive(article("a", **strange), article("b", **strange))
    assert [(problem.where, problem.what) for problem in found.problems] == [
        ("content/articles/2024/a.md (and 1 more articles)", "places: 'Kota Antah' is no region that is known"),
        ("content/articles/2024/a.md", "tags: 'rakr' is not in the vocabulary"),
    ]
    assert found.tag_name("rakr") == "rakr"
    assert found.place("Kota Antah").level == "unknown"


def test_a_body_that_cannot_be_shown_as_markdown_is_a_problem() -> None:
    (problem,) = archive(article("a", body="[" * 1_000), article("b")).problems
    assert (problem.where, problem.what) == ("content/articles/2024/a.md", "the body has more than 500 square brackets")


def test_places_are_a_tree_and_a_province_has_its_regencies_articles_once() -> None:
    found = archive(
        article("a", places=("Kabupaten Poso", "Kota Palu")),
        article("b", places=("Provinsi Sulawesi Tengah",)),
        article("c", places=("kabupaten poso",)),
        article("d", places=("Indonesia",)),
    )
    assert [(place.name, place.level, slugs(place.articles)) for place in found.places] == [
        ("Indonesia", "nasional", ["d"]),
        ("Provinsi Sulawesi Tengah", "provinsi", ["a", "b", "c"]),
        ("Kabupaten Poso", "kabupaten", ["a", "c"]),
        ("Kota Palu", "kota", ["a"]),
    ]
    province, poso = found.places[1], found.place("Kabupaten Poso")
    assert province.children == ("Kabupaten Poso", "Kota Palu")
    assert (poso.province, poso.slug, poso.code) == (province.name, "kabupaten-poso", "72.02")
    assert province.code == "72"
    assert found.place("Provinsi Sulawesi Tengah") is province


def test_a_person_has_offices_over_time_and_quotes() -> None:
    later = dataclasses.replace(CHIEF, role="Kapolresta Kota Palu")
    found = archive(
        article(
            "a", event=Event("2024-07-09"), places=("Kota Palu",), people=(CHIEF,), quotes=(Quote(CHIEF.name, "Satu."),)
        ),
        article("b", event=Event("2024-08~"), places=("Kota Palu",), people=(CHIEF,), quotes=(Quote("KPU", "Dua."),)),
        article("c", event=Event("2024-09-01"), places=("Kota Palu",), people=(later,)),
    )
    (person,) = found.people
    assert (person.slug, person.name, person.namesakes) == ("rahmat-djafar-kapolresta-palu", CHIEF.name, ())
    assert [appearance.entry.article.slug for appearance in person.appearances] == ["a", "b", "c"]
    assert [(office.role, office.first, office.last, slugs(office.articles)) for office in person.offices] == [
        ("Kapolresta Palu", "2024-07-09", "2024-08-01", ["a", "b"]),
        ("Kapolresta Kota Palu", "2024-09-01", "2024-09-01", ["c"]),
    ]
    assert [spoken.quote.text for spoken in person.quotes] == ["Satu."]
    assert {reason.kind for reason in person.reasons} == {"name", "role", "region"}
    assert found.identity(found.articles[0], CHIEF.name) is person
    assert found.identity(found.articles[1], "KPU") is None


def test_namesakes_have_addresses_of_their_own_and_know_of_each_other() -> None:
    found = archive(
        article("a", places=("Kota Palu",), people=(Person("Budi Hartono", None, "Ketua KPU"),)),
        article("b", places=("Kabupaten Poso",), people=(Person("Budi Hartono", "AKP", "Kapolsek Lage"),)),
        article("c", places=("Kabupaten Sigi",), people=(Person("Budi Hartono", None, "Ketua KPU"),)),
        article("d", people=(Person("Budi Hartono"),)),
    )
    by_slug = {person.slug: person for person in found.people}
    assert len(by_slug) == 4
    assert "budi-hartono-kapolsek-lage-kabupaten-poso" in by_slug
    (name,) = found.namesakes
    assert (name.slug, name.name, set(name.people)) == ("budi-hartono", "Budi Hartono", set(by_slug))
    for own, person in by_slug.items():
        assert set(person.namesakes) == set(by_slug) - {own}


def test_no_address_of_a_namesake_is_the_name_of_somebody_else() -> None:
    found = archive(
        article("a", places=("Kota Palu",), people=(Person("Budi Hartono", None, "Camat"),)),
        article("b", places=("Kota Bima",), people=(Person("Budi Hartono", None, "Camat"),)),
        article("c", places=("Kota Bima",), people=(Person("Budi Hartono Camat"),)),
        article("d", places=("Kota Bitung",), people=(Person("Budi Hartono", None, "Lurah"),)),
        article("e", places=("Kota Bima",), people=(Person("Budi Hartono Lurah"),)),
    )
    assert len({person.slug for person in found.people}) == 5


MEETING = Event("2024-08-14", None, "rakor", "Aula Mapolresta Palu")
VAGUE = Event("2024-08~", None, "rakor", "Aula Wira Satya Mapolresta Palu")
FACTS: dict[str, Any] = {"places": ("Kota Palu",), "people": (CHIEF,), "tags": ("rakor",)}


def test_an_event_shows_its_reports_and_lends_its_date_without_changing_an_article() -> None:
    vague = article("vague", event=VAGUE, **FACTS)
    found = archive(vague, article("exact", event=MEETING, **FACTS), article("other", published="2024-08-15"))
    (event,) = found.events
    assert (event.slug, event.date, event.kind, event.place) == (
        "vague",
        "2024-08-14",
        "rakor",
        "Kota Palu",
    )
    assert event.venue == "Aula Wira Satya Mapolresta Palu"
    assert slugs(event.reports) == ["vague", "exact"]
    assert found.event(found.entry("vague")) is found.event(found.entry("exact")) is event
    assert found.event(found.entry("other")) is None
    loan = found.lent_date(found.entry("vague"))
    assert loan is not None
    assert (loan.date, loan.lender.article.slug) == ("2024-08-14", "exact")
    assert found.lent_date(found.entry("exact")) is None
    assert found.entry("vague").article == vague


def test_events_of_one_day_and_place_have_addresses_of_their_own() -> None:
    mayor = Person("Syarif Matona", None, "Wali Kota Palu")
    evening = Event("2024-08-14", "19:30+08:00", "rakor", "Pendopo Jodjokodi")
    morning = dataclasses.replace(MEETING, time="09:00+08:00")
    found = archive(
        *(article(f"pagi-{n}", event=morning, **FACTS) for n in range(2)),
        *(article(f"malam-{n}", event=evening, **{**FACTS, "people": (mayor,)}) for n in range(2)),
    )
    assert len(found.events) == len({event.slug for event in found.events}) == 2


def test_withdrawn_articles_are_in_no_index() -> None:
    facts: dict[str, Any] = {**FACTS, "organizations": ("KPU",), "outlet": "Kabar", "event": MEETING}
    found = archive(article("a", show="withdrawn", **facts), article("b"))
    assert slugs(found.articles) == ["b"]
    assert slugs(found.withdrawn) == ["a"]
    assert not any((found.people, found.places, found.tags, found.outlets, found.institutions, found.events))
    assert found.show(found.withdrawn[0]) == "withdrawn"


@pytest.mark.parametrize(("site", "own", "quotes"), [("full", None, 1), ("excerpt", None, 0), ("excerpt", "full", 1)])
def test_quotes_are_collected_only_from_articles_shown_in_full(site: Any, own: Any, quotes: int) -> None:
    spoken = article(people=(CHIEF,), quotes=(Quote(CHIEF.name, "Satu."),), show=own)
    found = archive(spoken, site=Site(show=site))
    assert len(found.people[0].quotes) == quotes
    assert found.show(found.articles[0]) == (own or site)


PEOPLE = [CHIEF, Person("Rahmat Djafar"), Person("Budi"), Person("Budi", None, "Camat Lage"), Person("Budi", "AKP")]
FACT = st.fixed_dictionaries(
    {
        "event": st.sampled_from([Event(), MEETING, VAGUE, Event("2024-08-14"), Event("2024")]),
        "published": st.sampled_from([None, "2024-08-15", "2024-01"]),
        "places": st.sampled_from([(), ("Kota Palu",), ("Kabupaten Poso", "Kota Palu"), ("Indonesia",), ("Antah",)]),
        "people": st.lists(st.sampled_from(PEOPLE), max_size=3, unique_by=lambda person: person.name).map(tuple),
        "tags": st.sampled_from([(), ("rakor",), ("rakor", "hoaks")]),
        "outlet": st.sampled_from([None, "Kabar Palu", "KABAR PALU"]),
        "show": st.sampled_from([None, "withdrawn"]),
    }
)


@given(st.lists(FACT, max_size=12), st.randoms(use_true_random=False))
@settings(max_examples=150, deadline=None)
def test_the_archive_does_not_depend_on_the_order_of_its_articles(facts: list[dict[str, Any]], chance: Any) -> None:
    articles = [article(f"a{number:02}", **own) for number, own in enumerate(facts)]
    shuffled = list(articles)
    chance.shuffle(shuffled)
    found = archive(*articles)
    assert archive(*shuffled) == found
    assert sum(len(period.articles) for period in found.periods) == len(found.articles)
    mentions = sum(len(entry.article.people) for entry in found.articles)
    assert sum(len(person.appearances) for person in found.people) == mentions
    assert len({person.slug for person in found.people}) == len(found.people)
    reports = [report.article.slug for event in found.events for report in event.reports]
    assert len(reports) == len(set(reports)), "an article reports one event"
