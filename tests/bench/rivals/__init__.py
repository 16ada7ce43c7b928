"""Other generators on the same articles, one file each: its sources, its templates, its command.

The sites are comparable, not equal: a page an article, lists of articles, of tags, places, people and outlets with a
page each, an Atom or RSS feed, a sitemap; plain templates, no styles.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from site_builder.model import Article

ADDRESS = "https://example.org/arsip/"


@dataclass(frozen=True, slots=True)
class Story:
    """An article as every generator can hold it."""

    name: str
    title: str
    day: str
    """``2024-07-09``; the first day of 2023 if none is known, for a list that sorts by dates needs one."""
    outlet: str
    place: str
    tags: tuple[str, ...]
    people: tuple[str, ...]
    body: str
    """Markdown."""


class Rival(Protocol):
    """What every module in this folder looks like."""

    NAME: str

    def command(self, folder: Path) -> list[str] | None:
        """What builds the site of a folder; None if the generator is not installed."""

    def write_site(self, folder: Path) -> None:
        """The configuration and the templates."""

    def write_story(self, story: Story, folder: Path) -> None:
        """The source of one article."""

    def output(self, folder: Path) -> Path:
        """Where the site goes."""


def stories(articles: Iterable[Article]) -> Iterator[Story]:
    """The articles that are shown."""
    for article in articles:
        if article.show != "withdrawn":
            yield story(article)


def story(article: Article) -> Story:
    date = (article.event.date or article.published or "").rstrip("~?")[:10]
    return Story(
        article.slug,
        article.title,
        date if len(date) == 10 else f"{date or '2023'}-01-01"[:10] if len(date) in {0, 4} else f"{date[:7]}-01",
        article.outlet or "",
        article.places[0] if article.places else "",
        article.tags,
        tuple(person.name for person in article.people),
        article.body,
    )
