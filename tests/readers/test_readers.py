"""Which reader takes a file, and what a sidecar adds to its seeds."""

from __future__ import annotations

import pkgutil
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from types import ModuleType

import pytest

from site_builder import readers
from site_builder.errors import Problem
from site_builder.model import Seed, Stated
from tests.conftest import ROOT

RAW = b"Kapolres Pimpin Rakor\n\nKapolres memimpin rakor."


def stated(sidecar: str) -> tuple[Stated, ...]:
    (seed,) = readers.seeds(BytesIO(RAW), "palu/a.txt", sidecar)
    assert isinstance(seed, Seed)
    return seed.stated


def problems(sidecar: str) -> list[Problem]:
    found = list(readers.seeds(BytesIO(RAW), "palu/a.txt", sidecar))
    assert isinstance(found[-1], Seed), "a bad sidecar does not lose the article"
    return [item for item in found if isinstance(item, Problem)]


def test_no_two_readers_claim_one_suffix() -> None:
    assert readers.claims()[".txt"] == "txt"


def test_two_readers_that_claim_one_suffix_are_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    class Twin(ModuleType):
        SUFFIXES = (".txt",)

    class Found:
        def __init__(self, name: str) -> None:
            self.name = name

    def modules(_: object) -> Iterator[Found]:
        yield from (Found("txt"), Found("twin"))

    monkeypatch.setitem(sys.modules, "site_builder.readers.twin", Twin("twin"))
    monkeypatch.setattr(pkgutil, "iter_modules", modules)
    readers.claims.cache_clear()
    with pytest.raises(ValueError, match=r"txt and twin both claim \.txt"):
        readers.claims()
    readers.claims.cache_clear()


def test_a_file_of_unknown_kind_is_a_problem_that_names_the_kinds_known() -> None:
    (problem,) = readers.seeds(BytesIO(b"x"), "a.docx", None)
    assert isinstance(problem, Problem)
    assert problem.where == "a.docx"
    assert ".txt" in problem.hint


def test_an_article_of_too_many_lines_is_a_problem() -> None:
    lines = b"Ya.\n"
    (fits,) = readers.seeds(BytesIO(lines * readers.MOST_LINES), "a.txt", None)
    (problem,) = readers.seeds(BytesIO(lines * (readers.MOST_LINES + 1)), "a.txt", None)
    assert isinstance(fits, Seed)
    assert isinstance(problem, Problem)
    assert (problem.where, problem.what) == ("a.txt", "has more than 20,000 lines")


def test_the_ending_is_read_in_any_case() -> None:
    (seed,) = readers.seeds(BytesIO(RAW), "A.TXT", None)
    assert isinstance(seed, Seed)


def test_a_sidecar_states_facts_and_keeps_their_raw_value() -> None:
    sidecar = (
        "url: https://m.kabarpalu.com/a/?utm_source=wa\n"
        "published: Rabu, 31 Juli 2024 19.30 WITA\n"
        "authors: [Sari Dewi, Andi]\n"
    )
    assert stated(sidecar) == (
        Stated("url", "https://kabarpalu.com/a/", "https://m.kabarpalu.com/a/?utm_source=wa", "sidecar"),
        Stated("published", "2024-07-31T19:30+08:00", "Rabu, 31 Juli 2024 19.30 WITA", "sidecar"),
        Stated("authors", "Sari Dewi", "Sari Dewi", "sidecar"),
        Stated("authors", "Andi", "Andi", "sidecar"),
    )


def test_an_edtf_date_is_taken_as_it_is() -> None:
    assert stated('published: "2024-07~"\nretrieved: kemarin\noutlet: null\n') == (
        Stated("published", "2024-07~", "2024-07~", "sidecar"),
    )


@pytest.mark.parametrize(
    ("sidecar", "where", "what"),
    [
        ("penulis: Sari", "palu/a.yml:1", "has the unknown key 'penulis'"),
        ("published: minggu lalu", "palu/a.yml:1", "published cannot be 'minggu lalu'"),
        ("url: kabarpalu", "palu/a.yml:1", "url cannot be 'kabarpalu'"),
        ("title: [a, b]", "palu/a.yml:1", "title must be one line of text"),
        ("authors: {name: Sari}", "palu/a.yml:1", "authors must be a list of words"),
    ],
)
def test_a_wrong_sidecar_is_a_problem_and_the_article_stays(sidecar: str, where: str, what: str) -> None:
    (problem,) = problems(sidecar)
    assert (problem.where, problem.what) == (where, what)


def test_a_sidecar_that_is_no_yaml_names_the_line() -> None:
    (problem,) = problems("title: a\nauthors: [")
    assert problem.where.startswith("palu/a.yml:")


def test_the_libraries_of_a_format_are_loaded_only_when_a_file_of_it_comes() -> None:
    """Start-up stays short: the project's own seeds are text, and so is a name with points in it."""
    heavy = "{'lxml', 'trafilatura', 'warcio', 'feedparser', 'ssl', 'http.client'}"
    names = [path.name for path in sorted((ROOT / "seeds").glob("*.txt"))] + ["www.kabar.com_rakor.v2.txt"]
    program = (
        "import sys; from io import BytesIO; from site_builder import cli, readers\n"
        f"for name in {names!r}: assert list(readers.seeds(BytesIO(b'Kapolres memimpin rakor.'), name, None))\n"
        f"print(sorted({heavy} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
