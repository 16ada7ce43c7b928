"""A personal name as Indonesian news prints it: honorifics before, degrees behind, initials and particles inside.

There is no gazetteer of people.  A name is a run of capitalised words that are none of the words that never stand in
a name (days, parties, units, offices); ``personal_names.csv`` says which words are usual in names, and decides only
where the position alone does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from site_builder.data import table
from site_builder.grammar.glued import place_words
from site_builder.grammar.name_shapes import AMBIGUOUS, BALINESE, MISTYPED, SHAPE, SHORTENED, VERBAL
from site_builder.grammar.ranks import rank_at
from site_builder.grammar.words import Phrases, Words
from site_builder.model import Span

PARTICLES = frozenset({"bin", "binti", "ibn", "al", "el", "van", "de", "der", "da", "dos", "alias"})
"""Small words inside a name, as in ``Rahmat bin Usman``; ``alias`` ends it."""
SUFFIXES = frozenset({"an", "kah", "ku", "lah", "mu", "nya", "pun"})
"""What a hyphen joins to any word; other small words behind one are of the name, as in ``Suk-yeol``."""
ROMAN = re.compile(r"[IVX]+")
INITIALS = re.compile(r"(?:[A-Z]\.?\s?){1,4}")
"""``MRJ``, ``A.S.``: who is named by initials is not named."""
MOST_WORDS = 7
NICKNAME = re.compile(r"\s['‘\"“(]([A-ZÀ-Þ][a-zß-ÿ]{2,14})['’\"”)]\s(?=[A-ZÀ-Þ])")
"""``Munandar 'Nandar' Saleh``."""
ALIAS = re.compile(r",?\s(?:alias|als|"
                   r"(?:atau )?(?:yang )?(?:akrab|kerap|biasa|sering) (?:disapa|dipanggil)|dikenal dengan|"
                   r"sapaan akrab|sapaan|panggilan akrab|\("
                   r"(?=(?:Gus|Kang|Cak|Mas|Bang|Abah|Aba|Haji|Tuan|Ustaz|Ustad)\s))\s*"
                   r"[\"“'‘]?([A-ZÀ-Þ][a-zß-ÿ]+(?:\s[A-ZÀ-Þ][a-zß-ÿ]+)?)[\"”'’)]?")  # fmt: skip
"""``Zainudin alias Udin``, ``Zainudin (Gus Udin)``."""
AGE = re.compile(r"\s?\(\s?(?:\d{1,2}|alm|almh|almarhum|almarhumah)\.?(?:\s(?:tahun|th))?\s?\)")
"""``(48)``, ``(alm)``."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name in its place: the span holds the name alone, ``end`` and ``next`` lie behind its degrees."""

    text: str
    span: Span
    end: int
    """Offset behind degrees, age and the like."""
    next: int
    """Index of the word after ``end``."""
    first: int
    """Index of the first word, honorifics included."""
    alias: str | None = None
    aged: bool = False
    """Whether an age in brackets follows: only people have one."""


@cache
def personal_names() -> frozenset[str]:
    """Words usual in Indonesian names, folded."""
    return frozenset(row["name"] for row in table("personal_names"))


@cache
def common_words() -> frozenset[str]:
    """Words that news prints in small letters; sentence-initial capitals do not make them names."""
    return frozenset(row["word"] for row in table("common_words"))


@cache
def title_words(kind: str) -> frozenset[str]:
    """Words that are no part of a person's name: of ``office`` titles and institutions, or ``stop`` words."""
    return frozenset(row["word"] for row in table("title_words") if row["kind"] == kind)


@cache
def thing_words(kind: str) -> frozenset[str]:
    """Words of things: a ``brand`` by itself, a ``firm`` with the words behind it, a ``tail`` with those before it."""
    return frozenset(row["word"] for row in table("thing_words") if row["kind"] == kind)


@cache
def _mistyped() -> frozenset[str]:
    """Titles that lack a letter, as ``Bupat``, ``Walkota``."""
    titles = [word for word in title_words("office") if word in MISTYPED]
    return frozenset(title[:at] + title[at + 1 :] for title in titles for at in range(1, len(title)))


@cache
def _honorifics() -> Phrases[str]:
    return Phrases.of((row["honorific"], row["meaning"]) for row in table("honorifics"))


