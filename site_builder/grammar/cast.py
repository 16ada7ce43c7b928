"""The people of one article: mentions that name the same person put together, offices completed and understood.

``AKBP Rudi Hartawan``, ``AKBP Rudi``, ``Rudi`` and ``Kapolres`` are one person inside an article; two men with one
surname stay two.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from site_builder.grammar.appointed import Mention
from site_builder.grammar.appositions import apposed
from site_builder.grammar.mentions import mentions
from site_builder.grammar.names import common_words, likely, never, title_words
from site_builder.grammar.namesakes import MOST_CANDIDATES, distance, head_of, name_parts, namesakes, parts_of
from site_builder.grammar.offices import Office
from site_builder.grammar.standing import LOCAL_HEADS, Standing, councillor, standing
from site_builder.grammar.told import told
from site_builder.grammar.words import Words, words

BROKEN = re.compile(
    r"(?:\n(?<=[\w,(–-]\n)| \n(?<=[\w,(–-] \n)|\xa0\n(?<=[\w,(–-]\xa0\n))"
    r"(?=[ \xa0]*[a-z,.;)]|[^\n.!?]{1,60}[^\n.!?:]\n[ \xa0]*[a-z,.;)])"
)
"""A line's end inside a sentence, where a link was taken out: ``Gubernur Banten⏎Heri Wijaya⏎menyatakan``."""


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
    def usual(self) -> bool:
        """Whether the name looks like one: an initial or one of its words is usual in names."""
        return any(len(part) == 1 or likely(part) for part in parts_of(self.name))

    @property
    def settled(self) -> bool:
        """Whether all offices that the text gives the person are one."""
        return len({head_of(m.office) for m in self.named if m.office}) < 2

    @property
    def sure(self) -> bool:
        """Whether more than the look of the words shows that this is a person."""
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


@lru_cache(maxsize=4)
def cast(text: str, home: str | None = None) -> Cast:
    """The people of an article's prose; ``home`` is its main place, for offices whose place the text leaves out."""
    text = BROKEN.sub(lambda end: " " * len(end.group()), text)
    found = mentions(text)
    stand = standing(text, found, home)
    groups = namesakes(found)
    by_name = {id(m): i for i, group in enumerate(groups) for m in group}
    short = tuple(_short(words(text), found, groups))
    again: dict[int, list[Mention]] = {}
    for mention, index in short:
        again.setdefault(index, []).append(mention)
        if mention.office:
            groups[index].append(mention)
    elsewhere = [
        None if _introduced(group) else told(words(text), found, [*group, *again.get(index, ())])
        for index, group in enumerate(groups)
    ]
    figures = tuple(_figure(group, stand, other) for group, other in zip(groups, elsewhere, strict=True))
    references = [Reference(m.start, m.end, by_name.get(id(m)), m) for m in found]
    references += [Reference(m.start, m.end, i, m) for m, i in short]
    references.sort(key=lambda reference: reference.start)
    return Cast(figures, tuple(_offices_resolved(references)))


def _introduced(group: list[Mention]) -> bool:
    """Whether the words beside the name say who it is."""
    return any(m.office or m.represents or m.cue or (m.rank and "(Purn)" in m.rank.text) for m in group)


def _figure(group: list[Mention], stand: Standing, elsewhere: Office | str | None) -> Figure:
    full = max(group, key=lambda m: (len(name_parts(m)), not _shouted(m), -m.start))
    first = next(m for m in group if m.name and full.name and name_parts(m) == name_parts(full))
    ranks = dict.fromkeys(m.rank.text for m in group if m.rank)
    rank = max(ranks, key=lambda rank: len(rank.split()), default=None)
    role, printed = _role(_with_office(group, elsewhere), stand)
    if isinstance(elsewhere, str):
        role, printed = elsewhere, False
    name = _calm(full.name.text) if full.name else ""
    aliases = tuple(dict.fromkeys(m.name.alias for m in group if m.name and m.name.alias))
    return Figure(name, rank, role, aliases, _best(group, first), tuple(group), printed)


def _with_office(group: list[Mention], elsewhere: Office | str | None) -> list[Mention]:
    """The mentions, and one of the office that the text gives the person elsewhere."""
    if not isinstance(elsewhere, Office):
        return group
    return [*group, Mention(elsewhere.start, elsewhere.end, office=elsewhere)]


def _best(group: list[Mention], first: Mention) -> Mention:
    """The evidence: the first mention with the full name and an office, if one stands near the first."""
    full = [m for m in group if name_parts(m) == name_parts(first)]
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
    offices = [replace(m, office=stand.with_party(m.office, m.start)) for m in group if m.office]
    offices = [m for m in offices if m.office and m.office.prefix != "mantan"] or offices
    offices.sort(key=lambda mention: not mention.moved)
    staying = [m for m in offices if not _left(m, offices)]
    if offices and not staying:
        role, _ = _role([replace(m, leaves=False) for m in group], stand)
        return f"{role}{GONE}", False
    offices = staying
    for mention in offices:
        if mention.office and _complete(mention.office):
            return _as_printed(mention.office, offices), True
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


def _as_printed(office: Office, offices: list[Mention]) -> str:
    """The role, in capitals if one of the offices is the same in capitals."""
    roles = (m.office.role for m in offices if m.office and not m.office.small)
    return next((role for role in roles if role.casefold() == office.role.casefold()), office.role)


