"""What stands around a quotation and says who speaks: ``ujar AKBP Arman``, ``tambahnya``, ``Amir mengatakan, "…"``."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from site_builder.grammar.callings import Cue, cue_at
from site_builder.grammar.cast import Reference
from site_builder.grammar.mentions import DELEGATED
from site_builder.grammar.names import skip_honorifics
from site_builder.grammar.quotations import Quotation
from site_builder.grammar.scene import Scene, Verb, verbs
from site_builder.grammar.words import words

ADVERBS = r"(?:\s+(?:lagi|pula|juga|singkat|oleh|sang|si|lebih lanjut|kembali|tegas|saat itu)\b)?"
PRONOUN = re.compile(r"\s+(?:dia|ia|beliau|nya)\b", re.IGNORECASE)
UNKNOWN = re.compile(
    r"\s+(?:oleh\s+)?(?:se\s?orang|seseorang|salah\s+(?:satu|seorang)|sejumlah|beberapa|para|warga|sumber|netizen|"
    r"warganet|saksi\s+mata|pesan|narator|suara|perekam|akun)\b",
    re.IGNORECASE,
)
"""``kata seorang warga``: the text does not say who."""
NAMELESS = re.compile(
    r"\s+(?:[a-z]+\s+){0,4}?(?:(?:berinisial\s+)?[A-Z]{1,4}(?:\.[A-Z])*(?![A-Za-z])|(?:yang|tak|tidak)\s+(?:enggan|tak|tidak|menolak|"
    r"ingin|mau|bersedia)\b)"
)
"""``kata RS``, ``ujar warga yang enggan disebut namanya``: somebody whom the text does not name."""
NOUN = re.compile(r"\s+(?:(?:para|salah satu|seorang)\s+)?([a-z]+(?:\s[a-z]+)?)")
POINTED = re.compile(r"\s+(?:[A-Za-z0-9]+\s+){1,6}(?:itu|ini|tersebut)\b")
"""``kata perwira menengah itu``: somebody already named."""
LEADS_IN = re.compile(r"\s*(?:,|:|bahwa|bahwasanya)?\s*")
"""What may stand between a verb of speech and the quotation behind it."""
DEMONSTRATIVE = re.compile(r"\s+(?:ini|itu|tersebut)\b")
PAPER = re.compile(
    r"\s+(?:isi\s|petikan\s|kutipan\s|keterangan\s|amar\s|keputusan\s)?(telegram|surat|putusan|keputusan|edaran|"
    r"maklumat|pengumuman|peraturan|pasal|ayat|undang|rilis|undangan|spanduk|deklarasi|ikrar)\b"
)
"""``tulis telegram itu``: a document speaks."""
TITLE = re.compile(r"[A-Z][A-Za-z]+(?:\s[A-Z][A-Za-z]+){1,7}?(?=\s(?:Nomor|No|Tahun)\b|[^\w\s]|\s[a-z0-9])")
"""``Surat Telegram Kapolri`` before ``Nomor``."""
BY = re.compile(r"\s+(?:langsung\s+)?oleh")
OBLIQUE = frozenset({
    "kepada", "terhadap", "dengan", "bersama", "untuk", "dari", "bagi", "didampingi", "tentang", "soal",
    "mewakili", "mendampingi",
})  # fmt: skip
"""Who stands behind one of these does not speak."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Verb and speaker of one quotation, as printed."""

    verb: str
    order: str
    """``quote-first`` or ``speaker-first``."""
    reference: Reference | None
    """None for a pronoun, a description, or somebody unknown."""
    kind: str
    """``name``, ``office``, ``pronoun``, ``document`` or ``anonymous``."""
    end: int
    """Offset behind the attribution."""
    printed: str = ""


@cache
def _behind_verb() -> re.Pattern[str]:
    either = "|".join(sorted(verbs("inverted", "document", "passive"), key=len, reverse=True))
    return re.compile(
        rf"[\s,.;–—-]{{0,4}}(?:(?:demikian|begitu|masih|lagi-lagi|sambil)\s+)?({either})((?:nya){{0,2}})(?![a-z-])"
        rf"{ADVERBS}",
        re.IGNORECASE,
    )


