"""The finished site for one's own browser, which loads a page again when the site has changed.

Loopback only.  The files are sent as they lie on the disk; an HTML page gets one more script, which waits for
the next change.  That script is a source of the page's own host, so the page's security policy stays what it is.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import ThreadingHTTPServer
from pathlib import Path

from site_builder.errors import BuildError, Problem
from site_builder.serving.changes import Changes
from site_builder.serving.visitor import visitor

__all__ = ["Changes", "Serving", "serving"]

LOOPBACK = "127.0.0.1"


class Serving:
    """A site that is being served: its address, and what tells open pages that it changed."""

    def __init__(self, address: str, changes: Changes) -> None:
        self.address = address
        self.changes = changes


@contextmanager
def serving(folder: Path, *, port: int) -> Iterator[Serving]:
    """Serve a folder on the loopback while the block runs; port 0 takes any free one.

    Raises BuildError if the port is taken, or may not be used.
    """
    changes = Changes()
    try:
        server = _Server((LOOPBACK, port), visitor(folder, changes))
    except (OSError, OverflowError) as error:
        hint = "choose another with --port, or stop the program that has it"
        raise BuildError(Problem(f"port {port}", f"cannot be used: {error}", hint, fatal=True)) from None
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield Serving(f"http://{LOOPBACK}:{server.server_port}/", changes)
    finally:
        changes.end()
        server.shutdown()
        server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    """A page that waits for a change does not keep the program from ending."""
    allow_reuse_address = True
