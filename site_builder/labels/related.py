"""Links to other articles that say so: ``Baca juga: …``, ``Lihat video``, the headings of link lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from site_builder.labels import Sheet, is_headline, opening, whole
from site_builder.model import LineLabel, Span

LABEL: LineLabel = "related"

_is_link = opening(
    r"baca (?:juga|lagi|pula|selengkapnya|berita lainnya|artikel lainnya|artikel menarik)",
    r"(?:baca|lihat|simak|tonton|saksikan|klik) ?:",
    r"(?:lihat|simak|tonton|nonton|saksikan|dengarkan|cek|ikuti) (?:juga|video|pula|foto|cuplikan)"
    r"(?: video| foto| berita)?",
    r"(?:video|foto|infografis|grafis|podcast) ?: ?\w",
    r"(?:also read|read also|see also|related|related (?:posts?|articles?|news|stories)|recommended|"
    r"you may also like|dont miss|don't miss)(?: ?:|$)",
    r"(?:berita|artikel|konten|bacaan|topik|kabar|tulisan|video) (?:terkait|serupa|sejenis|lainnya|pilihan|populer|"
    r"terpopuler|terkini|terbaru|rekomendasi|menarik|viral|hangat|trending|unggulan|utama)(?: \w+){0,3}$",
    r"(?:yang lain|berita lain(?:nya)?|kabar lain(?:nya)?) (?:dari|di) [\w. ]{3,40}$",
    r"(?:pilihan|rekomendasi) (?:editor|untuk anda|redaksi|untukmu|berita|artikel)|baca kisah inspiratif|"
    r"(?:mungkin )?anda (?:mungkin )?(?:juga )?suka|jangan lewatkan|jangan lupa baca",
    r"(?:terpopuler|terkini|terbaru|trending(?: now)?|populer|popular(?: posts?| news)?|latest(?: news| posts?)?|"
    r"recent(?: posts?| news)?|most (?:read|popular)|headline(?: news)?|hot news|berita utama|editor'?s (?:pick|"
    r"choice))$",
    r"(?:artikel|berita) (?:ini )?(?:menarik )?lainnya|bacaan lainnya|berita (?:mingguan|terhangat|hari ini|duka|"
    r"foto)$|spot_img|"
    r"kumpulan berita|kabar terbaru$|baca lainnya$",
)
_is_bare = whole(
    r"baca (?:juga|lagi|pula)|lihat juga|simak juga|tonton juga|also read|read also|see also|berita terkait|"
    r"artikel terkait|pilihan editor|"
    r"baca|berita lainnya|artikel lainnya",
    r"(?:previous|next|older|newer) (?:article|post|posts|story)|"
    r"(?:artikel|berita|pos|tulisan) (?:sebelumnya|selanjutnya|berikutnya|sebelum|sesudah)(?:nya)?",
)
_GAMBAS = re.compile(r"\[Gambas:[^\]\n]{1,40}\]")
_MARK = re.compile(
    r"(?:[Bb]aca|BACA) ?(?:[Jj]uga|JUGA)\s?:?\s{0,2}|"
    r"(?:Lihat|Simak|Tonton|Saksikan) (?:juga|Juga) ?(?:[Vv]ideo)?:?\s{1,2}"
)
"""Inside a paragraph: ``… di Palu. Baca juga: Polda Gelar Apel Menurut …``"""
_SENTENCE = re.compile(r"[.!?][”\"’)]?\s|\s{2}|[.!?”\"](?=[A-Z“\"])|\s(?=[“\"])")
_SMALL_WORDS = frozenset(
    re.findall(
        r"\w+",
        """di dan ke dari yang untuk dengan pada dalam atau oleh bagi agar karena akibat soal vs hingga jelang saat usai
        tak tapi serta si kok lho sih nih deh ini itu atas bak demi lewat per se x via terkait sebagai tanpa antara
        kepada terhadap seperti lagi juga""",
    )
)
"""Words that a headline in capitals writes small; any other small word belongs to the next sentence."""
_MOST, _MOST_LINKS = 150, 50
"""Code points that a link inside a line may have, and how many of them a line may have."""
_PIECES, _PIECE = 5, 90
"""Lines, and code points a line, that a broken headline may have."""
_SENTENCE_OPENER = frozenset(
    re.findall(
        r"\w+",
        """Menurut Namun Ia Dia Mereka Adapun Sementara Selain Sebelumnya Diketahui Kemudian Bahkan Berdasarkan
        Hal Meski Kendati Pasalnya Sebab Lebih Selanjutnya Sedangkan Melansir Mengutip""",
    )
)
"""Words that open sentences and stand inside no headline."""


def lines(sheet: Sheet) -> Iterator[int]:
    for index, line in sheet.short():
        linked = _is_link(line.words) or _is_bare(line.words) or _GAMBAS.match(line.text)
        if not linked or _speaks(line.words):
            continue
        yield index
        if _is_bare(line.words):
            yield from _behind(sheet, index + 1)
        else:
            yield from _before_embed(sheet, index + 1)


def _speaks(words: str) -> bool:
    """A sentence that only begins like a link: it is long and ends as sentences do."""
    return len(words) > 140 and words.endswith((".", '."', ".”"))


def _behind(sheet: Sheet, index: int) -> Iterator[int]:
    """The headline behind a bare mark, if there is one."""
    if index < len(sheet.lines) and is_headline(sheet.lines[index].text):
        yield index


def _before_embed(sheet: Sheet, start: int) -> Iterator[int]:
    """The rest of a headline that was broken at links, up to the embedded video that it belongs to."""
    for end in range(start, min(start + _PIECES, len(sheet.lines))):
        if _GAMBAS.match(sheet.lines[end].text):
            yield from range(start, end)
            return
        if len(sheet.lines[end].text) > _PIECE:
            return


def spans(sheet: Sheet) -> Iterator[tuple[int, Span]]:
    for index, line in sheet.body():
        for found in islice(_GAMBAS.finditer(line.text), _MOST_LINKS):
            yield index, (line.span[0] + found.start(), line.span[0] + found.end())
        marked = "uga" in line.text or "UGA" in line.text  # every mark ends with "juga"
        for mark in islice(_MARK.finditer(line.text), _MOST_LINKS) if marked else ():
            if mark.start() > 0:
                yield index, (line.span[0] + mark.start(), line.span[0] + _end(line.text, mark.end()))


def _end(text: str, start: int) -> int:
    """Where a headline with no mark behind it ends: with its sentence, or where the next sentence takes over."""
    window = text[start : start + _MOST]
    stop = _SENTENCE.search(window)
    headline = window[: stop.start() + 1] if stop else window
    words = list(re.finditer(r"\S+", headline))
    for i, word in enumerate(words):
        if i > 1 and word[0].rstrip(",") in _SENTENCE_OPENER:
            return start + words[i - 1].end()
        if word[0].isalpha() and word[0].islower() and word[0] not in _SMALL_WORDS:
            return start + (words[_subject(text, words, i) - 1].end() if i > 1 else 0)
    return start + len(headline.rstrip())


def _subject(text: str, words: list[re.Match[str]], verb: int) -> int:
    """The sentence begins with the capitalised word before its verb, and the words that it has before it elsewhere."""
    subject = verb - 1
    while subject > 1 and text.count(f"{words[subject - 1][0]} {words[subject][0]}") > 1:
        subject -= 1
    return subject
