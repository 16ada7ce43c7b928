"""How a news site is named in print: by its domain (``SUARASIGI. COM``) or by its brand (``POSMETRO MEDAN``)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import dropwhile
from types import MappingProxyType
from typing import Final

from site_builder.data import table
from site_builder.grammar.office_sites import election_office, office_name
from site_builder.grammar.region_names import key, named
from site_builder.grammar.site_words import FIRST_WORDS, LAST_WORDS, parted, spelled

DOMAIN: Final = re.compile(
    r"(?<![\w@./-])(?:[A-Za-z0-9][A-Za-z0-9-]{0,40}\s?\.\s?){1,4}(?:co\s?\.\s?id|go\s?\.\s?id|or\s?\.\s?id|"
    r"ac\s?\.\s?id|mil\s?\.\s?id|web\s?\.\s?id|"
    r"my\s?\.\s?id|com|net|org|info|news|tv|id|co|media|today|online|live|asia|biz|xyz|fm)(?![\w@])",
    re.IGNORECASE,
)
"""``TRIBUN-MEDAN.com``, ``palopopos.fajar.co.id``, ``SUARASIGI. COM``."""
_SUFFIX = re.compile(
    r"\.(?:(?:co|go|or|ac|mil|web|my)\.id|com|net|org|info|news|tv|id|co|media|today|online|live|asia|biz|xyz|fm)$"
)
_SHORTEST_BARE = 6
_LONGEST_INITIALS = 4
"""Letters; a longer word in capitals is a name, not initials."""
_MOST_WORDS = 4
_LENDERS: Final = frozenset({"blogspot.com", "wordpress.com", "weebly.com", "medium.com"})
"""Hosts of which each sub-domain is a site of its own."""
_UNITS: Final = frozenset(
    re.findall(
        r"\w+", "polda polres polresta polrestabes polri metro kodim korem kodam lanal kabupaten kota provinsi prov"
    )
)
"""Words that may stand before the region in the name of a branch: ``Tribratanews Polda Aceh``."""
_PRESS: Final = frozenset(
    re.findall(
        r"\w+",
        "humas bidhumas portal website kpu bawaslu panwaslih kip pemkab pemkot pemprov polda polres polresta "
        "polrestabes kodim korem kodam diskominfo kominfo penrem pendim pendam dispen lanal mc",
    )
)
"""First words of an office that has a site: ``Humas Polres Sigi``, ``KPU Kota Palu``."""


@lru_cache(maxsize=512)
def site_key(token: str) -> str:
    """The form in which the table knows a site: lower case, no spaces around points, no ``www.``."""
    words = re.sub(r"\s{0,2}\.\s{0,2}", ".", " ".join(token.casefold().split()))
    return re.sub(r"^(?:https?://)?(?:www\.|m\.|amp\.|mobile\.)?", "", words).strip(" .,:/-–—|")


def known_name(token: str, overrides: Mapping[str, str]) -> str | None:
    """The name by the vocabulary, the table or the domain of an office; a subdomain falls back to its parent."""
    site = site_key(token)
    while site:
        name = overrides.get(site) or _names().get(site) or office_name(site)
        if name:
            return name
        head, _, rest = site.partition(".")
        site = rest if head and "." in rest else ""
    return None


def derived_name(domain: str) -> str:
    """The name of a site that no table knows: ``kabarpalu.com`` -> ``Kabar Palu``; else ``Kabarentah.com``, as printed.

    A run-together name is parted only where each of its words is known; a hyphen parts it by itself.
    """
    printed = site_key(domain)
    ending = _SUFFIX.search(printed)
    if ending is None:
        return spelled_name(domain)
    host, _, label = printed[: ending.start()].rpartition(".")
    if label + ending[0] in _LENDERS and host:
        return f"{host}.{label}{ending[0]}".capitalize()
    words = spelled(label) or (label.split("-") if "-" in label else ())
    if words:
        return " ".join(word[:1].upper() + word[1:] for word in words if word)
    as_printed = re.sub(r"\s", "", domain)
    start = as_printed.casefold().find(label + ".")
    own = as_printed[start : start + len(label)]
    return (label.capitalize() if own in (own.lower(), own.upper()) else own) + ending[0]


def spelled_name(words: str) -> str:
    """A name without a domain, in the letters of a name: ``KABARPALU`` -> ``Kabar Palu``, ``KBRX`` as printed."""
    plain = " ".join(words.split())
    if office := election_office(plain):
        return office
    if found := spelled(plain):
        return " ".join(found)
    return plain.title() if plain.isupper() and len(plain) > _LONGEST_INITIALS else plain


def is_known(words: str) -> bool:
    """True if the shipped table has the domain or the brand."""
    return site_key(words) in _names()


@lru_cache(maxsize=512)
def is_brand(words: str) -> bool:
    """True if the table knows the words, or they are built like a newspaper's name: ``RADAR PALU``, ``PALUPOST``."""
    parts = site_key(words).split()
    several = 2 <= len(parts) <= 3 and (parts[0] in FIRST_WORDS or parts[-1] in LAST_WORDS)
    single = len(parts) == 1 and len(parted(parts[0])) > 1
    return several or single or is_known(words) or is_branch(words)


def is_branch(words: str) -> bool:
    """True for a known brand with its region: ``Tribratanews Polda Aceh``."""
    first, _, rest = site_key(words).partition(" ")
    return is_known(first) and _is_region(rest)


def is_press_office(words: str) -> bool:
    """True for an office with its region: ``Humas Polres Sigi``, ``KPU Kota Palu``."""
    first, _, rest = site_key(words).partition(" ")
    return first in _PRESS and _is_region(rest)


def _is_region(words: str) -> bool:
    place = list(dropwhile((_UNITS | _PRESS).__contains__, words.split()))
    return 0 < len(place) <= _MOST_WORDS and bool(named(key("".join(place))))


@cache
def _names() -> Mapping[str, str]:
    """Token -> name; a site is also known by its domain without the ending: ``malangtimes``."""
    names = {row["token"]: row["name"] for row in table("outlets")}
    bare = {_SUFFIX.sub("", token): name for token, name in names.items() if _SUFFIX.search(token)}
    sites = {token: name for token, name in bare.items() if "." not in token and len(token) >= _SHORTEST_BARE}
    return MappingProxyType(sites | names)
