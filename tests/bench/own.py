"""This program on the invented articles: the full site, and a plain one like those of other generators."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from site_builder.content.article import write_article
from site_builder.content.reading import dumps
from site_builder.vocabulary import TAGS
from tests.bench.article import Invented
from tests.bench.rivals import ADDRESS
from tests.bench.words import VOCABULARY
from tests.bench.writing import SITE

ROOT = Path(__file__).parent.parent.parent
PLAIN = """\
pages: [home, articles, article, tag, place, person, outlet]
exports: [feed, sitemap, nojekyll]
"""


@dataclass(frozen=True, slots=True)
class Own:
    """A kind of site of this program, in a folder of its own."""

    name: str
    folder: Path
    plain: bool

    @property
    def output(self) -> Path:
        return self.folder / "public"

    def command(self) -> list[str]:
        """The command of a daily build; seeds are not part of it, for other generators have none."""
        templates = ROOT / "tests" / "bench" / "plain" if self.plain else ROOT / "templates"
        places = {"seeds": "seeds", "content": "content", "output": "public", "cache": "cache"}
        options = [f"--{name}={self.folder / place}" for name, place in places.items()]
        run = [sys.executable, str(ROOT / "build.py"), "render", "--quiet", f"--url={ADDRESS}"]
        return [*run, *options, f"--templates={templates}"]

    def write_site(self) -> None:
        (self.folder / "seeds").mkdir(parents=True, exist_ok=True)
        vocabulary = self.folder / "content" / "vocabulary"
        vocabulary.mkdir(parents=True, exist_ok=True)
        (self.folder / "content" / "site.yml").write_text(SITE + (PLAIN if self.plain else ""), "utf-8")
        for path in VOCABULARY.glob("*.yml"):
            (vocabulary / path.name).write_bytes(path.read_bytes())

    def write(self, made: Invented) -> None:
        article = made.proposal.article
        stem = self.folder / "content" / "articles" / article.year
        stem.mkdir(parents=True, exist_ok=True)
        (stem / f"{article.slug}.md").write_text(write_article(article), "utf-8")
        (stem / f"{article.slug}.reading.json").write_text(dumps(made.proposal.record), "utf-8")

    def edit(self, made: Invented, number: int) -> None:
        article = made.proposal.article
        path = self.folder / "content" / "articles" / article.year / f"{article.slug}.md"
        path.write_text(path.read_text("utf-8").replace("title: ", f"title: Suntingan {number} ", 1), "utf-8")

    def rename_tag(self, tag: str, number: int) -> None:
        """Give a tag another label: in the vocabulary alone, for that is where labels are."""
        path = self.folder / "content" / "vocabulary" / TAGS
        head, _, rest = path.read_text("utf-8").partition(f"\n{tag}:\n  label: ")
        label, _, after = rest.partition("\n")
        path.write_text(f"{head}\n{tag}:\n  label: {label.split(' (')[0]} ({number})\n{after}", "utf-8")
