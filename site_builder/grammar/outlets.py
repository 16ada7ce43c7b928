"""How a news site is named in print: by its domain (``BACAPESAN. COM``) or by its brand (``POSMETRO MEDAN``)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from site_builder.data import table

DOMAIN: Final = re.compile(
    r"(?<![\w@./-])(?:[A-Za-z0-9][A-Za-z0-9-]{0,40}\s?\.\s?){1,4}(?:co\s?\.\s?id|go\s?\.\s?id|or\s?\.\s?id|"
    r"ac\s?\.\s?id|mil\s?\.\s?id|web\s?\.\s?id|"
    r"my\s?\.\s?id|com|net|org|info|news|tv|id|co|media|today|online|live|asia|biz|xyz|fm)(?![\w@])",
    re.IGNORECASE,
)
"""``TRIBUN-MEDAN.com``, ``kendaripos.fajar.co.id``, ``BACAPESAN. COM``."""
_SUFFIX = re.compile(
    r"\.(?:(?:co|go|or|ac|mil|web|my)\.id|com|net|org|info|news|tv|id|co|media|today|online|live|asia|biz|xyz|fm)$"
)
_FIRST_WORDS: Final = frozenset(
    re.findall(
        r"\w+",
        "tribun radar pos kabar suara media warta harian koran metro lintas seputar sinar portal pena lensa jurnal",
    )
)
_LAST_WORDS: Final = frozenset(
    re.findall(r"\w+", "pos post news times ekspres express daily online update terkini today raya")
)
_MIDDLE_WORDS: Final = frozenset({"berita", "zona", "cyber", "nusantara", "detik", "rakyat"})
_BY_LENGTH: Final = tuple(sorted(_FIRST_WORDS | _LAST_WORDS | _MIDDLE_WORDS, key=lambda word: (-len(word), word)))
_SHORTEST_BARE = 6
_UPPER = frozenset({"tv", "fm", "ntb", "ntt", "rri", "tvri", "tni", "kpu", "mk", "id", "diy", "rmol"})


def site_key(token: str) -> str:
    """The form in which the table knows a site: lower case, no spaces around points, no ``www.``."""
    words = re.sub(r"\s{0,2}\.\s{0,2}", ".", " ".join(token.casefold().split()))
    return re.sub(r"^(?:https?://)?(?:www\.|m\.|amp\.|mobile\.)?", "", words).strip(" .,:/-–—|")


def known_name(token: str, overrides: Mapping[str, str]) -> str | None:
    """The name that the vocabulary or the shipped table has for a site; a subdomain falls back to its parent."""
    key = site_key(token)
    while key:
        name = overrides.get(key) or _names().get(key)
        if name:
            return name
        head, _, rest = key.partition(".")
        key = rest if head and "." in rest else ""
    return None


def derived_name(domain: str) -> str:
    """A decent name for a site that no table knows: ``kabar-palu.com`` -> ``Kabar Palu``."""
    label = _SUFFIX.sub("", site_key(domain)).rpartition(".")[2]
    words = _split(label) if "-" not in label else label.split("-")
    return " ".join(word.upper() if word in _UPPER else word[:1].upper() + word[1:] for word in words if word)


def is_known(words: str) -> bool:
    """True if the shipped table has the domain or the brand."""
    return site_key(words) in _names()


def is_brand(words: str) -> bool:
    """True if the table knows the words, or they are built like a newspaper's name: ``RADAR PALU``, ``PALUPOST``."""
    parts = site_key(words).split()
    several = 2 <= len(parts) <= 3 and (parts[0] in _FIRST_WORDS or parts[-1] in _LAST_WORDS)
    single = len(parts) == 1 and len(_split(parts[0])) > 1
    return several or single or is_known(words)


def _split(label: str) -> list[str]:
    """``kabarpalu`` -> kabar, palu; ``palupost`` -> palu, post; anything else stays one word."""
    for word in _BY_LENGTH:
        rest = len(label) - len(word)
        if rest > 2 and word in _FIRST_WORDS | _MIDDLE_WORDS and label.startswith(word):
            return [word, label[len(word) :]]
        if rest > 2 and word in _LAST_WORDS | _MIDDLE_WORDS and label.endswith(word):
            return [label[:rest], word]
    return [label]


@cache
def _names() -> Mapping[str, str]:
    """Token -> name; a site is also known by its domain without the ending: ``malangtimes``."""
    names = {row["token"]: row["name"] for row in table("outlets")}
    bare = {_SUFFIX.sub("", token): name for token, name in names.items() if _SUFFIX.search(token)}
    sites = {token: name for token, name in bare.items() if "." not in token and len(token) >= _SHORTEST_BARE}
    return MappingProxyType(sites | names)
