"""Which article belongs to which seed: by the path that the article names, else by the bytes it was read from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from site_builder.content import seed_named
from site_builder.errors import Problem
from site_builder.model import Seed
from site_builder.reading import Record, loads


@dataclass(frozen=True, slots=True)
class Stored:
    """The files of one article as they are; None is a file that is not there."""

    slug: str
    year: str
    where: str
    """The article's file as the user spells it."""
    text: str | None
    reading: str | None

    def path(self) -> str | None:
        """The seed that the article names, else its reading."""
        named = seed_named(self.text) if self.text is not None else None
        record = self._record() if named is None else None
        return named if record is None else record.seed.path

    def sha256(self) -> str | None:
        """Of the seed that it was read from."""
        record = self._record()
        return None if record is None else record.seed.sha256

    def _record(self) -> Record | None:
        found = None if self.reading is None else loads(self.reading, where=self.where)
        return found if isinstance(found, Record) else None


@dataclass(frozen=True, slots=True)
class Identified:
    """Every seed's article, if it has one."""

    articles: Mapping[str, Stored]
    """By the path of the seed."""
    problems: tuple[Problem, ...]
    """Articles whose seed is gone, or which claim the seed of another."""


def identify(seeds: Iterable[Seed], stored: Iterable[Stored]) -> Identified:
    """The articles of these seeds; the order of neither matters."""
    paths = {seed.path: seed.sha256 for seed in sorted(seeds, key=lambda seed: seed.path)}
    articles: dict[str, Stored] = {}
    problems: list[Problem] = []
    gone: list[tuple[Stored, str]] = []
    for article in sorted(stored, key=lambda article: (article.year, article.slug)):
        path = article.path()
        if path in articles:
            problems.append(_claimed(article, path, articles[path]))
        elif path in paths:
            articles[path] = article
        elif path is not None:
            gone.append((article, path))
    for article, path in gone:
        sha256 = article.sha256()
        renamed = next((new for new, found in paths.items() if found == sha256 and new not in articles), None)
        if renamed is None:
            problems.append(_gone(article, path))
        else:
            articles[renamed] = article
    return Identified(articles, tuple(problems))


def _claimed(article: Stored, path: str, other: Stored) -> Problem:
    hint = "change “seed:” in one of the two, or delete one with its reading"
    return Problem(article.where, f"names the seed {path}, which is that of {other.where}", hint)


def _gone(article: Stored, path: str) -> Problem:
    hint = "the article stays as it is; restore the seed if it was removed by mistake"
    return Problem(article.where, f"its seed {path} is gone", hint)
