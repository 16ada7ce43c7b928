"""Content -> what people should look at, and fields that they give back to the machine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from site_builder import disk, slugs
from site_builder.content.merge import release as released
from site_builder.errors import BuildError, Problem
from site_builder.folders import Folders
from site_builder.pipeline.render import entries
from site_builder.pipeline.sources import MARKDOWN, READING, files
from site_builder.review import Doubt, doubts


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The fields most in need of a person, worst first; and the articles that cannot be read."""

    doubts: tuple[Doubt, ...]
    problems: tuple[Problem, ...]


def review(folders: Folders) -> Reviewed:
    """Look through all articles that can be read."""
    problems: list[Problem] = []
    return Reviewed(doubts(entries(folders, problems)), tuple(problems))


def release(folders: Folders, slug: str, fields: Sequence[str]) -> str:
    """Make fields of an article the machine's again; the next ingest writes them. Returns the article's file.

    Raises BuildError if there is no such article or field, or its reading is damaged.
    """
    stem = _stem(folders, slug)
    article, text, reading = files(folders, stem)
    if text is None or reading is None:
        hint = "only an article that was read from a seed has fields of the machine"
        raise BuildError(Problem(str(article), "has no reading beside it", hint))
    record = released(fields, text=text, reading=reading, where=str(article))
    if isinstance(record, tuple):
        raise BuildError(*record)
    path = article.with_name(f"{slug}{READING}")
    change = disk.Change(article, path, None, None, record, text.encode(), reading.encode())
    problems = disk.write_all([change], root=folders.content).problems
    if problems:
        raise BuildError(*problems)
    return str(article)


def _stem(folders: Folders, slug: str) -> str:
    """The article of a slug, which may be given as its file or its page too."""
    name = slug.replace("\\", "/").rpartition("/")[2].removesuffix(MARKDOWN).removesuffix(".html")
    stems = [found.removesuffix(MARKDOWN) for found in disk.names(folders.articles) if found.endswith(MARKDOWN)]
    for stem in stems:
        if slugs.key(stem.rpartition("/")[2]) == slugs.key(name):
            return stem
    raise BuildError(Problem(slug, "no article has this slug", "see the file names below content/articles"))
