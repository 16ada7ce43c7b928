"""Whether the copy is only a part of the article, and how one can see it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_builder.model import Document, Known, Reading

VERSION = 1

_PAGE_OF = re.compile(r"(?:halaman|hal|page|laman)\s?:?\s?(\d{1,3})\s?(?:dari|of|/)\s?(\d{1,3})", re.IGNORECASE)
"""``Halaman 1 dari 2``"""
_GOES_ON = re.compile(
    r"(?:halaman|laman) (?:selanjutnya|berikutnya)|next page|bersambung|(?:1 )?2 (?:3 )?(?:next|selanjutnya)",
    re.IGNORECASE,
)
_CUT_WORDS = re.compile(r"(?:\[(?:…|\.\.\.)\]|\b(?:baca|lihat) selengkapnya|\bread more)[\s.…»>]*$", re.IGNORECASE)
"""The body itself breaks off: ``… ujar dia […]``."""
_PAY_WALL = re.compile(
    r"(?:anda|kamu) sedang membaca (?:berita|artikel) (?:gratis|premium)|baca \d{1,3} (?:artikel|berita) gratis|"
    r"(?:artikel|konten|berita) ini (?:khusus|hanya)(?: \w{1,20}){0,3} pelanggan|(?:konten|artikel|berita) premium|"
    r"(?:berlangganan|login|masuk|daftar) untuk (?:membaca|melanjutkan)|untuk (?:melanjutkan|terus) (?:membaca|baca)|"
    r"(?:sudah|belum) (?:punya|memiliki) akun\?|sudah berlangganan\?",
    re.IGNORECASE,
)
"""``Berlangganan untuk membaca selengkapnya``, ``Sudah punya akun? Masuk``"""
_REST_ELSEWHERE = re.compile(
    r"(?:(?:baca|lihat|simak) (?:berita |artikel )?|berita )selengkapnya\b|read more|continue reading", re.IGNORECASE
)
"""Right below the last paragraph of an excerpt."""
_EXCERPT = 3
"""Paragraphs that an excerpt has at most."""
_OPEN_END = re.compile(
    r"(?:[,-]|\.\.\.|…|\s(?:dan|yang|untuk|dengan|di|ke|dari|pada|oleh|bahwa|karena|serta|atau|dalam|agar|adalah|akan|"
    r"para|sebagai|telah|sedang|tidak|juga))$"
)
"""A last word that no sentence ends with."""
_POINTS_BACK = re.compile(r"\b(?:tersebut|hal itu|dia|ia)\b")
"""A first sentence that speaks of something said before."""
_BY = f"incomplete/{VERSION}"


def extract(document: Document, known: Known) -> Iterator[Reading]:
    yield from _by_page_numbers(document)
    yield from _by_pay_wall(document)
    yield from _by_last_words(document, known)
    yield from _by_excerpt(document)


def _by_pay_wall(document: Document) -> Iterator[Reading]:
    for block in document.labelled("notice", "navigation", "comment-form", "related"):
        if found := _PAY_WALL.search(document.quote(block.span)):
            span = (block.span[0] + found.start(), block.span[0] + found.end())
            yield Reading("incomplete", "hanya untuk pelanggan", document.quote(span), span, _BY, 0.85)


def _by_excerpt(document: Document) -> Iterator[Reading]:
    """A few paragraphs, and right below them the way to the whole article."""
    body = document.body()
    if not body or len(body) > _EXCERPT:
        return
    below = next((block for block in document.blocks if block.span[0] >= body[-1].span[1]), None)
    if below and _REST_ELSEWHERE.match(document.quote(below.span)):
        yield Reading("incomplete", "hanya kutipan", document.quote(below.span), below.span, _BY, 0.75)


def _by_page_numbers(document: Document) -> Iterator[Reading]:
    for block in document.labelled("pagination"):
        quote = document.quote(block.span)
        pages = _PAGE_OF.search(quote)
        if pages and int(pages[2]) > 1:
            yield Reading("incomplete", f"halaman {pages[1]} dari {pages[2]}", quote, block.span, _BY, 0.98)
        elif _GOES_ON.search(quote):
            yield Reading("incomplete", "ada halaman selanjutnya", quote, block.span, _BY, 0.9)


def _by_last_words(document: Document, known: Known) -> Iterator[Reading]:
    body = document.body()
    if not body:
        return
    span = body[-1].span
    last = document.seed.text[span[0] : span[1]]
    if cut := _CUT_WORDS.search(last[-40:]):
        start = span[1] - len(last[-40:]) + cut.start()
        yield Reading(
            "incomplete", "teks terpotong di akhir", document.quote((start, span[1])), (start, span[1]), _BY, 0.9
        )
    elif _OPEN_END.search(last[-40:]):
        start = max(span[0], span[1] - 40)
        yield Reading(
            "incomplete", "teks terpotong di akhir", document.quote((start, span[1])), (start, span[1]), _BY, 0.8
        )
    first = document.quote(body[0].span)
    sentence = first.partition(". ")[0]
    if known.value("title") is None and (first[0] in '"“' or _POINTS_BACK.search(sentence)):
        quote = first[:40]
        yield Reading(
            "incomplete", "awal artikel tidak ada", quote, (body[0].span[0], body[0].span[0] + len(quote)), _BY, 0.7
        )
