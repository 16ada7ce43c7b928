"""Which mentions name the same person: short names, initials, ranks that speak against it, misspellings."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from site_builder.grammar.appointed import Mention
from site_builder.grammar.offices import Office

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


def namesakes(found: tuple[Mention, ...]) -> list[list[Mention]]:
    """Mentions by name, one list a person, in the order of their first mention."""
    named = [m for m in found if m.name]
    groups: list[list[Mention]] = []
    for mention in sorted(named, key=lambda m: -len(parts_of(m.name.text) if m.name else ())):
        group = _same(mention, groups) or _like(mention, groups)
        if group is None:
            groups.append([mention])
        else:
            group.append(mention)
    for group in groups:
        group.sort(key=lambda m: m.start)
    return sorted(groups, key=lambda group: group[0].start)


def _same(mention: Mention, groups: list[list[Mention]]) -> list[Mention] | None:
    """The person whose longer name holds this name; of several the one named last before it."""
    parts = parts_of(mention.name.text) if mention.name else ()
    fits = [group for group in groups if _holds(group, parts) and not _contradicts(mention, group)]
    if len(fits) < 2:
        return fits[0] if fits else None
    exact = [group for group in fits if name_parts(group[0]) == parts]
    if exact:
        return exact[0]
    return min(fits, key=lambda group: distance(group, mention.start))


def name_parts(mention: Mention) -> tuple[str, ...]:
    """The words of a mention's name, folded."""
    return parts_of(mention.name.text) if mention.name else ()


def _holds(group: list[Mention], parts: tuple[str, ...]) -> bool:
    whole = name_parts(group[0])
    if any(m.name and m.name.alias and parts == parts_of(m.name.alias) for m in group):
        return True
    if not any(len(part) > 1 and part in whole for part in parts):
        return False
    rest = iter(whole)
    return all(any(_equal(part, other) for other in rest) for part in parts)


def _equal(one: str, other: str) -> bool:
    """Equal words of a name; an initial equals a word that it begins."""
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) == 1 and long.startswith(short)) or {short, long} <= MUHAMMADS


MUHAMMADS = frozenset({"m", "muh", "moh", "mohd", "muhammad", "mohammad", "muhamad", "mohamad", "moch", "mochamad"})


def _contradicts(mention: Mention, group: list[Mention]) -> bool:
    """Whether rank or office show that a shorter name is another person's."""
    if name_parts(mention) == name_parts(group[0]):
        return False
    ranks = {m.rank.text.split()[0] for m in group if m.rank}
    if mention.rank and ranks and mention.rank.text.split()[0] not in ranks:
        return True
    heads = {head_of(m.office) for m in group if m.office}
    if not mention.office or not heads or head_of(mention.office) in heads:
        return False
    return len(name_parts(mention)) > 1 or bool(mention.office.complement)


def _like(mention: Mention, groups: list[list[Mention]]) -> list[Mention] | None:
    """The one person whose name is spelt almost like this one, if only a verb of speech introduces it."""
    if mention.cue is not None or not mention.name:
        return None
    office = head_of(mention.office) if mention.office else None
    if (mention.rank or (mention.office and not mention.office.complement)) and not office:
        return None
    fits = [
        group
        for group in groups
        if group[0].start < mention.start and _alike(name_parts(mention), name_parts(group[0]))
        and (not office or office in {head_of(m.office) for m in group if m.office})
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
    return min(offset - m.start if m.start <= offset else 9**6 + m.start for m in group)
