"""Fetching a page: from servers of our own on the loopback, honest and hostile ones."""

from __future__ import annotations

import gzip
import shutil
import socket
import ssl
import subprocess
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from site_builder.fetching import Answer, FetchError, Limits
from site_builder.fetching.public import is_public
from site_builder.fetching.web import fetch
from tests.loopback import Server

PAGE = b"<!DOCTYPE html><title>Rakor Pilkada</title><p>Kapolres memimpin rakor."
QUICK = Limits(connect=2, silence=1, total=2, size=100_000)


def head(*lines: str, status: str = "200 OK") -> bytes:
    return "\r\n".join((f"HTTP/1.1 {status}", *lines, "", "")).encode()


def whole(body: bytes = PAGE, *lines: str) -> bytes:
    return head("Content-Type: text/html; charset=utf-8", f"Content-Length: {len(body)}", *lines) + body


def moved(target: str) -> bytes:
    return head(f"Location: {target}", "Content-Length: 0", status="302 Found")


def get(address: str, *, limits: Limits = QUICK) -> Answer:
    return fetch(address, clock=time.monotonic, limits=limits, allow_private=True)


def refusal(address: str, *, limits: Limits = QUICK) -> str:
    with pytest.raises(FetchError) as error:
        get(address, limits=limits)
    assert error.value.hint
    return error.value.what


def test_a_page_is_kept_byte_for_byte(serve: Callable[..., Server]) -> None:
    server = serve(whole())
    assert get(f"{server.address}/2024/a?b=1#c") == Answer(f"{server.address}/2024/a?b=1#c", "text/html", PAGE)


def test_a_request_names_the_project_and_the_host_and_carries_nothing_else(serve: Callable[..., Server]) -> None:
    server = serve(whole(PAGE, "Set-Cookie: a=b"))
    get(f"{server.address}/rapat koordinasi/é?q=damai aman")
    first, *lines = server.requests[0].decode().split("\r\n")
    names = {line.partition(":")[0] for line in lines if line}
    assert first == "GET /rapat%20koordinasi/%C3%A9?q=damai%20aman HTTP/1.1"
    assert f"Host: {server.address.removeprefix('http://')}" in lines
    assert any(line.startswith("User-Agent: ArsipPilkada/") for line in lines)
    assert names == {"Host", "User-Agent", "Accept", "Accept-Language", "Accept-Encoding", "Connection"}


def test_no_proxy_of_the_environment_is_asked(serve: Callable[..., Server], monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    assert get(serve(whole()).address).body == PAGE


# What is public -----------------------------------------------------------------------------------------------------

PRIVATE = (
    "127.0.0.1", "127.1.2.3", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.1.2.3",
    "224.0.0.1", "240.0.0.1", "255.255.255.255", "198.18.0.1", "192.0.2.1", "::1", "::", "fe80::1%eth0", "fc00::1",
    "fec0::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::127.0.0.1",
    "64:ff9b::10.0.0.1", "64:ff9b:1::8.8.8.8", "2002:7f00:1::1", "2002:a00:1::", "2001:db8::1", "2001::1", "100::1",
)  # fmt: skip
PUBLIC = ("8.8.8.8", "103.10.66.1", "2404:6800:4003::200e", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1")


@pytest.mark.parametrize("address", PRIVATE)
def test_an_address_of_a_private_network_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_an_address_of_the_web_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "0", "localhost", "LOCALHOST", "[::1]",
        "[::ffff:127.0.0.1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "１２７.0.0.1", "127。0。0。1",
    ],
)  # fmt: skip
def test_no_spelling_of_a_private_address_is_connected_to(host: str, serve: Callable[..., Server]) -> None:
    server = serve(whole())
    with pytest.raises(FetchError, match=r"not public|no host"):
        fetch(f"http://{host}:{server.port}/", clock=time.monotonic, limits=QUICK)
    assert server.requests == []


def test_all_addresses_of_a_host_must_be_public(serve: Callable[..., Server]) -> None:
    server = serve(whole())
    asked = []

    def resolve(host: str, port: int, _: float) -> tuple[str, ...]:
        asked.append((host, port))
        return ("8.8.8.8", "127.0.0.1")

    with pytest.raises(FetchError, match=r"leads to 127\.0\.0\.1"):
        fetch(f"http://kabar.example:{server.port}/", clock=time.monotonic, limits=QUICK, resolve=resolve)
    assert server.requests == []
    assert asked == [("kabar.example", server.port)]


def test_the_connection_goes_to_the_address_that_was_checked(serve: Callable[..., Server]) -> None:
    """A name that answers with another address the second time is asked only once."""
    server = serve(whole())
    answers = iter([("127.0.0.1",), ("8.8.8.8",)])
    answer = fetch(
        f"http://kabar.example:{server.port}/a",
        clock=time.monotonic,
        limits=QUICK,
        allow_private=True,
        resolve=lambda *_: next(answers),
    )
    assert answer.body == PAGE
    assert b"Host: kabar.example:" in server.requests[0]


