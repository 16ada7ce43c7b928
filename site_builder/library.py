"""Which article of ``content/articles/`` belongs to which seed, so that a seed is never written twice.

An article is known by the seed that its front matter names; a seed that was renamed is known by its bytes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from site_builder import slugs
from site_builder.content import seed_named
from site_builder.errors import Problem
from site_builder.model import Seed
from site_builder.reading import Record


@dataclass(frozen=True, slots=True)
class Held:
    """One article that content already holds."""

    stem: str
    """Its path below ``articles/`` without the ending: ``2024/rakor-pilkada``."""
    seed: str | None
    """The seed that it names; None for an article written by hand."""
    fingerprint: str | None
    """Of the seed that it was last read from; None if there is no sound reading."""

    @property
    def slug(self) -> str:
        return self.stem.rpartition("/")[2]

    @property
    def year(self) -> str:
        return self.stem.partition("/")[0]


def held(stem: str, text: str | None, record: Record | None) -> Held:
    """An article by its file's text, or by its reading alone if the file is gone."""
    named = seed_named(text) if text is not None else None
    recorded = record.seed if record else None
    seed = named or (recorded.path if recorded else None)
    return Held(stem, seed, fingerprint(recorded.sha256, recorded.path) if recorded else None)


def fingerprint(sha256: str, path: str) -> str:
    """What a seed is, whatever its file's name: the hash of its bytes, and its number inside a container."""
    return f"{sha256}#{path.rpartition('#')[2]}" if "#" in path else sha256


@dataclass(slots=True)
class Library:
    """The articles by seed, and the slugs that are taken; grows while seeds are read."""

    seeds: Collection[str] = ()
    """The files that ``seeds/`` has now: a seed whose file is not among them was removed or renamed."""
    _by_seed: dict[str, Held] = field(default_factory=dict)
    _by_fingerprint: dict[str, Held] = field(default_factory=dict)
    _slugs: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, articles: Iterable[Held], *, seeds: Collection[str]) -> Library:
        library = cls(frozenset(seeds))
        for article in articles:
            library._add(article)
        return library

    def _add(self, article: Held) -> None:
        self._slugs.add(slugs.key(article.slug))
        if article.seed:
            self._by_seed.setdefault(article.seed, article)
        if article.fingerprint:
            self._by_fingerprint.setdefault(article.fingerprint, article)

    def find(self, seed: Seed) -> Held | None:
        """The article of this seed: the one that names it, else one whose seed has gone and had the same bytes."""
        if named := self._by_seed.get(seed.path):
            return named
        twin = self._by_fingerprint.get(fingerprint(seed.sha256, seed.path))
        return twin if twin and not self._is_here(twin.seed) else None

    def twin(self, seed: Seed) -> Held | None:
        """The article of another seed of the same bytes that is still there."""
        twin = self._by_fingerprint.get(fingerprint(seed.sha256, seed.path))
        return twin if twin and twin.seed != seed.path and self._is_here(twin.seed) else None

    def place(self, seed: Seed, *, title: str, year: str) -> Held:
        """A place of its own for a new article."""
        slug = slugs.unique(title, taken=self._slugs)
        article = Held(f"{year}/{slug}", seed.path, fingerprint(seed.sha256, seed.path))
        self._add(article)
        return article

    def orphans(self) -> tuple[Problem, ...]:
        """A warning for each article whose seed is no longer there."""
        gone = (article for path, article in self._by_seed.items() if not self._is_here(path))
        hint = "put the seed back from its history; the article stays as it is"
        return tuple(
            Problem(f"content/articles/{article.stem}.md", f"its seed {article.seed} is gone", hint) for article in gone
        )

    def _is_here(self, seed: str | None) -> bool:
        return seed is not None and (seed in self.seeds or seed.rpartition("#")[0] in self.seeds)
