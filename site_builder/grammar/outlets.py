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
_BRAND_WORDS: Final = _FIRST_WORDS | _LAST_WORDS | {"berita", "info", "zona", "cyber", "nusantara", "detik", "rakyat"}
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
    """True if the table knows the words, or they are built like a newspaper's name: ``RADAR PALU``, ``PALU POST``."""
    parts = site_key(words).split()
    built = 2 <= len(parts) <= 3 and (parts[0] in _FIRST_WORDS or parts[-1] in _LAST_WORDS)
    return built or is_known(words)


def _split(label: str) -> list[str]:
    """``kabarpalu`` -> kabar, palu; ``palupost`` -> palu, post; anything else stays one word."""
    for word in sorted(_BRAND_WORDS, key=len, reverse=True):
        if label.startswith(word) and len(label) - len(word) > 2:
            return [word, label[len(word) :]]
        if label.endswith(word) and len(label) - len(word) > 2:
            return [label[: -len(word)], word]
    return [label]


@cache
def _names() -> Mapping[str, str]:
    return MappingProxyType({row["token"]: row["name"] for row in table("outlets")})
