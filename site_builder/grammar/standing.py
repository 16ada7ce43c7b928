"""Units and regions that an article names, to complete an office that leaves its own out.

``Kapolres Kuantan Singingi … melalui Kasat Resnarkoba AKP …``: the Kasat is of Polres Kuantan Singingi.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from site_builder.data import table
from site_builder.grammar import place_names
from site_builder.grammar.appointed import Mention
from site_builder.grammar.bodies import body_from
from site_builder.grammar.offices import Office, with_unit_place
from site_builder.grammar.words import Phrases, Words, words

FAMILIES = {
    "Polres": "Polres", "Polresta": "Polres", "Polrestabes": "Polres", "Polres Metro": "Polres",
    "Polrestro": "Polres", "Polres Kota": "Polres", "Polres Pelabuhan": "Polres", "Polsek": "Polsek",
    "Polsekta": "Polsek", "Polsek Metro": "Polsek", "Polsektro": "Polsek", "Polda": "Polda", "Polda Metro": "Polda",
    "Kodim": "Kodim", "Koramil": "Koramil", "Korem": "Korem", "Kodam": "Kodam", "Kejari": "Kejari",
    "Kejati": "Kejati", "Lanal": "Lanal", "Lanud": "Lanud", "Lantamal": "Lantamal",
    "Lapas": "Lapas", "Rutan": "Rutan", "PN": "court", "PA": "court",
    "Kecamatan": "Kecamatan", "Kabupaten": "region", "Kota": "region", "Provinsi": "province", "pemda": "region",
}  # fmt: skip
"""Kind of unit -> units that can stand for one another."""
GOVERNMENTS = {"pemkab": "Kabupaten", "pemkot": "Kota", "pemko": "Kota", "pemprov": "Provinsi",
               "kabupaten": "Kabupaten", "kota": "Kota", "provinsi": "Provinsi", "kecamatan": "Kecamatan"}  # fmt: skip
LOCAL_HEADS = frozenset({
    "Kabag", "Kabid", "Kadis", "Kaban", "Kepala Bagian", "Kepala Bidang", "Kepala Dinas",
    "Kepala Badan",
    "Kaban Kesbangpol", "Kadishub", "Kadinkes", "Kadisdik", "Kadisdukcapil", "Kadiskominfo", "Kadinsos", "Sekdis",
})  # fmt: skip
"""Offices of a regency or city, which the text need not say."""
NEAR = 160
"""Code points within which a branch of a party follows the region that it is of."""
BRANCHES = frozenset({"DPP", "DPW", "DPD", "DPC", "PAC"})
"""Branches of a party, which the party's name follows."""
PARTY = re.compile(
    r"\b(?:Partai\s)?(?:PDI\s?Perjuangan|PDIP|Golkar|Gerindra|NasDem|Nasdem|PKB|PKS|PAN|Demokrat|PPP|Perindo|PSI|Hanura|Gelora|PBB|"
    r"Ummat|PKN)\b"
)
ELECTORAL = frozenset({"KPU", "KPUD", "Bawaslu", "DPRD", "Panwaslu", "Panwaslih"})
COUNCILS = frozenset({"KPU", "KPUD", "Bawaslu", "KIP", "Panwaslih", "Panwaslu"})
"""Commissions whose members may be named without them."""
ARMED = frozenset({"Polda", "Polres", "Polsek", "Kodam", "Korem", "Kodim", "Koramil", "Lanal", "Lanud", "Lantamal"})
HIGHER = {"Polsek": "Polres", "court": "region"}


@dataclass(frozen=True, slots=True)
class _Stand:
    offset: int
    family: str
    unit: str
    place: str