def attribution(scene: Scene, quotation: Quotation) -> Attribution | None:
    """Who says a quotation, as the words behind or before it have it; None if they do not say."""
    return _behind(scene, quotation.close) or _before(scene, quotation.open)


def _behind(scene: Scene, close: int) -> Attribution | None:
    match = _behind_verb().match(scene.masked, close)
    if not match:
        return _follows(scene, close)
    verb = scene.text[match.start(1) : match.end(2)]
    if match.group(2):
        return Attribution(verb, "quote-first", None, "pronoun", match.end(2))
    if pronoun := PRONOUN.match(scene.masked, match.end(1)):
        return Attribution(verb + pronoun.group(), "quote-first", None, "pronoun", pronoun.end())
    if reference := _next(scene, match.end()):
        return _by(scene, verb, "quote-first", delegate(scene, reference))
    if paper := PAPER.match(scene.masked, match.end(1)):
        name = _title(scene.text[max(0, close - 6000) : close], paper.group(1))
        return Attribution(verb, "quote-first", None, "document" if name else "anonymous", paper.end(), name)
    if match.group(1).lower() in verbs("document"):
        return Attribution(verb, "quote-first", None, "anonymous", match.end())
    if UNKNOWN.match(scene.masked, match.end(1)) or NAMELESS.match(scene.masked, match.end(1)):
        return Attribution(verb, "quote-first", None, "anonymous", match.end())
    noun = NOUN.match(scene.masked, match.end(1))
    called = cue_at(words(scene.text), words(scene.text).index(noun.start(1))) if noun else None
    pointed = POINTED.match(scene.masked, match.end(1)) is not None
    return _by_noun(scene, Attribution(verb, "quote-first", None, "pronoun", match.end()), called, pointed=pointed)


def _by_noun(scene: Scene, said: Attribution, called: tuple[int, Cue] | None, *, pointed: bool = False) -> Attribution:
    """``kata korban``: the one person whom the text calls so, else somebody unnamed; ``perwira itu`` is a pronoun."""
    if not called or not called[1].role:
        return said
    figures = {i for i, figure in enumerate(scene.cast.figures) if figure.role == called[1].role}
    known = next((r for r in scene.cast.references if r.figure in figures), None) if len(figures) == 1 else None
    if known:
        return replace(said, reference=known, kind="subject")
    return said if pointed else replace(said, kind="anonymous")


def _follows(scene: Scene, close: int) -> Attribution | None:
    """``"Kami siap," Amir menegaskan.``: subject and verb in their usual order, and nothing else in the sentence."""
    inside = scene.text[max(0, close - 4) : close]
    reference = _next(scene, close) if "," in inside else None
    verb = next(iter(scene.spoken(reference.end, reference.end + 3)), None) if reference else None
    if (
        not reference
        or not verb
        or verb.root not in verbs("direct")
        or scene.masked[verb.end : verb.end + 1] not in ".,\n"
    ):
        return None
    return _by(scene, scene.text[verb.start : verb.end], "quote-first", reference, verb.end)


def _by(scene: Scene, verb: str, order: str, reference: Reference, end: int | None = None) -> Attribution:
    mention = reference.mention
    kind = "office" if mention.office and not mention.name else "name"
    printed = scene.text[reference.start : reference.end]
    return Attribution(verb, order, reference, kind, reference.end if end is None else end, printed)


def _title(before: str, noun: str) -> str:
    """How a document was named before: ``telegram`` -> ``Surat Telegram Kapolri``; empty if it was not."""
    found = [match.group() for match in TITLE.finditer(before) if noun in match.group().lower().split()]
    return " ".join(max(found, key=len, default="").split())


