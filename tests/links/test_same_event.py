"""Reports of one event find each other by what they say of it, and reports of two events do not."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import pytest

from site_builder.links.same_event import clusters, evidence
from site_builder.links.same_event.sketch import venue_words
from site_builder.model import Article, Event, Person, Quote

CHIEF = Person("Rahmat Djafar", "Kombes Pol", "Kapolresta Palu")
MAYOR = Person("Syarif Matona", None, "Wali Kota Palu")
CLERK = Person("Nurlaila Tandra", None, "Sekda Kota Palu")
SPEECH = "Kami minta semua pihak menahan diri sampai penghitungan suara selesai di tingkat kota."

MEETING = Article(
    slug="a",
    year="2024",
    title="Rapat",
    body="",
    event=Event("2024-08-14", None, "rakor", "Aula Bhara Daksa Mapolresta Palu"),
    places=("Kota Palu",),
    people=(CHIEF, MAYOR),
    tags=("rakor", "netralitas"),
)


def report(slug: str = "b", **changes: object) -> Article:
    """The meeting as another paper has it, but for the changes."""
    return dataclasses.replace(MEETING, slug=slug, **changes)  # type: ignore[arg-type]


def event(**changes: object) -> Event:
    return dataclasses.replace(MEETING.event, **changes)  # type: ignore[arg-type]


def linked(*articles: Article) -> list[tuple[int, ...]]:
    return [cluster.members for cluster in clusters(articles)]


SAME = {
    "the same facts": report(),
    "the hall called more loosely, the date known to the month, another speaker": report(
        event=event(date="2024-08~", venue="Aula Mapolresta"), people=(CLERK, CHIEF), tags=("rakor", "politik-uang")
    ),
    "no event date, published the day after": report(event=event(date=None), published="2024-08-15"),
    "a meeting of two days": report(event=event(date="2024-08-13/2024-08-14", venue=None)),
    "the day in doubt": report(event=event(date="2024-08-15?")),
    "no venue, the same day, kind and chief": report(event=event(venue=None), people=(CHIEF,), tags=("rakor",)),
    "another kind that both mention": report(event=event(kind="deklarasi-damai"), tags=("rakor", "deklarasi-damai")),
    "no people, but the same hall on the same day": report(people=()),
    "seen from the province": report(places=("Provinsi Sulawesi Tengah", "Kota Palu")),
    "the house of the police named as such": report(event=event(venue="Polresta Palu"), people=(CHIEF,)),
}

OTHER = {
    "the same hall another week": report(event=event(date="2024-08-21")),
    "the same hall the next day": report(event=event(date="2024-08-15")),
    "the same hall, published weeks later": report(event=event(date=None), published="2024-09-09"),
    "another city": report(places=("Kabupaten Sigi",)),
    "the same day and city, nothing else": report(event=event(kind=None, venue=None), people=(), tags=()),
    "the same day and chief at another kind of event": report(
        event=event(kind="patroli", venue="Pasar Masomba"), people=(CHIEF,), tags=("patroli",)
    ),
    "the same day and chief, and nothing known of the event": report(
        event=event(kind=None, venue=None), people=(CHIEF,), tags=("netralitas", "hoaks")
    ),
    "known to the month, only the chief in common": report(event=event(date="2024-08~", venue=None), people=(CHIEF,)),
    "known to the month, another hall": report(event=event(date="2024-08~", venue="Pendopo Kantor Wali Kota")),
    "another month in the same hall": report(event=event(date="2024-10~")),
    "nothing closer than the country, another hall": report(places=("Indonesia",), event=event(venue="Hotel Santika")),
    "no date at all": report(event=event(date=None)),
    "morning and evening with different guests": report(
        event=event(time="19:30+08:00", venue=None), people=(CHIEF,), tags=("rakor", "hoaks")
    ),
}


@pytest.mark.parametrize("other", SAME.values(), ids=list(SAME))
def test_reports_of_one_event_are_linked(other: Article) -> None:
    (cluster,) = clusters([dataclasses.replace(MEETING, tags=("rakor", "netralitas", "deklarasi-damai")), other])
    assert cluster.members == (0, 1)
    (tie,) = cluster.ties
    assert (tie.one, tie.other) == ("a", "b")
    assert 0.75 <= tie.confidence < 1
    assert len(tie.reasons) >= 3


@pytest.mark.parametrize("other", OTHER.values(), ids=list(OTHER))
def test_reports_of_two_events_are_not(other: Article) -> None:
    assert linked(dataclasses.replace(MEETING, event=event(time="09:00+08:00")), other) == []


def test_reasons_quote_both_reports_the_weightiest_first() -> None:
    other = report(event=event(venue="Aula Mapolresta"), people=(CHIEF,), tags=("rakor",))
    (cluster,) = clusters([MEETING, other])
    reasons = [(reason.kind, reason.one, reason.other) for reason in cluster.ties[0].reasons]
    assert reasons == [
        ("date", "2024-08-14", "2024-08-14"),
        ("venue", "Aula Bhara Daksa Mapolresta Palu", "Aula Mapolresta"),
        ("person", "Rahmat Djafar", "Rahmat Djafar"),
        ("place", "Kota Palu", "Kota Palu"),
        ("kind", "rakor", "rakor"),
    ]


def test_the_same_long_quote_links_reports_without_a_date() -> None:
    quotes = (Quote("Rahmat Djafar", SPEECH),)
    undated = report(event=event(date=None), quotes=quotes)
    assert linked(dataclasses.replace(MEETING, quotes=quotes), undated) == [(0, 1)]
    short = (Quote("Rahmat Djafar", "Harus netral"),)
    assert linked(dataclasses.replace(MEETING, quotes=short), report(event=event(date=None), quotes=short)) == []


def test_a_vague_report_follows_neither_of_two_equal_meetings() -> None:
    later = report("later", event=event(date="2024-08-28"))
    vague = report("vague", event=event(date="2024-08~"))
    assert linked(MEETING, later, vague) == []


def test_a_vague_report_follows_the_meeting_that_clearly_fits_better() -> None:
    later = report("later", event=event(date="2024-08-28"), people=(CHIEF,))
    vague = report("vague", event=event(date="2024-08~"), people=(CHIEF, MAYOR))
    assert linked(MEETING, later, vague) == [(0, 2)]


def test_three_reports_are_one_event_with_a_tie_for_each_pair_that_shows_it() -> None:
    third = report("c", event=event(venue="Mapolresta"))
    (cluster,) = clusters([MEETING, report(), third])
    assert cluster.members == (0, 1, 2)
    assert (cluster.ties[0].one, cluster.ties[0].other) == ("a", "b")
    assert len(cluster.ties) == 3


def test_no_group_holds_two_days() -> None:
    """A report that two others fit does not make the two one event."""
    range_of_days = report("range", event=event(date="2024-08-14/2024-08-16"))
    late = report("late", event=event(date="2024-08-16"))
    assert linked(MEETING, range_of_days)
    assert linked(range_of_days, late)
    found = linked(MEETING, range_of_days, late)
    assert found
    assert not [members for members in found if {0, 2} <= set(members)]


def test_the_order_of_articles_changes_nothing() -> None:
    articles = [
        MEETING,
        *(dataclasses.replace(a, slug=f"x{i}") for i, a in enumerate((*SAME.values(), *OTHER.values()))),
    ]

    def found(order: Sequence[Article]) -> set[frozenset[str]]:
        return {frozenset(order[i].slug for i in cluster.members) for cluster in clusters(order)}

    expected = found(articles)
    assert expected
    for shuffled in (articles[::-1], articles[9:] + articles[:9], articles[::2] + articles[1::2]):
        assert found(shuffled) == expected


def test_without_a_shared_person_venue_or_quote_nothing_is_enough() -> None:
    """So such pairs need not be weighed."""
    most = evidence.SAME_DAY + evidence.REGENCY + evidence.KIND + evidence.TAGS + evidence.TIME
    assert most < evidence.ENOUGH


@pytest.mark.parametrize(
    ("venue", "words"),
    [
        ("Aula Bhara Daksa Mapolresta Palu", {"aula", "bhara", "daksa", "polresta"}),
        ("lantai II Mapolres Kota Palu", {"polres"}),
        ("halaman Makodim 1306/Palu", {"halaman", "kodim", "1306"}),
        ("", set()),
    ],
)
def test_the_words_of_a_venue_are_those_that_tell_it_from_others(venue: str, words: set[str]) -> None:
    assert venue_words(venue, ["Kota Palu"]) == words
