"""How a page names its site in words: ``© 2024 Kabar Palu``, ``Andi Rahman - pesisirpalu``, ``Humas Bawaslu Sigi``.

Each function takes one line and gives where in it the name stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, TypeAlias

from site_builder.grammar.outlets import DOMAIN, is_brand
from site_builder.model import Span

Finder: TypeAlias = Callable[[str], Span | None]

_CLAIM = re.compile(r"©|\([cC]\)|\bcopyright\b|\bhak cipta\b|\ball rights? reserved\b", re.IGNORECASE)
_FURNITURE = re.compile(
    r"©|\([cC]\)(?=\W)|\b(?:copyrights?|hak cipta|all rights? reserved|dilindungi(?: undang-?undang)?|by|oleh|"
    r"(?:19|20)\d\d)\b|[\d\s.,:;|–—-]{1,12}",
    re.IGNORECASE,
)
"""What stands around the owner's name: ``Copyright © 2019-2024 by``."""
_NAME = re.compile(r"[A-Z][\w'’&]*(?: (?:[A-Z][\w'’&]*|\d{1,3}(?!\d))){0,4}")
_CHAIN = re.compile(r" (?:Media )?(?:Network|Group|Grup|Network Indonesia)$")
"""Behind a site's own name: the chain that it gave its name to."""
_NOT_A_SITE: Final = ("PT", "CV", "Powered", "Theme", "Designed", "Dilarang", "Redaksi", "Blogger", "WordPress")
_BESIDE = re.compile(
    r"(?:[A-Z][\w.'’]*\s){2,4}[-–|]\s(?P<site>[a-z]{6,30}|[A-Z][a-z]+[A-Z][A-Za-z]+|[a-z]+[A-Z][A-Za-z]+)"
)
"""``Andi Rahman - kabarpesisir``"""
_OFFICE = re.compile(
    r"(?:\bHumas\s)?(?P<office>(?:Bawaslu|KPU|KIP|Panwaslih|Badan Pengawas Pemilihan Umum|Komisi Pemilihan Umum)"
    r"(?:\s(?:Kabupaten|Kota|Provinsi|Kab\.))?(?:\s[A-Z]\w+){1,3}|\b(?:Penrem|Pendim|Pendam|Dispen|Dispenad|Dispenal|"
    r"Penlanal|Penkostrad|Penkopassus)\s(?:[A-Z][\w-]*\s)?[A-Z0-9][\w/-]*)"
)
"""``Humas Bawaslu Sigi``, ``Penrem 132/Tadulako``, ``Demikian berita Dispen Koarmada I``"""
_SIGNED = re.compile(
    r"(?:penulis|editor|oleh|foto|humas|sumber|demikian berita|ditulis|\(?pen[a-z]{2,8}\s|\(?dispen)", re.I
)
_MOST_WORDS = 5


def owner(line: str) -> Span | None:
    """The owner whom a copyright line names, without years and the chain's word: ``© 2024 Kabar Palu Group``."""
    if _CLAIM.search(line) is None or DOMAIN.search(line):
        return None
    position = 0
    while found := _FURNITURE.match(line, position):
        position = found.end()
    name = _NAME.match(line, position)
    if name is None or name[0].split()[0] in _NOT_A_SITE:
        return None
    chain = _CHAIN.search(name[0])
    return name.start(), name.start() + chain.start() if chain else name.end()


def beside_reporter(line: str) -> Span | None:
    """The site behind a reporter's name: one run-together word, or a name built like a newspaper's."""
    if found := _BESIDE.fullmatch(line):
        return found.span("site")
    who, dash, site = line.partition(" - ")
    return (len(line) - len(site), len(line)) if dash and len(who.split()) < _MOST_WORDS and is_brand(site) else None


def reporting_office(line: str) -> Span | None:
    """The election office or army press office that supplied its own report, where a credit or a dateline names it."""
    found = _OFFICE.search(line)
    if found is None or not (found.start() == 0 or _SIGNED.match(line)):
        return None
    return found.span("office")


def spelt_out(line: str, letters: str) -> str | None:
    """The capitalised words of a line that together have just these letters: ``Kabar Palu`` for ``kabarpalu``."""
    words = line.split()
    plain = ["".join(filter(str.isalnum, word)) for word in words]
    for start, word in enumerate(plain):
        if not word or not letters.startswith(word.casefold()) or not word[0].isupper():
            continue
        joined = ""
        for end in range(start, min(start + _MOST_WORDS, len(words))):
            joined += plain[end].casefold()
            if joined == letters and end > start:
                return " ".join(plain[start : end + 1])
    return None
