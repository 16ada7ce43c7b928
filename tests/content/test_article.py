"""An article and its file."""

from __future__ import annotations

import dataclasses
import textwrap
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.content.article import READ, field_values, normal_body, read_article, write_article
from site_builder.errors import Problem
from site_builder.model import LISTS, SCALARS, Article, Event, Person, Quote

LINE = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn", "Zl", "Zp"]), min_size=1, max_size=20)
LINES = LINE | st.sampled_from(
    ["null", "~", "no", "1.10", "a: b", "# x", "'", '"', "- x", "<<", "*a", "[x", "...", "---"]
)
LINES = LINES.map(str.strip).filter(bool)
MAYBE = st.none() | LINES
MANY = st.lists(LINES, max_size=3).map(tuple)
DATES = st.sampled_from([None, "2024-07-31", "2024-07~", "2024", "2025-06-08?", "2024-07-31T19:30+07:00"])
SPANS = DATES | st.just("2024-07-09/2024-07-10")
EVENTS = st.builds(Event, SPANS, st.sampled_from([None, "19:30", "09:00+07:00"]), MAYBE, MAYBE)
PEOPLE = st.lists(st.builds(Person, LINES, MAYBE, MAYBE), max_size=3).map(tuple)
QUOTES = st.lists(st.builds(Quote, MAYBE, LINES), max_size=3).map(tuple)
BODY = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("\n-# "), max_size=60).map(normal_body)
ARTICLES = st.builds(
    Article,
    slug=st.just("x"),
    year=st.just("2024"),
    title=LINES,
    body=BODY,
    seed=MAYBE,
    deck=MAYBE,
    outlet=MAYBE,
    url=st.sampled_from([None, "https://example.org/a?b=1#c"]),
    published=DATES,
    authors=MANY,
    event=EVENTS,
    places=MANY,
    people=PEOPLE,
    organizations=MANY,
    tags=MANY,
    quotes=QUOTES,
    incomplete=MAYBE,
    republished_from=MAYBE,
    show=st.sampled_from([None, "full", "excerpt", "withdrawn"]),
    review=st.sampled_from(["pending", "reviewed"]),
)


def _read(text: str) -> Any:
    return read_article(text, slug="x", year="2024", where="x.md")


def _problems(front: str) -> tuple[Problem, ...]:
    found = _read(f"---\n{front}\n---\nIsi\n")
    assert isinstance(found, tuple)
    assert all(problem.hint for problem in found)
    return found


@given(ARTICLES)
def test_what_is_written_is_read_again(article: Article) -> None:
    assert _read(write_article(article)) == article


@given(ARTICLES)
def test_what_an_editor_may_change_unasked_changes_nothing(article: Article) -> None:
    assert _read("\ufeff" + write_article(article).replace("\n", "\r\n") + "\r\n\r\n") == dataclasses.replace(
        article, body=normal_body(article.body.replace("\n", "\r\n"))
    )


def test_the_file_has_the_form_of_the_schema() -> None:
    article = Article(
        "x",
        "2024",
        "Rapat: Kapolres Tegaskan Netralitas",
        "Isi.",
        "000_a.txt",
        published="2024-07-31",
        tags=("rakor", "sara"),
        event=Event("2024-07-31", "19:30+07:00", "rakor", "lantai II"),
        places=("Kota Parepare",),
        people=(Person("Siti Rahma", "AKBP"),),
        quotes=(Quote("Siti Rahma", "Pertemuan ini: penting"),),
    )
    assert write_article(article) == textwrap.dedent("""\
        ---
        schema: 1
        title: "Rapat: Kapolres Tegaskan Netralitas"
        deck: null
        outlet: null
        url: null
        published: "2024-07-31"
        authors: []
        event:
          date: "2024-07-31"
          time: "19:30+07:00"
          kind: rakor
          venue: lantai II
        places: [Kota Parepare]
        people:
          - {name: Siti Rahma, rank: AKBP, role: null}
        organizations: []
        tags: [rakor, sara]
        quotes:
          - {speaker: Siti Rahma, text: "Pertemuan ini: penting"}
        incomplete: null
        republished_from: null
        seed: 000_a.txt
        show: null
        review: pending
        ---

        Isi.
        """)


def test_an_article_by_hand_needs_a_title_and_no_seed() -> None:
    assert _read("---\nschema: 1\ntitle: Apel\n---\n") == Article("x", "2024", "Apel", "")


