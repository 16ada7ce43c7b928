"""Fetch one page of the public web, politely, and without being led into a private network.

The only room that speaks to the network.  The name of a host is resolved once, every address of it is checked, and
the connection goes to an address that was checked; the same again for each redirect.  No cookies, no proxies.
``web`` is loaded when somebody names an address: what it needs for encryption takes longer than many a build.
"""

from __future__ import annotations

from dataclasses import dataclass


class FetchError(Exception):
    """What is wrong with an address or its answer, and what to do."""

    def __init__(self, what: str, hint: str) -> None:
        super().__init__(f"{what} ({hint})")
        self.what = what
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Limits:
    """What one fetch may take."""

    connect: float = 10
    """Seconds until a connection stands."""
    silence: float = 15
    """Seconds between two pieces of an answer."""
    total: float = 60
    """Seconds for everything, redirects included."""
    size: int = 10_000_000
    """Bytes of an answer, packed or unpacked."""
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server sent."""

    address: str
    """Where it came from in the end."""
    kind: str
    """Its media type: ``text/html``."""
    body: bytes
    """As it was sent; unpacked if the server packed it for the way."""
