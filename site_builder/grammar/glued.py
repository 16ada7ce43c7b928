"""Words that lost the space behind them, as ``Baswedantentu`` and ``KPKmenyebut``: where the second word begins.

Pages lose that space where a link ended.  The second word is a function word, a verb or a word with ``-nya``; that the
first is one is shown by the gazetteers or by the rest of the text, which prints it alone as well.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from functools import cache

from site_builder.data import table

SHORT_TAILS = frozenset({"di", "ke", "dan", "itu", "ini", "tak", "dari", "oleh"})
"""Endings of names too, as in ``Wulandari``: only behind a place, or a longer word that stands alone elsewhere."""
TAILS = frozenset({
    "agar", "akan", "atas", "atau", "bahkan", "bahwa", "belum", "bersama", "bisa", "dalam", "dapat", "dengan", "hanya",
    "harus", "hingga", "jika", "juga", "karena", "kembali", "kemudian", "kepada", "ketika", "kini", "lalu", "masih",
    "mulai", "namun", "pada", "saat", "sampai", "sangat", "sebagai", "sebelum", "sebelumnya", "sedang", "sehingga",
    "sejak", "sekaligus", "selaku", "selama", "serta", "setelah", "sudah", "tanpa", "telah", "tentang", "tentu",
    "terhadap", "tersebut", "tetap", "tetapi", "tidak", "untuk", "usai", "yaitu", "yakni", "yang",
})  # fmt: skip
NO_ENDINGS = frozenset({"atau", "bisa", "saat", "usai", "yang"})
"""How no name ends."""
NOUNS = frozenset({"digital", "dimension", "disiplin", "media", "medis", "mental", "menteri", "mesin", "terminal"})
"""Nouns that begin like verbs."""
VERBAL = ("mem", "men", "meny", "meng", "me", "ber", "ter", "di")
SHORTEST_HEAD, LONGEST_TAIL = 3, 16
SURE_TAIL = 7
"""A tail of so many letters shows by itself that two words were glued."""


@cache
def _common() -> frozenset[str]:
    return frozenset(row["word"] for row in table("common_words"))


@cache
def _names() -> frozenset[str]:
    return frozenset(row["name"] for row in table("personal_names"))


@cache
def _titles() -> frozenset[str]:
    return frozenset(row["word"] for row in table("title_words"))


@cache
def place_words() -> frozenset[str]:
    """Every word of a region's or a seat's name, folded."""
    rows = [row["name"] for row in table("regions")] + [row["town"] for row in table("seats")]
    return frozenset(word.lower() for name in rows for word in name.split() if len(word) > 3)


@cache
def _settled(word: str) -> bool:
    """Whether the word is known as it is, or has no form that could be two words."""
    folded = word.lower()
    plain = word[:1].isupper() and word[1:].isalpha() and word[1:].islower() and len(word) > SHORTEST_HEAD + 2
    known = folded in _names() or folded in _common() or folded in place_words() or folded in _titles()
    return not plain or known or folded.removesuffix("nya") in _common()


@cache
def _cuts(word: str) -> tuple[tuple[str, str], ...]:
    """Every way to take the word apart, the longest second word first."""
    ways = ((word[:at], word[at:]) for at in range(max(SHORTEST_HEAD, len(word) - LONGEST_TAIL), len(word) - 1))
    return tuple((head, tail) for head, tail in ways if tail in SHORT_TAILS or is_tail(tail) or _is_plain(tail))


def is_tail(word: str) -> bool:
    """Whether a word in small letters is a function word, a verb or a word with ``-nya``."""
    shaped = word in _common() and len(word) > 5 and (word.startswith(VERBAL) or word.endswith("nya"))
    return (word in TAILS or shaped) and word not in NOUNS and word not in _names()


def _is_plain(word: str) -> bool:
    """Whether it is any other word of the language, and none of a name."""
    return len(word) > 4 and word in _common() and word not in _names() and word not in _titles()


def second_word(word: str, alone: AbstractSet[str]) -> int:
    """Where a second word begins in a word with a capital, else 0; ``alone`` are the words of the text."""
    if _settled(word):
        return 0
    return next((len(head) for head, tail in _cuts(word) if _is_whole(head, tail, alone)), 0)


def _is_whole(head: str, tail: str, alone: AbstractSet[str]) -> bool:
    """Whether the first part is a word of its own; the shorter the parts, the more must show it."""
    folded, seen = head.lower(), head in alone
    if tail in SHORT_TAILS:
        usual = folded in _names()
        if usual and tail == "dan" and len(head) > 6:
            return True
        return seen and (folded in place_words() or len(head) > (5 if usual else 4))
    if folded in place_words() and is_tail(tail):
        return True
    if len(tail) < 5 and tail not in NO_ENDINGS:
        return len(head) > 4 and (seen or folded in _names())
    if not is_tail(tail):
        return seen and len(head) > 4
    sure = tail in NO_ENDINGS or len(tail) >= SURE_TAIL or folded in _common()
    return seen or folded in _names() or (sure and len(head) > SHORTEST_HEAD)
