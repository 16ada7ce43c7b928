"""The words before the first sentence: ``PALU, KABARPALU.COM – …``, ``KBRN, Sorong: …``, ``RAHA | 9 Juli 2024 – …``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, Literal

from site_builder.data import table
from site_builder.grammar.dates import Printed, printed_dates
from site_builder.grammar.outlets import DOMAIN, is_brand, is_known
from site_builder.model import Span

Kind = Literal["site", "place", "unit", "date", "agency"]

REACH: Final = 120
"""Code points in which a dateline must end."""
_WORDS = re.compile(
    r"(?:(?:Kab|Kec|Kel|Kep|Prov|Kp|Ds|Tj|Tg|St|KAB|KEC|KEL|KEP|PROV|KP|DS|TJ|TG)\.(?=\s[A-Z])|[A-Z][\w'’]*)"
    r"(?:[ \xa0/][A-Z][\w'’]*){0,7}"
)
"""Capitalised words: ``KOLAKA UTARA``, ``Polres Malinau``, ``Badan Pengawas Pemilihan Umum Kabupaten Sigi``."""
_MOST_WORDS = 5
"""Of a name that is no office's."""
_BARE_SITE = re.compile(r"[a-z]{5,30}(?=\s?\([A-Z])")
"""``kabarpalu (Sigi) --- …``"""
_WHOLE_BODIES = ("badan pengawas pemilihan umum", "komisi pemilihan umum", "komisi independen pemilihan")
_AGENCY = re.compile(r"\(\s?([A-Za-z][\w .:-]{1,30}?)\s?\)")
"""``Kupang (ANTARA) - …``"""
_SEPARATOR = re.compile(r"\)?\s{0,3}[,|/.]\s{0,3}|\s{0,3}(?=\()|\)\s{1,3}(?=[A-Za-z0-9-]{3,40}\.)")
_END = re.compile(
    r"\)?[ \t\xa0,]{0,3}(?:(?P<broken>\n)[ \t\xa0]{0,3})?"
    r"(?P<mark>-{1,3}|[–—]{1,2}|:|\|{1,2})[ \t\xa0]{0,3}(?P<after>\n?)"
    r"(?=[\[(\"“”'‘&\w])"
)
"""The dash behind it, which may stand on a line of its own where links were broken off."""
_MARK, _DIGIT = re.compile(r"[-–—:|]"), re.compile(r"\d")
_ENDING = re.compile(r"\.\s?(?:com|co|go|id|net|org|news|tv|mil)\b", re.IGNORECASE)
"""Of a domain: no dateline is without a mark or a site."""
_LOOSE_END = re.compile(r"(?:\)[.,:]?|[.,:])[ \t\xa0]{1,3}(?=[\"“‘'A-Z])|(?<=[a-z])(?=[A-Z])")
"""``KABARPALU.COM, Kepala …``, ``Palu (kabarpalu.com). Kepala …``: behind a site no dash is needed."""
_GLUED = re.compile(r"[A-Z][a-z]+(?=[A-Z])")
"""``PaluKepala …``: the dash went with the tags."""
_UNITS = frozenset(
    re.findall(
        r"\w+",
        """polres polresta polrestabes polda polsek polri humas kodim korem kodam koramil satgas kpu bawaslu panwaslu
        satlantas lanal lanud bid bidhumas divisi sat satuan unit dinas diskominfo kominfo pemkab pemkot pemprov brimob
        polairud kejari lapas rutan mc""",
    )
)
_PARTS = frozenset(
    re.findall(
        r"\w+",
        """desa kelurahan kel kecamatan kec kabupaten kab kota provinsi prov dusun kampung nagari gampong distrik pulau
        kapanewon kemantren kalurahan lembang pekon tiyuh jorong teluk tanjung gunung sungai muara""",
    )
)
"""First words of places that no table has."""
_NEVER = frozenset(
    re.findall(
        r"\w+",
        """tni dprd pemilu pilkada pilgub pilwali pilbup pilpres kapolres kapolda kapolri kapolsek kapolresta
        ketua wakil bupati gubernur wali penjabat pj dandim presiden menteri rapat rakor deklarasi apel
        operasi patroli video foto breaking berita update baca info kronologi ini itu selain jelang
        menjelang usai saat dalam untuk para sebanyak puluhan ratusan ribuan kasus pelaku korban kepala
        calon pasangan hari tanggal waktu tempat lokasi acara catatan editor penulis laporan sumber halaman
        hal pasal nomor jumlah total""",
    )
)
"""Words that no place name begins with: a line may begin ``Pilkada 2024 – …`` without any dateline."""


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of a dateline with its place in the text."""

    kind: Kind
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline at the start of a text; ``span`` runs to the first letter of the sentence behind it."""

    span: Span
    items: tuple[Item, ...]
    date: Printed | None = None

    def first(self, kind: Kind) -> Item | None:
        return next((item for item in self.items if item.kind == kind), None)


def dateline(text: str) -> Dateline | None:
    """The dateline that the text begins with, if it does."""
    return _at_head(text[:REACH])


@lru_cache(maxsize=512)
def _at_head(head: str) -> Dateline | None:
    """Remembered, because every rule that seeks the story's beginning asks of the same lines."""
    if not head[:1].isalnum() or not (_MARK.search(head) or _ENDING.search(head)):
        return None
    dates = printed_dates(head) if _DIGIT.search(head) else ()
    items: list[Item] = []
    position = 0
    while len(items) < 5 and (item := _item(head, position, dates)):
        items.append(item)
        position = item.span[1]
        end = _END.match(head, position)
        if end and end["mark"][0] == "|" and _goes_on(head, dates, end.end()):
            position = end.end()
            continue
        if end and _is_dateline(items, end):
            return _continued(head, dates, items, end.end())
        separator = _SEPARATOR.match(head, position)
        if separator is None:
            break
        position = separator.end()
    return _without_dash(head, items)


