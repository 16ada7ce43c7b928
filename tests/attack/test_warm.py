"""A build that remembers equals one that does not, byte for byte, after any edits and with any damage to its memory.

One archive walks through random sequences of edits; after each it is built in place, with the cache and the site that
the walk has left, and beside it from the same seeds and content with neither.
"""

from __future__ import annotations

import os
import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.attack.conftest import Measured
from tests.attack.runs import SITE_YML, Victim, first, story
from tests.attack.share import FULL, share
from tests.attack.victim import CRASHED
from tests.conftest import ROOT, Workspace, tree

KINDS = (
    "article",
    "articles",
    "tag",
    "place",
    "person",
    "event",
    "quotes",
    "explore",
    "about",
    "outlet",
    "institution",
)
FORMATS = ("feed", "sitemap", "csv_tables", "search", "sqlite", "bibtex", "json_feed", "robots", "jsonl")

Step = Callable[[Workspace, random.Random], None]


def _some(site: Workspace, rng: random.Random) -> Path | None:
    paths = sorted(site.articles.rglob("*.md"))
    return rng.choice(paths) if paths else None


def _field(name: str, *values: str) -> Step:
    def edit(site: Workspace, rng: random.Random) -> None:
        if path := _some(site, rng):
            line = f"{name}: {rng.choice(values)}"
            path.write_text(re.sub(rf"(?m)^{name}: .*$", line, path.read_text("utf-8"), count=1), "utf-8")

    return edit


def edit_a_body(site: Workspace, rng: random.Random) -> None:
    if path := _some(site, rng):
        path.write_text(path.read_text("utf-8") + f"\nKalimat *baru* {rng.randrange(9)}.\n", "utf-8")


def break_an_article(site: Workspace, rng: random.Random) -> None:
    if path := _some(site, rng):
        path.write_text(path.read_text("utf-8").replace("title:", rng.choice(["titel:", "title: ["]), 1), "utf-8")


def drop_an_article(site: Workspace, rng: random.Random) -> None:
    if path := _some(site, rng):
        path.unlink()
        if rng.random() < 0.7:
            path.with_name(f"{path.stem}.reading.json").unlink(missing_ok=True)


def rename_an_article(site: Workspace, rng: random.Random) -> None:
    if path := _some(site, rng):
        name = f"berita-{rng.randrange(99)}"
        reading = path.with_name(f"{path.stem}.reading.json")
        if reading.exists():
            reading.rename(path.with_name(f"{name}.reading.json"))
        path.rename(path.with_name(f"{name}.md"))


def damage_a_reading(site: Workspace, rng: random.Random) -> None:
    if paths := sorted(site.articles.rglob("*.reading.json")):
        path = rng.choice(paths)
        path.write_bytes(_damaged(path.read_bytes(), rng))


def change_the_seeds(site: Workspace, rng: random.Random) -> None:
    path = site.seeds / f"{rng.randrange(6)}.txt"
    if path.exists() and rng.random() < 0.5:
        path.unlink()
    else:
        path.write_text(story(rng.randrange(9), rng.choice(["apel pasukan", "patroli", "rakor"])), "utf-8")


def change_the_site(site: Workspace, rng: random.Random) -> None:
    kinds = ", ".join(("home", *rng.sample(KINDS, 4)))
    formats = ", ".join(rng.sample(FORMATS, 3))
    text = re.sub(r"(?m)^pages: .*$", f"pages: [{kinds}]", SITE_YML)
    (site.content / "site.yml").write_text(re.sub(r"(?m)^exports: .*$", f"exports: [{formats}]", text), "utf-8")


def change_a_template(site: Workspace, rng: random.Random) -> None:
    path = site.root / "templates" / rng.choice(["article.html", "home.html", "assets/style.css"])
    end = "\n/* x */" if path.suffix == ".css" else "\n{# x #} "
    path.write_text(path.read_text("utf-8") + end * rng.randrange(1, 3), "utf-8")


def turn_back_the_clock(site: Workspace, rng: random.Random) -> None:
    for path in site.content.rglob("*"):
        os.utime(path, (rng.randrange(10**9), rng.randrange(10**9)))


