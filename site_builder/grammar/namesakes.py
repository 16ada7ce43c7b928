"""Which mentions name the same person: short names, initials, ranks that speak against it, misspellings."""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from dataclasses import dataclass
from difflib import SequenceMatcher

from site_builder.grammar.appointed import Mention
from site_builder.grammar.offices import Office

MUHAMMADS = frozenset({"m", "muh", "moh", "mohd", "muhammad", "mohammad", "muhamad", "mohamad", "moch", "mochamad"})
"""Spellings of one name."""
MOST_CANDIDATES = 40
"""How many people of an article can share a word of their names; beyond that it is a list of names."""
SHORTEST = 4
"""Letters from which on the beginning of a name stands for it."""
SIMILAR = 0.72
"""From this likeness on, two spellings of a name are one person, if nothing else speaks against it."""
SAME_HEAD = {
    "sekda": "sekretaris daerah", "sekdakab": "sekretaris daerah", "sekdako": "sekretaris daerah",
    "sekdaprov": "sekretaris daerah", "sekkab": "sekretaris daerah", "sekkot": "sekretaris daerah",
    "kapolresta": "kapolres", "kapolrestabes": "kapolres", "kapolres metro": "kapolres", "kapolrestro": "kapolres",
    "kapolsekta": "kapolsek", "komandan kodim": "dandim", "komandan korem": "danrem",
    "komandan koramil": "danramil", "komandan lanal": "danlanal", "kapolsek metro": "kapolsek",
    "kades": "kepala desa", "kepsek": "kepala sekolah", "mendagri": "menteri dalam negeri", "kadis": "kepala dinas",
    "ketum": "ketua umum", "waketum": "wakil ketua umum", "sekjen": "sekretaris jenderal", "jubir": "juru bicara",
    "politisi": "politikus", "kasatpol pp": "kasat pol pp", "kepala satpol pp": "kasat pol pp",
    "dirut": "direktur utama", "kaban": "kepala badan", "wakapolresta": "wakapolres",
    "kasat narkoba": "kasat resnarkoba", "kasat intel": "kasat intelkam", "kasat sabhara": "kasat samapta",
    "kasat polair": "kasat polairud",
}  # fmt: skip
"""Heads that name one office; a word of speech may use the other form."""


def parts_of(name: str) -> tuple[str, ...]:
    """The words of a name, folded, without full stops."""
    return tuple(part.lower() for part in re.split(r"[ .]+", name) if part)


@dataclass(slots=True)
class _Namesake:
    """One person while mentions are being gathered."""

    parts: tuple[str, ...]
    mentions: list[Mention]
    ranks: set[str]
    heads: set[str]
    aliases: set[tuple[str, ...]]

    def take(self, mention: Mention) -> None:
        """Adds a mention and what it says of the person."""
        insort(self.mentions, mention, key=lambda m: m.start)
        self.ranks |= {mention.rank.text.split()[0]} if mention.rank else set()
        self.heads |= {head_of(mention.office)} if mention.office else set()
        self.aliases |= {parts_of(mention.name.alias)} if mention.name and mention.name.alias else set()
        self.aliases |= {name_parts(mention)} - {self.parts} if self.parts in self.aliases else set()


def namesakes(found: tuple[Mention, ...]) -> list[list[Mention]]:
    """Mentions by name, one list a person, in the order of their first mention."""
    people: list[_Namesake] = []
    by_word: dict[str, list[_Namesake]] = {}
    by_shape: dict[tuple[str, int], list[_Namesake]] = {}
    for mention in sorted((m for m in found if m.name), key=lambda m: -len(name_parts(m))):
        parts = name_parts(mention)
        other = parts_of(mention.name.alias) if mention.name and mention.name.alias else ()
        near = min((by_word.get(part, []) for part in parts if len(part) > 1), key=len, default=[])
        near = near or by_word.get(other[0] if other else "", [])
        clipped = len(parts) == 1 and not near and not mention.rank and mention.cue is None
        near = by_word.get(parts[0][:SHORTEST] + "-", []) or by_word.get(parts[0][:2] + "-", []) if clipped else near
        person = _same(mention, near) or _like(mention, by_shape.get((parts[0][0], len(parts)), []))
        if not person:
            person = _Namesake(parts, [], set(), set(), set())
            people.append(person)
            by_shape.setdefault((parts[0][0], len(parts)), []).append(person)
        person.take(mention)
        begun = {part[:SHORTEST] + "-" for part in parts if len(part) > SHORTEST}
        begun |= {parts[0][:2] + "-"} if len(parts) > 1 else set()
        for word in {*parts, *begun, *(part for alias in person.aliases for part in alias)}:
            known = by_word.setdefault(word, [])
            if person not in known[-MOST_CANDIDATES:]:
                known.append(person)
    return sorted((person.mentions for person in people), key=lambda group: group[0].start)


