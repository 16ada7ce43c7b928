"""``build.py add``: what reaches ``seeds/``, under which name, with which facts."""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from site_builder import pipeline
from site_builder.cli import main
from site_builder.fetching import Answer, FetchError
from site_builder.folders import Folders
from tests.conftest import Workspace, front_matter, tree, workspace
from tests.loopback import Server
from tests.readers import pages

PAGE = pages.wordpress().encode()
ADDRESS = "https://kabarsabu.com/2024/07/09/polres-sabu-raijua-gelar-rakor/?utm_source=wa"
NAME = "polres-sabu-raijua-gelar-rakor-"
TODAY = "2026-01-31"
INNER = b"https://kabarsabu.com/2024/07/09/polres-sabu-gelar-rakor"
GOOGLE_OLD = "https://news.google.com/rss/articles/" + urlsafe_b64encode(
    b"\x08\x13\x22" + bytes([len(INNER)]) + INNER + b"\xd2\x01\x00"
).decode("ascii").rstrip("=")
GOOGLE_NEW = "https://news.google.com/rss/articles/CBMiugFBVV95cUxPZmFrZWlkdGhhdG5vYm9keWhhcw"


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    (tmp_path / "none").mkdir()
    made = workspace(tmp_path / "archive", seeds=tmp_path / "none")
    for article in made.articles.rglob("*.*"):
        article.unlink()
    return made


def add(
    place: Workspace, *sources: str, answer: Answer | FetchError | None = None, dry: bool = False
) -> pipeline.Added:
    def fetch(address: str) -> Answer:
        if isinstance(answer, FetchError):
            raise answer
        return answer or Answer(address, "text/html", PAGE)

    folders = Folders(place.seeds, place.content, place.templates, place.output, place.cache)
    return pipeline.add(folders, sources, fetch=fetch, today=TODAY, dry_run=dry)


def names(place: Workspace) -> list[str]:
    return sorted(tree(place.seeds))


def run(place: Workspace, *arguments: str) -> int:
    folders = ("seeds", "content", "templates", "output", "cache")
    return main(["add", *arguments, *(f"--{name}={getattr(place, name)}" for name in folders)])


def test_a_page_is_kept_as_it_was_sent_with_its_address_and_the_day(place: Workspace) -> None:
    (path,) = add(place, ADDRESS).added
    seed = Path(path)
    assert seed.name.startswith(NAME)
    assert seed.suffix == ".html"
    assert seed.read_bytes() == PAGE
    assert yaml.safe_load(seed.with_suffix(".yml").read_text("utf-8")) == {
        "url": "https://kabarsabu.com/2024/07/09/polres-sabu-raijua-gelar-rakor/",
        "retrieved": TODAY,
    }
    assert len(names(place)) == 2


def test_the_same_bytes_are_not_added_twice(place: Workspace) -> None:
    (first,) = add(place, ADDRESS).added
    before = tree(place.seeds)
    again = add(place, ADDRESS, "https://lain.example/salinan")
    assert (again.added, again.problems) == ((), ())
    assert [note.startswith(f"{first}: these bytes are there already") for note in again.notes] == [True, True]
    assert tree(place.seeds) == before


def test_an_address_that_now_answers_something_else_changes_no_seed(place: Workspace) -> None:
    add(place, ADDRESS)
    before = tree(place.seeds)
    again = add(place, ADDRESS, answer=Answer(ADDRESS, "text/html", PAGE + b"<!-- later -->"))
    (problem,) = again.problems
    assert "but other content" in problem.what
    assert tree(place.seeds) == before


@pytest.mark.parametrize(
    ("address", "kind", "ending"),
    [
        ("https://a.example/x", "text/html", ".html"),
        ("https://a.example/x.php", "application/xhtml+xml", ".html"),
        ("https://a.example/feed", "application/rss+xml", ".rss"),
        ("https://a.example/feed", "application/atom+xml", ".atom"),
        ("https://a.example/feed", "text/xml", ".xml"),
        ("https://a.example/a.jsonl.gz", "application/gzip", ".jsonl.gz"),
        ("https://a.example/a.warc.gz", "application/octet-stream", ".warc.gz"),
        ("https://a.example/a.mhtml", "", ".mhtml"),
        ("https://a.example/a", "text/plain", ".txt"),
        ("https://a.example/a.txt", "text/html", ".html"),
    ],
)
def test_the_ending_is_that_of_what_was_sent(place: Workspace, address: str, kind: str, ending: str) -> None:
    (path,) = add(place, address, answer=Answer(address, kind, b"x"), dry=True).added
    assert "".join(Path(path).suffixes) == ending


@pytest.mark.parametrize(
    "address",
    [
        "https://a.example/../../../etc/cron.d/x", "https://a.example/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
        "https://a.example/a%00b", "https://a.example/CON", "https://a.example/" + "panjang-" * 100,
        "https://a.example/..%5c..%5cwindows", "https://a.example/~%2f.bashrc", "https://a.example/", "https://a.example/ا",
    ],
)  # fmt: skip
def test_a_name_is_never_a_path(place: Workspace, address: str) -> None:
    (path,) = add(place, address).added
    assert Path(path).parent == place.seeds
    assert len(Path(path).name) < 110
    assert set(Path(path).stem) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert sorted(place.root.rglob("*.html")) == [Path(path)]


