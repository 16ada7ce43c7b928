"""The institutions of a story: units, local governments, election bodies, each with its region's name in full.

An institution of a place is read backwards from the place ("Kapolres Malinau" -> Polres Malinau); one without a place
stands in a list.  KPU alone is not named beside KPU Kabupaten Malinau.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from site_builder.data import table
from site_builder.grammar import regions
from site_builder.grammar.regions import Mention
from site_builder.model import Document, Known, Reading, Span

VERSION = 1

LOOK_BACK = 72
LEVELS = {"kab": "Kabupaten", "kabupaten": "Kabupaten", "kota": "Kota", "provinsi": "Provinsi", "prov": "Provinsi"}
LEVEL = re.compile(r"[ \xa0]?\b(Kab\.?|Kabupaten|Kota|Provinsi|Prov\.?)[ \xa0]?$", re.I)
NUMBER = re.compile(r"\b(\d[\d-]{2,8})[ \xa0]?/?$")
"""Of an army unit: ``Kodim 0910/Malinau``."""
SHORT_UNIT = re.compile(r"\b(?:Ko|Dan|Mako|Kas)dim[ \xa0](\d{4})/([A-Z][A-Za-z]{1,4})\b")
"""``Dandim 0910/Mln``."""
PART = re.compile(
    r"((?:Satuan|Unit)(?: [A-Z][a-z]+){1,2}|Sat[a-z]{4,12}|Bid[a-z]{3,9}|Dit[a-z]{3,12}) ?(?:\(([A-Z][a-z]+)\) ?)?$"
)
"""A part of a unit: ``Satlantas`` Polres …, ``Satuan Intelijen Keamanan (Intelkam)`` Polres …"""
UNITS = frozenset(row["type"] for row in table("units") if row["force"] in {"polisi", "tni ad"})
GOVERNMENT = "Pemerintah"
GOVERNMENTS = re.compile(r"\b(?:Pemerintah (Kota|Kabupaten|Provinsi)|(Pemkot|Pemkab|Pemprov))\b(?! [A-Z])")
"""The government of the place that the story is about, without its name."""
SHORT_GOVERNMENTS = {"Pemkot": "Kota", "Pemkab": "Kabupaten", "Pemprov": "Provinsi"}
LOCAL, OF_STORY, SHARED = 0.9, 0.8, 0.85

Found = tuple[str, Span]


def extract(document: Document, known: Known) -> Iterator[Reading]:
    local = [*_local(document), *_of_story(document, known)]
    kinds = {_kind(name) for name, _ in local}
    shared = [found for found in _shared(document.prose) if _kind(found[0]) not in kinds]
    seen: set[str] = set()
    for name, span in sorted([*local, *shared], key=lambda found: found[1]):
        identity = _identity(name)
        if identity not in seen:
            seen.add(identity)
            confidence = LOCAL if (name, span) in local else SHARED
            yield Reading("organizations", name, document.quote(span), span, f"organizations/{VERSION}", confidence)


def _kind(name: str) -> str:
    return name.split(" ", 1)[0].removesuffix("D")


def _identity(name: str) -> str:
    """KPUD Kabupaten Malinau and KPU Malinau are one; Pemerintah Kota and Pemerintah Kabupaten are two."""
    kind, _, rest = name.partition(" ")
    first, _, place = rest.partition(" ")
    bare = place if first in LEVELS.values() and kind != GOVERNMENT else rest
    return regions.key(kind.removesuffix("D") + bare)


def _local(document: Document) -> Iterator[Found]:
    for mention in regions.find(document.prose):
        found = _of_place(document.prose, mention)
        if found is not None:
            yield found
            first = max(0, found[1][0] - LOOK_BACK)
            part = PART.search(document.prose[first : found[1][0]])
            if part:
                name = f"{part[1].split()[0]} {part[2]}" if part[2] else part[1]
                yield f"{name} {found[0]}", (first + part.start(1), found[1][1])


def _of_place(text: str, mention: Mention) -> Found | None:
    """The institution whose name ends with the place, if there is one."""
    start, end = mention.span
    first = max(0, start - LOOK_BACK, text.rfind("\n", 0, start) + 1)
    before = text[first:start].rstrip(" \xa0")
    level = LEVEL.search(before)
    rest = before[: level.start()] if level else before
    number = NUMBER.search(rest)
    head = _heads().search(rest[: number.start()].rstrip(" \xa0") if number else rest)
    if head is None:
        return None
    kind = _canonical()[head[1].lower()]
    word = LEVELS[level[1].lower().rstrip(".")] if level else ""
    name = _name(kind, word, number[1] if number else "", mention, text[start:end])
    suffix = " Kota" if kind in UNITS and CITY.match(text, end) else ""
    return (name + suffix, (first + head.start(1), end + len(suffix))) if name else None


CITY = re.compile(r" Kota(?![a-z])")


def _name(kind: str, level: str, number: str, mention: Mention, printed: str) -> str:
    place = regions.expanded(printed)
    if number:
        return f"{kind} {number}/{place}"
    if kind == GOVERNMENT and not level:
        return f"{kind} {mention.regions[0].name}" if len(mention.regions) == 1 else ""
    if kind == GOVERNMENT and len(mention.regions) == 1 and mention.regions[0].name.startswith(f"{level} "):
        return f"{kind} {mention.regions[0].name}"
    return f"{kind} {level} {place}" if level and kind not in UNITS else f"{kind} {place}"


def _of_story(document: Document, known: Known) -> Iterator[Found]:
    """What the text names without its place, or with a short form of it: the story's main place completes it."""
    places = known.readings.get("places", ())
    main = regions.regions().get(str(places[0].value)) if places else None
    if main is None:
        return
    for match in GOVERNMENTS.finditer(document.prose):
        if main.name.startswith((match[1] or SHORT_GOVERNMENTS[match[2]]) + " "):
            yield f"{GOVERNMENT} {main.name}", match.span()
    for match in SHORT_UNIT.finditer(document.prose):
        if _abbreviates(match[2], main.bare_name):
            yield f"Kodim {match[1]}/{main.bare_name}", match.span()


