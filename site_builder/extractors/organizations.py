"""The institutions of a story: units, local governments, election bodies, each with its region's name in full.

An institution of a place is read backwards from the place ("Kapolres Malinau" -> Polres Malinau); one without a place
stands in a list.  KPU alone is not named beside KPU Kabupaten Malinau.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache

from site_builder.data import table
from site_builder.grammar import named_bodies, region_names, regions, units
from site_builder.grammar.regions import Mention
from site_builder.grammar.scanning import matches_at
from site_builder.model import Document, Known, Reading, Span

VERSION = 1

LOOK_BACK = 72
LEVELS = {"kab": "Kabupaten", "kabupaten": "Kabupaten", "kota": "Kota", "provinsi": "Provinsi", "prov": "Provinsi"}
LEVEL = re.compile(r"[ \xa0]?\b(Kab\.?|Kabupaten|Kota|Provinsi|Prov\.?)[ \xa0]?$", re.I)
NUMBER = re.compile(r"\b(\d[\d-]{2,8})[ \xa0]?/?$")
"""Of an army unit: ``Kodim 0910/Malinau``."""
NAMED = re.compile(
    r"\b(?:Dan|Kas|Pang|Ma(?:ko)?)?(?i:(rem|dam|lanud|lanal|yonif|brigif)|ko(rem|dam)) "
    r"((?:[IVX]{1,5}|\d{1,4})/)?((?:[A-Z][a-z]+)(?: [A-Z][a-z]+){0,3})"
)
"""``Danrem 132/Tadulako``, ``Lanud Silas Papare``: units that bear a name of their own."""
NAMED_UNITS = {"rem": "Korem", "dam": "Kodam", "lanud": "Lanud", "lanal": "Lanal", "yonif": "Yonif", "brigif": "Brigif"}
PART = re.compile(
    r"((?:Satuan|Unit)(?: [A-Z][a-z]+){1,2}|Sat[a-z]{4,12}|Bid[a-z]{3,9}|Dit[a-z]{3,12}|Brimob)"
    r" ?(?:\(([A-Z][a-z]+)\) ?)?$"
)
"""A part of a unit: ``Satlantas`` Polres …, ``Satuan Intelijen Keamanan (Intelkam)`` Polres …"""
UNITS = frozenset(row["type"] for row in table("units") if row["force"] == "polisi" or row["force"].startswith("tni"))
GOVERNMENT = "Pemerintah"
GOVERNMENTS = re.compile(r"\b(?:Pemerintah (Kota|Kabupaten|Provinsi)|(Pemkot|Pemkab|Pemprov))\b(?! [A-Z])")
"""The government of the place that the story is about, without its name."""
SHORT_GOVERNMENTS = {"Pemkot": "Kota", "Pemkab": "Kabupaten", "Pemprov": "Provinsi"}
LOCAL, SHARED, NAMED_ONLY = 0.9, 0.85, 0.75

Found = tuple[str, Span]


def extract(document: Document, known: Known) -> Iterator[Reading]:
    local = [*_read(document, _local, _numbered, _own_named), *_named(document.prose), *_governments(document, known)]
    kinds = {_kind(name) for name, _ in local}
    sure = set(local)
    shared = [found for found in _read(document, _shared) if _kind(found[0]) not in kinds]
    given = set(shared)
    others = list(_without_people(_apart(document, [span for _, span in (*local, *shared)]), known))
    seen: set[str] = set()
    for name, span in sorted(
        [*local, *shared, *others], key=lambda found: (not _in_body(document, found[1]), found[1])
    ):
        identity = _identity(name)
        if identity not in seen:
            seen.add(identity)
            confidence = LOCAL if (name, span) in sure else SHARED if (name, span) in given else NAMED_ONLY
            yield Reading("organizations", name, document.quote(span), span, f"organizations/{VERSION}", confidence)


def _in_body(document: Document, span: Span) -> bool:
    """The body names an institution in full where the title has no room for it."""
    return not document.prose[span[0] : span[1]].isspace()


def _read(document: Document, *readers: Callable[[str], Iterator[Found]]) -> Iterator[Found]:
    """What the readers find in the title and in the prose, in the coordinates of the seed's text."""
    parts = [(document.quote(block.span), block.span[0]) for block in document.labelled("title")]
    for text, offset in (*parts, (document.prose, 0)):
        for reader in readers:
            for name, (start, end) in reader(text):
                yield name, (start + offset, end + offset)


def _apart(document: Document, taken: list[Span]) -> Iterator[Found]:
    """Bodies by their own names, but for what has been read, also under the short form in brackets behind the name."""
    starts = {start for start, _ in taken}
    for name, span in _by_name(document.prose):
        short = document.prose[span[1] : span[1] + 2] == " (" and span[1] + 2 in starts
        if not short and not any(start < span[1] and span[0] < end for start, end in taken):
            yield name, span


