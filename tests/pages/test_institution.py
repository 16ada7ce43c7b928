"""The page of an institution, and all institutions."""

from __future__ import annotations

from site_builder.pages import institution as kind
from site_builder.pages.institution import InstitutionsView, InstitutionView
from tests.pages.sample import archive, article

FOUND = archive(
    article("a", organizations=("Polres Wajo", "KPU", "Bawaslu")), article("b", organizations=("KPU", "Polres Wajo"))
)
VIEWS = {page.path: page.view for page in kind.pages(FOUND)}


def test_an_institution_lists_its_reports_and_its_company() -> None:
    view = VIEWS["institution/polres-wajo.html"]
    assert isinstance(view, InstitutionView)
    assert [(item.link.text, item.link.href, item.count) for item in view.together] == [
        ("KPU", "kpu.html", 2),
        ("Bawaslu", "bawaslu.html", 1),
    ]
    assert len(view.listing.sections[0].rows) == 2


def test_all_institutions_stand_under_their_letters() -> None:
    view = VIEWS["institution/index.html"]
    assert isinstance(view, InstitutionsView)
    assert [(letter.name, [item.link.text for item in letter.items]) for letter in view.letters.whole] == [
        ("B", ["Bawaslu"]),
        ("K", ["KPU"]),
        ("P", ["Polres Wajo"]),
    ]
