"""The last part of an address."""

from __future__ import annotations

import hashlib
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.slugs import LONGEST, RESERVED, digest, is_slug, key, slug, unique


@given(st.text())
def test_every_name_has_a_slug_that_is_safe_on_every_file_system(name: str) -> None:
    assert is_slug(slug(name))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Rakor Pilkada: Kapolres Tegaskan Netralitas", "rakor-pilkada-kapolres-tegaskan-netralitas"),
        ("Jum'at di Kota Baru", "jum-at-di-kota-baru"),
        ("../../etc/passwd", "etc-passwd"),
        ("a\x00b\u202ec", "a-bc"),
        ("Wali Kota " * 7 + "Kabupaten-panjang dalam di", "wali-kota-" * 7 + "kabupaten"),
        ("kata " * 100, "kata-" * 15 + "kata"),
    ],
)
def test_slugs_of_titles(name: str, expected: str) -> None:
    assert slug(name) == expected


@pytest.mark.parametrize("name", ["", "..", "—", "🗳", *sorted(RESERVED), "NUL", "Index"])
def test_a_name_without_a_slug_of_its_own_gets_one_from_its_hash(name: str) -> None:
    assert slug(name) not in RESERVED
    assert slug(name) == slug(name)
    assert len({slug(other) for other in ("", "..", "🗳", name)}) >= 3


@given(st.lists(st.sampled_from(["Rakor", "rakor", "RAKOR 2", "kata " * 100, "Apel"]), max_size=12))
def test_no_two_articles_share_a_slug(titles: list[str]) -> None:
    taken: list[str] = []
    for title in titles:
        taken.append(unique(title, taken={key(other) for other in taken}))
    assert len(set(taken)) == len(titles)
    assert all(is_slug(found) for found in taken)


def test_the_first_keeps_the_plain_slug_and_the_next_get_numbers() -> None:
    assert unique("Rakor", taken=set()) == "rakor"
    assert unique("Rakor", taken={"rakor"}) == "rakor-2"
    assert unique("Rakor", taken={"rakor", "rakor-2"}) == "rakor-3"
    assert len(unique("kata " * 100, taken={slug("kata " * 100)})) <= LONGEST


@given(st.text())
def test_names_that_a_file_system_takes_for_one_have_one_key(name: str) -> None:
    assert key(unicodedata.normalize("NFD", name)) == key(unicodedata.normalize("NFC", name))
    assert key(key(name)) == key(name)


@pytest.mark.parametrize("name", ["", "A", "a b", "a--b", "-a", "a-", "index", "con", "é", "a" * 81, "a.b", "a/b"])
def test_a_file_name_that_is_no_slug_is_seen(name: str) -> None:
    assert not is_slug(name)


@pytest.mark.parametrize("name", ["rakor", "🗳", "\ud800"])
def test_the_digits_that_tell_names_apart_are_those_of_a_known_hash(name: str) -> None:
    known = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()
    assert digest(name) == known[:8]
    assert slug("..") == hashlib.sha256(b"..").hexdigest()[:8]
    assert slug("index") == f"index-{hashlib.sha256(b'index').hexdigest()[:8]}"
