"""Institutions across articles: each body once, however reports print its name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from site_builder.archive.entries import Entry, groups
from site_builder.grammar.institutions import canonical
from site_builder.model import Article
from site_builder.slugs import slug


@dataclass(frozen=True, slots=True)
class Institution:
    """A body and the articles that name it."""

    slug: str
    name: str
    """Canonical, or as a person decided."""
    articles: tuple[Entry, ...]
    other_names: tuple[str, ...] = ()
    """How else the articles print it, in code-point order."""


def called(name: str, article: Article, decided: Mapping[str, str]) -> str:
    """What the archive calls a body that an article prints; ``decided``: slug of a name -> what a person calls it."""
    usual = canonical(name, article.places)
    return decided.get(slug(name)) or decided.get(slug(usual)) or usual


def institutions(entries: Iterable[Entry], decided: Mapping[str, str]) -> tuple[Institution, ...]:
    """All institutions, by name."""
    shown = tuple(entries)
    printed: defaultdict[str, set[str]] = defaultdict(set)
    for entry in shown:
        for name in entry.article.organizations:
            printed[slug(called(name, entry.article, decided))].add(name)
    found = groups(shown, lambda article: (called(name, article, decided) for name in article.organizations))
    every = (
        Institution(group.slug, group.name, group.articles, _others(group.slug, printed[group.slug])) for group in found
    )
    return tuple(sorted(every, key=lambda one: (one.name.casefold(), one.slug)))


def _others(own: str, printed: Iterable[str]) -> tuple[str, ...]:
    """One spelling for each slug that is not the institution's own."""
    return tuple(sorted({slug(name): name for name in sorted(printed) if slug(name) != own}.values()))


def by_name(found: Iterable[Institution], decided: Mapping[str, str]) -> Mapping[tuple[str, str], Institution]:
    """Slug of an article and a name that it prints -> the institution."""
    return {
        (entry.article.slug, name): one
        for one in found
        for entry in one.articles
        for name in entry.article.organizations
        if slug(called(name, entry.article, decided)) == one.slug
    }
