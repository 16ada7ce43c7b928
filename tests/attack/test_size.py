"""Any input of one megabyte: two seconds of the processor and 512 MB at most, whatever it says.

A search, not a list: pieces that parsers stumble over are repeated up to a megabyte, alone and in random mixtures, in
every format of seeds and in content.  The worst that was ever found stays in the first pieces of each format.
"""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.attack.conftest import Measured
from tests.attack.runs import End, Victim, first
from tests.attack.share import FULL, share
from tests.conftest import Workspace

SIZE = 1_000_000
SECONDS = 2.0
MEGABYTES = 512

PIECES = (
    "[", "![", "<![", "[^1]", "[a](", "`", "*", "_", "**a", "> ", "- ", "1. ", "a\n: b\n", "|a", "a|b\n-|-\n",
    "<a ", "<!--", "</", "&", "&amp;", "\\", "\n", "\n\n", " ", "\t", "\r", "a", "a ", "A", "Kapolres ", "AKBP ",
    "AKBP Siti Rahma ", "Siti, ", "Senin (25/11/2024) ", "25/11/2024 ", "2024-11-25 ", "Kota Brebes ",
    "Kabupaten ", "Polres Brebes, ", '"Kami siap," ujar Siti. ', '"', "“", "ujar ", "kata dia. ",
    "Baca juga: x\n", "(", ")", ", ", ". ", ".", "-", "–", "/", ":", "1", "1.", "00:", "pukul 19.30 WIB ",
    "WIB ", "@", "http://", "https://x.id/a ", "x@y.z ", "\u0301", "é", "İ", "ß", "\u200b", "\ufffd", "😀", "한",
    "ﷺ", "Dr. H. Siti, S.H., M.H. ", "Jenderal Polisi (Purn) ", "Reporter: x\n", "Editor: ", "BREBES - ",
    "BREBES, KOMPAS.com - ", "Tags: a, b\n", "Copyright ", "Halaman 1 dari 2\n", "mewakili ", "Pj. Bupati ",
)  # fmt: skip
MARKUP = (
    "<p>", "<div>", "<b>x", "<br>", "<p>x</p>", "<table><tr><td>", "<script>", "<!-- -->", "<p title='", "&#1;",
    "<a href=x>y</a>", "<li>", "<meta property='og:title' content='x'>", "<h1>x</h1>", "<![CDATA[", "<svg>",
    "<time datetime=2024>", "<img src=x>",
)  # fmt: skip


def _article(text: str) -> bytes:
    return f"---\nschema: 1\ntitle: Apel\n---\n{text}".encode("utf-8", "replace")


def _html(text: str) -> bytes:
    return f"<html><head><title>Apel</title></head><body><article>{text}".encode("utf-8", "replace")


def _rss(text: str) -> bytes:
    return f"<rss><channel><item><title>Apel</title><description>{text}".encode("utf-8", "replace")


def _warc(text: str) -> bytes:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + _html(text)
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://x.id/\r\nContent-Length: {len(http)}\r\n"
    return f"{head}WARC-Date: 2024-11-25T00:00:00Z\r\nContent-Type: application/http\r\n\r\n".encode() + http


FORMATS: dict[str, Callable[[str], bytes]] = {
    "seeds/x.txt": lambda text: text.encode("utf-8", "replace"),
    "seeds/x.html": _html,
    "seeds/x.jsonl": lambda text: json.dumps({"title": "Apel", "text": text}).encode() + b"\n",
    "seeds/x.csv": lambda text: ('title,text\nApel,"' + text.replace('"', '""') + '"\n').encode("utf-8", "replace"),
    "seeds/x.xml": _rss,
    "seeds/x.warc": _warc,
    "seeds/x.mhtml": lambda text: b"MIME-Version: 1.0\nContent-Type: text/html\n\n" + _html(text),
    "seeds/0.yml": lambda text: f"title: {text}".encode("utf-8", "replace"),
    "content/articles/2024/x.md": _article,
    "content/articles/2024/y.md": lambda text: f"---\nschema: 1\ntitle: {text}".encode("utf-8", "replace"),
    "content/site.yml": lambda text: f"title: {text}".encode("utf-8", "replace"),
    "content/vocabulary/tags.yml": lambda text: text.encode("utf-8", "replace"),
}


def inputs(name: str, rng: random.Random, count: int) -> Iterator[tuple[str, str]]:
    """What the text is made of, and the text: every piece alone, then mixtures, some of them in lines."""
    pieces = (*MARKUP, *PIECES) if name.endswith(("html", "xml", "warc")) else (*PIECES, *MARKUP)
    alone = list(pieces)
    rng.shuffle(alone)
    for number in range(count):
        mixture = [alone[number]] if number < len(alone) else rng.choices(pieces, k=rng.randrange(2, 6))
        joined = "".join(mixture)
        if number % 3 == 2:
            joined = joined * (rng.choice([60, 200, 2_000]) // len(joined) + 1) + "\n"
        yield repr(joined[:40]), (joined * (SIZE // len(joined.encode("utf-8", "replace")) + 1))[:SIZE]


@pytest.fixture(scope="module")
def healthy(victim: Victim, tmp_path_factory: pytest.TempPathFactory) -> tuple[Workspace, float]:
    site = first(tmp_path_factory.mktemp("healthy") / "site")
    assert victim.run(site).code == 0
    (site.content / "site.yml").write_text((site.content / "site.yml").read_text() + "\n")
    return site, victim.run(site).cpu


@pytest.mark.parametrize("name", FORMATS)
def test_a_megabyte(
    name: str, healthy: tuple[Workspace, float], victim: Victim, tmp_path: Path, measured: Measured
) -> None:
    before, usual = healthy
    worst: list[tuple[float, int, str]] = []
    for what, text in inputs(name, random.Random(name), share(25, fast=1)):  # noqa: S311
        end = _run(victim, before, tmp_path / "site", name, FORMATS[name](text))
        assert end.code in (0, 1), f"{what}: {end.code} {end.said[-2000:]}"
        worst.append((round(end.cpu - usual, 2), end.megabytes, what))
    worst.sort(reverse=True)
    seconds, _, what = worst[0]
    most = max(megabytes for _, megabytes, _ in worst)
    measured(f"a megabyte as {name}", inputs=len(worst), worst=f"{seconds} s ({what})", memory=f"{most} MB")
    assert most <= MEGABYTES
    assert seconds <= (SECONDS if FULL else 10 * SECONDS), worst[:5]


def _run(victim: Victim, before: Workspace, root: Path, name: str, raw: bytes) -> End:
    shutil.copytree(before.root, root)
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_bytes(raw)
    end = victim.run(Workspace(root))
    shutil.rmtree(root)
    return end
