"""Mentions of people in an article: rank, office, name and apposition, in every order that the news uses.

``Kapolres Malinau AKBP Heru``, ``Amir, Ketua KPU Kota Batu,``, ``korban bernama Sami``, ``kata Yusuf``.  A mention is
what stands at one place; who it is, is settled over the whole article (``grammar.cast``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from site_builder.data import table
from site_builder.grammar import gazetteer
from site_builder.grammar.names import Name, common_words, likely, name_at, title_words
from site_builder.grammar.offices import Office, office_at
from site_builder.grammar.ranks import Rank, rank_at
from site_builder.grammar.words import Phrases, Words, words

DELEGATED = re.compile(
    r"[,.]?\s*(?:yang\s+)?(?:dalam\s+hal\s+ini\s+)?(?:di\s?wakili|diwakilkan|melalui|lewat)"
    r"(?:\s+(?:oleh|kepada))?\s*(?:[Oo]leh\s*)?,?\s*",
)
"""``Bupati Malinau yang diwakili Asisten I …``, ``Kapolres melalui Kasat Reskrim …``: the second one is there."""
REPRESENTS = re.compile(r",?\s*(?:yang\s+)?(?:hadir\s+)?mewakili\s+", re.IGNORECASE)
"""``Amir mewakili Bupati Malinau``."""
APPOSED = re.compile(
    r"(?:,\s*|\s*\(|\s+)(?:(?:selaku|sebagai|yang juga|yang merupakan|yang menjabat(?: sebagai)?|"
    r"(?:yang )?(?:ditunjuk|dilantik|diangkat)(?: sebagai| menjadi)?|adalah|yang kini menjabat(?: sebagai)?)\s+)?"
)
"""What may stand between a name and the office that belongs to it."""
AFTER_OFFICE = re.compile(r"\)?[,:]?\s*(?:\n\s*)?|\s-\s|\s?\(\s?|,?\s(?:yakni|yaitu|bernama)\s")
"""What may stand between an office and the name of the person who holds it."""
AFTER_RANK = re.compile(r"\.?\s*|\.?\s?\n\s?")
NOT_A_PLACE_FOR = title_words("site")
"""A capitalised run behind one of these is a place, a street or an institution, even if it looks like a name."""
SAID = frozenset(
    row["verb"] for row in table("speech_verbs") if row["kind"] in {"inverted", "passive"} and " " not in row["verb"]
)
SAYS = frozenset(row["verb"] for row in table("speech_verbs") if row["kind"] == "direct")
LISTED = re.compile(r",?\s(?:dan|serta|&)\s|,\s|\s[-–&]\s")
"""What stands between the names of a list."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a person, an office or both are named."""

    start: int
    end: int
    name: Name | None = None
    rank: Rank | None = None
    office: Office | None = None
    cue: str | None = None
    """What the text calls a person without an office: ``korban``; empty for a cue that is no role."""
    represents: Office | None = None
    """Whose place the person takes."""
    strong: bool = True
    """Whether the words around show that this is a person, and not the look of the words alone."""


@cache
def _cues() -> Phrases[str]:
    return Phrases.of((row["word"], row["role"]) for row in table("cues"))


@lru_cache(maxsize=4)
def mentions(text: str) -> tuple[Mention, ...]:
    """Every mention of an article, in text order."""
    return tuple(_delegates(text, _scan(words(text))))


def _scan(text: Words) -> Iterator[Mention]:
    index, blocked = 0, -1
    while index < len(text):
        found = _office(text, index) or _ranked(text, index) or _cued(text, index)
        if found:
            yield from found
            index = max(text.after(found[-1].end, index), index + 1)
            continue
        if text.items[index][0].isupper():
            bare, stop = _bare(text, index, blocked)
            if bare:
                yield bare
            elif stop > index:
                blocked = text.ends[stop - 1]
            index = max(stop, index + 1)
        else:
            index += 1


