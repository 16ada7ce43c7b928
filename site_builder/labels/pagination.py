"""The way to the other pages of a long article."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.labels import Sheet, whole
from site_builder.model import LineLabel

LABEL: LineLabel = "pagination"

_is_pagination = whole(
    r"(?:halaman|hal|page|laman) ?:? ?\d{1,3}(?: ?(?:dari|of|/) ?\d{1,3})?",
    r"(?:baca |ke |lanjut ke |buka |klik )?(?:di )?halaman (?:selanjutnya|berikutnya|sebelumnya|pertama|"
    r"terakhir).{0,120}",
    r"(?:1 )?(?:[2-9] ){1,8}(?:[2-9]|next|lihat semua|selanjutnya|berikutnya|show all|tampilkan semua|»)",
    r"(?:next|previous|prev|selanjutnya|berikutnya|sebelumnya) ?(?:page|halaman|»|>)?",
    r"lihat semua halaman|tampilkan semua(?: halaman)?|show all(?: pages)?|view all|baca semua halaman|"
    r"laman selanjutnya.{0,40}",
    r"bersambung(?: ke (?:halaman|hal) .{0,20})?",
)


def lines(sheet: Sheet) -> Iterator[int]:
    return (index for index, line in sheet.short() if _is_pagination(line.words))
