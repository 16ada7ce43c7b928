"""Hostile files in every folder: none stops the others, hangs or crashes a run, and none is skipped in silence.

Each lies alone beside a healthy archive.  Afterwards the run has named it among the problems, or its text stands on the
site; the healthy article is there in any case, unless the file concerns the whole site, which then stays as it was.
"""

from __future__ import annotations

import gzip
import os
import shutil
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.attack.conftest import Measured
from tests.attack.runs import End, Victim, first, story
from tests.attack.share import FULL, share, spread
from tests.conftest import Workspace, tree

WORD = "Mojopahit"
"""Stands in every file that may be published, and nowhere else."""
STORY = story(0).replace("siap", f"siap {WORD}")
FRONT = "---\nschema: 1\ntitle: Apel\n"
ARTICLE = f"{FRONT}---\n{WORD}.\n"
GOOD = "article/polres-brebes-apel-pasukan-ke-1.html"
SECONDS = 2 if FULL else 10
"""Of the processor, more than the healthy archive takes."""

Maker = bytes | str | Callable[[Path], object]


def _link(to: str) -> Maker:
    return lambda path: path.symlink_to(to)


def _loop(path: Path) -> None:
    path.mkdir()
    (path / "loop").symlink_to(path)


def _folder(path: Path) -> None:
    path.mkdir()
    (path / "x.md").write_text(ARTICLE)


def _secret(path: Path) -> None:
    path.write_text(STORY)
    path.chmod(0)


def _device(path: Path) -> None:
    try:
        os.mknod(path, 0o20666, os.makedev(1, 5))
    except PermissionError:
        path.symlink_to("/dev/zero")


def _deep(path: Path) -> None:
    path.joinpath(*["a"] * 60).mkdir(parents=True)
    path.joinpath(*["a"] * 60, "x.txt").write_text(STORY)


def _html(inside: str, head: str = "") -> str:
    return f"<html><head><title>Apel</title>{head}</head><body><article><p>{STORY}</p>{inside}</article></body></html>"


def _warc(body: bytes, kind: str = "text/html") -> bytes:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: %b\r\n\r\n" % kind.encode() + body
    head = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://x.id/\r\nWARC-Date: 2024-11-25T00:00:00Z\r\n"
    head += "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
    return (
        f"{head}Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n".encode() + http
    )


RSS = "<rss><channel><item><title>&{};</title></item></channel></rss>"

