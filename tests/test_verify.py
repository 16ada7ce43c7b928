"""Every bit that changed since it was published, or read, is found."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from site_builder.cli import main
from site_builder.folders import Folders
from site_builder.pipeline import ingest, render, verify
from tests.conftest import Workspace

ARTICLE = """POLRES SABU GELAR RAKOR

SEBA - Kapolres Sabu Raijua AKBP Rudi Hartawan memimpin rapat koordinasi di aula, Selasa (9/7/2024).
"""
TABLE = [
    {
        "title": f"Kapolres Garut Pimpin Apel {name.title()}",
        "text": f"GARUT - Kapolres Garut AKBP Asep memimpin apel {name} di Mapolres Garut, Rabu (10/7/2024).\n\n"
        f"Apel {name} itu diikuti dua ratus personel yang akan menjaga tempat pemungutan suara di empat kecamatan.",
    }
    for name in ("pagi", "sore")
]


def folders(place: Workspace) -> Folders:
    return Folders(place.seeds, place.content, place.templates, place.output, place.cache)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    made = Workspace(tmp_path_factory.mktemp("verify"))
    made.seeds.mkdir()
    made.content.mkdir()
    (made.seeds / "sabu.txt").write_text(ARTICLE, "utf-8")
    (made.seeds / "apel.jsonl").write_text("".join(json.dumps(row) + "\n" for row in TABLE), "utf-8")
    ingest(folders(made))
    render(folders(made))
    return made


def found(place: Workspace) -> list[str]:
    return [problem.where for problem in verify(folders(place)).problems]


def test_what_nobody_touched_is_as_it_was(place: Workspace) -> None:
    verified = verify(folders(place))
    assert verified.problems == ()
    assert verified.seeds == 3
    assert verified.files == len([path for path in place.output.rglob("*") if path.is_file()]) - 1


class Flipped:
    """A file with one bit changed, for a while."""

    def __init__(self, path: Path, bit: int) -> None:
        self.path, self.sound = path, path.read_bytes()
        raw = bytearray(self.sound)
        raw[bit // 8 % len(raw)] ^= 1 << bit % 8
        path.write_bytes(raw)

    def __enter__(self) -> Path:
        return self.path

    def __exit__(self, *_: object) -> None:
        self.path.write_bytes(self.sound)


def published(place: Workspace) -> Iterator[Path]:
    return (path for path in sorted(place.output.rglob("*")) if path.is_file() and path.stat().st_size)


@given(st.integers(0, 2**31), st.integers(0, 2**31))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_flipped_bit_of_the_site_is_found(place: Workspace, which: int, bit: int) -> None:
    every = list(published(place))
    with Flipped(every[which % len(every)], bit):
        assert found(place)


@given(st.integers(0, 8 * len(ARTICLE.encode()) - 1))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_flipped_bit_of_a_seed_is_found(place: Workspace, bit: int) -> None:
    with Flipped(place.seeds / "sabu.txt", bit) as path:
        assert found(place) == [str(path)]


@given(st.integers(0, 2**31))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_flipped_bit_of_a_container_is_found_at_its_record(place: Workspace, bit: int) -> None:
    with Flipped(place.seeds / "apel.jsonl", bit) as path:
        assert found(place)
        assert all(where.startswith(f"{path}#") for where in found(place))


def test_a_seed_that_is_gone_and_a_file_too_many_are_found(place: Workspace) -> None:
    seed, extra = place.seeds / "sabu.txt", place.output / "extra.html"
    kept = seed.read_bytes()
    seed.unlink()
    extra.touch()
    assert sorted(found(place)) == sorted([str(seed), str(extra)])
    seed.write_bytes(kept)
    extra.unlink()


def test_the_command_tells_what_differs_and_exits_1(place: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    names = [f"--{name}={getattr(place, name)}" for name in ("seeds", "content", "output")]
    assert main(["verify", *names]) == 0
    assert "As they were" in capsys.readouterr().out
    with Flipped(place.seeds / "sabu.txt", 99) as path:
        assert main(["verify", "--json", *names]) == 1
    problems = json.loads(capsys.readouterr().out)["verify"]["problems"]
    assert [problem["where"] for problem in problems] == [str(path)]
