"""The page of an institution, and all institutions."""

from __future__ import annotations

import pytest

from site_builder.pages import institution as kind
from site_builder.pages.institution import InstitutionsView, InstitutionView
from site_builder.views import letters
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


def test_a_list_that_is_cut_by_letters_begins_with_the_most_named(monkeypatch: pytest.MonkeyPatch) -> None:
    assert VIEWS["institution/index.html"].named == ()  # type: ignore[attr-defined]  # asserted above
    monkeypatch.setattr(letters, "WHOLE", 2)
    view = next(page.view for page in kind.pages(FOUND) if page.path == "institution/index.html")
    assert isinstance(view, InstitutionsView)
    assert [(item.link.text, item.count) for item in view.named] == [("KPU", 2), ("Polres Wajo", 2), ("Bawaslu", 1)]