def _without_people(found: Iterable[Found], known: Known) -> Iterator[Found]:
    """``Bank Indonesia Sari Dewi``: a body ends where a person of the story begins."""
    first_names = {person.name.split()[0] for person in known.people()}
    for name, (start, end) in found:
        words = name.split()
        kept = next((i for i, word in enumerate(words) if i > 1 and word in first_names), len(words))
        printed = name if kept == len(words) else " ".join(words[:kept])
        yield printed, (start, end if kept == len(words) else start + len(printed))


def _by_name(text: str) -> Iterator[Found]:
    """Bodies by their own names, the longest where one lies in another."""
    found = sorted(named_bodies.named_bodies(text), key=lambda one: (one[1][0], -one[1][1]))
    end = 0
    for name, span in found:
        if span[1] > end:
            yield name, span
        end = max(end, span[1])


def _kind(name: str) -> str:
    return name.split(" ", 1)[0].removesuffix("D")


def _identity(name: str) -> str:
    """KPUD Kabupaten Malinau and KPU Malinau are one; Pemerintah Kota and Pemerintah Kabupaten are two."""
    kind, _, rest = name.partition(" ")
    first, _, place = rest.partition(" ")
    bare = place if first in LEVELS.values() and kind != GOVERNMENT else rest
    return region_names.key(kind.removesuffix("D") + bare)


def _local(text: str) -> Iterator[Found]:
    for mention in regions.find(text):
        found = _of_place(text, mention)
        if found is not None:
            yield found
            first = max(0, found[1][0] - LOOK_BACK)
            part = PART.search(text[first : found[1][0]])
            if part:
                name = f"{part[1].split()[0]} {part[2]}" if part[2] else part[1]
                yield f"{name} {found[0]}", (first + part.start(1), found[1][1])


def _of_place(text: str, mention: Mention) -> Found | None:
    """The institution whose name ends with the place, if there is one."""
    start, end = mention.span
    first = max(0, start - LOOK_BACK)
    first = max(first, text.rfind("\n", first, start) + 1)
    before = text[first:start].rstrip(" \xa0")
    level = LEVEL.search(before)
    rest = before[: level.start()] if level else before
    number = NUMBER.search(rest)
    rest = rest[: number.start()].rstrip(" \xa0") if number else rest
    # The cheap test first: most places stand behind no institution.
    head = _heads().search(rest) if rest.removesuffix(")")[-2:].lower() in _endings() else None
    if head is None:
        return None
    kind = _canonical()[head[1].lower()]
    word = LEVELS[level[1].lower().rstrip(".")] if level else ""
    name = _name(kind, word, number[1] if number else "", mention, text[start:end])
    suffix = " Kota" if kind in UNITS and CITY.match(text, end) else ""
    return (name + suffix, (first + head.start(1), end + len(suffix))) if name else None


CITY = re.compile(r" Kota(?![a-z])")


def _name(kind: str, level: str, number: str, mention: Mention, printed: str) -> str:
    place = region_names.expanded(printed)
    if number:
        return f"{kind} {number}/{place}"
    if kind == GOVERNMENT and not level:
        return f"{kind} {mention.regions[0].name}" if len(mention.regions) == 1 else ""
    if kind == GOVERNMENT and len(mention.regions) == 1 and mention.regions[0].name.startswith(f"{level} "):
        return f"{kind} {mention.regions[0].name}"
    return f"{kind} {level} {place}" if level and kind not in UNITS else f"{kind} {place}"


def _governments(document: Document, known: Known) -> Iterator[Found]:
    """A government that the text names without its place: the story's main place completes it."""
    places = known.readings.get("places", ())
    main = str(places[0].value) if places else ""
    for match in GOVERNMENTS.finditer(document.prose):
        if main.startswith((match[1] or SHORT_GOVERNMENTS[match[2]]) + " "):
            yield f"{GOVERNMENT} {main}", match.span()


def _numbered(text: str) -> Iterator[Found]:
    """Army units by their number, where the text shortens their name or leaves it out."""
    for kind, name, span in units.numbered(text):
        if kind == "Korem" or not regions.find(text[slice(*span)]):
            yield name, span


def _own_named(text: str) -> Iterator[Found]:
    for unit in units.own_named(text):
        if unit.name.startswith("Pol"):
            yield unit.name, unit.span


def _named(text: str) -> Iterator[Found]:
    folded = text.lower()
    for match in NAMED.finditer(text) if any(f"{unit} " in folded for unit in NAMED_UNITS) else ():
        words = match[4].split()
        name = " ".join(itertools.takewhile(lambda word: word.lower() not in _rank_words(), words))
        unit = NAMED_UNITS[(match[1] or match[2]).lower()]
        known = (unit, (match[3] or "").rstrip("/")) in units.army_units()
        if name and not known and not region_names.named(name):
            yield f"{unit} {match[3] or ''}{name}", (match.start(), match.start(4) + len(name))