def _same(mention: Mention, people: list[_Namesake]) -> _Namesake | None:
    """The person whose longer name holds this name; of several the one named last before it."""
    parts = name_parts(mention)
    near = people[-MOST_CANDIDATES:]
    alias = parts_of(mention.name.alias) if mention.name and mention.name.alias else None
    fits = [
        person for person in near
        if person.parts == alias or (_holds(person, parts) and not _contradicts(mention, person))
    ]  # fmt: skip
    if len(fits) < 2:
        return fits[0] if fits else None
    exact = [person for person in fits if person.parts == parts]
    return exact[0] if exact else min(fits, key=lambda person: distance(person.mentions, mention.start))


def name_parts(mention: Mention) -> tuple[str, ...]:
    """The words of a mention's name, folded."""
    return parts_of(mention.name.text) if mention.name else ()


def _holds(person: _Namesake, parts: tuple[str, ...]) -> bool:
    if parts in person.aliases:
        return True
    if len(parts) == 1 and (_clipped(parts[0], person) or _blended(parts[0], person.parts)):
        return True
    if not any(len(part) > 1 and part in person.parts for part in parts):
        return False
    rest = iter(person.parts)
    return all(any(_equal(part, other) for other in rest) for part in parts)


def _clipped(short: str, person: _Namesake) -> bool:
    """``Pras`` for ``Prasetya``: the beginning of one of the names."""
    return len(short) >= SHORTEST and any(
        part.startswith(short) and len(part) > len(short) + 1 for part in person.parts
    )


def _blended(short: str, parts: tuple[str, ...]) -> bool:
    """``Jokowi`` for ``Joko Widodo``: the beginnings of two names."""
    return (
        len(short) >= SHORTEST
        and len(parts) > 1
        and any(
            parts[0].startswith(short[:cut]) and parts[1].startswith(short[cut:]) for cut in range(2, len(short) - 1)
        )
    )


def _equal(one: str, other: str) -> bool:
    """Equal words of a name; an initial equals a word that it begins."""
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) == 1 and long.startswith(short)) or {short, long} <= MUHAMMADS


def _contradicts(mention: Mention, person: _Namesake) -> bool:
    """Whether rank or office show that a shorter name is another person's."""
    parts = name_parts(mention)
    if parts == person.parts:
        return False
    if mention.rank and person.ranks and mention.rank.text.split()[0] not in person.ranks:
        return True
    if not mention.office or not person.heads or head_of(mention.office) in person.heads:
        return False
    if len(parts) == 1 and any(f"{head} ".startswith(f"{mention.office.head.name.lower()} ") for head in person.heads):
        return False
    return len(parts) > 1 or bool(mention.office.complement)


def _like(mention: Mention, people: list[_Namesake]) -> _Namesake | None:
    """The one person whose name is spelt almost like this one, if an office or a verb of speech introduces both."""
    office = head_of(mention.office) if mention.office else None
    if mention.cue is not None or (mention.rank and not office):
        return None
    fits = [
        person
        for person in people[-MOST_CANDIDATES:]
        if person.mentions[0].start < mention.start and _alike(name_parts(mention), person.parts)
        and (not office or office in person.heads)
    ]  # fmt: skip
    return fits[0] if len(fits) == 1 else None


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if len(one) != len(other) or len(" ".join(one)) < 5 or one[0][0] != other[0][0]:
        return False
    return all(_near(first, second) for first, second in zip(one, other, strict=True))


def _near(one: str, other: str) -> bool:
    same = one == other or (one[0] == other[0] and min(len(one), len(other)) > 3)
    return same and SequenceMatcher(None, one, other, autojunk=False).ratio() >= SIMILAR


def head_of(office: Office) -> str:
    """What an office is, in one spelling for all its forms; for a body the body too."""
    name = office.head.name.lower()
    name = SAME_HEAD.get(name, name)
    if office.head.follows == "body" and office.complement:
        return f"{name} {office.complement.split()[0].lower()}".replace("kpud", "kpu")
    return name


def distance(group: list[Mention], offset: int) -> int:
    """How far before the offset the person was last named; farther than anything if only behind it."""
    before = bisect_right(group, offset, key=lambda m: m.start)
    return offset - group[before - 1].start if before else 9**6 + group[0].start