def _abbreviates(short: str, name: str) -> bool:
    """True if the letters of the short form follow each other in the name: Mln, Malinau."""
    letters = iter(name.lower())
    return short[0].lower() == name[0].lower() and all(letter in letters for letter in short.lower())


BODIES = {
    "pemkab": GOVERNMENT, "pemkot": GOVERNMENT, "pemprov": GOVERNMENT, "pemda": GOVERNMENT, "pemerintah": GOVERNMENT,
    "pemerintah daerah": GOVERNMENT, "kpu": "KPU", "kpud": "KPUD", "kip": "KIP", "bawaslu": "Bawaslu",
    "panwaslih": "Panwaslih", "dprd": "DPRD", "dprk": "DPRK", "forkopimda": "Forkopimda", "bpbd": "BPBD",
    "satpol pp": "Satpol PP", "dishub": "Dinas Perhubungan", "dinas perhubungan": "Dinas Perhubungan",
    "kesbangpol": "Kesbangpol", "pengadilan negeri": "Pengadilan Negeri", "kejaksaan negeri": "Kejaksaan Negeri",
    "kejari": "Kejaksaan Negeri", "kajari": "Kejaksaan Negeri", "kejaksaan tinggi": "Kejaksaan Tinggi",
    "kejati": "Kejaksaan Tinggi", "kajati": "Kejaksaan Tinggi", "diskominfo": "Diskominfo", "fkub": "FKUB",
    "sentra gakkumdu": "Sentra Gakkumdu", "gakkumdu": "Sentra Gakkumdu", "lapas": "Lapas", "rutan": "Rutan",
    "lanal": "Lanal", "lanud": "Lanud",
}  # fmt: skip
SATPOL = re.compile(r"(?:Sat(?:uan|\.)? ?)?Pol(?:isi)?[ .-]{0,2}P(?:among )?P(?:raja)?\b")
EVERYWHERE = re.compile(
    r"\b(?:TNI[ -]AD|TNI[ -]AL|TNI[ -]AU|TNI|Polri|KPU RI|Bawaslu RI|KPU|Bawaslu|DKPP|KPK|Mahkamah Konstitusi|BPBD|BNN"
    r"|Mabes Polri|Linmas|Brimob|Forkopimda|Forkopimko|Basarnas|Dinas Perhubungan|Kemendagri|Sentra Gakkumdu|FKUB|MUI"
    r"|Panwaslih|Kejaksaan Agung|Kemenko Polkam|PPATK|Polda Metro Jaya|Kodam Jaya|Polresta Barelang)\b"
)


@cache
def _canonical() -> Mapping[str, str]:
    """What a text calls an institution, its head or its building (lower case) -> the institution."""
    found = dict(BODIES)
    for row in table("units"):
        kind = row["type"]
        if kind in UNITS and row["level"] != "nasional":
            for word in (kind, row["full_name"], row["head"], row["head_full"], f"Ma{kind}", f"Wa{row['head']}"):
                found.setdefault(word.lower(), "Polres" if kind == "Polres Kota" else kind)
    return found


@cache
def _heads() -> re.Pattern[str]:
    words = sorted(_canonical(), key=lambda word: (-len(word), word))
    return re.compile(rf"(?<![a-z])({'|'.join(map(re.escape, words))})\)?$", re.I)


def _shared(text: str) -> Iterator[Found]:
    for match in EVERYWHERE.finditer(text):
        yield match.group().replace("-", " "), match.span()
    for match in SATPOL.finditer(text):
        yield "Satpol PP", match.span()