@cache
def _degrees() -> re.Pattern[str]:
    forms = sorted({form for row in table("degrees") for form in _degree_forms(row["degree"])}, key=len, reverse=True)
    letters = sorted({form[0] for form in forms})
    grouped = "|".join(f"{x}(?:{'|'.join(form[1:] for form in forms if form[0] == x)})" for x in letters)
    return re.compile(rf"[\s.,]{{0,4}}(?:{grouped})(?![A-Za-z])\.?")


def _degree_forms(degree: str) -> Iterable[str]:
    """``S.I.K.`` gives patterns for S.I.K, S. IK, SIK; without a full stop only in the usual letter case."""
    parts = re.findall(r"[A-Za-z]+", degree)
    joined = "".join(parts)
    yield joined
    if len(parts) > 1:
        yield joined.upper()
        yield parts[0][0].upper() + joined[1:].capitalize()
        yield parts[0][0] + parts[0][1:] + r"\.\s?" + r"\.?\s?".join(f"\\(?(?i:{part})\\)?" for part in parts[1:])


def skip_degrees(text: str, offset: int) -> int:
    """The offset behind all degrees that follow: ``, S.H., M.H`` or `` SIK MH``."""
    while match := _degrees().match(text, offset):
        offset = match.end()
    return offset


def skip_honorifics(text: Words, index: int) -> int:
    """The index of the first word that is no honorific: behind ``H.``, ``Drs``, ``Pdt.``."""
    while found := _honorifics().at(text, index):
        end, _ = found
        if end >= len(text) or not _is_capital(text.items[end]) or not text.items[index][0].isupper():
            break
        if len(text.gap(end)) > 2 or "\n" in text.gap(end) or text.gap(end).strip(" .\xa0"):
            break
        index = end
    return index


def name_at(text: Words, index: int) -> Name | None:
    """The name that starts at the word, honorifics before it allowed; None if no name can start here."""
    first, index = index, skip_honorifics(text, index)
    if index >= len(text) or not _starts(text, index):
        return None
    stop, alias = _run(text, index)
    inner = next((i for i in range(index + 1, stop) if _begins_anew(text, i)), None)
    if inner and (behind := name_at(text, inner)):
        return behind
    if _is_thing(text, stop):
        return None
    end = text.ends[stop - 1]
    start = text.starts[index]
    words = " ".join(text.text[start:end].split())
    if alias:
        words = " ".join(NICKNAME.sub(" ", words).split())
    if len(words.replace(".", "")) < 3 or (INITIALS.fullmatch(words) and not likely(words)):
        return None
    tail, aged, alias = _tail(text.text, end, alias)
    return Name(words, (start, end), tail, text.after(tail, stop), first, alias, aged)


def _begins_anew(text: Words, index: int) -> bool:
    """Whether a name begins at a word behind others: at an honorific, or as only Balinese names begin."""
    word = text.items[index]
    if len(word) > 3 and _honorifics().at(text, index):
        return True
    following = text.folded[index + 1] if index + 1 < len(text) else ""
    return (word in {"I", "Ni"} and following in BALINESE) or (word == "Ida" and following in {"bagus", "ayu"})


def _tail(text: str, end: int, alias: str | None) -> tuple[int, bool, str | None]:
    end = skip_degrees(text, end)
    if match := ALIAS.match(text, end):
        alias, end = match.group(1), match.end()
    match = AGE.match(text, end)
    return (match.end(), True, alias) if match else (end, False, alias)


def _run(text: Words, index: int) -> tuple[int, str | None]:
    """The index behind the last word of the name, and a nickname that stands inside it."""
    upper, alias, stop = _is_upper(text.items[index]), None, index + 1
    while stop < len(text) and stop - index < MOST_WORDS:
        nickname = NICKNAME.match(text.text, text.ends[stop - 1])
        if nickname:
            alias, stop = nickname.group(1), text.after(nickname.end(), stop)
        elif text.folded[stop] in PARTICLES and _links(text, stop):
            stop += 1
        elif not _continues(text, stop, upper=upper):
            break
        stop += 1
    return stop, alias


def _is_thing(text: Words, stop: int) -> bool:
    """Whether the words before ``stop`` name a thing: ``Elbit Systems``, ``Trump Tower``."""
    if stop >= len(text) or text.gap(stop) not in {" ", "\xa0"} or not _is_capital(text.items[stop]):
        return False
    return text.folded[stop] in thing_words("tail")