def _next(scene: Scene, offset: int) -> Reference | None:
    """The reference that begins behind the offset with nothing but space and a comma between."""
    spoken = words(scene.text)
    behind = skip_honorifics(spoken, spoken.index(offset))
    title = spoken.starts[behind] if behind < len(spoken) else offset
    for found in scene.references(offset, max(offset + 7, title + 1)):
        between = "" if found.start == title else scene.masked[offset : found.start].strip(" \xa0\n,:(")
        if between or (found.figure is None and (not found.mention.office or _described(scene, found))):
            return None
        return found
    return None


def delegate(scene: Scene, reference: Reference) -> Reference:
    """The one who speaks for the reference: ``ujar Kapolres melalui Kasat Reskrim …``."""
    for following in scene.references(reference.end, reference.end + 60):
        speaks = following.figure is not None and DELEGATED.fullmatch(scene.text[reference.end : following.start])
        return following if speaks else reference
    return reference


def _before(scene: Scene, offset: int) -> Attribution | None:
    """``Kapolres mengatakan, "…"``, ``kata Amir, "…"``, ``Amir: "…"``."""
    start = scene.sentence(offset)
    head = scene.masked[start:offset]
    found = scene.spoken(start, offset)
    if not found or not (head.rstrip().endswith((",", ":")) or LEADS_IN.fullmatch(scene.masked, found[-1].end, offset)):
        return _labelled(scene, start, start + len(head.rstrip()))
    verb = found[-1]
    printed = scene.text[verb.start : verb.end]
    reference = subject(scene, verb, start)
    if reference:
        return _by(scene, printed, "speaker-first", reference, offset)
    if verb.root in verbs("inverted") and not verb.possessed and not scene.masked[verb.end : offset].strip():
        return None
    said = Attribution(printed, "speaker-first", None, "pronoun", offset)
    return _by_noun(scene, said, _noun_before(scene, verb)) if verb.root in verbs("direct") else said


def _noun_before(scene: Scene, verb: Verb) -> tuple[int, Cue] | None:
    """What somebody is called straight before a verb: ``terdakwa berkata``."""
    found = words(scene.text)
    index = found.index(verb.start)
    for before in range(max(0, index - 2), index):
        called = cue_at(found, before)
        if called and called[0] == index and found.items[before].islower():
            return called
    return None


def _labelled(scene: Scene, start: int, end: int) -> Attribution | None:
    """``Kapolres Malinau: "…"``"""
    if scene.masked[end - 1 : end] != ":":
        return None
    for reference in scene.references(start, end):
        if reference.figure is not None and reference.end >= end - 3:
            return _by(scene, "", "speaker-first", reference, end)
    return None


def subject(scene: Scene, verb: Verb, sentence: int) -> Reference | None:
    """Who says what a verb of a sentence says; None for a pronoun or nobody.

    Behind an inverted or passive verb (``kata Amir``, ``disampaikan oleh Amir``), before a direct one.
    """
    if verb.root in verbs("inverted", "passive"):
        by = BY.match(scene.masked, verb.end)
        behind = _next(scene, verb.end) or (_next(scene, by.end()) if by else None)
        if behind or verb.root in verbs("inverted"):
            return delegate(scene, behind) if behind else None
    first: Reference | None = None
    before: Reference | None = None
    for reference in scene.references(sentence, verb.start):
        if reference.figure is None and (not reference.mention.office or _described(scene, reference)):
            continue
        if before and DELEGATED.fullmatch(scene.text[before.end : reference.start]):
            return reference
        before = reference
        if not oblique(scene, reference, sentence):
            first = first or reference
    return first


def _described(scene: Scene, reference: Reference) -> bool:
    """``Politikus PDIP ini``: somebody already named, not an office."""
    return DEMONSTRATIVE.match(scene.masked, reference.end) is not None


def oblique(scene: Scene, reference: Reference, sentence: int) -> bool:
    """Whether a preposition before it shows that the reference is no subject."""
    before = scene.masked[max(sentence, reference.start - 14) : reference.start].lower().split()
    return bool(before) and before[-1] in OBLIQUE