def go_back(site: Workspace, rng: random.Random) -> None:
    """To the content, the cache or the site of some time ago, as from a backup."""
    name = rng.choice(["content", "cache", "public"])
    backup = site.root.parent / f"backup-{name}"
    if backup.exists() and rng.random() < 0.5:
        shutil.rmtree(site.root / name, ignore_errors=True)
        shutil.copytree(backup, site.root / name)
    elif (site.root / name).exists():
        shutil.rmtree(backup, ignore_errors=True)
        shutil.copytree(site.root / name, backup)


def lose_the_site(site: Workspace, rng: random.Random) -> None:
    shutil.rmtree(site.output if rng.random() < 0.5 else site.cache, ignore_errors=True)


def damage_the_site(site: Workspace, rng: random.Random) -> None:
    if paths := [path for path in sorted(site.output.rglob("*")) if path.is_file()]:
        path = rng.choice(paths)
        raw = path.read_bytes()
        path.unlink()  # another name of this file may be an older site
        path.write_bytes(_damaged(raw, rng) if path.name != ".manifest.sha256" else raw + b"x\n")


def damage_the_cache(site: Workspace, rng: random.Random) -> None:
    for path in sorted(site.cache.rglob("*")):
        if path.is_file() and rng.random() < 0.6:
            path.write_bytes(_damaged(path.read_bytes(), rng))


def swap_the_caches(site: Workspace, rng: random.Random) -> None:
    paths = [path for path in sorted(site.cache.rglob("*")) if path.is_file()]
    if len(paths) > 1:
        one, other = rng.sample(paths, 2)
        raw = one.read_bytes()
        one.write_bytes(other.read_bytes())
        other.write_bytes(raw)


def _damaged(raw: bytes, rng: random.Random) -> bytes:
    at = rng.randrange(len(raw) + 1)
    flipped = raw[:at] + bytes([raw[at] ^ 1 << rng.randrange(8)]) + raw[at + 1 :] if at < len(raw) else b""
    return rng.choice([flipped, raw[:at], raw + rng.randbytes(9), rng.randbytes(99), b""])


STEPS: tuple[Step, ...] = (
    _field("title", "Judul lain", "Judul <b>ketiga</b>", '"=1+1"'),
    _field("tags", "[]", "[rakor]", "[netralitas, patroli]"),
    _field("published", "null", '"2024-11-26"', '"2023"'),
    _field("outlet", "null", "Warta Uji", "Kabar Lain"),
    _field("show", "null", "excerpt", "withdrawn"),
    *(edit_a_body, break_an_article, drop_an_article, rename_an_article, damage_a_reading),
    *(change_the_seeds, change_the_site, change_a_template, turn_back_the_clock, go_back, go_back, lose_the_site),
    *(damage_the_site, damage_the_cache, damage_the_cache, damage_the_cache, swap_the_caches),
)


@pytest.mark.parametrize("walk", range(20 if FULL else 1))
def test_warm_equals_cold(walk: int, victim: Victim, tmp_path: Path, measured: Measured) -> None:
    rng = random.Random(walk)  # noqa: S311
    site, cold = first(tmp_path / "site"), Workspace(tmp_path / "cold")
    shutil.copytree(ROOT / "templates", site.root / "templates")
    sequences = share(50, fast=10)
    builds = 0
    for _ in range(sequences):
        for _ in range(rng.randrange(1, 5)):
            rng.choice(STEPS)(site, rng)
        shutil.rmtree(cold.root, ignore_errors=True)
        for name in ("seeds", "content", "templates"):
            shutil.copytree(site.root / name, cold.root / name)
        ends = [victim.run(one, "--templates=templates") for one in (site, cold)]
        assert ends[0].code == ends[1].code != CRASHED, ends[0].said + ends[1].said
        assert tree(site.content) == tree(cold.content)
        if ends[0].code == 0:
            builds += 1
            assert tree(site.output) == tree(cold.output)
        elif rng.random() < 0.5:
            shutil.rmtree(site.articles)
    assert builds > sequences // 2
    measured(f"warm against cold, walk {walk:02}", sequences=sequences, builds=builds, differences=0)
