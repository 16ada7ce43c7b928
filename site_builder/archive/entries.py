"""Articles in the archive's order, and groups of them by a term."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from site_builder import edtf, routes
from site_builder.content.reading import Record
from site_builder.model import Article
from site_builder.slugs import slug

LAST = "9999"
"""Sorts after every day."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An article with the machine's account of it."""

    article: Article
    record: Record | None
    """None if the reading is missing or damaged."""
    where: str
    """The article's file as the user spells it: ``content/articles/2024/x.md``."""
    damaged: bool = False
    """The file is broken: this is what can be read of it."""

    def __hash__(self) -> int:
        """Quick, for what was made of an entry is looked up often."""
        return hash(self.article.slug)


@dataclass(frozen=True, slots=True)
class Group:
    """The articles that share one term: a tag, an institution, an outlet, a month."""

    slug: str
    name: str
    """As readers should see it."""
    articles: tuple[Entry, ...]
    """In the archive's order, like all articles of all nouns here."""


def date(article: Article) -> str | None:
    """The date that an article is filed under: its event's, else that of its publication. EDTF."""
    return article.event.date or article.published


def day(article: Article) -> str | None:
    """The earliest day of ``date``: ``2024-07-09``."""
    text = date(article)
    return edtf.earliest(text) if text else None


def ordered(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """By day, the undated last; then by slug."""
    return tuple(sorted(entries, key=lambda entry: (day(entry.article) or LAST, entry.article.slug)))


def period(article: Article) -> str:
    """The list that an article stands in: ``2024-07``, ``2024`` if no month is known, or ``undated``."""
    text = date(article)
    return edtf.period(text) if text else routes.UNDATED


def periods(entries: Iterable[Entry]) -> tuple[Group, ...]:
    """Months, oldest first; before them the year without a month, at last the undated."""
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        found[period(entry.article)].append(entry)
    return tuple(Group(name, name, tuple(found[name])) for name in sorted(found))


def groups(entries: Iterable[Entry], names: Callable[[Article], Iterable[str]]) -> Iterator[Group]:
    """Articles by what ``names`` says of each; names with one slug are one term, under its commonest spelling."""
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for entry in entries:
        for term in dict.fromkeys(map(slug, given := tuple(names(entry.article)))):
            found[term].append(entry)
        for name in given:
            spellings[slug(name)][name] += 1
    for term, members in found.items():
        yield Group(term, commonest(spellings[term]), tuple(members))


def commonest(spellings: Counter[str]) -> str:
    """The most frequent spelling; of several, the first in code-point order."""
    return min(spellings, key=lambda name: (-spellings[name], name))


def by_name(found: Iterable[Group]) -> tuple[Group, ...]:
    return tuple(sorted(found, key=lambda group: (group.name.casefold(), group.slug)))
