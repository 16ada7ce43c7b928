"""The page of a place, and all places below their provinces."""

from __future__ import annotations

from site_builder.pages import place as kind
from site_builder.pages.place import PlacesView, PlaceView
from tests.pages.sample import archive, article

FOUND = archive(
    article("a", places=("Kabupaten Wajo",)),
    article("b", places=("Kabupaten Wajo", "Kota Parepare")),
    article("c", places=("Negeri Antah",)),
)
VIEWS = {page.path: page.view for page in kind.pages(FOUND)}


def view(path: str) -> PlaceView:
    found = VIEWS[path]
    assert isinstance(found, PlaceView)
    return found


def test_a_regency_knows_its_province_and_its_neighbours() -> None:
    wajo = view("place/kabupaten-wajo.html")
    assert (wajo.name, wajo.level) == ("Kabupaten Wajo", "kabupaten")
    assert wajo.province is not None
    assert wajo.province.href == "provinsi-sulawesi-selatan.html"
    assert [(item.link.text, item.count) for item in wajo.neighbours] == [("Kota Parepare", 1)]
    assert len(wajo.listing.sections[0].rows) == 2


def test_a_province_counts_a_report_once() -> None:
    province = view("place/provinsi-sulawesi-selatan.html")
    assert [(item.link.text, item.count) for item in province.regions] == [("Kabupaten Wajo", 2), ("Kota Parepare", 1)]
    assert [len(section.rows) for section in province.listing.sections] == [2]


def test_a_name_that_is_in_no_table_has_its_page_too() -> None:
    strange = view("place/negeri-antah.html")
    assert (strange.level, strange.code, strange.province) == ("unknown", "", None)


def test_the_index_is_a_tree() -> None:
    found = VIEWS["place/index.html"]
    assert isinstance(found, PlacesView)
    assert [(one.item.link.text, one.item.count, len(one.regions)) for one in found.provinces] == [
        ("Provinsi Sulawesi Selatan", 2, 2)
    ]
    assert [item.link.text for item in found.others] == ["Negeri Antah"]