def _without_dash(head: str, items: list[Item]) -> Dateline | None:
    """``KABARPALU.COM, Palu. Kepala …``: up to the last site or town, if a domain is among them."""
    for size in range(len(items), 0, -1):
        kept, behind = items[:size], items[size : size + 1]
        named = any(item.kind == "site" and DOMAIN.fullmatch(item.text) for item in kept)
        several = any(item.kind == "site" for item in behind)
        end = _LOOSE_END.match(head, kept[-1].span[1])
        if end and named and not several and (kept[-1].kind == "site" or is_town(kept[-1].text)):
            return Dateline((0, end.end()), tuple(_told_apart(kept)))
    return None


def _goes_on(head: str, dates: tuple[Printed, ...], position: int) -> bool:
    """``RAHA | 9 Juli 2024 – …``, ``RAHA | KABARMUNA.COM – …``: the bar parts what the dash ends."""
    return any(date.span[0] == position for date in dates) or DOMAIN.match(head, position) is not None


def _continued(head: str, dates: tuple[Printed, ...], items: list[Item], end: int) -> Dateline:
    """``KABARPALU.COM – Palu: Kepala …``, ``PALU - KABARPALU.COM: Kepala …``: town or site behind the first dash."""
    if all(item.kind == "site" for item in items):
        more = _item(head, end, dates)
        close = _END.match(head, more.span[1]) if more else None
        if more and close and close["mark"] != "-" and more.kind == "place" and len(more.text.split()) <= 3:
            items.append(more)
            end = close.end()
    elif all(item.kind in {"place", "unit"} for item in items) and DOMAIN.match(head, end):
        more = _item(head, end, dates)
        close = (_END.match(head, more.span[1]) or _LOOSE_END.match(head, more.span[1])) if more else None
        if more and close and more.kind == "site":
            items.append(more)
            end = close.end()
    date = next((d for d in dates if any(d.span == item.span for item in items)), None)
    return Dateline((0, end), tuple(_told_apart(items)), date)


def _told_apart(items: list[Item]) -> list[Item]:
    """``Seputarsigi, Palu –``: beside a known town, a name that no table has is the site's."""
    places = [item for item in items if item.kind == "place"]
    known = [item for item in places if is_town(item.text)]
    if len(places) < 2 or not known or any(item.kind == "site" for item in items):
        return items
    named = [item for item in places if item not in known and item.text.split()[0].casefold() not in _PARTS]
    return [Item("site", item.text, item.span) if item in named else item for item in items]


def _item(head: str, position: int, dates: tuple[Printed, ...]) -> Item | None:
    for date in dates:
        if date.span[0] == position:
            return Item("date", date.text, date.span)
    if agency := _AGENCY.match(head, position):
        named = DOMAIN.fullmatch(agency[1]) is not None
        return Item("site" if named else "place" if is_town(agency[1]) else "agency", agency[1], agency.span(1))
    if site := DOMAIN.match(head, position):
        return Item("site", site[0], site.span())
    if bare := _BARE_SITE.match(head, position):
        return Item("site", bare[0], bare.span())
    if (glued := _GLUED.match(head, position)) and is_town(glued[0]):
        return Item("place", glued[0], glued.span())
    words = _WORDS.match(head, position)
    kind = _kind(words[0]) if words else "place"
    if words is None or (kind == "place" and len(words[0].split()) > _MOST_WORDS):
        return None
    return Item(kind, words[0], words.span())


def _kind(words: str) -> Kind:
    if words.split()[0].casefold() in _UNITS or words.casefold().startswith(_WHOLE_BODIES):
        return "site" if is_brand(words) else "unit"
    return "site" if is_known(words) or (is_brand(words) and not is_town(words)) else "place"


def _is_dateline(items: list[Item], end: re.Match[str]) -> bool:
    kinds = {item.kind for item in items}
    places = [item for item in items if item.kind == "place"]
    place = next((item for item in places if is_town(item.text)), next(iter(places), None))
    if place and place.text.split()[0].casefold() in _NEVER:
        return False
    if "agency" in kinds or any(item.kind == "site" and _is_sure(item.text) for item in items):
        return True
    if end["broken"]:
        return bool(end["after"])
    spaced = end[0][:1].isspace() or end[0][-1:].isspace() or len(end["mark"]) > 1 or end["mark"] in "–—"
    if place is None:
        named = kinds & {"unit", "site"} and all(item.text.isupper() or item.kind != "site" for item in items)
        return bool(named) and spaced and end["mark"][0] not in ":|"
    if end["mark"][0] in ":|" and not is_town(place.text):
        return False
    return spaced and (place.text.isupper() or kinds & {"date", "unit"} != set() or is_town(place.text))


def _is_sure(site: str) -> bool:
    """A domain, or a brand that the table knows; ``KABAR BAIK`` is only built like one."""
    return DOMAIN.fullmatch(site) is not None or is_known(site)


def is_town(words: str) -> bool:
    """True if a region, a seat or a sub-district bears the name, or a regional short form is spelt so."""
    return _letters(words) in _towns()


@cache
def _towns() -> frozenset[str]:
    names = [row["name"] for row in (*table("regions"), *table("districts"))]
    names += [row["bare_name"] for row in table("regions")]
    names += [row["town"] for row in table("seats")] + [row["short"] for row in table("short_forms")]
    return frozenset(map(_letters, names))


def _letters(words: str) -> str:
    return "".join(char for char in words.casefold() if char.isalpha())
