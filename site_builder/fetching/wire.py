"""Connections to an address that was checked, on which nothing takes longer than it may."""

from __future__ import annotations

import io
import socket
import ssl
import threading
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from http.client import HTTPConnection
from queue import Empty, SimpleQueue

from site_builder.fetching import FetchError

Clock = Callable[[], float]
"""Seconds from any beginning, never going back."""
SLOW = "try again later, or save the page in a browser and add the file"


@dataclass(frozen=True, slots=True)
class Deadline:
    """The moment at which a fetch must have ended."""

    clock: Clock
    end: float

    def left(self, most: float) -> float:
        """The seconds that one step may take, ``most`` at most. Raises FetchError if there are none left."""
        seconds = min(most, self.end - self.clock())
        if seconds <= 0:
            raise FetchError("takes too long to answer", SLOW)
        return seconds


def resolve(host: str, port: int, seconds: float) -> Sequence[str]:
    """The network addresses of a host. Raises FetchError if there are none, or if nobody says so in time."""
    answers: SimpleQueue[Sequence[str] | OSError | UnicodeError] = SimpleQueue()

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answers.put(tuple(dict.fromkeys(str(address[0]) for *_, address in found)))
        except (OSError, UnicodeError) as error:
            answers.put(error)

    # The system's resolver knows no deadline; a thread that hangs does not keep the program from ending.
    threading.Thread(target=ask, daemon=True).start()
    try:
        answer = answers.get(timeout=seconds)
    except Empty:
        raise FetchError(f"the name {host} is not resolved in time", SLOW) from None
    if isinstance(answer, Exception) or not answer:
        raise FetchError(f"there is no host {host}", "check the spelling of the address, and the network")
    return answer


class Wire:
    """A socket as ``http.client`` uses it; every reading from it ends with the deadline."""

    def __init__(self, connected: socket.socket, deadline: Deadline, seconds: float) -> None:
        self._socket = connected
        self._deadline = deadline
        self._seconds = seconds

    def sendall(self, data: bytes) -> None:
        self._socket.settimeout(self._deadline.left(self._seconds))
        self._socket.sendall(data)

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(_Incoming(self._socket, self._deadline, self._seconds))

    def close(self) -> None:
        """Nothing yet: ``http.client`` closes it before it has read an answer that has no stated length."""

    def __enter__(self) -> Wire:
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.close()


class _Incoming(io.RawIOBase):
    """What comes in; a server that drips is stopped by the deadline, one that is silent by the limit of a reading."""

    def __init__(self, connected: socket.socket, deadline: Deadline, seconds: float) -> None:
        super().__init__()
        self._socket = connected
        self._deadline = deadline
        self._seconds = seconds

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override] # its stub wants any buffer
        self._socket.settimeout(self._deadline.left(self._seconds))
        return self._socket.recv_into(buffer)


def connect(address: str, port: int, *, server: str, context: ssl.SSLContext | None, seconds: float) -> socket.socket:
    """A connection to the network address itself, encrypted if there is a context; ``server`` must then prove its name.

    Raises OSError, ``ssl.SSLError`` among them.
    """
    plain = socket.create_connection((address, port), timeout=seconds)
    if context is None:
        return plain
    with closing(plain):  # which has no socket any more once it is wrapped
        return context.wrap_socket(plain, server_hostname=server)


def http(wire: Wire, server: str, port: int) -> HTTPConnection:
    """The protocol on a connection that stands; it never opens one itself."""
    protocol = HTTPConnection(server, port)
    protocol.auto_open = 0
    protocol.sock = wire
    return protocol
