"""``build.py serve``: the files as they lie on the disk, a page that hears of changes, and nobody else's business."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from site_builder.cli import main
from site_builder.serving import Changes, Serving, serving
from tests.conftest import ROOT, Workspace, workspace

PAGE = "<!doctype html>\n<title>Arsip</title>\n"


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Serving]:
    folder = tmp_path / "public"
    (folder / "tag").mkdir(parents=True)
    (folder / "index.html").write_text(PAGE, "utf-8")
    (folder / "404.html").write_text("tidak ditemukan", "utf-8")
    (folder / "tag" / "index.html").write_text(PAGE, "utf-8")
    (folder / "archive.db").write_bytes(b"SQLite\0")
    (tmp_path / "secret.txt").write_text("not of the site", "utf-8")
    with serving(folder, port=0) as served:
        yield served


def ask(site: Serving, path: str, *, method: str = "GET", host: str | None = None) -> tuple[int, str, bytes]:
    """Status, media type and content of an answer."""
    connection = HTTPConnection(urlsplit(site.address).netloc, timeout=30)
    connection.request(method, path, headers={"Host": host} if host else {})
    answer = connection.getresponse()
    told = answer.status, answer.headers["Content-Type"], answer.read()
    connection.close()
    return told


def test_a_page_is_sent_with_the_script_that_waits(site: Serving) -> None:
    status, kind, raw = ask(site, "/")
    assert (status, kind) == (200, "text/html; charset=utf-8")
    assert raw.decode() == PAGE + '<script src="/.reload.js?seen=0"></script>\n'
    assert ask(site, "/tag/")[2] == raw
    assert ask(site, "/index.html?q=aman")[2] == raw


def test_other_files_are_sent_as_they_are(site: Serving) -> None:
    assert ask(site, "/archive.db") == (200, "application/octet-stream", b"SQLite\0")
    assert ask(site, "/archive.db", method="HEAD") == (200, "application/octet-stream", b"")


@pytest.mark.parametrize(
    "path",
    [
        "/missing.html",
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/tag/..%2f..%2fsecret.txt",
        "/tag\\..\\..\\secret.txt",
        "//secret.txt",
        "/%00",
        "/tag",
        "/.hidden",
        "/c:/secret.txt",
    ],
)
def test_an_address_outside_the_site_is_a_missing_page(site: Serving, path: str) -> None:
    status, _, raw = ask(site, path)
    assert status == 404
    assert raw.startswith(b"tidak ditemukan")


def test_a_page_of_another_name_gets_nothing(site: Serving) -> None:
    assert ask(site, "/", host="evil.example")[0] == 403
    assert ask(site, "/", host="localhost:80")[0] == 200


def test_an_open_page_loads_again_when_the_site_has_changed(site: Serving) -> None:
    assert b"after=0" in ask(site, "/.reload.js?seen=0")[2]
    waiting: list[bytes] = []
    page = threading.Thread(target=lambda: waiting.append(ask(site, "/.reload.js?after=0&0.5")[2]))
    page.start()
    assert not waiting
    site.changes.add()
    page.join(20)
    assert waiting == [b"location.reload();\n"]
    assert ask(site, "/")[2].endswith(b'seen=1"></script>\n')


def test_a_page_that_is_behind_hears_of_it_at_once(site: Serving) -> None:
    site.changes.add()
    assert ask(site, "/.reload.js?after=0")[2] == b"location.reload();\n"
    assert ask(site, "/.reload.js?after=x")[2] == b"location.reload();\n"


def test_without_a_change_the_wait_ends() -> None:
    assert not Changes().wait(0, seconds=0.01)


def test_a_taken_port_is_said_with_a_hint(site: Serving, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    port = urlsplit(site.address).port
    assert main(["serve", f"--port={port}", f"--output={tmp_path / 'other'}"]) == 1
    printed = capsys.readouterr().err
    assert f"port {port}: cannot be used" in printed
    assert "--port" in printed


@contextmanager
def running(place: Workspace) -> Iterator[subprocess.Popen[str]]:
    folders = ("seeds", "content", "templates", "output", "cache")
    options = [f"--{name}={getattr(place, name)}" for name in folders]
    command = [sys.executable, "-u", str(ROOT / "build.py"), "serve", "--port=0", *options]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=place.root, stdout=pipe, stderr=pipe, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def test_an_edit_shows_in_the_browser_and_a_slip_does_not_end_it(tmp_path: Path) -> None:
    place = workspace(tmp_path)
    with running(place) as process:
        assert process.stdout
        assert process.stderr
        address = next(line.split()[1] for line in process.stdout if line.startswith("Serving"))
        served = Serving(address, Changes())
        article = next(place.articles.rglob("*.md"))
        whole = article.read_text("utf-8")

        article.write_text(whole.replace("title: ", "title: Disunting ", 1), "utf-8")
        assert any(ask(served, "/.reload.js?after=1")[2] == b"location.reload();\n" for _ in range(5))
        assert b"Disunting" in ask(served, "/")[2]

        (place.content / "site.yml").write_text("title: [\n", "utf-8")
        assert "site.yml" in process.stderr.readline()
        assert ask(served, "/")[0] == 200

        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 130
