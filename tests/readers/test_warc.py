"""Web archives: whole, cut at any place, and bombs."""

from __future__ import annotations

import gzip
from io import BytesIO

import pytest

from site_builder.errors import Problem
from site_builder.model import Seed
from site_builder.readers.warc import read
from tests.readers import pages

PAGE = pages.wordpress().encode()
HTML = "Content-Type: text/html; charset=utf-8"


def record(
    body: bytes = PAGE,
    *,
    head: str = HTML,
    status: str = "200 OK",
    kind: str = "response",
    more: str = "",
    length: object = None,
) -> bytes:
    payload = body if kind == "resource" else f"HTTP/1.1 {status}\r\n{head}\r\n\r\n".encode() + body
    lines = (
        "WARC/1.0",
        f"WARC-Type: {kind}",
        "WARC-Target-URI: https://m.kabarsabu.com/a/b?utm_source=x",
        "WARC-Record-ID: <urn:uuid:1>",
        f"Content-Type: {'text/html' if kind == 'resource' else 'application/http; msgtype=response'}",
        f"Content-Length: {len(payload) if length is None else length}",
    )
    return "\r\n".join((*lines, f"{more}\r\n" if more else "\r\n")).encode() + payload + b"\r\n\r\n"


def items(raw: bytes, name: str = "a.warc") -> tuple[list[Seed], list[Problem]]:
    found = list(read(BytesIO(raw), name))
    return [i for i in found if isinstance(i, Seed)], [i for i in found if isinstance(i, Problem)]


def packed(*records: bytes) -> bytes:
    return b"".join(map(gzip.compress, records))


@pytest.mark.parametrize(
    "raw",
    [
        record() + record(),
        packed(record(), record()),
        gzip.compress(record() + record()),
        record(kind="resource") + record(kind="request") + record(status="404 Not Found") + record(),
        record(gzip.compress(PAGE), head=f"{HTML}\r\nContent-Encoding: gzip") + record(),
        record(b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE), head=f"{HTML}\r\nTransfer-Encoding: chunked") + record(),
    ],
    ids=["plain", "packed by record", "packed whole", "among others", "packed inside", "chunked"],
)
def test_every_page_is_read_and_numbered_by_its_record(raw: bytes) -> None:
    seeds, problems = items(raw)
    assert len(seeds) == 2
    assert seeds[0].path == "a.warc#1"
    assert problems == []
    assert all(pages.BODY[-1] in seed.text for seed in seeds)


def test_the_address_of_the_archive_is_stated() -> None:
    page = pages.joomla().encode()
    (seed,), _ = items(record(page))
    assert [fact.value for fact in seed.stated if fact.field == "url"] == ["https://kabarsabu.com/a/b"]


def test_an_archive_that_is_cut_says_so_wherever_it_is_cut() -> None:
    whole = record() + record()
    silent = [end for end in range(1, len(whole) - 4, 31) if not items(whole[:end])[1]]
    between = range(len(record()) - 4, len(record()) + 1)  # where one record is whole and no other has begun
    assert [end for end in silent if end not in between] == []


def test_a_packed_archive_that_is_cut_says_so_and_keeps_what_stands_before() -> None:
    whole = packed(record(), record())
    first = len(packed(record()))
    cuts = [end for end in range(1, len(whole), 13) if end != first]
    assert [end for end in cuts if not items(whole[:end], "a.warc.gz")[1]] == []
    assert len(items(whole[: first + 40], "a.warc.gz")[0]) == 1


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"", "holds no page among its 0 records"),
        (b"hello\n" * 99, "damaged after record 0"),
        (record(length=100) + record(), "damaged after record 1"),
        (record(length=-5), "does not state its length"),
        (record(length="abc"), "does not state its length"),
        (record(length=10**15), "bytes of it are missing"),
        (record(status="404 Not Found"), "holds no page among its 1 records"),
        (record(head=f"{HTML}\r\nContent-Encoding: br"), "packed as 'br'"),
        (record(gzip.compress(PAGE)[:-99], head=f"{HTML}\r\nContent-Encoding: gzip"), "breaks off inside its packing"),
        (record(b"ffff\r\n" + PAGE, head=f"{HTML}\r\nTransfer-Encoding: chunked"), "before end of chunk"),
        (record(gzip.compress(b"a" * 90_000_000), head=f"{HTML}\r\nContent-Encoding: gzip"), "more than 10,000,000"),
        (record(b"x").replace(b"HTTP/1.1 200", b"NOTHING AT A"), "holds no answer"),
        (packed(record(b"a" * 90_000_000)), "more than 60 times"),
        (packed(b"\r\n" * 40_000_000), "a record does not state its length"),
        (packed(b"WARC/1.0\r\n" + b"a" * 90_000_000), "more than 200,000 bytes without a record"),
        (packed(b"WARC/1.0\r\n" + b"a: b\r\n" * 9_000_000), "more than 200,000 bytes without a record"),
        (packed(*[record(b"x")] * 500), "not read beyond record 100"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_damaged_or_hostile_archive_is_a_problem(raw: bytes, what: str, capsys: pytest.CaptureFixture[str]) -> None:
    seeds, problems = items(raw)
    assert len(seeds) <= 1
    assert any(what in problem.what for problem in problems), problems
    assert capsys.readouterr() == ("", "")


def test_a_record_that_the_crawler_cut_is_read_and_told() -> None:
    seeds, (problem,) = items(record(more="WARC-Truncated: length\r\n"))
    assert len(seeds) == 1
    assert "was cut when it was archived (length)" in problem.what
