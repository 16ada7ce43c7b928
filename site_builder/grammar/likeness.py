"""Whether capitalised words are a person: what the words themselves and those beside them say for and against it."""

from __future__ import annotations

import re

from site_builder.grammar import place_names
from site_builder.grammar.name_shapes import AMBIGUOUS
from site_builder.grammar.names import PARTICLES, Name, common_words, likely, thing_words, title_words
from site_builder.grammar.words import Words

BETWEEN = re.compile(r"[ .]+")
"""What parts the words of a name."""
NAMED_AFTER = frozenset({
    "cv", "fc", "gor", "iain", "ikip", "isi", "km", "kri", "ma", "mts", "pp", "ps", "pt", "rs", "rsud", "rsup", "sd",
    "sdn", "sma", "smk", "smp", "ssb", "stain", "stie", "stikes", "stkip", "tpu", "ud", "uin", "upn",
})  # fmt: skip
"""Institutions and ships that bear the names of people."""
NO_PERSONS = frozenset({"tuan", "pangeran", "yth", "ibu", "ir", "bp", "kang"})
"""Honorifics that begin names of things too: ``Tuan Rumah``, ``Ibu Pertiwi``."""
WEAK = frozenset({
    "akbar", "amanah", "barokah", "dewi", "fajar", "indah", "jaya", "mekar", "melati", "mustika", "permai", "permata",
    "persada", "pertiwi", "pratama", "putra", "putri", "rahmat", "ramadan", "ramadhan", "raya", "restu", "sakti",
    "sari", "surya",
})  # fmt: skip
"""Names that other words end with as well."""
DOUBLE = frozenset({
    "adil", "bintang", "bulan", "bunga", "cahaya", "embun", "fajar", "gagah", "hakim", "indah", "jati", "karya",
    "kasih", "lestari", "manis", "mawar", "mekar", "melati", "mulia", "murni", "perkasa", "permai", "permata", "sakti",
    "salam", "sejati", "sentosa", "setia", "sinar", "tanjung", "teguh", "timur", "utama", "wahid", "wijaya",
})  # fmt: skip
"""Words of the language that end names too, as in ``Irfan Hakim``."""


def is_person(text: Words, index: int, name: Name) -> bool:
    """Whether a name is no acronym, no place and no ordinary word."""
    if name.aged:
        return True
    first = BETWEEN.split(name.text.lower(), 1)[0]
    acronym = name.text.split()[0]
    if acronym.isupper() and len(acronym) > 2 and acronym.isalpha() and not name.text.isupper():
        return False
    if (name.text.isupper() and len(name.text) < 5) or (first in common_words() and not likely(first)):
        return False
    if name.text.isupper() and sum(map(ordinary, name.text.split())) > 1:
        return False
    place = place_names.place_at(text, index)
    return not (place and place[0] >= name.next) or likely(name.text)


def ordinary(word: str) -> bool:
    """Whether news prints the word in small letters, and no name has it."""
    folded = word.lower().strip(".")
    known = folded in PARTICLES or folded in DOUBLE or likely(word)
    return len(folded) > 2 and folded in common_words() and not known


def looks(name: Name, words: int) -> bool:
    """Whether the words alone look like a name: so many, the first usual, or two of them."""
    usual = [likely(part) for part in BETWEEN.split(name.text)]
    return len(usual) >= words and (usual[0] or sum(usual) > 1 or (words > 1 and usual[-1] and _surnamed(name)))


def _surnamed(name: Name) -> bool:
    """Whether an unknown word and a usual name behind it are a person: ``Erintu Damanik``, not ``Safari Ramadhan``."""
    first, last = name.text.split()[0], name.text.split()[-1].lower()
    plain = first.isupper() or first.lower() in common_words() or first.lower().startswith(("di", "me", "ber"))
    return not plain and last not in AMBIGUOUS | WEAK


def honoured(text: Words, index: int, name: Name) -> bool:
    """Whether an honorific stands before the name, as in ``Bapak Suryadi``."""
    apart = text.ends[index] < name.span[0] and text.gap(index) != ""
    return apart and text.folded[index] not in NO_PERSONS


def is_acronym(text: Words, index: int) -> bool:
    """Whether the word is an acronym behind which a person may stand: ``BPBD Yanto``, not ``UIN Maulana``."""
    word = text.items[index]
    return len(word) > 1 and word.isupper() and text.folded[index] not in NAMED_AFTER


def inside(text: Words, index: int, name: Name) -> bool:
    """Whether the capitalised word before belongs to the same phrase, and does not merely open the sentence."""
    if not text.items[index][0].isupper() or text.folded[index] in title_words("stop"):
        return False
    if is_acronym(text, index) or text.folded[index] in thing_words("brand") or _ends_place(text, index):
        return not (likely(text.items[index + 1]) and " " in name.text)
    opens = not index or bool(text.gap(index).strip(" \xa0,"))
    return not (opens and text.folded[index] in common_words())


def _ends_place(text: Words, index: int) -> bool:
    """Whether the name of a place ends with the word."""
    if likely(text.items[index]):
        return False
    starts = range(max(index - 2, 0), index + 1)
    return any((place := place_names.place_at(text, start)) and place[0] == index + 1 for start in starts)