@pytest.mark.parametrize(
    ("answer", "what"),
    [
        (FetchError("answers 404 Not Found", "see"), "answers 404"),
        (Answer(ADDRESS, "image/jpeg", b"\xff\xd8"), "is image/jpeg, not a page"),
        (Answer(ADDRESS, "application/pdf", b"%PDF"), "is application/pdf, not a page"),
        (Answer(ADDRESS, "", b"\x00"), "is something without a media type"),
        (Answer(ADDRESS, "text/html", b" \n"), "is empty"),
    ],
)
def test_what_cannot_be_had_is_a_problem_and_leaves_nothing(
    place: Workspace, answer: Answer | FetchError, what: str
) -> None:
    (problem,) = add(place, ADDRESS, answer=answer).problems
    assert problem.where == ADDRESS
    assert what in problem.what
    assert names(place) == []


def test_an_old_link_of_google_news_holds_the_address_itself(place: Workspace) -> None:
    (path,) = add(place, GOOGLE_OLD).added
    assert "kabarsabu.com/2024/07/09/polres-sabu-gelar-rakor" in Path(path).with_suffix(".yml").read_text("utf-8")


def test_a_new_link_of_google_news_is_refused_with_what_to_do(place: Workspace) -> None:
    (problem,) = add(place, GOOGLE_NEW).problems
    assert "only Google can resolve" in problem.what
    assert "open it in a browser" in problem.hint


def test_a_file_is_copied_with_the_facts_beside_it(place: Workspace, tmp_path: Path) -> None:
    (tmp_path / "Rakor Pilkada – Seba.HTML").write_bytes(PAGE)
    (tmp_path / "Rakor Pilkada – Seba.yml").write_text("outlet: Kabar Sabu\n", "utf-8")
    (path,) = add(place, str(tmp_path / "Rakor Pilkada – Seba.HTML")).added
    assert tree(place.seeds) == {"rakor-pilkada-seba.html": PAGE, "rakor-pilkada-seba.yml": b"outlet: Kabar Sabu\n"}
    assert path == str(place.seeds / "rakor-pilkada-seba.html")


def test_a_file_never_takes_the_name_or_the_facts_of_another(place: Workspace, tmp_path: Path) -> None:
    (place.seeds / "rakor.txt").write_text("Rakor pertama.", "utf-8")
    (place.seeds / "rakor.yml").write_text("outlet: Kabar Palu\n", "utf-8")
    before = tree(place.seeds)
    (tmp_path / "rakor.html").write_bytes(PAGE)
    (problem,) = add(place, str(tmp_path / "rakor.html")).problems
    assert problem.where == str(place.seeds / "rakor.txt") or problem.where == str(place.seeds / "rakor.yml")
    assert tree(place.seeds) == before


def test_a_file_that_is_no_file_or_of_no_known_kind_is_a_problem(place: Workspace, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"PK")
    (tmp_path / "link.html").symlink_to(tmp_path / "a.docx")
    found = add(place, str(tmp_path / "a.docx"), str(tmp_path / "no.html"), str(tmp_path / "link.html")).problems
    assert [problem.where for problem in found] == [str(tmp_path / n) for n in ("a.docx", "no.html", "link.html")]
    assert names(place) == []


def test_one_source_that_fails_stops_no_other(place: Workspace, tmp_path: Path) -> None:
    (tmp_path / "rakor.html").write_bytes(PAGE)
    added = add(place, str(tmp_path / "no.html"), str(tmp_path / "rakor.html"))
    assert (len(added.added), len(added.problems)) == (1, 1)


def test_a_dry_run_writes_nothing(place: Workspace) -> None:
    assert len(add(place, ADDRESS, dry=True).added) == 1
    assert names(place) == []


def test_a_run_fetches_ingests_and_says_so(
    place: Workspace, serve: Callable[..., Server], capsys: pytest.CaptureFixture[str]
) -> None:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(PAGE)}\r\n\r\n".encode()
    server = serve(head + PAGE)

    assert run(place, f"{server.address}/rakor-pilkada", "--allow-private") == 0

    printed = capsys.readouterr()
    assert f"{place.seeds}/rakor-pilkada-" in printed.out.replace("\n", "")
    assert "1 seeds: 1 new" in printed.out
    (article,) = place.articles.rglob("*.md")
    assert front_matter(article)["title"] == pages.TITLE
    assert front_matter(article)["url"] == f"{server.address}/rakor-pilkada"
    assert front_matter(article)["authors"] == ["Sari Dewi"]


def test_a_run_that_adds_not_everything_exits_1(
    place: Workspace, tmp_path: Path, serve: Callable[..., Server], capsys: pytest.CaptureFixture[str]
) -> None:
    server = serve(b"HTTP/1.1 200 OK\r\n\r\n")
    (tmp_path / "rakor.html").write_bytes(PAGE)

    assert run(place, f"http://127.0.0.1:{server.port}/a", str(tmp_path / "rakor.html")) == 1

    printed = capsys.readouterr().err
    assert f"http://127.0.0.1:{server.port}/a: leads to 127.0.0.1, an address that is not public" in printed
    assert "hint: " in printed
    assert "Traceback" not in printed
    assert names(place) == ["rakor.html"]
    assert server.requests == []


def test_json_has_what_was_added(place: Workspace, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "rakor.html").write_bytes(PAGE)
    assert run(place, str(tmp_path / "rakor.html"), "--json") == 0
    done = json.loads(capsys.readouterr().out)
    assert done["add"]["added"] == [str(place.seeds / "rakor.html")]
    assert done["ingest"]["seeds"] == 1


def test_without_a_source_it_explains_itself(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["add"]) == 2
    assert "Usage:" in capsys.readouterr().err
