"""What holds for every archive, shown on the project's own: nothing is lost or guessed, nothing depends on chance.

The laws read files, not the program's own values, so that a mistake in its reading and writing cannot hide itself.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import unicodedata
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from tests.conftest import ADDRESS, ROOT, Workspace, front_matter, tree, workspace

FIRST = {"PYTHONHASHSEED": "1", "TZ": "Asia/Jayapura", "LANG": "C", "LC_ALL": "C"}
SECOND = {"PYTHONHASHSEED": "2", "TZ": "America/Lima", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}


def readings(site: Workspace) -> list[tuple[Path, dict[str, Any]]]:
    found = sorted(site.articles.rglob("*.reading.json"))
    assert found
    return [(path, json.loads(path.read_text("utf-8"))) for path in found]


def seed_text(site: Workspace, reading: dict[str, Any]) -> str:
    """The decoded text of a plain seed, by the rule in the documentation and not by the program."""
    raw = (site.seeds / reading["seed"]["path"]).read_bytes()
    assert hashlib.sha256(raw).hexdigest() == reading["seed"]["sha256"]
    lines = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", lines)


def evidence(value: Any) -> Iterator[tuple[str, list[int]]]:
    """Every quote with its span, wherever in a reading it stands."""
    if isinstance(value, dict):
        if value.get("span") is not None and "quote" in value:
            yield value["quote"], value["span"]
        for inner in value.values():
            yield from evidence(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from evidence(inner)


# Of readings --------------------------------------------------------------------------------------------------------


def test_every_quote_stands_at_its_span(built: Workspace) -> None:
    for path, reading in readings(built):
        text = seed_text(built, reading)
        assert hashlib.sha256(text.encode()).hexdigest() == reading["seed"]["text_sha256"]
        found = list(evidence(reading["fields"]))
        assert found, f"{path.name}: no evidence at all"
        assert [quote for quote, (start, stop) in found if text[start:stop] != quote] == [], path.name


def test_every_line_of_a_seed_has_exactly_one_label(built: Workspace) -> None:
    for path, reading in readings(built):
        text = seed_text(built, reading)
        spans = [line["span"] for line in reading["lines"]]
        assert spans == sorted(spans), path.name
        covered = [number for start, stop in spans for number in range(start, stop)]
        assert len(covered) == len(set(covered)), f"{path.name}: lines overlap"
        assert not set(covered) ^ covered_by_text(text, set(covered)), f"{path.name}: a line is lost"


def covered_by_text(text: str, covered: set[int]) -> set[int]:
    """Every character that is not white space, and the white space inside a labelled line."""
    return {number for number, char in enumerate(text) if not char.isspace() or number in covered}


def test_no_machine_field_says_more_than_its_reading(built: Workspace) -> None:
    """A value without a reading would be a guess."""
    scalars = ("title", "deck", "outlet", "url", "published", "incomplete", "republished_from")
    for path, reading in readings(built):
        stated = front_matter(path.with_name(path.name.replace(".reading.json", ".md")))
        fields = {**{name: stated[name] for name in scalars}, **{f"event.{k}": v for k, v in stated["event"].items()}}
        read = {name: reading["fields"].get(name, {}).get("value") for name in fields}
        assert fields == read, path.name


# Of content ---------------------------------------------------------------------------------------------------------


def test_the_committed_content_is_what_the_seeds_give(built: Workspace) -> None:
    assert tree(built.content) == tree(ROOT / "content")


def test_seeds_are_never_changed(built: Workspace) -> None:
    assert tree(built.seeds) == tree(ROOT / "seeds")


def test_ingesting_twice_changes_nothing(own: Workspace) -> None:
    shutil.rmtree(own.articles, ignore_errors=True)
    own.build("ingest")
    once = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in own.content.rglob("*") if path.is_file()}
    own.build("ingest")
    assert once == {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in once}
    assert set(once) == {path for path in own.content.rglob("*") if path.is_file()}


def test_a_dry_run_writes_nothing(own: Workspace) -> None:
    shutil.rmtree(own.articles, ignore_errors=True)
    before = tree(own.root)
    own.build("ingest", "--dry-run")
    assert tree(own.root) == before


def test_what_a_person_wrote_survives_ingest(own: Workspace) -> None:
    own.build("ingest")
    path = next(own.articles.rglob("*.md"))
    title = "Judul yang ditulis seorang pustakawan"
    text = re.sub(
        r"^title: .*(?:\n .*)*$", f"title: {title}  # kata pustakawan", path.read_text("utf-8"), flags=re.MULTILINE
    )
    text += "\nSatu paragraf tambahan.\n"
    path.write_text(text, "utf-8")
    for _ in range(3):
        own.build("ingest")
        assert path.read_text("utf-8") == text
    own.build("render")
    page = (own.output / "article" / f"{path.stem}.html").read_text("utf-8")
    assert title in page
    assert "Satu paragraf tambahan." in page


def test_an_article_outlives_its_seed(own: Workspace) -> None:
    own.build("ingest")
    before = tree(own.articles)
    next(own.seeds.glob("*.txt")).unlink()
    printed = own.build("ingest")
    assert tree(own.articles) == before
    assert "seed" in printed


def test_the_page_says_what_the_seed_says_word_for_word(built: Workspace) -> None:
    """The body, escaped into Markdown and rendered, is the text of the lines that are body: nothing more or less."""
    for path, reading in readings(built):
        if reading["body"]["owner"] == "machine":
            slug = path.name.removesuffix(".reading.json")
            prose = Prose((built.output / "article" / f"{slug}.html").read_text("utf-8"))
            assert prose.text.split() == body_of(seed_text(built, reading), reading["lines"]).split(), path.name


class Prose(HTMLParser):
    """The text of a page's article, without the speakers that the page names behind quotes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text = ""
        self.depth = 0
        self.speaker = ""
        """The tag around a speaker's name, while inside it."""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "div" and (self.depth or ("class", "prose") in attrs):
            self.depth += 1
        elif self.depth and (dict(attrs).get("class") or "").startswith("by"):
            self.speaker = tag
            self.text = self.text.removesuffix(" ")
        elif self.depth and tag != "br":
            self.text += "\n" if tag in {"p", "h2", "h3", "h4", "li"} else ""

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag == "div" and self.depth > 0
        if tag == self.speaker:
            self.speaker = ""

    def handle_data(self, data: str) -> None:
        self.text += data if self.depth and not self.speaker else ""


