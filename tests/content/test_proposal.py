"""What the machine would write for a document."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from site_builder.content.article import MAX_ITEMS, read_article, write_article
from site_builder.content.proposal import FALLBACK, TITLE_CHARACTERS, has_body, propose, title_of, year_of
from site_builder.errors import Problem
from site_builder.model import LISTS, Block, Document, Inline, Person, Quote, Reading, Seed, Span, Value

TEXT = "Judul Berita\nKOTA BARU – Rapat dimulai. [Gambas:Video] Lalu usai.\nBagian kedua\nPenutup."


def _span(part: str) -> Span:
    return TEXT.index(part), TEXT.index(part) + len(part)


def _document() -> Document:
    title, body, head, end = (_span(line) for line in TEXT.split("\n"))
    inline = (Inline(_span("KOTA BARU"), "dateline"), Inline(_span("[Gambas:Video]"), "ad"))
    blocks = (Block(title, "title"), Block(body, "body", inline), Block(head, "section-head"), Block(end, "body"))
    return Document.of(Seed("a.txt", "00", TEXT), blocks)


def _reading(name: str, value: Value) -> Reading:
    return Reading(name, value, "quote", None, "rule/1", 0.9)


def _readings(**values: Sequence[Value]) -> dict[str, tuple[Reading, ...]]:
    return {name: tuple(_reading(name, value) for value in found) for name, found in values.items()}


def test_an_article_has_the_values_of_its_readings_and_the_text_as_markdown() -> None:
    readings = _readings(title=["Judul Berita"], tags=["rakor", "sara"], people=[Person("Siti", "AKP")])
    readings["event.date"] = (_reading("event.date", "2024-07-31"),)
    found = propose(_document(), readings, slug="judul", year="2024")
    assert found.article.body == "KOTA BARU – Rapat dimulai. Lalu usai.\n\n## Bagian kedua\n\nPenutup."
    assert found.article.event.date == "2024-07-31"
    assert (found.article.title, found.article.tags, found.article.seed) == ("Judul Berita", ("rakor", "sara"), "a.txt")
    assert found.record.field("people").readings == readings["people"]
    assert found.problems == ()


def test_a_text_without_a_title_is_called_by_its_first_words() -> None:
    found = propose(_document(), {}, slug="x", year="2024")
    assert found.article.title == "KOTA BARU – Rapat dimulai. Lalu usai. Bagian kedua Penutup."
    assert found.record.field("title").readings[0].by == FALLBACK
    assert title_of(_document(), {}) == found.article.title
    assert title_of(_document(), _readings(title=["Judul"])) == "Judul"


@pytest.mark.parametrize(
    ("event", "published", "year"),
    [("2024-07~", "2025-01-01", "2024"), (None, "2023-12-02", "2023"), (None, None, "undated")],
)
def test_the_folder_is_the_year_of_the_event_else_of_publication(
    event: str | None, published: str | None, year: str
) -> None:
    given = {"event.date": event, "published": published}
    assert year_of({name: (_reading(name, value),) for name, value in given.items() if value}) == year


def test_a_seed_without_body_is_no_article() -> None:
    assert has_body(_document())
    seed = Seed("a.txt", "00", "\x00\x01")
    assert not has_body(Document.of(seed, (Block((0, 2), "body"),)))
    assert not has_body(Document.of(seed, (Block((0, 2), "share"),)))


def test_values_stand_on_one_line_without_what_no_format_carries() -> None:
    readings = _readings(
        title=["Judul\x00\n berita "], people=[Person("Siti\u2028Rahma", "", "\x07")], quotes=[Quote(" ", "a\tb")]
    )
    found = propose(_document(), readings, slug="x", year="2024").article
    assert (found.title, found.people, found.quotes) == (
        "Judul berita", (Person("Siti Rahma"),), (Quote(None, "a b"),),
    )  # fmt: skip
    assert read_article(write_article(found), slug="x", year="2024", where="x") == found


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("url", "javascript:alert(1)"),
        ("published", "kemarin"),
        ("event.date", "31 Juli"),
        ("event.time", "pagi"),
        ("authors", "\x00"),
        ("people", Person("")),
    ],
)
def test_a_reading_that_no_article_may_state_is_left_out_and_said(name: str, value: Value) -> None:
    found = propose(_document(), {name: (_reading(name, value),)}, slug="x", year="2024")
    assert found.record.field(name).readings == ()
    if name != "authors":
        assert f"“{name}”" in found.problems[0].what
    assert read_article(write_article(found.article), slug="x", year="2024", where="x") == found.article


def _item(name: str, text: str) -> Value:
    return Person(text) if name == "people" else Quote(None, text) if name == "quotes" else text


@pytest.mark.parametrize("name", LISTS)
def test_no_list_is_longer_than_an_article_can_hold(name: str) -> None:
    many = {name: tuple(_reading(name, _item(name, f"kata {number}")) for number in range(MAX_ITEMS + 50))}
    long = {name: tuple(_reading(name, _item(name, "kata " * 1_000 + str(number))) for number in range(30))}
    for readings in (many, long):
        found = propose(_document(), readings, slug="x", year="2024")
        assert len(found.record.field(name).readings) < len(readings[name])
        assert "were read, of which the article states" in found.problems[0].what
        assert read_article(write_article(found.article), slug="x", year="2024", where="x") == found.article


def test_a_title_that_the_machine_made_up_says_so() -> None:
    (reading,) = propose(_document(), {}, slug="x", year="2024").record.field("title").readings
    text = "KOTA BARU – Rapat dimulai. Lalu usai. Bagian kedua Penutup."
    assert reading == Reading("title", text, text, None, FALLBACK, 0.1, {"reason": "the text has no title"})


def test_a_list_that_is_too_long_is_said_in_full() -> None:
    names = [f"Nama {number}" for number in range(MAX_ITEMS + 3)]
    found = propose(_document(), _readings(authors=names), slug="x", year="2024")
    hint = "see whether it is one article; the reading keeps every line of the seed"
    what = f"{MAX_ITEMS + 3} “authors” were read, of which the article states {MAX_ITEMS}"
    assert found.problems == (Problem("a.txt", what, hint),)


def test_a_line_without_spaces_does_not_make_a_title_of_its_whole_length() -> None:
    document = Document.of(Seed("a.txt", "00", "a" * 70_000), (Block((0, 70_000), "body"),))
    assert title_of(document, {}) == "a" * TITLE_CHARACTERS
