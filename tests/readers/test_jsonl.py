"""JSON Lines: honest, broken, and bombs."""

from __future__ import annotations

import gzip
import json
from io import BytesIO

import pytest

from site_builder.errors import Problem
from site_builder.model import Seed
from site_builder.readers.jsonl import read

RECORD = {
    "title": "Rakor Pilkada Damai | Kabar Sabu",
    "text": "SEBA – Kapolres memimpin rakor.\r\nIa berharap Pilkada damai.",
    "source": "Kabar Sabu",
    "url": "https://m.kabarsabu.com/a/b?utm_source=x",
    "date": "2024-07-31T03:10:00Z",
    "author": ["Sari Dewi", "admin"],
}
LINE = json.dumps(RECORD).encode() + b"\n"


def items(raw: bytes, name: str = "a.jsonl") -> tuple[list[Seed], list[Problem]]:
    found = list(read(BytesIO(raw), name))
    return [i for i in found if isinstance(i, Seed)], [i for i in found if isinstance(i, Problem)]


def test_a_line_states_its_facts_in_the_form_of_an_article() -> None:
    (seed,), problems = items(LINE)
    assert problems == []
    assert seed.path == "a.jsonl#1"
    assert seed.text == "Rakor Pilkada Damai\n\nSEBA – Kapolres memimpin rakor.\nIa berharap Pilkada damai."
    assert [(fact.field, fact.value) for fact in seed.stated] == [
        ("title", "Rakor Pilkada Damai"),
        ("outlet", "Kabar Sabu"),
        ("url", "https://kabarsabu.com/a/b"),
        ("published", "2024-07-31T10:10+07:00"),
        ("authors", "Sari Dewi"),
    ]


@pytest.mark.parametrize("pack", [gzip.compress, lambda raw: raw])
def test_the_bytes_and_not_the_name_say_whether_it_is_packed(pack: object) -> None:
    assert callable(pack)
    seeds, problems = items(pack(b"\n" + LINE + LINE), "a.jsonl.gz")
    assert [seed.path for seed in seeds] == ["a.jsonl.gz#2", "a.jsonl.gz#3"]
    assert problems == []


def test_one_bad_line_costs_one_article() -> None:
    seeds, problems = items(LINE + b"{\n" + LINE + b"[]\n" + b'{"title": "a"}\n' + LINE)
    assert [seed.path for seed in seeds] == ["a.jsonl#1", "a.jsonl#3", "a.jsonl#6"]
    assert [problem.where for problem in problems] == ["a.jsonl#2", "a.jsonl#4", "a.jsonl#5"]


def test_escaped_markup_and_half_characters_do_not_reach_the_text() -> None:
    (seed,), _ = items(json.dumps({"text": "<p>Satu &amp; dua</p><p>tiga&nbsp;empat \ud800</p>\x00"}).encode())
    assert seed.text.split() == ["Satu", "&", "dua", "tiga", "empat"]


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"", "is empty"),
        (b"\n\n", "is empty"),
        (b'{"text":"' + b"a" * 9_000_000 + b'"}', "longer than 2,000,000"),
        (b"[" * 900_000, "is not JSON"),
        (b'{"text":' + b"1" * 900_000 + b"}", "is not JSON"),
        (b"\n" * 1_000_000, "more than 100,000 empty lines"),
        (b"x\n" * 9_000, "not read beyond line 100"),
        (gzip.compress(b"\n" * 90_000_000), "more than 100,000 empty lines"),
        (gzip.compress(b" " * 90_000_000), "times its size"),
        (gzip.compress(LINE * 500)[:-9], "breaks off or is damaged"),
        (gzip.compress(LINE)[:4], "breaks off or is damaged"),
        (b"\x1f\x8bnothing", "breaks off or is damaged"),
        (b'{"text": "...!"}', "holds no words"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_damaged_or_hostile_file_is_a_problem(raw: bytes, what: str) -> None:
    _, problems = items(raw, "a.jsonl.gz")
    assert any(what in problem.what for problem in problems), problems
    assert len(problems) <= 101


def test_values_of_the_wrong_kind_are_left_out() -> None:
    odd = {"text": "Satu dua", "title": 5, "url": ["x"], "authors": {"a": 1}, "published": 1e300, "outlet": None}
    (seed,), problems = items(json.dumps(odd).encode())
    assert (seed.stated, problems) == ((), [])


@pytest.mark.parametrize("line", [b'{"text": "satu", "text": "dua"}', b'{"text": "satu", "x": {"a": 1, "a": 2}}'])
def test_a_key_that_stands_twice_is_said_and_not_lost(line: bytes) -> None:
    seeds, (problem,) = items(line + b"\n")
    assert seeds == []
    assert problem.what == "is not JSON (a key stands twice)"
