"""People with an office before the name: ``Kapolres Malinau AKBP Heru``, ``Ketua KPU Kota Batu, Amir``."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from site_builder.data import table
from site_builder.grammar import place_names
from site_builder.grammar.bodies import COMPLETE, is_body_word
from site_builder.grammar.callings import complement, cue_at
from site_builder.grammar.long_offices import long_office
from site_builder.grammar.names import Name, common_words, likely, name_at
from site_builder.grammar.offices import VILLAGES, Office, office_at
from site_builder.grammar.ranks import Rank, rank_at
from site_builder.grammar.words import Words

QUALIFIED = re.compile(
    r"(?:\s(?:terpilih|petahana|incumbent|non-?aktif|yang baru(?: dilantik)?|saat itu|ketika itu|"
    r"(?:(?:[Pp]aslon|[Pp]asangan calon)\s)?"
    r"(?:[Nn]omor [Uu]rut|[Nn]o\.? urut|[Pp]aslon)\s\w{1,5}|dari (?:unsur|[Ff]raksi|[Pp]artai)\s\w{2,20}))+"
)
"""What may follow an office without being of it: ``nomor urut 2``, ``terpilih``."""
AFTER_OFFICE = re.compile(r",?\s(?:yakni|yaitu|bernama)\s|\s[-–—]\s|\s?\(\s?|\)?[,:]?\s*(?:\n\s*)?")
"""What may stand between an office and the name of the person who holds it."""
MOVED = re.compile(
    r",?\s(?:yang\s)?(?:kini\s|akan\s|resmi\s|telah\s){0,2}"
    r"(?P<verb>(?:dilantik|diangkat|ditunjuk|dimutasi|dimutasikan|dipromosikan|digeser|dirotasi|dipercaya)\s)?"
    r"(?:dalam jabatan baru\s)?(?:sebagai|menjadi|jadi)\s"
)
"""Leads from one post to the next."""
MOVING = re.compile(r"\b(?:melantik|menunjuk|mengangkat|memutasi|memutasikan|mempromosikan|menetapkan)\b")
HELD_BY = re.compile(
    r",?\s(?:yang\s)?(?:(?:kini|saat ini|akan|sekarang|sebelumnya|semula|selama ini|lalu)\s)?(?:yang\s)?"
    r"(?:di(?:isi|jabat|duduki|pegang|pimpin|nakhodai|komandani)(?:\soleh)?|di(?:percayakan|amanahkan|serahkan|berikan)\skepada)\s"
)
"""``Kapolresta Cilacap kini diisi oleh Kombes …``"""
NEXT_IN_LIST = re.compile(r",\s(?:dan\s|serta\s)?|\s(?:dan|serta|&)\s")
AFTER_RANK = re.compile(r"\.?\s*|\.?\s?\n\s?")
UNSAID = frozenset({
    "Kepala Dinas", "Kepala Badan", "Kepala Bidang", "Kepala Bagian", "Kepala Seksi", "Kepala Kantor", "Kepala Biro",
    "Kepala Satuan", "Kepala Unit", "Kepala Balai", "Kepala Cabang", "Kepala UPT", "Kepala UPTD", "Kepala Divisi",
    "Direktur", "Direktur Utama", "Wakil Direktur", "Kasi", "Kabid", "Kabag", "Kasubag", "Kasubbag", "Kasubbid",
    "Kasubsi", "Kadis", "Kaban", "Manajer", "Manager", "Pimpinan", "Analis", "Komisaris", "Komisaris Utama", "Dirut",
    "Ketua DPD",
})  # fmt: skip
"""Offices that say nothing without their unit."""
CUT_NAME = re.compile(r", [^ ,]+\Z")
"""``NVKI, Satyakan``: one word behind a comma begins a name, and ends no unit."""
MOST_UNIT_WORDS = 12
STREETS = frozenset({"jalan", "jl", "jln", "gang", "raya", "kapal", "kri", "bandara", "lapangan", "gedung", "museum"})
SAID = frozenset(row["verb"] for row in table("speech_verbs") if row["kind"] in {"inverted", "passive"})
"""Verbs that a name follows: ``kata``, ``disampaikan``."""
SAYS = frozenset(row["verb"] for row in table("speech_verbs") if row["kind"] == "direct")
"""Verbs that a name stands before: ``mengatakan``."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a person, an office or both are named."""

    start: int
    end: int
    name: Name | None = None
    rank: Rank | None = None
    office: Office | None = None
    cue: str | None = None
    """What the text calls a person without an office: ``korban``; empty for a cue that is no role."""
    represents: Office | None = None
    """Whose place the person takes."""
    leaves: bool = False
    """Whether somebody else follows the person in the office."""
    moved: bool = False
    """Whether the office is a new post."""
    strong: bool = True
    """Whether the words around show that this is a person, and not the look of the words alone."""


