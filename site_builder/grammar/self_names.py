"""How a page names its site in words: ``© 2024 Kabar Palu``, ``Andi Rahman - pesisirpalu``, ``Humas Bawaslu Sigi``.

Each function takes one line, or the story, and gives where in it the name stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

from site_builder.grammar.names import likely
from site_builder.grammar.outlets import DOMAIN, is_brand, is_known
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
    r"Penlanal|Penkostrad|Penkopassus)\s(?:[A-Z][\w-]*\s)?[A-Z0-9][\w/-]*|"
    r"\b(?i:(?:bid|si|sub(?:bag|si))?humas pol(?:da|res(?:ta|tabes)?|sek))(?:\s[A-Z]\w+){1,3}|"
    r"\b(?:Puspen TNI|Dispen(?:ad|al|au)|Puspenad)\b)"
)
"""``Humas Bawaslu Sigi``, ``Penrem 132/Tadulako``, ``Demikian berita Dispen Koarmada I``"""
_SIGNED = re.compile(
    r"(?:penulis|editor|oleh|by\b|foto|humas|sumber|demikian berita|ditulis|\(?pen[a-z]{2,8}\s|\(?dispen)", re.I
)
_WRITES_FOR = re.compile(
    r"(?i:wartawan|reporter|kontributor|jurnalis|koresponden|redaksi|biro)\s(?P<site>[A-Z][\w.]*(?:\s[A-Z]\w*){0,3}?)"
    r"(?=\s?[,:;(|–-]|$)|\((?P<bracketed>[A-Z][\w.]*(?:\s[A-Z]\w*){0,3})\)$"
)
"""``Laporan wartawan Kabar Palu, Andi``, ``Laporan: Andi (Kabar Palu)``"""
_CALLS = re.compile(
    r"\b(?:Google News|(?i:saluran|channel|kanal) (?:WhatsApp|Whatsapp|WA|Telegram)|(?i:setiap hari) dari|"
    r"(?i:lainnya|selengkapnya|terkini|terbaru|menarik) (?:di|dari)|"
    r"(?i:tayang|terbit|dimuat|dipublikasikan|diterbitkan)(?: \w{2,12}){0,2} di)\s"
    r"(?!Google|What|Tele|Face|Insta|You)(?P<site>[A-Z][\w&]*(?:\s[A-Z][\w&]*){1,3})(?!\w|\.\w)"
)
"""``Ikuti Saluran WhatsApp Warta Lembah``, ``Artikel ini telah tayang di Warta Lembah dengan judul …``"""
_TOLD = re.compile(
    r"\b(?:kepada|(?:di|meng)?hubungi(?: oleh)?|dikonfirmasi|ditemui|diwawancarai?|diterima)\s"
    r"(?:(?:awak media|tim|redaksi|wartawan|jurnalis|reporter|kontributor)\s){0,2}"
    r"(?P<site>[A-Za-z][\w-]*(?:\.\w{2,5}){0,3})"
)
"""``kata Andi kepada kabarpalu.com``: the reporter names whom he works for."""
_TAKEN_OVER = ("dikutip", "dilansir", "melansir", "mengutip", "dinukil", "disadur")
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


def written_for(line: str) -> Span | None:
    """The newspaper that a reporter's line names: only a name that is known, or built like a newspaper's."""
    spans = (found.span("site" if found["site"] else "bracketed") for found in _WRITES_FOR.finditer(line))
    return next((span for span in spans if is_brand(line[slice(*span)])), None)


def invited_to(line: str) -> Span | None:
    """The site, of two words or more, that a call to follow it or a note on the first print names."""
    found = _CALLS.search(line)
    return found.span("site") if found else None


def told(text: str) -> Iterator[Span]:
    """The sites to which people speak in a story; none in one that takes over what others were told.

    A domain, or a brand that is no person's name, as ``Surya`` is: ``detikcom``.
    """
    folded = text.lower()
    if any(verb in folded for verb in _TAKEN_OVER):
        return
    for found in _TOLD.finditer(text):
        site = found["site"]
        if DOMAIN.fullmatch(site) or (is_known(site) and not likely(site)):
            yield found.span("site")


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