FILES: dict[str, Maker] = {
    # Things that are no files
    "seeds/link.txt": _link("/etc/passwd"),
    "seeds/dangling.txt": _link("/nowhere"),
    "seeds/folder": _link("/etc"),
    "seeds/pipe.txt": os.mkfifo,
    "seeds/device.txt": _device,
    "seeds/loop": _loop,
    "seeds/deep": _deep,
    "seeds/unreadable.txt": _secret,
    "content/articles/2024/link.md": _link("/etc/passwd"),
    "content/articles/2024/pipe.md": os.mkfifo,
    "content/articles/2024/folder.md": _folder,
    "content/vocabulary/pipe.yml": os.mkfifo,
    "templates/link.html": _link("/etc/passwd"),
    "templates/assets/pipe.css": os.mkfifo,
    # Names
    "seeds/.#x.txt": _link("user@host.1"),
    "seeds/x.txt~": STORY,
    "seeds/#x.txt#": STORY,
    "seeds/x (conflicted copy).txt": STORY,
    "seeds/\u202etxt.exe.txt": STORY,
    "seeds/baris\nbaru.txt": STORY,
    "seeds/con.txt": STORY,
    "seeds/" + "k" * 240 + ".txt": STORY,
    "seeds/" + unicodedata.normalize("NFD", "é") + ".txt": STORY,
    "seeds/spasi .txt": STORY,
    "seeds/-rf.txt": STORY,
    "seeds/$(id).txt": STORY,
    "content/articles/2024/CON.md": ARTICLE,
    "content/articles/2024/index.md": ARTICLE,
    "content/articles/2024/x%2f..%2fx.md": ARTICLE,
    "content/articles/2024/" + "k" * 120 + ".md": ARTICLE,
    "content/articles/2024/É.md": ARTICLE,
    "content/articles/2023/polres-brebes-apel-pasukan-ke-1.md": ARTICLE,
    # Bytes
    "seeds/empty.txt": b"",
    "seeds/nul.txt": STORY.encode().replace(b"siap", b"si\x00ap"),
    "seeds/controls.txt": STORY.encode() + bytes(range(32)),
    "seeds/utf16.txt": STORY.encode("utf-16"),
    "seeds/latin.txt": STORY.replace("siap", "siáp").encode("cp1252"),
    "seeds/broken.txt": STORY.encode() + b"\xff\xfe\x80",
    "seeds/surrogate.txt": STORY.encode() + b"\xed\xa0\x80",
    "seeds/binary.txt": os.urandom(5_000),
    "seeds/spaces.txt": " \n" * 5_000,
    "seeds/lines.txt": STORY + "x\n" * 30_000,
    "seeds/other.exe": b"MZ",
    "content/articles/2024/latin.md": ARTICLE.replace("Apel", "Apél").encode("cp1252"),
    "content/articles/2024/nul.md": ARTICLE.replace("Apel", "A\x00pel"),
    "content/articles/2024/bom.md": "\ufeff" + ARTICLE,
    "content/articles/2024/windows.md": ARTICLE.replace("\n", "\r\n"),
    # Bombs
    "seeds/deep.html": _html("<div>" * 20_000),
    "seeds/entities.html": _html("&amp;" * 200_000),
    "seeds/attributes.html": _html(f"<p {' '.join(f'a{n}=1' for n in range(60_000))}>x</p>"),
    "seeds/open.html": _html("<!--" * 30_000),
    "seeds/json-ld.html": _html("", f"<script type='application/ld+json'>{'[' * 50_000}</script>"),
    "seeds/xxe.xml": f"<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>{RSS.format('x')}",
    "seeds/laughs.xml": "<!DOCTYPE r [<!ENTITY a 'ha'>"
    + "".join(f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(9))
    + f"]>{RSS.format('j')}",
    "seeds/bomb.jsonl.gz": gzip.compress(b"{\"text\":\"" + b"a" * 90_000_000),
    "seeds/cut.jsonl.gz": gzip.compress(b'{"text": "x"}\n' * 99)[:-9],
    "seeds/deep.jsonl": '{"text":' * 30_000,
    "seeds/number.jsonl": '{"text": ' + "9" * 9_000 + "}",
    "seeds/twice.jsonl": '{"text": "a", "text": "b"}\n',
    "seeds/cut.warc": _warc(_html("").encode())[:-400],
    "seeds/binary.warc": b"WARC/1.0\r\n" + os.urandom(3_000),
    "seeds/bomb.warc.gz": gzip.compress(_warc(b"<p>" + b"a" * 90_000_000)),
    "seeds/quotes.csv": 'title,text\n"' + "x" * 200_000,
    "seeds/nested.mhtml": "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=a\n\n" + "--a\n" * 20_000,
    "content/articles/2024/brackets.md": f"{FRONT}---\n{WORD} {'[' * 90_000}",
    "content/articles/2024/long.md": f"{FRONT}---\n{WORD} {'kata ' * 100_000}",
    "content/articles/2024/quotes.md": f"{FRONT}---\n{WORD}\n\n{'> ' * 30_000}x",
    "content/articles/2024/yaml.md": f"---\nschema: 1\ntitle: {'[' * 30_000}\n---\nx",
    "content/articles/2024/alias.md": "---\na: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n---\nx",
    "content/articles/2024/merge.md": "---\na: &a {x: y}\n"
    + "".join(f"b{n}: &b{n} {{<<: [*a, *a]}}\n" for n in range(30))
    + "---\n",
    "content/articles/2024/tag.md": "---\nschema: 1\ntitle: !!python/object/apply:os.system [id]\n---\nx",
    "content/articles/2024/endless.md": "---\nschema: 1\ntitle: x\n",
    "content/articles/2024/twice.md": "---\nschema: 1\ntitle: x\ntitle: y\n---\nx",
    "content/articles/2024/big.md": f"---\nschema: 1\ntitle: {'x' * 70_000}\n---\nx",
    "content/articles/2024/polres-brebes-apel-pasukan-ke-1.reading.json": '{"schema":' * 9_000,
    "content/vocabulary/tags.yml": "[" * 30_000,
    "content/site.yml": "titel: x\n",
    "seeds/1.yml": "url: javascript:ran()\n",
    "seeds/nobody.yml": "url: https://x.id/\n",
    "templates/broken.html": b"\xff\xfe",
}  # fmt: skip
QUIETLY_FINE = {"seeds/loop"}
"""A folder whose only entry is a link to itself: the link is named, and has another path."""
WHOLE = ("content/vocabulary/", "content/site.yml", "templates/")
"""What concerns every page: a mistake there stops the publishing, and the old site stays."""