def _links(text: Words, index: int) -> bool:
    """Whether a particle stands here between two words of a name."""
    if text.folded[index] == "alias" or text.gap(index) not in {" ", "\xa0"} or index + 1 >= len(text):
        return False
    return _continues(text, index + 1, upper=False)


def _starts(text: Words, index: int) -> bool:
    word = text.items[index]
    if word == "Anak" and text.folded[index + 1 : index + 2] == ("agung",):
        return True
    if not _is_capital(word) or never(word) or (word.endswith("nya") and not likely(word)):
        return False
    if (len(word) > 1 and ROMAN.fullmatch(word)) or (word == "Jaya" and index and text.folded[index - 1] == "metro"):
        return False
    if word == "I":
        return index + 1 < len(text) and (text.folded[index + 1] in BALINESE or text.gap(index + 1).startswith("."))
    if len(word) == 1 and index + 1 < len(text):
        following = text.items[index + 1]
        return _is_capital(following) and text.gap(index + 1) in {" ", ". ", ".", "\xa0"} and not never(following)
    return True


def _continues(text: Words, index: int, *, upper: bool) -> bool:
    word, gap, before = text.items[index], text.gap(index), text.folded[index - 1]
    if gap == "-" and 2 < len(word) < len(before) and before.endswith(word):  # Siringo-ringo
        return True
    if gap == "-" and 1 < len(word) < 6 and len(before) < 7 and word.islower():
        return word not in common_words() and word not in SUFFIXES
    if not _joins(gap, before):
        return False
    if gap == "-" and _is_capital(word):
        return True
    if not _is_capital(word):
        return likely(word) and likely(before) and len(word) > 4 and word not in common_words() | {"putra", "putri"}
    if _degrees().match(text.text, text.starts[index]) or rank_at(text, index):
        return False
    if len(word) == 1:
        return word not in "IVX" or (index + 1 < len(text) and _is_capital(text.items[index + 1]))
    if (_is_upper(word) and not upper) or is_verb(word):
        return False
    return not never(word) or (text.folded[index] in AMBIGUOUS and (likely(before) or _before_usual(text, index + 1)))


def _before_usual(text: Words, index: int) -> bool:
    """Whether a word that is usual in names follows at once."""
    return index < len(text) and text.gap(index) == " " and _is_capital(text.items[index]) and likely(text.items[index])


def _joins(gap: str, before: str) -> bool:
    """Whether two words with this gap between them can belong to one name."""
    if not gap or "\n" in gap:
        return False
    if "." in gap:
        return (len(before) < 3 or before in SHORTENED) and gap.strip(" \xa0") == "."
    if gap == "-":
        return before in {"al", "ad", "an", "ar", "as", "at", "az"}
    return not gap.strip(" \xa0") and len(gap) <= 2


@cache
def _excluded() -> frozenset[str]:
    mistyped = {word for word in _mistyped() if word not in personal_names()}
    things = map(thing_words, ("brand", "firm", "tail"))
    return frozenset().union(title_words("office"), title_words("stop"), mistyped, *things)


@lru_cache(maxsize=4096)
def is_verb(word: str) -> bool:
    """Whether the word is an active verb, which ends a name whatever its first letter: ``Mengatakan``."""
    folded = word.lower()
    return folded.startswith(VERBAL) and folded in common_words() and not likely(word)


def never(word: str) -> bool:
    """Whether the word is never part of a person's name."""
    return word.lower() in _excluded()


@lru_cache(maxsize=4096)
def likely(word: str) -> bool:
    """Whether the word is usual in names, or ends as only names do."""
    folded = word.lower()
    if folded in personal_names():
        return True
    known = folded in common_words() or folded in _excluded() or folded in place_words()
    return not known and SHAPE.fullmatch(folded) is not None


def _is_capital(word: str) -> bool:
    return word[0].isupper()


def _is_upper(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def brackets_person(text: Words, index: int, end: int) -> bool:
    """Whether the brackets hold a person: ``Kabag Ops (Kompol Amir)``, ``Kasi Humas (Amir Hidayat)``."""
    if (rank := rank_at(text, index)) and rank.next < len(text) and text.starts[rank.next] < end:
        return text.items[rank.next][0].isupper()
    stop = text.after(end, index)
    inside = text.items[index:stop]
    usual = [word for word in inside if likely(word) and not word.isupper()]
    return len(inside) > 1 and len(usual) > 1 and all(word[0].isupper() for word in inside)