@dataclass(frozen=True, slots=True)
class Standing:
    """Every unit and region of an article with its offset, in text order; ``home`` is its main place."""

    families: Mapping[str, tuple[_Stand, ...]]
    home: str | None
    party: str | None = None
    """The one party that the article names."""

    def with_party(self, office: Office, offset: int) -> Office:
        """``Ketua DPD Kota Depok`` -> ``Ketua DPD Partai Perindo Kota Depok``, if the article names one party only.

        A branch without a place is that of the region named shortly before it.
        """
        first, _, rest = office.complement.partition(" ")
        stand = self._nearest("region", offset) if first in BRANCHES - {"DPP"} and not rest else None
        if stand and 0 < offset - stand.offset < NEAR:
            rest = stand.unit
        if not self.party or first not in BRANCHES or PARTY.search(office.complement):
            return office
        return replace(office, complement=" ".join(filter(None, (first, self.party, rest))))

    def completed(self, office: Office, offset: int, represents: Office | None) -> str | None:
        """The role of an office that leaves its unit out, with the unit that stands nearest before it."""
        family = FAMILIES.get(office.head.unit)
        if (
            represents
            and office.head.follows == "body"
            and not office.place
            and FAMILIES.get(represents.head.unit) in ARMED
        ):
            return f"{office.role} {represents.head.unit} {represents.complement}" if represents.complement else None
        if office.head.follows == "body" and not office.place:
            return self._of_council(office, offset) or self._of_government(office, offset)
        if not family:
            return None
        if family == "region" and represents and represents.head.unit in {"Kabupaten", "Kota"} and represents.place:
            return f"{office.role} {represents.head.unit} {represents.place}"
        stand = self._nearest(family, offset) or self._nearest(HIGHER.get(family, ""), offset)
        if not stand and family == "Polres" and self.home:
            unit = "" if office.head.follows == "place" else "Polres "
            return f"{office.role} {unit}{place_names.without_level(self.home)}"
        if stand:
            return f"{office.role} {stand.unit if office.head.follows == 'unit' or _level(office) else stand.place}"
        return f"{office.role} {self.home}" if family == "region" and self.home and _level(office) else None

    def _of_government(self, office: Office, offset: int) -> str | None:
        """``Kabag Hukum`` of the regency that the article names; ``Kepala Biro … Pemprov`` of its province."""
        level = next((level for level in ("Provinsi", "Kabupaten", "Kota") if office.complement.endswith(level)), None)
        if not level and office.head.name not in LOCAL_HEADS - {"Kepala Dinas"}:
            return self._of_election(office)
        stand = self._nearest("province" if level == "Provinsi" else "region", offset)
        if not stand:
            return None
        return f"{office.role} {stand.place if level else stand.unit}"

    def _of_council(self, office: Office, offset: int) -> str | None:
        """``Ketua Divisi Hukum`` of the commission that the article named last."""
        stand = self._nearest("council", offset) if councillor(office) else None
        return f"{office.role} {stand.unit}" if stand else None

    def _of_election(self, office: Office) -> str | None:
        """``Ketua Bawaslu`` of the one region that the article names; None if it names several."""
        regions = {stand.unit for stand in self.families.get("region", ())}
        last = f"{office.head.name} {office.complement}".split()[-1]
        return f"{office.role} {regions.pop()}" if last in ELECTORAL and len(regions) == 1 else None

    def _nearest(self, family: str, offset: int) -> _Stand | None:
        fits = self.families.get(family, ())
        before = bisect_right(fits, offset, key=lambda stand: stand.offset)
        return fits[max(0, before - 1)] if fits else None


def councillor(office: Office) -> bool:
    """Whether the office is one of a commission that its words leave out: ``Ketua Divisi Hukum``."""
    heads = office.head.name.endswith("Divisi") or office.head.name in {"Komisioner", "Kordiv", "Koordiv"}
    return heads and not COUNCILS.intersection(office.role.split())


def _level(office: Office) -> bool:
    """Whether the role needs the level of the region: ``Sekda Kota Kendari``, but ``Bupati Malinau``."""
    return office.head.unit == "pemda"


def standing(text: str, found: tuple[Mention, ...], home: str | None) -> Standing:
    """The units and regions of an article's prose."""
    stands = [*_of_offices(found), *_of_units(words(text))]
    parties = {" ".join(match.group().split()) for match in PARTY.finditer(text)}
    party = parties.pop() if len(parties) == 1 else None
    families: dict[str, list[_Stand]] = {}
    for stand in sorted(stands, key=lambda stand: stand.offset):
        families.setdefault(stand.family, []).append(stand)
    return Standing({family: tuple(fits) for family, fits in families.items()}, home, party)


def _of_offices(found: tuple[Mention, ...]) -> Iterator[_Stand]:
    for mention in found:
        office = mention.office
        family = FAMILIES.get(office.head.unit) if office else None
        if office and family and office.place and office.head.follows == "place" and office.head.unit != "pemda":
            complement = office.complement if family not in {"region", "province"} else office.place
            yield _Stand(mention.start, family, f"{office.head.unit} {complement}", complement)


@cache
def _units() -> Phrases[str]:
    rows = [(row["type"], row["type"]) for row in table("units") if row["type"] in FAMILIES]
    full = [(row["full_name"], row["type"]) for row in table("units") if row["type"] in FAMILIES]
    return Phrases.of(rows + full)


@cache
def _beginnings() -> frozenset[str]:
    """Every word that a unit, a government or a commission can begin with, folded."""
    return frozenset(_units().heads) | GOVERNMENTS.keys() | {council.lower() for council in COUNCILS}


def _of_units(text: Words) -> Iterator[_Stand]:
    """``Polres Kampar``, ``Kepolisian Resor (Polres) Way Kanan``, ``Pemkot Kendari``, ``Kabupaten Toba``."""
    beginnings = _beginnings()
    for index, word in enumerate(text.folded):
        if word not in beginnings:
            continue
        if text.items[index] in COUNCILS and (body := body_from(text, index)).place:
            yield _Stand(text.starts[index], "council", body.text, body.place)
        unit = _units().at(text, index)
        if unit:
            named = with_unit_place(text, unit[0], unit[1])
            if named and named.complement:
                yield _Stand(text.starts[index], FAMILIES[unit[1]], f"{unit[1]} {named.complement}", named.complement)
        elif text.folded[index] in GOVERNMENTS and text.items[index][0].isupper():
            level = GOVERNMENTS[text.folded[index]]
            found = place_names.place_at(text, index + 1)
            if found and (level == "Kecamatan" or place_names.is_region(found[1])):
                yield _Stand(text.starts[index], FAMILIES[level], f"{level} {found[1]}", found[1])
