"""What a text says of a person elsewhere than beside the name: before a list, at the sentence's head, behind a verb.

``Anggota DPRD Kota Batu yang hadir di antaranya Amir dan Heri``, ``Setelah menjabat Bupati Malinau, Heri …``,
``Keduanya yakni Umar (61) dan Nasir (54)`` behind ``Dua nelayan …``, ``Heri ditetapkan sebagai tersangka``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from site_builder.grammar.appointed import Mention
from site_builder.grammar.bodies import is_body_word
from site_builder.grammar.callings import cue_at
from site_builder.grammar.offices import Office, office_at
from site_builder.grammar.words import Words

LISTED = re.compile(
    r"(?:[Dd]i ?antaranya|antara lain|yakni|yaitu|masing-masing(?: bernama)?|adalah|lainnya|lain)[,:]?\s"
    r"(?P<list>(?:[^a-z.\n]|[A-Z][a-z'’]+|(?<=[ ,])(?:dan|serta|bin|binti|warga|luka|ringan|berat|mengalami)\b|"
    r"\.(?! [A-Z][a-z]+ [a-z])){0,160})\Z"
)
"""What leads to a list of names, and the part of the list before the name."""
SEVERAL = re.compile(
    r"\b(?:[Dd]ua|[Tt]iga|[Ee]mpat|[Ll]ima|[Ee]nam|[Tt]ujuh|[Dd]elapan|[Ss]epuluh|[Kk]edua|[Kk]etiga|[Kk]eempat|[Kk]elima|"
    r"[Ss]ejumlah|[Bb]eberapa|[Pp]ara|\d{1,2})(?: orang)? (?=[a-z])"
)
SEVERAL_OF = re.compile(r"(?i:\b(?:dua|tiga|empat|lima|enam|beberapa|sejumlah|para|kedua|ketiga)(?: orang)? )\Z")
PRONOUN = re.compile(r"\b(?:Keduanya|Ketiganya|Keempatnya|Kelimanya|Mereka|Para|Kedua|Ketiga|Keempat|Kelima)\b")
HEADED = re.compile(
    r"(?:Setelah|Usai|Sejak|Selama|Sebagai|Selaku|Saat|Ketika|Sebelum)(?: resmi| kini)?"
    r"(?: dilantik| menjabat| ditunjuk| diangkat| dipercaya)?(?: sebagai| menjadi)?\s\Z"
)
PLACES = re.compile(r",\s(?:[A-Z][a-z]+(?:\s[A-Z][a-z]+){0,2},\s)?")
FROM = re.compile(r"\b[Dd]ari\s\Z")
OWNED = re.compile(r"\b(rumah|warung|toko|kios|lahan|kebun|ruko|bengkel|mobil|kontrakan|sawah|gudang|kapal) milik\s\Z")
AGENT = re.compile(
    r"\b(?P<verb>diadukan|dilaporkan|dikendarai|dikemudikan|disopiri|digugat|dimohonkan|ditumpangi|dibonceng|"
    r"dinakhodai|disutradarai|didirikan|dilatih|digembalakan)(?:\soleh)?\s(?:[A-Z][\w.'’]*(?:\s\(\d+\))?(?:,\s|\sdan\s|\s)){0,8}\Z"
)
"""``mobil yang dikemudikan Heri``, ``perkara ini diadukan Amir dan Siti``."""
AGENTS = {
    "diadukan": "pengadu", "dilaporkan": "pelapor", "dikendarai": "pengendara", "dikemudikan": "pengemudi",
    "disopiri": "sopir", "digugat": "penggugat", "dimohonkan": "pemohon", "ditumpangi": "penumpang",
    "dinakhodai": "nakhoda", "disutradarai": "sutradara", "didirikan": "pendiri", "dilatih": "pelatih",
}  # fmt: skip
DEPUTY = re.compile(r"[Ww]akilnya,?\s\Z")
"""``Wali Kota Palopo, Dedi, dan wakilnya, Jenal``"""
LED = re.compile(r"(?:,? yang)? (?:di ?bawah pimpinan|dipimpin(?: langsung)?(?: oleh)?)\s\Z")
DEAD = re.compile(
    r"\)?,? (?:ditemukan (?:meninggal|tewas|tak bernyawa|tergeletak|terluka)|tewas|meninggal|hilang|"
    r"dilaporkan hilang|mengalami luka|terluka|terseret|tenggelam|dianiaya|ditikam|dibacok)\b"
)
BECAME = re.compile(
    r"\)?,?(?: yang)?(?: [a-z]+){0,4}? (?:ditetapkan|berstatus|dijadikan|jadi|menjadi|sebagai)(?: sebagai| menjadi)? "
    r"(tersangka|terdakwa|buronan|buron|terpidana|saksi|korban)\b"
)
PROMOTED = re.compile(
    r"\)?,? yang (?:sebelumnya|semula|dulunya)[^.;\n]{1,170}?,? (?:dan |lalu )?"
    r"(?:(?:kini|sekarang|akan|resmi|telah) ){0,2}"
    r"(?:dilantik|diangkat|ditunjuk|dipromosikan|dimutasi|dimutasikan|digeser|dipercaya|menjabat|menjadi|bertugas)"
    r"(?: sebagai| menjadi| menjabat)*\s(?=[A-Z])"
)
"""``Amir, yang sebelumnya menjabat Camat Muara, dilantik menjadi Kepala Dinas Sosial``."""
SUSPECTS = re.compile(r"\b(tersangka|terdakwa|korban)\b")
SENTENCE = re.compile(r"[.!?][\"”’)]?\s+(?=[A-Z\"“‘])|\n")
LOOK_BACK, LOOK_AHEAD, BEFORE_THAT = 320, 90, 420
"""Code points."""


def told(text: Words, found: tuple[Mention, ...], group: list[Mention]) -> Office | str | None:
    """The office, or what the text calls the person, told elsewhere than beside the name; None if nothing is."""
    for mention in group:
        start = max(0, mention.start - LOOK_BACK)
        ends = [match.end() for match in SENTENCE.finditer(text.text, start, mention.start)]
        begin = ends[-1] if ends else start
        if role := _before(text, found, begin, mention):
            return role
    for mention in group:
        if after := _after(text, mention):
            return after
    return None


def _before(text: Words, found: tuple[Mention, ...], begin: int, mention: Mention) -> Office | str | None:
    sentence = text.text[begin : mention.start]
    if owned := OWNED.search(sentence):
        return f"pemilik {owned.group(1)}"
    if (agent := AGENT.search(sentence)) and (role := AGENTS.get(agent.group("verb"))):
        return role
    if DEPUTY.search(sentence) and (deputy := _deputy(found, begin, mention.start)):
        return deputy
    offices = _nameless(found, begin, mention.start)
    if listed := LISTED.search(sentence):
        return _of_list(text, found, begin, begin + listed.start())
    for office in offices:
        if HEADED.search(text.text, begin, office.start) and PLACES.fullmatch(text.text, office.end, mention.start):
            return office
    return _of_unit(text, begin, mention)


def _deputy(found: tuple[Mention, ...], begin: int, end: int) -> Office | None:
    """The deputy's office, of the last one that the sentence names with its holder."""
    first = bisect_left(found, begin, key=lambda mention: mention.start)
    offices = [one.office for one in found[first:] if one.office and one.name and one.start < end]
    return (
        replace(offices[-1], head=replace(offices[-1].head, name=f"Wakil {offices[-1].head.name}")) if offices else None
    )


