"""People of one name are one person where office, unit or region say so, and otherwise stay apart."""

from __future__ import annotations

import pytest

from site_builder.links.same_person import Mention, clusters
from site_builder.links.same_person.profiles import profile
from site_builder.model import Person

PALU, POSO, BIMA, LUWU = "Kota Palu", "Kabupaten Poso", "Kota Bima", "Kabupaten Luwu"


def mention(name: str, *, rank: str | None = None, role: str | None = None, place: str | None = PALU) -> Mention:
    mention.counter += 1  # type: ignore[attr-defined]
    number = mention.counter  # type: ignore[attr-defined]
    return Mention(f"berita-{number}", (place,) if place else (), Person(name, rank, role))


mention.counter = 0  # type: ignore[attr-defined]


def people(*mentions: Mention) -> list[tuple[int, ...]]:
    return [cluster.members for cluster in clusters(mentions)]


TOGETHER = {
    "one office in the same words": (
        mention("Rahmat Djafar", rank="AKBP", role="Kapolres Poso", place=POSO),
        mention("Rahmat Djafar", rank="AKBP", role="Kapolres Poso", place=POSO),
    ),
    "one office, the level of the region left out": (
        mention("Rahmat Djafar", rank="Kombes Pol", role="Kapolresta Palu"),
        mention("Rahmat Djafar", rank="Kombes Pol", role="Kapolresta Kota Palu"),
    ),
    "one office, told in another region": (
        mention("Rahmat Djafar", role="Kapolres Poso", place=POSO),
        mention("Rahmat Djafar", role="Kapolres Poso", place=PALU),
    ),
    "one word for a name, one office": (
        mention("Sugandi", role="Ketua KPU Kota Palu"),
        mention("Sugandi", role="Ketua KPU Palu"),
    ),
    "an office cut short in the same region": (
        mention("Sugandi", rank="Iptu", role="Kasat Intelkam Polres Poso", place=POSO),
        mention("Sugandi", rank="Iptu", role="Kasat Intelkam", place=POSO),
    ),
    "another office of one unit": (
        mention("Hasan Lapatta", rank="Kompol", role="Kabag Ops Polres Poso", place=POSO),
        mention("Hasan Lapatta", rank="AKBP", role="Wakapolres Poso", place=POSO),
    ),
    "a name without office in the same region": (
        mention("Hasan Lapatta", rank="Kompol", role="Kabag Ops Polres Poso", place=POSO),
        mention("Hasan Lapatta", place=POSO),
    ),
    "an officer with a full name who was posted elsewhere": (
        mention("Andi Karya Wibisono", rank="AKBP", role="Kapolres Poso", place=POSO),
        mention("Andi Karya Wibisono", rank="Kombes Pol", role="Kapolresta Bima", place=BIMA),
    ),
    "an acting head, two spellings": (
        mention("Syarif Matona", role="Pj Wali Kota Palu"),
        mention("Syarif Matona", role="Penjabat Wali Kota Palu"),
    ),
    "an office that the country has once": (
        mention("Wirya Sasmita", role="Kapolri", place=PALU),
        mention("Wirya Sasmita", role="Kapolri", place=BIMA),
    ),
    "an office of a body that the country has once": (
        mention("Wirya Sasmita", role="Menteri Kehutanan", place=PALU),
        mention("Wirya Sasmita", role="Menteri Kehutanan", place="Indonesia"),
    ),
    "case and accents of the name": (
        mention("RAHMAT DJAFAR", role="Bupati Poso", place=POSO),
        mention("Rahmat Djafar", role="Bupati Poso", place=POSO),
    ),
}

