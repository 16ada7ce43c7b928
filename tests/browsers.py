"""The browsers of this machine."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

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


def find(names: tuple[str, ...], mac: Path, variable: str) -> str | None:
    """The program that a variable of the environment names, else the first of these names, else that of a Mac."""
    found = os.environ.get(variable) or next(filter(None, map(shutil.which, names)), None)
    return found or (str(mac) if mac.exists() else None)


def find_chromium() -> str | None:
    return find(NAMES, MAC, "ARSIP_CHROMIUM")
