"""A site is looked over as a whole before it is called good."""

import pytest

from site_builder import checks
from site_builder.checks import check_site


def whats(*files: tuple[str, str]) -> list[tuple[str, str]]:
    return [(p.where, p.what) for p in check_site((path, text.encode()) for path, text in files)]


def test_links_that_lead_somewhere_are_no_problem() -> None:
    page = '<h1 id="top">A</h1><a href="#top">up</a> <a href="../index.html#main">x</a> <a href="https://a.id/x">y</a>'

    assert whats(("index.html", '<main id="main"><a href="tag/a%20b.html">'), ("tag/a b.html", page)) == []


@pytest.mark.parametrize(
    ("page", "what"),
    [
        ('<a href="b.html">', "a link to tag/b.html, which is not part of the site"),
        ('<img src="../x.png">', "a link to x.png, which is not part of the site"),
        ('<a href="../../etc">', "a link to ../etc, which is not part of the site"),
        ('<a href="#nowhere">', "a link to tag/a.html#nowhere, a place that it does not have"),
    ],
)
def test_a_link_to_nothing_is_named_with_its_page(page: str, what: str) -> None:
    assert whats(("tag/a.html", page)) == [("tag/a.html", what)]


def test_a_site_or_a_file_too_large_for_its_host_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "MAX_FILE", 10)
    monkeypatch.setattr(checks, "MAX_SITE", 15)

    assert whats(("a.csv", "x" * 11), ("b.csv", "x" * 5)) == [
        ("a.csv", "11 bytes, more than 10"),
        ("public", "16 bytes, more than the 15 of GitHub Pages"),
    ]
