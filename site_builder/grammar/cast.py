"""The people of one article: mentions that name the same person put together, offices completed and understood.

``AKBP Arman Muis``, ``AKBP Arman``, ``Arman`` and ``Kapolres`` are one person inside an article; two men with one
surname stay two.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import lru_cache

from site_builder.grammar.mentions import NOT_A_PLACE_FOR, Mention, mentions
from site_builder.grammar.names import common_words, likely, never
from site_builder.grammar.offices import HEAD_REGIONS, Office
from site_builder.grammar.standing import Standing, standing
from site_builder.grammar.words import Words, words

SIMILAR = 0.72
"""From this likeness on, two spellings of a name are one person, if nothing else speaks against it."""
SAME_HEAD = {
    "sekda": "sekretaris daerah", "sekdakab": "sekretaris daerah", "sekdako": "sekretaris daerah",
    "sekdaprov": "sekretaris daerah", "sekkab": "sekretaris daerah", "sekkot": "sekretaris daerah",
    "kapolresta": "kapolres", "kapolrestabes": "kapolres", "kapolres metro": "kapolres", "kapolrestro": "kapolres",
    "kapolsekta": "kapolsek", "kapolsek metro": "kapolsek", "kades": "kepala desa", "kepsek": "kepala sekolah",
    "mendagri": "menteri dalam negeri", "kadis": "kepala dinas", "ketum": "ketua umum", "waketum": "wakil ketua umum",
    "sekjen": "sekretaris jenderal", "jubir": "juru bicara", "politisi": "politikus", "kasatpol pp": "kasat pol pp",
    "kepala satpol pp": "kasat pol pp", "dirut": "direktur utama", "kaban": "kepala badan",
    "wakapolresta": "wakapolres", "kasat narkoba": "kasat resnarkoba", "kasat intel": "kasat intelkam",
    "kasat sabhara": "kasat samapta", "kasat polair": "kasat polairud",
}  # fmt: skip
"""Heads that name one office; a word of speech may use the other form."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One person of an article."""

    name: str
    rank: str | None
    role: str | None
    aliases: tuple[str, ...]
    full: Mention
    """The first mention with the full name: the evidence."""
    named: tuple[Mention, ...]
    """Every mention by name, in text order."""
    printed: bool
    """Whether the role stands in the text as it is, and was not completed from the context."""

    @property
    def sure(self) -> bool:
        return any(m.strong or m.rank or m.office or m.cue for m in self.named)


@dataclass(frozen=True, slots=True)
class Reference:
    """A place of the text that stands for a figure, by name or by office; ``figure`` is None if nobody is known."""

    start: int
    end: int
    figure: int | None
    mention: Mention


@dataclass(frozen=True, slots=True)
class Cast:
    """All figures, and every reference to them in text order."""

    figures: tuple[Figure, ...]
    references: tuple[Reference, ...]

    def at(self, offset: int) -> Reference | None:
        """The reference that starts at the offset."""
        index = bisect_right(self.references, offset, key=lambda reference: reference.start) - 1
        found = self.references[index] if index >= 0 else None
        return found if found and found.start == offset else None


@lru_cache(maxsize=4)
def cast(text: str, home: str | None = None) -> Cast:
    """The people of an article's prose; ``home`` is its main place, for offices whose place the text leaves out."""
    found = mentions(text)
    stand = standing(text, found, home)
    groups = _groups(found)
    figures = tuple(_figure(group, stand) for group in groups)
    by_name = {id(m): i for i, group in enumerate(groups) for m in group}
    short = tuple(_short(words(text), found, groups))
    references = [Reference(m.start, m.end, by_name.get(id(m)), m) for m in found]
    references += [Reference(m.start, m.end, i, m) for m, i in short]
    references.sort(key=lambda reference: reference.start)
    return Cast(figures, tuple(_offices_resolved(references)))


def parts_of(name: str) -> tuple[str, ...]:
    """The words of a name, folded, without full stops."""
    return tuple(part.lower() for part in re.split(r"[ .]+", name) if part)


def _groups(found: tuple[Mention, ...]) -> list[list[Mention]]:
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
    exact = [group for group in fits if _parts(group[0]) == parts]
    if exact:
        return exact[0]
    return min(fits, key=lambda group: _distance(group, mention.start))