def holder(text: Words, index: int) -> Mention | None:
    """An office with the person who holds it, or alone."""
    office = office_at(text, index)
    if not office or (index and text.folded[index - 1] in {"pemilihan", "pilkada", "bursa", "bawah", "dibawah"}):
        return None
    person = _unit_before_rank(text, office) or _long(text, office) or _person(text, office) or _narrowed(text, office)
    if person:
        return transferred(text, person)
    alone = Mention(office.start, office.end, office=office)
    if text.items[index][0].isupper():
        return alone
    says = office.next < len(text) and text.folded[office.next] in SAYS
    spoken = says or (index and text.folded[index - 1] in SAID)
    return alone if spoken or (office.complement and office.head.follows == "body") else None


def transferred(text: Words, person: Mention) -> Mention:
    """``melantik Sekda Heri sebagai Pj Bupati Malinau``: of two posts the new one."""
    match = MOVED.match(text.text, person.end)
    if not match or not (match.group("verb") or MOVING.search(text.text, max(0, person.start - 60), person.start)):
        return person
    index = text.index(match.end())
    office = office_at(text, index, nameless=True) if index < len(text) and text.starts[index] == match.end() else None
    return replace(person, end=office.end, office=office, moved=True) if office else person


def _long(text: Words, office: Office) -> Mention | None:
    """``Direktur Utama PT Surya Abadi (SA) Heri``: an office in words that no table has."""
    found = long_office(text, office)
    if found and " " not in found.name.text and CUT_NAME.search(found.office.complement):
        return None
    return Mention(office.start, found.name.end, found.name, None, found.office) if found else None


def _unit_before_rank(text: Words, office: Office) -> Mention | None:
    """``Pasi Ops Yon B Por Satbrimob Polda Jateng Iptu Amir``: all words before the rank are the unit."""
    stop = office.next
    if stop < len(text) and rank_at(text, stop):
        return None
    while stop < len(text) and stop - office.next < MOST_UNIT_WORDS:
        gap = text.gap(stop) if stop > office.next else text.text[office.end : text.starts[stop]]
        rank = rank_at(text, stop)
        if gap not in {" ", "/", ". ", "-", ", ", " (", ") "} or (gap == ", " and not rank):
            return None
        if rank:
            name = behind_rank(text, rank)
            unit = _spelt_out(text, office.next, stop)
            whole = replace(office, complement=" ".join(filter(None, (office.complement, unit))))
            return Mention(office.start, name.end, name, rank, whole) if name else None
        joins = text.folded[stop] == "dan" and stop > office.next and is_body_word(text, stop + 1)
        goes_on = text.items[stop][0].isupper() or text.items[stop].isdigit() or joins
        if not goes_on or office_at(text, stop) or text.folded[stop] in STREETS:
            return None
        stop += 1
    return None


def _spelt_out(text: Words, index: int, stop: int) -> str:
    """The words of a unit as a role prints them: without what stands in brackets, with places in full."""
    parts: list[str] = []
    while index < stop:
        bracketed = "(" in text.gap(index) and bool(parts)
        after, word = place_names.place_at(text, index) or (index + 1, text.items[index])
        slash = "/" if "/" in text.gap(index) and parts else ""
        if slash:
            parts[-1] = f"{parts[-1]}/{word}"
        elif not bracketed:
            parts.append(word)
        index = after
    return " ".join(parts)


