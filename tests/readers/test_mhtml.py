"""Pages saved as one file: their encodings, their parts, and hostile messages."""

from __future__ import annotations

import base64
import quopri
from io import BytesIO

import pytest

from site_builder.errors import Problem
from site_builder.model import Seed
from site_builder.readers.mhtml import read
from tests.readers import pages

PAGE = pages.joomla().encode()
ADDRESS = "https://kabarsabu.com/2024/07/rakor"


def part(kind: str, packing: str, body: bytes, address: str = ADDRESS) -> bytes:
    head = f"--B\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: {packing}\r\nContent-Location: {address}\r\n\r\n"
    return head.encode() + body + b"\r\n"


def message(*parts: bytes) -> bytes:
    head = (
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {ADDRESS}\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="B"\r\n\r\n'
    )
    return head.encode() + b"".join(parts) + b"--B--\r\n"


def items(raw: bytes) -> tuple[list[Seed], list[Problem]]:
    found = list(read(BytesIO(raw), "a.mhtml"))
    return [i for i in found if isinstance(i, Seed)], [i for i in found if isinstance(i, Problem)]


@pytest.mark.parametrize(
    "whole",
    [
        part("text/html", "quoted-printable", quopri.encodestring(PAGE)),
        part("text/html", "base64", base64.encodebytes(PAGE)),
        part("text/html; charset=windows-1252", "8bit", PAGE.replace("ę".encode(), b"")),
        part("text/html", "8bit", b"<p>Iklan", "cid:frame") + part("text/html", "8bit", PAGE),
        part("image/png", "base64", b"AAAA\r\n" * 90_000) + part("text/html", "8bit", PAGE),
    ],
    ids=["quoted-printable", "base64", "charset", "behind a frame", "behind a picture"],
)
def test_the_page_is_read_with_the_address_that_the_browser_noted(whole: bytes) -> None:
    (seed,), problems = items(message(whole))
    assert problems == []
    assert all(sentence in seed.text for sentence in pages.BODY)
    assert [fact.value for fact in seed.stated if fact.field == "url"] == [ADDRESS]


def test_a_message_of_text_alone_is_read_as_text() -> None:
    (seed,), problems = items(
        message(part("text/plain; charset=windows-1252", "8bit", "Rakor “damai”".encode("cp1252")))
    )
    assert (seed.text, problems) == ("Rakor “damai”", [])


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"", "does not begin"),
        (b"x" * 1_000_000, "does not begin"),
        (b"Content-Type: multipart/related\r\n\r\nx", "holds no page"),
        (message(part("image/png", "base64", b"AAAA") * 2_000), "holds no page"),
        (message(part("text/html", "base64", b"!!!")), "is empty"),
        (message(part("text/html", "8bit", b"<p>Halo")), "has no article"),
        (b"X: " + b"a\r\n " * 90_000 + b"\r\n\r\nx", "does not begin"),
        (
            b"".join(b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (n, n) for n in range(9_000)),
            "parts",
        ),
        (b"a: b\r\n\r\n" + b"x" * 50_000_000, "larger than 50,000,000"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_damaged_or_hostile_message_is_a_problem(raw: bytes, what: str) -> None:
    seeds, (problem,) = items(raw)
    assert seeds == []
    assert what in problem.what