APART = {
    "two regions": (
        mention("Budi Hartono", role="Ketua Bawaslu", place=POSO),
        mention("Budi Hartono", role="Ketua Bawaslu", place=BIMA),
    ),
    "the same office of two regions in one article's region": (
        mention("Budi Hartono", role="Kapolres Poso"),
        mention("Budi Hartono", role="Kapolres Bima"),
    ),
    "police and army": (
        mention("Budi Hartono", rank="AKBP", role="Kapolres Poso", place=POSO),
        mention("Budi Hartono", rank="Letkol Inf", role="Dandim 1307/Poso", place=POSO),
    ),
    "police and civil": (
        mention("Budi Hartono", rank="AKBP", role="Kapolres Poso", place=POSO),
        mention("Budi Hartono", role="Bupati Poso", place=POSO),
    ),
    "ranks far from each other": (
        mention("Budi Hartono", rank="AKBP", role="Wakapolres Poso", place=POSO),
        mention("Budi Hartono", rank="Bripka", role="Bhabinkamtibmas Polsek Poso", place=POSO),
    ),
    "a short name posted elsewhere": (
        mention("Budi Hartono", rank="AKBP", role="Kapolres Poso", place=POSO),
        mention("Budi Hartono", rank="AKBP", role="Kapolres Bima", place=BIMA),
    ),
    "one word for a name, no office": (mention("Anwar"), mention("Anwar")),
    "one word for a name, an office that says little": (
        mention("Anwar", role="Ketua"),
        mention("Anwar", role="Ketua Bawaslu Kota Palu"),
    ),
    "no office and no region": (mention("Budi Hartono", place=None), mention("Budi Hartono", place=None)),
    "another name": (mention("Budi Hartono", role="Bupati Poso"), mention("Budi Hartanto", role="Bupati Poso")),
}


@pytest.mark.parametrize("mentions", TOGETHER.values(), ids=list(TOGETHER))
def test_one_person(mentions: tuple[Mention, ...]) -> None:
    (cluster,) = clusters(mentions)
    assert cluster.members == tuple(range(len(mentions)))
    (tie,) = cluster.ties
    assert (tie.one, tie.other) == (mentions[0].article, mentions[1].article)
    assert tie.reasons[0].kind == "name"
    assert len(tie.reasons) > 1, "a name alone is no reason"


@pytest.mark.parametrize("mentions", APART.values(), ids=list(APART))
def test_two_people(mentions: tuple[Mention, ...]) -> None:
    assert sorted(people(*mentions)) == [(0,), (1,)]


def test_a_name_without_office_follows_neither_of_two_who_bear_it() -> None:
    police = mention("Budi Hartono", rank="AKBP", role="Kapolres Poso", place=POSO)
    civil = mention("Budi Hartono", role="Bupati Poso", place=POSO)
    assert sorted(people(police, civil, mention("Budi Hartono", place=POSO))) == [(0,), (1,), (2,)]


def test_two_of_one_name_in_one_article_are_two() -> None:
    one = Mention("berita", (POSO,), Person("Budi Hartono", None, "Camat Poso"))
    other = Mention("berita", (POSO,), Person("Budi Hartono", None, "Camat Poso Kota"))
    assert sorted(people(one, other)) == [(0,), (1,)]


def test_a_third_article_may_connect_two() -> None:
    chief = mention("Hasan Lapatta", rank="Kompol", role="Kabag Ops Polres Poso", place=POSO)
    short = mention("Hasan Lapatta", role="Kabag Ops", place=POSO)
    full = mention("Hasan Lapatta", rank="Kompol", role="Kabag Ops Kepolisian Resor Poso", place=POSO)
    assert people(chief, short, full) == [(0, 1, 2)]


def test_the_order_of_articles_changes_nothing() -> None:
    mentions = [m for case in (*TOGETHER.values(), *APART.values()) for m in case]
    expected = {frozenset(mentions[i].article for i in c.members) for c in clusters(mentions)}
    for shuffled in (mentions[::-1], mentions[7:] + mentions[:7], mentions[::2] + mentions[1::2]):
        found = {frozenset(shuffled[i].article for i in c.members) for c in clusters(shuffled)}
        assert found == expected


def test_a_name_in_very_many_articles_is_weighed_once() -> None:
    many = [mention("Rahmat Djafar", role="Kapolres Poso", place=POSO) for _ in range(3_000)]
    assert len({profile(one) for one in many}) == 1
    assert len(people(*many, mention("Rahmat Djafar", role="Bupati Poso", place=POSO))) == 2
