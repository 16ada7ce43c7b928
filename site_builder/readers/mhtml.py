"""A page saved as one file by a browser: MHTML, a mail message whose parts are the page and what it shows."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import Message
from typing import BinaryIO

from site_builder.errors import Problem
from site_builder.formats import plain_text
from site_builder.formats.hypertext import articles
from site_builder.formats.hypertext.decoding import decoded
from site_builder.grammar.addresses import is_address
from site_builder.model import Seed

SUFFIXES = (".mhtml", ".mht")
MAX_BYTES = 50_000_000
"""With the page's pictures."""
MAX_NESTED = 20
"""Parts that hold parts; each line of the file is compared with the boundary of every open one."""
MAX_HEADERS = 200_000
"""Bytes of one line or of the header; longer ones take a mail parser quadratic time."""
ADDRESSES = ("Snapshot-Content-Location", "Content-Location")


def read(stream: BinaryIO, path: str) -> Iterator[Seed | Problem]:
    """The one article of the page; the address that the browser noted is a stated fact."""
    raw = stream.read(MAX_BYTES + 1)
    if problem := _unusable(raw, path):
        yield problem
        return
    message = message_from_bytes(raw, policy=policy.compat32)
    part = _page(message)
    content = part.get_payload(decode=True) if part is not None else None
    if part is None or not isinstance(content, bytes):
        yield Problem(path, "holds no page", "save the page again, or copy its text")
    elif part.get_content_type() == "text/plain":
        text = plain_text.clean(decoded(content, _charset(part)).text)
        yield Seed(path, hashlib.sha256(raw).hexdigest(), text)
    else:
        found = (str(holder[name]).strip() for name in ADDRESSES for holder in (message, part) if holder[name])
        address = next((address for address in found if is_address(address)), "")
        yield from articles(content, path, file=raw, address=address, charset=_charset(part))


def _unusable(raw: bytes, path: str) -> Problem | None:
    if len(raw) > MAX_BYTES:
        return Problem(path, f"is larger than {MAX_BYTES:,} bytes", "save the page as text, or without its images")
    if raw.lower().count(b"boundary") > MAX_NESTED:
        return Problem(path, f"has more than {MAX_NESTED} parts inside parts", "save the page again, or copy its text")
    header = raw.replace(b"\r\n", b"\n").find(b"\n\n")
    if header < 0 or header > MAX_HEADERS:
        return Problem(path, "does not begin as a saved page does", "save the page again, or copy its text")
    return None


def _page(message: Message) -> Message | None:
    """The page itself: of all parts with markup the one at the noted address, else the first; else plain text."""
    parts = [part for part in message.walk() if not part.is_multipart()]
    pages = [part for part in parts if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    root = [part for part in pages if part["Content-Location"] == message[ADDRESSES[0]]]
    texts = [part for part in parts if part.get_content_type() == "text/plain" and part.get_payload()]
    return next(iter([*root, *pages, *texts]), None)


def _charset(part: Message) -> str | None:
    found = part.get_param("charset")
    return found if isinstance(found, str) else None
