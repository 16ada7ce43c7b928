"""A place and the reports about it; all places, regencies and cities below their provinces."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from site_builder import routes
from site_builder.archive import Archive, Place
from site_builder.pages import Page
from site_builder.views import Address, Count, Link
from site_builder.views.periods import Listing, Section, listing, part_pages


@dataclass(frozen=True, slots=True)
class PlaceView:
    name: str
    level: str
    """``kabupaten``, ``kota``, ``provinsi``, ``nasional`` or ``unknown``."""
    code: str
    """The ministry's; empty if the name is not in the table of regions."""
    province: Link | None
    regions: tuple[Count, ...]
    """Of a province: its regencies and cities with reports."""
    neighbours: tuple[Count, ...]
    """Of a regency or city: the others of its province with reports."""
    listing: Listing[Section]


@dataclass(frozen=True, slots=True)
class Province:
    item: Count
    regions: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class PlacesView:
    provinces: tuple[Province, ...]
    others: tuple[Count, ...]
    """The country as a whole, and names that are not in the table of regions."""


def pages(archive: Archive) -> Iterator[Page]:
    for place in archive.places:
        path = routes.place(place.slug)
        yield Page(path, "place.html", view(archive, place))
        for part_path, part in part_pages(archive, place.articles, Link(place.name, path, named=True)):
            yield Page(part_path, "part.html", part)
    yield Page(routes.PLACES, "places.html", _places(archive))


def view(archive: Archive, place: Place) -> PlaceView:
    here = Address(routes.place(place.slug))
    province = archive.place(place.province) if place.province else None
    beside = [name for name in province.children if name != place.name] if province else []
    return PlaceView(
        name=place.name,
        level=place.level,
        code=place.code or "",
        province=here.named(province.name, routes.place(province.slug)) if province else None,
        regions=tuple(_count(archive.place(name), here) for name in place.children),
        neighbours=tuple(_count(archive.place(name), here) for name in beside),
        listing=listing(archive, place.articles, here),
    )


def _count(place: Place, here: Address) -> Count:
    return Count(here.named(place.name, routes.place(place.slug)), len(place.articles))


def _places(archive: Archive) -> PlacesView:
    here = Address(routes.PLACES)
    provinces = [place for place in archive.places if place.level == "provinsi"]
    others = [place for place in archive.places if place.level in ("nasional", "unknown")]
    return PlacesView(
        provinces=tuple(
            Province(_count(place, here), tuple(_count(archive.place(name), here) for name in place.children))
            for place in provinces
        ),
        others=tuple(_count(place, here) for place in others),
    )
