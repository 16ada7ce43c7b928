"""Tables: with any separator, broken, and bombs."""

from __future__ import annotations

from io import BytesIO

import pytest

from site_builder.errors import Problem
from site_builder.model import Seed
from site_builder.readers.csv import read


def items(raw: bytes) -> tuple[list[Seed], list[Problem]]:
    found = list(read(BytesIO(raw), "a.csv"))
    return [i for i in found if isinstance(i, Seed)], [i for i in found if isinstance(i, Problem)]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_row_is_an_article_whatever_parts_the_cells(mark: str, end: str) -> None:
    rows = (
        "\ufeffJudul,Isi,Tautan",
        '"Rakor; damai","Kapolres ""memimpin""' + end + 'rakor",https://kabarsabu.com/a/b',
    )
    table = end.join((*(row.replace(",", mark) for row in rows), ""))
    (seed,), problems = items(table.encode())
    assert problems == []
    assert seed.path == "a.csv#1"
    assert seed.text == 'Rakor; damai\n\nKapolres "memimpin"\nrakor'
    assert [(fact.field, fact.value) for fact in seed.stated] == [
        ("title", "Rakor; damai"),
        ("url", "https://kabarsabu.com/a/b"),
    ]


def test_zero_bytes_and_missing_or_spare_cells_do_no_harm() -> None:
    seeds, problems = items(b"title,text\na,b\0c\nonly title\na,b,spare,spare\n\n,d\n")
    assert [seed.text for seed in seeds] == ["a\n\nbc", "a\n\nb", "d"]
    assert [problem.where for problem in problems] == ["a.csv#2"]


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"", "is empty"),
        (b"title,text\n", "has no rows"),
        (b"a,b\nc,d\n", "no column with the text"),
        (b"title,text\na," + b"b" * 20_000_000, "longer than 2,000,000 bytes"),
        (b"b" * 20_000_000, "longer than 2,000,000 bytes"),
        (b'title,text\n"a,b\n' + b"x,y\n" * 700_000, "cannot be read after row 0"),
        (b"title,text\ra,b\r", "cannot be read after row 0"),
        ("title,text\na,“petik”\n".encode("cp1252"), "cannot be read after row 0"),
        ("title,text\na,b\n".encode("utf-16"), "cannot be read after row 0"),
        (b"title,text\n" + b"\n" * 1_000_000, "has no rows"),
        (b",".join(b"c%d" % n for n in range(5_000)) + b",text\n" + b"a,b\n" * 9_000, "more than 200"),
        (b"title,text\n" + b"," * 1_900_000, "has no text"),
        (b"title,text\n" + b"a,\n" * 9_000, "100 rows hold no article"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_damaged_or_hostile_table_is_a_problem(raw: bytes, what: str) -> None:
    seeds, problems = items(raw)
    assert seeds == []
    assert any(what in problem.what for problem in problems), problems
    assert len(problems) <= 101
