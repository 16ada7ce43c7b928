"""Quotations -> direct speech with its speaker.

The words around a quotation name the speaker (``grammar.attribution``), or a pronoun or nothing does: then it is the
one who spoke last, and indirect speech counts (``Eri mengatakan bahwa …``).  What is quoted but not said, a title, a
nickname, a theme, is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from site_builder.grammar.attribution import Attribution, attribution, subject
from site_builder.grammar.cast import Reference, cast
from site_builder.grammar.quotations import Quotation, quotations
from site_builder.grammar.scene import Scene

TITLED = re.compile(
    r"\b(?:ber)?(?:tema|tajuk|judul|slogan|moto|motto|tagline|jargon|tagar|julukan|sebutan|istilah|sandi|yel|nama|lagu|"
    r"film|buku|program|acara|kegiatan|gerakan|bertuliskan|tulisan|sebagai|disebut|dijuluki|dikenal|disapa|"
    r"alias|subtema|klaim|narasi|takarir|keterangan|pertanyaan|mengusung|mengangkat|diskusi|seminar|lomba|"
    r"kampanye|aplikasi|artikel|video|berita)\s*[,:]?\s*$",
    re.IGNORECASE,
)
"""What stands before a title, a theme, a nickname: the quotation is no speech."""
ACTIVE = ("me", "ber", "juga", "pun", "turut", "akan", "siap", "hadir")
"""How the word behind an active subject begins."""
LEAD = frozenset({
    "", "sementara", "itu", "selain", "dalam", "kesempatan", "tersebut", "yang", "sama", "ini", "namun", "kemudian",
    "lalu", "saat", "pada", "lebih", "lanjut", "senada", "sebelumnya", "selanjutnya", "adapun", "sedangkan", "bahkan",
    "di", "sisi", "lain", "tempat", "terpisah", "akhir", "awal", "sambutannya", "arahannya", "amanatnya", "sebagai",
    "juga", "usai", "apel", "setelah", "hadir", "tampak", "menanggapi", "hal", "oleh", "karena", "terkait",
    "keterangannya", "penyampaiannya", "kegiatan", "acara", "rakor", "pertemuan", "sambutan", "malam", "pagi", "siang",
    "sore", "hari", "harinya",
})  # fmt: skip
"""Words that may open a sentence before its subject."""
LED = re.compile(
    r"\b(?:dipimpin|dibuka|disanggupi|diamini|disetujui|ditanggapi|dijawab|diapresiasi|ditimpali|dibacakan|dilontarkan|"
    r"diserukan|disuarakan|dikonfirmasi)(?:\s(?:langsung|resmi|secara resmi))?(?:\soleh)?\s"
)
"""``Apel dipimpin Kapolres …``"""
SPEECH_LENGTH = 5
"""Words from which on a quotation without attribution can be speech."""
LEAD_LENGTH = 3000
"""Characters within which an article presents its main person."""
NEAR = 500
"""Characters within which the last speaker is still meant by a pronoun."""
ENDINGS = (",", ".", "!", "?", "…")


@dataclass(frozen=True, slots=True)
class Speech:
    """One direct speech: where its words stand, who speaks, and what shows it."""

    start: int
    end: int
    speaker: str | None
    verb: str
    """As printed; empty if none."""
    order: str
    """``quote-first``, ``speaker-first`` or ``none``."""
    printed: str
    """The words that name the speaker; empty if none do."""
    basis: str
    """How the speaker was found: ``name``, ``office``, ``pronoun``, ``document``; ``subject``, the one who did
    something before; ``context``, the last speaker without a word that says so; ``anonymous``."""
    known: bool
    """Whether the text says who the speaker is: by a full name, a rank or a role."""


@dataclass(frozen=True, slots=True)
class _Talker:
    """Who holds the floor, and since where."""

    label: str
    at: int
    strong: bool
    """Whether a verb of speech gave the floor, and not only an active sentence."""
    known: bool = True


@lru_cache(maxsize=4)
def speeches(text: str, home: str | None = None) -> tuple[Speech, ...]:
    """The direct speech of an article's prose, in text order; a repeated quotation counts once."""
    found = quotations(text)
    return tuple(_walk(Scene.of(text, cast(text, home), found), found)) if found else ()


def _walk(scene: Scene, found: tuple[Quotation, ...]) -> Iterator[Speech]:
    """Goes from quotation to quotation and keeps who spoke last."""
    talker: _Talker | None = None
    offset, seen = 0, set()
    for quotation in found:
        talker = _listen(scene, offset, quotation.open, talker)
        said = attribution(scene, quotation)
        offset = quotation.close
        words = " ".join(scene.text[quotation.start : quotation.end].split())
        if not _is_speech(scene, quotation, said, words):
            continue
        if said and said.order == "quote-first":
            offset = said.end
        talker, basis = _floor(scene, quotation, said, talker)
        if words.lower() not in seen:
            seen.add(words.lower())
            yield _speech(scene, quotation, said, talker if basis != "anonymous" else None, basis)


