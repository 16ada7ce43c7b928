"""Regencies, cities, provinces and the country, with the articles about each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from site_builder.archive.entries import Entry, commonest
from site_builder.data import table
from site_builder.errors import Problem
from site_builder.slugs import slug

COUNTRY = "Indonesia"
NEITHER = "unknown"


@dataclass(frozen=True, slots=True)
class Place:
    """A regency, city, province or the country, with its articles; a province has those of its regencies too."""

    slug: str
    name: str
    """The official name: ``Kota Parepare``."""
    code: str | None
    """As the ministry gives it: ``73.72``; None for the country and for a name that is not in the table of regions."""
    level: str
    """``kabupaten``, ``kota``, ``provinsi``, ``nasional``; ``unknown`` for a name that is not in the table."""
    province: str | None
    """The official name of the province that a regency or city belongs to."""
    articles: tuple[Entry, ...]
    children: tuple[str, ...] = ()
    """Of a province: the names of its regencies and cities that have articles, by code."""


@dataclass(frozen=True, slots=True)
class Region:
    """A row of the table of regions."""

    code: str
    name: str
    level: str
    province: str | None
    """The slug of the province; None if it is one."""


@cache
def regions() -> Mapping[str, Region]:
    """Slug of the official name -> region."""
    provinces = {row["code"]: slug(row["name"]) for row in table("regions") if row["level"] == "provinsi"}
    return {slug(row["name"]): _region(row, provinces) for row in table("regions")}


def _region(row: Mapping[str, str], provinces: Mapping[str, str]) -> Region:
    province = None if row["level"] == "provinsi" else provinces[row["province_code"]]
    return Region(row["code"], row["name"], row["level"], province)


def places(entries: Iterable[Entry]) -> tuple[Place, ...]:
    """All places with articles: the country, then by code, at last the names that are in no table."""
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for entry in entries:
        spelt = {slug(name): name for name in entry.article.places}
        for own, name in spelt.items():
            spellings[own][name] += 1
        for own in _with_provinces(spelt):
            found[own].append(entry)
    return tuple(_place(own, found, spellings[own]) for own in sorted(found, key=_rank))


def _with_provinces(slugs: Iterable[str]) -> dict[str, None]:
    """The places and the provinces they lie in, each once."""
    known = regions()
    both = ((own, known[own].province if own in known else None) for own in slugs)
    return dict.fromkeys(own for pair in both for own in pair if own)


def _rank(own: str) -> tuple[int, str, str]:
    region = regions().get(own)
    if region:
        return 1, region.code, own
    return (0 if own == slug(COUNTRY) else 2), "", own


def _place(own: str, found: Mapping[str, list[Entry]], spellings: Counter[str]) -> Place:
    articles, region = tuple(found[own]), regions().get(own)
    if region is None:
        country = own == slug(COUNTRY)
        name, level = (COUNTRY, "nasional") if country else (commonest(spellings), NEITHER)
        return Place(own, name, None, level, None, articles)
    province = regions()[region.province].name if region.province else None
    return Place(own, region.name, region.code, region.level, province, articles, tuple(_children(own, found)))


def _children(province: str, found: Iterable[str]) -> Iterator[str]:
    known = regions()
    inside = (known[own] for own in found if own in known and known[own].province == province)
    yield from (region.name for region in sorted(inside, key=lambda region: region.code))


def problems(found: Iterable[Place]) -> Iterator[Problem]:
    """The names that are no official names, one problem for each."""
    for place in found:
        if place.level == NEITHER:
            first = place.articles[0]
            more = f" (and {len(place.articles) - 1} more articles)" if len(place.articles) > 1 else ""
            hint = "write the official name in full, such as 'Kota Parepare' or 'Provinsi Riau'"
            yield Problem(first.where + more, f"places: {place.name!r} is no region that is known", hint)
