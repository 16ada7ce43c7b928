"""One request -> one answer: a file of the site, or the script that waits for the next change."""

from __future__ import annotations

from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from pathlib import Path, PurePosixPath
from urllib.parse import parse_qs, unquote, urlsplit

from site_builder import disk, routes
from site_builder.serving.changes import Changes

RELOAD = "/.reload.js"
"""No file of a site begins with a dot."""
PATIENCE = 20.0
"""Seconds that a page waits before it asks again; browsers and proxies give up later."""
HOSTS = frozenset({"127.0.0.1", "localhost", "[::1]"})
"""A page of another site that calls itself by a name of its own for this address gets nothing."""
TYPES = {
    ".atom": "application/atom+xml",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "application/xml",
}
BINARY = "application/octet-stream"

WAITING = """addEventListener("load", () => {
  const next = document.createElement("script");
  next.src = "%(path)s?after=%(count)d&" + Math.random();
  document.head.append(next);
});
"""
AGAIN = """{
  const next = document.createElement("script");
  next.src = "%(path)s?after=%(count)d&" + Math.random();
  setTimeout(() => document.head.append(next), 200);
}
"""
CHANGED = "location.reload();\n"


def visitor(folder: Path, changes: Changes) -> type[BaseHTTPRequestHandler]:
    """The handler of requests for this folder."""

    class Visitor(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        timeout = 60.0

        def do_GET(self) -> None:
            self._answer(with_body=True)

        def do_HEAD(self) -> None:
            self._answer(with_body=False)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing: the terminal is for what happens to the site."""

        def _answer(self, *, with_body: bool) -> None:
            host = self.headers.get("Host", "").rsplit(":", 1)[0]
            address = urlsplit(self.path)
            if host not in HOSTS:
                self._send(HTTPStatus.FORBIDDEN, TYPES[".txt"], b"only for this computer\n", with_body=with_body)
            elif address.path == RELOAD:
                script = _script(address.query, changes).encode()
                self._send(HTTPStatus.OK, TYPES[".js"], script, with_body=with_body)
            else:
                status, kind, raw = _file(folder, address.path, changes.count)
                self._send(status, kind, raw, with_body=with_body)

        def _send(self, status: HTTPStatus, kind: str, raw: bytes, *, with_body: bool) -> None:
            try:
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(raw)))
                self.send_header("Cache-Control", "no-store")
                self.send_header("X-Content-Type-Options", "nosniff")
                self.end_headers()
                if with_body:
                    self.wfile.write(raw)
            except ConnectionError:
                self.close_connection = True

    return Visitor


def _script(query: str, changes: Changes) -> str:
    """What a page runs: after its first load, ask; while nothing changes, ask again; then load itself again."""
    after = parse_qs(query).get("after", [""])[0]
    seen = parse_qs(query).get("seen", [""])[0]
    if seen.isdecimal():
        return WAITING % {"path": RELOAD, "count": int(seen)}
    if after.isdecimal() and not changes.wait(int(after), seconds=PATIENCE):
        return AGAIN % {"path": RELOAD, "count": int(after)}
    return CHANGED


def _file(folder: Path, path: str, count: int) -> tuple[HTTPStatus, str, bytes]:
    """Status, media type and content of what an address means; the site's own page for a missing one."""
    name = _name(path)
    raw = disk.read_file(folder / name) if name else None
    if isinstance(raw, bytes):
        return HTTPStatus.OK, TYPES.get(PurePosixPath(name).suffix, BINARY), _watching(name, raw, count)
    missing = disk.read_file(folder / routes.NOT_FOUND)
    shown = _watching(routes.NOT_FOUND, missing, count) if isinstance(missing, bytes) else b"not found\n"
    return HTTPStatus.NOT_FOUND, TYPES[".html" if isinstance(missing, bytes) else ".txt"], shown


def _name(path: str) -> str:
    """A path of a file below the site's folder; empty if the address cannot be one."""
    parts = unquote(path).removeprefix("/").split("/")
    if parts[-1] == "":
        parts[-1] = "index.html"
    odd = any(part.startswith(".") or not part or "\\" in part or not part.isprintable() for part in parts)
    return "" if odd or ":" in parts[0] else "/".join(parts)


def _watching(name: str, raw: bytes, count: int) -> bytes:
    """A page with the script that waits; other files as they are."""
    return raw + f'<script src="{RELOAD}?seen={count}"></script>\n'.encode() if name.endswith(".html") else raw