def _speech(scene: Scene, quotation: Quotation, said: Attribution | None, talker: _Talker | None, basis: str) -> Speech:
    end = quotation.start + len(scene.text[quotation.start : quotation.end].rstrip(", \xa0"))
    speaker = talker.label if talker else None
    known = talker is None or talker.known
    if not said:
        return Speech(quotation.start, end, speaker, "", "none", "", basis, known)
    return Speech(quotation.start, end, speaker, said.verb, said.order, said.printed, basis, known)


def _floor(
    scene: Scene, quotation: Quotation, said: Attribution | None, talker: _Talker | None
) -> tuple[_Talker | None, str]:
    """Who has the floor after a quotation, and how that was found."""
    if said and said.reference:
        named = said.reference.figure is not None
        return _talking(scene, said.reference, quotation.close, strong=named), said.kind if named else "document"
    if said and said.kind == "document":
        return _Talker(said.printed, quotation.close, strong=True), "document"
    if said and said.kind == "anonymous":
        return talker, "anonymous"
    if not talker:
        first = _only_figure(scene, quotation.open)
        return (_talking(scene, first, quotation.close, strong=False), "context") if first else (None, "anonymous")
    if not said:
        return talker, "context"
    near = quotation.open - talker.at < NEAR
    return replace(talker, at=quotation.close), "subject" if not talker.strong else "pronoun" if near else "context"


def _only_figure(scene: Scene, offset: int) -> Reference | None:
    """The one person with an office whom the article has named so far; None if there are several."""
    first: Reference | None = None
    for reference in scene.references(0, min(offset, LEAD_LENGTH)):
        if reference.figure is None or not scene.cast.figures[reference.figure].role:
            continue
        if first and first.figure != reference.figure:
            return None
        first = first or reference
    return first


def _talking(scene: Scene, reference: Reference, at: int, *, strong: bool = True) -> _Talker:
    office = reference.mention.office
    if reference.figure is None:
        label = office.role if office else " ".join(scene.text[reference.start : reference.end].split())
        return _Talker(label, at, strong, known=False)
    figure = scene.cast.figures[reference.figure]
    return _Talker(figure.name, at, strong, known=bool(figure.rank or figure.role or " " in figure.name))


def _listen(scene: Scene, start: int, end: int, talker: _Talker | None) -> _Talker | None:
    """Moves the floor by the indirect speech and the subjects between two offsets."""
    for left, right in scene.sentences(start, end):
        if named := _indirect(scene, left, right):
            talker = _talking(scene, named, right)
        elif opening := _opening(scene, left, right):
            talker = _talking(scene, opening, right, strong=False)
    return talker


def _indirect(scene: Scene, left: int, right: int) -> Reference | None:
    """Who speaks in a sentence without marks."""
    for verb in scene.spoken(left, right):
        if not verb.possessed and (named := subject(scene, verb, left)):
            return named
    return None


def _opening(scene: Scene, left: int, right: int) -> Reference | None:
    """The figure that opens a sentence and does something, or who leads what the sentence is about."""
    if led := LED.search(scene.masked, left, right):
        return next((r for r in scene.references(led.end(), led.end() + 2) if r.figure is not None), None)
    for first in scene.references(left, right):
        lead = scene.masked[left : first.start].lower().rpartition(", ")[2].split()
        called = (first.mention.cue or "").lower().split()
        if first.figure is None or not LEAD.union(called).issuperset(word.strip(",.()") for word in lead):
            return None
        rest = scene.masked[first.end : right].lstrip(" ,\xa0").split(" ", 1)[0]
        return first if rest.startswith(ACTIVE) else None
    return None


def _is_speech(scene: Scene, quotation: Quotation, said: Attribution | None, words: str) -> bool:
    """Whether a quotation is speech, and no title, nickname or scare quotation."""
    count = len(words.split())
    if not any(letter.isalpha() for letter in words):
        return False
    if said and said.order == "quote-first":
        return words.endswith(ENDINGS) or count > 2
    head = scene.masked[max(0, quotation.open - 40) : quotation.open].rsplit("\n", 1)[-1].rstrip()
    opens = not head or bool(said) or head.endswith((".", "!", "?", ":", ",", "-", "–", "—"))
    begins = words[0].isupper() or words[0] in "(….[" or words[0].isdigit() or (said and head.endswith((",", ":")))
    if TITLED.search(head) or not opens or not begins:
        return False
    if said:
        return count > 2 or words.endswith((".", "!", "?"))
    tail = scene.masked[quotation.close : quotation.close + 3].strip(" \xa0")
    alone = not head and (not tail or tail[0] in "\n.(*")
    ended = words.endswith(ENDINGS) or tail[:1] == "."
    return count >= SPEECH_LENGTH and (alone or (ended and not tail[:1].islower()))
