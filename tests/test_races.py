"""Real processes at once: one publishes, the other is told so at once, and nobody sees a mixed site."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from site_builder.disk import MANIFEST, publish, verify
from site_builder.disk.system import LOCK

ROOT = Path(__file__).parent.parent
RACES = int(os.environ.get("RACES", "8"))
BUILDER = """
import sys
from pathlib import Path
from site_builder.disk import publish
from site_builder.errors import BuildError

word, output = sys.argv[1], Path(sys.argv[2])
files = [(f"{folder}/{page}.html", f"{word} {folder} {page}".encode()) for folder in "abc" for page in range(40)]
try:
    sys.stdin.readline()
    publish(files, output)
except BuildError as error:
    sys.exit(75 if "another run" in str(error) else 1)
"""
HOLDER = """
import sys
from pathlib import Path
from site_builder.disk.system import workspace

with workspace(Path(sys.argv[1]), busy="testing"):
    print("held", flush=True)
    sys.stdin.readline()
"""


def _start(program: str, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", program, *arguments],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def _words(output: Path) -> set[str]:
    return {path.read_text().split()[0] for path in output.rglob("*.html")}


def test_of_builds_at_once_one_wins_and_the_others_are_told(tmp_path: Path) -> None:
    output = tmp_path / "public"
    for race in range(RACES):
        builders = [_start(BUILDER, f"{race}-{n}", str(output)) for n in range(3)]
        for builder in builders:
            assert builder.stdin
            builder.stdin.write("go\n")
            builder.stdin.flush()
        codes = [builder.wait(timeout=60) for builder in builders]
        for builder in builders:
            builder.communicate()
        assert 0 in codes
        assert set(codes) <= {0, 75}
        assert len(_words(output)) == 1
        assert verify(output) == (120, ())
        assert [path.name for path in tmp_path.iterdir()] == ["public"]


@pytest.mark.parametrize("death", ["terminate", "kill"])
def test_the_lock_of_a_dead_process_is_free(tmp_path: Path, death: str) -> None:
    output = tmp_path / "public"
    holder = _start(HOLDER, str(tmp_path / ".site.public"))
    assert holder.stdout
    assert holder.stdout.readline() == "held\n"
    getattr(holder, death)()
    holder.communicate(timeout=60)
    assert (tmp_path / ".site.public" / LOCK).exists()
    publish([("index.html", b"x")], output)
    assert sorted(path.name for path in tmp_path.rglob("*")) == [MANIFEST, "index.html", "public"]
