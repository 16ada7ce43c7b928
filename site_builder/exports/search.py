"""The index of the explore page: files that call one function, which a browser loads as scripts, even from a disk.

``index``, ``prefixes`` and ``aliases`` every search needs; ``terms/`` and ``places/`` are the dictionary and where its
words stand, ``term/`` and ``term-places/`` the long postings; ``cards/`` is what a result shows, ``text/`` what it
quotes, ``column/`` what it can be narrowed by.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import groupby

from site_builder import edtf, routes
from site_builder.archive import Archive, Entry
from site_builder.archive.entries import date
from site_builder.exports import Published
from site_builder.search import columns, ranking
from site_builder.search.aliases import aliases, kin
from site_builder.search.fields import Searchable, searchable
from site_builder.search.postings import Posting, add
from site_builder.search.shards import Shard, is_long, lines, shards
from site_builder.search.slots import size, slots
from site_builder.search.words import Terms

CARDS, TEXTS = 3, 2
"""Slots of one file of cards, and of texts, as powers of two."""
File = tuple[str, bytes]


def export(published: Published) -> Iterator[File]:
    if routes.EXPLORE in published.paths:
        yield from index(published.archive)


def index(archive: Archive) -> Iterator[File]:
    """Every file of the index."""
    entries = {entry.article.slug: entry for entry in archive.articles}
    numbered = {slot: entries[slug] for slot, slug in slots(entries).items()}
    found: dict[str, Posting] = {}
    terms = Terms()
    yield from _articles(archive, numbered, found, terms)
    yield from _columns(archive, numbered)
    yield from _dictionary(found, terms)
    yield _file("aliases", [[" ".join(alias.phrase), alias.term, alias.label] for alias in aliases(archive)])
    weights = {"kin": ranking.KIN, "alias": ranking.ALIAS, "beginning": ranking.BEGINNING}
    yield _file("index", {"articles": len(numbered), "slots": size(len(numbered)), **weights})


def _articles(
    archive: Archive, numbered: Mapping[int, Entry], found: dict[str, Posting], terms: Terms
) -> Iterator[File]:
    """Cards and texts; on the way, the postings."""
    for number, several in groupby(numbered.items(), key=lambda item: item[0] >> CARDS):
        group = dict(several)
        texts = {slot: searchable(archive, entry) for slot, entry in group.items()}
        for slot, text in texts.items():
            add(found, slot, text, terms)
        yield _file(f"cards/{number}", [_card(archive, slot, entry) for slot, entry in group.items()])
        yield from _texts(texts)
    found.pop("", None)


def _texts(texts: Mapping[int, Searchable]) -> Iterator[File]:
    for number, several in groupby(texts, key=lambda slot: slot >> TEXTS):
        yield _file(f"text/{number}", [[slot, texts[slot].text] for slot in several])


def _card(archive: Archive, slot: int, entry: Entry) -> list[int | str]:
    """Slot, slug, title, date in words and in EDTF, outlet, place, kind; 1 event's date, 2 incomplete, 4 re-post."""
    article, when = entry.article, date(entry.article)
    kind = article.event.kind
    marks = (when is not None and when == article.event.date, article.incomplete, article.republished_from)
    return [
        slot,
        article.slug,
        article.title,
        edtf.words(when, archive.site.language) if when else "",
        when or "",
        article.outlet or "",
        next(iter(article.places), ""),
        archive.tag_name(kind) if kind else "",
        sum(bool(mark) << bit for bit, mark in enumerate(marks)),
    ]


def _columns(archive: Archive, numbered: Mapping[int, Entry]) -> Iterator[File]:
    yield _file("column/day", columns.days(numbered))
    entries = tuple(numbered.values())
    for name, facet in columns.FACETS.items():
        column = columns.column(archive, entries, facet)
        yield _file(f"column/{name}", [column.values, column.codes])


def _dictionary(found: dict[str, Posting], terms: Terms) -> Iterator[File]:
    words = {word: term for word, term in terms.items() if word.islower() and word.isalnum()}
    made = shards(lines(found, words, kin(words, found)))
    prefixes = []
    for shard in made:
        prefixes.append(shard.prefix)
        yield from _shard(shard)
    for term, posting in found.items():
        if is_long(posting):
            yield _file(f"term/{name(term)}", posting.articles.decode())
            yield _file(f"term-places/{name(term)}", posting.places.decode())
    yield _file("prefixes", " ".join(prefixes))


def _shard(shard: Shard) -> Iterator[File]:
    yield _file(f"terms/{name(shard.prefix)}", "\n".join(line.text for line in shard.lines))
    places = "\n".join(line.places for line in shard.lines if line.places)
    yield _file(f"places/{name(shard.prefix)}", places)


def name(word: str) -> str:
    """A word as a file name that every system takes: ``_con``, ``_-3d-trakor`` for ``=trakor``."""
    return "_" + "".join(c if c.isascii() and c.isalnum() else f"-{ord(c):x}-" for c in word)


def _file(path: str, value: object) -> File:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return routes.search(path), f'arsip("{path}",{text})\n'.encode("utf-8", "replace")
