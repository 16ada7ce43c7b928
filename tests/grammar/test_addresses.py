"""Web addresses: one form for many, the one inside a Google News id, the day in a path."""

from __future__ import annotations

import base64
from datetime import date

import pytest

from site_builder.grammar.addresses import addresses, canonical, google_news, is_address, names, path_day

ADDRESS = "https://kabarpalu.com/2024/11/02/kapolres-tegaskan-netralitas/"


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        (ADDRESS, ADDRESS),
        (f"{ADDRESS}?utm_source=wa&utm_medium=social#komentar", ADDRESS),
        ("https://KABARPALU.com/a?id=7&fbclid=x", "https://kabarpalu.com/a?id=7"),
        ("https://m.kabarpalu.com/a/", "https://kabarpalu.com/a/"),
        ("https://amp.kabarpalu.com/a", "https://kabarpalu.com/a"),
        (f"{ADDRESS}amp/", ADDRESS),
        ("https://kabarpalu.com/amp/berita/1", "https://kabarpalu.com/berita/1"),
        ("https://kabarpalu.com/berita/1?page=all&amp=1", "https://kabarpalu.com/berita/1"),
        ("http://user:secret@kabarpalu.com:80/a", "http://kabarpalu.com/a"),
        ("https://kabarpalu.com", "https://kabarpalu.com/"),
    ],
)
def test_an_address_has_one_form(given: str, wanted: str) -> None:
    assert canonical(given) == wanted
    assert canonical(wanted) == wanted


def news_link(message: bytes) -> str:
    return f"https://news.google.com/rss/articles/{base64.urlsafe_b64encode(message).decode().rstrip('=')}?oc=5"


@pytest.mark.parametrize("url", [ADDRESS, f"https://kabarpalu.com/{'panjang-' * 20}selesai/"])
def test_an_old_google_news_id_holds_the_address(url: str) -> None:
    size = len(url)
    length = bytes([size]) if size < 128 else bytes([size & 0x7F | 0x80, size >> 7])
    assert google_news(news_link(b"\x08\x13\x22" + length + url.encode() + b"\xd2\x01\x00")) == url


@pytest.mark.parametrize(
    "link",
    [
        news_link(b"\x08\x13\x22\x40AU_yqLN" + b"x" * 57),
        news_link(b"\x08\x13\x22\x7f" + ADDRESS.encode()),
        "https://news.google.com/rss/articles/CBMi????notbase64",
        "https://news.google.com/home",
        ADDRESS,
    ],
)
def test_newer_ids_and_other_links_hold_none(link: str) -> None:
    assert google_news(link) is None


@pytest.mark.parametrize(
    ("url", "day"),
    [
        (ADDRESS, date(2024, 11, 2)),
        ("https://situs.id/nasional/20250701164159-12-1245722/judul", date(2025, 7, 1)),
        ("https://situs.id/2024-07-31/judul", date(2024, 7, 31)),
        ("https://situs.id/2024/11/judul", None),
        ("https://situs.id/2024/13/45/judul", None),
        ("https://situs.id/read/1578255/12/judul-1749542819", None),
    ],
)
def test_a_path_may_hold_the_day(url: str, day: date | None) -> None:
    assert path_day(url) == day


def test_addresses_end_before_the_punctuation_of_their_sentence() -> None:
    text = "Lihat (https://a.id/b). Juga https://[dot]rusak dan https://c.id/d!"
    assert [(url, text[slice(*span)]) for url, span in addresses(text)] == [
        ("https://a.id/b", "https://a.id/b"),
        ("https://c.id/d", "https://c.id/d"),
    ]


def test_a_slug_names_its_title() -> None:
    assert names(ADDRESS.replace("tegaskan", "palu-tegaskan"), "Kapolres Palu Tegaskan Netralitas Anggota")
    assert not names(ADDRESS, "Harga Kakao di Palu Naik")


@pytest.mark.parametrize(
    ("text", "wanted"), [(ADDRESS, True), ("kabarpalu.com", False), ("https://", False), (f"{ADDRESS} x", False)]
)
def test_an_address_is_whole_or_none(text: str, wanted: bool) -> None:
    assert is_address(text) is wanted