def test_all_problems_are_said_at_once_each_with_its_line_and_field() -> None:
    found = _problems("schema: 2\ntitel: x\nevent:\n  dat: 1\n  date: besok\npeople: [a]\ntags: rakor\nreview: done")
    assert [(problem.where, problem.what) for problem in found] == [
        ("x.md:2", "“schema” must be 1"),
        ("x.md:3", "“titel” is not known"),
        ("x.md:5", "“event.dat” is not known"),
        ("x.md:6", "“event.date” is not a date: besok"),
        ("x.md:7", "“people” has an item that is not complete or not known"),
        ("x.md:8", "“tags” must be a list"),
        ("x.md:9", "“review” must be pending or reviewed"),
        ("x.md:1", "“title” is missing"),
    ]
    assert found[1].hint == "did you mean “title”?"


@pytest.mark.parametrize(
    "line",
    [
        "title: ''",
        "title: [a]",
        "title: null",
        "url: example.org",
        "url: 'javascript:alert(1)'",
        "url: 'https://x/\"y'",
        "url: 'http://[::1'",
        "tags: [" + "a, " * 201 + "]",
        "url: 'https://x:99999999/'",
        "url: 'https://:80/'",
        "url: 'https://ℂ.example:x/'",
        "published: 2024-07-09/2024-07-10",
        "published: 31 Juli",
        "event: x",
        "event: {time: '25:00'}",
        "event: {time: pagi}",
        "event: {when: x}",
        "authors: x",
        "authors: ['']",
        "authors: [[a]]",
        "people: [{rank: x}]",
        "people: {name: x}",
        "people: [{name: x, age: y}]",
        "people: [{name: [x]}]",
        "quotes: [{speaker: x}]",
        "show: all",
        "colour: red",
        "seed: [x]",
    ],
)
def test_a_value_that_its_field_does_not_allow_is_a_problem_in_its_line(line: str) -> None:
    front = f"schema: 1\n{line}" if line.startswith("title") else f"schema: 1\ntitle: x\n{line}"
    found = _problems(front)
    assert [problem.where for problem in found] == [f"x.md:{front.count(chr(10)) + 2}"]
    assert found[0].what.startswith(f"“{line.split(':')[0]}")


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("", "x.md:1"),
        ("Isi\n", "x.md:1"),
        ("---\ntitle: x\n", "x.md:1"),
        ("---\na: 1\na: 2\n---\n", "x.md:3"),
        ("---\na: 'x\n---\n", "x.md:2"),
        ("---\n- a\n---\n", "x.md:2"),
        ("---\n" + "[" * 30_000 + "\n---\n", "x.md:2"),
    ],
)
def test_a_file_that_is_no_article_is_one_problem_with_its_line(text: str, where: str) -> None:
    (problem,) = _read(text)
    assert problem.where == where


@given(st.text(st.sampled_from("---\nabe:tl1 '\"[]{}#"), max_size=80))
def test_any_text_is_an_article_or_problems(text: str) -> None:
    assert isinstance(_read("---\n" + text), Article | tuple)


def test_every_field_of_an_article_can_be_written_and_read() -> None:
    fields = {field.name for field in dataclasses.fields(Article)} - {"slug", "year", "body"}
    assert fields | {"schema"} == {name for name in READ if "." not in name}
    assert {name for name in READ if "." in name} == {f"event.{field.name}" for field in dataclasses.fields(Event)}
    assert set(field_values(Article("x", "2024", "t", ""))) == {*SCALARS, *LISTS}


@pytest.mark.parametrize(
    ("line", "what", "hint"),
    [
        ("review: done", "“review” must be pending or reviewed", "write one of these words, or null"),
        ("show: all", "“show” must be full or excerpt or withdrawn", "write one of these words, or null"),
        ("event: x", "“event” must be indented lines", "date, time, kind and venue, each on its line, two spaces in"),
        (
            "url: http://[::1",
            "“url” is not an address",
            "it begins with http:// or https:// and has no spaces or quotes",
        ),
        (
            "url: http://x:0/",
            "“url” is not an address",
            "it begins with http:// or https:// and has no spaces or quotes",
        ),
        ("deck: [x]", "“deck” must be text", "write it behind the colon, in quotes if it holds a colon or #"),
    ],
)
def test_a_value_that_its_field_does_not_allow_is_said_in_full(line: str, what: str, hint: str) -> None:
    text = f"---\nschema: 1\ntitle: Rakor\n{line}\n---\nIsi.\n"
    assert read_article(text, slug="x", year="2024", where="x.md") == (Problem("x.md:4", what, hint),)


@pytest.mark.parametrize(
    ("line", "show", "review"),
    [("show: ''", None, "pending"), ("review: ~", None, "pending"), ("show: full", "full", "pending")],
)
def test_a_choice_left_empty_is_the_usual_one(line: str, show: str | None, review: str) -> None:
    found = read_article(f"---\nschema: 1\ntitle: Rakor\n{line}\n---\n", slug="x", year="2024", where="x.md")
    assert isinstance(found, Article)
    assert (found.show, found.review) == (show, review)
