"""Who follows whom in an office: ``Camat Muara yang dijabat Amir digantikan oleh Heri``, ``dari AKBP Amir kepada …``.

The one who comes gets the office of the one who goes; the one who goes keeps a note, unless a new post is told.
"""

from __future__ import annotations

import re
from dataclasses import replace

from site_builder.grammar.appointed import Mention
from site_builder.grammar.offices import Office

HANDED = re.compile(
    r",?\s(?:yang\s)?(?:(?:kini|kemudian|lalu|akan|resmi|telah|sudah|selanjutnya)\s){0,3}"
    r"(?:digantikan|diganti|di(?:isi|jabat|pegang))(?:\s(?:oleh|dengan))?\s"
)
"""What stands between the one who goes and the one who comes."""
TO = re.compile(
    r",?\s(?:(?:diserahterimakan|diserahkan|beralih|berpindah)\s)?(?:kepada|ke)\s"
    r"(?:(?:pejabat baru|penggantinya),?\s)?"
)
"""The same behind ``dari``."""
FROM = re.compile(r",?\s(?:(?:diserahterimakan|diserahkan|beralih|berpindah)\s)?dari\s(?:pejabat lama,?\s)?")
"""Leads from an office to the one who goes, if the one who comes follows."""
HELD_BEFORE = re.compile(
    r",?\s(?:yang\s)?(?:sebelumnya|semula|lama)\s(?:yang\s)?(?:di(?:jabat|isi|pegang|duduki|emban)\s)?(?:oleh\s)?"
)
REPLACES = re.compile(r",?\s(?:yang\s)?(?:untuk\s|akan\s|resmi\s)?menggantikan\s(?:posisi\s|pejabat lama,?\s)?")
MOST_BETWEEN = 80
"""Code points."""


def succeeded(text: str, found: list[Mention]) -> list[Mention]:
    """The mentions, each with the office that a change of office tells beside it."""
    found = list(found)
    for at in range(1, len(found)):
        before, mention = found[at - 1], found[at]
        between = text[before.end : mention.start]
        if not mention.name or len(between) > MOST_BETWEEN:
            continue
        if not before.office or mention.office:
            continue
        if before.name and (HANDED.fullmatch(between) or (before.leaves and TO.fullmatch(between))):
            found[at] = replace(mention, office=_taken(before.office))
            found[at - 1] = replace(before, leaves=True)
        elif not before.name and _leaves(text, found, at, between):
            found[at] = replace(mention, office=before.office, leaves=True)
        elif REPLACES.fullmatch(between):
            found[at] = replace(mention, office=_taken(before.office), leaves=True)
    return found


def _leaves(text: str, found: list[Mention], at: int, between: str) -> bool:
    """Whether the one behind an office is the one who held it before."""
    if HELD_BEFORE.fullmatch(between):
        return True
    following = found[at + 1] if at + 1 < len(found) else None
    return bool(
        following and following.name and FROM.fullmatch(between) and TO.fullmatch(text[found[at].end : following.start])
    )


def _taken(office: Office) -> Office:
    return replace(office, prefix="" if office.prefix == "mantan" else office.prefix)
