"""How often a page was read, how long it takes to read, and other bare numbers."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.labels import Sheet, whole
from site_builder.model import LineLabel

LABEL: LineLabel = "counter"

_COUNT = r"\d{1,3}(?:[.,]?\d{1,3}){0,4} ?(?:k|rb|ribu|jt|m)?"
_is_counter = whole(
    rf"[(\[]?{_COUNT}[)\]]?",
    rf"(?:telah |sudah )?(?:dibaca|dilihat|dikunjungi|views?|post views?|hits?|pembaca|total views?|viewed|reads?|"
    rf"tayangan)[ :|-]{{0,3}}{_COUNT}"
    r"(?: ?(?:kali|x|views?|orang|pembaca|times?))?",
    rf"{_COUNT} (?:x )?(?:kali )?(?:views?|hits?|kali|pembaca|orang membaca|dibaca|dilihat|tayangan|reads?|"
    rf"viewers?|likes?|suka|"
    r"comments?|komentar|share|shares|dibagikan)(?: ini)?(?: dibaca)?",
    rf"(?:berita|artikel|tulisan|halaman) ini (?:telah |sudah )?(?:dibaca |dilihat )?"
    rf"{_COUNT} ?(?:kali|x)?(?: dibaca| dilihat)?",
    r"(?:komentar|comments?|views?|likes?)[ :(]{0,3}\d{0,6}\)?",
    r"(?:waktu baca|estimasi (?:waktu )?baca|reading time|lama baca|durasi baca)[ :]{0,2}<? ?\d{0,3} ?(?:menit|"
    r"mins?|minutes?)?",
    r"<? ?\d{1,3} ?(?:menit|mins?|minutes?|sec(?:onds?)?|detik)(?: (?:baca|membaca|read|yang lalu|ago|waktu baca))?",
    r"\d{1,3} ?(?:jam|hari|minggu|bulan|tahun|hours?|days?|weeks?|months?|years?) (?:yang )?(?:lalu|ago)",
)


def lines(sheet: Sheet) -> Iterator[int]:
    return (index for index, line in sheet.short() if _is_counter(line.words))
