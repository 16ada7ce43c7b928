"""A server on the loopback that answers what a test tells it, right or wrong."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field

Pieces = Callable[[], Iterator[bytes]]


@dataclass(slots=True)
class Server:
    """Answers each request in turn, and keeps what was asked. The last answer is given again and again."""

    answers: tuple[bytes | Pieces, ...]
    context: ssl.SSLContext | None = None
    requests: list[bytes] = field(default_factory=list)
    listener: socket.socket = field(default_factory=lambda: socket.create_server(("127.0.0.1", 0)))

    @property
    def port(self) -> int:
        port: int = self.listener.getsockname()[1]
        return port

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> Server:
        threading.Thread(target=self._serve, daemon=True).start()
        return self

    def stop(self) -> None:
        with suppress(OSError):
            self.listener.shutdown(socket.SHUT_RDWR)  # wakes the thread that waits
        self.listener.close()

    def _serve(self) -> None:
        count = 0
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            answer = self.answers[min(count, len(self.answers) - 1)]
            count += 1
            with suppress(OSError), client:  # one that hangs up is what many tests want
                self._talk(client, answer)

    def _talk(self, client: socket.socket, answer: bytes | Pieces) -> None:
        client.settimeout(5)
        talk = self.context.wrap_socket(client, server_side=True) if self.context else client
        with talk:
            if not callable(answer):
                self.requests.append(_until_empty_line(talk))
            for piece in answer() if callable(answer) else (answer,):
                talk.sendall(piece)


def _until_empty_line(client: socket.socket) -> bytes:
    read = b""
    while not read.endswith(b"\r\n\r\n") and (piece := client.recv(65_536)):
        read += piece
    return read
