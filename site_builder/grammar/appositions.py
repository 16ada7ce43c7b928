"""What follows a name in apposition: ``Imran, Ketua Bawaslu Kota Batu``, ``Amir, warga Desa Sukamaju,``."""

from __future__ import annotations

import re
from dataclasses import replace

from site_builder.grammar.appointed import SAYS, STREETS, Mention, behind_rank, holder, transferred
from site_builder.grammar.callings import Calling, calling_at
from site_builder.grammar.names import name_at
from site_builder.grammar.offices import office_at
from site_builder.grammar.ranks import rank_at
from site_builder.grammar.related import relation
from site_builder.grammar.words import Words

APPOSED = re.compile(
    r"(?:,\s*|\s*\(|\s?—\s?|\s[-–]\s|\s+(?=[a-z]))"
    r"(?P<link>(?:yang\s+)?(?:akan\s+|kini\s+|resmi\s+|juga\s+){0,2}(?:selaku|sebagai|adalah|merupakan|menjabat|menjadi|"
    r"(?P<moved>mendapat(?:kan)?\s+(?:tugas|jabatan|amanah|promosi)(?:\s+baru)?|"
    r"ditunjuk|dilantik|diangkat|dimutasi|dimutasikan|dipromosikan|dipercaya|ditetapkan)"
    r"(?:\s+untuk menjalankan tugas)?"
    r"(?:\s+dalam jabatan baru)?|yang juga)(?:\s+(?:sebagai|menjadi|jadi))?\s+)?"
    r"(?P<one>(?:salah seorang|salah satu|seorang)\s+)?"
)
"""What may stand between a name and the office that belongs to it."""
TITLE = re.compile(
    r"(?:(?:[A-Z][\w'’]*|&|and|of)[ \xa0]){0,4}(?:Director|Manager|Officer|Head|Chief|President|Analyst|Specialist|"
    r"Chairman|Founder|CEO|COO|CFO|CTO|CMO|Editor|Engineer|Secretary|Coordinator|Lead|Instructor|Lecturer)\b"
    r"(?:[ \xa0](?:[A-Z][\w'’-]*|&|and|of|di|untuk)){0,8}(?=[,.)(])"
)
"""``Marketing Director PT Surya``: a title in English behind a name."""


def ranked(text: Words, index: int) -> Mention | None:
    """``AKBP Arman``, and the office that may follow in apposition; ``Jalan Kapten Arman`` is a street."""
    if index and text.folded[index - 1] in STREETS:
        return None
    rank = rank_at(text, index)
    name = behind_rank(text, rank) if rank else None
    return apposed(text, Mention(rank.start, name.end, name, rank), name.next) if rank and name else None


def _in_village(text: Words, index: int, alone: Mention) -> Mention:
    """``, Kepala Desa Kutruk,`` behind a name: the words up to the comma are the village."""
    office = office_at(text, index, nameless=True) if alone.office and not alone.office.complement else None
    closed = office is not None and text.text[office.end : office.end + 1] in {",", ".", ")", "\n", ""}
    return replace(alone, end=office.end, office=office) if office and office.complement and closed else alone


def _called(text: Words, index: int, *, linked: bool) -> Calling | None:
    """``, warga Desa Sukamaju,`` behind a name; never the words that introduce the next person."""
    if kin := relation(text, index):
        return Calling(kin[0], "calling", text.after(kin[1], index), kin[1], described=True)
    called = None if text.items[index][0].isupper() else calling_at(text, index, nameless=linked)
    if not called or not (called.described or called.kind == "party" or linked):
        return None
    ends = text.text[called.end : called.end + 1]
    closed = ends in {",", ".", ")", "\n", "", "—"} or linked
    closed = closed or (called.described and text.text.startswith(" dari ", called.end))
    spoken = called.described and called.next < len(text) and text.folded[called.next] in SAYS | {"yang"}
    if ends == "," and _named(text, called.next):
        return None
    return called if closed or spoken else None


def _named(text: Words, index: int) -> bool:
    """Whether a name follows behind the comma, so that the words before it introduce that one."""
    return index < len(text) and (rank_at(text, index) is not None or name_at(text, index) is not None)


def apposed(text: Words, mention: Mention, index: int) -> Mention:
    """Adds the office that follows a name: ``Imran, Ketua Bawaslu Kota Batu``; never the office of the next person."""
    gap = APPOSED.match(text.text, mention.end)
    if not gap or "\n" in gap.group():
        return mention
    index = text.after(gap.end(), index)
    if index >= len(text) or text.starts[index] != gap.end():
        return mention
    linked = bool(gap.group("link") or gap.group("one"))
    if mention.cue is None and not mention.rank and (called := _called(text, index, linked=linked)):
        return replace(mention, end=called.end, cue=called.role)
    if mention.cue is None and not mention.office and (titled := TITLE.match(text.text, gap.end())):
        return replace(mention, end=titled.end(), cue=" ".join(titled.group().split()))
    if not gap.group("link"):
        following = holder(text, index)
        if not following or following.name or following.office is None:
            return mention
        following = _in_village(text, index, following)
        marked = gap.group().strip() not in {"", ","}
        listed = not marked and text.text[following.end : following.end + 5].startswith((" dan ", ", dan"))
        return mention if listed else transferred(text, replace(mention, end=following.end, office=following.office))
    office = office_at(text, index, nameless=True)
    moved = bool(gap.group("moved"))
    return replace(mention, end=office.end, office=office, moved=moved) if office else mention
