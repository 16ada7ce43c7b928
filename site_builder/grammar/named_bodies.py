"""Bodies that are called by what they are and by name: ``Kementerian Sosial``, ``RSUD Undata Palu``, ``Partai Golkar``.

They are given as printed: news spells them out or shortens them as it likes, and no table could hold them all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from site_builder.data import table
from site_builder.grammar import place_names
from site_builder.grammar.names import likely
from site_builder.grammar.scanning import matches_at
from site_builder.grammar.words import words
from site_builder.model import Span

_WORD = r"(?:[A-Z][a-z]++(?:-[A-Z][a-z]++)?|[A-Z]{2,}+(?![a-z])|[IVX]{1,5}\b|\d{1,3}\b)"
_FIRST = r"(?:[A-Z][a-z]++|[A-Z]{2,}+(?![a-z]))"
_OFFICE = (
    r"Kementerian|Kemenko|Dinas|Badan(?! Lahir| Usaha)|Balai(?! Kota| Desa| Pertemuan)(?: Besar)?|Inspektorat|"
    r"Direktorat(?: Jenderal)?|Pengadilan|Mahkamah|Komisi|Fraksi|Partai|Majelis(?! Hakim)|Dewan|Forum|Koalisi|Aliansi|"
    r"Ikatan|Persatuan|Satgas|Kedutaan Besar|"
    r"KBRI|Kantor SAR|Bhayangkari|Polsek|Koramil|D[PK][DPWC](?= Partai)|BEM|[HP]MII?(?= Cabang)|P[CW]NU|"
    r"Sekretariat Jenderal|Bank|Universitas|Institut|Koperasi"
)
_AFTER_PEOPLE = r"RS(?:UD|UP|PAD|UDZA)?|Pondok Pesantren|Ponpes|Yayasan|(?:PT|CV)\.?"
"""Bodies that may bear a person's name."""
_HEAD = rf"(?:{_OFFICE}|{_AFTER_PEOPLE})"
_BODY = re.compile(
    rf"(?<![A-Za-z])(?P<head>{_HEAD})[ \xa0]{_FIRST}(?:(?:, [A-Z][a-z]++){{1,3}},? dan [A-Z][a-z]++)?"
    rf"(?:[ \xa0](?:(?:dan|serta)[ \xa0](?!{_HEAD}))?{_WORD}){{0,7}}"
)
"""A capitalised run behind the word for what it is; ``dan`` inside it only between capitals: ``Badan Meteorologi,
Klimatologi, dan Geofisika``."""
_PART = re.compile(
    r"(?<![A-Za-z])(?:(?:Tim|Unit|Subbid|Seksi) (?:[A-Z][a-z]++ ){1,2}|Sat(?:res|lan|in|sam|bin|pol|nar)[a-z]{2,12} |"
    r"Bid[a-z]{3,9} |(?:Dit|Direktorat )[A-Z]?[a-z]{4,14} )"
    r"(?:Pol(?:da|res(?:ta(?:bes)?)?|sek)) [A-Z][a-z]++(?: [A-Z][a-z]++){0,2}"
)
"""``Satreskrim Polres Sigi``, ``Tim Inafis Polres Palu``"""
_EVERYWHERE = re.compile(
    r"(?<![A-Za-z])(?:Komisi [IVX]{1,4} DPR(?: RI)?|(?:DPR|MPR|DPD) RI|DPR|MPR|BMKG|BNPB|BIN|PPATK|Ombudsman(?: RI)?|"
    r"Komnas HAM|Komnas Perempuan|KontraS|BPK|BPS|KPAI|LPSK|BPOM|OJK|PLN|ASDP|Perludem|"
    r"PDIP|PDI[- ]P(?:erjuangan)?|Gerindra|Golkar|NasDem|Demokrat|Hanura|Perindo|PKB|PKS|PAN|PPP|PSI|"
    r"Bareskrim(?: Polri)?|Dittip[a-z]{4,12} Bareskrim(?: Polri)?|Korps Brimob(?: Polri)?|Puspen TNI|Sesko TNI|IPDN|"
    r"Kemen(?:ko )?(?:dag|kes|sos|hub|hut|kum|keu|ag|aker|pora|lu|han|perin|pan|kop|tan|dikbud|kominfo|komdigi|"
    r"kumham|parekraf|hukham|dikdasmen|diktisaintek)(?:ri)?)(?![A-Za-z])"
)
_CAPITAL = re.compile(r"[A-Z][A-Za-z]*")
"""All of these begin with a capital, and behind no letter."""
_LEVELS = ("Kabupaten", "Kota", "Provinsi")
_ANY = frozenset({"Negeri", "Swasta", "Daerah", "Partai", "Desa", "Tinggi", "Pusat", "Provinsi", "Kota", "Kabupaten"})
"""Words that name no single body: ``Pengadilan Negeri``, ``Universitas Swasta``."""
_NEVER = frozenset({
    "Kepala", "Ketua", "Wakil", "Direktur", "Sekretaris", "Anggota", "Plt", "Menteri", "Rektor", "Polisi", "Tahun",
})  # fmt: skip
"""Words that begin what stands behind a body, and are no part of one."""


def named_bodies(text: str) -> Iterator[tuple[str, Span]]:
    """Their names as printed, and where they stand, in no order; some lie inside others."""
    capitals = [match.start() for match in _CAPITAL.finditer(text)]
    for match in matches_at(capitals, _BODY, text):
        end = _end(text, match)
        name = " ".join(text[match.start() : end].split())
        behind = name[len(match["head"]) :].split()
        if behind and not name.endswith(_LEVELS) and not set(behind) <= _ANY:
            yield name, (match.start(), end)
    for pattern in (_PART, _EVERYWHERE):
        for match in matches_at(capitals, pattern, text):
            yield " ".join(match[0].split()), match.span()


def _end(text: str, match: re.Match[str]) -> int:
    """Where the run ends: behind a place, before a rank, and before a person unless such bodies are named after one."""
    own = re.fullmatch(_AFTER_PEOPLE, match["head"]) is not None
    spoken = words(text)
    end = match.end("head")
    index = spoken.index(match.end("head"))
    first = index
    while index < len(spoken) and spoken.ends[index] <= match.end():
        word = spoken.items[index]
        place = place_names.place_at(spoken, index) if index > first else None
        if word in _NEVER or word.lower() in _ranks() or (index > first and not own and not place and likely(word)):
            break
        if place:
            return min(match.end(), spoken.ends[place[0] - 1])
        if word not in {"dan", "serta"}:
            end = spoken.ends[index]
        index += 1
    return end


@cache
def _ranks() -> frozenset[str]:
    return frozenset(row["rank"].split()[0].lower() for row in table("ranks"))