def _parts(mention: Mention) -> tuple[str, ...]:
    return parts_of(mention.name.text) if mention.name else ()


def _holds(group: list[Mention], parts: tuple[str, ...]) -> bool:
    whole = _parts(group[0])
    if group[0].name and group[0].name.alias and parts == parts_of(group[0].name.alias):
        return True
    rest = iter(whole)
    return all(any(_equal(part, other) for other in rest) for part in parts)


def _equal(one: str, other: str) -> bool:
    """Equal words of a name; an initial equals a word that it begins."""
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) == 1 and long.startswith(short)) or {short, long} <= MUHAMMADS


MUHAMMADS = frozenset({"m", "muh", "moh", "mohd", "muhammad", "mohammad", "muhamad", "mohamad", "moch", "mochamad"})


def _contradicts(mention: Mention, group: list[Mention]) -> bool:
    """Whether rank or office show that a shorter name is another person's."""
    if _parts(mention) == _parts(group[0]):
        return False
    ranks = {m.rank.text.split()[0] for m in group if m.rank}
    if mention.rank and ranks and mention.rank.text.split()[0] not in ranks:
        return True
    heads = {head_of(m.office) for m in group if m.office}
    return bool(mention.office and heads and head_of(mention.office) not in heads and len(_parts(mention)) > 1)


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
        if group[0].start < mention.start and _alike(_parts(mention), _parts(group[0]))
        and (not office or office in {head_of(m.office) for m in group if m.office})
    ]  # fmt: skip
    return fits[0] if len(fits) == 1 else None


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if len(one) != len(other) or len(" ".join(one)) < 5 or one[0][0] != other[0][0]:
        return False
    return SequenceMatcher(None, " ".join(one), " ".join(other), autojunk=False).ratio() >= SIMILAR


def head_of(office: Office) -> str:
    """What an office is, in one spelling for all its forms; for a body the body too."""
    name = office.head.name.lower()
    name = SAME_HEAD.get(name, name)
    if office.head.follows == "body" and office.complement:
        return f"{name} {office.complement.split()[0].lower()}".replace("kpud", "kpu")
    return name


def _figure(group: list[Mention], stand: Standing) -> Figure:
    full = max(group, key=lambda m: (len(_parts(m)), not _shouted(m), -m.start))
    first = next(m for m in group if m.name and full.name and _parts(m) == _parts(full))
    ranks = [m.rank.text for m in group if m.rank]
    rank = max(ranks, key=lambda rank: (len(rank.split()), -ranks.index(rank)), default=None)
    role, printed = _role(group, stand)
    name = _calm(full.name.text) if full.name else ""
    aliases = tuple(dict.fromkeys(m.name.alias for m in group if m.name and m.name.alias))
    return Figure(name, rank, role, aliases, _best(group, first), tuple(group), printed)


def _best(group: list[Mention], first: Mention) -> Mention:
    """The evidence: the first mention with the full name and an office, if one stands near the first."""
    full = [m for m in group if _parts(m) == _parts(first)]
    return next((m for m in full if m.office), first)


def _shouted(mention: Mention) -> bool:
    return bool(mention.name and mention.name.text.isupper() and len(mention.name.text) > 3)


def _calm(name: str) -> str:
    """A name printed in capitals, in its usual letter case."""
    if not name.isupper() or len(name) < 4:
        return name
    words_of = (word.lower() if word.lower() in {"bin", "binti"} else word.capitalize() for word in name.split())
    return " ".join(words_of)


def _role(group: list[Mention], stand: Standing) -> tuple[str | None, bool]:
    """The person's own office, else whom the person represents, else what the text calls the person."""
    offices = [m for m in group if m.office and m.office.prefix != "mantan"]
    offices = offices or [m for m in group if m.office]
    for mention in offices:
        if mention.office and (mention.office.complement or mention.office.head.follows == "none"):
            return mention.office.role, True
    for mention in offices:
        if mention.office and (role := stand.completed(mention.office, mention.start, mention.represents)):
            return role, False
    if offices and offices[0].office:
        return offices[0].office.role, offices[0].office.head.follows == "body"
    represents = next((m.represents for m in group if m.represents), None)
    if represents:
        return f"mewakili {represents.role}", True
    cue = next((m.cue for m in group if m.cue), None)
    if not cue and any(m.rank and "(Purn)" in m.rank.text for m in group):
        cue = "purnawirawan"
    return cue, cue is not None


