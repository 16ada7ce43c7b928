"""All reports: the calendar with the newest period, and a page for each period."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from site_builder import routes
from site_builder.archive import Archive
from site_builder.pages import Page
from site_builder.views import Address, Calendar, Link, Part, Section, calendar, period_name, periods, section


@dataclass(frozen=True, slots=True)
class ArticlesView:
    calendar: Calendar
    newest: Section | None
    """None as long as the archive is empty."""


def pages(archive: Archive) -> Iterator[Page]:
    yield Page(routes.ARTICLES, "articles.html", view(archive))
    found = periods(archive.articles)
    names = list(found)
    for newer, own, older in zip([None, *names], names, [*names[1:], None], strict=False):
        here = Address(routes.articles(own))
        listed = section(archive, own, found[own], here)
        part = Part(here.link("", routes.ARTICLES), listed, _beside(newer, here), _beside(older, here))
        yield Page(here.path, "part.html", part)


def view(archive: Archive) -> ArticlesView:
    here = Address(routes.ARTICLES)
    found = periods(archive.articles)
    paths = {name: routes.articles(name) for name in found}
    newest = next((section(archive, name, entries, here) for name, entries in found.items()), None)
    return ArticlesView(calendar(found, paths, here), newest)


def _beside(name: str | None, here: Address) -> Link | None:
    return here.link(period_name(name), routes.articles(name)) if name else None