def _office(text: Words, index: int) -> list[Mention]:
    """An office with the person who holds it, or alone."""
    office = office_at(text, index)
    if not office or (index and text.folded[index - 1] in {"pemilihan", "pilkada", "bursa"}):
        return []
    gap = AFTER_OFFICE.match(text.text, office.end)
    offset = gap.end() if gap else office.end
    stop = text.after(offset, office.next)
    near = stop < len(text) and text.starts[stop] == offset
    rank = rank_at(text, stop) if near else None
    name = _behind_rank(text, rank) if rank else _behind_office(text, office, stop) if near else None
    if rank and not name:
        rank = None
    capital = text.items[index][0].isupper()
    if not name:
        return [Mention(office.start, office.end, office=office)] if capital or office.complement else []
    if not rank:
        office, name = _parted(text, office, name)
    return [Mention(office.start, name.end, name, rank, office)]


def _behind_rank(text: Words, rank: Rank) -> Name | None:
    gap = AFTER_RANK.match(text.text, rank.end)
    index = text.after(gap.end() if gap else rank.end, rank.next)
    name = name_at(text, index)
    return name if name and not text.text[rank.end : text.starts[name.first]].strip(" .\xa0\n") else None


def _behind_office(text: Words, office: Office, index: int) -> Name | None:
    """A name straight behind an office, or behind a comma; a comma needs a sign that it is a name."""
    gap = text.text[office.end : text.starts[index]]
    name = name_at(text, index)
    if not name or office_at(text, index) or (name.text.lower() in common_words() and " " not in name.text):
        return None
    if "\n" in gap:
        return None
    first = name.text.split()[0].lower().strip(".")
    known = any(likely(part) for part in re.split(r"[ .]+", name.text))
    if (first in common_words() or first.endswith("kan")) and not known:
        return None
    place = gazetteer.place_at(text, index)
    if place and place[0] >= name.next and not likely(name.text):
        return None
    if gap.strip() and not (known or name.end > name.span[1] or " " in name.text or office.complement):
        return None
    return name


def _parted(text: Words, office: Office, name: Name) -> tuple[Office, Name]:
    """Moves words of an unknown village from the name to the office: ``Camat Sungai Raya Budi Santoso``."""
    if office.head.follows != "place" or office.complement or text.text[office.end : name.span[0]].strip():
        return office, name
    parts = name.text.split()
    usual = next((i for i, part in enumerate(parts) if likely(part.strip("."))), 0)
    if not 0 < usual < len(parts) or office.head.unit not in VILLAGES:
        return office, name
    place = " ".join(parts[:usual])
    start = name.span[0] + len(place) + 1
    kept = replace(name, text=" ".join(parts[usual:]), span=(start, name.span[1]))
    return replace(office, complement=place, place=place, end=start - 1), kept


VILLAGES = frozenset({"Kecamatan", "Kelurahan", "Desa", "Kampung", "Dusun", "Gampong", "Nagari", "Distrik", "Polsek"})
"""Units with names that no gazetteer here has."""


def _ranked(text: Words, index: int) -> list[Mention]:
    """``AKBP Arman``, and the office that may follow in apposition."""
    rank = rank_at(text, index)
    name = _behind_rank(text, rank) if rank else None
    if not rank or not name:
        return []
    return [_apposed(text, Mention(rank.start, name.end, name, rank))]


def _apposed(text: Words, mention: Mention) -> Mention:
    """Adds the office that follows a name: ``Imran, Ketua Bawaslu Kota Batu``; never the office of the next person."""
    gap = APPOSED.match(text.text, mention.end)
    if not gap or not mention.name:
        return mention
    index = text.after(gap.end(), mention.name.next)
    if index >= len(text) or text.starts[index] != gap.end() or "\n" in gap.group():
        return mention
    office = office_at(text, index)
    if not office or (not gap.group().strip(" ,(") and "," not in gap.group() and "(" not in gap.group()):
        return mention
    holder = _office(text, index)
    if holder and holder[0].name:
        return mention
    plural = text.text[office.end : office.end + 4].startswith((" dan", ", d")) and not gap.group().strip(" ,(")
    return mention if plural else replace(mention, end=office.end, office=office)


