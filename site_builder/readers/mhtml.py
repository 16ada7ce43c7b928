"""A page saved as one file by a browser: MHTML, a mail message whose parts are the page and what it shows."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from email import message_from_bytes, policy
from typing import BinaryIO

from site_builder.errors import Problem
from site_builder.grammar.addresses import canonical, is_address
from site_builder.hypertext import HypertextError, read_page
from site_builder.model import Seed, Stated

SUFFIXES = (".mhtml", ".mht")
MAX_BYTES = 50_000_000
"""With the page's pictures."""
ADDRESSES = ("Snapshot-Content-Location", "Content-Location")


def read(stream: BinaryIO, path: str) -> Iterator[Seed | Problem]:
    """The one article of the page; the address that the browser noted is a stated fact."""
    raw = stream.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        yield Problem(path, f"is larger than {MAX_BYTES:,} bytes", "save the page as text, or without its images")
        return
    message = message_from_bytes(raw, policy=policy.compat32.clone(raise_on_defect=False))
    part = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    content = part.get_payload(decode=True) if part is not None else None
    if part is None or not isinstance(content, bytes):
        yield Problem(path, "holds no page", "save the page again, or copy its text")
        return
    try:
        page = read_page(content)
    except HypertextError as error:
        yield error.problem(path)
        return
    found = (str(holder[name]).strip() for name in ADDRESSES for holder in (message, part) if holder[name])
    address = next((address for address in found if is_address(address)), None)
    stated = page.stated
    if address and not any(fact.field == "url" for fact in stated):
        stated = (*stated, Stated("url", canonical(address), address, "metadata:mhtml"))
    yield Seed(path, hashlib.sha256(raw).hexdigest(), page.text, stated)