def body_of(text: str, lines: list[dict[str, Any]]) -> str:
    """The body lines, without the spans in them that are not body; a dateline is."""
    kept = ""
    for line in lines:
        if line["label"] in {"body", "section-head"}:
            start, stop = line["span"]
            for inline in line.get("inline", []):
                if inline["label"] != "dateline":
                    kept += text[start : inline["span"][0]]
                    start = inline["span"][1]
            kept += text[start:stop] + "\n"
    return kept


# Of the site --------------------------------------------------------------------------------------------------------


def test_hash_seed_time_zone_and_language_leave_no_trace(tmp_path: Path) -> None:
    sites = [workspace(tmp_path / str(number)) for number in (1, 2)]
    for site, environment in zip(sites, (FIRST, SECOND), strict=True):
        shutil.rmtree(site.articles, ignore_errors=True)
        site.build(f"--url={ADDRESS}", **environment)
    assert tree(sites[0].content) == tree(sites[1].content)
    assert tree(sites[0].output) == tree(sites[1].output)


def edit_a_title(site: Workspace) -> None:
    path = sorted(site.articles.rglob("*.md"))[0]
    path.write_text(
        re.sub(r"^title: .*(?:\n .*)*$", "title: Judul lain", path.read_text("utf-8"), flags=re.MULTILINE), "utf-8"
    )


def edit_a_body(site: Workspace) -> None:
    path = sorted(site.articles.rglob("*.md"))[1]
    path.write_text(path.read_text("utf-8") + "\nKalimat baru.\n", "utf-8")


def drop_an_article(site: Workspace) -> None:
    path = sorted(site.articles.rglob("*.md"))[2]
    path.unlink()
    path.with_name(f"{path.stem}.reading.json").unlink()


def add_a_seed(site: Workspace) -> None:
    story = "BANDUNG - Kapolres Cimahi AKBP Rahmat Sudrajat memimpin apel pasukan pengamanan TPS, Senin (25/11/2024).\n"
    (site.seeds / "baru.txt").write_text(f"Polres Cimahi Apel Pasukan Pengamanan TPS\n\n{story}", "utf-8")


def edit_the_site(site: Workspace) -> None:
    (site.content / "site.yml").write_text("title: Arsip yang lain\n", "utf-8")


def edit_a_template(site: Workspace) -> None:
    if not (site.root / "templates").is_dir():
        shutil.copytree(ROOT / "templates", site.root / "templates")
    path = site.root / "templates" / "article.html"
    path.write_text(path.read_text("utf-8").replace("<h1", '<h1 lang="id"'), "utf-8")


def damage_the_cache(site: Workspace) -> None:
    for path in site.cache.rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes()[:-1] + b"?")


EDITS: tuple[Callable[[Workspace], None], ...] = (
    edit_a_title,
    edit_a_body,
    add_a_seed,
    drop_an_article,
    edit_a_template,
    damage_the_cache,
    edit_the_site,
)


def test_after_any_edits_a_warm_build_equals_a_cold_one(own: Workspace, tmp_path: Path) -> None:
    own.build()
    for number, edit in enumerate(EDITS):
        edit(own)
        own.build()
        cold = workspace(tmp_path / f"cold{number}", seeds=own.seeds, content=own.content)
        if (own.root / "templates").is_dir():
            shutil.copytree(own.templates, cold.root / "templates")
        cold.build("render")
        assert tree(own.output) == tree(cold.output), edit.__name__


def test_a_build_without_changes_touches_nothing(own: Workspace) -> None:
    own.build()
    before = {path: path.stat().st_mtime_ns for path in own.output.rglob("*")}
    own.build()
    assert before == {path: path.stat().st_mtime_ns for path in own.output.rglob("*")}


def test_the_order_in_which_a_disk_lists_files_does_not_matter(own: Workspace, tmp_path: Path) -> None:
    """A module that every Python reads at its start reverses what the operating system answers."""
    site = tmp_path / "reversed"
    site.mkdir()
    (site / "sitecustomize.py").write_text(REVERSED, "utf-8")
    other = workspace(tmp_path / "other")
    for one, environment in ((own, {}), (other, {"PYTHONPATH": str(site)})):
        shutil.rmtree(one.articles)
        one.build(**environment)
    assert tree(own.content) == tree(other.content)
    assert tree(own.output) == tree(other.output)


REVERSED = """
import contextlib, os
listdir, scandir = os.listdir, os.scandir
os.listdir = lambda path=".": listdir(path)[::-1]
class Reversed:
    def __init__(self, path="."):
        with scandir(path) as entries:
            self.entries = iter(list(entries)[::-1])
    def __iter__(self): return self.entries
    def __next__(self): return next(self.entries)
    def __enter__(self): return self
    def __exit__(self, *_): pass
    def close(self): pass
os.scandir = Reversed
"""
