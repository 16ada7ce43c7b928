"""People without office or rank: ``korban bernama Sami``, ``kata Yusuf``, ``Galang Putra Rahman``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from site_builder.data import table
from site_builder.grammar import gazetteer
from site_builder.grammar.appointed import Mention, apposed, behind_rank
from site_builder.grammar.names import Name, common_words, likely, name_at, title_words
from site_builder.grammar.offices import office_at
from site_builder.grammar.ranks import rank_at
from site_builder.grammar.words import Phrases, Words

LISTED = re.compile(r",?\s(?:dan|serta|&)\s|,\s|\s?[-–&]\s?")
"""What stands between the names of a list."""
AFTER_CUE = re.compile(r"(?:\s(?:[Aa]numerta))?[,:]?\s[\"“]?|\s\(\s?")
SAID = frozenset(
    row["verb"] for row in table("speech_verbs") if row["kind"] in {"inverted", "passive"} and " " not in row["verb"]
)
"""Verbs that a name follows: ``kata``, ``disampaikan``."""
SAYS = frozenset(row["verb"] for row in table("speech_verbs") if row["kind"] == "direct")
"""Verbs that a name stands before: ``mengatakan``."""
PARTIES = frozenset({"korban", "pelaku", "tersangka", "terdakwa", "terduga pelaku", "saksi", "pelapor", "terlapor"})
"""What a person can be to a case; such a word counts from anywhere before in the sentence."""
ANYBODY = frozenset(
    {"warga", "seseorang", "orang", "pria", "wanita", "perempuan", "lelaki", "polisi", "anggota", "rekan", "teman"}
)
"""Behind one of these a name is that of somebody else."""
LOOK_BACK = 22
"""Words within which such a word stands."""


@cache
def _cues() -> Phrases[str]:
    return Phrases.of((row["word"], row["role"]) for row in table("cues"))


def cued(text: Words, index: int) -> list[Mention]:
    """``korban bernama Dani (29) dan Rian (23)``: what the text calls a person, then one name or a list."""
    found = _cues().at(text, index, " \xa0")
    if not found:
        return []
    stop, role = found
    weak = not role and text.folded[index] not in {"bernama", "oleh"}
    again = _cues().at(text, stop, " \xa0") if text.gap(stop) in {" ", ", "} else None
    if again and again[1]:
        return []
    if again:
        stop, weak = again[0], False
    stop = _behind_number(text, stop)
    gap = AFTER_CUE.match(text.text, text.ends[stop - 1])
    if not gap or stop >= len(text) or text.starts[stop] != gap.end() or office_at(text, stop):
        return []
    if rank := rank_at(text, stop):
        name = behind_rank(text, rank) if role else None
        return [apposed(text, Mention(rank.start, name.end, name, rank, cue=role), name.next)] if name else []
    role = role or _party(text, index)
    return list(_names(text, stop, role, weak=weak or "," in gap.group()))


def _behind_number(text: Words, index: int) -> int:
    """Skips the numeral of ``teradu II Amir``."""
    numeral = index < len(text) and text.gap(index) == " " and re.fullmatch(r"[IVX]{1,4}|\d{1,2}", text.items[index])
    return index + 1 if numeral else index


def _party(text: Words, index: int) -> str:
    """What the sentence called the person before: ``korban yang ditemukan … bernama``."""
    if index and text.folded[index - 1] in ANYBODY:
        return "anggota polisi" if text.folded[max(0, index - 2) : index] == ("anggota", "polisi") else ""
    for before in range(index - 1, max(index - LOOK_BACK, -1), -1):
        if "." in text.gap(before + 1) or "\n" in text.gap(before + 1):
            return ""
        found = _cues().at(text, before, " \xa0")
        if found and found[1] in PARTIES:
            return found[1]
    return ""


def _names(text: Words, index: int, role: str, *, weak: bool) -> Iterator[Mention]:
    """One name or a list of them."""
    first = True
    while name := name_at(text, index):
        usual = [likely(part) for part in re.split(r"[ .]+", name.text)]
        doubtful = weak and not name.aged and not (len(usual) > 1 and any(usual))
        if not _is_person(text, index, name) or doubtful or not (first or not weak or any(usual)):
            return
        yield apposed(text, Mention(name.span[0], name.end, name, cue=role), name.next)
        gap = LISTED.match(text.text, name.end)
        index, first = text.after(gap.end(), name.next) if gap else len(text), False
        if not gap or index >= len(text) or text.starts[index] != gap.end() or not _listable(text, index):
            return


def _listable(text: Words, index: int) -> bool:
    return not (office_at(text, index) or rank_at(text, index) or _cues().at(text, index, " "))


def _is_person(text: Words, index: int, name: Name) -> bool:
    """Whether a name is no acronym, no place and no ordinary word."""
    if name.aged:
        return True
    first = re.split(r"[ .]+", name.text.lower())[0]
    if (name.text.isupper() and len(name.text) < 5) or (first in common_words() and not likely(first)):
        return False
    place = gazetteer.place_at(text, index)
    return not (place and place[0] >= name.next) or likely(name.text)


def bare(text: Words, index: int, blocked: int) -> tuple[Mention | None, int]:
    """A name without rank, office or cue: only with a verb of speech beside it, an age, or several usual names.

    ``blocked`` is where a run of words ended that was a place, or -1: what is listed behind it is one too.
    Returns the mention or None, and the index behind the capitalised run.
    """
    name = name_at(text, index)
    if not name:
        return None, index + 1
    before = text.folded[index - 1] if index and text.gap(index) in {" ", "\xa0", "  ", "\n"} else ""
    listed = blocked >= 0 and LISTED.fullmatch(text.text[blocked : text.starts[index]]) is not None
    if before in title_words("site") or listed:
        return None, max(_run(text, index), name.next)
    said = before in SAID or before.removesuffix("nya") in SAID
    if not _is_person(text, index, name) or (not said and before and _inside(text, index - 1)):
        return None, name.next
    says = name.next < len(text) and text.folded[name.next] in SAYS and not text.gap(name.next).strip(" ,")
    strong = said or (says and _looks(name, 1)) or name.aged or name.end > name.span[1]
    if not strong and not _looks(name, 2):
        return None, name.next
    mention = Mention(name.span[0], name.end, name, strong=strong)
    return apposed(text, mention, name.next), name.next


def _looks(name: Name, words: int) -> bool:
    """Whether the words alone look like a name: so many, the first usual, or two of them."""
    usual = [likely(part) for part in re.split(r"[ .]+", name.text)]
    return len(usual) >= words and (usual[0] or sum(usual) > 1)


def _inside(text: Words, index: int) -> bool:
    """Whether the capitalised word before belongs to the same phrase, and does not merely open the sentence."""
    return text.items[index][0].isupper() and text.folded[index] not in title_words("stop")


def _run(text: Words, index: int) -> int:
    stop = index + 1
    while stop < len(text) and text.items[stop][0].isupper() and text.gap(stop) in {" ", "\xa0"}:
        stop += 1
    return stop
