"""All reports: the calendar with the newest period, and a page for each period."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from site_builder import routes
from site_builder.archive import Archive
from site_builder.pages import Page
from site_builder.views import Address, Link
from site_builder.views.periods import Calendar, Cuts, Section, calendar, groups, newest, parts, periods, section


@dataclass(frozen=True, slots=True)
class ArticlesView:
    calendar: Calendar
    newest: Section | None
    """None as long as the archive is empty."""


def pages(archive: Archive) -> Iterator[Page]:
    yield Page(routes.ARTICLES, "articles.html", view(archive))
    cuts = Cuts(Link("", routes.ARTICLES), routes.articles, archive.site.language)
    found = groups(periods(archive.articles), cuts.language)
    for path, part in parts(found, cuts, partial(section, archive)):
        yield Page(path, "part.html", part)


def view(archive: Archive) -> ArticlesView:
    here, language = Address(routes.ARTICLES), archive.site.language
    found = periods(archive.articles)
    paths = {name: routes.articles(name) for name in found}
    newest_section = section(archive, newest(found, language), here) if found else None
    return ArticlesView(calendar(found, paths, here, language), newest_section)
