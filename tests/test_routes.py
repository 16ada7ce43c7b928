"""Addresses: relative inside the site, absolute where a format demands it."""

from __future__ import annotations

from posixpath import dirname, join, normpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder import routes

NAMES = st.text("abcdefghij0123456789-", min_size=1, max_size=8)
PATHS = st.one_of(
    NAMES.map(routes.article),
    NAMES.map(routes.tag),
    NAMES.map(routes.place),
    NAMES.map(routes.articles),
    NAMES.map(lambda name: routes.part(routes.tag(name), "2024-07")),
    st.sampled_from(sorted(routes.FIXED.values())),
)


@given(PATHS, PATHS)
def test_a_relative_link_leads_from_one_page_to_the_other(here: str, there: str) -> None:
    assert normpath(join(dirname(here), routes.relative(here, there))) == there


@given(PATHS)
def test_the_root_leads_out_of_every_folder(path: str) -> None:
    assert normpath(join(dirname(path), routes.root(path), "index.html")) == "index.html"


@pytest.mark.parametrize(
    ("here", "there", "href"),
    [
        ("article/a.html", "tag/netralitas.html", "../tag/netralitas.html"),
        ("tag/rakor.html", "tag/netralitas.html", "netralitas.html"),
        ("tag/rakor/2024-07.html", "tag/rakor.html", "../../tag/rakor.html"),
        ("index.html", "tag/rakor.html", "tag/rakor.html"),
        ("tag/rakor.html", "index.html", "../index.html"),
    ],
)
def test_links_inside_the_site_name_the_file(here: str, there: str, href: str) -> None:
    assert routes.relative(here, there) == href


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("index.html", "https://contoh.id/arsip/"),
        ("tag/index.html", "https://contoh.id/arsip/tag/"),
        ("tag/rakor.html", "https://contoh.id/arsip/tag/rakor.html"),
        ("feed.xml", "https://contoh.id/arsip/feed.xml"),
    ],
)
def test_an_absolute_address_names_the_folder_of_an_index(path: str, address: str) -> None:
    assert routes.absolute("https://contoh.id/arsip/", path) == address
    assert routes.absolute("https://contoh.id/arsip", path) == address