@pytest.mark.parametrize(
    "address",
    [
        "ftp://kabar.example/a", "file:///etc/hostname", "javascript://x/%0aalert(1)", "http://", "https:///a",
        "http://[::1", "http://a:b@kabar.example/", "http://kabar.example:99999/", "http://kabar.example/a\r\nX: 1",
        "http://a..b/", "http://" + "a" * 300 + ".example/", "http://kabar.example /", "http://\x00/",
    ],
)  # fmt: skip
def test_what_is_no_address_of_the_web_is_refused(address: str) -> None:
    with pytest.raises(FetchError):
        fetch(address, clock=time.monotonic, limits=QUICK, resolve=lambda *_: pytest.fail("was resolved"))


# Redirects ----------------------------------------------------------------------------------------------------------


def test_a_redirect_is_followed_and_the_last_address_is_told(serve: Callable[..., Server]) -> None:
    server = serve(moved("/b"), moved("c?d=1"), whole())
    assert get(f"{server.address}/a").address == f"{server.address}/c?d=1"


def test_a_redirect_loop_ends(serve: Callable[..., Server]) -> None:
    server = serve(*[moved("/a")] * 9)
    assert refusal(f"{server.address}/a") == "redirects more than 5 times"
    assert len(server.requests) == 6


def test_a_trusted_host_cannot_pass_the_trust_on(serve: Callable[..., Server]) -> None:
    inner = serve(whole())
    outer = serve(moved(f"http://localhost:{inner.port}/"))
    assert "not public" in refusal(outer.address)
    assert inner.requests == []


@pytest.mark.parametrize("target", ["http://2130706433:{}/", "//127.1:{}/", "http://[::ffff:7f00:1]:{}/"])
def test_a_public_page_that_redirects_into_a_private_network_is_refused(
    target: str, serve: Callable[..., Server], monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = serve(whole())
    outer = serve(moved(target.format(inner.port)))
    connect = socket.create_connection
    # The public address is our own server: only the way there is made up, every check is real.
    monkeypatch.setattr(
        socket,
        "create_connection",
        lambda place, **more: connect(("127.0.0.1", place[1]) if place[0] == "8.8.8.8" else place, **more),
    )
    with pytest.raises(FetchError, match="not public"):
        fetch(f"http://8.8.8.8:{outer.port}/", clock=time.monotonic, limits=QUICK)
    assert (len(outer.requests), inner.requests) == (1, [])


@pytest.mark.parametrize("target", ["ftp://kabar.example/", "file:///etc/hostname", "data:text/html,x"])
def test_a_redirect_leads_to_the_web_alone(target: str, serve: Callable[..., Server]) -> None:
    assert "address" in refusal(serve(moved(target)).address)


# Servers that do not end, or end too soon ---------------------------------------------------------------------------


def drip(piece: bytes, *first: bytes) -> Iterator[bytes]:
    yield from first
    for _ in range(200):
        time.sleep(0.05)
        yield piece


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(lambda: drip(b"a", whole()[:-60]), id="body"),
        pytest.param(lambda: drip(b"X-A: b\r\n", b"HTTP/1.1 200 OK\r\n"), id="headers"),
        pytest.param(lambda: drip(b"H"), id="status"),
        pytest.param(lambda: drip(b"HTTP/1.1 100 Continue\r\n\r\n"), id="continue"),
        pytest.param(lambda: drip(b"1\r\na\r\n", head("Transfer-Encoding: chunked")), id="chunks"),
        pytest.param(lambda: drip(b""), id="silence"),
    ],
)
def test_a_slow_drip_is_stopped_by_the_deadline(
    answer: Callable[[], Iterator[bytes]], serve: Callable[..., Server]
) -> None:
    server = serve(answer)
    begin = time.monotonic()
    what = refusal(server.address, limits=Limits(silence=0.5, total=0.8))
    assert time.monotonic() - begin < 4
    assert "too long" in what or "no proper answer" in what


