"""About the archive: how it reads, how sure it is, what is missing, how to cite and correct."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from site_builder import evidence, routes, wording
from site_builder.archive import Archive
from site_builder.data import table
from site_builder.model import LISTS, SCALARS
from site_builder.pages import Page
from site_builder.views import Address, Count


@dataclass(frozen=True, slots=True)
class Certainty:
    """How the facts of one field are known, in counts."""

    field: str
    sure: int
    likely: int
    weak: int
    person: int
    unknown: int
    """Reports of which the field is not known; of a list: that have no item."""


@dataclass(frozen=True, slots=True)
class Accuracy:
    """How often the machine is right about one field, as measured on records that people made."""

    field: str
    precision: str
    """Of what it reads, the share that is right, in percent."""
    recall: str
    """Of what the texts say, the share that it reads, in percent."""


@dataclass(frozen=True, slots=True)
class AboutView:
    reports: int
    reviewed: int
    incomplete: int
    reposts: int
    withdrawn: int
    undated: Count | None
    """To the reports without a date; the link has no words."""
    certainty: tuple[Certainty, ...]
    accuracy: tuple[Accuracy, ...]
    measured: int
    """On how many articles."""
    missing: tuple[str, ...]
    """Names that are in no table of regions."""
    sure_from: str
    likely_from: str
    address: str
    """Of the site; empty if it is not published at a known one."""
    repository: str
    contact: str


def pages(archive: Archive) -> Iterator[Page]:
    yield Page(routes.ABOUT, "about.html", view(archive))


def view(archive: Archive) -> AboutView:
    articles = [entry.article for entry in archive.articles]
    site = archive.site
    return AboutView(
        reports=len(articles),
        reviewed=sum(article.review == "reviewed" for article in articles),
        incomplete=sum(article.incomplete is not None for article in articles),
        reposts=sum(article.republished_from is not None for article in articles),
        withdrawn=len(archive.withdrawn),
        undated=_undated(archive),
        certainty=tuple(_certainty(archive)),
        accuracy=tuple(_accuracy()),
        measured=max((int(row["documents"]) for row in table("accuracy")), default=0),
        missing=tuple(place.name for place in archive.places if place.level == "unknown"),
        sure_from=wording.share(wording.SURE, site.language),
        likely_from=wording.share(wording.LIKELY, site.language),
        address=site.url or "",
        repository=site.repository or "",
        contact=site.contact or "",
    )


def _accuracy() -> Iterator[Accuracy]:
    for row in table("accuracy"):
        yield Accuracy(row["field"], *(f"{100 * float(row[rate]):.0f}" for rate in ("precision", "recall")))


def _undated(archive: Archive) -> Count | None:
    groups = [group for group in archive.periods if group.slug == routes.UNDATED]
    count = sum(len(group.articles) for group in groups)
    return Count(Address(routes.ABOUT).link("", routes.articles(routes.UNDATED)), count) if count else None


def _certainty(archive: Archive) -> Iterator[Certainty]:
    for name in evidence.ORDER:
        if name in (*SCALARS, *LISTS) and name not in evidence.ABSENT:
            found = [evidence.facts(entry, name) for entry in archive.articles]
            levels = Counter(fact.level for facts in found for fact in facts)
            unknown = levels["unknown"] + sum(not facts for facts in found)
            counts = (levels["sure"], levels["likely"], levels["weak"], levels["person"], unknown)
            yield Certainty(name, *counts)
