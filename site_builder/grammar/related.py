"""Who is named by another person: ``anak Kusna, Teddy Kurnia``, ``Kuasa hukum Amir, Heri``, ``Siti (istri Amir)``."""

from __future__ import annotations

from site_builder.grammar.appointed import SAYS, Mention
from site_builder.grammar.likeness import is_person
from site_builder.grammar.names import Name, likely, name_at
from site_builder.grammar.offices import office_at
from site_builder.grammar.ranks import rank_at
from site_builder.grammar.words import Phrases, Words

KIN = frozenset({
    "anak", "adik", "kakak", "ayah", "ibu", "istri", "suami", "paman", "bibi", "kakek", "nenek", "cucu", "keponakan",
    "menantu", "mertua", "sepupu", "janda", "teman", "rekan", "tetangga", "ajudan", "sopir", "sahabat", "kekasih",
})  # fmt: skip
"""Whose somebody is."""
SERVICES = frozenset({
    "kuasa hukum", "tim kuasa hukum", "kuasa tim hukum", "penasihat hukum", "tim penasihat hukum", "tim hukum",
    "pengacara", "anak kandung", "adik kandung", "kakak kandung", "adik ipar", "kakak ipar", "orang tua",
    "ibu kandung", "ayah kandung", "anak buah", "kakak sepupu", "asisten pribadi", "keluarga",
})  # fmt: skip
"""Who speaks for somebody, and kin in two words."""
NEAR = frozenset({"teman", "rekan", "tetangga", "sahabat", "keluarga"})
"""Who is not told from others by whom they are near."""
_NOUNS = Phrases.of((word, word) for word in KIN | SERVICES)
PARTY = frozenset({"korban", "tersangka", "pelaku", "terdakwa", "almarhum", "pelapor", "terlapor"})


def related(text: Words, index: int) -> list[Mention]:
    """The one whose relation it is, if named, and the one who is meant; empty if no two follow the noun."""
    found = _NOUNS.at(text, index, " ")
    if not found or found[0] >= len(text) or text.gap(found[0]) != " ":
        return []
    stop, noun = found
    if text.folded[stop] in PARTY:
        return _of_party(text, stop, noun)
    owner = _name(text, stop)
    other = _name(text, owner.next) if owner and text.text[owner.end : owner.end + 2] == ", " else None
    if not owner or not other or not is_person(text, stop, owner):
        return []
    if other.first != owner.next or not _closed(text, other):
        return []
    printed = text.text[text.starts[owner.first] : owner.span[1]]
    meant = Mention(other.span[0], other.end, other, cue=f"{noun} {printed}")
    return [Mention(owner.span[0], owner.end, owner, strong=likely(owner.text.split()[0])), meant]


def relation(text: Words, index: int) -> tuple[str, int] | None:
    """``istri Amir`` behind a name and before a mark: what it says, and the offset behind it."""
    found = _NOUNS.at(text, index, " ") if text.folded[index] not in NEAR else None
    owner = _name(text, found[0]) if found and found[0] < len(text) and text.gap(found[0]) == " " else None
    first = owner and text.text[text.starts[owner.first] : owner.span[1]]
    ends = owner is not None and text.text[owner.end : owner.end + 1] in {",", ")", "."}
    return (f"{found[1]} {first}", owner.end) if found and owner and ends else None


def _of_party(text: Words, index: int, noun: str) -> list[Mention]:
    """``Ibu korban Rohani``: the party is not the one named."""
    name = _name(text, index + 1) if index + 1 < len(text) and text.gap(index + 1) == " " else None
    if not name or not is_person(text, index + 1, name) or not any(map(likely, name.text.split())):
        return []
    return [Mention(name.span[0], name.end, name, cue=f"{noun} {text.folded[index]}")]


def _name(text: Words, index: int) -> Name | None:
    if index >= len(text) or office_at(text, index) or rank_at(text, index):
        return None
    return name_at(text, index)


def _closed(text: Words, name: Name) -> bool:
    """Whether a whole name ends here: a mark or a verb of speech follows."""
    spoken = name.next < len(text) and text.folded[name.next] in SAYS
    return " " in name.text or spoken or (text.text[name.end : name.end + 1] == "," and likely(name.text))