@pytest.mark.parametrize(
    ("answer", "what"),
    [
        (head("Content-Length: 200000") + b"a" * 200_000, "larger than 100,000"),
        (head() + b"a" * 200_000, "larger than 100,000"),
        (head("Content-Encoding: gzip") + gzip.compress(b"a" * 20_000_000, mtime=0), "unpacks to more than 100,000"),
        (head("Content-Encoding: br") + b"abc", "packed as 'br'"),
        (head("Content-Encoding: gzip") + b"not packed", "damaged"),
        (head("Content-Encoding: gzip") + gzip.compress(PAGE, mtime=0)[:-9], "inside its packing"),
        (whole()[:-5], "breaks off: 5 bytes"),
        (head("Transfer-Encoding: chunked") + b"50\r\nabc", "no proper answer"),
        (head("Transfer-Encoding: chunked") + b"zz\r\nabc", "no proper answer"),
        (head("Content-Length: 5", status="404 Not Found") + b"aaaaa", "answers 404"),
        (head(status="304 Not Modified"), "answers 304"),
        (b"HTTP/1.1 200 OK\r\n" + b"X: " + b"a" * 200_000, "no proper answer"),
        (b"HTTP/1.1 200 OK\r\n" + b"X: a\r\n" * 500, "no proper answer"),
        (b"SSH-2.0-OpenSSH\r\n", "no proper answer"),
        (b"", "no proper answer"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_bad_answer_is_refused_with_its_reason(answer: bytes, what: str, serve: Callable[..., Server]) -> None:
    assert what in refusal(serve(answer).address)


@pytest.mark.parametrize(
    ("packing", "body"),
    [
        ("gzip", gzip.compress(PAGE, mtime=0)),  # workers of one run must agree on its name
        ("deflate", zlib.compress(PAGE)),
        ("deflate", zlib.compress(PAGE, wbits=-15)),
    ],
)
def test_a_page_that_is_packed_unasked_is_unpacked(packing: str, body: bytes, serve: Callable[..., Server]) -> None:
    assert get(serve(whole(body, f"Content-Encoding: {packing}")).address).body == PAGE


def test_a_port_where_nobody_listens_is_a_refusal() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    assert "no proper answer" in refusal(f"http://127.0.0.1:{port}/")


def test_a_name_that_does_not_resolve_is_a_refusal() -> None:
    with pytest.raises(FetchError, match=r"no host|not resolved"):
        fetch("http://no-such-host.invalid/", clock=time.monotonic, limits=QUICK)


# Encryption ---------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A key and a certificate for kabar.example, made now and signed by nobody."""
    openssl = shutil.which("openssl")
    assert openssl, "install openssl: the tests of encrypted connections make their certificates with it"
    path = tmp_path_factory.mktemp("tls")
    subprocess.run(
        [
            openssl,
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-days",
            "2",
            "-subj",
            "/CN=kabar.example",
            "-addext",
            "subjectAltName=DNS:kabar.example",
            "-keyout",
            path / "key.pem",
            "-out",
            path / "cert.pem",
        ],
        check=True,
        capture_output=True,
    )
    return path


def encrypted(certificate: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate / "cert.pem", certificate / "key.pem")
    return context


def over_tls(server: Server, host: str, context: ssl.SSLContext | None) -> Answer:
    return fetch(
        f"https://{host}:{server.port}/a",
        clock=time.monotonic,
        limits=QUICK,
        allow_private=True,
        context=context,
        resolve=lambda *_: ("127.0.0.1",),
    )


def test_a_server_proves_the_name_in_the_address(serve: Callable[..., Server], certificate: Path) -> None:
    names: list[str | None] = []
    context = encrypted(certificate)
    context.sni_callback = lambda _socket, name, _context: names.append(name)
    server = serve(whole(), context=context)
    answer = over_tls(server, "kabar.example", ssl.create_default_context(cafile=str(certificate / "cert.pem")))
    assert answer.body == PAGE
    assert names == ["kabar.example"]
    assert f"Host: kabar.example:{server.port}".encode() in server.requests[0]


def test_a_page_that_was_asked_for_in_secret_is_not_taken_in_the_open(
    serve: Callable[..., Server], certificate: Path
) -> None:
    outer = serve(moved("http://kabar.example/b"), context=encrypted(certificate))
    with pytest.raises(FetchError, match="from https to http"):
        over_tls(outer, "kabar.example", ssl.create_default_context(cafile=str(certificate / "cert.pem")))
    assert len(outer.requests) == 1


@pytest.mark.parametrize("host", ["kabar.example", "lain.example"])
def test_a_server_that_cannot_prove_its_name_is_refused(
    host: str, serve: Callable[..., Server], certificate: Path
) -> None:
    server = serve(whole(), context=encrypted(certificate))
    trusting = ssl.create_default_context(cafile=str(certificate / "cert.pem")) if host == "lain.example" else None
    with pytest.raises(FetchError, match=f"cannot prove that it is {host}"):
        over_tls(server, host, trusting)
    assert server.requests == []


def test_a_server_that_does_not_encrypt_is_refused(serve: Callable[..., Server]) -> None:
    with pytest.raises(FetchError, match="no proper answer"):
        over_tls(serve(lambda: iter([whole()])), "kabar.example", None)


def test_a_handshake_that_hangs_is_ended(serve: Callable[..., Server]) -> None:
    server = serve(lambda: drip(b""))
    begin = time.monotonic()
    with suppress(FetchError):
        fetch(
            f"https://127.0.0.1:{server.port}/",
            clock=time.monotonic,
            limits=Limits(connect=0.5, total=1),
            allow_private=True,
        )
        pytest.fail("there was an answer")
    assert time.monotonic() - begin < 4


def test_no_thread_of_a_fetch_keeps_the_program_alive(serve: Callable[..., Server]) -> None:
    get(serve(whole()).address)
    assert all(thread.daemon for thread in threading.enumerate() if thread is not threading.main_thread())