@cache
def _rank_words() -> frozenset[str]:
    return frozenset(row["rank"].split()[0] for row in table("ranks"))


@cache
def _before_tni() -> frozenset[str]:
    """Words before "TNI" in a rank: Marsma TNI, Brigadir Jenderal TNI."""
    ranks = (row["rank"] for row in table("ranks"))
    return frozenset(rank.split()[-2] for rank in ranks if rank.endswith(" tni"))


BODIES = {
    "pemkab": GOVERNMENT, "pemkot": GOVERNMENT, "pemprov": GOVERNMENT, "pemda": GOVERNMENT, "pemerintah": GOVERNMENT,
    "pemerintah daerah": GOVERNMENT, "kpu": "KPU", "kpud": "KPUD", "kip": "KIP", "bawaslu": "Bawaslu",
    "panwaslih": "Panwaslih", "dprd": "DPRD", "dprk": "DPRK", "forkopimda": "Forkopimda", "bpbd": "BPBD",
    "satpol pp": "Satpol PP", "dishub": "Dinas Perhubungan", "dinas perhubungan": "Dinas Perhubungan",
    "kesbangpol": "Kesbangpol", "pengadilan negeri": "Pengadilan Negeri", "kejaksaan negeri": "Kejaksaan Negeri",
    "kejari": "Kejaksaan Negeri", "kajari": "Kejaksaan Negeri", "kejaksaan tinggi": "Kejaksaan Tinggi",
    "kejati": "Kejaksaan Tinggi", "kajati": "Kejaksaan Tinggi", "diskominfo": "Diskominfo", "fkub": "FKUB",
    "sentra gakkumdu": "Sentra Gakkumdu", "gakkumdu": "Sentra Gakkumdu", "lapas": "Lapas", "rutan": "Rutan",
    "komisi pemilihan umum": "KPU", "komisi pemilihan umum daerah": "KPUD", "badan pengawas pemilu": "Bawaslu",
    "kasdim": "Kodim", "kasrem": "Korem", "makodim": "Kodim", "makorem": "Korem",
    "badan pengawas pemilihan umum": "Bawaslu", "dewan perwakilan rakyat daerah": "DPRD", "panwascam": "Panwascam",
}  # fmt: skip
SATPOL = re.compile(r"\b(?:Sat(?:uan|\.)? ?)?[Pp]ol(?:isi)?[ .-]{0,2}P(?:among )?P(?:raja)?\b")
CAPITALS = re.compile(r"[A-Z]\w*")
SHORT_NAMES = {"MK": "Mahkamah Konstitusi"}
EVERYWHERE = re.compile(
    r"\b(?:TNI[ -]AD|TNI[ -]AL|TNI[ -]AU|TNI Angkatan (?:Darat|Laut|Udara)|TNI|Polri|Mabes Polri|Brimob|Linmas|Basarnas"
    r"|KPU RI|Bawaslu RI|KPU|Bawaslu|Panwaslih|Panwascam|DKPP|KPK|Mahkamah Konstitusi|MK|Kejaksaan Agung|Kemendagri"
    r"|Kemenko Polkam|BPBD|BNN|FKUB|MUI|Forkopimda|Forkopimko|Dinas Perhubungan|Sentra Gakkumdu"
    r"|Kejaksaan)(?![A-Z])"
)


@cache
def _canonical() -> Mapping[str, str]:
    """What a text calls an institution, its head or its building (lower case) -> the institution."""
    found = dict(BODIES)
    for row in table("units"):
        kind = row["type"]
        if (kind in UNITS and row["level"] != "nasional") or kind in {"Lapas", "Rutan"}:
            for word in (kind, row["full_name"], row["head"], row["head_full"], f"Ma{kind}", f"Wa{row['head']}"):
                found.setdefault(word.lower(), "Polres" if kind == "Polres Kota" else kind)
    return found


@cache
def _endings() -> frozenset[str]:
    return frozenset(word[-2:] for word in _canonical())


@cache
def _heads() -> re.Pattern[str]:
    words = sorted(_canonical(), key=lambda word: (-len(word), word))
    return re.compile(rf"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z]))((?i:{'|'.join(map(re.escape, words))}))\)?$")


def _shared(text: str) -> Iterator[Found]:
    capitals = (match.start() for match in CAPITALS.finditer(text))
    for match in matches_at(capitals, EVERYWHERE, text):
        before = text[max(0, match.start() - 16) : match.start()].split()
        if not before or before[-1].lower() not in _before_tni():
            name = match.group().replace("-", " ")
            yield SHORT_NAMES.get(name, name), match.span()
    for match in SATPOL.finditer(text) if "PP" in text or "Pamong P" in text else ():
        yield "Satpol PP", match.span()