def _narrowed(text: Words, office: Office) -> Mention | None:
    """``Ketua panitia pelaksana lomba, Heri``: nouns in small letters between an office and the one who holds it."""
    if office.head.follows != "body" or office.complement or office.prefix or office.next >= len(text):
        return None
    if not text.items[office.next][0].islower() or cue_at(text, office.next):
        return None
    parts, after, end = complement(text, office.next)
    while parts and text.folded[after : after + 1] == ("dan",) and (more := complement(text, after + 1))[0]:
        parts, after, end = [*parts, "dan", *more[0]], *more[1:]
    near = name_at(text, after) if parts and after < len(text) and text.text[end : text.starts[after]] == " " else None
    named = near and (near.text.isupper() or any(map(likely, near.text.split()))) and not office_at(text, after)
    if parts and not named and text.text[end : end + 2] != ", ":
        parts, after, end = _any_words(text, parts, after, end)
    if not parts or not (named or text.text[end : end + 2] == ", "):
        return None
    printed = " ".join([text.text[office.start : office.end], *parts])
    whole = replace(office, head=replace(office.head, name=printed), next=after, end=end)
    return _person(text, whole)


def _any_words(text: Words, parts: list[str], index: int, end: int) -> tuple[list[str], int, int]:
    """Nouns and names of any kind behind the first nouns, up to a comma: ``pusat kajian Batak Universitas X``."""
    while index < len(text) and len(parts) < MOST_UNIT_WORDS and text.text[end : text.starts[index]] == " ":
        nouns, after, stop = complement(text, index)
        if text.items[index][0].isupper() and not rank_at(text, index):
            nouns, after, stop = [text.items[index]], index + 1, text.ends[index]
        if not nouns:
            return [], index, end
        parts, index, end = [*parts, *nouns], after, stop
    return parts, index, end


def _person(text: Words, office: Office) -> Mention | None:
    if qualified := QUALIFIED.match(text.text, office.end):
        office = replace(office, end=qualified.end(), next=text.after(qualified.end(), office.next))
    held = HELD_BY.match(text.text, office.end)
    gap = held or AFTER_OFFICE.match(text.text, office.end)
    if gap and gap.group().startswith(")") and text.text[office.start - 1] == "(":
        return None
    offset = gap.end() if gap else office.end
    index = text.after(offset, office.next)
    if index >= len(text) or text.starts[index] != offset:
        return None
    rank = rank_at(text, index)
    if rank and (name := behind_rank(text, rank)):
        return Mention(office.start, name.end, name, rank, office)
    plain = _behind_office(text, office, index, held=bool(held))
    if not plain or rank or _is_unit(text, office, plain):
        return None
    office = _with_words(text, office, index, plain.first)
    office, plain = _shifted(text, *_parted(text, office, plain))
    return Mention(office.start, plain.end, plain, None, office)


def _is_unit(text: Words, office: Office, name: Name) -> bool:
    """Whether a word that no name has is the office's place, in a list of offices: ``Danramil Talago, Lurah …``."""
    unnamed = office.head.unit in VILLAGES | {"Koramil"} and not office.complement
    if " " in name.text or likely(name.text) or name.aged or not unnamed:
        return False
    gap = NEXT_IN_LIST.match(text.text, name.end)
    index = text.after(gap.end(), name.next) if gap else len(text)
    return index < len(text) and text.starts[index] == (gap.end() if gap else -1) and office_at(text, index) is not None


def _with_words(text: Words, office: Office, index: int, stop: int) -> Office:
    """The office with the words up to a name that only begins behind them: ``Lurah Benoa I Wayan Sutama``."""
    gaps = {text.gap(at) for at in range(index + 1, stop + 1)}
    if index >= stop or not gaps <= {" ", "\xa0"}:
        return office
    return replace(office, complement=" ".join(filter(None, (office.complement, _spelt_out(text, index, stop)))))


def behind_rank(text: Words, rank: Rank) -> Name | None:
    """The name that a rank belongs to."""
    gap = AFTER_RANK.match(text.text, rank.end)
    index = text.after(gap.end() if gap else rank.end, rank.next)
    if index < len(text) and (other := rank_at(text, index)):
        return behind_rank(text, other)
    name = name_at(text, index)
    between = text.text[rank.end : text.starts[name.first]] if name else ""
    comma = name is not None and between == ", " and any(map(likely, re.split(r"[ .]+", name.text)))
    return name if name and (comma or not between.strip(" .\xa0\n")) else None


