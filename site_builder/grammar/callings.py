"""What a text calls a person who has no office: ``korban``, ``istri korban``, ``pegiat literasi digital``.

The nouns stand in ``data/cues.csv`` with their kind: a ``party`` to a case is called by the noun alone, for a
``calling`` the words behind it count too, and a ``lead`` only says that a name follows.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from site_builder.data import table
from site_builder.grammar.bodies import behind_brackets, body_at
from site_builder.grammar.names import INITIALS, never
from site_builder.grammar.ranks import rank_at
from site_builder.grammar.words import Phrases, Words

CLOSED = frozenset({
    "ada", "adalah", "agar", "akan", "akhirnya", "alias", "als", "antara", "asal", "atas", "atau", "bagi", "bahwa",
    "belum", "bernama", "era", "milik",
    "berusia", "bisa", "cukup", "dalam", "dan", "dapat", "dari", "dengan", "dua", "hanya", "harus", "hingga", "ini",
    "ikut", "itu", "jadi", "juga", "karena", "ke", "kemudian", "kepada", "ketika", "kini", "lain", "lalu", "langsung",
    "lebih", "masih", "masing", "namun", "nya", "oleh", "pada", "para", "pun", "saat", "saja", "sambil", "sangat",
    "sebagai", "sebelum", "secara", "sedang", "sejak", "sekitar", "seorang", "serta", "setelah", "sudah", "supaya",
    "tak", "telah", "tentang", "tersebut", "tetap", "tidak", "tiga", "untuk", "usai", "yaitu", "yakni", "yang",
})  # fmt: skip
"""Words that end what a person is called."""
VERBAL = ("meng", "mem", "men", "mel", "mer", "ber", "ter", "di")
"""How verbs begin."""
NOUNS = frozenset({
    "beras", "berita", "berkas", "digital", "dinas", "distrik", "divisi", "media", "medis", "mental", "menteri",
    "merek", "mesin", "terdakwa", "terduga", "terlapor", "termohon", "ternak", "tersangka", "terpidana", "terminal",
})  # fmt: skip
"""Nouns that begin like verbs."""
NUMBERED = frozenset({"urut", "rt", "rw", "tps", "dapil", "divisi", "bidang", "nomor", "paslon"})
"""What a number may follow."""
MOST_PIECES = 6


@dataclass(frozen=True, slots=True)
class Cue:
    """One row of ``data/cues.csv``."""

    role: str
    kind: str


@dataclass(frozen=True, slots=True)
class Calling:
    """What a person is called, and where the words end."""

    role: str
    kind: str
    next: int
    end: int
    described: bool
    """Whether more than the noun stands there."""


@cache
def _cues() -> Phrases[Cue]:
    return Phrases.of((row["word"], Cue(row["role"], row["kind"])) for row in table("cues"))


def cue_beginnings() -> frozenset[str]:
    """Every word that a cue can begin with, folded."""
    return frozenset(_cues().heads)


def cue_at(text: Words, index: int) -> tuple[int, Cue] | None:
    """The cue that starts at the word: the index behind it, and its row."""
    return _cues().at(text, index, " \xa0")


def calling_at(text: Words, index: int, *, nameless: bool = False) -> Calling | None:
    """The noun at the word with the words that belong to it; None if the word is no such noun.

    ``nameless`` says that the name stands before the noun, so that none can follow.
    """
    found = cue_at(text, index)
    if not found or not found[1].role:
        return None
    stop, cue = found
    words, after, end = complement(text, stop, nameless=nameless)
    if (
        stop < len(text)
        and text.gap(stop) == " "
        and INITIALS.fullmatch(text.items[stop])
        and not never(text.items[stop])
    ):
        words, after, end = [], stop, text.ends[stop - 1]
    if cue.kind == "party":
        return Calling(cue.role, cue.kind, after, end, bool(words))
    noun = text.text[text.starts[index] : text.ends[stop - 1]]
    if not text.items[index][0].isupper() or noun[1:].islower():
        noun = cue.role
    return Calling(" ".join([noun, *words]), cue.kind, after, end, bool(words))


def complement(text: Words, index: int, *, nameless: bool = False) -> tuple[list[str], int, int]:
    """The nouns, bodies and places that follow a noun: the words, the index and the offset behind them."""
    words: list[str] = []
    index, end = behind_brackets(text, index)
    while index < len(text) and len(words) < MOST_PIECES and text.text[end : text.starts[index]] in {" ", "\xa0"}:
        if text.items[index][0].isupper():
            body = body_at(text, index, "korban jiwa", nameless=nameless) if not rank_at(text, index) else None
            if not body or not body.text:
                break
            piece, index, end = body.text, body.next, body.end
        elif text.folded[index] in {"mantan", "eks"}:
            return [], index, end
        elif _belongs(text, index):
            piece, (index, end) = text.items[index], behind_brackets(text, index + 1)
        else:
            break
        words.append(piece)
    return words, index, end


def _belongs(text: Words, index: int) -> bool:
    """Whether a word in small letters is a noun or an adjective, or a number with its noun before."""
    word = text.folded[index]
    if word.isdigit():
        return text.folded[index - 1] in NUMBERED
    return word not in CLOSED and (word in NOUNS or not word.startswith(VERBAL)) and not word.endswith("nya")