@pytest.fixture(scope="module")
def healthy(victim: Victim, tmp_path_factory: pytest.TempPathFactory) -> tuple[Workspace, float]:
    """A built archive with its own templates, and the seconds that a run without changes in templates takes."""
    site = first(tmp_path_factory.mktemp("healthy") / "site")
    shutil.copytree(Path(__file__).parent.parent.parent / "templates", site.root / "templates")
    assert victim.run(site, "--templates=templates").code == 0
    (site.content / "site.yml").write_text((site.content / "site.yml").read_text() + "\n")
    return site, victim.run(site, "--templates=templates").cpu


def test_there_are_enough() -> None:
    assert len(FILES) >= 60


def test_no_file_hangs_crashes_or_vanishes(
    healthy: tuple[Workspace, float], victim: Victim, tmp_path: Path, measured: Measured
) -> None:
    before, usual = healthy
    names = spread(list(FILES), share(1_000, fast=16))
    wrong: dict[str, list[str]] = {}
    ends: dict[str, End] = {}
    for name in names:
        site = Workspace(tmp_path / "site")
        shutil.copytree(before.root, site.root)
        _make(site.root / name, FILES[name])
        ends[name] = victim.run(site, "--templates=templates")
        if found := list(faults(name, site, ends[name], before, usual)):
            wrong[name] = found
        shutil.rmtree(site.root)
    assert not wrong, "\n".join(f"{name}: {found}" for name, found in wrong.items())
    cpu, name = max((end.cpu - usual, name) for name, end in ends.items())
    measured("hostile files", files=len(names), vanished=0, crashed=0, slowest=f"{cpu:.1f} s ({name})")


def faults(name: str, site: Workspace, end: End, before: Workspace, usual: float) -> Iterator[str]:
    """What is wrong after a run over a hostile file."""
    if end.code not in (0, 1):
        yield f"ended with {end.code}: {end.said}"
    if end.cpu - usual > SECONDS:
        yield f"took {end.cpu - usual:.1f} s"
    made = tree(site.output)
    said = Path(name).stem in end.said or Path(name).name.encode("unicode_escape").decode() in end.said
    shown = any(WORD.encode() in raw for path, raw in made.items() if path.startswith("article/"))
    if not said and not shown and name not in QUIETLY_FINE:
        yield f"vanished: {end.said}"
    if GOOD not in made:
        yield "the healthy article is gone"
    if end.code and not name.startswith(WHOLE):
        yield f"stopped the others: {end.said}"
    if end.code and made != tree(before.output):
        yield "a site was published all the same"
    if b"root:" in b"".join(made.values()):
        yield "a secret was published"


def _make(path: Path, maker: Maker) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(maker, bytes | str):
        path.write_bytes(maker if isinstance(maker, bytes) else maker.encode())
    else:
        maker(path)