def _cued(text: Words, index: int) -> list[Mention]:
    """``korban bernama Dani (29) dan Rian (23)``: what the text calls a person, then one name or a list."""
    found = _cues().at(text, index, " \xa0")
    if not found:
        return []
    stop, role = found
    weak = not role and text.folded[index] not in {"bernama", "nama", "seseorang"}
    bernama = _cues().at(text, stop, " \xa0")
    if bernama and not bernama[1] and text.gap(stop) in {" ", ", "}:
        stop, weak = bernama[0], False
    gap = text.gap(stop) if stop < len(text) else ""
    if gap not in {" ", ", ", "\xa0", ' "', " “"} or office_at(text, stop) or rank_at(text, stop):
        return []
    return list(_names(text, stop, role, weak=weak or gap == ", "))


def _names(text: Words, index: int, role: str, *, weak: bool) -> Iterator[Mention]:
    """One name or a list of them."""
    first = True
    while name := name_at(text, index):
        parts = re.split(r"[ .]+", name.text)
        usual = sum(likely(part) for part in parts)
        if not _person_like(text, index, name) or (weak and not (usual and len(parts) > 1) and not name.aged):
            return
        if not first and not (usual or name.aged):
            return
        mention = Mention(name.span[0], name.end, name, cue=role)
        yield _apposed(text, mention)
        gap = LISTED.match(text.text, name.end)
        if not gap:
            return
        index, first = text.after(gap.end(), name.next), False
        if index >= len(text) or text.starts[index] != gap.end() or office_at(text, index) or rank_at(text, index):
            return


def _person_like(text: Words, index: int, name: Name) -> bool:
    if name.text.isupper() and len(name.text) < 5:
        return False
    if name.text.lower() in common_words() and not likely(name.text):
        return False
    place = gazetteer.place_at(text, index)
    return not (place and place[0] >= name.next) or likely(name.text) or name.aged


def _bare(text: Words, index: int, blocked: int) -> tuple[Mention | None, int]:
    """A name without rank, office or cue: only with a verb of speech beside it, an age, or several usual names.

    Returns the mention or None, and the index behind the capitalised run.
    """
    stop = index + 1
    while stop < len(text) and text.items[stop][0].isupper() and text.gap(stop) in {" ", "\xa0", ". ", "."}:
        stop += 1
    name = name_at(text, index)
    if not name:
        return None, index + 1 if text.folded[index] not in NOT_A_PLACE_FOR else stop
    before = text.folded[index - 1] if index and not text.gap(index).strip(" \xa0") and text.gap(index) else ""
    follows_blocked = blocked >= 0 and LISTED.fullmatch(text.text[blocked : text.starts[index]]) is not None
    if before in NOT_A_PLACE_FOR or follows_blocked:
        return None, max(stop, name.next)
    says = name.next < len(text) and text.folded[name.next] in SAYS and text.gap(name.next).strip(" ,") == ""
    said = before in SAID or before.removesuffix("nya") in SAID
    if not _person_like(text, index, name) or (index and before and text.items[index - 1][0].isupper() and not said):
        return None, name.next
    parts = re.split(r"[ .]+", name.text)
    usual = sum(likely(part) for part in parts)
    strong = said or (says and usual > 0) or name.aged or name.end > name.span[1]
    looks = len(parts) > 1 and usual > 0 and not any(part.lower() in common_words() for part in parts[:1])
    if not strong and not looks:
        return None, name.next
    if says and not said and parts[0].lower() in common_words():
        return None, name.next
    mention = Mention(name.span[0], name.end, name, strong=strong)
    return _apposed(text, mention), name.next


def _represents(text: str, person: Mention, other: Mention) -> bool:
    """``Amir mewakili Bupati Malinau``"""
    return bool(person.name and not other.name and REPRESENTS.fullmatch(text[person.end : other.start]))


def _delegates(text: str, found: Iterator[Mention]) -> Iterator[Mention]:
    """Tells each mention whom the person represents."""
    before: Mention | None = None
    for mention in found:
        if before and before.office and mention.name and DELEGATED.fullmatch(text[before.end : mention.start]):
            mention = replace(mention, represents=before.office)
        if before and mention.office and _represents(text, before, mention):
            yield replace(before, represents=mention.office)
            before = None
            continue
        if before:
            yield before
        before = mention
    if before:
        yield before
