"""A–Z lists, whole and cut."""

from __future__ import annotations

import pytest

from site_builder.views import Address, Count
from site_builder.views import letters as module
from site_builder.views.letters import Index


def index(*names: str) -> Index[str]:
    def count(name: str, here: Address) -> Count:
        return Count(here.link(name, f"person/{name.lower()}.html"), 1)

    return Index("person/index.html", names, str, count)


def test_a_short_list_is_whole_by_letter_and_signs_stand_first() -> None:
    letters = index("budi", "Ani", "7 Juli", "Bela").letters()
    shown = [(letter.name, [item.link.text for item in letter.items]) for letter in letters.whole]
    assert shown == [("#", ["7 Juli"]), ("A", ["Ani"]), ("B", ["Bela", "budi"])]
    assert letters.pages == ()
    assert list(index("Ani").pages("person")) == []


def test_a_long_list_gets_a_page_for_each_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "WHOLE", 2)
    found = index("Ani", "Budi", "Citra", "Bela", "7 Juli")
    links = found.letters().pages
    assert [(item.link.text, item.link.href, item.count) for item in links] == [
        ("#", "../person/az/0.html", 1),
        ("A", "../person/az/a.html", 1),
        ("B", "../person/az/b.html", 2),
        ("C", "../person/az/c.html", 1),
    ]
    pages = dict(found.pages("person"))
    assert list(pages) == ["person/az/0.html", "person/az/a.html", "person/az/b.html", "person/az/c.html"]
    shown = pages["person/az/b.html"]
    assert [(item.link.text, item.link.href) for item in shown.items] == [
        ("Bela", "../../person/bela.html"),
        ("Budi", "../../person/budi.html"),
    ]
    assert shown.subject.href == "../../person/index.html"


def test_a_letter_that_too_many_share_is_cut_by_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "WHOLE", 2)
    links = index("Ani", "Budi", "Bela", "Bona").letters().pages
    assert [item.link.text for item in links] == ["A", "Be", "Bo", "Bu"]


def test_a_name_of_one_letter_and_signs_inside_a_cut_letter_keep_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "WHOLE", 2)
    paths = [path for path, _ in index("B", "Bé", "Be", "B2", "Ça", "Ca", "Co", "1", "2", "3").pages("person")]
    assert len(paths) == len(set(paths))
