"""People without office or rank: ``korban bernama Sami``, ``kata Yusuf``, ``Bagas Putra Wijaya``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_builder.grammar import place_names
from site_builder.grammar.appointed import SAID, SAYS, Mention, behind_rank
from site_builder.grammar.appositions import apposed
from site_builder.grammar.bodies import BRACKETED
from site_builder.grammar.callings import calling_at, cue_at
from site_builder.grammar.likeness import honoured, inside, is_acronym, is_person, looks, ordinary
from site_builder.grammar.names import common_words, likely, name_at, title_words
from site_builder.grammar.offices import office_at
from site_builder.grammar.ranks import rank_at
from site_builder.grammar.words import Words

CREDIT = re.compile(r"/[a-z]|\s?/\s?[A-Z][a-zA-Z]+(?:\.com)?\)")
"""``/detikcom)`` behind the name of a photographer."""
HOSPITALS = frozenset({"rsud", "rsup", "rs", "rsu", "rumkit", "rsia"})
FROM_UNIT = re.compile(r"[ \xa0]dari[ \xa0]((?:[A-Z][\w'’-]*[ \xa0]){1,8})([a-z]+)")
"""``Susan dari Tim Verifikasi Pusat menyampaikan``"""
NUMERAL = re.compile(r"[IVX]{1,4}|\d{1,2}|satu|dua|tiga|empat|lima|enam")
STRONG_CUES = frozenset({"bernama", "oleh", "diwakili", "berpasangan", "nomor"})
NAMING = frozenset({"bernama", "yakni", "yaitu", "masing", "antara", "adalah"})
THINGS = frozenset(
    {"grup", "akun", "kapal", "program", "aplikasi", "perusahaan", "desa", "kampung", "tim", "usaha", "toko", "sekolah"}
    | {"organisasi", "lembaga", "komunitas", "perumahan", "jalan", "kafe", "restoran", "kucing", "anjing", "band"}
)
"""What ``bernama`` may follow besides people."""
LISTED = re.compile(r",?\s(?:dan|serta|&)\s|,\s|\s?[-–&]\s?")
"""What stands between the names of a list."""
AFTER_CUE = re.compile(r"(?:\s(?:[Aa]numerta|lain|lainnya))?[,:]?\s(?:[\"“]|saudar[ai] |sdri?\.? )?|\s\(\s?")
PARTIES = frozenset({"korban", "pelaku", "tersangka", "terdakwa", "terduga pelaku", "saksi", "pelapor", "terlapor"})
"""What a person can be to a case; such a word counts from anywhere before in the sentence."""
ANYBODY = frozenset(
    {"warga", "seseorang", "orang", "pria", "wanita", "perempuan", "lelaki", "polisi", "anggota", "rekan", "teman"}
)
"""Behind one of these a name is that of somebody else."""
INCOMPLETE = frozenset({
    "warga", "penduduk", "pemilik", "penerima", "teman", "rekan", "anak", "ayah", "kakak", "adik", "suami", "istri",
    "paman", "bibi", "kakek", "nenek", "tetangga", "kerabat", "sahabat", "penghubung", "penjaga", "pengelola",
    "pengurus", "anggota", "petugas", "peserta", "pendiri", "pembina", "penasihat", "kader", "pegawai", "pendukung",
    "orang tua", "perangkat",
})  # fmt: skip
"""Callings that say nothing without what follows them."""
ONE = frozenset({"seorang", "satu"})
THEY = frozenset({"mereka", "keduanya", "ketiganya", "keempatnya", "kelimanya", "kedua", "ketiga"})
MOST_TITLE = 9
LOOK_BACK = 22
"""Words within which such a word stands."""


def cued(text: Words, index: int) -> list[Mention]:
    """``korban bernama Tomi (31) dan Hadi (27)``: what the text calls a person, then one name or a list."""
    found = cue_at(text, index)
    if not found or (text.folded[index] == "bernama" and index and text.folded[index - 1] in THINGS):
        return []
    stop, cue = found
    calling = calling_at(text, index)
    single = bool(index) and text.folded[index - 1] in {"satu", "seorang"}
    role, described = (calling.role, calling.described or single) if calling else ("", False)
    end, stop = (calling.end, calling.next) if calling else (text.ends[stop - 1], stop)
    if not described and (cue.role in INCOMPLETE or _mid_sentence(text, index)):
        role = role if cue.kind == "party" else ""
    they = bool(index) and text.folded[index - 1] in THEY
    weak = cue.kind != "party" and text.folded[index] not in STRONG_CUES and not they
    again = cue_at(text, stop) if stop < len(text) and text.text[end : text.starts[stop]] in {" ", ", "} else None
    if again and again[1].role:
        return []
    if again:
        stop, weak = again[0], False
        end = text.ends[stop - 1]
    number = _behind_number(text, stop)
    stop, end = (number, text.ends[number - 1]) if number != stop else (stop, end)
    gap = AFTER_CUE.match(text.text, end)
    stop = text.after(gap.end(), stop) if gap else len(text)
    if not gap or stop >= len(text) or text.starts[stop] != gap.end() or office_at(text, stop):
        return []
    if rank := rank_at(text, stop):
        name = behind_rank(text, rank) if role else None
        return [apposed(text, Mention(rank.start, name.end, name, rank, cue=role), name.next)] if name else []
    role = role or (_party(text, index) if text.folded[index] in NAMING else "")
    weak = weak and not (described and gap.group().strip()) and not (role and cue.kind == "lead")
    if cue.kind == "calling" and weak and not described and gap.group().strip():
        return []
    return list(_names(text, stop, role, weak=weak or (cue.kind != "calling" and "," in gap.group())))


def _mid_sentence(text: Words, index: int) -> bool:
    return bool(index) and text.gap(index) in {" ", "\xa0"} and text.items[index - 1][0].isupper()


def _behind_number(text: Words, index: int) -> int:
    """Skips the numeral of ``teradu II Amir``."""
    numeral = index < len(text) and text.gap(index) == " " and NUMERAL.fullmatch(text.items[index])
    return index + 1 if numeral else index


def _party(text: Words, index: int) -> str:
    """What the sentence called the person before: ``korban yang ditemukan … bernama``."""
    if index and text.folded[index - 1] in ANYBODY:
        return "anggota polisi" if text.folded[max(0, index - 2) : index] == ("anggota", "polisi") else ""
    one = ""
    for before in range(index - 1, max(index - LOOK_BACK, -1), -1):
        if "." in text.gap(before + 1) or "\n" in text.gap(before + 1):
            return one
        found = cue_at(text, before)
        if found and found[1].role in PARTIES:
            return found[1].role
        if found and before and text.folded[before - 1] in ONE and found[1].role not in INCOMPLETE:
            one = one or found[1].role
    return one


def _names(text: Words, index: int, role: str, *, weak: bool) -> Iterator[Mention]:
    """One name or a list of them."""
    first, paired = True, False
    while name := name_at(text, index):
        usual = [likely(part) for part in re.split(r"[ .]+", name.text)]
        doubtful = weak and not name.aged and not (len(usual) > 1 and any(usual))
        if not is_person(text, index, name) or (doubtful and first) or not (first or paired or not weak or any(usual)):
            return
        yield apposed(text, Mention(name.span[0], name.end, name, cue=role), name.next)
        bracketed = BRACKETED.match(text.text, name.end)
        gap = LISTED.match(text.text, bracketed.end() if bracketed else name.end)
        index, first = text.after(gap.end(), name.next) if gap else len(text), False
        paired = bool(gap) and gap.group().strip() in {"-", "–"} if gap else False
        if not gap or index >= len(text) or text.starts[index] != gap.end() or not _listable(text, index):
            return


def _listable(text: Words, index: int) -> bool:
    return not (office_at(text, index) or rank_at(text, index) or cue_at(text, index))


def bare(text: Words, index: int, blocked: int) -> tuple[Mention | None, int, bool]:
    """A name without rank, office or cue: only with a verb of speech beside it, an age, or several usual names.

    ``blocked`` is where a run of words ended that was a place, or -1: what is listed behind it is one too.
    Returns the mention or None, the index to go on from, and whether the words are a place.
    """
    name = name_at(text, index)
    if not name or (name.next < len(text) and not text.gap(name.next) and not text.items[name.next].islower()):
        return None, index + 1, False
    before = text.folded[index - 1] if index and text.gap(index) in {" ", "\xa0", "  ", "\n", "", ". "} else ""
    before = "" if text.gap(index) == ". " and len(before) > 3 and before not in title_words("site") else before
    if CREDIT.match(text.text, name.end):
        return None, name.next, False
    listed = blocked >= 0 and LISTED.fullmatch(text.text[blocked : text.starts[index]]) is not None
    says = name.next < len(text) and text.folded[name.next] in SAYS and not text.gap(name.next).strip(" ,")
    listed = listed and not (says and looks(name, 1))
    hospital = HOSPITALS.intersection(text.folded[max(0, index - 2) : index])
    if hospital and {"direktur", "dirut", "kepala"}.intersection(text.folded[max(0, index - 3) : index]):
        hospital = frozenset()
    if before in title_words("site") or listed or hospital:
        return None, max(_run(text, index), name.next), True
    if titled := _titled(text, index, before):
        return titled, index + 1, False
    place = place_names.place_at(text, index)
    if place and place[0] < name.next and not likely(text.items[index]) and likely(text.items[place[0]]):
        return None, place[0], False
    said = (before in SAID or before.removesuffix("nya") in SAID) and _attributes(text, index - 1)
    doubtful = before == "menurut" and " " not in name.text and not likely(name.text)
    if not is_person(text, index, name) or (not said and before and inside(text, index - 1, name)):
        return None, (index + 1 if is_acronym(text, index) and text.gap(index + 1) == " " else name.next), False
    acted = before.startswith("di") and len(before) > 5 and before not in title_words("stop")
    strong = said or (says and looks(name, 1)) or name.aged or name.end > name.span[1] or honoured(text, index, name)
    strong = strong or (acted and " " in name.text and any(map(likely, name.text.split())))
    sent = FROM_UNIT.match(text.text, name.end)
    if sent and sent.group(2) in SAYS and text.folded[index] not in common_words():
        unit = " ".join(sent.group(1).split())
        return Mention(name.span[0], sent.start(2) - 1, name, cue=unit if " " in unit else None), name.next, False
    if not strong and not looks(name, 2):
        called = apposed(text, Mention(name.span[0], name.end, name, strong=False), name.next)
        plain = name.text.lower().split()[0] in common_words()
        return (called if (called.cue or called.office) and not plain else None), name.next, False
    usual = sum(map(likely, name.text.split()))
    if not strong and usual < 2 and any(map(ordinary, name.text.split())):
        return None, name.next, False
    mention = Mention(name.span[0], name.end, name, strong=strong and not doubtful)
    return apposed(text, mention, name.next), name.next, False


def _titled(text: Words, index: int, before: str) -> Mention | None:
    """``kata Analis Bank Nusa, Heri Wicaksono``: unknown words with capitals, a comma, and who they are about."""
    stop, run = index, (".", "\xa0", " ", "-", "/")
    while (
        stop < len(text)
        and stop - index < MOST_TITLE
        and text.items[stop][0].isupper()
        and not likely(text.items[stop])
    ):
        if rank_at(text, stop) or (stop > index and text.gap(stop) not in run):
            break
        stop += 1
    if stop - index < 2 or stop >= len(text) or text.gap(stop) != ", " or place_names.place_at(text, index):
        return None
    name = None if office_at(text, stop) or rank_at(text, stop) else name_at(text, stop)
    says = name is not None and name.next < len(text) and text.folded[name.next] in SAYS
    if not name or not (says or before in SAID) or not is_person(text, stop, name) or " " not in name.text:
        return None
    role = " ".join(text.text[text.starts[index] : text.ends[stop - 1]].split())
    return Mention(name.span[0], name.end, name, cue=role)


def _attributes(text: Words, index: int) -> bool:
    """Whether a verb of speech is one here, and no noun as in ``arti kata Pokemon``: a mark or a pause goes before."""
    return text.folded[index].startswith(("di", "menurut")) or not index or bool(text.gap(index).strip(" \xa0"))


def _run(text: Words, index: int) -> int:
    stop = index + 1
    while stop < len(text) and text.items[stop][0].isupper() and text.gap(stop) in {" ", "\xa0"}:
        if office_at(text, stop) or rank_at(text, stop):
            break
        stop += 1
    return stop
