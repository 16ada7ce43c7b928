"""Sites of public offices by their domains: ``kota-palu.kpu.go.id``, ``sigikab.go.id``, ``tribratanewspolrespalu.com``.

The names of the ministries' schemes are general; which office it is, the region in the domain tells.
"""

from __future__ import annotations

import re
from typing import Final

from site_builder.grammar.region_names import Level, Region, expanded, key, named

_LEVELS: Final[dict[str, Level]] = {
    "kab": "kabupaten", "kabupaten": "kabupaten", "kota": "kota", "prov": "provinsi", "provinsi": "provinsi",
}  # fmt: skip
_ELECTION = re.compile(
    r"(?:(?P<region>[\w-]{3,40})\.(?P<body>kpu|bawaslu)|(?P<other>kpu|bawaslu)-?(?P<place>[\w-]{3,40}))\.go\.id"
)
"""``kota-palu.kpu.go.id``, ``sigi.bawaslu.go.id``, ``kpu-sigikab.go.id``"""
_GOVERNMENT = re.compile(r"(?:[\w-]{1,40}\.){0,3}(?P<region>[\w-]{3,40})\.go\.id")
"""``sigikab.go.id``, ``diskominfo.palukota.go.id``"""
_POLICE = re.compile(
    r"(?P<news>tribratanews)?[.-]?(?P<unit>polda|polrestabes|polresta|polres)[.-]?(?P<region>[a-z-]{3,40})\.(?:polri\.go\.id|"
    r"com|id|co\.id|net|org|info)"
)
"""``tribratanewspolressigi.com``, ``polres-sigi.id``"""
_POLICE_HOST = re.compile(
    r"(?:(?P<news>tribratanews|tribrata)[.-])?(?P<unit>[a-z-]{3,40})(?:\.[a-z]{2,20})?\.polri\.go\.id"
)
"""``tribratanews.ressigi.sulteng.polri.go.id``, ``polresta-palu.polri.go.id``"""
_RESORTS: Final = {
    "polrestabes": "Polrestabes", "polresta": "Polresta", "polres": "Polres", "restabes": "Polrestabes",
    "resta": "Polresta", "res": "Polres", "": "Polres",
}  # fmt: skip
_BODIES: Final = {"kpu": "KPU", "bawaslu": "Bawaslu"}
_PRINTED = re.compile(
    r"(?P<body>badan pengawas pemilihan umum|komisi pemilihan umum|bawaslu|kpu|kip|panwaslih) "
    r"(?:(?P<level>kabupaten|kota|provinsi|kab\.?|prov\.?) )?(?P<place>[\w -]{2,40})",
    re.IGNORECASE,
)
"""``Badan Pengawas Pemilihan Umum Kabupaten Sigi``, ``KPU KOTA PALU``, ``Bawaslu Babar``"""
_SHORT: Final = {"badan pengawas pemilihan umum": "Bawaslu", "komisi pemilihan umum": "KPU", "panwaslih": "Panwaslih"}


def office_name(domain: str) -> str | None:
    """What a reader calls the site of an election office, a government or a police unit; None if it is none.

    ``domain`` is in lower case and without ``www.``; a region that no table has, or that two share, gives None.
    """
    if found := _ELECTION.fullmatch(domain):
        region = _region(found["region"] or found["place"])
        return f"{_BODIES[found['body'] or found['other']]} {region.name}" if region else None
    if found := _POLICE.fullmatch(domain):
        place = found["region"].replace("-", "")
        known = [region for region in named(place) if (region.level == "provinsi") == (found["unit"] == "polda")]
        unit = f"{found['unit'].capitalize()} {expanded(known[0].bare_name)}" if known else None
        return f"Tribratanews {unit}" if unit and found["news"] else unit
    if found := _POLICE_HOST.fullmatch(domain):
        resort = _resort(found["unit"])
        return f"Tribratanews {resort}" if resort and found["news"] else resort
    found = _GOVERNMENT.fullmatch(domain)
    level, place = _level(found["region"]) if found else (None, "")
    region = _only(place, level) if level else None
    return f"Pemerintah {region.name}" if region else None


def _resort(label: str) -> str | None:
    """``ressigi``, ``polres-sigi``, ``sigi`` -> Polres Sigi."""
    for short, unit in _RESORTS.items():
        local = [region for region in named(label.removeprefix(short).strip("-")) if region.level != "provinsi"]
        if label.startswith(short) and local:
            return f"{unit} {local[0].bare_name}"
    return None


def election_office(words: str) -> str | None:
    """An election office as its report or its page names it, in the usual short form: ``Bawaslu Kabupaten Sigi``."""
    found = _PRINTED.fullmatch(" ".join(words.split()))
    if found is None:
        return None
    body = found["body"].casefold()
    level = _LEVELS.get((found["level"] or "").casefold().rstrip("."))
    short = _SHORT.get(body) or _BODIES.get(body) or body.upper()
    return " ".join(filter(None, (short, level and level.capitalize(), expanded(found["place"]))))


def _region(label: str) -> Region | None:
    """The region of a label, of its level if that is said, else a regency before a city of the same name."""
    level, place = _level(label)
    if level:
        return _only(place, level)
    return _only(place, "kabupaten") or _only(place, "kota") or _only(place, "provinsi")


def _level(label: str) -> tuple[Level | None, str]:
    """``sigikab``, ``kab-sigi`` -> kabupaten, sigi."""
    letters = key(label)
    for word, level in _LEVELS.items():
        for rest in (letters.removesuffix(word), letters.removeprefix(word)):
            if rest != letters and any(region.level == level for region in named(rest)):
                return level, rest
    return None, letters


def _only(place: str, level: Level | None) -> Region | None:
    fitting = [region for region in named(place) if region.level == level]
    return fitting[0] if len(fitting) == 1 else None