def _nameless(found: tuple[Mention, ...], begin: int, end: int) -> list[Office]:
    """The offices between two offsets that stand without a name, the last first."""
    first = bisect_left(found, begin, key=lambda mention: mention.start)
    offices: list[Office] = []
    for mention in found[first:]:
        if mention.start >= end:
            break
        if mention.office and not mention.name:
            offices.insert(0, mention.office)
    return offices


def _of_list(text: Words, found: tuple[Mention, ...], begin: int, end: int) -> Office | str | None:
    """What those are called whom a list names: an office or a noun behind a numeral, here or in the sentence before."""
    near = next((office for office in _nameless(found, begin, end) if office.end <= end), None)
    noun = _last_noun(text, begin, end)
    if noun:
        return noun
    if near and near.complement:
        return near
    if PRONOUN.search(text.text, begin, end + 1) or text.text[begin:end].strip(' "“') == "":
        before = max(0, begin - BEFORE_THAT)
        role = _last_noun(text, before, begin) or _last_several(text, _nameless(found, before, begin))
        suspects = list(SUSPECTS.finditer(text.text, before, begin))
        return role or (suspects[-1].group(1) if suspects else None)
    return None


def _last_several(text: Words, offices: list[Office]) -> Office | None:
    """``dua Staf Khusus Menteri Sosial``: the last office that several people hold."""
    return next((office for office in offices if SEVERAL_OF.search(text.text, office.start - 20, office.start)), None)


def _last_noun(text: Words, begin: int, end: int) -> str | None:
    """``tersangka`` for ``tiga tersangka``: the last noun for people behind a numeral."""
    role = None
    for match in SEVERAL.finditer(text.text, begin, end):
        found = cue_at(text, text.index(match.end()))
        if found and found[1].role and text.ends[found[0] - 1] <= end:
            role = found[1].role
    return role


def _of_unit(text: Words, begin: int, mention: Mention) -> str | None:
    """``Dari Tim Verifikasi Pusat, Heri``; ``Tim Subdit IV Bareskrim Polri di bawah pimpinan Kombes Heri``."""
    index = text.index(mention.start)
    stop = index
    if led := LED.search(text.text, begin, mention.start):
        stop = text.index(led.start())
    elif text.text[max(0, mention.start - 2) : mention.start] != ", ":
        return None
    first = stop
    while first > 0 and text.starts[first - 1] >= begin and (first == stop or text.gap(first) in {" ", "/", "-"}):
        word = text.items[first - 1]
        if word.lower() == "dari" or not (word[0].isupper() or word == "dan"):
            break
        first -= 1
    unit = " ".join(text.text[text.starts[first] : text.ends[stop - 1]].split()) if first < stop else ""
    if " " not in unit or not is_body_word(text, first):
        return None
    if led:
        return f"pimpinan {unit}"
    return unit if FROM.search(text.text, max(0, text.starts[first] - 6), text.starts[first]) else None


def _after(text: Words, mention: Mention) -> Office | str | None:
    if promoted := PROMOTED.match(text.text, mention.end):
        return office_at(text, text.index(promoted.end()), nameless=True)
    end = min(len(text.text), mention.end + LOOK_AHEAD)
    if became := BECAME.match(text.text, mention.end, end):
        return became.group(1)
    aged = bool(mention.name and mention.name.aged)
    named = text.text[max(0, mention.start - 10) : mention.start].endswith(("bernama ", "atas nama "))
    if not (aged or named) or "korban" not in text.folded:
        return None
    stop = SENTENCE.search(text.text, mention.end, mention.end + LOOK_BACK)
    sentence_end = stop.start() if stop else mention.end + LOOK_BACK
    return "korban" if DEAD.search(text.text, mention.end, sentence_end if named else end) else None
