"""The built archive as people open it: from a disk, and from a server's sub-path; and Firefox."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from tests.browser.bidi import Firefox, firefox
from tests.browsers import FIREFOXES, HOW_TO_GET_FIREFOX, MAC_FIREFOX, find
from tests.conftest import Workspace, missing

SUB_PATH = "arsip"


@pytest.fixture(scope="session")
def fox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """A Firefox in which each file of a disk is an origin of its own."""
    path = find(FIREFOXES, MAC_FIREFOX, "ARSIP_FIREFOX") or missing(HOW_TO_GET_FIREFOX)
    with firefox(path, tmp_path_factory.mktemp("profile")) as started:
        yield started


class Handler(SimpleHTTPRequestHandler):
    """Serves files as GitHub Pages does, without a log."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def served(built: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the built archive on a loopback server, below a sub-path."""
    folder = tmp_path_factory.mktemp("served")
    (folder / SUB_PATH).symlink_to(built.output)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder))) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/{SUB_PATH}/"
        server.shutdown()
        thread.join()


@pytest.fixture(params=["disk", "server"])
def address(request: pytest.FixtureRequest) -> str:
    """Where the archive is opened from, with a slash at its end."""
    if request.param == "disk":
        built: Workspace = request.getfixturevalue("built")
        return built.output.as_uri() + "/"
    return str(request.getfixturevalue("served"))