def _left(mention: Mention, offices: list[Mention]) -> bool:
    """Whether the office is one in which somebody else has followed the person."""
    office = mention.office
    gone = [m.office for m in offices if m.leaves and m.office]
    return office is not None and any(
        head_of(office) == head_of(other) and (not office.place or office.place == other.place) for other in gone
    )


GONE = " (digantikan)"
"""Behind the office of a person whom somebody else has followed."""
UNPLACED = ("Provinsi", "Kabupaten", "Kota", "KPU", "KPUD", "Bawaslu", "DPRD", "Panwaslu", "Panwaslih")
"""How the role of an office ends that leaves out where."""


def _complete(office: Office) -> bool:
    """Whether an office says of what: its place, its unit; a body need not say where, unless it is a local one."""
    if office.head.follows == "body":
        if councillor(office):
            return False
        local = office.head.name in LOCAL_HEADS or office.role.endswith(UNPLACED)
        return bool(office.place) if local else bool(office.complement)
    return bool(office.complement) or office.head.follows == "none"


def _short(text: Words, found: tuple[Mention, ...], groups: list[list[Mention]]) -> Iterator[tuple[Mention, int]]:
    """Single words of known names that stand alone: ``Eri mengatakan``."""
    owners: dict[str, list[int]] = {}
    for index, group in enumerate(groups):
        for part in {part for m in group for part in name_parts(m) if len(part) > 2} | _aliases(group):
            owners.setdefault(part, []).append(index)
    taken = [(m.start, m.end) for m in found]
    index = 0
    for word, folded in enumerate(text.folded):
        known = folded if folded in owners else text.items[word]
        if known not in owners:
            continue
        while index < len(taken) and taken[index][1] <= text.starts[word]:
            index += 1
        inside = index < len(taken) and taken[index][0] <= text.starts[word]
        if inside or not text.items[word][0].isupper() or _attached(text, word):
            continue
        figure = min(owners[known][-MOST_CANDIDATES:], key=lambda i: distance(groups[i], text.starts[word]))
        yield apposed(text, Mention(text.starts[word], text.ends[word]), word + 1), figure


def _aliases(group: list[Mention]) -> set[str]:
    """Nicknames; in capitals the initials of a name, with ``Kang`` before them if they are two (``HNW``, ``KDM``)."""
    initials = {"".join(part[0] for part in name_parts(m)).upper() for m in group if len(name_parts(m)) > 1}
    short = {letters[cut:] for letters in initials for cut in range(len(letters) - 2)}
    short |= {f"K{letters}" for letters in initials if len(letters) == 2}
    return short | {part for m in group if m.name and m.name.alias for part in parts_of(m.name.alias)}


def _attached(text: Words, index: int) -> bool:
    """Whether a capitalised word beside it, or a word for a place before it, makes it part of something else."""
    word = text.folded[index]
    if never(word) or (word in common_words() and not likely(word)):
        return True
    if index and text.gap(index) in {" ", "\xa0"} and text.folded[index - 1] in title_words("site") - {"dari"}:
        return True
    before = index and text.gap(index) == " " and text.items[index - 1][0].isupper() and not _opens(text, index - 1)
    behind = index + 1 < len(text) and text.gap(index + 1) == " " and text.items[index + 1][0].isupper()
    return bool(before and text.folded[index - 1] not in {"pak", "bu", "bapak", "ibu"}) or bool(behind)


def _opens(text: Words, index: int) -> bool:
    """Whether the word opens its sentence, so that its capital means nothing."""
    return not index or bool(text.gap(index).strip(" \xa0,"))


def _offices_resolved(references: list[Reference]) -> Iterator[Reference]:
    """Gives an office that stands without a name the person who holds it in this article."""
    holders: dict[str, list[Reference]] = {}
    for reference in references:
        if reference.figure is not None and reference.mention.office:
            holders.setdefault(_kind(reference.mention.office), []).append(reference)
    for reference in references:
        office = reference.mention.office
        if reference.figure is None and office and not reference.mention.name:
            yield replace(reference, figure=_holder(reference, office, holders.get(_kind(office), [])))
        else:
            yield reference


def _kind(office: Office) -> str:
    return head_of(office).split(" ", 1)[0]


def _holder(reference: Reference, office: Office, holders: list[Reference]) -> int | None:
    """Who holds the office: the one named last before the reference, else the first behind it."""
    here = bisect_right(holders, reference.start, key=lambda holder: holder.start)
    near = [*reversed(holders[max(0, here - MOST_CANDIDATES) : here]), *holders[here : here + MOST_CANDIDATES]]
    return next((h.figure for h in near if h.mention.office and _fits(office, h.mention.office)), None)


def _fits(short: Office, full: Office) -> bool:
    """Whether an office without a name can be the office of somebody."""
    one, other = head_of(short), head_of(full)
    if one != other and not (short.head.follows == "body" and not short.complement and other.startswith(one)):
        return bool(not short.complement and short.head.name == "Kasat" and other.startswith("kasat "))
    if (short.prefix == "mantan") != (full.prefix == "mantan") or (full.prefix == "calon") != (short.prefix == "calon"):
        return False
    if short.head.follows == "place":
        return not short.place or not full.place or short.place == full.place
    return not short.complement or not full.complement or _common(short.complement, full.complement)


def _common(short: str, full: str) -> bool:
    """Whether one of two descriptions of a body holds all words of the other."""
    one, other = set(short.lower().split()), set(full.lower().split())
    levels = {"kabupaten", "kota", "provinsi", "ri"}
    return one - levels <= other or other - levels <= one