def _behind_office(text: Words, office: Office, index: int, *, held: bool) -> Name | None:
    """A name straight behind an office, or behind a comma; a comma needs a sign that it is a name."""
    gap = text.text[office.end : text.starts[index]]
    name = name_at(text, index)
    if not name or "\n" in gap or office_at(text, index):
        return None
    parts = re.split(r"[ .]+", name.text.lower())
    known = any(likely(part) for part in parts)
    known = known or name.end > name.span[1] or text.starts[name.first] < name.span[0]
    spoken = name.next < len(text) and text.folded[name.next].startswith(("me", "ber"))
    named = office.head.follows == "body" or office.head.unit in VILLAGES
    small = text.text[office.start : office.end].islower() and text.text[name.end : name.end + 1] in {",", "."}
    if small and len(parts) == 1 and not gap.strip() and not name.text.isupper() and not is_body_word(text, index):
        return name
    if not known and len(parts) == 1 and len(parts[0]) > 7 and parts[0].startswith(("men", "mem", "ber", "ter")):
        return None
    if named and len(parts) == 1 and not (known or held or spoken or office.complement or gap.strip()):
        return None
    ordinary = parts[0] in common_words() or parts[0].endswith("kan")
    if not known and ordinary and not (len(parts) > 1 and (held or (office.complement and spoken))):
        return None
    place = place_names.place_at(text, index)
    if place and place[0] >= name.next and not known:
        return None
    if not gap.strip() or held or known or name.end > name.span[1]:
        return name
    ends = text.text[name.end : name.end + 1]
    return name if (len(parts) > 1 and office.complement) or spoken or ends in ",(" else None


def _parted(text: Words, office: Office, name: Name) -> tuple[Office, Name]:
    """Moves words of an unknown unit from the name to the office: ``Lurah Sungai Raya Budi``, ``Kasi Perkim Budi``."""
    unnamed = office.head.unit in VILLAGES or office.head.follows == "body"
    parts = name.text.split()
    plain = len(parts) > 2 and parts[0].lower() in common_words() and not likely(parts[0])
    if not unnamed or (office.complement and not plain) or text.text[office.end : name.span[0]].strip():
        return office, name
    if office.complement:
        kept = replace(name, text=" ".join(parts[1:]), span=(name.span[0] + len(parts[0]) + 1, name.span[1]))
        return replace(office, complement=f"{office.complement} {parts[0]}", end=kept.span[0] - 1), kept
    usual = next((i for i, part in enumerate(parts) if likely(part.strip("."))), 0)
    initial = any(len(part.strip(".")) < 3 for part in parts[:usual])
    if not usual or initial or (office.head.follows == "body" and office.head.name not in UNSAID):
        return office, name
    place = " ".join(parts[:usual])
    start = name.span[0] + len(place) + 1
    kept = replace(name, text=" ".join(parts[usual:]), span=(start, name.span[1]))
    return replace(office, complement=place, place=place, end=start - 1), kept


def _shifted(text: Words, office: Office, name: Name) -> tuple[Office, Name]:
    """``Kepala BBWS Citarum, Dian Arifin``: one unknown word, a comma, then a whole name: the word is no name."""
    alone = name.text.count(" ") < 3 and not any(map(likely, name.text.split())) and name.end == name.span[1]
    whole = bool(office.place) or office.role.split()[-1] in COMPLETE
    elsewhere = whole or (office.head.follows != "body" and office.head.unit not in VILLAGES)
    if not alone or elsewhere or text.text[name.end : name.end + 2] != ", ":
        return office, name
    following = name_at(text, name.next)
    if not following or office_at(text, name.next) or rank_at(text, name.next):
        return office, name
    spoken = following.next < len(text) and text.folded[following.next] in SAYS
    closed = " " in following.text and text.text[following.end : following.end + 1] in {",", "("}
    if not spoken and not closed and not any(likely(part) for part in following.text.split()):
        return office, name
    complement = " ".join(filter(None, (office.complement, name.text)))
    return replace(office, complement=complement, end=name.end), following
