"""The browser of this machine, and the built archive as people open it: from a disk, and from a server's sub-path."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.bidi import Firefox, firefox
from tests.conftest import Workspace, missing

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
HOW_TO_GET_ONE = (
    "no Chromium found: install it (Debian: apt install chromium; macOS: brew install --cask google-chrome) "
    "or set ARSIP_CHROMIUM to its path"
)
FIREFOXES = ("firefox", "firefox-esr")
MAC_FIREFOX = Path("/Applications/Firefox.app/Contents/MacOS/firefox")
HOW_TO_GET_FIREFOX = (
    "no Firefox found: install it (Debian: apt install firefox-esr; macOS: brew install --cask firefox) "
    "or set ARSIP_FIREFOX to its path"
)
SWITCHES = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
SUB_PATH = "arsip"


def find(names: tuple[str, ...], mac: Path, variable: str) -> str | None:
    """The program that a variable of the environment names, else the first of these names, else that of a Mac."""
    found = os.environ.get(variable) or next(filter(None, map(shutil.which, names)), None)
    return found or (str(mac) if mac.exists() else None)


def find_chromium() -> str | None:
    return find(NAMES, MAC, "ARSIP_CHROMIUM")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A browser with a profile of its own. Without one the tests are skipped, except in CI, where they fail."""
    path = find_chromium()
    if path is None:
        missing(HOW_TO_GET_ONE)
    sandbox = () if os.geteuid() else ("--no-sandbox",)  # root cannot use it
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=[*SWITCHES, *sandbox])
        yield launched
        launched.close()


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
