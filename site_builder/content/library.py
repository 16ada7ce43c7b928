"""Which article of ``content/articles/`` belongs to which seed, so that a seed is never written twice.

An article is known by the seed that its front matter names; a seed that was renamed is known by its bytes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from site_builder import slugs
from site_builder.content.article import seed_named
from site_builder.content.reading import Record
from site_builder.errors import Problem
from site_builder.model import Seed


@dataclass(frozen=True, slots=True)
class Held:
    """One article that content already holds."""

    stem: str
    """Its path below ``articles/`` without the ending: ``2024/rakor-pilkada``."""
    seed: str | None
    """The seed that it names; None for an article written by hand."""
    fingerprint: str | None
    """Of the seed that it was last read from; None if there is no sound reading."""
    article: bool = True
    """False: only its reading is there."""
    reading: bool = True
    """False: only its article is there."""

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
    own = fingerprint(recorded.sha256, recorded.path) if recorded else None
    return Held(stem, seed, own, article=text is not None, reading=record is not None)


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
    _rivals: list[Held] = field(default_factory=list)
    _parted: dict[str, tuple[Held, Held]] = field(default_factory=dict)
    """Seed -> its article and its reading, where these bear different names: somebody renamed one of the two."""
    _found: set[str] = field(default_factory=set)
    """Articles whose seed was read, if only under another name."""

    @classmethod
    def of(cls, articles: Iterable[Held], *, seeds: Collection[str]) -> Library:
        library = cls(frozenset(seeds))
        for article in articles:
            library._add(article)
        return library

    def _add(self, article: Held) -> None:
        self._slugs.add(slugs.key(article.slug))
        rival = self._by_seed.setdefault(article.seed, article) if article.seed else article
        if {(rival.article, rival.reading), (article.article, article.reading)} == {(True, False), (False, True)}:
            self._parted[rival.seed or ""] = (article, rival) if article.article else (rival, article)
        elif rival != article:
            self._rivals.append(article)
        if article.fingerprint:
            self._by_fingerprint.setdefault(article.fingerprint, article)

    def find(self, seed: Seed) -> Held | None:
        """The article of this seed: the one that names it, else one whose seed has gone and had the same bytes."""
        found = self._by_seed.get(seed.path)
        if found is None:
            twin = self._by_fingerprint.get(fingerprint(seed.sha256, seed.path))
            found = twin if twin and not self._is_here(twin.seed) else None
        if found:
            self._found.add(found.stem)
        return found

    def twin(self, seed: Seed) -> Held | None:
        """The article of another seed of the same bytes that is still there."""
        twin = self._by_fingerprint.get(fingerprint(seed.sha256, seed.path))
        return twin if twin and twin.seed != seed.path and self._is_here(twin.seed) else None

    def parted(self, seed: Seed) -> bool:
        """Whether the article of a seed and its reading bear different names: what is whose cannot be told then."""
        return seed.path in self._parted

    def place(self, seed: Seed, *, title: str, year: str) -> Held:
        """A place of its own for a new article."""
        slug = slugs.unique(title, taken=self._slugs)
        article = Held(f"{year}/{slug}", seed.path, fingerprint(seed.sha256, seed.path))
        self._add(article)
        return article

    def problems(self, seen: Collection[str]) -> Iterator[Problem]:
        """Articles whose seed is gone, or is another article's; ``seen`` are the seeds that were read this time."""
        for article in self._rivals:
            rival = self._by_seed[article.seed or ""]
            hint = "change “seed:” in one of the two, or delete one together with its reading"
            yield Problem(_where(article), f"names the seed of {rival.stem}.md: {article.seed}", hint)
        for article, reading in self._parted.values():
            own, other = (f"{held.stem}.reading.json" for held in (article, reading))
            hint = f"rename it to articles/{own}, or give the article its name back; until then nothing is changed"
            yield Problem(_where(article), f"its reading bears another name: articles/{other}", hint)
        hint = "put the seed back from its history; the article stays as it is"
        for path, article in self._by_seed.items():
            # A file that is here and could not be read is a problem of its own; a record can go from its container.
            if path in self._parted:
                continue
            if article.stem not in self._found and path not in seen and ("#" in path or not self._is_here(path)):
                yield Problem(_where(article), f"its seed {path} is gone", hint)

    def _is_here(self, seed: str | None) -> bool:
        return seed is not None and (seed in self.seeds or seed.rpartition("#")[0] in self.seeds)


def _where(article: Held) -> str:
    return f"articles/{article.stem}.md"
