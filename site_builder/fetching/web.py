"""Fetch one page: resolve, check, connect, ask; the same again for each redirect."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse
from urllib.parse import quote, urljoin, urlsplit

from site_builder.fetching import Answer, FetchError, Limits
from site_builder.fetching.public import is_public
from site_builder.fetching.wire import SLOW, Clock, Deadline, Wire, connect, http, resolve
from site_builder.formats.unpacking import unpacked_answer

REDIRECTS = frozenset({301, 302, 303, 307, 308})
PORTS = {"http": 80, "https": 443}
HEADERS = (
    ("User-Agent", "ArsipPilkada/0.1 (archive of election news; fetches single pages at an editor's request)"),
    ("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5"),
    ("Accept-Language", "id,en;q=0.5"),
    ("Accept-Encoding", "identity"),
    ("Connection", "close"),
)
PIECE = 65_536
BY_HAND = "open it in a browser, save the page, and add the file"

USUAL = Limits()
Resolve = Callable[[str, int, float], Sequence[str]]


@dataclass(frozen=True, slots=True)
class _Target:
    """An address in its parts, fit for the wire."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def authority(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"


@dataclass(frozen=True, slots=True)
class _Way:
    """How a fetch goes over the network."""

    limits: Limits
    deadline: Deadline
    context: ssl.SSLContext
    resolve: Resolve


def fetch(
    address: str,
    *,
    clock: Clock,
    limits: Limits = USUAL,
    allow_private: bool = False,
    context: ssl.SSLContext | None = None,
    resolve: Resolve = resolve,
) -> Answer:
    """Fetch an address. Raises FetchError if it is not to be had, or not to be trusted.

    ``allow_private`` trusts the host that is named, never one that it redirects to.
    """
    way = _Way(limits, Deadline(clock, clock() + limits.total), context or ssl.create_default_context(), resolve)
    named = _target(address).host
    for _ in range(limits.redirects + 1):
        target = _target(address)
        found = _ask(target, address, way, trusted=allow_private and target.host == named)
        if isinstance(found, Answer):
            return found
        onward = urljoin(address, found)
        if target.scheme == "https" and urlsplit(onward).scheme.lower() == "http":
            raise FetchError("leads from https to http, where anybody on the way could change the page", BY_HAND)
        address = onward
    raise FetchError(f"redirects more than {limits.redirects} times", BY_HAND)


def _target(address: str) -> _Target:
    hint = "write the whole address of one page, such as https://example.org/2024/07/31/a-meeting"
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
        host = host if ":" in host else host.encode("idna").decode("ascii")
    except ValueError:
        raise FetchError("is not an address", hint) from None
    if parts.scheme not in PORTS or not host or " " in host or any(char < " " or char == "\x7f" for char in address):
        raise FetchError("is not an address of http or https", hint)
    if parts.username is not None or parts.password is not None:
        raise FetchError("holds a name or password", "archive what everybody can read")
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = f"?{quote(parts.query, safe='/%:@!$&()*+,;=~-._?[]')}" if parts.query else ""
    return _Target(parts.scheme, host, PORTS[parts.scheme] if port is None else port, f"{path}{query}")


def _ask(target: _Target, address: str, way: _Way, *, trusted: bool) -> Answer | str:
    """The answer of a server, or the address that it redirects to."""
    try:
        with _wire(target, way, trusted=trusted) as wire, closing(http(wire, target.host, target.port)) as link:
            link.putrequest("GET", target.path, skip_host=True, skip_accept_encoding=True)
            for name, value in (("Host", target.authority), *HEADERS):
                link.putheader(name, value)
            link.endheaders()
            return _answer(link.getresponse(), address, way.limits)
    except ssl.SSLCertVerificationError as error:
        raise FetchError(f"cannot prove that it is {target.host} ({error.verify_message})", BY_HAND) from None
    except TimeoutError:
        raise FetchError("takes too long to answer", SLOW) from None
    except (HTTPException, OSError, ValueError) as error:
        raise FetchError(f"gives no proper answer ({error or type(error).__name__})", SLOW) from None


def _wire(target: _Target, way: _Way, *, trusted: bool) -> Wire:
    """A connection to one of the host's addresses, all of which must be public."""
    found = way.resolve(target.host, target.port, way.deadline.left(way.limits.connect))
    if not trusted and (private := next((one for one in found if not is_public(one)), None)):
        hint = "only pages of the public web are fetched; --allow-private trusts a host that you name yourself"
        raise FetchError(f"leads to {private}, an address that is not public", hint)
    failure: OSError | None = None
    for one in found:
        seconds = way.deadline.left(way.limits.connect)
        context = way.context if target.scheme == "https" else None
        try:
            connected = connect(one, target.port, server=target.host, context=context, seconds=seconds)
        except ssl.SSLError:
            raise
        except OSError as error:
            failure = error
        else:
            return Wire(connected, way.deadline, way.limits.silence)
    raise failure or FetchError(f"there is no host {target.host}", "check the spelling of the address")


def _answer(response: HTTPResponse, address: str, limits: Limits) -> Answer | str:
    location = response.getheader("Location")
    if response.status in REDIRECTS and location:
        return location.encode("latin-1", "replace").decode("utf-8", "replace").strip()
    if response.status != 200:
        raise FetchError(f"answers {response.status} {response.reason}"[:80].strip(), BY_HAND)
    body = _body(response, limits)
    kind = (response.getheader("Content-Type") or "").partition(";")[0].strip().lower()
    return Answer(address, kind, _unpacked(body, response.getheader("Content-Encoding") or "", limits))


def _body(response: HTTPResponse, limits: Limits) -> bytes:
    body = bytearray()
    while piece := response.read(PIECE):
        body += piece
        if len(body) > limits.size:
            raise FetchError(f"is larger than {limits.size:,} bytes", "save its text, and add that")
    if response.length:
        raise FetchError(f"breaks off: {response.length:,} bytes are missing", SLOW)
    return bytes(body)


def _unpacked(body: bytes, packing: str, limits: Limits) -> bytes:
    """The page in an answer that was packed although we asked for none of it."""
    try:
        page = unpacked_answer(body, packing, limits.size)
    except OSError as error:
        raise FetchError(str(error), BY_HAND) from None
    if len(page) > limits.size:
        raise FetchError(f"unpacks to more than {limits.size:,} bytes", "save its text, and add that")
    return page
