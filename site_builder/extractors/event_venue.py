"""Where an event took place, in the words of the text: "aula Mapolres Ketapang".

A venue follows "di" and begins with a word for a room, building or square; it ends where the next part of the
sentence begins.  The one with a verb of taking place before it is preferred.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_builder.grammar import region_names
from site_builder.model import Document, Known, Reading

VERSION = 1

HEADS = (
    r"aula|lapangan|halaman|gedung|ruang|ruangan|kantor|mapolda|mapolres(?:ta(?:bes)?)?|mapolsek|makodim|makorem|mako"
    r"|polres(?:ta(?:bes)?)?|polda|polsek|kodim|hotel|lantai|lt\.?|balai|balairung|baruga|pendopo|stadion|alun[- ]alun"
    r"|gor|kampus|masjid|mesjid|gereja|taman|rumah jabatan|rujab|gudang|cafe|kafe|resto|graha|ballroom"
    r"|joglo|lobi|pelataran|bundaran|monumen|tugu|sekretariat|posko|rumah makan|wisma|auditorium|gelanggang|gelora"
    r"|area parkir|parkiran|teras|serambi|bumi perkemahan|dermaga|pelabuhan|studio|wantilan|griya|vihara|pura"
    r"|pondok pesantren|ponpes|sekolah|universitas|anjungan|stasiun|islamic center|simpang|perempatan|depan"
    r"|kediaman|markas|rupatama|tempat pemungutan suara|tps"
)
HEAD = re.compile(rf"\b[Dd]i[ \xa0]{{1,2}}(?:dalam |seputaran |sekitar |kawasan )?((?:{HEADS})(?![a-z]))", re.I)
NAMED = re.compile(
    r"\b[Bb]er(?:tempat|lokasi|langsung)[ \xa0]di[ \xa0]"
    r"((?!Desa|Kelurahan|Kecamatan|Kabupaten|Kota|Provinsi|Wilayah|Indonesia)[A-Z])"
)
"""A venue of any name, where nothing else can follow: ``bertempat di`` Favour Resto."""
WORD = re.compile(r"([ \xa0]|, ?| ?/ ?|-| \()?([^\s,.;:()“”\"/-]+\.?)")
"""A gap and the next word: `` Mapolres``, ``, Kantor``, `` (GOR``."""
ACRONYM = re.compile(r" \([A-Z]{2,8}\)")
"""Inside a name: Gedung Olahraga ``(GOR)`` Wanggudu."""
ABBREVIATION = re.compile(r"(?:[A-Z]|Jl|Jln|Lt|No|Dr|H|Ir|St)\.")
"""A word whose point does not end a sentence."""
SMALL = frozenset({
    "alun", "apel", "atas", "aula", "bawah", "bawaslu", "belakang", "bupati", "depan", "dprd", "gedung", "halaman",
    "hotel", "kantor", "kodim", "kota", "kpu", "lantai", "lt", "mako", "mapolda", "mapolres", "mapolresta",
    "pertemuan", "pola", "polda", "polres", "polresta", "rapat", "ruang", "samping", "serbaguna", "sidang", "tengah",
    "upacara", "utama", "wali",
})  # fmt: skip
"""Words in small letters that may be part of a venue's name."""
AFTER_COMMA = re.compile(rf"(?:{HEADS}|jalan|jl)\b", re.I)
STOP = re.compile(
    r"(?:Senin|Selasa|Rabu|Kamis|Jum.?at|Sabtu|Minggu|Ahad|Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September"
    r"|Oktober|November|Desember|Pukul|WIB|WITA|WIT|Pada|Dalam|Untuk|Yang|Dan|Dengan|Oleh)\b",
    re.I,
)
TAKES_PLACE = re.compile(
    r"\b(?:bertempat|berlokasi|berlangsung|digelar|dilaksanakan|dilangsungkan|dipusatkan|dihelat|diadakan|diselenggarakan"
    r"|di laksanakan|di adakan|menggelar|gelar|melaksanakan|mengadakan|memimpin|pimpin|hadiri|menghadiri|mengikuti"
    r"|rakor|apel|deklarasi|acara|kegiatan)\b",
    re.I,
)
LOOK_BACK = 160
PARAGRAPHS = 5
MOST_WORDS = 12
STATED, NEAR, ALONE = 0.9, 0.85, 0.6


def extract(document: Document, known: Known) -> Iterator[Reading]:
    del known  # a venue stands in the text, whatever else is known
    yield from sorted(_venues(document), key=lambda reading: -reading.confidence)[:1]


def _venues(document: Document) -> Iterator[Reading]:
    text = document.prose
    paragraphs = document.body()[:PARAGRAPHS]
    end = paragraphs[-1].span[1] if paragraphs else 0
    for match in (*HEAD.finditer(text, 0, end), *NAMED.finditer(text, 0, end)):
        start, stop = match.start(1), _end(text, match.start(1))
        if not _is_named(text[start:stop]) or region_names.named(text[start:stop]):
            continue
        before = text[max(0, match.start() - LOOK_BACK) : match.start()].rpartition("\n")[2]
        yield Reading(
            "event.venue", document.quote((start, stop)), document.quote((start, stop)), (start, stop),
            f"event_venue/{VERSION}", _confidence(before),
        )  # fmt: skip


def _is_named(venue: str) -> bool:
    """False for a room or building that could be any: "kantor", "halaman kantor"."""
    words = venue.replace(",", " ").replace("-", " ").split()
    if len(words) == 1:
        return venue.lower() in BUILDINGS
    return any(not word.islower() or word in BUILDINGS for word in words)


BUILDINGS = frozenset({
    "mapolres", "mapolresta", "mapolrestabes", "mapolda", "mapolsek", "makodim", "makorem", "bupati", "wali", "kpu",
    "bawaslu", "dprd", "polres", "polda",
})  # fmt: skip
"""Words that name one building of the story's place."""


def _confidence(before: str) -> float:
    verbs = [*TAKES_PLACE.finditer(before)]
    if not verbs:
        return ALONE
    return STATED if len(before) - verbs[-1].end() <= 3 else NEAR


def _end(text: str, start: int) -> int:
    """Where the name of a venue ends that begins at ``start``."""
    end = start
    for _ in range(MOST_WORDS):
        match = WORD.match(text, end)
        if match is None or "\n" in match.group() or (end > start and not _goes_on(text, match)):
            break
        end = match.end()
        acronym = ACRONYM.match(text, end)
        if acronym and WORD.match(text, acronym.end()):
            end = acronym.end()
        if text[end - 1] == "." and not ABBREVIATION.fullmatch(match[2]):
            break
    return len(text[:end].rstrip(" ,.("))


def _goes_on(text: str, match: re.Match[str]) -> bool:
    gap, word = match[1] or "", match[2]
    if STOP.match(word):
        return False
    if gap.startswith(","):
        return AFTER_COMMA.match(text, match.start(2)) is not None
    if gap.startswith(" ("):
        return False
    return word[0].isupper() or word[0].isdigit() or word.lower().rstrip(".") in SMALL
