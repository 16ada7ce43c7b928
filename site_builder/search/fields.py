"""What of an article is searched, and what it weighs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from site_builder import markup, wording
from site_builder.archive import Archive, Entry
from site_builder.archive.places import regions
from site_builder.model import Article
from site_builder.search import ranking
from site_builder.slugs import slug

Weighed = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Searchable:
    """An article as the index sees it."""

    printed: tuple[Weighed, ...]
    """What readers may see, in their order: phrases are found in it, and its last text is quoted around a hit."""
    beside: tuple[Weighed, ...]
    """Names and labels, and what may be found but not shown: a bag of words."""
    names: tuple[str, ...]
    """Terms that stand for a tag or a place, however the words call it."""

    @property
    def text(self) -> str:
        return self.printed[-1][0]


def searchable(archive: Archive, entry: Entry) -> Searchable:
    article = entry.article
    whole = markup.words(markup.body(article.body))
    full = archive.show(entry) == "full"
    shown = whole if full else wording.excerpt(whole)
    deck = ((article.deck, ranking.DECK),) if article.deck else ()
    hidden = () if full else ((whole, ranking.BODY),)
    return Searchable(
        printed=((article.title, ranking.TITLE), *deck, (shown, ranking.BODY)),
        beside=(*_labels(archive, article), *hidden),
        names=(*map(tag_term, article.tags), *map(place_term, places(article))),
    )


def tag_term(tag: str) -> str:
    """The term that every article with the tag has; no word is like it."""
    return f"=t{slug(tag)}"


def place_term(place_slug: str) -> str:
    return f"=p{place_slug}"


def places(article: Article) -> dict[str, str]:
    """Slug -> name of the places of an article and of the provinces that they lie in."""
    known = regions()
    found: dict[str, str] = {}
    for name in article.places:
        own = slug(name)
        found.setdefault(own, known[own].name if own in known else name)
        province = known[own].province if own in known else None
        if province:
            found.setdefault(province, known[province].name)
    return found


def _labels(archive: Archive, article: Article) -> Iterator[Weighed]:
    for tag in article.tags:
        yield f"{archive.tag_name(tag)} {tag}", ranking.TAG
    for person in article.people:
        yield person.name, ranking.PERSON
        yield wording.office(person), ranking.ROLE
    for name in places(article).values():
        yield name, ranking.PLACE
    names = (*article.organizations, *(archive.institution(article, name).name for name in article.organizations))
    for name in dict.fromkeys(names):
        yield name, ranking.ORGANIZATION
    for name in article.authors:
        yield name, ranking.AUTHOR
    yield article.event.venue or "", ranking.VENUE
    yield article.outlet or "", ranking.OUTLET
