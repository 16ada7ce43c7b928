"""Other names of what is meant: of tags, of regions, of kinds of unit; and words of one root that the stemmer parts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from site_builder.archive import Archive
from site_builder.data import table
from site_builder.grammar import stems
from site_builder.search.fields import place_term, tag_term
from site_builder.search.words import Terms
from site_builder.slugs import slug

SHORTEST_ROOT = 4
"""Of shorter words too many look alike."""
MOST_KIN = 6


@dataclass(frozen=True, slots=True)
class Alias:
    """A phrase of a query that means a term besides."""

    phrase: tuple[str, ...]
    """As terms."""
    term: str
    label: str
    """What the reader is told is searched too."""


def aliases(archive: Archive) -> tuple[Alias, ...]:
    """Of what the archive holds, by phrase; a phrase has one meaning: a tag's before a region's before a unit's."""
    found: dict[tuple[str, ...], Alias] = {}
    for alias in (*_tags(archive), *_regions(archive), *_units()):
        if alias.phrase and alias.phrase != (alias.term,):
            found.setdefault(alias.phrase, alias)
    return tuple(found[phrase] for phrase in sorted(found))


def _tags(archive: Archive) -> Iterator[Alias]:
    used = {group.slug for group in archive.tags}
    for tag in archive.vocabulary.tags:
        if slug(tag.slug) in used:
            for phrase in (tag.label, tag.label_en, tag.slug, *tag.synonyms):
                if not _is_everyday(phrase):
                    yield _alias(phrase, tag_term(tag.slug), archive.tag_name(tag.slug))


def _is_everyday(phrase: str) -> bool:
    """An ordinary word gives a tag but is no name of it: ``tangkap``; nor is a phrase with a gap."""
    return stems.GAP in phrase or (" " not in phrase and phrase.islower() and stems.stem(phrase) in stems.roots())


def _regions(archive: Archive) -> Iterator[Alias]:
    used = {place.slug: place.name for place in archive.places}
    for row in table("short_forms"):
        region = slug(row["region"])
        if region in used:
            yield _alias(row["short"], place_term(region), used[region])


def _units() -> Iterator[Alias]:
    for row in table("units"):
        for short, full in ((row["type"], row["full_name"]), (row["head"], row["head_full"])):
            if full and short and " " not in short:
                yield _alias(full, Terms()[short], short)


def _alias(phrase: str, term: str, label: str) -> Alias:
    return Alias(tuple(Terms().of(phrase)), term, label)


def kin(terms: Mapping[str, str], known: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Term -> the other terms of its root: ``angkap``, cut from *menangkap*, -> ``tangkap``.

    ``terms`` are words with their terms, ``known`` the terms that have a posting.
    """
    roots: defaultdict[str, set[str]] = defaultdict(set)
    there = set(known)
    for word, term in terms.items():
        if term in there and len(word) >= SHORTEST_ROOT and word.isalpha() and word.islower():
            root = stems.stem(word)
            if root in stems.roots():
                roots[root].add(term)
    found: defaultdict[str, set[str]] = defaultdict(set)
    for several in roots.values():
        for term in several if 1 < len(several) <= MOST_KIN else ():
            found[term] |= several - {term}
    return {term: tuple(sorted(others)) for term, others in found.items()}
