"""Firefox by WebDriver BiDi, the W3C's protocol, spoken over a loopback WebSocket: no driver program is needed."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from time import sleep
from typing import Any

from websockets.sync.client import ClientConnection, connect

LISTENING = re.compile(r"listening on (ws://\S+)")
PATIENCE = 30
"""Seconds to wait for an answer, or for what a page should come to say."""
PREFERENCES: Mapping[str, bool | int | str] = {
    # Each file is an origin of its own, as for readers who open the archive by a double click: without these,
    # pages on a disk may read each other, and a test would pass that fails for them.
    "privacy.file_unique_origin": True,
    "security.fileuri.strict_origin_policy": True,
    "browser.shell.checkDefaultBrowser": False,
    "app.update.enabled": False,
    "app.normandy.enabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "toolkit.telemetry.reportingpolicy.firstRun": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,",
    "extensions.getAddons.cache.enabled": False,
}
SETTLED = "new Promise(done => { const see = () => (%s) ? done(true) : setTimeout(see, 20); see() })"
IN_VIEW = """(element => {
    element.scrollIntoView({ block: 'center', behavior: 'instant' })
    return element
})(document.querySelector(%s))"""


@dataclass(slots=True)
class Firefox:
    """One tab."""

    socket: ClientConnection
    context: str = ""
    logged: list[str] = field(default_factory=list)
    """Errors and warnings of the pages."""
    asked: list[str] = field(default_factory=list)
    """Addresses that the pages asked for."""
    numbers: Iterator[int] = field(default_factory=count)

    def command(self, method: str, **parameters: object) -> Any:
        """Send a command and wait for its result; raises RuntimeError if it fails."""
        number = next(self.numbers)
        self.socket.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while True:
            answer = json.loads(self.socket.recv(timeout=PATIENCE))
            if answer.get("id") == number:
                break
            self._note(answer)
        if answer["type"] == "error":
            raise RuntimeError(f"{method}: {answer['error']}: {answer['message']}")
        return answer["result"]

    def _note(self, event: Mapping[str, Any]) -> None:
        said = event.get("params", {})
        if event.get("method") == "log.entryAdded" and said["level"] in {"error", "warn"}:
            self.logged.append(said["text"])
        elif event.get("method") == "network.beforeRequestSent":
            self.asked.append(said["request"]["url"])

    def goto(self, address: str) -> None:
        self.command("browsingContext.navigate", context=self.context, url=address, wait="complete")

    def back(self) -> None:
        self.command("browsingContext.traverseHistory", context=self.context, delta=-1)

    def run(self, expression: str) -> Any:
        """What an expression of the page's own language gives; a promise is waited for."""
        done = self._evaluate(f"Promise.resolve({expression}).then(x => JSON.stringify(x ?? null))")
        return json.loads(done["value"])

    def _evaluate(self, expression: str) -> Any:
        done = self.command(
            "script.evaluate", expression=expression, target={"context": self.context}, awaitPromise=True
        )
        if done["type"] != "success":
            raise RuntimeError(done["exceptionDetails"]["text"])
        return done["result"]

    def wait(self, condition: str) -> None:
        """Wait until an expression holds."""
        self._evaluate(SETTLED % condition)

    def click(self, selector: str) -> None:
        """Click the middle of an element with the mouse."""
        found = self._evaluate(IN_VIEW % json.dumps(selector))
        origin = {"type": "element", "element": {"sharedId": found["sharedId"]}}
        move = {"type": "pointerMove", "x": 0, "y": 0, "origin": origin}
        press = [{"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]
        self._act("pointer", [move, *press])

    def type(self, text: str) -> None:
        """Press the keys of a text, one after the other; ``\\ue007`` is Enter."""
        self._act("key", [{"type": kind, "value": letter} for letter in text for kind in ("keyDown", "keyUp")])

    def _act(self, device: str, actions: list[dict[str, object]]) -> None:
        source = {"type": device, "id": device, "actions": actions}
        self.command("input.performActions", context=self.context, actions=[source])


@contextmanager
def firefox(program: str, profile: Path) -> Iterator[Firefox]:
    """A Firefox without a window and with an empty profile, ended with the block."""
    lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in PREFERENCES.items())
    (profile / "user.js").write_text("".join(lines), "utf-8")
    options = ["--headless", "--no-remote", "--remote-debugging-port=0", "--profile", str(profile), "about:blank"]
    environment = {**os.environ, "MOZ_CRASHREPORTER_DISABLE": "1"}
    said = profile / "said.txt"
    with (
        said.open("wb") as stream,
        subprocess.Popen([program, *options], stdout=stream, stderr=stream, env=environment) as process,
    ):
        try:
            with connect(f"{_address(process, said)}/session", max_size=None, proxy=None) as socket:
                yield _started(Firefox(socket))
        finally:
            process.terminate()


def _address(process: subprocess.Popen[bytes], said: Path) -> str:
    while process.poll() is None:
        if found := LISTENING.search(said.read_text("utf-8", "replace")):
            return found[1]
        sleep(0.05)
    raise RuntimeError(f"Firefox ended before it listened: {said.read_text('utf-8', 'replace')}")


def _started(browser: Firefox) -> Firefox:
    browser.command("session.new", capabilities={})
    browser.command("session.subscribe", events=["log.entryAdded", "network.beforeRequestSent"])
    browser.context = browser.command("browsingContext.getTree")["contexts"][0]["context"]
    return browser