def _short(text: Words, found: tuple[Mention, ...], groups: list[list[Mention]]) -> Iterator[tuple[Mention, int]]:
    """Single words of known names that stand alone: ``Eri mengatakan``."""
    owners: dict[str, list[int]] = {}
    for index, group in enumerate(groups):
        for part in {part for m in group for part in _parts(m) if len(part) > 2} | _aliases(group):
            owners.setdefault(part, []).append(index)
    taken = [(m.start, m.end) for m in found]
    index = 0
    for word in range(len(text)):
        while index < len(taken) and taken[index][1] <= text.starts[word]:
            index += 1
        inside = index < len(taken) and taken[index][0] <= text.starts[word]
        if inside or text.folded[word] not in owners or not text.items[word][0].isupper() or _attached(text, word):
            continue
        figure = min(owners[text.folded[word]], key=lambda i: _distance(groups[i], text.starts[word]))
        yield Mention(text.starts[word], text.ends[word]), figure


def _aliases(group: list[Mention]) -> set[str]:
    return {part for m in group if m.name and m.name.alias for part in parts_of(m.name.alias)}


def _attached(text: Words, index: int) -> bool:
    """Whether a capitalised word beside it, or a word for a place before it, makes it part of something else."""
    word = text.folded[index]
    if never(word) or (word in common_words() and not likely(word)):
        return True
    if index and text.gap(index) in {" ", "\xa0"} and text.folded[index - 1] in NOT_A_PLACE_FOR - {"dari"}:
        return True
    before = index and text.gap(index) == " " and text.items[index - 1][0].isupper() and not _opens(text, index - 1)
    behind = index + 1 < len(text) and text.gap(index + 1) == " " and text.items[index + 1][0].isupper()
    return bool(before and text.folded[index - 1] not in {"pak", "bu", "bapak", "ibu"}) or bool(behind)


def _opens(text: Words, index: int) -> bool:
    """Whether the word opens its sentence, so that its capital means nothing."""
    return not index or bool(text.gap(index).strip(" \xa0,"))


def _distance(group: list[Mention], offset: int) -> int:
    return min(offset - m.start if m.start <= offset else 9**6 + m.start for m in group)


def _offices_resolved(references: list[Reference]) -> Iterator[Reference]:
    """Gives an office that stands without a name the person who holds it in this article."""
    holders = [r for r in references if r.figure is not None and r.mention.office]
    for reference in references:
        office = reference.mention.office
        if reference.figure is None and office and not reference.mention.name:
            yield replace(reference, figure=_holder(reference, holders))
        else:
            yield reference


def _holder(reference: Reference, holders: list[Reference]) -> int | None:
    office = reference.mention.office
    fits = [h for h in holders if office and h.mention.office and _fits(office, h.mention.office)]
    if not fits:
        return None
    before = [h for h in fits if h.start < reference.start]
    return (before[-1] if before else fits[0]).figure


def _fits(short: Office, full: Office) -> bool:
    """Whether an office without a name can be the office of somebody."""
    one, other = head_of(short), head_of(full)
    if one != other and not (short.head.follows == "body" and not short.complement and other.startswith(one)):
        return bool(not short.complement and short.head.name == "Kasat" and other.startswith("kasat "))
    if (short.prefix == "mantan") != (full.prefix == "mantan") or (full.prefix == "calon") != (short.prefix == "calon"):
        return False
    if one in HEAD_REGIONS or short.head.follows == "place":
        return not short.place or not full.place or short.place == full.place
    return not short.complement or not full.complement or _common(short.complement, full.complement)


def _common(short: str, full: str) -> bool:
    """Whether one of two descriptions of a body holds all words of the other."""
    one, other = set(short.lower().split()), set(full.lower().split())
    levels = {"kabupaten", "kota", "provinsi", "ri"}
    return one - levels <= other or other - levels <= one
