"""All mentions of people and offices in an article, in text order; who is whom is settled later (``grammar.cast``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache

from site_builder.grammar.appointed import Mention, holder
from site_builder.grammar.appositions import ranked
from site_builder.grammar.bodies import body_from
from site_builder.grammar.callings import cue_beginnings
from site_builder.grammar.fuller import completed
from site_builder.grammar.lists import filled, told_of_all
from site_builder.grammar.offices import MEMBERS, Office, office_at, office_beginnings
from site_builder.grammar.pairs import couple, pair, ticket
from site_builder.grammar.ranks import rank_beginnings
from site_builder.grammar.related import related
from site_builder.grammar.successions import succeeded
from site_builder.grammar.unappointed import bare, cued
from site_builder.grammar.words import Words, words

DELEGATED = re.compile(
    r"[,.]?\s*(?:yang\s+)?(?:dalam\s+hal\s+ini\s+)?(?:di\s?wakili|diwakilkan|di\s?bacakan|melalui|lewat)"
    r"(?:\s+(?:oleh|kepada))?\s*(?:[Oo]leh\s*)?,?\s*",
)
"""``Bupati Malinau yang diwakili Asisten I …``, ``Kapolres melalui Kasat Reskrim …``: the second one is there."""
REPRESENTS = re.compile(r",?\s*(?:yang\s+)?(?:hadir\s+)?mewakili\s+", re.IGNORECASE)
"""``Amir mewakili Bupati Malinau``."""

EACH = re.compile(
    r",?\s(?:masing-masing|keduanya|ketiganya|keempatnya)\s(?:selaku|sebagai|adalah|merupakan|menjabat)\s"
)
BETWEEN = re.compile(r"[,.;]?\s(?:dan\s|serta\s)?(?:[A-Z][a-z]+\s[IVX]{1,5}\s)?")
"""What stands between the people of a list: ``, ``, ``. Teradu II ``."""
SENT = re.compile(r",?\s(?:melalui|lewat)\s\Z")
BEFORE = re.compile(r"(?:[A-Z][A-Za-z–-]*[ \xa0]){0,6}[A-Z][A-Za-z–-]*\Z")
"""The capitalised words that end a piece of text."""


@lru_cache(maxsize=4)
def mentions(text: str) -> tuple[Mention, ...]:
    """Every mention of an article, in text order."""
    found = words(text)
    whole = filled(found, completed(found, list(_scan(found))))
    whole = told_of_all(found, _shared(text, list(_delegates(text, iter(whole)))))
    return tuple(succeeded(text, whole))


@cache
def _beginnings() -> frozenset[str]:
    """Every word that an office, a rank or a cue can begin with."""
    return frozenset({"pasangan", "paslon", "duet", "nomor", "kuasa"}).union(
        office_beginnings(), rank_beginnings(), cue_beginnings()
    )


def _scan(text: Words) -> Iterator[Mention]:
    index, blocked, size, beginnings = 0, -1, len(text), _beginnings()
    folded, items = text.folded, text.items
    while index < size:
        if folded[index] not in beginnings and not items[index][0].isupper():
            index += 1  # most words are such
            continue
        several: list[Mention] = []
        if folded[index] in beginnings:
            several = pair(text, index) or ticket(text, index) or related(text, index)
            several = several or _best(_one(text, index), cued(text, index))
            several = _couple_of(text, several) or several
        elif text.items[index][0].isupper():
            several = couple(text, index)
        if several:
            yield from several
            index = max(text.after(several[-1].end, index), index + 1)
        elif text.items[index][0].isupper():
            alone, stop, is_place = bare(text, index, blocked)
            if alone:
                yield alone
                stop = max(stop, text.after(alone.end, index))
            elif is_place:
                blocked = text.ends[stop - 1]
            index = max(stop, index + 1)
        else:
            index += 1


def _couple_of(text: Words, several: list[Mention]) -> list[Mention]:
    """``yakni Amri Husin-Siti Rahma``: the first of a list is one of two."""
    first = several[0] if several else None
    bare_name = first and first.name and not first.office and not first.rank
    return couple(text, text.index(first.start)) if first and bare_name else []


def _one(text: Words, index: int) -> list[Mention]:
    found = holder(text, index) or ranked(text, index)
    return [found] if found else []


def _best(office: list[Mention], called: list[Mention]) -> list[Mention]:
    """An office with its holder, else what a person is called, else the office alone."""
    return office if (office and office[0].name) or not called else called


def _shared(text: str, found: list[Mention]) -> list[Mention]:
    """``Amir, Heri, dan Siti, masing-masing selaku anggota KPU``: the office behind a list is that of all in it."""
    for at, mention in enumerate(found):
        each = EACH.match(text, mention.end) if mention.name else None
        index = words(text).index(each.end()) if each else 0
        office = office_at(words(text), index, nameless=True) if each and index < len(words(text)) else None
        if not office:
            continue
        first = at
        while first and found[first - 1].name and BETWEEN.fullmatch(text[found[first - 1].end : found[first].start]):
            first -= 1
        for i in range(first, at + 1):
            found[i] = found[i] if found[i].office else replace(found[i], office=office)
    return found


def _delegates(text: str, found: Iterator[Mention]) -> Iterator[Mention]:
    """Tells each mention whom the person represents."""
    before: Mention | None = None
    for mention in found:
        if before and before.office and mention.name and DELEGATED.fullmatch(text[before.end : mention.start]):
            mention = replace(mention, represents=before.office)
        if mention.name and mention.office and mention.office.head.follows == "body":
            mention = replace(mention, office=_of_body(text, mention.office))
        if before and mention.office and _represents(text, before, mention):
            yield replace(before, represents=mention.office)
            before = None
            continue
        if before:
            yield before
        before = mention
    if before:
        yield before


def _of_body(text: str, office: Office) -> Office:
    """``Bawaslu Kota Batu melalui anggotanya Amir``: the body before says of what the office is."""
    sent = SENT.search(text, max(0, office.start - 14), office.start)
    if not sent or office.place:
        return office
    run = BEFORE.search(text, max(0, sent.start() - 70), sent.start())
    found = words(text)
    index = found.index(run.start()) if run else 0
    body = body_from(found, index) if run and found.starts[index] == run.start() else None
    if not body or body.end != sent.start():
        return office
    head = office.head
    if MEMBERS.intersection(body.text.split()) and head.name != "juru bicara":
        head = replace(head, name=head.name[0].upper() + head.name[1:])
    whole = " ".join(filter(None, (office.complement, body.text)))
    return replace(office, head=head, complement=whole, place=body.place)


def _represents(text: str, person: Mention, other: Mention) -> bool:
    """``Amir mewakili Bupati Malinau``"""
    return bool(person.name and not other.name and REPRESENTS.fullmatch(text[person.end : other.start]))
