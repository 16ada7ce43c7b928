"""What the invented archive speaks of: 300 places, 3,000 people, 150 outlets, 40 tags, and the words between them.

Everything is drawn from the tables of the program and the vocabulary of the project; no article is quoted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from site_builder.data import table
from site_builder.model import Person, Tag
from site_builder.vocabulary import TAGS, vocabulary
from tests.bench.chance import Chance, chance, weights

VOCABULARY = Path(__file__).parent.parent.parent / "content" / "vocabulary"
PLACES, OUTLETS, TAG_COUNT = 300, 150, 40
MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
HEADS = ("Kabar", "Warta", "Gema", "Pelita", "Lentera", "Suluh", "Cakrawala", "Mimbar", "Jendela", "Buletin")
ZONES = {"WITA": ("51", "52", "53", "63", "64", "65", "71", "72", "73", "74", "75", "76"), "WIT": ("8", "9")}
"""Beginnings of the codes of the provinces; all others are in WIB."""
PREFIXES = ("", "", "", "di", "ter", "ber", "se")
SUFFIXES = ("", "kan", "nya", "an", "i")
SLOT = re.compile(r"\{(\w+)\}")

POSTS = (
    ("AKBP", "Kapolres {}", "Polres {}"),
    (None, "Ketua KPU {}", "KPU {}"),
    (None, "Ketua Bawaslu {}", "Bawaslu {}"),
    ("Letkol Inf", "Dandim {}", "Kodim {}"),
    ("AKP", "Kasat Reskrim Polres {}", "Polres {}"),
    ("Kompol", "Kabag Ops Polres {}", "Polres {}"),
    (None, "Sekda {}", "Pemerintah {}"),
    (None, "Ketua DPRD {}", "DPRD {}"),
    (None, "Kepala Badan Kesbangpol {}", "Badan Kesbangpol {}"),
    ("AKP", "Kasat Intelkam Polres {}", "Polres {}"),
)
"""Rank, role and institution of the people of each place: ten of them, so that 300 places have 3,000."""


@dataclass(frozen=True, slots=True)
class Place:
    """A regency or city, and how news speak of it."""

    name: str
    short: str
    seat: str
    zone: str
    districts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who holds an office."""

    person: Person
    institution: str

    @property
    def printed(self) -> str:
        """As a paragraph presents them: ``Kapolres Wajo AKBP Umar Nasution``."""
        return " ".join(filter(None, (self.person.role, self.person.rank, self.person.name)))


@cache
def places() -> tuple[Place, ...]:
    """Regencies and cities of all provinces; the first stand in the news most often."""
    regions = [row for row in table("regions") if row["level"] != "provinsi"]
    chosen = [regions[number * len(regions) // PLACES] for number in range(PLACES)]
    return tuple(map(_place, chance("order of places", 0).some(chosen, PLACES)))


def _place(region: dict[str, str]) -> Place:
    seats = {row["region"]: row["town"] for row in table("seats")}
    zone = next((zone for zone, codes in ZONES.items() if region["code"].startswith(codes)), "WIB")
    short = region["bare_name"]
    return Place(region["name"], short, seats.get(region["name"], short), zone, _districts()[region["code"]])


@cache
def _districts() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in table("districts"):
        found[row["region_code"]] = (*found.get(row["region_code"], ()), row["name"])
    return found


@cache
def holders(place: int) -> tuple[Holder, ...]:
    """The ten people of a place."""
    names = [row["name"].title() for row in table("personal_names") if len(row["name"]) > 3]
    drawn = chance("people of place", place)
    short = places()[place].short
    return tuple(
        Holder(Person(" ".join(drawn.some(names, drawn.between(2, 3))), rank, role.format(short)), unit.format(short))
        for rank, role, unit in POSTS
    )


@cache
def outlets() -> tuple[str, ...]:
    return tuple(f"{HEADS[number % len(HEADS)]} {places()[number].short}" for number in range(OUTLETS))


@cache
def tags() -> tuple[tuple[Tag, ...], tuple[Tag, ...]]:
    """The kinds of event, then the other tags: forty in all, of which each has words that a text can say."""
    known = vocabulary({TAGS: (VOCABULARY / TAGS).read_text("utf-8")})
    kinds = known.branch("kind")
    others = tuple(tag for tag in known.tags if tag.broader not in (None, "kind"))
    return kinds, others[: TAG_COUNT - len(kinds)]


def said(tag: Tag) -> str:
    """The words of a text for which an article gets a tag."""
    return next((words for words in tag.synonyms if "…" not in words), tag.label.lower())


@cache
def lexicon() -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Words in small letters, and the sums of their weights: few words are frequent, most are rare."""
    roots = (row["root"] for row in table("roots"))
    drawn = chance("forms of words", 0)
    formed = (f"{drawn.pick(PREFIXES)}{root}{drawn.pick(SUFFIXES)}" for root in roots for _ in range(4))
    words = sorted({*(row["word"] for row in table("common_words")), *formed})
    return chance("order of words", 0).some(words, len(words)), weights(len(words))


def filled(pattern: str, drawn: Chance, **given: str) -> str:
    """A pattern with its slots filled: ``{w}`` with any word, ``{n}`` with a number, others with what is given."""
    return SLOT.sub(lambda slot: given.get(slot[1]) or _any(slot[1], drawn), pattern)


def _any(slot: str, drawn: Chance) -> str:
    return drawn.weighed(*lexicon()) if slot == "w" else str(drawn.between(2, 480))
